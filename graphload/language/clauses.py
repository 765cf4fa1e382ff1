"""What a date in a clause of a Hindi sentence belongs to."""

from __future__ import annotations

from functools import cache

import msgspec

from graphload.data import load_yaml
from graphload.lexicon.script import fold


class ClauseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word classes of `data/language/clauses.yaml`, which says what each is for."""

    that: str
    contrasts: frozenset[str]
    said: frozenset[str]
    participles: frozenset[str]
    rather: frozenset[str]
    then: frozenset[str]
    frames: frozenset[str]
    ranges: frozenset[str]
    hours: frozenset[str]
    participial: tuple[str, ...]


@cache
def clause_words() -> ClauseWords:
    """The classes with their words folded, read once. Raises `DataError` where the file breaks its schema."""
    raw = msgspec.structs.asdict(load_yaml("language/clauses.yaml", ClauseWords))
    that = fold(raw.pop("that"))
    return ClauseWords(that=that, **{name: type(words)(map(fold, words)) for name, words in raw.items()})
