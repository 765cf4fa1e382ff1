"""Words by which phrases are known that no list of names can hold: heads of agreements and media, words that credit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.errors import DataError
from graphload.lexicon.index import index_classes, index_lists
from graphload.lexicon.load import lexicon
from graphload.lexicon.script import fold


class _Media(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    before: list[str]
    after: list[str]
    plain: list[str]


class _Namesakes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    beside: list[str]
    places: list[str]
    ranks: list[str]
    schemes: list[str]


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agreement_heads: tuple[str, ...]
    agreement_inside: list[str]
    agreement_outside: list[str]
    media: _Media
    credits: list[str]
    reports: list[str]
    pinning_offices: tuple[str, ...]
    vague: list[str]
    ordinals: list[str]
    signed_alone: list[str]
    dealings: dict[str, list[str]]
    declaring: list[str]
    yielding: list[str]
    alike: tuple[tuple[str, ...], ...]
    counts: dict[str, int]
    sums: list[str]
    that_is: list[str]
    aides: tuple[str, ...]
    vague_offices: tuple[str, ...]
    ruling_offices: tuple[str, ...]
    namesakes: _Namesakes


class Heads(msgspec.Struct, frozen=True):
    """The folded head words of agreements and media, the words that credit, and what offices tell.

    `alike` gives the word that stands for all that describe the same thing; `counts` what a numeral counts.
    """

    agreements: frozenset[tuple[str, ...]]
    agreement_words: frozenset[str]
    head_words: frozenset[str]
    inside: frozenset[str]
    outside: frozenset[str]
    yielding: frozenset[str]
    media_before: frozenset[str]
    media_after: frozenset[str]
    media_plain: frozenset[str]
    credits: frozenset[str]
    reports: frozenset[str]
    pinning_offices: frozenset[str]
    vague: frozenset[str]
    ordinals: frozenset[str]
    signed_alone: frozenset[str]
    dealings: dict[str, str]
    declaring: frozenset[str]
    alike: dict[str, str]
    counts: dict[str, int]
    sums: frozenset[str]
    that_is: frozenset[str]
    aides: frozenset[str]
    vague_offices: frozenset[str]
    ruling_offices: frozenset[str]
    named_beside: frozenset[str]
    named_places: frozenset[str]
    place_ranks: frozenset[str]
    named_schemes: frozenset[str]


@cache
def heads() -> Heads:
    """The head words that ship, read once. Raises `DataError` as `load_heads` does."""
    return load_heads(ROOT / "extract/phrases.yaml")


def load_heads(file: Path) -> Heads:
    """The head words in `file`. Raises `DataError` for a word given twice in a list, and for an unknown office."""
    raw = load_yaml(file, _Raw)
    agreements = frozenset(tuple(fold(text).split()) for text in raw.agreement_heads)
    tokens, media = index_lists(raw, f"{file}, "), index_lists(raw.media, f"{file}, media ")
    namesakes = index_lists(raw.namesakes, f"{file}, namesakes ")
    return Heads(
        agreements=agreements,
        agreement_words=frozenset(words[0] for words in agreements),
        head_words=frozenset(word for words in agreements for word in words),
        inside=tokens.pop("agreement_inside"),
        outside=tokens.pop("agreement_outside"),
        media_before=media["before"],
        media_after=media["after"],
        media_plain=media["plain"],
        pinning_offices=known_offices(raw.pinning_offices, f"{file}, pinning_offices"),
        dealings=index_classes(raw.dealings, f"{file}, dealings"),
        alike={fold(word): fold(words[0]) for words in raw.alike for word in words},
        counts={fold(word): count for word, count in raw.counts.items()},
        aides=known_offices(raw.aides, f"{file}, aides"),
        vague_offices=known_offices(raw.vague_offices, f"{file}, vague_offices"),
        ruling_offices=known_offices(raw.ruling_offices, f"{file}, ruling_offices"),
        named_beside=namesakes["beside"],
        named_places=namesakes["places"],
        place_ranks=namesakes["ranks"],
        named_schemes=namesakes["schemes"],
        **tokens,
    )


def known_offices(names: Iterable[str], where: str) -> frozenset[str]:
    """The names, which are keys of offices. Raises `DataError` for one that `offices.yaml` does not have."""
    for name in names:
        if name not in lexicon().offices:
            raise DataError(f"unknown office {name}", where=where, mend="give keys of offices.yaml")
    return frozenset(names)
