"""`Changes` as the statements that write them: grouped by label or type, cut to size, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graphload.errors import StoreError
from graphload.model import Changes, Edge, Node, Value
from graphload.store import statements

ROWS_PER_STATEMENT: Final = 5_000


@dataclass(frozen=True, slots=True)
class Batch:
    """One statement with its rows; `edges` where it must report as many edges as there are rows."""

    cypher: str
    rows: Sequence[Any]
    edges: str = ""

    def check(self, written: int) -> None:
        """Raises `StoreError` where fewer edges were written than given: one of them has no end."""
        if written != len(self.rows):
            raise StoreError(
                f"{len(self.rows) - written} of {len(self.rows)} {self.edges} edges have no node at one end",
                mend="run `graphload check`",
            )


def batches(changes: Changes, *, new: bool = False) -> Iterator[Batch]:
    """The statements that write `changes`: nodes, edges, then what is gone.

    `new` promises that the store has none of these nodes and edges. Raises `StoreError` for a row that is not
    of the ontology.
    """
    yield from _new_nodes(changes.nodes) if new else _nodes(changes.nodes)
    yield from _new_edges(changes.edges) if new else _edges(changes.edges)
    for edge_type, ids in _grouped(changes.gone_edges).items():
        yield from _cut(statements.delete_edges(edge_type), [id_ for _, id_ in ids])
    for label, ids in _grouped(changes.gone_nodes).items():
        yield from _cut(statements.delete_nodes(label), [id_ for _, id_ in ids])


def _nodes(nodes: Sequence[Node]) -> Iterator[Batch]:
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        groups[node.label].append({"id": node.id, "properties": _properties(node.id, node.properties)})
    for label, rows in groups.items():
        yield from _cut(statements.upsert_nodes(label), rows)


def _new_nodes(nodes: Sequence[Node]) -> Iterator[Batch]:
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        groups[node.label].append(_properties(node.id, node.properties))
    for label, rows in groups.items():
        yield from _cut(statements.create_nodes(label), rows)


def _edges(edges: Sequence[Edge]) -> Iterator[Batch]:
    groups: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for edge in edges:
        properties = _properties(edge.id, edge.properties)
        row = {"id": edge.id, "source": edge.source, "target": edge.target, "properties": properties}
        groups[edge.type, edge.source_label, edge.target_label].append(row)
    for ends, rows in groups.items():
        yield from _cut(statements.delete_moved_edges(*ends), [_without_properties(row) for row in rows])
    for ends, rows in groups.items():
        yield from _cut(statements.upsert_edges(*ends), rows, edges=ends[0])


def _new_edges(edges: Sequence[Edge]) -> Iterator[Batch]:
    groups: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for edge in edges:
        row = {"source": edge.source, "target": edge.target, "properties": _properties(edge.id, edge.properties)}
        groups[edge.type, edge.source_label, edge.target_label].append(row)
    for ends, rows in groups.items():
        yield from _cut(statements.create_edges(*ends), rows, edges=ends[0])


def _properties(id_: str, properties: Mapping[str, Value]) -> dict[str, Any]:
    return {**{key: list(value) if isinstance(value, tuple) else value for key, value in properties.items()}, "id": id_}


def _without_properties(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in ("id", "source", "target")}


def _grouped(keys: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in keys:
        groups[key[0]].append(key)
    return groups


def _cut(cypher: str, rows: list[Any], edges: str = "") -> Iterator[Batch]:
    for start in range(0, len(rows), ROWS_PER_STATEMENT):
        yield Batch(cypher, rows[start : start + ROWS_PER_STATEMENT], edges)
