"""What people are asked: pairs that may be one, the most telling first, and none that is decided."""

from __future__ import annotations

from typing import Any

import pytest

from graphload.build import build
from graphload.build.review import review
from graphload.build.unsure import Unsure
from graphload.ledger import Ledger
from graphload.model import Decision, Entity, Reading
from tests.graphs import bearers, decided, marked_event
from tests.readings import bands_of, country, hashes_of, person, reading, thing

FULL = person("p", "रमेश चंद्र गोयनका", office="envoy", country="IND")
PEOPLE = {
    "names that are almost alike": (FULL, person("p", "रामेश चंद्रा गोएनका", office="envoy", country="DEU")),
    "a short name, of one country": (FULL, person("p", "गोयनका", country="IND")),
    "a short name, of one office": (FULL, person("p", "गोयनका", office="envoy")),
    "an office whose holder is known elsewhere": (
        person("p", "सर्गेई लावरोव"),
        person("p", "", office="foreign minister", country="RUS"),
    ),
}
NOBODY_ASKS = {
    "one person already": (FULL, person("p", "रमेश चंद्र गोयनका")),
    "a short name, of another country": (FULL, person("p", "गोयनका", office="envoy", country="NPL")),
    "a short name and nothing else": (FULL, person("p", "गोयनका")),
    "an office of which nobody else speaks": (
        FULL,
        person("p", "", office="foreign minister", country="RUS"),
    ),
}


def visits(people: tuple[Entity, ...]) -> list[Reading]:
    claims: list[dict[str, Any]] = [{"type": "VISITED", "source": "p", "target": "NPL"}]
    return [reading(f"a{n}", [each, country("NPL", "नेपाल")], claims) for n, each in enumerate(people)]


def asked(readings: list[Reading], *decisions: Decision, **more: Any) -> list[Unsure]:
    ledger = Ledger.in_memory()
    with ledger.writing() as open_:
        for decision in decisions:
            open_.decisions.add(decision)
        build(open_, bearers(), readings=readings, hashes=hashes_of(readings), bands=bands_of(readings))
    with ledger.reading() as view:
        return review(view, bearers(), **more)


@pytest.mark.parametrize("case", PEOPLE)
def test_people_who_may_be_one_are_asked_about_until_it_is_decided(case: str) -> None:
    readings = visits(PEOPLE[case])
    (pair,) = asked(readings, kind="person")
    assert pair.claims == 1
    assert pair.reasons
    assert all(side.quotes == ("sentence 0",) for side in (pair.left, pair.right))
    assert asked(readings, decided("different", pair.left.name, pair.right.name), kind="person") == []
    assert asked(readings, decided("same", pair.left.name, pair.right.name), kind="person") == []


@pytest.mark.parametrize("case", NOBODY_ASKS)
def test_nobody_asks_without_a_ground(case: str) -> None:
    assert asked(visits(NOBODY_ASKS[case]), kind="person") == []


def met(number: int, date: str | None = None, **more: Any) -> Reading:
    people = [person("p", "रमेश चंद्र गोयनका"), person("q", "विक्रम प्रताप नेगी"), person("r", "कमला देवी बिष्ट")]
    claim = {"type": "MET_WITH", "source": "p", "target": "q", "date": date, "event": "e", **more}
    return reading(f"a{number}", people, [claim])


EVENTS = {
    "no date": (met(1, "2024-01-16"), met(2)),
    "no dates": (met(1), met(2)),
    "one in a year": (met(1, "2024", country="RUS"), met(2, country="RUS")),
}
TWO_EVENTS = {
    "one day is told of each": (met(1, "2024-01-16"), met(2, "2024-01-17")),
    "two countries": (met(1, country="IND"), met(2, country="RUS")),
    "a plan": (met(1), met(2, status="planned")),
    "others": (met(1), met(2, target="r")),
}


@pytest.mark.parametrize("case", EVENTS)
def test_events_that_may_be_one_are_asked_about_until_it_is_decided(case: str) -> None:
    readings = list(EVENTS[case])
    claims = [each.claims[0] for each in readings]
    (pair,) = asked(readings, kind="event")
    assert {pair.left.facts["articles"], pair.right.facts["articles"]} == {"a1", "a2"}
    assert asked(readings, marked_event("different", *claims), kind="event") == []
    assert asked(readings, marked_event("same", *claims), kind="event") == []


def joint(number: int, *countries: str) -> Reading:
    ends = [*(country(each, each) for each in countries), thing("x", "Agreement", "समझौता")]
    return reading(
        f"a{number}", ends, [{"type": "SIGNED", "source": c, "target": "x", "event": "e"} for c in countries]
    )


PARTIES = {
    "all of them": (met(1, "2024-01-16"), met(2), "the same parties"),
    "two of three signers": (joint(1, "IND", "RUS", "NPL"), joint(2, "IND", "RUS"), "shared parties: India, Russia"),
}


@pytest.mark.parametrize("case", PARTIES)
def test_it_is_told_which_parties_two_events_share(case: str) -> None:
    one, other, reason = PARTIES[case]
    (pair,) = asked([one, other], kind="event")
    assert pair.reasons[0] == reason


@pytest.mark.parametrize("case", TWO_EVENTS)
def test_events_that_cannot_be_one_are_not_asked_about(case: str) -> None:
    assert asked(list(TWO_EVENTS[case]), kind="event") == []


def test_what_most_hangs_on_comes_first() -> None:
    more = [{"type": "VISITED", "source": "p", "target": "NPL", "event": f"e{number}"} for number in range(2)]
    both = [
        reading(f"b{n}", [each, country("NPL", "नेपाल")], more)
        for n, each in enumerate(PEOPLE["a short name, of one country"])
    ]
    told = [*visits(PEOPLE["names that are almost alike"]), *both]
    assert [pair.claims for pair in asked(told, kind="person")] == [2, 1]
    assert len(asked(told, limit=1)) == 1
