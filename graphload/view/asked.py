"""What the rows of a query speak of, as a part of the graph that can be drawn.

An Article or a Claim is never drawn: it stands for its events. An event is drawn through the edges of its claims, so it
brings its parties along where the rows name too few of them; a Source brings the events that are credited to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from typing import NamedTuple

from graphload.errors import QueryError
from graphload.model import Edge, Node
from graphload.relations import CREDIT
from graphload.view.kinds import words
from graphload.view.select import TELLING, Key, Subgraph, ends_of, subgraph


class Asked(NamedTuple):
    """The part that is shown, and the kinds that it shows at once though a page has them one tick away."""

    shown: Subgraph
    opened: frozenset[str]


def asked_for(
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    given: tuple[Collection[Node], Collection[Edge]],
    *,
    labels: Collection[str] | None = None,
    limit: int | None = None,
) -> Asked:
    """The part of a graph that the rows of a query speak of: the nodes and edges `given`, with their evidence.

    Where the query gave nodes only, the edges are all those among them. Raises `QueryError` where nothing can be drawn.
    """
    edges = tuple(edges)
    keys = _drawn(
        {(node.label, node.id) for node in given[0]} | {end for edge in given[1] for end in ends_of(edge)}, edges
    )
    keys = {key for key in keys if labels is None or key[0] in labels}
    if not keys:
        mend = "ask for other values, or return nodes and edges in place of their properties"
        raise QueryError("nothing to draw: no row of the query names a node or an edge", mend=mend)
    chosen = {edge.id for edge in given[1]}
    joined = [edge for edge in edges if (edge.id in chosen if chosen else keys.issuperset(ends_of(edge)))]
    told = {str(edge.properties["event"]) for edge in joined if "event" in edge.properties}
    untold = {id_ for label, id_ in keys if label == "Event"} - told
    drawn = [*joined, *_of_events(edges, told, untold)]
    focus = {id_ for _, id_ in keys} | _parties(edges, untold, labels)
    shown = subgraph(nodes, drawn, labels=labels, focus=focus, hops=0, limit=limit)
    return Asked(shown, frozenset(("Event", "Source") if any(label == "Source" for label, _ in keys) else ()))


def _drawn(keys: Set[Key], edges: Sequence[Edge]) -> set[Key]:
    """The keys that are drawn, and the events that the others stand for."""
    drawn = {key for key in keys if key[0] in words().nodes}
    claims = {key for key in keys if key[0] == "Claim"}
    if not drawn:
        claims |= {ends_of(edge)[1] for edge in edges if edge.type == "STATES" and ends_of(edge)[0] in keys}
    drawn |= {ends_of(edge)[1] for edge in edges if edge.type == "ASSERTS" and ends_of(edge)[0] in claims}
    if all(label != "Event" for label, _ in drawn):
        credited = (ends_of(edge) for edge in edges if edge.type == CREDIT and edge.source_label == "Event")
        drawn |= {event for event, source in credited if source in drawn}
    return drawn


def _event_of(edge: Edge) -> str:
    """The event that an edge tells of or ends at; empty where there is none."""
    at = next((id_ for label, id_ in ends_of(edge) if label == "Event"), "")
    return str(edge.properties.get("event", at))


def _of_events(edges: Sequence[Edge], told: Set[str], untold: Set[str]) -> list[Edge]:
    """The evidence, what ties events to their parties, and of the `untold` events the relations too."""
    return [
        edge
        for edge in edges
        if edge.type in TELLING
        or _event_of(edge) in untold
        or ("event" not in edge.properties and _event_of(edge) in told)
    ]


def _parties(edges: Sequence[Edge], events: Set[str], labels: Collection[str] | None) -> set[str]:
    """The ids of those between whom the `events` happened."""
    relations = (edge for edge in edges if edge.properties.get("event") in events)
    return {id_ for edge in relations for label, id_ in ends_of(edge) if labels is None or label in labels}
