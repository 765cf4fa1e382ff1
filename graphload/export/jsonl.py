"""The canonical export: sorted JSON lines, the same bytes for the same graph, whichever engine holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from graphload.model import Edge, Node

_encoder = msgspec.json.Encoder(order="sorted")


def dump(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[str]:
    """One line a node, in the order of label and id, then one line an edge, in the order of type and id."""
    for node in sorted(nodes, key=lambda node: (node.label, node.id)):
        yield _line({"label": node.label, "id": node.id, "properties": node.properties})
    for edge in sorted(edges, key=lambda edge: (edge.type, edge.id)):
        source = {"label": edge.source_label, "id": edge.source}
        target = {"label": edge.target_label, "id": edge.target}
        yield _line(
            {"type": edge.type, "id": edge.id, "source": source, "target": target, "properties": edge.properties}
        )


def _line(row: dict[str, Any]) -> str:
    return _encoder.encode(row).decode()
