"""What the page's script reads: nodes and edges as they are drawn, claims and articles as evidence.

Two documents, each packed once: the graph, needed at once, and the evidence, needed on the first
selection. An edge or an event names its claims by their place in the evidence.
"""

from __future__ import annotations

import msgspec


class PageNode(msgspec.Struct, frozen=True, omit_defaults=True):
    """A node with its place in the picture; `id` is unique on the page (`Person:putin`)."""

    id: str
    kind: str
    name: str
    x: int
    y: int
    group: int
    hi: str = ""
    names: tuple[str, ...] = ()
    office: str = ""
    country: str = ""
    sort: str = ""
    named: bool = True
    articles: int = 0
    witnesses: int = 0
    status: str = ""
    disputed: bool = False
    date: str = ""
    claims: tuple[int, ...] = ()


class PageEdge(msgspec.Struct, frozen=True, omit_defaults=True, rename={"source": "from", "target": "to"}):
    """An edge; `status` and `date` are those of its event where it has none of its own."""

    id: str
    kind: str
    source: str
    target: str
    event: str = ""
    status: str = ""
    disputed: bool = False
    date: str = ""
    country: str = ""
    of: str = ""
    articles: int = 0
    witnesses: int = 0
    confidence: float = 0.0
    claims: tuple[int, ...] = ()


class PageArticle(msgspec.Struct, frozen=True, omit_defaults=True):
    """An article that stands behind a claim."""

    title: str
    url: str = ""
    outlet: str = ""
    published: str = ""


class PageClaim(msgspec.Struct, frozen=True, omit_defaults=True):
    """One claim with its sentences; `article` is a place in the list of articles, -1 for none."""

    kind: str
    quotes: tuple[str, ...]
    article: int = -1
    name: str = ""
    status: str = ""
    date: str = ""
    country: str = ""
    of: str = ""
    correction: bool = False
    rule: str = ""
    confidence: float = 0.0


class Proof(msgspec.Struct, frozen=True):
    """All the evidence of a page, every text once."""

    articles: tuple[PageArticle, ...]
    claims: tuple[PageClaim, ...]


class Page(msgspec.Struct, frozen=True):
    """All that one page shows."""

    nodes: tuple[PageNode, ...]
    edges: tuple[PageEdge, ...]
    proof: Proof
