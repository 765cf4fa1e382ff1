from __future__ import annotations

from graphload.model import Article, Edge, Node
from graphload.view.build import build
from tests.view.example import example

GRAPH = example()
PAGE = build(*GRAPH, {})
EDGES = {edge.id: edge for edge in PAGE.edges}


def quotes(claims: tuple[int, ...]) -> list[str]:
    return [quote for index in claims for quote in PAGE.proof.claims[index].quotes]


def test_articles_and_claims_are_evidence_not_nodes() -> None:
    assert {node.kind for node in PAGE.nodes} == {"Person", "Country", "Organization", "Agreement", "Event", "Source"}
    assert len(PAGE.proof.claims) == 58


def test_an_edge_has_every_sentence_of_its_event_by_date_of_article() -> None:
    assert quotes(EDGES["e10-kim-putin"].claims) == [
        "रूस के राष्ट्रपति पुतिन ने बुधवार को वोस्तोचनी अंतरिक्ष केंद्र में किम से बातचीत की।",
        "किम ने सितंबर में रूस जाकर पुतिन से मुलाकात की थी।",
    ]
    claim = PAGE.proof.claims[EDGES["e10-kim-putin"].claims[0]]
    assert (claim.rule, claim.confidence, PAGE.proof.articles[claim.article].outlet) == ("met.talk", 0.95, "दैनिक नमूना")


def test_an_edge_to_an_event_takes_its_date_and_status() -> None:
    planned = EDGES["e42-p-putin"]
    assert (planned.kind, planned.date, planned.status) == ("TOOK_PART_IN", "2025-12", "planned")


def test_without_claims_the_quote_of_the_edge_is_the_evidence() -> None:
    nodes = [Node("Person", "a", {"name": "A"}), Node("Person", "b", {"name": "B"})]
    edge = Edge("MET_WITH", "m", "Person", "a", "Person", "b", {"event": "e", "quote": "वे मिले।", "article": "t"})
    page = build(nodes, [edge, edge], {"t": Article("t", "शीर्षक", "पाठ", url="https://example.org/t")})
    assert [edge.claims for edge in page.edges] == [(0,)]
    assert page.proof.claims[0].quotes == ("वे मिले।",)
    assert page.proof.articles[page.proof.claims[0].article].title == "शीर्षक"


def test_ids_alike_under_two_labels_stay_two_nodes() -> None:
    page = build([Node("Person", "x", {"name": "P"}), Node("Country", "x", {"name": "C"})], [], {})
    assert {node.id for node in page.nodes} == {"Person:x", "Country:x"}
