"""Where: the country of the place that belongs to a trigger."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.extract.customs import customs
from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.grammar import grammar

_PLACES = ("city", "metonym", "name")
_CITIES = _PLACES[:2]
_FIRST_LINES = 8
_DATELINE = frozenset(":(-–—")


def where(line: Line, trigger: Atom) -> str | None:
    """The country of the nearest place in the locative (मॉस्को में, वॉनसान शहर में), or `None`."""
    places = [p for p in line.phrases if p.kind == "country" and p.sub in _PLACES and p.key and _locative(line, p)]
    best = min(places, key=lambda p: (_PLACES.index(p.sub), abs(p.first - trigger.first)), default=None)
    return best.key if best else None


def dateline(lines: Sequence[Line]) -> str | None:
    """The country of the foreign city that the article reports from, where its first lines begin with one: मॉस्को: …."""
    for line in lines[:_FIRST_LINES]:
        place = next((p for p in line.phrases if p.first == 0 and p.kind == "country" and p.sub in _CITIES), None)
        if (
            place
            and place.last < len(line.forms)
            and _DATELINE & set(line.gaps[place.last])
            and place.key != customs().home
        ):
            return place.key
    return None


def _locative(line: Line, place: Phrase) -> bool:
    behind = line.forms[place.last : place.last + 3]
    return "में" in behind[:2] or (bool(behind) and behind[0] in grammar().settlements and "में" in behind)
