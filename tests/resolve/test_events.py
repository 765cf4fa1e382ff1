"""Which reports are one event: a table of cases, and the same answer in whatever order articles come."""

from __future__ import annotations

import pytest

from graphload.model import Claim, Node
from tests.graphs import Graph, graph_of, marked_event
from tests.readings import country, person, reading, thing

ANNA, BORIS, CARLA = (
    person("p1", "रमेश चंद्र गोयनका"),
    person("p2", "विक्रम प्रताप नेगी"),
    person("p3", "कमला देवी बिष्ट"),
)
EVERYBODY = [ANNA, BORIS, CARLA, country("RUS", "रूस"), country("IND", "भारत"), country("NPL", "नेपाल")]
THINGS = [thing("x1", "Agreement", "रक्षा समझौता"), thing("x2", "Agreement", "व्यापार समझौता")]


def told(number: int, *claims: dict[str, object], published: str | None = None, text: str = "") -> object:
    return reading(f"a{number}", [*EVERYBODY, *THINGS], list(claims), published=published, text=text)


def met(date: str | None = None, *, source: str = "p1", target: str = "p2", **more: object) -> dict[str, object]:
    return {"type": "MET_WITH", "source": source, "target": target, "date": date, "event": "e", **more}


def visited(date: str | None = None, **more: object) -> dict[str, object]:
    return {"type": "VISITED", "source": "p1", "target": "RUS", "date": date, **more}


def signed(*signers: str, date: str | None = None, target: str = "x1") -> list[dict[str, object]]:
    return [{"type": "SIGNED", "source": signer, "target": target, "date": date, "event": "e"} for signer in signers]


