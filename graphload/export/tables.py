"""CSV for `neo4j-admin database import`: one file a label and a pair of ends, heads that declare the types.

The options of the command are in a file of their own, so that in the folder this is all to type:

    neo4j-admin database import full neo4j @import.args
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Final, NamedTuple

from graphload.export.columns import columns, plain
from graphload.model import Edge, Node, Value
from graphload.ontology import PropertyType

ARGUMENTS: Final = "import.args"
ARRAY: Final = "\x1f"
"""Divides the values of a list: a character made for it, that no text has use for."""

_TYPES: Final[Mapping[PropertyType, str]] = {
    "text": "string",
    "date": "string",
    "integer": "long",
    "number": "double",
    "flag": "boolean",
    "texts": "string[]",
}
_OPTIONS: Final = ("--array-delimiter=U+001F", "--multiline-fields=true", "--multiline-fields-format=v1")


class Table(NamedTuple):
    """One file: its name, the option that imports it (`--nodes=Person`), and its text."""

    name: str
    option: str
    text: str


def tables(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[tuple[str, str]]:
    """File names with their text: `nodes-LABEL.csv`, `edges-TYPE-LABEL-LABEL.csv`, and the options of the command.

    Rows are in the order of their ids. A list without values is left out, for the command knows none.
    """
    options = [*_OPTIONS]
    for table in chain(_node_tables(nodes), _edge_tables(edges)):
        options.append(f"{table.option}=./{table.name}")
        yield table.name, table.text
    yield ARGUMENTS, "".join(f"{option}\n" for option in options)


def _node_tables(nodes: Iterable[Node]) -> Iterator[Table]:
    for label, group in groupby(sorted(nodes, key=lambda node: (node.label, node.id)), key=lambda node: node.label):
        rows = tuple(group)
        text = _text([f"id:ID({label})"], ([node.id] for node in rows), rows)
        yield Table(f"nodes-{label}.csv", f"--nodes={label}", text)


def _edge_tables(edges: Iterable[Edge]) -> Iterator[Table]:
    for (kind, source, target), group in groupby(sorted(edges, key=lambda edge: (*_ends(edge), edge.id)), key=_ends):
        rows = tuple(group)
        head = [f":START_ID({source})", f":END_ID({target})", "id:string"]
        text = _text(head, ([edge.source, edge.target, edge.id] for edge in rows), rows)
        yield Table(f"edges-{kind}-{source}-{target}.csv", f"--relationships={kind}", text)


def _ends(edge: Edge) -> tuple[str, str, str]:
    return edge.type, edge.source_label, edge.target_label


def _text(head: Sequence[str], ids: Iterable[Sequence[str]], rows: Sequence[Node | Edge]) -> str:
    """The lines of one file: `ids` stand before the properties of each row."""
    declared = columns(rows)
    lines = [[*head, *(f"{name}:{_TYPES[kind]}" for name, kind in declared.items())]]
    lines += ([*map(_quoted, first), *_cells(row, declared)] for first, row in zip(ids, rows, strict=True))
    return "".join(f"{','.join(line)}\n" for line in lines)


def _cells(row: Node | Edge, declared: Mapping[str, PropertyType]) -> Iterator[str]:
    """Texts are quoted and what is not there is not, as the command tells an empty text from none by that."""
    for name, kind in declared.items():
        value = row.properties.get(name)
        if value is None or value == ():
            yield ""
        else:
            yield _quoted(_plain(value)) if kind in ("text", "texts") else _plain(value)


def _plain(value: Value) -> str:
    return plain(tuple(str(each).replace(ARRAY, " ") for each in value) if isinstance(value, tuple) else value, ARRAY)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
