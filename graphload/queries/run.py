"""Running a saved query, and finding the graph behind its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from graphload.model import Edge, Node
from graphload.ontology import ontology
from graphload.queries.saved import SavedQuery


class Rows(Protocol):
    """What an engine answers: column names, and rows of values in their order."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        ...

    @property
    def rows(self) -> tuple[tuple[Any, ...], ...]:
        """The rows."""
        ...


class Engine(Protocol):
    """What a query needs of a store."""

    def run(self, cypher: str, parameters: Mapping[str, Any], *, write: bool = ..., limit: int | None = ...) -> Rows:
        """The rows of a Cypher text."""
        ...


class Graph(NamedTuple):
    """The nodes and edges behind the rows of a query."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def run_query(engine: Engine, query: SavedQuery, given: Mapping[str, Any]) -> Rows:
    """The rows of `query`. Raises `ParameterError` where `given` does not fit its parameters."""
    return engine.run(query.cypher, query.bind(dict(given)))


def graph_of(engine: Engine, query: SavedQuery, given: Mapping[str, Any]) -> Graph:
    """The nodes that the rows of `query` name, and every edge among them.

    Which columns name nodes the query declares (`nodes`); one without such columns has an empty graph.
    """
    result = run_query(engine, query, given)
    places = [result.columns.index(column) for column in query.nodes]
    ids = sorted({found for row in result.rows for place in places for found in _ids(row[place])})
    if not ids:
        return Graph((), ())
    nodes = [node for label in ontology().nodes for node in _column(engine, _nodes_of(label), ids)]
    edges = [edge for kind in ontology().edges for edge in _column(engine, _edges_of(kind), ids)]
    key = lambda row: (getattr(row, "label", ""), getattr(row, "type", ""), row.id)  # noqa: E731
    return Graph(tuple(sorted(nodes, key=key)), tuple(sorted(edges, key=key)))


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (each for each in value if isinstance(each, str))


def _column(engine: Engine, cypher: str, ids: list[str]) -> Iterator[Any]:
    yield from (row[0] for row in engine.run(cypher, {"ids": ids}).rows)


def _nodes_of(label: str) -> str:
    return f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n AS node ORDER BY n.id"


def _edges_of(kind: str) -> str:
    return f"MATCH (a)-[r:{kind}]->(b) WHERE a.id IN $ids AND b.id IN $ids RETURN r AS edge ORDER BY r.id"
