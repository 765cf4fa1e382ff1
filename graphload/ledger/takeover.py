"""What follows from articles and decisions in a ledger: its sum, and taking it over from another ledger of the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from graphload.ledger.schema import (
    alike,
    articles,
    bands,
    blocks,
    claims,
    edges,
    forms,
    keys,
    nodes,
    reports,
    ties,
    uses,
)

_DERIVED: Final = (keys, uses, forms, blocks, alike, reports, ties, bands)
_COLUMNS: Final = ((articles, "witness"), (claims, "report"))
_BATCH: Final = 5_000


def index_sums(connection: Connection) -> dict[str, tuple[int, int]]:
    """Every index by name: how many rows it has, and a sum of them, the same in this process for the same rows."""
    sums = {table.name: _sum(_rows(connection, select(table))) for table in _DERIVED}
    for table, name in _COLUMNS:
        sums[f"{name} of {table.name}"] = _sum(_rows(connection, select(table.c.id, table.c[name])))
    return sums


def _sum(rows: Iterator[Any]) -> tuple[int, int]:
    count = total = 0
    for row in rows:
        count, total = count + 1, total + hash(tuple(row))
    return count, total


def take_over(ours: Connection, theirs: Connection, revision: int) -> int:
    """Makes indexes and graph rows of `ours` those of `theirs`. Gives the number of graph rows that changed.

    Rows that are right already keep their revision.
    """
    for table in _DERIVED:
        ours.execute(delete(table))
        for rows in _partitions(theirs, select(table)):
            ours.execute(insert(table), [dict(row._mapping) for row in rows])
    for table, name in _COLUMNS:
        _take_column(ours, theirs, table, name)
    return sum(_take_rows(ours, theirs, table, revision) for table in (nodes, edges))


def _take_column(ours: Connection, theirs: Connection, table: Table, name: str) -> None:
    statement = update(table).where(table.c.id == bindparam("which")).values({name: bindparam("value")})
    for rows in _partitions(theirs, select(table.c.id, table.c[name])):
        ours.execute(statement, [{"which": row[0], "value": row[1]} for row in rows])


def _take_rows(ours: Connection, theirs: Connection, table: Table, revision: int) -> int:
    changed = 0
    kind = table.c[table.primary_key.columns.keys()[0]]
    payload = [column for column in table.c if column.name not in ("revision", "gone")]
    there = {(row[0], row.id): hash(tuple(row)) for row in _rows(ours, select(*payload).where(~table.c.gone))}
    statement = upsert(table)
    statement = statement.on_conflict_do_update(
        set_={column.name: statement.excluded[column.name] for column in table.c}
    )
    for rows in _partitions(theirs, select(*payload).where(~table.c.gone)):
        differing = [row for row in rows if there.pop((row[0], row.id), None) != hash(tuple(row))]
        changed += len(differing)
        if differing:
            ours.execute(statement, [{**row._mapping, "revision": revision, "gone": False} for row in differing])
    matches = (kind == bindparam("the_kind")) & (table.c.id == bindparam("the_id"))
    if there:
        gone = update(table).where(matches).values(gone=True, properties=b"{}", revision=revision)
        ours.execute(gone, [{"the_kind": kind_, "the_id": id_} for kind_, id_ in there])
    return changed + len(there)


def _rows(connection: Connection, statement: Any) -> Iterator[Any]:
    for rows in _partitions(connection, statement):
        yield from rows


def _partitions(connection: Connection, statement: Any) -> Iterator[Any]:
    yield from connection.execution_options(yield_per=_BATCH).execute(statement).partitions()
