"""GraphML, opened by networkx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graphload.exporting import write_graphml
from graphload.model import Edge, Node, Value
from tests.export.rows import HARD, ODD
from tests.queries.graph import GRAPH

DRAWN = {"label", "labels", "type", "weight", "r", "g", "b"}


def opened(path: Path, nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> Any:
    return nx.read_graphml(write_graphml(nodes, edges, path), force_multigraph=True)


def told(properties: dict[str, Value]) -> dict[str, Value]:
    return {name: " | ".join(value) if isinstance(value, tuple) else value for name, value in properties.items()}


def test_every_node_and_edge_is_there_with_its_properties_and_their_types(tmp_path: Path) -> None:
    graph = opened(tmp_path / "g.graphml", HARD.nodes, HARD.edges)
    nodes = {key: {n: v for n, v in data.items() if n not in DRAWN} for key, data in graph.nodes(data=True)}
    assert nodes == {f"{node.label}:{node.id}": told(dict(node.properties)) for node in HARD.nodes}
    edges = {
        (*ends, key): {n: v for n, v in data.items() if n not in DRAWN}
        for *ends, key, data in graph.edges(keys=True, data=True)
    }
    assert edges == {
        (f"{e.source_label}:{e.source}", f"{e.target_label}:{e.target}", f"{e.type}:{e.id}"): told(dict(e.properties))
        for e in HARD.edges
    }
    assert type(graph.nodes["Person:putin"]["named"]) is bool
    assert graph.nodes[f"Person:{ODD.id}"]["articles"] == 2**62


def test_gephi_finds_what_it_draws(tmp_path: Path) -> None:
    graph = opened(tmp_path / "g.graphml", GRAPH.nodes, GRAPH.edges)
    putin = graph.nodes["Person:putin"]
    assert (putin["label"], putin["labels"], putin["r"], putin["g"], putin["b"]) == ("putin", "Person", 0, 0x72, 0xB2)
    meeting = graph.edges["Person:kim", "Person:putin", "MET_WITH:m1"]
    assert (meeting["label"], meeting["type"], meeting["weight"]) == ("MET_WITH", "MET_WITH", 2.0)
    keys = [line for line in (tmp_path / "g.graphml").read_text("utf-8").splitlines() if line.startswith("<key")]
    assert '<key id="node.confidence" for="node" attr.name="confidence" attr.type="double"/>' in keys
    assert '<key id="edge.disputed" for="edge" attr.name="disputed" attr.type="boolean"/>' in keys


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_replaced(tmp_path: Path, sign: str) -> None:
    node = Node("Article", f"a{sign}", {"name": f"शीर्षक{sign}", "language": "hi"})
    graph = opened(tmp_path / "g.graphml", (node,), ())
    assert graph.nodes["Article:a\ufffd"]["name"] == "शीर्षक\ufffd"


def test_rows_of_a_graph_that_somebody_added_to_are_written_too(tmp_path: Path) -> None:
    added = (Node("Note", "n", {"score": 1}), Node("Note", "m", {"score": "high", "years": (1999, 2000)}))  # type: ignore[dict-item]
    graph = opened(tmp_path / "g.graphml", added, (Edge("ABOUT", "x", "Note", "n", "Note", "m"),))
    assert dict(graph.nodes(data="score")) == {"Note:n": "1", "Note:m": "high"}
    assert graph.nodes["Note:m"]["years"] == "1999 | 2000"
    assert graph.number_of_edges() == 1
