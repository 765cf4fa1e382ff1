"""GraphML, as networkx and Gephi open it: typed attributes, lists joined by a bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import networkx as nx

from graphload.model import Edge, Node, Value

BAR = " | "


def graphml(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[str]:
    """The lines of a GraphML file: nodes by label and id, edges by type and id, each with all its properties."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(nodes, key=lambda node: (node.label, node.id)):
        graph.add_node(_key(node.label, node.id), label=node.label, id=node.id, **_flat(node.properties))
    for edge in sorted(edges, key=lambda edge: (edge.type, edge.id)):
        ends = _key(edge.source_label, edge.source), _key(edge.target_label, edge.target)
        graph.add_edge(*ends, edge.id)
        graph.edges[*ends, edge.id].update({"type": edge.type, **_flat(edge.properties)})
    return (f"{line}\n" for line in nx.generate_graphml(graph, named_key_ids=True))


def _key(label: str, id_: str) -> str:
    """Ids are unique within a label only."""
    return f"{label}:{id_}"


def _flat(properties: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    return {name: BAR.join(value) if isinstance(value, tuple) else value for name, value in sorted(properties.items())}
