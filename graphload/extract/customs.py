"""Customs: how news speaks of people by their office alone, read from `posts.yaml`."""

from __future__ import annotations

from functools import cache

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.extract.heads import heads, known_offices
from graphload.lexicon.index import index_lists
from graphload.lexicon.load import lexicon


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    home: str
    rulers: tuple[str, ...]
    crowded: tuple[str, ...]
    provincial: tuple[str, ...]
    abroad: tuple[str, ...]
    central: list[str]
    indefinite: list[str]
    numerals: list[str]
    realm: list[str]
    describing: list[str]
    past: list[str]


class Customs(msgspec.Struct, frozen=True):
    """Keys of countries and offices, and folded words: see the comments in `posts.yaml`."""

    home: str
    rulers: tuple[str, ...]
    crowded: frozenset[str]
    provincial: frozenset[str]
    abroad: frozenset[str]
    central: frozenset[str]
    indefinite: frozenset[str]
    numerals: frozenset[str]
    realm: frozenset[str]
    describing: frozenset[str]
    past: frozenset[str]


@cache
def customs() -> Customs:
    """How an office without a name is read. Raises `DataError` where the file breaks its schema or names no office."""
    file = ROOT / "extract/posts.yaml"
    raw = load_yaml(file, _Raw)
    return Customs(
        home=raw.home,
        rulers=raw.rulers,
        crowded=known_offices(raw.crowded, f"{file}, crowded"),
        provincial=known_offices(raw.provincial, f"{file}, provincial"),
        abroad=known_offices(raw.abroad, f"{file}, abroad"),
        **index_lists(raw, f"{file}, "),
    )


def pins_down(office: str, country: str | None) -> bool:
    """Whether an office without a name (of `country`, if one is told) still tells one person apart."""
    known = lexicon().offices.get(office)
    if office in customs().crowded:
        return False
    if country is None:
        return known is not None and known.unique and office not in heads().vague_offices
    return (known is not None and known.unique) or office in heads().pinning_offices
