"""When and where: the date expression and the place that belong to a trigger."""

from __future__ import annotations

from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.dates import DateExpression, find_dates, resolve
from graphload.language.grammar import grammar
from graphload.model import Status

_PLACES = ("city", "metonym", "name")
_UNUSABLE = ("attributive", "vague", "relative", "fiscal")


def dates_of(line: Line, document: str, published: str | None) -> tuple[DateExpression, ...]:
    """The date expressions of a line; their offsets count from its start."""
    return find_dates(document[line.start : line.end], published)


def when(
    line: Line, trigger: Atom, dates: tuple[DateExpression, ...], status: Status, published: str | None
) -> tuple[str | None, str | None]:
    """The event's ISO date, as exact as told, and the words that tell it.

    The nearest expression counts that no clause parts from the trigger, else the line's only one.
    """
    usable = [date for date in dates if date.kind not in _UNUSABLE]
    near = [date for date in usable if not _parted(line, date, trigger)]
    if not near and len(usable) > 1:
        return None, None
    place = line.words[trigger.first].start - line.start
    best = min(near or usable, key=lambda date: (not date.anchored, abs(date.start - place)), default=None)
    if best is None:
        return None, None
    return resolve(best, published, future=True if status == "planned" else False), best.text


def _parted(line: Line, date: DateExpression, trigger: Atom) -> bool:
    first = next((k for k, word in enumerate(line.words) if word.start - line.start >= date.start), 0)
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
