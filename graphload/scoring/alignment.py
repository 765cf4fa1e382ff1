"""Alignment: which entity of a reading is which entity of the annotation.

One to one, likeliest pair first. Likeness grows with the surface forms that two entities share, in whole or
as a run of words; countries also agree by their code; agreements, which are described rather than named,
already by a word of the description.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import regex

from graphload.model import Entity
from graphload.scoring.gold import GoldEntity

_BREAKS = regex.compile(r"[\s\-‐‑–—―._·,'’‘\"“”]+")
_INVISIBLE = str.maketrans({"\u200c": None, "\u200d": None, "\u093c": None, "\u0901": "\u0902"})
_EXCHANGEABLE = frozenset({"Country", "Organization", "Source"})
_CODE, _SAME, _PART, _WORD, _KIND = 5.0, 2.0, 0.5, 0.1, 0.25


def plain(text: str) -> str:
    """The text as it is compared: no nukta, joiners, hyphens, dots, quotes or case."""
    text = unicodedata.normalize("NFD", text).translate(_INVISIBLE)
    return _BREAKS.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()


def align(gold: Sequence[GoldEntity], read: Sequence[Entity]) -> dict[str, str]:
    """For each entity of the reading that is found in the annotation, the annotation's id."""
    known = [(entity, _names(entity.names)) for entity in gold]
    found = [(entity, _names(entity.names)) for entity in read]
    pairs = [(_likeness(*g, *r), i, j) for i, g in enumerate(known) for j, r in enumerate(found)]
    mapping: dict[str, str] = {}
    taken: set[str] = set()
    for likeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        ours, theirs = found[j][0].id, known[i][0].id
        if likeness > 0 and ours not in mapping and theirs not in taken:
            mapping[ours] = theirs
            taken.add(theirs)
    return mapping


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(plain, names)))


def _likeness(gold: GoldEntity, theirs: frozenset[str], read: Entity, ours: frozenset[str]) -> float:
    if gold.kind != read.label and not {gold.kind, read.label} <= _EXCHANGEABLE:
        return 0.0
    likeness = _CODE if gold.iso3 and read.label == "Country" and gold.iso3 == read.key else 0.0
    likeness += _SAME * len(theirs & ours)
    likeness += _PART * sum(any(_holds(a, b) or _holds(b, a) for b in ours) for a in theirs - ours)
    if gold.kind == "Agreement" and not likeness:
        likeness += _WORD * len(_words(theirs) & _words(ours))
    return likeness and likeness + _KIND * (gold.kind == read.label)


def _holds(long: str, short: str) -> bool:
    return f" {short} " in f" {long} "


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in name.split() if len(word) > 2}