COPY = " ".join(f"शब्द{number}" for number in range(40))
DAY, NEXT, LATER = "2024-01-16", "2024-01-17", "2024-03-02"
CASES = {
    "one day is one event": ([told(1, met(DAY)), told(2, met(DAY))], {(2, DAY)}),
    "two days are two": ([told(1, met(DAY)), told(2, met(NEXT))], {(1, DAY), (1, NEXT)}),
    "a month joins its only day": ([told(1, met(DAY)), told(2, met("2024-01"))], {(2, DAY)}),
    "a month does not join another month's day": (
        [told(1, met(DAY)), told(2, met("2024-02"))],
        {(1, DAY), (1, "2024-02")},
    ),
    "a month that fits two days stands alone": (
        [told(1, met(DAY)), told(2, met(NEXT)), told(3, met("2024-01")), told(4, met("2024-01"))],
        {(1, DAY), (1, NEXT), (2, "2024-01")},
    ),
    "a year joins its only month": ([told(1, met("2024-01")), told(2, met("2024"))], {(2, "2024-01")}),
    "no date, published just then, joins the only event": (
        [told(1, met(DAY)), told(2, met(), published=DAY)],
        {(2, DAY)},
    ),
    "no date stands alone beside two": (
        [told(1, met(DAY)), told(2, met(NEXT)), told(3, met(), published=NEXT)],
        {(1, DAY), (1, NEXT), (1, None)},
    ),
    "no date, in another country, stands alone": (
        [told(1, met(DAY, country="RUS")), told(2, met(country="IND"), published=DAY)],
        {(1, DAY), (1, None)},
    ),
    "no date at all joins no other text, be its event the only one": (
        [told(1, met(DAY)), told(2, met())],
        {(1, DAY), (1, None)},
    ),
    "no date at all joins what a copy of the text tells": (
        [told(1, met(DAY), text=COPY), told(2, met(), text=COPY), told(3, met(LATER))],
        {(2, DAY), (1, LATER)},
    ),
    "no date at all stands alone where a copy tells of two": (
        [told(1, met(DAY), met(NEXT, event="f"), text=COPY), told(2, met(), text=COPY)],
        {(1, DAY), (1, NEXT), (1, None)},
    ),
    "a correction of no date at all corrects no other text": (
        [told(1, met(DAY)), told(2, met(correction=True))],
        {(1, DAY), (1, None)},
    ),
    "a correction without a date corrects what was told just before": (
        [told(1, met(DAY)), told(2, met(LATER)), told(3, met(correction=True), published=NEXT)],
        {(2, DAY), (1, LATER)},
    ),
    "two articles without any date are two": ([told(1, met()), told(2, met())], {(1, None)}),
    "published on one day is one": (
        [told(1, met(), published=DAY), told(2, met(), published=DAY)],
        {(2, None)},
    ),
    "no date joins what lies just before publication": (
        [told(1, met(DAY)), told(2, met(LATER)), told(3, met(), published=NEXT)],
        {(2, DAY), (1, LATER)},
    ),
    "no date does not join what came after publication": (
        [told(1, met(LATER)), told(2, met(), published=NEXT)],
        {(1, LATER), (1, None)},
    ),
    "a plan joins what then happened that day": ([told(1, met(DAY, status="planned")), told(2, met(DAY))], {(2, DAY)}),
    "a plan without a date joins nothing that happened": (
        [told(1, met(status="planned")), told(2, met(DAY))],
        {(1, None), (1, DAY)},
    ),
    "pairs of one meeting are one event": (
        [told(1, met(DAY), met(DAY, target="p3")), told(2, met(DAY, target="p3")), told(3, met(DAY))],
        {(3, DAY)},
    ),
    "visits to two countries are two": ([told(1, visited(DAY), visited(DAY, target="IND"))], {(1, DAY)}),
    "one signing however many signers are told": (
        [told(1, *signed("RUS", "IND", date="2024-01")), told(2, *signed("RUS", date=DAY))],
        {(2, DAY)},
    ),
    "signings with two partners on one day are two": (
        [told(1, *signed("RUS", "IND", date=DAY)), told(2, *signed("RUS", "NPL", date=DAY))],
        {(1, DAY)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_reports_make_events(name: str) -> None:
    readings, expected = CASES[name]
    for order in (readings, readings[::-1]):
        events = graph_of(order, one_by_one=True).of("Event")
        assert {(each.properties["articles"], each.properties.get("date")) for each in events} == expected
        assert graph_of(order).rows == graph_of(readings).rows


def test_meetings_of_three_make_one_event_with_three_edges() -> None:
    graph = graph_of([told(1, met(DAY), met(DAY, target="p3"), met(DAY, source="p2", target="p3"))])
    assert len(graph.of("Event")) == 1
    assert len(graph.edges("MET_WITH")) == 3
    assert {edge.properties["event"] for edge in graph.edges("MET_WITH")} == {graph.of("Event")[0].id}


DISPUTED = {
    "denied by one": ([told(1, met(DAY)), told(2, met(DAY, status="denied"))], ("happened", True, DAY)),
    "denied by one, without a date": (
        [told(1, met(DAY)), told(2, met(status="denied"), published=NEXT)],
        ("happened", True, DAY),
    ),
    "denied by all": ([told(1, met(DAY, status="denied"))], ("denied", False, DAY)),
    "called off": ([told(1, met(DAY, status="planned")), told(2, met(DAY, status="denied"))], ("denied", False, DAY)),
    "held as planned": ([told(1, met(DAY, status="planned")), told(2, met(DAY))], ("happened", False, DAY)),
    "corrected to another day": (
        [told(1, met(DAY)), told(2, met(NEXT, correction=True))],
        ("happened", True, "2024-01"),
    ),
    "in two countries": ([told(1, met(DAY, country="RUS")), told(2, met(DAY, country="IND"))], ("happened", True, DAY)),
    "told vaguely by one": ([told(1, met(DAY)), told(2, met("2024"))], ("happened", False, DAY)),
}


@pytest.mark.parametrize("name", DISPUTED)
def test_contradictions_are_shown_and_not_averaged(name: str) -> None:
    readings, expected = DISPUTED[name]
    graph = graph_of(readings)
    (event,) = graph.of("Event")
    assert (event.properties["status"], event.properties["disputed"], event.properties.get("date")) == expected
    assert len(graph.edges("ASSERTS")) == len(readings)


def test_the_place_is_left_out_where_articles_disagree() -> None:
    (event,) = graph_of(DISPUTED["in two countries"][0]).of("Event")
    assert "country" not in event.properties


def test_one_agreement_across_articles_that_name_just_one() -> None:
    readings = [
        told(1, *signed("RUS", "IND", date="2024-01")),
        told(2, *signed("RUS", "IND", date=DAY, target="x2")),
        told(3, *signed("IND", date="2024-01")),
    ]
    graph = graph_of(readings)
    signing = {edge.target for edge in graph.edges("SIGNED")}
    assert len(signing) == 1
    assert next(node for node in graph.of("Agreement") if node.id in signing).properties["names"] == (
        "रक्षा समझौता",
        "व्यापार समझौता",
    )


def test_agreements_that_an_article_tells_apart_stay_apart() -> None:
    graph = graph_of([told(1, *signed("RUS", "IND", date=DAY), *signed("RUS", "IND", date=DAY, target="x2"))])
    assert len({edge.target for edge in graph.edges("SIGNED")}) == 2
    assert len(graph.of("Event")) == 1


def test_an_event_keeps_its_id_while_reports_of_it_come_and_go() -> None:
    alone = graph_of([told(1, met(DAY))]).of("Event")[0].id
    more = graph_of([told(1, met(DAY)), told(2, met("2024-01")), told(3, met(DAY)), told(4, met(), published=NEXT)])
    assert [event.id for event in more.of("Event")] == [alone]
    assert [event.id for event in graph_of([told(3, met(DAY))]).of("Event")] == [alone]


def claim_of(article: object, number: int = 0) -> Claim:
    return article.claims[number]  # type: ignore[attr-defined, no-any-return]


def test_decisions_part_and_join_events() -> None:
    one, two, three = told(1, met(DAY)), told(2, met(DAY)), told(3, met(NEXT))
    parted = graph_of([one, two], [marked_event("different", claim_of(one), claim_of(two))])
    assert len(parted.of("Event")) == 2
    joined = graph_of([one, two, three], [marked_event("same", claim_of(one), claim_of(three))])
    (event,) = joined.of("Event")
    assert _facts(event) == (3, True, "2024-01")


def _facts(event: Node) -> tuple[object, ...]:
    return event.properties["articles"], event.properties["disputed"], event.properties.get("date")


def test_a_claim_of_one_with_oneself_is_no_event() -> None:
    graph: Graph = graph_of([told(1, met(DAY, target="p1"))])
    assert graph.of("Event") == []
    assert len(graph.of("Claim")) == 1
