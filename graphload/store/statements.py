"""Cypher made from the ontology: the only place where a label or a type becomes part of a statement.

The texts run unchanged on every engine. Values never enter them; they travel as `$rows`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graphload.errors import DataError, StoreError
from graphload.ontology import ontology

MARKER: Final = "GraphloadMarker"
"""Label of the one node that says which ledger the graph follows."""

READ_MARKER: Final = f"MATCH (m:{MARKER} {{id: 'graphload'}}) RETURN m.ledger, m.revision, m.target, m.stamp"
WRITE_MARKER: Final = f"MERGE (m:{MARKER} {{id: 'graphload'}}) SET m += $marker"

READ_TOKEN: Final = f"MATCH (m:{MARKER} {{id: 'graphload'}}) RETURN m.token"
LOCK_TOKEN: Final = f"MERGE (m:{MARKER} {{id: 'graphload'}}) SET m.id = 'graphload' RETURN m.token"
"""Setting what is set already takes the lock on the marker, so that the token is read as the last writer left it."""

_ID: Final = "toString(coalesce({0}.id, elementId({0})))"

READ_NODES: Final = f"MATCH (n) WHERE NOT n:{MARKER} RETURN labels(n), {_ID.format('n')}, properties(n)"
READ_EDGES: Final = (
    f"MATCH (a)-[r]->(b) RETURN type(r), {_ID.format('r')}, "
    f"labels(a), {_ID.format('a')}, labels(b), {_ID.format('b')}, properties(r)"
)

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@cache
def upsert_nodes(label: str) -> str:
    """Gives each row's node exactly the row's properties. Rows: `{id, properties}`."""
    return f"UNWIND $rows AS row MERGE (n:{_label(label)} {{id: row.id}}) SET n = row.properties"


@cache
def upsert_edges(edge_type: str, source: str, target: str) -> str:
    """Gives each row's edge exactly the row's properties. Rows: `{id, source, target, properties}`."""
    _check_ends(edge_type, source, target)
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"MERGE (a)-[r:{edge_type} {{id: row.id}}]->(b) SET r = row.properties RETURN count(r)"
    )


@cache
def create_nodes(label: str) -> str:
    """Makes a node of each row, which must be new. Rows: properties."""
    return f"UNWIND $rows AS row CREATE (n:{_label(label)}) SET n = row"


@cache
def create_edges(edge_type: str, source: str, target: str) -> str:
    """Makes an edge of each row, which must be new. Rows: `{source, target, properties}`."""
    _check_ends(edge_type, source, target)
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"CREATE (a)-[r:{edge_type}]->(b) SET r = row.properties RETURN count(r)"
    )


@cache
def delete_moved_edges(edge_type: str, source: str, target: str) -> str:
    """Deletes the edges that have a row's id between other ends. Rows: `{id, source, target}`."""
    _check_ends(edge_type, source, target)
    return (
        f"UNWIND $rows AS row MATCH (a)-[r:{edge_type} {{id: row.id}}]->(b) "
        f"WHERE NOT (a:{source} AND a.id = row.source AND b:{target} AND b.id = row.target) DELETE r"
    )


@cache
def delete_nodes(label: str) -> str:
    """Deletes nodes and whatever still hangs on them. Rows: ids."""
    return f"UNWIND $rows AS row MATCH (n:{_label(label)} {{id: row}}) DETACH DELETE n"


@cache
def delete_edges(edge_type: str) -> str:
    """Deletes edges. Rows: ids."""
    return f"UNWIND $rows AS row MATCH ()-[r:{_type(edge_type)} {{id: row}}]->() DELETE r"


@cache
def node_constraints() -> tuple[str, ...]:
    """One id is one node, by label; the index behind each is what `MERGE` looks nodes up in."""
    return tuple(
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{_checked(label)}) REQUIRE n.id IS UNIQUE"
        for label in (*ontology().nodes, MARKER)
    )


@cache
def edge_constraints() -> tuple[str, ...]:
    """One id is one edge, by type; the index behind each is what finds an edge that is gone or moved."""
    return tuple(
        f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR ()-[r:{_checked(name)}]-() REQUIRE r.id IS UNIQUE"
        for name in ontology().edges
    )


def _label(name: str) -> str:
    if name not in ontology().nodes:
        raise StoreError(f"no node label {name!r} in the ontology", mend="declare it in ontology.yaml")
    return _checked(name)


def _type(name: str) -> str:
    if name not in ontology().edges:
        raise StoreError(f"no edge type {name!r} in the ontology", mend="declare it in ontology.yaml")
    return _checked(name)


def _check_ends(edge_type: str, source: str, target: str) -> None:
    _type(edge_type)
    if (source, target) not in ontology().edges[edge_type].ends:
        raise StoreError(f"{edge_type} does not join {source!r} to {target!r}", mend="declare it in ontology.yaml")
    _label(source)
    _label(target)


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise DataError(f"{name!r} cannot be a label or a type", where="ontology.yaml", mend="use letters, digits, _")
    return name
