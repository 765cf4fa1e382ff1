"""Which articles are one witness: copies of one text, however many sites carry it.

Two articles are copies where at least half of the runs of three words that either has are in both. MinHash
bands only propose pairs; the share is counted exactly. Copies of copies are one witness too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from hashlib import blake2b
from typing import Any, Final

import numpy as np
import regex

from graphload.resolve.sets import DisjointSets

SHARE: Final = 0.5
_RUN: Final = 3
_BANDS, _ROWS = 32, 3
_SEED: Final = 1
_WORDS = regex.compile(r"[\p{L}\p{M}\p{N}]+")
Shingles = frozenset[str]


def shingles(text: str) -> Shingles:
    """Every run of three words of `text`; a shorter text is one run."""
    words = _WORDS.findall(text.casefold())
    return frozenset(" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))


def bands(text: str) -> tuple[int, ...]:
    """One number for each band of the text's signature: near-duplicates share at least one, almost surely."""
    signature = _new_signature()()
    signature.update_batch([shingle.encode() for shingle in shingles(text)])
    rows = np.asarray(signature.hashvalues, dtype=np.uint32).reshape(_BANDS, _ROWS)
    return tuple(_band(number, row.tobytes()) for number, row in enumerate(rows))


@cache
def _new_signature() -> Callable[[], Any]:
    """What makes empty signatures, all by the same permutations."""
    from datasketch import MinHash  # here, for it takes half a second, and those who only ask the graph do without

    permutations = MinHash(num_perm=_BANDS * _ROWS, seed=_SEED).permutations
    return partial(MinHash, num_perm=_BANDS * _ROWS, seed=_SEED, permutations=permutations, scheme="affine32")


def _band(number: int, values: bytes) -> int:
    """A number of 56 bits, which fits any database's integers."""
    return int.from_bytes(blake2b(bytes([number]) + values, digest_size=7).digest(), "big")


def copies(left: Shingles, right: Shingles) -> bool:
    """Whether two texts share so much that one is a copy of the other."""
    both = len(left & right)
    return both >= SHARE * (len(left) + len(right) - both)


def witnesses(
    articles: Iterable[str],
    bands_of: Iterable[tuple[int, str]],
    known: Iterable[Sequence[str]],
    shingles_of: Callable[[str], Shingles],
) -> dict[str, str]:
    """The witness of each of `articles`: the smallest id among its copies.

    `bands_of` gives the articles of each band, `known` the groups that are copies already.
    """
    sets = DisjointSets(articles)
    for group in known:
        for member in group[1:]:
            sets.join(group[0], member)
    by_band: defaultdict[int, list[str]] = defaultdict(list)
    for band, article in bands_of:
        by_band[band].append(article)
    for members in by_band.values():
        _join_copies(sorted(members), sets, shingles_of)
    return {article: min(group) for group in sets.sets() for article in group}


def _join_copies(members: Sequence[str], sets: DisjointSets[str], shingles_of: Callable[[str], Shingles]) -> None:
    """Joins copies within one band. Pairs that are together already need no count: what counts is the component."""
    for number, right in enumerate(members):
        for left in members[:number]:
            if not sets.together(left, right) and copies(shingles_of(left), shingles_of(right)):
                sets.join(left, right)
