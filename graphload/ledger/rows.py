"""The graph rows: what stores follow. A row that comes out the same keeps its revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Table, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from graphload.ledger.access import execute_all, select_in
from graphload.ledger.codec import decode, decode_properties, encode
from graphload.ledger.schema import edges, nodes
from graphload.model import Changes, Edge, Node

BATCH: Final = 5_000
Owned = Mapping[str, Sequence[Node | Edge]]
_Identity = tuple[str, str]


class _Named(msgspec.Struct):
    """The one property that every node has, and the one that most have in Hindi too."""

    name: str
    name_hi: str | None = None


class Rows:
    """The graph rows of one ledger, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, owned: Owned, revision: int) -> int:
        """Makes the rows of each owner exactly these, and gives the number of rows that changed.

        An owner is what rows are made from: an article, an entity, an event. One without rows has none left.
        """
        rows = [(owner, row) for owner, made in owned.items() for row in made]
        changed = self._replace(
            nodes,
            owned,
            {(row.label, row.id): _node(owner, row) for owner, row in rows if isinstance(row, Node)},
            revision,
        )
        return changed + self._replace(
            edges,
            owned,
            {(row.type, row.id): _edge(owner, row) for owner, row in rows if isinstance(row, Edge)},
            revision,
        )

    def _replace(self, table: Table, owners: Iterable[str], new: dict[_Identity, dict[str, Any]], revision: int) -> int:
        kind = table.c[table.primary_key.columns.keys()[0]]
        payload = [column for column in table.c if column.name not in ("revision", "gone")]
        old = {}
        for row in select_in(self._connection, select(*payload).where(~table.c.gone), table.c.owner, owners):
            old[row[0], row.id] = dict(row._mapping)
        changed = [
            {**new[identity], "revision": revision, "gone": False}
            for identity in sorted(new)  # so that of the index of ids, which is large, each page is written once
            if old.get(identity) != new[identity]
        ]
        gone = [{"the_kind": identity[0], "the_id": identity[1]} for identity in sorted(old.keys() - new.keys())]
        statement = insert(table)
        updated = {column.name: statement.excluded[column.name] for column in table.c if not column.primary_key}
        execute_all(self._connection, statement.on_conflict_do_update(set_=updated), changed)
        matches = (kind == bindparam("the_kind")) & (table.c.id == bindparam("the_id"))
        emptied = update(table).where(matches).values(gone=True, properties=b"{}", revision=revision)
        execute_all(self._connection, emptied, gone)
        return len(changed) + len(gone)

    def names(self, ids: Iterable[_Identity]) -> dict[_Identity, str]:
        """The name of each node, by its label and id."""
        by_label: defaultdict[str, list[str]] = defaultdict(list)
        for label, id_ in ids:
            by_label[label].append(id_)
        found: dict[_Identity, str] = {}
        for label, wanted in by_label.items():
            statement = select(nodes.c.id, nodes.c.properties).where(nodes.c.label == label, ~nodes.c.gone)
            for row in select_in(self._connection, statement, nodes.c.id, wanted):
                found[label, row.id] = decode(row.properties, _Named).name
        return found

    def names_of_people(self) -> Iterator[tuple[str, str]]:
        """Each name that the graph shows for a person, in either script, with the person's id."""
        statement = select(nodes.c.id, nodes.c.properties).where(nodes.c.label == "Person", ~nodes.c.gone)
        for row in self._stream(statement):
            shown = decode(row.properties, _Named)
            yield from ((name, row.id) for name in (shown.name, shown.name_hi) if name)

    def nodes(self) -> Iterator[Node]:
        """Every node, in the order of label and id."""
        statement = select(nodes.c.label, nodes.c.id, nodes.c.properties).where(~nodes.c.gone)
        for row in self._stream(statement.order_by(nodes.c.label, nodes.c.id)):
            yield Node(row.label, row.id, decode_properties(row.properties))

    def edges(self) -> Iterator[Edge]:
        """Every edge, in the order of type and id."""
        for row in self._stream(select(edges).where(~edges.c.gone).order_by(edges.c.type, edges.c.id)):
            yield _to_edge(row)

    def changes_since(self, revision: int) -> Iterator[Changes]:
        """Batches of the rows that differ from `revision`: nodes, edges, then what is gone."""
        for rows in self._partitions(select(nodes).where(nodes.c.revision > revision, ~nodes.c.gone)):
            yield Changes(nodes=tuple(Node(row.label, row.id, decode_properties(row.properties)) for row in rows))
        for rows in self._partitions(select(edges).where(edges.c.revision > revision, ~edges.c.gone)):
            yield Changes(edges=tuple(_to_edge(row) for row in rows))
        for rows in self._partitions(select(edges.c.type, edges.c.id).where(edges.c.revision > revision, edges.c.gone)):
            yield Changes(gone_edges=tuple((row.type, row.id) for row in rows))
        for rows in self._partitions(
            select(nodes.c.label, nodes.c.id).where(nodes.c.revision > revision, nodes.c.gone)
        ):
            yield Changes(gone_nodes=tuple((row.label, row.id) for row in rows))

    def _stream(self, statement: Any) -> Iterator[Any]:
        for rows in self._partitions(statement):
            yield from rows

    def _partitions(self, statement: Any) -> Iterator[Sequence[Any]]:
        yield from self._connection.execution_options(yield_per=BATCH).execute(statement).partitions()


def _node(owner: str, node: Node) -> dict[str, Any]:
    return {"label": node.label, "id": node.id, "owner": owner, "properties": encode(node.properties)}


def _edge(owner: str, edge: Edge) -> dict[str, Any]:
    return {
        "type": edge.type,
        "id": edge.id,
        "owner": owner,
        "source_label": edge.source_label,
        "source": edge.source,
        "target_label": edge.target_label,
        "target": edge.target,
        "properties": encode(edge.properties),
    }


def _to_edge(row: Any) -> Edge:
    return Edge(
        row.type, row.id, row.source_label, row.source, row.target_label, row.target, decode_properties(row.properties)
    )
