"""Values of query results, the same whichever engine gave them.

An engine first tells its graph values apart (`RawNode`, `RawEdge`, `RawPath`), since each has classes
of its own; edges then get the ids of their ends, which engines leave out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from graphload.model import Edge, Node


@dataclass(frozen=True, slots=True)
class RawNode:
    """A node as the engine gives it; `key` is the engine's own."""

    key: str
    labels: Sequence[str]
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RawEdge:
    """An edge as the engine gives it; `start` and `end` are the engine's keys of nodes."""

    key: str
    type: str
    start: str
    end: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RawPath:
    """Nodes and edges in turn."""

    steps: tuple[RawNode | RawEdge, ...]


Tell = Callable[[Any], Any]
Lookup = Callable[[Sequence[str]], Iterable[RawNode]]


def finished(rows: Iterable[Iterable[Any]], tell: Tell, lookup: Lookup) -> tuple[tuple[Any, ...], ...]:
    """`rows` in the values that `Result` promises.

    `tell` turns the engine's graph values into raw ones and leaves the rest; `lookup` fetches nodes by the
    engine's keys, for edges whose ends are not in the rows.
    """
    raw = [[_raw(value, tell) for value in row] for row in rows]
    ends: dict[str, RawNode] = {}
    wanted: set[str] = set()
    for item in _graph_values(raw):
        if isinstance(item, RawNode):
            ends[item.key] = item
        else:
            wanted |= {item.start, item.end}
    missing = sorted(wanted - ends.keys())
    if missing:
        ends.update((node.key, node) for node in lookup(missing))
    return tuple(tuple(_final(value, ends) for value in row) for row in raw)


def node_of(labels: Sequence[str], id_: str, properties: Mapping[str, Any]) -> Node:
    """A node of the columns that `statements.READ_NODES` gives."""
    return Node(_label(labels), id_, _plain(properties))


def edge_of(
    edge_type: str,
    id_: str,
    sources: Sequence[str],
    source: str,
    targets: Sequence[str],
    target: str,
    properties: Mapping[str, Any],
) -> Edge:
    """An edge of the columns that `statements.READ_EDGES` gives."""
    return Edge(edge_type, id_, _label(sources), source, _label(targets), target, _plain(properties))


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Stored properties without the id, lists as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in properties.items() if key != "id"}


def _label(labels: Sequence[str]) -> str:
    """The one label of a node; the first by name where somebody gave it several."""
    return min(labels, default="")


def _raw(value: Any, tell: Tell) -> Any:
    told = tell(value)
    if isinstance(told, Mapping):
        return {key: _raw(item, tell) for key, item in told.items()}
    if isinstance(told, (list, tuple)):
        return tuple(_raw(item, tell) for item in told)
    return told.isoformat() if isinstance(told, (date, time)) else told


def _graph_values(value: Any) -> Iterator[RawNode | RawEdge]:
    if isinstance(value, (RawNode, RawEdge)):
        yield value
    elif isinstance(value, RawPath):
        yield from value.steps
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _graph_values(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _graph_values(item)


def _final(value: Any, ends: Mapping[str, RawNode]) -> Any:
    if isinstance(value, RawNode):
        return node_of(value.labels, _id(value), value.properties)
    if isinstance(value, RawEdge):
        return _edge(value, _end(value.start, ends), _end(value.end, ends))
    if isinstance(value, RawPath):
        return tuple(_final(step, ends) for step in value.steps)
    if isinstance(value, Mapping):
        return {key: _final(item, ends) for key, item in value.items()}
    return tuple(_final(item, ends) for item in value) if isinstance(value, tuple) else value


def _edge(edge: RawEdge, source: RawNode, target: RawNode) -> Edge:
    return edge_of(edge.type, _id(edge), source.labels, _id(source), target.labels, _id(target), edge.properties)


def _end(key: str, ends: Mapping[str, RawNode]) -> RawNode:
    """The node at an end of an edge; the query itself may have deleted it."""
    return ends.get(key, RawNode(key, (), {}))


def _id(value: RawNode | RawEdge) -> str:
    """What somebody else wrote may have no id; then the engine's key stands for it."""
    return str(value.properties.get("id", value.key))
