"""When: the date expression that belongs to a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphload.extract.clauses import Clause, is_finite
from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.clauses import clause_words
from graphload.language.dates import DateExpression, find_dates, resolve, resolve_from
from graphload.language.grammar import grammar
from graphload.language.moods import moods
from graphload.model import Status

_NEAR = 3
_HEAD = 4
_SCAN = 8
_LONGEST = 12
"""How many words a clause has at most that only says who said the sentence."""
UNUSABLE = ("attributive", "vague", "relative", "fiscal")


@dataclass(frozen=True, slots=True)
class Told:
    """A date expression in its line: the words `[first, last)` that tell it."""

    date: DateExpression
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates are counted from: the article's own date, and the day that its story has reached before the line."""

    published: str | None
    reached: str | None

    def resolve(self, line: Line, date: DateExpression, *, future: bool) -> str | None:
        """The ISO date of an expression: the next day, and in the pluperfect days ago, are counted from the story."""
        if date.kind == "onward" or (self.reached and steps_out(line) and _days_ago(date)):
            return resolve_from(date, self.reached)
        return resolve(date, self.published, future=future)


def dates_of(line: Line, document: str, published: str | None) -> tuple[DateExpression, ...]:
    """The date expressions of a line; their offsets count from its start."""
    return find_dates(document[line.start : line.end], published)


def when(
    line: Line,
    trigger: Atom,
    dates: Sequence[DateExpression],
    status: Status,
    clock: Clock,
    of: Phrase | None = None,
    who: int | None = None,
) -> tuple[str | None, str | None]:
    """The event's ISO date, as exact as told, and the words that tell it.

    The nearest expression of the trigger's clause counts, else of the clauses before it as far as no "but" parts
    them, else the line's only one. What another noun, or the verb of saying, is dated by does not count. A year that
    describes something (2015 के समझौते) dates only the thing `of` which the event is. `who` is the word where the one
    stands who does it.
    """
    usable = [told for told in _placed(line, dates) if _usable(line, told, trigger, of)]
    best = _nearest(line, usable, trigger, who)
    if best is None:
        return None, None
    return clock.resolve(line, best.date, future=status == "planned"), best.date.text


def _days_ago(date: DateExpression) -> bool:
    return date.kind == "ago" and date.parts is not None and date.parts.unit == "day"


def steps_out(line: Line) -> bool:
    """Whether the sentence tells of what was before: its verb is in the pluperfect (की थी, गए थे)."""
    if len(line.forms) < 2 or line.forms[-1] not in grammar().pluperfect:
        return False
    before = line.forms[-2]
    return before in grammar().verbs or before.endswith(clause_words().participial)


def told_days(line: Line, document: str, clock: Clock) -> tuple[str | None, ...]:
    """The ISO dates of what a line tells, those of its own events first; `None` for one that cannot be told."""
    told = [t for t in _placed(line, dates_of(line, document, clock.published)) if t.date.kind not in UNUSABLE]
    told = [t for t in told if not _negated(line, t) and not _only_bounds(line, t)]
    told.sort(key=lambda t: _reports(line, _clause(line, t.first)))
    return tuple(clock.resolve(line, t.date, future=_ahead(line, line.clauses[_clause(line, t.first)])) for t in told)


def _ahead(line: Line, part: Clause) -> bool:
    return any(moods().future(form) for form in line.forms[part.first : part.last])


def _placed(line: Line, dates: Sequence[DateExpression]) -> list[Told]:
    starts = [start - line.start for start in line.starts]
    size = len(starts)
    return [
        Told(
            date,
            next((k for k in range(size) if starts[k] >= date.start), size),
            next((k for k in range(size) if starts[k] >= date.end), size),
        )
        for date in dates
    ]


def _usable(line: Line, told: Told, trigger: Atom, of: Phrase | None) -> bool:
    if told.date.kind in UNUSABLE and not _describes(line, told, trigger, of):
        return False
    if _only_bounds(line, told) or _negated(line, told) or _bound(line, told, trigger):
        return False
    own = _clause(line, told.first)
    return own == _clause(line, trigger.first) or not _reports(line, own)


def _clause(line: Line, position: int) -> int:
    """Which clause of the line holds word `position`."""
    return next((k for k, part in enumerate(line.clauses) if part.holds(position)), len(line.clauses) - 1)


