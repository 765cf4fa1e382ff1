"""Rows as people and programs want them: a table on a terminal, else tab-separated; JSON, CSV, or a graph."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import click
import msgspec

if TYPE_CHECKING:
    from graphload.rows import Rows

FORMATS: Final = ("table", "json", "csv", "graph")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="table: for reading, without ids on a terminal, tab-separated elsewhere; json: an array; graph: nodes and"
    " edges in the rows, as `graphload export --format jsonl` has them.",
)


def show(rows: Rows, form: str) -> None:
    """Prints `rows` in one of `FORMATS`."""
    writer = {"table": _table, "json": _json, "csv": _csv, "graph": _graph}[form]
    writer(rows)


def show_table(columns: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
    """Prints a table: framed on a terminal, else tab-separated with a head."""
    if sys.stdout.isatty():
        show_framed(columns, values)
        return
    for row in (columns, *([_text(value) for value in row] for row in values)):
        click.echo("\t".join(" ".join(cell.split()) for cell in row))


def show_lines(records: Iterable[Any]) -> None:
    """Prints one line of JSON for each record."""
    for record in records:
        click.echo(msgspec.json.encode(record).decode())


def show_framed(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str | None = None) -> None:
    """Prints a table with a frame."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title and Text(title), title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_text(value)) for value in row))
    Console().print(table)


def _table(rows: Rows) -> None:
    """On a terminal, which has little room, ids are left out where something else tells what is what."""
    told = [place for place, name in enumerate(rows.columns) if not _is_id(name)]
    if not (sys.stdout.isatty() and told):
        show_table(rows.columns, rows.values)
        return
    show_framed([rows.columns[place] for place in told], ([row[place] for place in told] for row in rows.values))


def _is_id(column: str) -> bool:
    return column == "id" or column.endswith(("_id", "_ids")) or column.startswith("id_")


def _json(rows: Rows) -> None:
    lines = ",\n".join(msgspec.json.encode(row).decode() for row in rows.plain())
    click.echo(f"[\n{lines}\n]" if lines else "[]")


def _csv(rows: Rows) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_text(value) for value in row] for row in rows.values)


def _graph(rows: Rows) -> None:
    from graphload.export.jsonl import dump

    for line in dump(*rows.graph()):
        click.echo(line)


def _text(value: Any) -> str:
    """A value in a cell: a node by its name, an edge by its type."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    return value if isinstance(value, str) else "; ".join(_parts(value)) if _is_many(value) else _one(value)


def _is_many(value: Any) -> bool:
    return isinstance(value, (list, tuple, Mapping))


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (f"{key}: {_text(item)}" for key, item in value.items())
    else:
        yield from map(_text, value)


def _one(value: Any) -> str:
    properties = getattr(value, "properties", None)
    if properties is None:
        return str(value)
    return str(properties.get("name", getattr(value, "type", value.id)))
