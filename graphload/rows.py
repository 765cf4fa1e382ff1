"""What a query gives: rows to walk over, and the ways out of them to pandas, networkx and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx

from graphload.errors import NotFoundError
from graphload.model import Edge, Node

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one query. Walking over them gives a dict for each, by column.

    A value is `None`, text, a number, a flag, a tuple or dict of values, a `Node` or an `Edge`; a path is the
    tuple of its nodes and edges. `behind` finds the graph behind rows that hold none themselves.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]
    behind: Callable[[], tuple[Iterable[Node], Iterable[Edge]]] | None = None

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.values)

    def __len__(self) -> int:
        return len(self.values)

    def graph(self) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
        """Every node and edge in the rows, each once; of a saved query, those behind its rows."""
        if self.behind:
            nodes, edges = self.behind()
            return tuple(nodes), tuple(edges)
        found = list(_graph_values(self.values))
        by_node = {(item.label, item.id): item for item in found if isinstance(item, Node)}
        by_edge = {(item.type, item.id): item for item in found if isinstance(item, Edge)}
        return tuple(by_node.values()), tuple(by_edge.values())

    def plain(self) -> Iterator[dict[str, Any]]:
        """The rows with nodes and edges as dicts: what JSON can hold."""
        return ({column: plain(value) for column, value in row.items()} for row in self)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a table; nodes and edges as dicts. Raises `NotFoundError` without pandas."""
        try:
            import pandas
        except ImportError as error:
            raise NotFoundError("pandas is not installed", mend="pip install 'graphload[pandas]'") from error
        return pandas.DataFrame([list(row.values()) for row in self.plain()], columns=list(self.columns))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The nodes and edges in the rows, and the ends of every edge. A node's key is `Label:id`, an edge's its id."""
        made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        nodes, edges = self.graph()
        for node in nodes:
            made.add_node(f"{node.label}:{node.id}", **{**node.properties, "label": node.label, "id": node.id})
        for edge in edges:
            ends = f"{edge.source_label}:{edge.source}", f"{edge.target_label}:{edge.target}"
            made.add_edge(*ends, key=edge.id)
            made.edges[*ends, edge.id].update({**edge.properties, "type": edge.type, "id": edge.id})
        return made


def plain(value: Any) -> Any:
    """A value of a row as JSON can hold it."""
    if isinstance(value, Node):
        return {"label": value.label, "id": value.id, "properties": plain(value.properties)}
    if isinstance(value, Edge):
        ends = {"source": value.source, "target": value.target}
        return {"type": value.type, "id": value.id, **ends, "properties": plain(value.properties)}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def _graph_values(value: Any) -> Iterator[Node | Edge]:
    if isinstance(value, (Node, Edge)):
        yield value
    elif isinstance(value, Mapping):
        yield from _graph_values(tuple(value.values()))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _graph_values(item)