def _reports(line: Line, number: int) -> bool:
    """Whether a clause only tells who said the rest: विदेश मंत्रालय ने मंगलवार को बताया कि …."""
    part, words = line.clauses[number], clause_words()
    if part.last < len(line.forms):
        return line.forms[part.last] == words.that
    short = part.first > 0 and part.last - part.first < _LONGEST
    return short and not words.said.isdisjoint(line.forms[part.last - 2 : part.last])


def _contrasts(line: Line, part: Clause) -> bool:
    """Whether a clause is set against the one before it: जबकि, लेकिन, उसके बाद."""
    return part.first > 0 and line.forms[part.first] in clause_words().contrasts


def _describes(line: Line, told: Told, trigger: Atom, thing: Phrase | None) -> bool:
    if told.date.kind != "attributive" or told.date.parts is None:
        return False
    if thing is not None:
        return thing.first - _NEAR <= told.first < thing.last
    return 0 < trigger.first - told.last <= _HEAD


def _only_bounds(line: Line, told: Told) -> bool:
    """Whether a date only bounds a time that goes on or comes behind: 2007 से, 2011 के बाद, रविवार तक."""
    case, _ = grammar().case_at(line.forms, told.last)
    if told.date.kind not in ("year", "month"):
        span = line.forms[told.first : told.last]
        return case == "तक" and clause_words().ranges.isdisjoint(span) and "-" not in told.date.text
    return case in ("से", "बाद", "पहले", "तक")


def _negated(line: Line, told: Told) -> bool:
    """Whether the date is told to be wrong: 18 जून की रात नहीं, बल्कि 19 जून."""
    return not clause_words().rather.isdisjoint(line.forms[told.last : told.last + _HEAD])


def _bound(line: Line, told: Told, trigger: Atom) -> bool:
    """Whether a participle binds the date to a noun other than the trigger: मई में होने वाले सम्मेलन का न्योता."""
    participle = _participle(line, told)
    if participle is None or told.last <= trigger.first <= participle + _HEAD:
        return False
    return clause_words().frames.isdisjoint(line.forms[participle : participle + _SCAN])


def _binds(line: Line, told: Told, trigger: Atom) -> bool:
    """Whether a participle binds the date to the trigger itself: इसी महीने होने वाली बैठक शुक्रवार को रद्द हुई."""
    participle = _participle(line, told)
    return participle is not None and participle < trigger.first <= participle + _HEAD


def _participle(line: Line, told: Told) -> int | None:
    """Where the participle stands that the date goes with, if one does."""
    words = clause_words()
    for position in range(told.last, min(len(line.forms) - 1, told.last + _SCAN)):
        form, after = line.forms[position], line.forms[position + 1]
        if form in words.participles and after not in grammar().verbs and not line.gaps[position + 1].strip():
            case, _ = grammar().case_at(line.forms, position + 1)
            return None if case or after in grammar().conjunctions else position
        if is_finite(line, position) or line.gaps[position].strip("'\"()"):
            return None
    return None


def _nearest(line: Line, usable: Sequence[Told], trigger: Atom, who: int | None) -> Told | None:
    def far(told: Told) -> tuple[bool, bool, int]:
        return not _binds(line, told, trigger), not told.date.anchored, abs(told.first - trigger.first)

    home = _home(line, trigger, who)
    for k in range(home, -1, -1):
        here = [told for told in usable if line.clauses[k].holds(told.first)]
        if here:
            return min(here, key=far)
        if _contrasts(line, line.clauses[k]):
            break
    behind = [told for told in usable if told.first >= line.clauses[home].last]
    if len(usable) == 1 and behind and not _contrasts(line, line.clauses[_clause(line, behind[0].first)]):
        return behind[0]
    return None


def _home(line: Line, trigger: Atom, who: int | None) -> int:
    """The clause that the event is told in: the trigger's, or that of `who` where "but" and another man part them."""
    home = _clause(line, trigger.first)
    own = _clause(line, who) if who is not None and who >= 0 else home
    low, high = sorted((home, own))
    if not any(_contrasts(line, part) for part in line.clauses[low + 1 : high + 1]):
        return home
    others = any(phrase.kind == "person" and line.clauses[home].holds(phrase.first) for phrase in line.phrases)
    return own if own > home or others else home
