"""What the page shows of the ontology: its own titles beside the declared colours and shapes."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

import msgspec

from graphload.data import load_yaml
from graphload.errors import DataError
from graphload.ontology import Look, ontology


class NodeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A label in the legend, and whether its nodes are drawn when the page opens."""

    plural: str
    shown: bool


class EdgeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A relationship type read from its source and from its target; an arrow only where directed."""

    title: str
    reverse: str
    directed: bool = True


class ViewWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kinds that the page draws, in the order of its legend."""

    nodes: dict[str, NodeWords]
    edges: dict[str, EdgeWords]
    overview: int


@cache
def words() -> ViewWords:
    """The page's titles. Raises `DataError` where they name a kind that the ontology does not declare."""
    loaded = load_yaml("view/view.yaml", ViewWords)
    for name in (loaded.nodes.keys() - ontology().nodes.keys()) | (loaded.edges.keys() - ontology().edges.keys()):
        raise DataError(f"{name} is not declared", where="view/view.yaml", mend="declare it in ontology.yaml")
    return loaded


def legend(opened: Collection[str] | None = None) -> dict[str, Any]:
    """Every drawn kind with its titles, colour, shape and dashes, as the page's script reads it.

    A kind of node is `open` where it is drawn when the page opens, by `view.yaml` or since it is among those `opened`;
    `lone` tells whether nodes that nothing joins are drawn: those that somebody asked for.
    """
    nodes = {
        name: {
            "title": name,
            "plural": kind.plural,
            "shown": kind.shown,
            "open": kind.shown or name in (opened or ()),
            **_look(ontology().nodes[name].view),
        }
        for name, kind in words().nodes.items()
    }
    edges = {
        name: {
            "title": kind.title,
            "reverse": kind.reverse,
            "directed": kind.directed,
            "ends": sorted({label for pair in ontology().edges[name].ends for label in pair} & words().nodes.keys()),
            "what": ontology().edges[name].what,
            **_look(ontology().edges[name].view),
        }
        for name, kind in words().edges.items()
    }
    return {"nodes": nodes, "edges": edges, "overview": words().overview, "lone": opened is not None}


def _look(look: Look) -> dict[str, Any]:
    return {"color": look.color, "shape": look.shape, "dashes": list(look.dashes)}
