"""Claims as records of their own, with the article that states each and the event that it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphload.model import Edge, Node


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim, its article, and the id of its event where it has one (a claim that credits a source has none)."""

    claim: Node
    article: Node
    event: str | None


def stated(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[Stated]:
    """Every claim that an article states, in the order of ids."""
    claims: list[Node] = []
    articles: dict[str, Node] = {}
    for node in nodes:
        if node.label == "Claim":
            claims.append(node)
        elif node.label == "Article":
            articles[node.id] = node
    source: dict[str, str] = {}
    event: dict[str, str] = {}
    for edge in edges:
        if edge.type == "STATES":
            source[edge.target] = edge.source
        elif edge.type == "ASSERTS":
            event[edge.source] = edge.target
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.id in source:
            yield Stated(claim, articles[source[claim.id]], event.get(claim.id))
