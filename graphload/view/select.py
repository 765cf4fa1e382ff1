"""Which part of a graph is shown: by label, by size, or around some nodes.

Events and Sources follow what they tell of: they are neither counted by `limit` nor steps of `hops`.
Where an event took place joins nobody.
Articles and Claims are never drawn; those of the shown events come along as evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from graphload.errors import NotFoundError
from graphload.model import Edge, Node
from graphload.view.kinds import words

EVIDENCE = frozenset({"Article", "Claim"})
TELLING = ("STATES", "ASSERTS")
"""The edges from an Article to its Claims, and from a Claim to its event."""
_FOLLOWERS = ("Event", "Source")
_PLACE = "TOOK_PLACE_IN"

Key = tuple[str, str]
"""A label and an id: what tells nodes apart."""
Near = Mapping[Key, Collection[Key]]


class Subgraph(NamedTuple):
    """What is shown, with the Articles and Claims that are its evidence."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def subgraph(
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    *,
    labels: Collection[str] | None = None,
    limit: int | None = None,
    focus: str | Collection[str] | None = None,
    hops: int = 1,
) -> Subgraph:
    """The part of the graph with these `labels` (all that are drawn when `None`).

    `limit` keeps that many of the best-joined nodes. `focus` (one id or several) keeps what lies
    within `hops` relations of it. Raises `NotFoundError` for an unknown label or focus.
    """
    by_key = {(node.label, node.id): node for node in nodes}
    rows = {edge.id: edge for edge in edges}.values()
    wanted = _labels(labels)
    kept = {key for key in by_key if key[0] in wanted}
    drawn = [edge for edge in rows if edge.type in words().edges and kept.issuperset(ends_of(edge))]
    near = _near(edge for edge in drawn if edge.type != _PLACE)
    if focus is not None:
        kept = _around(kept, near, {focus} if isinstance(focus, str) else set(focus), hops)
    if limit is not None:
        kept = _best(kept, near, limit)
    drawn = [edge for edge in drawn if kept.issuperset(ends_of(edge))]
    proof = _evidence(kept, drawn, rows)
    told = [edge for edge in rows if edge.type in TELLING and (proof | kept).issuperset(ends_of(edge))]
    return Subgraph(
        tuple(by_key[key] for key in sorted(kept | proof & by_key.keys())),
        tuple(sorted(drawn + told, key=lambda edge: (edge.type, edge.id))),
    )


def ends_of(edge: Edge) -> tuple[Key, Key]:
    """The keys of its source and its target."""
    return (edge.source_label, edge.source), (edge.target_label, edge.target)


def _labels(labels: Collection[str] | None) -> set[str]:
    drawn = words().nodes.keys()
    for label in sorted(set(labels or ()) - drawn):
        raise NotFoundError(f"no label {label} is drawn", where="subgraph", mend=f"take some of {', '.join(drawn)}")
    return set(drawn if labels is None else labels)


def _near(edges: Iterable[Edge]) -> Near:
    near: dict[Key, set[Key]] = defaultdict(set)
    for edge in edges:
        left, right = ends_of(edge)
        near[left].add(right)
        near[right].add(left)
    return near


def _around(kept: set[Key], near: Near, focus: set[str], hops: int) -> set[Key]:
    """What can be reached in `hops` relations; an Event joins its participants and is no step itself."""
    start = {key for key in kept if key[1] in focus}
    for missing in sorted(focus - {key[1] for key in start}):
        raise NotFoundError(f"no drawn node has the id {missing}", where="subgraph", mend="take an id of the graph")
    reached, frontier = set(start), set(start)
    for _ in range(hops):
        found = {other for key in frontier if key[0] != "Source" or key in start for other in near.get(key, ())}
        found |= {other for key in found if key[0] == "Event" for other in near[key] if other[0] != "Source"}
        frontier = found - reached
        reached |= found
    return _follow({key for key in reached if key[0] not in _FOLLOWERS}, near, kept) | start


def _best(kept: set[Key], near: Near, limit: int) -> set[Key]:
    """The `limit` nodes with most neighbours of their own kind of thing, ties by key."""
    degree = Counter({key: sum(other[0] not in _FOLLOWERS for other in near.get(key, ())) for key in kept})
    things = sorted((key for key in kept if key[0] not in _FOLLOWERS), key=lambda key: (-degree[key], key))
    if len(things) <= limit:
        return kept
    return _follow(set(things[:limit]), near, kept)


def _follow(things: set[Key], near: Near, kept: set[Key]) -> set[Key]:
    """The things, the Events all of whose participants are among them, the Sources of those Events."""
    events = {
        key
        for key in kept
        if key[0] == "Event"
        and (part := {other for other in near.get(key, ()) if other[0] != "Source"})
        and part <= things
    }
    return things | events | {other for key in events for other in near[key] if other[0] == "Source"}


def _evidence(kept: set[Key], drawn: Iterable[Edge], rows: Collection[Edge]) -> set[Key]:
    """The Claims that assert a shown event, and their Articles."""
    events = {edge.properties["event"] for edge in drawn if "event" in edge.properties}
    events |= {key[1] for key in kept if key[0] == "Event"}
    claims = {edge.source for edge in rows if edge.type == "ASSERTS" and edge.target in events}
    articles = {edge.source for edge in rows if edge.type == "STATES" and edge.target in claims}
    articles |= {str(edge.properties["article"]) for edge in drawn if "article" in edge.properties}
    return {("Claim", claim) for claim in claims} | {("Article", article) for article in articles}
