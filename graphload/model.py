"""The records that cross from one stage to the next.

All are frozen: a stage takes some, gives others, and keeps none. Offsets count code points in
`Article.document`; dates are ISO text cut to their precision (`2024`, `2024-01`, `2024-01-16`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Label = Literal["Person", "Country", "Organization", "Agreement", "Source"]
Status = Literal["happened", "planned", "denied"]
Precision = Literal["year", "month", "day"]
Judgement = Literal["same", "different"]
Verdict = Literal["same", "unsure", "different"]
Value = str | int | float | bool | tuple[str, ...]

ARTICLE = "article"
"""Stands for the article itself where a claim needs an entity: the source of a REPORTED_BY."""


def precision_of(date: str | None) -> Precision | None:
    """How exact an ISO date is, read off its length; `None` where there is no date."""
    return None if date is None else {4: "year", 7: "month", 10: "day"}[len(date)]  # type: ignore[return-value]


def digest(*parts: str) -> str:
    """A stable id of 20 hexadecimal digits for the parts in their order."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the page that is not the article, and why it was left out."""

    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned. `published` is its own date where the page tells it, never a guess."""

    id: str
    title: str
    text: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str = "hi"
    byline: str | None = None
    dropped: tuple[Dropped, ...] = ()

    @property
    def document(self) -> str:
        """Title and text joined by one line feed: what every offset counts in."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article names an entity."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What one article says of one entity. `id` is local to the article (`p1`, `c2`).

    `key` is set where the lexicon knows the entity: ISO alpha-3 for a Country, the lexicon's id for
    an Organization or a Source, the registry's id for a Person named in full as the registry has it.
    """

    id: str
    label: Label
    name: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    key: str | None = None
    office: str | None = None
    country: str | None = None
    named: bool = True
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that shows a claim: `quote` is `document[start:end]`, letter for letter."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation that one article states, of a `type` that `data/relations.yaml` declares.

    `source` and `target` are entity ids of the article (or `ARTICLE`). `event` groups the claims of
    one article that tell of one happening: every pair of one meeting, every signer of one signing.
    `correction` is set where the article says that an earlier report had it wrong.
    """

    id: str
    article: str
    type: str
    source: str
    target: str
    event: str
    status: Status
    rule: str
    evidence: tuple[Evidence, ...]
    date: str | None = None
    date_text: str | None = None
    country: str | None = None
    of: str | None = None
    mode: str | None = None
    confidence: float = 1.0
    correction: bool = False

    @property
    def precision(self) -> Precision | None:
        """How exact `date` is."""
        return precision_of(self.date)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article."""

    article: Article
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word that two names, or two events, are one or are not. Never deleted, only superseded."""

    kind: Literal["person", "event"]
    left: str
    right: str
    judgement: Judgement | Literal["undone"]
    by: str
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph, as a store keeps it. Properties hold no nulls; lists are tuples of text."""

    label: str
    id: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the graph; the labels of its ends let a store find them by index."""

    type: str
    id: str
    source_label: str
    source: str
    target_label: str
    target: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a store holds: which ledger it follows, and the revision it has reached.

    `target` is the revision a sync under way is going to; it equals `revision` when none is. `stamp` is the
    ledger's own of that target: a ledger that was set back counts on from an older revision, with other stamps.
    """

    ledger: str
    revision: int
    target: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Graph rows that differ between two revisions: upserts, and the ids of rows that are gone."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    gone_nodes: tuple[tuple[str, str], ...] = ()
    gone_edges: tuple[tuple[str, str], ...] = ()
