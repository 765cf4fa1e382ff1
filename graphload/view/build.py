"""From graph rows to the records of the page: who is drawn, where, with which evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from graphload.model import Article, Edge, Node, Value
from graphload.view.evidence import Evidence
from graphload.view.kinds import words
from graphload.view.layout import Layout, Spot, arrange
from graphload.view.records import Page, PageEdge, PageNode

_LETTER, _LINE, _CLIP, _CROWD = 7.8, 23.0, 26, 400
_NODE_TEXTS = ("office", "country", "status", "date")
_EDGE_TEXTS = ("event", "status", "date", "country", "of")


def build(nodes: Collection[Node], edges: Collection[Edge], articles: Mapping[str, Article]) -> Page:
    """The page's records for the drawn kinds among `nodes` and `edges`, in an order that is theirs alone."""
    drawn = {key_of(node.label, node.id): node for node in nodes if node.label in words().nodes}
    order = sorted(drawn)
    joined = sorted(
        {edge.id: edge for edge in edges if edge.type in words().edges and _ends(edge) <= drawn.keys()}.values(),
        key=lambda edge: (edge.type, edge.id),
    )
    evidence = Evidence(nodes, edges, articles)
    layout = _arrange([drawn[key] for key in order], order, joined)
    events = {node.id: node for node in nodes if node.label == "Event"}
    page_edges = tuple(_edge(edge, events, evidence) for edge in joined)
    page_nodes = tuple(
        _node(drawn[key], key, layout.points[row], layout.groups[row], evidence) for row, key in enumerate(order)
    )
    return Page(page_nodes, page_edges, evidence.proof)


def key_of(label: str, id_: str) -> str:
    """The id of a node on the page: ids of two labels may be alike."""
    return f"{label}:{id_}"


def _ends(edge: Edge) -> set[str]:
    return {key_of(edge.source_label, edge.source), key_of(edge.target_label, edge.target)}


def _arrange(nodes: Sequence[Node], order: Sequence[str], edges: Sequence[Edge]) -> Layout:
    row = {key: index for index, key in enumerate(order)}
    crowded = sum(words().nodes[node.label].shown for node in nodes) > _CROWD
    pairs = [
        (row[key_of(edge.source_label, edge.source)], row[key_of(edge.target_label, edge.target)]) for edge in edges
    ]
    degree = Counter(index for pair in set(pairs) for index in pair)
    return arrange([_spot(node, degree[index], crowded) for index, node in enumerate(nodes)], pairs)


def _spot(node: Node, degree: int, crowded: bool) -> Spot:
    """Room for the sign and, where there are few enough to show them all, for the label below it."""
    later = not words().nodes[node.label].shown
    radius = 8 + min(15.0, 2.6 * degree**0.5)
    if crowded or later:
        return Spot(radius + 8, radius + 8, later)
    letters = max(len(str(node.properties.get(key, ""))) for key in ("name", "name_hi"))
    return Spot(max(radius, min(letters, _CLIP) * _LETTER / 2) + 6, radius + _LINE, later)


def _texts(properties: Mapping[str, Value], keys: Sequence[str]) -> dict[str, Any]:
    return {key: str(properties[key]) for key in keys if key in properties}


def _counts(properties: Mapping[str, Value]) -> dict[str, Any]:
    return {key: int(properties[key]) for key in ("articles", "witnesses") if key in properties}  # type: ignore[arg-type]


def _node(node: Node, key: str, at: Sequence[float], group: int, evidence: Evidence) -> PageNode:
    properties = node.properties
    name, hindi = str(properties.get("name", node.id)), str(properties.get("name_hi", ""))
    names = properties.get("names", ())
    return PageNode(
        key,
        node.label,
        name,
        round(at[0]),
        round(at[1]),
        group,
        hindi,
        tuple(dict.fromkeys(text for text in names if text not in (name, hindi)))
        if isinstance(names, (tuple, list))
        else (),
        sort=str(properties.get("kind", "")),
        named=bool(properties.get("named", True)),
        disputed=bool(properties.get("disputed", False)),
        claims=evidence.of_event(node.id) if node.label == "Event" else (),
        **_texts(properties, _NODE_TEXTS),
        **_counts(properties),
    )


def _edge(edge: Edge, events: Mapping[str, Node], evidence: Evidence) -> PageEdge:
    own = edge.properties
    event = str(own.get("event", "")) or next(
        (
            id_
            for label, id_ in ((edge.source_label, edge.source), (edge.target_label, edge.target))
            if label == "Event"
        ),
        "",
    )
    shared = events[event].properties if event in events else {}
    told = {**{key: shared[key] for key in ("status", "date", "disputed") if key in shared}, **own}
    return PageEdge(
        edge.id,
        edge.type,
        key_of(edge.source_label, edge.source),
        key_of(edge.target_label, edge.target),
        disputed=bool(told.get("disputed", False)),
        confidence=float(own.get("confidence", 0)),  # type: ignore[arg-type]
        claims=evidence.of_edge(edge, event),
        **{**_texts(told, _EDGE_TEXTS), "event": event},
        **_counts(own),
    )
