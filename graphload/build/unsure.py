"""The records of what a person should decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from graphload.resolution import Likeness

Kind = Literal["person", "event"]

SHOWN: Final = 3
"""How many sentences of one side are shown."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an unsure pair: what a decision calls it, the node that it is now, and what articles say of it.

    `forms` are its names, or the line that an event goes by. `facts` are a person's office and country; an event's
    date, status, country and articles.
    """

    name: str
    id: str
    forms: tuple[str, ...]
    facts: Mapping[str, str]
    claims: int
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair before its sides are read in full: the claims that hang on it, and what gives a side by its name."""

    kind: Kind
    pair: Likeness
    claims: int
    side: Callable[[str], Side]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two that may be one person or one event, how alike they are and why, and the claims that hang on it."""

    kind: Kind
    left: Side
    right: Side
    score: float
    reasons: tuple[str, ...]
    claims: int
