"""CSV for `neo4j-admin database import`: one file a label and a relationship type, heads that declare the types.

neo4j-admin database import full --nodes=Person=nodes-Person.csv …
    --relationships=MET_WITH=edges-MET_WITH-Person-Person.csv …
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from graphload.model import Edge, Node, Value
from graphload.ontology import Property, PropertyType, ontology

ARRAY = "|"
_TYPES: dict[PropertyType, str] = {
    "text": "string",
    "date": "string",
    "integer": "long",
    "number": "double",
    "flag": "boolean",
    "texts": "string[]",
}


def tables(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[tuple[str, str]]:
    """File names with their text: `nodes-LABEL.csv`, `edges-TYPE-LABEL-LABEL.csv`, rows in the order of their ids."""
    for label, group in groupby(sorted(nodes, key=lambda n: (n.label, n.id)), key=lambda n: n.label):
        properties = ontology().nodes[label].properties
        head = [f"id:ID({label})", *_head(properties)]
        yield f"nodes-{label}.csv", _table(head, ([n.id, *_cells(properties, n.properties)] for n in group))
    for (kind, source, target), found in groupby(sorted(edges, key=lambda e: (*_ends(e), e.id)), key=_ends):
        properties = ontology().edges[kind].properties
        head = [f":START_ID({source})", f":END_ID({target})", "id", *_head(properties)]
        rows = ([e.source, e.target, e.id, *_cells(properties, e.properties)] for e in found)
        yield f"edges-{kind}-{source}-{target}.csv", _table(head, rows)


def _ends(edge: Edge) -> tuple[str, str, str]:
    return edge.type, edge.source_label, edge.target_label


def _head(properties: Mapping[str, Property]) -> list[str]:
    return [f"{name}:{_TYPES[declared.type]}" for name, declared in properties.items()]


def _cells(properties: Mapping[str, Property], values: Mapping[str, Value]) -> list[str]:
    return [_cell(values.get(name)) for name in properties]


def _cell(value: Value | None) -> str:
    if isinstance(value, tuple):
        return ARRAY.join(each.replace(ARRAY, "/") for each in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()
