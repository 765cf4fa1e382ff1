"""The forms in which a whole graph is written, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from graphload.errors import OutputError
from graphload.export.claims import claim_rows, statements, write_parquet
from graphload.export.graphml import graphml
from graphload.export.jsonl import dump
from graphload.export.tables import tables
from graphload.files import write_text
from graphload.model import Edge, Node

Writer = Callable[[Iterable[Node], Iterable[Edge], Path], Path]


def write_jsonl(nodes: Iterable[Node], edges: Iterable[Edge], path: Path) -> Path:
    """The canonical lines: the same bytes for the same graph."""
    return write_text(path, (f"{line}\n" for line in dump(nodes, edges)))


def write_graphml(nodes: Iterable[Node], edges: Iterable[Edge], path: Path) -> Path:
    """GraphML, for Gephi and networkx."""
    return write_text(path, graphml(nodes, edges))


def write_csv(nodes: Iterable[Node], edges: Iterable[Edge], path: Path) -> Path:
    """A folder of CSV files for `neo4j-admin database import`. Raises `OutputError` where it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(error.strerror or str(error), where=str(path), mend="give a folder") from error
    for name, text in tables(nodes, edges):
        write_text(path / name, [text])
    return path


def write_claims(nodes: Iterable[Node], edges: Iterable[Edge], path: Path) -> Path:
    """Claims as one Parquet table."""
    return write_parquet(claim_rows(nodes, edges), path)


def write_statements(nodes: Iterable[Node], edges: Iterable[Edge], path: Path) -> Path:
    """Claims as statements, one JSON line each."""
    return write_text(path, statements(claim_rows(nodes, edges)))


WRITERS: Final[dict[str, Writer]] = {
    "jsonl": write_jsonl,
    "graphml": write_graphml,
    "csv": write_csv,
    "parquet": write_claims,
    "statements": write_statements,
}
