"""A network page as a thing to hold: save it, or let a notebook show it."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graphload.errors import QueryError
from graphload.files import write_text
from graphload.model import Edge, Node
from graphload.view import Subgraph, render, subgraph

_FRAME: Final = '<iframe srcdoc="{}" style="width:100%;height:640px;border:1px solid #8884" title="graph"></iframe>'
_EVIDENCE: Final = ("STATES", "ASSERTS")


@dataclass(frozen=True, slots=True)
class Page:
    """One self-contained HTML page of a graph. `nodes` and `edges` tell how many are on it, evidence included."""

    html: str
    nodes: int
    edges: int

    @classmethod
    def of(cls, shown: Subgraph, title: str) -> Page:
        """The page of a graph."""
        return cls(render(shown.nodes, shown.edges, title=title), len(shown.nodes), len(shown.edges))

    def save(self, path: str | Path) -> Path:
        """Writes the page. Raises `OutputError` where that cannot be done."""
        return write_text(path, [self.html])

    def _repr_html_(self) -> str:
        return _FRAME.format(html.escape(self.html))


def part_of(
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    wanted: tuple[Collection[Node], Collection[Edge]],
    *,
    labels: Collection[str] | None,
    limit: int | None,
) -> Subgraph:
    """The part of a graph that a query gave, with its evidence: the wanted edges with their ends, or, where the query
    gave nodes only, all edges among those.

    Raises `QueryError` where nothing is wanted.
    """
    ids = {node.id for node in wanted[0]} | {end for edge in wanted[1] for end in (edge.source, edge.target)}
    if not ids:
        mend = "ask for other values, or return nodes and edges in place of their properties"
        raise QueryError("the query gave nothing to draw", mend=mend)
    kept = {edge.id for edge in wanted[1]}
    drawn = [edge for edge in edges if not kept or edge.id in kept or edge.type in _EVIDENCE]
    return subgraph(nodes, drawn, labels=labels, focus=ids, hops=0, limit=limit)
