"""Which properties rows have, and of which type: read off the rows, so that a graph of somebody else's is told too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from graphload.model import Edge, Node, Value
from graphload.ontology import PropertyType

_TYPES: Final[Mapping[type, PropertyType]] = {
    str: "text",
    bool: "flag",
    int: "integer",
    float: "number",
    tuple: "texts",
}


def columns(rows: Iterable[Node | Edge]) -> dict[str, PropertyType]:
    """The type of every property of `rows`, by name and in the order of names; text where rows differ."""
    found: dict[str, PropertyType] = {}
    for row in rows:
        for name, value in row.properties.items():
            told = _TYPES[type(value)]
            found[name] = told if found.get(name, told) == told else "text"
    return dict(sorted(found.items()))


def plain(value: Value, separator: str) -> str:
    """A value as text: flags in lower case, lists joined by `separator`."""
    if isinstance(value, bool):
        return str(value).lower()
    return separator.join(map(str, value)) if isinstance(value, tuple) else str(value)
