"""Every saved query: its header, its text, and its rows on every engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import regex

from graphload.errors import NotFoundError, ParameterError, QueryError
from graphload.ontology import ontology
from graphload.queries import SavedQuery, catalogue, find_query, graph_of, read_query
from graphload.queries.reference import reference
from graphload.settings import Settings
from graphload.store import open_store
from tests.queries.graph import GRAPH, PARAMETERS
from tests.queries.write_golden import GOLDEN, table
from tests.store.rows import at

QUERIES = list(catalogue().values())
WRITES = regex.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|CALL)\b", regex.IGNORECASE)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_reads_only_and_orders_by_an_id(query: SavedQuery) -> None:
    assert not WRITES.search(query.cypher)
    order = regex.search(r"ORDER BY (.+)", query.cypher)
    assert order
    last = order[1].split(",")[-1].split()[0]
    assert last.endswith("id") or "_id" in last or last.startswith("id_") or query.name == "meetings-by-month"


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_names_only_what_the_ontology_has(query: SavedQuery) -> None:
    labels = set(regex.findall(r"\(\w*:(\w+)", query.cypher))
    types = set(regex.findall(r"\[\w*:(\w+)", query.cypher))
    assert labels <= ontology().nodes.keys()
    assert types <= ontology().edges.keys()


def test_there_are_twelve_and_more_in_several_categories() -> None:
    assert len(QUERIES) >= 12
    assert len({query.category for query in QUERIES}) >= 5


def test_every_query_gives_its_golden_rows_on_every_engine(engine: Settings) -> None:
    with open_store(engine) as store:
        store.apply(GRAPH, at(1))
        for query in QUERIES:
            golden = json.loads((GOLDEN / f"{query.name}.json").read_text("utf-8"))
            assert golden, query.name
            assert tuple(golden[0]) == query.columns, query.name
            assert table(store, query.name) == golden, query.name


def test_the_graph_behind_rows_has_their_nodes_and_the_edges_among_them(engine: Settings) -> None:
    with open_store(engine) as store:
        store.apply(GRAPH, at(1))
        graph = graph_of(store, catalogue()["who-met"], PARAMETERS["who-met"])
    assert {node.id for node in graph.nodes} == {"putin", "kim", "modi", "meeting", "old"}
    assert {edge.id for edge in graph.edges if edge.type == "MET_WITH"} == {"m1", "m3"}
    assert {edge.source for edge in graph.edges if edge.type == "TOOK_PART_IN"} == {"putin", "kim", "modi"}


def test_parameters_are_checked() -> None:
    query = find_query("who-met")
    with pytest.raises(ParameterError, match="needs person"):
        query.bind({})
    with pytest.raises(ParameterError, match="no parameter persona"):
        query.bind({"persona": "x"})
    with pytest.raises(ParameterError, match="limit is no int"):
        query.bind({"person": "x", "limit": "many"})
    assert query.bind({"person": "x"}) == {"person": "x", "limit": 100}


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
