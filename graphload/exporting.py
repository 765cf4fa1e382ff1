"""The forms in which a whole graph is written, by name.

Every file is written whole or not at all. Where a form is text, the target may be an open stream, or `-` for standard
output.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TextIO

from graphload.errors import OutputError
from graphload.export.claims import stated
from graphload.export.graphml import graphml
from graphload.export.jsonl import dump
from graphload.export.parquet import write_parquet as write_table
from graphload.export.statements import statements
from graphload.export.tables import ARGUMENTS, tables
from graphload.files import write_folder, write_text, written_aside
from graphload.model import Edge, Node

Target = Path | TextIO
Writer = Callable[[Iterable[Node], Iterable[Edge], Target], Target]
STDOUT: Final = Path("-")


def write_jsonl(nodes: Iterable[Node], edges: Iterable[Edge], target: Target) -> Target:
    """The canonical lines: the same bytes for the same graph. Raises `OutputError`, as all these do."""
    return _write(target, (f"{line}\n" for line in dump(nodes, edges)))


def write_graphml(nodes: Iterable[Node], edges: Iterable[Edge], target: Target) -> Target:
    """GraphML, for Gephi and networkx."""
    return _write(target, graphml(nodes, edges))


def write_statements(nodes: Iterable[Node], edges: Iterable[Edge], target: Target) -> Target:
    """Claims as statements for FollowTheMoney, one JSON line each."""
    return _write(target, statements(nodes, edges))


def write_csv(nodes: Iterable[Node], edges: Iterable[Edge], target: Target) -> Target:
    """A folder of CSV files for `neo4j-admin database import`, in place of one that an earlier export made."""
    files = ((name, [text]) for name, text in tables(nodes, edges))
    return write_folder(_path(target), files, mark=ARGUMENTS)


def write_parquet(nodes: Iterable[Node], edges: Iterable[Edge], target: Target) -> Target:
    """Claims as one Parquet table. Raises `DataError` without pyarrow."""
    with written_aside(_path(target)) as aside:
        write_table(stated(nodes, edges), aside)
    return target


def _write(target: Target, pieces: Iterable[str]) -> Target:
    if isinstance(target, Path) and target != STDOUT:
        return write_text(target, pieces)
    stream = sys.stdout if isinstance(target, Path) else target
    stream.writelines(pieces)
    return target


def _path(target: Target) -> Path:
    if isinstance(target, Path) and target != STDOUT:
        return target
    raise OutputError("this form cannot be written to a stream", mend="give a path")


WRITERS: Final[dict[str, Writer]] = {
    "jsonl": write_jsonl,
    "graphml": write_graphml,
    "csv": write_csv,
    "parquet": write_parquet,
    "statements": write_statements,
}
