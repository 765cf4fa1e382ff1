"""Who is who across articles: a table of cases over whole graphs, and clusters as a function of the set."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.language.names import compare
from graphload.language.roles import is_role
from graphload.lexicon.people import registry
from graphload.lexicon.script import fold
from graphload.model import Entity
from graphload.resolution import Key, Likeness
from graphload.resolve.candidates import pair_keys
from graphload.resolve.people import people
from tests.graphs import decided, graph_of
from tests.readings import country, person, reading


def one_each(*persons: Entity, date: str | None = None, published: str | None = None) -> list[object]:
    """One article for each person, who visits Nepal in it."""
    visit = {"type": "VISITED", "target": "NPL", "date": date}
    return [
        reading(f"a{number}", [each, country("NPL", "नेपाल")], [{**visit, "source": each.id}], published=published)
        for number, each in enumerate(persons)
    ]


def ids(readings: list[object], *decisions: object) -> list[str]:
    """The person that each article's visit is by, by the order of articles."""
    graph = graph_of(readings, decisions, one_by_one=True)  # type: ignore[arg-type]
    by_article = {edge.source: edge.target for edge in graph.edges("MENTIONS") if edge.target_label == "Person"}
    return [by_article[article] for article in sorted(by_article)]


SAME = {
    "spellings": (person("p", "रमेश चंद्र गोयनका"), person("p", "रमेश चन्द्र गोएनका")),
    "scripts": (person("p", "रमेश चंद्र गोयनका"), person("p", "Ramesh Chandra Goenka")),
    "offices over time": (
        person("p", "रमेश चंद्र गोयनका", office="envoy", country="IND"),
        person("p", "रमेश चंद्र गोयनका", office="foreign secretary", country="IND"),
    ),
    "a short name that the registry has once": (person("p", "सर्गेई लावरोव"), person("p", "लावरोव", country="RUS")),
    "a full name that the registry has, written as one word": (person("p", "तारो कोनो"), person("p", "तारोकोनो")),
    "an office and who held it": (
        person("p", "सर्गेई लावरोव"),
        person("p", "", office="foreign minister", country="RUS"),
    ),
    "an office that nobody on record held, in one year": (
        person("p", "", office="agriculture minister", country="NRU"),
        person("p", "", office="agriculture minister", country="NRU"),
    ),
}
APART = {
    "a surname is nobody beyond its article": (person("p", "गोयनका"), person("p", "गोयनका")),
    "namesakes of two offices in two countries": (
        person("p", "रमेश चंद्र गोयनका", office="envoy", country="IND"),
        person("p", "रमेश चंद्र गोयनका", office="spokesperson", country="NPL"),
    ),
    "a short name with another country": (person("p", "सर्गेई लावरोव"), person("p", "लावरोव", country="IND")),
    "a changed consonant": (person("p", "इमरान हसन कुरैशी"), person("p", "इरफान हसन कुरैशी")),
    "two people of the registry": (person("p", "शी जिनपिंग"), person("p", "सर्गेई लावरोव")),
}


@pytest.mark.parametrize("case", SAME)
def test_one_person(case: str) -> None:
    assert len(set(ids(one_each(*SAME[case], date="2024-02-01", published="2024-02-02")))) == 1


@pytest.mark.parametrize("case", APART)
def test_two_people(case: str) -> None:
    assert len(set(ids(one_each(*APART[case], date="2024-02-01", published="2024-02-02")))) == 2


def test_the_office_tells_by_the_date_of_the_event() -> None:
    premier = person("p", "", office="prime minister", country="IND")
    assert ids(one_each(premier, date="2013-05-01", published="2024-02-02")) == ["manmohan-singh"]
    assert ids(one_each(premier, published="2024-02-02")) == ["narendra-modi"]


def test_without_any_date_an_office_is_whoever_never_left_it_since_the_last_past_date() -> None:
    minister = person("p", "", office="foreign minister", country="RUS")
    visits = [{"type": "VISITED", "source": "p", "target": "NPL"}, {"type": "VISITED", "source": "q", "target": "NPL"}]
    dated = [visits[0], {**visits[1], "date": "2024-06-19"}]
    entities = [minister, person("q", "विक्रम प्रताप नेगी"), country("NPL", "नेपाल")]
    assert "sergey-lavrov" in {node.id for node in graph_of([reading("a", entities, dated)]).of("Person")}
    assert "sergey-lavrov" not in {node.id for node in graph_of([reading("a", entities, visits)]).of("Person")}


