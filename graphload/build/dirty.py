"""What a change leaves to be made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphload.resolution import Key, Report


@dataclass(slots=True)
class Dirty:
    """Articles, entities (label and id) and events whose graph rows may differ now."""

    articles: set[str] = field(default_factory=set)
    entities: set[tuple[str, str]] = field(default_factory=set)
    events: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What articles leave behind that were taken back: reports with their groups, witness groups, keys by text."""

    reports: Mapping[Report, str]
    witnesses: frozenset[str]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """Keys that came, and keys that no article uses any more."""

    new: tuple[Key, ...]
    unused: tuple[Key, ...]
