"""The records of who is who and which event is which, as they cross from the ledger over resolve to project.

What articles say of an entity is gathered under *keys*; keys that are one person form a *cluster*. What
one article tells of one happening is a *report*; reports of one happening form an *event*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphload.model import Claim, Label, Verdict


@dataclass(frozen=True, slots=True)
class Key:
    """What may identify an entity, as one or more articles give it: the unit that resolution joins.

    `anchor` is the id that the registry or the lexicon has for it, `basis` says by what it was found.
    Only `comparable` keys, people named in full, can join others because their names are alike.
    """

    text: str
    label: Label
    name: str = ""
    office: str | None = None
    country: str | None = None
    kind: str | None = None
    anchor: str | None = None
    basis: str = ""
    comparable: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two things are, and why: two names, two keys, or a key and a person of the registry."""

    left: str
    right: str
    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What one article tells of one happening.

    Two reports of one `level` and `bucket` that share a tie are of one event. `parties` are ties too
    loose for that; they let a vaguer report find this one. `level` orders reports from exact to vague.
    `witness` is that of the article.
    """

    id: str
    article: str
    kind: str
    ties: tuple[str, ...]
    parties: tuple[str, ...]
    level: int
    bucket: str
    planned: bool
    witness: str
    date: str | None = None
    published: str | None = None
    country: str | None = None

    @property
    def month(self) -> str:
        """The month of its date, else of its publication; the year where only that is told, empty where neither is."""
        return (self.date or self.published or "")[:7]


@dataclass(frozen=True, slots=True)
class Reference:
    """A node that entities of articles resolve to, and the name that it is known by."""

    label: Label
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One claim with its ends resolved, the witness group of its article, and when that was published."""

    claim: Claim
    source: Reference
    target: Reference
    witness: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening across articles: every claim that tells of it, whichever side the claim takes."""

    id: str
    kind: str
    claims: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """All that articles say of one entity of the graph. `forms` counts articles by surface form."""

    label: Label
    id: str
    keys: tuple[Key, ...]
    forms: Mapping[str, int]
    articles: int
