"""Words by which names and institutions are known that no list holds, read from `unlisted.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.errors import DataError
from graphload.language.grammar import grammar
from graphload.lexicon.index import index_lists
from graphload.lexicon.records import OrganizationKind
from graphload.lexicon.script import fold


class _Introducing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kin: list[str]
    kin_kinds: list[str]
    whose: list[str]
    callings: list[str]
    aliases: list[str]


class _Institutions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heads: list[str]
    joints: list[str]
    wholes: list[str]
    ends: list[str]
    markers: frozenset[str]


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    introducing: _Introducing
    institutions: _Institutions
    echoes: dict[str, OrganizationKind]


class Unlisted(msgspec.Struct, frozen=True):
    """Folded words: what stands before names, and the heads, joints and ends of institutions (`ends` stand outside).

    `echoes` gives the kind of organization that a noun takes up.
    """

    kin: frozenset[str]
    kin_kinds: frozenset[str]
    whose: frozenset[str]
    callings: frozenset[str]
    aliases: frozenset[str]
    institutions: frozenset[str]
    joints: frozenset[str]
    wholes: frozenset[str]
    ends: frozenset[str]
    markers: frozenset[str]
    echoes: dict[str, OrganizationKind]


@cache
def unlisted() -> Unlisted:
    """The words that ship, read once. Raises `DataError` as `load_unlisted` does."""
    return load_unlisted(ROOT / "extract/unlisted.yaml")


def load_unlisted(file: Path) -> Unlisted:
    """The words in `file`. Raises `DataError` for a word given twice in a list, and for an unknown case marker."""
    raw = load_yaml(file, _Raw)
    if strange := raw.institutions.markers.difference(grammar().cases.values()):
        raise DataError(f"unknown case marker {min(strange)}", where=str(file), mend="give those of grammar.yaml")
    names, bodies = (index_lists(words, f"{file}, ") for words in (raw.introducing, raw.institutions))
    echoes = {fold(word): kind for word, kind in raw.echoes.items()}
    return Unlisted(
        institutions=bodies.pop("heads"), markers=raw.institutions.markers, echoes=echoes, **names, **bodies
    )
