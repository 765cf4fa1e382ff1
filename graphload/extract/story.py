"""The story: the day that an article has reached, sentence by sentence."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from graphload.extract.lines import Line
from graphload.extract.when import Clock, steps_out, told_days
from graphload.language.clauses import clause_words
from graphload.language.grammar import grammar
from graphload.model import Status

_CARRIES = 6
"""How many sentences a told day holds for those that follow without a date of their own."""
_DAY = len("2024-01-16")
_YEAR = len("2024")
_WEEK = 7


class Story:
    """The day that the story has reached, sentence by sentence: what an undated sentence in it happened on.

    A day holds for the sentences behind it until another date is told, as इसके बाद and इस दौरान take for
    granted. Sentences in the pluperfect step out of the story into what was before; a date told there holds for
    those of them that follow, also behind one that tells its year again, and for one that points back (तब). The
    title waits for the first day told. Sentences are followed only as far as somebody asks.
    """

    def __init__(self, lines: Sequence[Line], document: str, published: str | None) -> None:
        self._days: dict[int, str | None] = {}
        self._clocks: dict[int, Clock] = {}
        self._first: str | None = None
        self._last: str | None = None
        self._day: str | None = None
        self._recalled: str | None = None
        self._held = 0
        self._written = published
        self._published = published if published and len(published) == _DAY else None
        self._document = document
        self._ahead = deque(line for line in lines if not line.title)

    def carried(self, line: Line, status: Status) -> str | None:
        """The date of an undated event of `line`: one to come takes only a day that the sentence points back to."""
        day = self._reached_in(line)
        if status == "planned":
            return day if points_back(line) else None
        return day if status == "happened" and not (day and self._published and day > self._published) else None

    def clock(self, line: Line) -> Clock:
        """What the dates of `line` are counted from."""
        self._follow(line)
        return self._clocks.get(line.number) or Clock(self._written, None)

    def _reached_in(self, line: Line) -> str | None:
        """The day that the story has reached in `line`; for the title the first one that it reaches."""
        self._follow(line)
        while line.title and self._first is None and self._ahead:
            self._go_on()
        return self._first if line.title else self._days.get(line.number)

    def _follow(self, line: Line) -> None:
        """Goes on up to `line`."""
        while self._ahead and self._ahead[0].number <= line.number:
            self._go_on()

    def _go_on(self) -> None:
        """Goes on to the next sentence."""
        line = self._ahead.popleft()
        clock = self._clocks[line.number] = Clock(self._written, self._day or self._last)
        self._days[line.number] = self._step(line, told_days(line, self._document, clock))
        self._first, self._last = self._first or self._day, self._day or self._last

    def _step(self, line: Line, told: Sequence[str | None]) -> str | None:
        """Goes on to `line`, which tells the dates `told`, and gives the date of what it leaves undated."""
        recalled, self._recalled = self._recalled, None
        if recalled and told and all(iso and recalled.startswith(iso) for iso in told):
            self._recalled = recalled
            return recalled
        if steps_out(line) and not self._near(told) and not _of_the_day(line, told):
            self._recalled = next((day for day in told if day), None)
            if told:
                return self._recalled
            return (recalled or self._day) if points_back(line) else None
        if told and self._aside(told):
            return None
        if told:
            self._day, self._held = self._reached(told), 0
        elif self._held < _CARRIES:
            self._held += 1
        else:
            self._day = None
        return recalled if recalled and not told and _looks_afar(line) else self._day

    def _near(self, told: Sequence[str | None]) -> bool:
        """Whether a sentence in the pluperfect still tells the story: a day of the week that it is in."""
        base = self._day or self._published
        day = next((day for day in told if day and len(day) == _DAY), None)
        if base is None or day is None:
            return False
        return abs((date.fromisoformat(day) - date.fromisoformat(base)).days) <= _WEEK

    def _aside(self, told: Sequence[str | None]) -> bool:
        """Whether a sentence only mentions another year, so that the story goes on behind it."""
        day = self._day
        return day is not None and all(iso and len(iso) == _YEAR and not day.startswith(iso) for iso in told)

    def _reached(self, told: Sequence[str | None]) -> str | None:
        """The first day told; the day so far where only its month or year is told again."""
        day = next((day for day in told if day and len(day) == _DAY), None)
        if day or not self._day:
            return day
        return self._day if any(iso and self._day.startswith(iso) for iso in told) else None


def _of_the_day(line: Line, told: Sequence[str | None]) -> bool:
    """Whether a sentence tells only the hour, which is of the day that the story is in: सुबह बात की थी."""
    return not told and not clause_words().hours.isdisjoint(line.forms)


def _looks_afar(line: Line) -> bool:
    """Whether the sentence goes back to the time of a recalled one: तब."""
    then = clause_words().then
    return not then.isdisjoint(line.forms) and any(
        form in then and after != "से" for form, after in pairwise([*line.forms, ""])
    )


def points_back(line: Line) -> bool:
    """Whether the sentence itself ties what it tells to the one before: इस दौरान, उसी दिन, तब."""
    words = grammar()
    return _looks_afar(line) or any(
        form in words.demonstratives and line.forms[k + 1] in words.occasions for k, form in enumerate(line.forms[:-1])
    )