def test_without_a_year_an_office_is_one_person_in_the_copies_of_one_text_alone() -> None:
    entities = [person("p", "", office="agriculture minister", country="NRU"), country("NPL", "नेपाल")]
    visit = {"type": "VISITED", "source": "p", "target": "NPL"}
    text = " ".join(f"शब्द{number}" for number in range(40))
    told = [reading("b", entities, [visit], text=text), reading("c", entities, [visit])]
    for copy in ("a", "d"):
        first, *others = ids([*told, reading(copy, entities, [visit], text=text)])
        assert [other == first for other in others] == ([True, False] if copy == "a" else [False, True])


def test_decisions_come_first_and_outlive_what_is_loaded() -> None:
    one, two = "रमेश चंद्र गोयनका", "रमेश चन्द्र गोएनका"
    readings = one_each(person("p", one), person("p", two))
    assert len(set(ids(readings, decided("different", fold(one), fold(two))))) == 2
    surnames = one_each(person("p", one), person("p", "विक्रम प्रताप नेगी"))
    assert len(set(ids(surnames, decided("same", fold(one), fold("विक्रम प्रताप नेगी"))))) == 1
    registered = one_each(person("p", one), person("p", "सर्गेई लावरोव"))
    assert set(ids(registered, decided("same", fold(one), "@sergey-lavrov"))) == {"sergey-lavrov"}


def test_an_id_stays_while_larger_keys_join() -> None:
    first = person("p", "रमेश चंद्र गोयनका")
    (alone,) = ids(one_each(first))
    assert set(ids(one_each(first, person("p", "रमेश चन्द्र गोयनका", office="z", country="IND")))) == {alone}


keys = st.builds(
    lambda name, office, place, anchor: Key(
        f"{name}|{office}|{place}|{anchor}", "Person", name, office, place, None, anchor, "test", anchor is None
    ),
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from([None, "envoy", "minister"]),
    st.sampled_from([None, "IND", "NPL"]),
    st.sampled_from([None, None, None, "first", "second"]),
)
NAMES = {
    pair: Likeness(*pair, score, verdict, ("test",))  # type: ignore[arg-type]
    for pair, score, verdict in zip(
        combinations("abcd", 2),
        [0.95, 0.7, 0.9, 0.9, 0.7, 0.95],
        ["same", "unsure", "same", "same", "unsure", "same"],
        strict=True,
    )
}


@given(st.sets(keys, max_size=8), st.randoms(), st.lists(st.sampled_from("abcd"), min_size=2, max_size=2, unique=True))
def test_clusters_are_a_function_of_the_set(found: set[Key], order: object, sides: list[str]) -> None:
    decisions = [decided("different", *sides)]
    shuffled = sorted(found, key=lambda key: key.text)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    clusters = people(found, NAMES, decisions)
    assert sorted(clusters, key=str) == sorted(people(shuffled, NAMES, decisions), key=str)
    assert sorted(key for cluster in clusters for key in cluster.keys) == sorted(key.text for key in found)
    by_text = {key.text: key for key in found}
    for cluster in clusters:
        members = [by_text[key] for key in cluster.keys]
        assert len({key.anchor for key in members} - {None}) <= 1
        assert not set(sides) <= {key.name for key in members}


def test_names_that_are_one_are_always_compared() -> None:
    for each in registry().people[::9]:
        for left, right in combinations([fold(name) for name in each.full_names], 2):
            if pair_keys(left) and pair_keys(right) and compare(left, right).verdict == "same":
                assert pair_keys(left) & pair_keys(right), (left, right)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("रूस के राष्ट्रपति", True), ("Foreign Minister", True), ("पुतिन", False), ("व्लादिमीर पुतिन", False), ("पीएम", True)],
)
def test_an_office_is_no_name(text: str, expected: bool) -> None:
    assert is_role(text) is expected
