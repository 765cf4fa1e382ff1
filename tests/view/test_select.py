from __future__ import annotations

import pytest

from graphload.errors import NotFoundError
from graphload.model import Edge, Node
from graphload.view import subgraph
from tests.view.example import example

GRAPH = example()


def ids(nodes: tuple[Node, ...], *labels: str) -> set[str]:
    return {node.id for node in nodes if not labels or node.label in labels}


def test_everything_is_kept_with_its_evidence() -> None:
    shown = subgraph(*GRAPH)
    assert ids(shown.nodes) == ids(GRAPH.nodes)
    assert {edge.id for edge in shown.edges} == {edge.id for edge in GRAPH.edges}


@pytest.mark.parametrize(
    ("focus", "hops", "people"),
    [
        ("goyal", 1, {"goyal"}),
        ("musk", 1, {"musk", "iravani"}),
        ("musk", 3, {"musk", "iravani"}),
        ("jaishankar", 1, {"jaishankar", "wang"}),
        ("jaishankar", 2, {"jaishankar", "wang", "modi"}),
        ("tepa", 1, {"goyal"}),
        (("musk", "goyal"), 1, {"musk", "iravani", "goyal"}),
    ],
)
def test_focus_reaches_over_relations(focus: str | tuple[str, ...], hops: int, people: set[str]) -> None:
    shown = subgraph(*GRAPH, focus=focus, hops=hops)
    assert ids(shown.nodes, "Person") - {"trump", "kim", "putin", "zelensky"} == people


def test_a_source_is_no_bridge_but_can_be_the_focus() -> None:
    around = subgraph(*GRAPH, focus="musk", hops=3)
    assert ids(around.nodes, "Source") == {"reuters"}
    assert ids(around.nodes, "Event") == {"e41"}
    assert {"moon", "kim"} <= ids(subgraph(*GRAPH, focus="yonhap", hops=2).nodes, "Person")


def test_limit_keeps_the_best_joined_and_what_follows_them() -> None:
    shown = subgraph(*GRAPH, limit=2)
    assert ids(shown.nodes, "Person", "Country", "Organization", "Agreement") == {"putin", "kim"}
    events = ids(shown.nodes, "Event")
    assert {edge.properties["event"] for edge in shown.edges if edge.type == "MET_WITH"} <= events
    assert ids(shown.nodes, "Claim") == {claim for claim in ids(GRAPH.nodes, "Claim") if claim[:3] in events}


def test_labels_choose_what_is_drawn() -> None:
    shown = subgraph(*GRAPH, labels={"Person"})
    assert ids(shown.nodes) - ids(shown.nodes, "Claim", "Article") == ids(GRAPH.nodes, "Person")
    assert {edge.type for edge in shown.edges} == {"MET_WITH", "STATES"}


@pytest.mark.parametrize("wrong", [{"labels": {"Planet"}}, {"focus": "nobody"}, {"labels": {"Claim"}}])
def test_what_is_not_there_is_said(wrong: dict[str, object]) -> None:
    with pytest.raises(NotFoundError):
        subgraph(*GRAPH, **wrong)  # type: ignore[arg-type]


def test_an_edge_without_its_node_is_left_out() -> None:
    loose = Edge("MET_WITH", "x", "Person", "kim", "Person", "nobody", {})
    assert "x" not in {edge.id for edge in subgraph(GRAPH.nodes, [*GRAPH.edges, loose]).edges}
