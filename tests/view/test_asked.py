"""What a page shows of a query: every saved one, and Cypher of each kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graphload.errors import QueryError
from graphload.model import Edge, Node
from graphload.queries import SavedQuery, catalogue, graph_of, run_query
from graphload.settings import Settings
from graphload.store import Store, open_store
from graphload.view import asked_for, render
from tests.queries.graph import ARTICLES, CLAIMS, GRAPH, KCNA, KIM, PARAMETERS, PLAN, PUTIN, TASS
from tests.store.rows import at

SERIES = {"meetings-by-month"}
"""Saved queries whose rows name nothing of the graph."""
DRAWN = {"Person", "Country", "Organization", "Agreement", "Event", "Source"}
CREDIT = next(edge for edge in GRAPH.edges if edge.type == "REPORTED_BY" and edge.source_label == "Article")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(Settings(tmp_path_factory.mktemp("store"))) as opened:
        opened.apply(GRAPH, at(1))
        yield opened


def ids(nodes: tuple[Node, ...]) -> set[str]:
    return {node.id for node in nodes}


@pytest.mark.parametrize(
    "query", [each for each in catalogue().values() if each.name not in SERIES], ids=lambda q: q.name
)
def test_a_saved_query_draws_what_its_rows_name_and_joins_every_event(store: Store, query: SavedQuery) -> None:
    given = graph_of(store, query, PARAMETERS.get(query.name, {}))
    assert run_query(store, query, PARAMETERS.get(query.name, {})).rows
    shown, _ = asked_for(GRAPH.nodes, GRAPH.edges, given)
    assert {node.id for node in given.nodes if node.label in DRAWN} <= ids(shown.nodes)
    told = {edge.properties.get("event") for edge in shown.edges}
    assert {node.id for node in shown.nodes if node.label == "Event"} <= told
    assert query.name in render(*shown, title=query.name)


@pytest.mark.parametrize("name", sorted(SERIES))
def test_a_series_has_nothing_to_draw_and_says_so(store: Store, name: str) -> None:
    with pytest.raises(QueryError, match="nothing to draw"):
        asked_for(GRAPH.nodes, GRAPH.edges, graph_of(store, catalogue()[name], {}))


@pytest.mark.parametrize(
    ("nodes", "edges", "drawn"),
    [
        ((PUTIN,), (), {"putin"}),
        ((PUTIN, KIM), (), {"putin", "kim", "meeting"}),
        ((PLAN,), (), {"plan", "modi", "lavrov"}),
        ((CLAIMS[12],), (), {"plan", "modi", "lavrov"}),
        ((KCNA,), (), {"kcna", "talk", "lavrov", "kim"}),
        ((), (CREDIT,), {"tass", "meeting", "putin", "kim"}),
    ],
    ids=["person", "persons", "event", "claim", "source", "credit of an article"],
)
def test_cypher_draws_what_it_speaks_of(nodes: tuple[Node, ...], edges: tuple[Edge, ...], drawn: set[str]) -> None:
    shown, opened = asked_for(GRAPH.nodes, GRAPH.edges, (nodes, edges))
    assert ids(tuple(node for node in shown.nodes if node.label in DRAWN)) - {"kcna", "tass"} == drawn - {
        "kcna",
        "tass",
    }
    assert ("Source" in opened) == bool({"kcna", "tass"} & drawn)


def test_an_article_stands_for_all_its_events() -> None:
    shown, _ = asked_for(GRAPH.nodes, GRAPH.edges, ((ARTICLES[1],), ()))
    assert {node.id for node in shown.nodes if node.label == "Event"} == {"meeting", "talk", "doubt"}


def test_what_else_the_parties_of_an_event_did_is_left_out() -> None:
    shown, _ = asked_for(GRAPH.nodes, GRAPH.edges, ((PLAN,), ()))
    assert {edge.properties["event"] for edge in shown.edges if "event" in edge.properties} == {"plan"}


def test_labels_choose_among_what_is_asked() -> None:
    shown, _ = asked_for(GRAPH.nodes, GRAPH.edges, ((PLAN, TASS, PUTIN), ()), labels={"Person"})
    assert {node.label for node in shown.nodes} & DRAWN == {"Person"}
    with pytest.raises(QueryError):
        asked_for(GRAPH.nodes, GRAPH.edges, ((TASS,), ()), labels={"Person"})
