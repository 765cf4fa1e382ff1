"""Graph rows keep to the ontology: labels, ends, property sets, types, and no edge without its nodes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphload.model import Reading, Value
from graphload.ontology import Property, ontology
from tests.build.test_law import readings
from tests.graphs import Graph, graph_of
from tests.readings import country, person, reading, thing

TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "date": (str,),
    "texts": (tuple,),
    "integer": (int,),
    "number": (float,),
    "flag": (bool,),
}


def faults(graph: Graph) -> list[str]:
    """Everything in `graph` that the ontology does not allow."""
    declared = ontology()
    found: list[str] = []
    for node in graph.all_nodes:
        found += _faults(f"{node.label} {node.id}", node.properties, declared.nodes[node.label].properties)
    ids = {(node.label, node.id) for node in graph.all_nodes}
    for edge in graph.all_edges:
        kind = declared.edges[edge.type]
        found += _faults(f"{edge.type} {edge.id}", edge.properties, kind.properties)
        if (edge.source_label, edge.target_label) not in kind.ends:
            found.append(f"{edge.type} from {edge.source_label} to {edge.target_label}")
        found += [f"{edge.type} without {end}" for end in _ends(edge) if end not in ids]
    return found


def _ends(edge: object) -> list[tuple[str, str]]:
    return [(edge.source_label, edge.source), (edge.target_label, edge.target)]  # type: ignore[attr-defined]


def _faults(where: str, given_: Mapping[str, Value], declared: Mapping[str, Property]) -> list[str]:
    found = [f"{where} lacks {name}" for name, of in declared.items() if of.required and name not in given_]
    for name, value in given_.items():
        if name not in declared:
            found.append(f"{where} has {name}")
        elif type(value) not in TYPES[declared[name].type]:
            found.append(f"{where}: {name} is {value!r}")
    return found


@given(st.lists(readings(), max_size=5, unique_by=lambda each: each.article.id))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_rows_are_of_the_ontology(batch: list[Reading]) -> None:
    graph = graph_of(batch)
    assert faults(graph) == []
    assert len({(edge.type, edge.id) for edge in graph.all_edges}) == len(graph.all_edges)


FULL = reading(
    "a",
    [
        person("p", "सर्गेई लावरोव", office="foreign minister", country="RUS"),
        person("q", "रमेश चंद्र गोयनका", office="envoy", country="IND"),
        country("RUS", "रूस"),
        thing("x", "Agreement", "रक्षा समझौता"),
        thing("s", "Source", "तास", key="tass"),
    ],
    [
        {"type": "MET_WITH", "source": "q", "target": "p", "date": "2024-01-16", "event": "m", "country": "RUS"},
        {"type": "SIGNED", "source": "RUS", "target": "x"},
        {"type": "ACCUSED", "source": "q", "target": "RUS", "of": "spying"},
        {"type": "VISITED", "source": "q", "target": "RUS", "status": "planned"},
        {"type": "REPORTED_BY", "source": "article", "target": "s", "event": "m"},
    ],
)


def test_every_claim_becomes_an_edge_with_its_evidence() -> None:
    graph = graph_of([FULL])
    assert {kind: len(graph.edges(kind)) for kind in ("MET_WITH", "SIGNED", "ACCUSED", "VISITED", "REPORTED_BY")} == {
        "MET_WITH": 1,
        "SIGNED": 1,
        "ACCUSED": 1,
        "VISITED": 1,
        "REPORTED_BY": 2,
    }
    (met,) = graph.edges("MET_WITH")
    assert met.source < met.target
    assert (met.properties["quote"], met.properties["article"], met.properties["precision"]) == (
        "sentence 0",
        "a",
        "day",
    )
    (accused,) = graph.edges("ACCUSED")
    assert accused.properties["of"] == "spying"


def test_a_source_is_credited_for_the_event_of_its_sentence_alone() -> None:
    graph = graph_of([FULL])
    (credited,) = (edge for edge in graph.edges("REPORTED_BY") if edge.source_label == "Event")
    assert credited.source == graph.edges("MET_WITH")[0].properties["event"]


def test_a_country_told_only_as_a_place_has_a_node() -> None:
    graph = graph_of(
        [reading("a", FULL.entities[:2], [{"type": "MET_WITH", "source": "p", "target": "q", "country": "NPL"}])]
    )
    (nepal,) = graph.of("Country")
    assert (nepal.id, nepal.properties["name"], nepal.properties["articles"]) == ("NPL", "Nepal", 0)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("रमेश चंद्र गोयनका", "गोयनका"), ("Ramesh Chandra Goyanka", "रमेश चंद्र गोयनका")),
        (("रमेश चंद्र गोयनका", "Ramesh Goenka"), ("Ramesh Goenka", "रमेश चंद्र गोयनका")),
        (("रमेश गोयनका", "भारत के राजदूत गोयनका जी", "Ambassador"), ("Ramesh Goyanka", "रमेश गोयनका")),
    ],
)
def test_a_person_is_called_by_the_fullest_name_and_by_no_office(
    names: tuple[str, ...], expected: tuple[str, str]
) -> None:
    entity = person("p", names[0])
    fields = (entity.mentions, entity.key, entity.office, entity.country, entity.named, entity.kind)
    told = reading("a", [type(entity)("p", "Person", names[0], names, *fields)], [])
    (node,) = graph_of([told]).of("Person")
    assert (node.properties["name"], node.properties["name_hi"]) == expected
    assert set(names) == set(node.properties["names"])  # type: ignore[arg-type]
