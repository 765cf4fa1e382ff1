"""Which names are worth comparing: those that share a way to sound in two places.

Two names in full are one person's only where two of their words answer each other, or a rare word and an initial.
So a name is filed under pairs of keys, and a name is compared with those that share a pair: in a large graph that is
one name in thousands, where sharing any one key would be one in ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import Final

from graphload.language.name_parts import Part, name_words, readings
from graphload.language.names import FULL, RARE
from graphload.language.sounds import sound

_JOINED: Final = 2

Segment = tuple[int, int, frozenset[str]]
"""A word, or two written as one: where it begins and ends in the name, and the keys of its sound."""


@lru_cache(maxsize=1 << 16)
def pair_keys(name: str) -> frozenset[str]:
    """What `name` is filed under; empty for a name of one word."""
    return frozenset(key for parts in readings(name) for key in _pairs_of(parts))


@lru_cache(maxsize=1 << 16)
def part_keys(name: str) -> frozenset[str]:
    """The sounds of single parts of `name`: two names that share a pair of keys share one of these at least."""
    return frozenset(key for parts in readings(name) for _, _, keys in _segments(parts) for key in keys)


def joined_keys(name: str) -> frozenset[str]:
    """What a name of two words is found by where it is written as one, and what such a word is looked up by.

    Each has to be more than a syllable or a numeral: `Abdullah` is not `Abdullah II`.
    """
    words = name.split()
    if len(words) > _JOINED or any(sound(word).weight < FULL for word in words):
        return frozenset()
    return frozenset(f"={key}" for key in sound("".join(words)).keys)


def _pairs_of(parts: Sequence[Part]) -> Iterator[str]:
    segments = list(_segments(parts))
    for (start, end, keys), (other_start, other_end, others) in combinations(segments, 2):
        if end <= other_start or other_end <= start:
            yield from (f"{min(pair)}+{max(pair)}" for pair in product(keys, others))
    for place, first in enumerate(parts):
        initial = "".join(sound(first.initial or first.text).slots[:1])
        for start, _, keys in segments:
            if start != place and sound(parts[start].text).weight >= RARE:
                yield from (f"{initial}.+{key}" for key in keys)


def _segments(parts: Sequence[Part]) -> Iterator[Segment]:
    words = [(place, part.text) for place, part in enumerate(parts) if not part.initial]
    for place, text in words:
        if len(parts) == 2 or text not in name_words().particles:
            yield place, place + 1, sound(text).keys | {name_words().spellings.get(text, text)}
    for (place, text), (after, following) in pairwise(words):
        if after == place + 1 and len(parts) > 2:  # to the whole name nothing is left that would make a pair
            yield place, after + 1, sound(text + following).keys
