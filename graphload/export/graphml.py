"""GraphML, as Gephi and networkx open it.

Gephi shows `label`, the name of a node and the type of an edge; it draws in the colours of the network page (`r`, `g`,
`b`) and edges as thick as they have witnesses (`weight`). The label of a node is in `labels`, the type of an edge in
`type`. Lists are joined by a bar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import regex

from graphload.export.columns import columns, plain
from graphload.model import Edge, Node, Value
from graphload.ontology import EdgeKind, NodeKind, PropertyType, ontology

BAR: Final = " | "
_TYPES: Final[Mapping[PropertyType, str]] = {
    "text": "string",
    "date": "string",
    "integer": "long",
    "number": "double",
    "flag": "boolean",
    "texts": "string",
}
_DRAWN: Final[dict[str, PropertyType]] = {"label": "text", "r": "integer", "g": "integer", "b": "integer"}
_OF_NODES: Final[dict[str, PropertyType]] = {**_DRAWN, "labels": "text"}
_OF_EDGES: Final[dict[str, PropertyType]] = {**_DRAWN, "type": "text", "weight": "number"}
_NOT_IN_XML: Final = regex.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_HEAD: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def graphml(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[str]:
    """The pieces of a GraphML file: nodes by label and id, edges by type and id, each with all its properties.

    The id of a node is `Label:id`, as ids differ within a label only; that of an edge `TYPE:id`.
    Characters that XML cannot hold are replaced.
    """
    nodes = sorted(nodes, key=lambda node: (node.label, node.id))
    edges = sorted(edges, key=lambda edge: (edge.type, edge.id))
    yield _HEAD
    yield from _keys("node", columns(nodes) | _OF_NODES)
    yield from _keys("edge", columns(edges) | _OF_EDGES)
    yield '<graph edgedefault="directed">\n'
    yield from map(_node, nodes)
    yield from map(_edge, edges)
    yield "</graph>\n</graphml>\n"


def _keys(what: str, declared: Mapping[str, PropertyType]) -> Iterator[str]:
    """Ids are made longer than names: Gephi takes some short ones (`d3`) for what another program means by them."""
    for name, kind in declared.items():
        id_, named = quoteattr(f"{what}.{name}"), quoteattr(name)
        yield f'<key id={id_} for="{what}" attr.name={named} attr.type="{_TYPES[kind]}"/>\n'


def _node(node: Node) -> str:
    drawn = {"label": node.properties.get("name", node.id), **_color(ontology().nodes.get(node.label))}
    data = _data("node", {**node.properties, **drawn, "labels": node.label})
    return f"<node id={_attribute(f'{node.label}:{node.id}')}>{data}</node>\n"


def _edge(edge: Edge) -> str:
    drawn = {"label": edge.type, "type": edge.type, **_color(ontology().edges.get(edge.type))}
    weight = float(edge.properties.get("witnesses", 1))  # type: ignore[arg-type]  # the ontology has it an integer
    ends = {
        "id": f"{edge.type}:{edge.id}",
        "source": f"{edge.source_label}:{edge.source}",
        "target": f"{edge.target_label}:{edge.target}",
    }
    told = " ".join(f"{name}={_attribute(value)}" for name, value in ends.items())
    return f"<edge {told}>{_data('edge', {**edge.properties, **drawn, 'weight': weight})}</edge>\n"


def _color(kind: NodeKind | EdgeKind | None) -> dict[str, Value]:
    if kind is None:
        return {}
    return dict(zip("rgb", bytes.fromhex(kind.view.color.removeprefix("#")), strict=True))


def _data(what: str, values: Mapping[str, Value]) -> str:
    return "".join(
        f"<data key={quoteattr(f'{what}.{name}')}>{escape(_legal(plain(value, BAR)), {chr(13): '&#13;'})}</data>"
        for name, value in sorted(values.items())
    )


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
