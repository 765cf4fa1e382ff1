"""English letters in Devanagari: the initials of names, and what a full stop behind one means."""

from __future__ import annotations

from functools import cache

import msgspec

from graphload.data import load_yaml
from graphload.lexicon.script import fold


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    letters: list[str]
    pairs: list[str]
    abbreviations: list[str]
    also_words: list[str]


class Letters(msgspec.Struct, frozen=True):
    """Folded forms: single `letters`, `initials` (single and double), `abbreviations`, and letters `also_words`."""

    letters: frozenset[str]
    initials: frozenset[str]
    abbreviations: frozenset[str]
    also_words: frozenset[str]


@cache
def letters() -> Letters:
    """The letters, read once. Raises `DataError` where the file breaks its schema."""
    raw = load_yaml("language/letters.yaml", _Raw)
    single, pairs = frozenset(map(fold, raw.letters)), frozenset(map(fold, raw.pairs))
    return Letters(
        single, single | pairs, frozenset(map(fold, raw.abbreviations)), frozenset(map(fold, raw.also_words))
    )
