"""Reading and writing many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, delete, insert

T = TypeVar("T")
_CHUNK: Final = 500


def chunks(values: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """The values in lists of at most `size`."""
    rest = iter(values)
    while chunk := list(islice(rest, size)):
        yield chunk


def select_in(
    connection: Connection, statement: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[Row[Any]]:
    """The rows of `statement` in which `column` is one of `values`, however many these are."""
    for chunk in chunks(values):
        yield from connection.execute(statement.where(column.in_(chunk))).all()


def delete_in(connection: Connection, table: Table, column: ColumnElement[Any], values: Iterable[Any]) -> None:
    """Deletes the rows of `table` in which `column` is one of `values`."""
    for chunk in chunks(values):
        connection.execute(delete(table).where(column.in_(chunk)))


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts `rows`, none or many."""
    if rows:
        connection.execute(insert(table), rows)
