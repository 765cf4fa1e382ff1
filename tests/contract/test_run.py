"""Every engine answers Cypher with the same values, and with the same errors."""

from __future__ import annotations

from typing import Any

import pytest

from graphload.errors import GraphloadError, ParameterError, QueryError, ReadOnlyError
from graphload.model import Changes
from graphload.store import Result, Store
from tests.store.rows import at, contents, graph, met, person

A, B, C = person("a", office="PM"), person("b"), person("c", names=())
AB, BC = met("1", "a", "b", date="2024-01"), met("2", "b", "c")


@pytest.fixture
def small(store: Store) -> Store:
    store.apply(Changes((A, B, C), (AB, BC)), at(1))
    return store


ANSWERS: dict[str, tuple[Any, ...]] = {
    "MATCH (n:Person {id: 'a'}) RETURN n AS v": (A,),
    "MATCH ()-[r:MET_WITH {id: '1'}]->() RETURN r AS v": (AB,),
    "MATCH (a:Person {id: 'b'})-[r]-(b) RETURN r AS v ORDER BY r.id": (AB, BC),
    "MATCH p = (:Person {id: 'a'})-->()-->() RETURN p AS v": ((A, AB, B, BC, C),),
    "MATCH p = (:Person {id: 'c'})<--() RETURN p AS v": ((C, BC, B),),
    "MATCH (n:Person) WITH n ORDER BY n.id RETURN collect(n) AS v": ((A, B, C),),
    "MATCH (a)-[r {id: '2'}]->(b) RETURN {edge: r, ends: [a, [b]]} AS v": ({"edge": BC, "ends": (B, (C,))},),
    "MATCH (n:Person {id: 'c'}) RETURN n.names AS v": ((),),
    "MATCH (n:Person) RETURN n.office AS v ORDER BY n.id": ("PM", None, None),
    "MATCH (n:Person) RETURN count(n) AS v": (3,),
    "MATCH (a:Person {id: 'a'})-[:MET_WITH]-()-[:MET_WITH]-(c) RETURN count(c) AS v": (1,),
    "MATCH (n:Event {country: 'PRK', kind: 'meeting'}) RETURN n AS v": (),
    "MATCH (n:Person {name_hi: 'x'}) RETURN n AS v": (),
    "MATCH (a:Person)-[:ACCUSED {of: 'x'}]->(b:Country) RETURN a AS v": (),
    "MATCH (n:Person) WHERE n.country = 'PRK' RETURN n AS v": (),
    "RETURN $text AS v": ("पी\u2028'\"\\",),
    "RETURN [1, 2.0, true, null, 'x', [], {a: [1]}] AS v": ((1, 2.0, True, None, "x", (), {"a": (1,)}),),
    "UNWIND range(1, 3) AS v RETURN v": (1, 2, 3),
    "RETURN date('2024-01-16') AS v": ("2024-01-16",),
    "RETURN datetime('2024-01-16T10:00:00.5+05:30') AS v": ("2024-01-16T10:00:00.500000+05:30",),
    "RETURN localtime('10:00:01') AS v": ("10:00:01",),
    "RETURN duration('P1M2DT3H') AS v": ({"months": 1, "days": 2, "seconds": 10800},),
    "RETURN point({latitude: 1.5, longitude: 2}) AS v": ({"latitude": 1.5, "longitude": 2.0},),
}


@pytest.mark.parametrize("cypher", ANSWERS)
def test_values(small: Store, cypher: str) -> None:
    parameters = {"text": "पी\u2028'\"\\"} if "$text" in cypher else {}
    assert small.run(cypher, parameters) == Result(("v",), tuple((value,) for value in ANSWERS[cypher]))


def test_parameters_of_every_kind_come_back(small: Store) -> None:
    given = {"text": "ब", "whole": 2**62, "part": 0.1, "flag": False, "none": None, "list": ("a", "b"), "map": {"k": 1}}
    result = small.run("RETURN $text, $whole, $part, $flag, $none, $list, $map", given)
    assert result.rows == (tuple(given.values()),)


@pytest.mark.parametrize(("limit", "count"), [(None, 3), (2, 2), (0, 0), (9, 3)])
def test_limit_caps_the_rows(small: Store, limit: int | None, count: int) -> None:
    result = small.run("MATCH (n:Person) RETURN n.id AS id ORDER BY id", {}, limit=limit)
    assert result == Result(("id",), (("a",), ("b",), ("c",))[:count])


def test_a_query_without_rows_still_names_its_columns(small: Store) -> None:
    assert small.run("MATCH (n:Country) RETURN n.id AS id, n.name AS name", {}) == Result(("id", "name"), ())


WRITES = [
    "CREATE (:Person {id: 'x'})",
    "match (n:Person) set n.name = 'x' return n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (a)-[r]->(b) DELETE r",
    "MERGE (n:Person {id: 'a'}) RETURN n",
    "MATCH (n:Person) REMOVE n.office",
    "FOREACH (x IN ['x'] | CREATE (:Person {id: x}))",
    "// read only\nCREATE (n:Person {id: 'x'}) // RETURN 1",
    "CREATE INDEX person_name FOR (n:Person) ON (n.name)",
    "DROP CONSTRAINT person_id",
]


@pytest.mark.parametrize("cypher", WRITES)
def test_a_write_is_refused_where_a_read_was_asked_for(small: Store, cypher: str) -> None:
    with pytest.raises(ReadOnlyError, match="the query writes; ask for it with --write"):
        small.run(cypher, {})
    assert contents(small) == graph(A, B, C, AB, BC)


@pytest.mark.parametrize("text", ["CREATE", "it's DELETE", "// SET"])
def test_a_read_may_talk_of_writing(small: Store, text: str) -> None:
    assert small.run(f'RETURN $text AS `SET`, "{text}" AS v // MERGE', {"text": text}).rows == ((text, text),)


def test_a_write_that_was_asked_for_is_done(small: Store) -> None:
    result = small.run("MATCH (n:Person {id: $id}) SET n.office = 'FM' RETURN n.office AS o", {"id": "b"}, write=True)
    assert result == Result(("o",), (("FM",),))
    small.run("MATCH (:Person {id: 'a'})-[r]->() DELETE r", {}, write=True)
    assert contents(small) == graph(A, person("b", office="FM"), C, BC)


def test_what_others_wrote_can_be_seen(small: Store) -> None:
    small.run("MATCH (a:Person {id: 'a'}) CREATE (a)-[:KNOWS]->(:Stranger {x: 1})", {}, write=True)
    strangers = [node for node in small.nodes() if node.label == "Stranger"]
    assert [node.properties for node in strangers] == [{"x": 1}]
    assert [edge.type for edge in small.edges() if edge.type != "MET_WITH"] == ["KNOWS"]


ERRORS: dict[str, tuple[type[GraphloadError], str]] = {
    "MATCH (n RETURN n": (QueryError, "mend the query"),
    "": (QueryError, ""),
    "RETURN no_such_function(1)": (QueryError, "no_such_function"),
    "MATCH (n) RETURN m": (QueryError, "m"),
    "MATCH (n) WHERE n.id = $id AND n.name = $who RETURN n": (ParameterError, "who"),
}


@pytest.mark.parametrize("cypher", ERRORS)
def test_errors_are_one_line(small: Store, cypher: str) -> None:
    kind, part = ERRORS[cypher]
    with pytest.raises(kind) as raised:
        small.run(cypher, {"id": "a"} if "$id" in cypher else {})
    assert type(raised.value) is kind
    assert part in str(raised.value)
    assert "\n" not in str(raised.value)
