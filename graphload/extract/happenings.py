"""Happenings: which statements of one article tell of the same event, so that it is claimed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphload.extract.candidates import Candidate
from graphload.extract.when import steps_out
from graphload.language.grammar import grammar
from graphload.model import Status
from graphload.relations import Relation, relations

_DAY = len("2024-01-16")
_LONGEST_VISIT = 7
_FRAMES, _NEAR = frozenset({"में", "दौरान"}), 3


@dataclass(frozen=True, slots=True)
class Statement:
    """One candidate that the judge accepts, with its ends, status, date and place.

    `done` says that its verb is in the perfect, so that it has happened for certain. `carried` is the day that the
    story had reached, for a sentence that tells no date of its own.
    """

    candidate: Candidate
    source: str
    target: str
    probability: float
    status: Status
    done: bool = False
    date: str | None = None
    date_text: str | None = None
    country: str | None = None
    carried: str | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """The ends; for a relation without direction, in a fixed order."""
        return self.kind.ends(self.source, self.target)

    @property
    def kind(self) -> Relation:
        """What is declared of its relation type."""
        return relations()[self.candidate.relation]


Happening = list[Statement]


def happenings(statements: Sequence[Statement]) -> list[Happening]:
    """Statements of the same ends, status and compatible dates tell of one happening, in the order of the text.

    One without a date joins the only dated happening, unless the story had come to another day. What is told as
    done and as still to come is one happening where nothing tells them apart; and nobody signs twice.
    """
    groups: list[Happening] = []
    for statement in sorted(statements, key=lambda s: s.date is None):
        alike = [g for g in groups if _same_kind(g[0], statement)]
        home = next((g for g in alike if _joins(statement, g, alike)), None)
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    return sorted(_merged(groups), key=lambda g: min(s.candidate.line.number for s in g))


def status_of_happening(group: Happening) -> Status:
    """Happened where a sentence says that it was done, else the status of those that do not take it for granted."""
    if len({s.status for s in group}) == 1:
        return group[0].status
    return "happened" if any(s.done and s.status == "happened" for s in group) else "planned"


def _same_kind(a: Statement, b: Statement) -> bool:
    return a.candidate.relation == b.candidate.relation and a.ends == b.ends and a.status == b.status


def _joins(statement: Statement, group: Happening, alike: Sequence[Happening]) -> bool:
    day = statement.date
    if day is None and not statement.candidate.line.title and (len(alike) > 1 or group[0].date):
        day = statement.carried
    if day is None and not _recalled(statement) and _only_recalled(group):
        return False
    return all(compatible(other.date, day) for other in group)


def _only_recalled(group: Happening) -> bool:
    """Whether all that dates a happening is a year or month in the pluperfect: it was another time."""
    dated = [statement for statement in group if statement.date]
    return bool(dated) and all(_recalled(s) and len(s.date or "") < _DAY for s in dated)


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two dates, each cut to its precision, may be of one day."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _merged(groups: Sequence[Happening]) -> list[Happening]:
    """Joins the groups of one event that differ in status, or in a date that an event of their kind has only once."""
    merged: list[Happening] = []
    for group in groups:
        home = next((other for other in merged if _one_event(other, group)), None)
        if home is None:
            merged.append(group)
        else:
            home += group
    return merged


def _one_event(a: Happening, b: Happening) -> bool:
    if a[0].candidate.relation != b[0].candidate.relation or a[0].ends != b[0].ends:
        return False
    statuses = {s.status for s in (*a, *b)}
    if "denied" in statuses:
        return False
    kind = a[0].kind
    if kind.of_agreement:
        return statuses == {"happened", "planned"} and _datable(a, b)
    if statuses == {"happened"}:
        return kind.place == "target" and _one_stay(a, b)
    if len(statuses) == 1 or any(_recalled(s) for s in (*a, *b)):
        return False
    certain = any(s.done for s in (*a, *b) if s.status == "happened")
    # What those who meet say there of what they will do is told of the meeting itself.
    there = all(_at_the_event(s) for s in (*a, *b) if s.status == "planned")
    return _datable(a, b) and (kind.place == "target" or not certain or there)


def _at_the_event(statement: Statement) -> bool:
    """Whether the sentence opens with the event that others tell of: बैठक की शुरुआत में, इस वार्ता के दौरान."""
    line, words = statement.candidate.line, grammar()
    atom = line.atoms.get(int(line.forms[0] in words.demonstratives))
    if atom is None or not any(e.kind == "trigger" and e.key == statement.candidate.relation for e in atom.entries):
        return False
    return not _FRAMES.isdisjoint(line.forms[atom.last : atom.last + _NEAR])


def _datable(a: Happening, b: Happening) -> bool:
    return all(compatible(x.date, y.date) for x in a for y in b)


def _one_stay(a: Happening, b: Happening) -> bool:
    """Whether two days told of a journey, of arriving and of leaving, are of one stay."""
    days = [date.fromisoformat(s.date) for s in (*a, *b) if s.date and len(s.date) == _DAY]
    return len(days) > 1 and (max(days) - min(days)).days <= _LONGEST_VISIT


def _recalled(statement: Statement) -> bool:
    return statement.status == "happened" and steps_out(statement.candidate.line)
