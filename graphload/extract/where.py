"""Where: the country of the place that belongs to a trigger."""

from __future__ import annotations

from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.grammar import grammar

_PLACES = ("city", "metonym", "name")


def where(line: Line, trigger: Atom) -> str | None:
    """The country of the nearest place in the locative (मॉस्को में, वॉनसान शहर में), or `None`."""
    places = [p for p in line.phrases if p.kind == "country" and p.sub in _PLACES and p.key and _locative(line, p)]
    best = min(places, key=lambda p: (_PLACES.index(p.sub), abs(p.first - trigger.first)), default=None)
    return best.key if best else None


def _locative(line: Line, place: Phrase) -> bool:
    behind = line.forms[place.last : place.last + 3]
    return "में" in behind[:2] or (bool(behind) and behind[0] in grammar().settlements and "में" in behind)
