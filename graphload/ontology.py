"""The declared graph: kinds of nodes and edges with their keys, properties and looks.

Read once from `data/ontology.yaml`. Constraints, load statements, the schema page and the legend of
the network view are made from it, so that nothing about the graph is said twice.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from graphload.data import load_yaml
from graphload.errors import DataError

PropertyType = Literal["text", "integer", "number", "flag", "texts", "date"]


class Property(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One property of a node or an edge."""

    type: PropertyType
    what: str
    required: bool = False


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the network page draws a kind."""

    color: str
    shape: str = ""
    dashes: tuple[int, ...] = ()


class NodeKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A label: what it stands for, where its id comes from, what its nodes carry."""

    what: str
    id: str
    view: Look
    properties: dict[str, Property]


class EdgeKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A relationship type: the pairs of labels it may join, what its edges carry."""

    what: str
    ends: list[tuple[str, str]]
    view: Look
    properties: dict[str, Property]


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every kind of node and edge, by name, in the order they are declared."""

    nodes: dict[str, NodeKind]
    edges: dict[str, EdgeKind]
    evidence: dict[str, Property]


@cache
def ontology() -> Ontology:
    """The declared graph. Raises `DataError` where an edge names a label that is not declared."""
    loaded = load_yaml("ontology.yaml", Ontology)
    for name, kind in loaded.edges.items():
        for label in {label for pair in kind.ends for label in pair} - loaded.nodes.keys():
            raise DataError(f"edge {name} names the unknown label {label}", where="ontology.yaml", mend="declare it")
    return loaded
