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
class Said:
    """What loading and taking back articles did to the keys, the reports and the witness groups."""

    added: frozenset[str]
    new_keys: tuple[Key, ...]
    unused_keys: tuple[Key, ...]
    gone_reports: Mapping[Report, str]
    broken_witnesses: frozenset[str]
