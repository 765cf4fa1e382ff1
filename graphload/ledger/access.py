"""Reading and writing many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Connection, Insert, Row, Select, Table, Update, delete, insert

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
    execute_all(connection, insert(table), rows)


def execute_all(connection: Connection, statement: Insert | Update, rows: Sequence[Mapping[str, Any]]) -> None:
    """Runs `statement` once for each of `rows`, none or many, all with the same names.

    SQLAlchemy makes the text only: that it looks at every value costs as much as to write them.
    """
    if not rows:
        return
    names = list(rows[0]) if isinstance(statement, Insert) else None
    compiled = statement.compile(dialect=connection.dialect, column_keys=names)
    fixed = compiled.params
    wanted = [(name, fixed[name]) for name in compiled.positiontup or ()]
    connection.exec_driver_sql(str(compiled), [tuple(row.get(name, value) for name, value in wanted) for row in rows])
