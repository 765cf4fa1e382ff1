"""Running a saved query, and finding the graph behind its rows."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import groupby
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
    nodes = [node for label in ontology().nodes for node in _column(engine, _nodes_of(label), ids=ids)]
    by_label = {label: [node.id for node in group] for label, group in groupby(nodes, key=lambda node: node.label)}
    edges = [edge for kind, ends in _joined(by_label) for edge in _edges(engine, kind, *ends, by_label)]
    return Graph(
        tuple(sorted(nodes, key=lambda node: (node.label, node.id))),
        tuple(sorted(edges, key=lambda edge: (edge.type, edge.id))),
    )


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (each for each in value if isinstance(each, str))


def _nodes_of(label: str) -> str:
    return f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n AS node"


def _joined(labels: Container[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every type of edge with every pair of `labels` that it joins."""
    for kind, declared in ontology().edges.items():
        yield from ((kind, ends) for ends in declared.ends if ends[0] in labels and ends[1] in labels)


def _edges(engine: Engine, kind: str, source: str, target: str, by_label: Mapping[str, list[str]]) -> Iterator[Edge]:
    """Both ends have their label, so that an index finds them."""
    text = f"MATCH (a:{source})-[r:{kind}]->(b:{target}) WHERE a.id IN $sources AND b.id IN $targets RETURN r AS edge"
    return _column(engine, text, sources=by_label[source], targets=by_label[target])


def _column(engine: Engine, cypher: str, **parameters: list[str]) -> Iterator[Any]:
    yield from (row[0] for row in engine.run(cypher, parameters).rows)
