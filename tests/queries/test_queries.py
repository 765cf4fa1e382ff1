"""Every saved query: its header, its text, and its rows on every engine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from graphload.errors import NotFoundError, ParameterError, QueryError
from graphload.model import Edge, Node
from graphload.ontology import Property, ontology
from graphload.queries import SavedQuery, catalogue, find_query, graph_of, read_query, run_query, unknown
from graphload.queries.reference import reference
from graphload.settings import Settings
from graphload.store import open_store
from tests.queries.cypher_text import KEYWORDS, WRITES, columns, keywords, kinds, order, properties, tokens
from tests.queries.graph import GRAPH, PARAMETERS
from tests.queries.write_golden import GOLDEN, table
from tests.store.rows import at

each_query = pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)

KEYED_OTHERWISE = {"meetings-by-month": "month"}
"""Queries whose rows are no rows of the graph, and the column that tells them apart."""
WITHOUT_LIMIT = {"meetings-by-month": "a series with its end cut off misleads", "evidence": "an event has few claims"}


@each_query
def test_a_query_gives_the_columns_that_it_declares(query: SavedQuery) -> None:
    assert tuple(columns(query.cypher)) == query.columns


@each_query
def test_a_query_only_reads(query: SavedQuery) -> None:
    assert not {token.upper() for token in tokens(query.cypher)} & WRITES


@each_query
def test_keywords_are_upper_case(query: SavedQuery) -> None:
    assert keywords(query.cypher) <= KEYWORDS


@each_query
def test_a_query_orders_by_an_id_in_the_end_and_has_a_limit(query: SavedQuery) -> None:
    last = order(query.cypher)[-1]
    assert last == KEYED_OTHERWISE.get(query.name, last)
    assert last == "id" or last.startswith("id_") or last.endswith("_id") or query.name in KEYED_OTHERWISE
    assert (tokens(query.cypher)[-2:] == ["LIMIT", "$limit"]) == (query.name not in WITHOUT_LIMIT)


@each_query
def test_a_query_names_only_what_the_ontology_has(query: SavedQuery) -> None:
    known = {name: kind.properties.keys() | {"id"} for name, kind in (ontology().nodes | ontology().edges).items()}
    named = kinds(query.cypher)
    assert set().union(*named.values()) <= known.keys()
    for variable, property_ in properties(query.cypher):
        told = [known[kind] for kind in named.get(variable, ontology().nodes)]
        assert any(property_ in names for names in told), f"{variable}.{property_}"


def test_there_are_enough_queries_of_every_category() -> None:
    assert len(catalogue()) >= 20
    assert {query.category for query in catalogue().values()} == {
        *("accusations", "agreements", "events", "meetings", "persons", "sources", "visits")
    }


def test_the_small_graph_is_one_that_the_ontology_allows() -> None:
    for node in GRAPH.nodes:
        assert_fits(node, ontology().nodes[node.label].properties)
    for edge in GRAPH.edges:
        assert_fits(edge, ontology().edges[edge.type].properties)
        assert (edge.source_label, edge.target_label) in ontology().edges[edge.type].ends


def assert_fits(row: Node | Edge, declared: Mapping[str, Property]) -> None:
    required = {name for name, property_ in declared.items() if property_.required}
    assert required <= row.properties.keys() <= declared.keys(), row


def test_there_are_golden_rows_of_every_query_and_of_no_other() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == catalogue().keys()


def test_every_query_gives_its_golden_rows_on_every_engine(engine: Settings) -> None:
    with open_store(engine) as store:
        store.apply(GRAPH, at(1))
        for query in catalogue().values():
            golden = json.loads((GOLDEN / f"{query.name}.json").read_text("utf-8"))
            assert golden, query.name
            assert tuple(golden[0]) == query.columns, query.name
            assert table(store, query.name) == golden, query.name


def test_the_graph_behind_rows_has_their_nodes_and_the_edges_among_them(engine: Settings) -> None:
    with open_store(engine) as store:
        store.apply(GRAPH, at(1))
        graph = graph_of(store, catalogue()["who-met"], PARAMETERS["who-met"])
        several = graph_of(store, catalogue()["agreements-signed"], {"limit": 1})
        none = graph_of(store, catalogue()["meetings-by-month"], {})
    ids = {"putin", "kim", "modi", "meeting", "old"}
    assert {node.id for node in graph.nodes} == ids
    among = [edge for edge in GRAPH.edges if {edge.source, edge.target} <= ids]
    assert graph.edges == tuple(sorted(among, key=lambda edge: (edge.type, edge.id)))
    assert {node.id for node in several.nodes} == {"pact", "signing", "putin", "lavrov", "kim", "RUS", "PRK"}
    assert none == ((), ())


def test_meetings_within_one_country_are_given_once(engine: Settings) -> None:
    within = Edge("MET_WITH", "m9", "Person", "lavrov", "Person", "putin", {"event": "old", "status": "happened"})
    with open_store(engine) as store:
        store.apply(replace(GRAPH, edges=(*GRAPH.edges, within)), at(1))
        found = run_query(store, catalogue()["meetings-between"], {"a": "RUS", "b": "RUS"})
    assert [row[-3:] for row in found.rows] == [("lavrov", "putin", "m9")]


def test_parameters_are_checked() -> None:
    query = find_query("who-met")
    with pytest.raises(ParameterError, match="needs person"):
        query.bind({})
    with pytest.raises(ParameterError, match="no parameter persona"):
        query.bind({"persona": "x"})
    with pytest.raises(ParameterError, match="limit is no int"):
        query.bind({"person": "x", "limit": "many"})
    assert query.bind({"person": "x"}) == {"person": "x", "limit": 100}


UNKNOWN = {
    "by id": ("who-met", {"person": "putin"}, []),
    "by name": ("who-met", {"person": "putin (hi)"}, []),
    "nobody": ("who-met", {"person": "putn"}, ["putn: no such person in the graph; nearest: putin (putin)"]),
    "nothing like it": ("who-met", {"person": "zzz"}, ["zzz: no such person in the graph"]),
    "a name for an id": (
        "visits-to",
        {"country": "RUS (hi)"},
        ["RUS (hi): no such country in the graph; nearest: RUS (RUS)"],
    ),
    "one of two": ("common-contacts", {"a": "kim", "b": "RUS"}, ["RUS: no such person in the graph"]),
    "of several labels": ("accusations-by", {"accuser": "bloc"}, []),
}


def test_what_the_graph_does_not_have_is_told_with_the_nearest_name(engine: Settings) -> None:
    with open_store(engine) as store:
        store.apply(GRAPH, at(1))
        for case, (name, given, expected) in UNKNOWN.items():
            assert [str(error) for error in unknown(store, catalogue()[name], given)] == expected, case


@each_query
def test_a_parameter_that_must_be_given_says_what_it_means(query: SavedQuery) -> None:
    assert all(parameter.labels for parameter in query.parameters if parameter.required)


def test_an_unknown_query_is_told_with_the_nearest_name() -> None:
    with pytest.raises(NotFoundError, match="who-met"):
        find_query("who-mett")


HEAD = "// name: q\n// title: t\n// description: d\n// category: c\n// returns: id\n"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("MATCH (n) RETURN n.id AS id", "declares no name"),
        (HEAD + "// colour: red\nMATCH (n) RETURN n.id AS id", "colour"),
        (HEAD + "// param x: int\nMATCH (n) RETURN n.id AS id", r"declares \$x"),
        (HEAD + "MATCH (n) WHERE n.id = $y RETURN n.id AS id", r"uses \$y"),
        (HEAD + "// param x: colour\nMATCH (n) WHERE n.id = $x RETURN n.id AS id", "unknown type"),
        (HEAD + "// param x: str of Colour\nMATCH (n) WHERE n.id = $x RETURN n.id AS id", "unknown label Colour"),
        (HEAD + "// nodes: other\nMATCH (n) RETURN n.id AS id", "nodes"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "c/q.cypher"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    with pytest.raises(QueryError, match=what):
        read_query(path)


def test_the_readme_of_the_queries_is_current() -> None:
    written = (Path(__file__).parents[2] / "cypher/README.md").read_text("utf-8")
    assert written == reference(catalogue().values()), "python -m graphload.queries.reference > cypher/README.md"
