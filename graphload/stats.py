"""How much of each kind is in a store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphload.ontology import ontology
from graphload.store import Store


@dataclass(frozen=True, slots=True)
class Stats:
    """Nodes by label and edges by type, in the order of the ontology, and the revision that the store has reached."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    revision: int


def stats_of(store: Store) -> Stats:
    """The counts of a store."""
    nodes = {label: _count(store, f"MATCH (n:{label}) RETURN count(n)") for label in ontology().nodes}
    edges = {kind: _count(store, f"MATCH ()-[r:{kind}]->() RETURN count(r)") for kind in ontology().edges}
    marker = store.marker()
    return Stats(nodes, edges, marker.revision if marker else 0)


def _count(store: Store, cypher: str) -> int:
    return int(store.run(cypher, {}).rows[0][0])
