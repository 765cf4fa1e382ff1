"""Whereabouts: where an event took place that names no place itself, by the journeys that the article tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from graphload.extract.happenings import Happening, Statement, compatible
from graphload.extract.lines import Line
from graphload.extract.when import steps_out
from graphload.language.moods import moods
from graphload.model import Status

_DAY = len("2024-01-16")
_LONGEST_STAY = 10
_RECEIVING = "स्वागत"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Whether something is to come, whether it is only recalled, its date, and the first line that tells it."""

    planned: bool
    recalled: bool
    day: str | None
    line: int = field(compare=False)


class Whereabouts:
    """Who was where, by the article's own statements; `home` gives the country that a person of the cast acts for.

    `dateline` is the country from which the article reports, where it says so.
    """

    def __init__(
        self, statements: Iterable[Statement], home: Callable[[int], str | None], dateline: str | None = None
    ) -> None:
        self._home, self._dateline = home, dateline
        self._stays: dict[int, list[tuple[str, Occasion]]] = defaultdict(list)
        self._seen: dict[int, list[tuple[str, Occasion]]] = defaultdict(list)
        self._parties: dict[str, set[str]] = defaultdict(set)
        for statement in statements:
            if statement.status != "denied":
                self._note(statement)

    def place(self, group: Happening, status: Status, day: str | None) -> str | None:
        """The one country where those who met or signed were, or `None`."""
        if any(from_afar(statement.candidate.line) for statement in group):
            return None
        lines = [statement.candidate.line for statement in group]
        occasion = Occasion(status == "planned", all(map(steps_out, lines)), day, min(line.number for line in lines))
        if not group[0].kind.of_agreement:
            people = _people(group[0])
            found = (
                self._hosted(people, occasion)
                or self._near(people, occasion)
                or self._at_home(people)
                or self._received(group)
                or self._reported(people, occasion)
            )
        elif any(statement.kind.acts(statement.candidate.lemma) for statement in group):
            parties = self._parties[group[0].target]
            people = [p for p in (*self._stays, *self._seen) if self._home(p) in parties]
            visited = {country for p in people for country in self._abroad(p, occasion) if country in parties}
            found = visited or self._near(people, occasion)
        else:
            return None
        return next(iter(found)) if len(found) == 1 else None

    def _note(self, statement: Statement) -> None:
        source = statement.candidate.source
        recalled = steps_out(statement.candidate.line)
        line = statement.candidate.line.number
        occasion = Occasion(statement.status == "planned", recalled, statement.date or statement.carried, line)
        if statement.kind.place == "target" and source and source.person is not None and statement.country:
            journey = Occasion(occasion.planned, recalled, statement.date, line)
            self._stays[source.person].append((statement.country, journey))
        elif statement.country:
            for person in _people(statement):
                self._seen[person].append((statement.country, occasion))
        if statement.kind.of_agreement and source:
            party = self._home(source.person) if source.person is not None else source.country
            self._parties[statement.target] |= {party} if party else set()

    def _hosted(self, people: list[int], occasion: Occasion) -> set[str]:
        """Where one is the guest of the other, else where both are, else where one of them came at that time."""
        if len(people) != 2:
            return set()
        here, there = (self._abroad(person, occasion) for person in people)
        hosts = {c for c in here if c == self._home(people[1])} | {c for c in there if c == self._home(people[0])}
        return hosts or here & there or self._arrived(people, occasion)

    def _arrived(self, people: list[int], occasion: Occasion) -> set[str]:
        """Where one of the people came on the day of the event, or where neither has a day."""
        stays = [(country, person, j) for person in people for country, j in self._stays.get(person, ())]
        return {
            c
            for c, person, j in stays
            if c != self._home(person) and j == occasion and not _announced_later(j, occasion)
        }

    def _near(self, people: Iterable[int], occasion: Occasion) -> set[str]:
        """Where one of the people met somebody on the same day."""
        return {country for person in people for country, seen in self._seen.get(person, ()) if seen == occasion}

    def _at_home(self, people: list[int]) -> set[str]:
        """The country that both act for."""
        homes = {self._home(person) for person in people}
        return {home for home in homes if home} if len(homes) == 1 else set()

    def _received(self, group: Happening) -> set[str]:
        """The country of who received the other there."""
        hosts = [s.candidate.source for s in group if s.candidate.lemma == _RECEIVING and _host_first(s)]
        homes = {self._home(host.person) for host in hosts if host is not None and host.person is not None}
        return {home for home in homes if home}

    def _reported(self, people: list[int], occasion: Occasion) -> set[str]:
        """The country that the news comes from, where one of those who met acts for it."""
        if self._dateline is None or occasion.planned or occasion.recalled:
            return set()
        return {self._dateline} if self._dateline in map(self._home, people) else set()

    def _abroad(self, person: int, occasion: Occasion) -> set[str]:
        """Where the person was, or is to be, about the time of an event, away from home."""
        return {
            country
            for country, journey in self._stays.get(person, ())
            if country != self._home(person) and _together(journey, occasion)
        }


def from_afar(line: Line) -> bool:
    """Whether the sentence tells that people spoke by telephone or video."""
    return not moods().remote.isdisjoint(line.forms)


def _host_first(statement: Statement) -> bool:
    """Whether the one who receives is the first end: X ने Y का स्वागत किया."""
    source, target = statement.candidate.source, statement.candidate.target
    return source is not None and source.phrase.case == "ने" and target.phrase.case == "का"


def _people(statement: Statement) -> list[int]:
    ends = (statement.candidate.source, statement.candidate.target)
    return [end.person for end in ends if end is not None and end.person is not None]


def _announced_later(journey: Occasion, event: Occasion) -> bool:
    """Whether a journey to come of which no day is told is spoken of only behind the event."""
    return journey.planned and journey.day is None and event.day is None and journey.line > event.line


def _together(journey: Occasion, event: Occasion) -> bool:
    """Whether an event may fall into a journey: one to come into none begun before, a recalled journey into no news."""
    if journey.planned > event.planned or journey.recalled > event.recalled:
        return False
    start, day = journey.day, event.day
    if _announced_later(journey, event):
        return False
    if start is None or day is None or len(start) != _DAY or len(day) != _DAY:
        return compatible(start, day) and not (start is None and day is not None and len(day) < _DAY)
    return 0 <= (date.fromisoformat(day) - date.fromisoformat(start)).days <= _LONGEST_STAY
