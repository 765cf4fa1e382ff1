"""When and where: the date expression and the place that belong to a trigger."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.dates import DateExpression, find_dates, resolve
from graphload.language.grammar import grammar
from graphload.model import Status

_NEAR = 3
_CARRIES = 4
"""How many sentences a told day holds for those that follow without a date of their own."""
_PLACES = ("city", "metonym", "name")
_UNUSABLE = ("attributive", "vague", "relative", "fiscal")


def dates_of(line: Line, document: str, published: str | None) -> tuple[DateExpression, ...]:
    """The date expressions of a line; their offsets count from its start."""
    return find_dates(document[line.start : line.end], published)


def when(
    line: Line,
    trigger: Atom,
    dates: tuple[DateExpression, ...],
    status: Status,
    published: str | None,
    of: Phrase | None = None,
) -> tuple[str | None, str | None]:
    """The event's ISO date, as exact as told, and the words that tell it.

    The nearest expression counts that no clause parts from the trigger, else the line's only one. A year that
    describes something (2015 के समझौते) dates only the thing `of` which the event is.
    """
    usable = [date for date in dates if date.kind not in _UNUSABLE or (of is not None and _describes(line, date, of))]
    usable = [date for date in usable if not _only_bounds(line, date)]
    near = [date for date in usable if not _parted(line, date, trigger)]
    if not near and len(usable) > 1:
        return None, None
    place = line.starts[trigger.first] - line.start
    best = min(near or usable, key=lambda date: (not date.anchored, abs(date.start - place)), default=None)
    if best is None:
        return None, None
    return resolve(best, published, future=status == "planned"), best.text


def _describes(line: Line, date: DateExpression, thing: Phrase) -> bool:
    if date.kind != "attributive":
        return False
    place = next((k for k, start in enumerate(line.starts) if start - line.start >= date.start), 0)
    return thing.first - _NEAR <= place < thing.last


def _only_bounds(line: Line, date: DateExpression) -> bool:
    """Whether a year or month only bounds a time that goes on or comes behind: 2007 से, 2011 के बाद."""
    if date.kind not in ("year", "month"):
        return False
    behind = next((k for k, start in enumerate(line.starts) if start - line.start >= date.end), len(line.words))
    case, _ = grammar().case_at(line.forms, behind)
    return case in ("से", "बाद", "पहले", "तक")


def _parted(line: Line, date: DateExpression, trigger: Atom) -> bool:
    first = next((k for k, start in enumerate(line.starts) if start - line.start >= date.start), 0)
    low, high = sorted((first, trigger.first))
    return any(form in grammar().clause_openers for form in line.forms[low:high])


def where(line: Line, trigger: Atom) -> str | None:
    """The country of the nearest place in the locative (मॉस्को में, वॉनसान शहर में), or `None`."""
    places = [p for p in line.phrases if p.kind == "country" and p.sub in _PLACES and p.key and _locative(line, p)]
    best = min(places, key=lambda p: (_PLACES.index(p.sub), abs(p.first - trigger.first)), default=None)
    return best.key if best else None


def _locative(line: Line, place: Phrase) -> bool:
    behind = line.forms[place.last : place.last + 3]
    return "में" in behind[:2] or (bool(behind) and behind[0] in grammar().settlements and "में" in behind)


class Story:
    """The day that the story has reached, sentence by sentence: what an undated sentence in it happened on.

    A day holds for the sentences behind it until another date is told, as इसके बाद and इस दौरान take for
    granted. A sentence in the pluperfect steps out of the story, and the title waits for the first day told.
    """

    def __init__(self, lines: Sequence[Line], document: str, published: str | None) -> None:
        self._days: dict[int, str | None] = {}
        found = {line.number: dates_of(line, document, published) for line in lines if not line.title}
        day, held = None, 0
        for line in lines:
            told = [date for date in found.get(line.number, ()) if date.kind not in _UNUSABLE]
            days = [
                iso
                for date in told
                if (iso := resolve(date, published, future=False)) and len(iso) == len("2024-01-16")
            ]
            if told:
                kept = (
                    day
                    if day
                    and any(iso and day.startswith(iso) for iso in (resolve(d, published, future=False) for d in told))
                    else None
                )
                day, held = (days[0] if days else kept), 0
            elif held < _CARRIES:
                held += 1
            else:
                day = None
            self._days[line.number] = day if told or points_back(line) or not steps_out(line) else None
        first = next((self._days[line.number] for line in lines if self._days[line.number]), None)
        self._days.update({line.number: first for line in lines if line.title})

    def day(self, line: Line) -> str | None:
        """The day that an undated event of `line` happened on, if the story has reached one."""
        return self._days.get(line.number)


def steps_out(line: Line) -> bool:
    """Whether the sentence tells of what was before: its verb is in the pluperfect (की थी, गए थे)."""
    return bool(line.forms) and line.forms[-1] in grammar().pluperfect


def points_back(line: Line) -> bool:
    """Whether the sentence itself ties what it tells to the one before: इस दौरान, उसी दिन, इस यात्रा में."""
    words = grammar()
    return any(
        form in words.demonstratives and line.forms[k + 1] in words.occasions for k, form in enumerate(line.forms[:-1])
    )
