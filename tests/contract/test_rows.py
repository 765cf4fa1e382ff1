"""Every engine keeps exactly the rows that it was given."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from graphload.errors import StoreError
from graphload.model import Changes, Edge, Node
from graphload.settings import Settings
from graphload.store import Store, open_store
from tests.store.rows import at, contents, country, graph, graphs, met, person

AWKWARD = person(
    "पी1",
    name="a\u2028b\r\n\t'\"\\`$rows {id: 1}) DETACH DELETE n //",
    name_hi="क़ क\u200d्ष 🕊️",
    names=(),
    office="",
    country="2024-01-16",
    articles=-(2**63),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(first=graphs(), second=graphs())
def test_a_graph_comes_back_as_it_was_given_and_another_takes_its_place(
    store: Store, first: Changes, second: Changes
) -> None:
    store.clear()
    store.apply(first, at(1))
    store.apply(first, at(1))
    assert contents(store) == graph(*first.nodes, *first.edges)

    kept = {(row.label, row.id) for row in second.nodes}, {(row.type, row.id) for row in second.edges}
    gone_nodes = tuple((row.label, row.id) for row in first.nodes if (row.label, row.id) not in kept[0])
    gone_edges = tuple((row.type, row.id) for row in first.edges if (row.type, row.id) not in kept[1])
    store.apply(Changes(second.nodes, second.edges, gone_nodes, gone_edges), at(2))
    assert contents(store) == graph(*second.nodes, *second.edges)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(rows=graphs())
def test_new_rows_are_kept_as_any_others_and_may_then_be_written_again(store: Store, rows: Changes) -> None:
    store.clear()
    store.apply(Changes(rows.nodes), at(0, 1), new=True)
    store.apply(Changes(edges=rows.edges), at(1), new=True)
    assert contents(store) == graph(*rows.nodes, *rows.edges)
    store.apply(rows, at(1))
    assert contents(store) == graph(*rows.nodes, *rows.edges)


def test_a_new_edge_needs_its_ends_too(store: Store) -> None:
    with pytest.raises(StoreError, match="1 of 2 MET_WITH edges have no node at one end"):
        store.apply(Changes((person("a"),), (met("1", "a", "a"), met("2", "a", "nobody"))), at(1), new=True)
    assert contents(store) == []
    assert store.marker() is None


def test_awkward_values_survive_a_reopening(engine: Settings) -> None:
    with open_store(engine) as store:
        store.apply(Changes((AWKWARD,)), at(1))
    with open_store(engine, readonly=True) as store:
        assert contents(store) == graph(AWKWARD)
        assert store.marker() == at(1)


def test_a_row_written_again_keeps_nothing_of_what_it_was(store: Store) -> None:
    store.apply(Changes((person("a", office="PM"), person("b")), (met("e", "a", "b", date="2024"),)), at(1))
    after = person("a", names=("x", "y")), met("e", "a", "b", status="denied")
    store.apply(Changes((after[0],), (after[1],)), at(2))
    assert contents(store) == graph(person("b"), *after)


def test_parallel_edges_and_loops_stay_apart(store: Store) -> None:
    nodes = person("a"), person("b")
    edges = met("1", "a", "b"), met("2", "a", "b"), met("3", "b", "a"), met("4", "a", "a")
    store.apply(Changes(nodes, edges), at(1))
    assert contents(store) == graph(*nodes, *edges)


def test_an_edge_moves_with_its_ends(store: Store) -> None:
    nodes = person("old"), person("b"), country("RUS")
    visit = Edge("VISITED", "v", "Person", "old", "Country", "RUS", {"event": "e"})
    store.apply(Changes(nodes, (met("e", "b", "old"), visit)), at(1))

    moved = met("e", "b", "new"), Edge("VISITED", "v", "Person", "new", "Country", "RUS", {"event": "e"})
    store.apply(Changes((person("new"),), moved, gone_nodes=(("Person", "old"),)), at(2))
    assert contents(store) == graph(person("new"), person("b"), country("RUS"), *moved)


def test_what_is_gone_is_gone_and_may_be_said_twice(store: Store) -> None:
    store.apply(Changes((person("a"), person("b"), person("c")), (met("1", "a", "b"), met("2", "b", "c"))), at(1))
    gone = Changes(gone_edges=(("MET_WITH", "1"), ("MET_WITH", "x")), gone_nodes=(("Person", "c"), ("Person", "x")))
    store.apply(gone, at(2))
    store.apply(gone, at(2))
    assert contents(store) == graph(person("a"), person("b"))


REFUSED: dict[str, tuple[Node | Edge, str]] = {
    "edge without an end": (met("9", "a", "nobody"), "1 of 2 MET_WITH edges have no node at one end"),
    "unknown label": (Node("Person) DETACH DELETE (n", "x"), "no node label"),
    "unknown type": (Edge("KNOWS", "x", "Person", "a", "Person", "b"), "no edge type 'KNOWS'"),
    "ends that do not fit": (Edge("VISITED", "x", "Person", "a", "Person", "b"), "VISITED does not join"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_row_leaves_nothing_half_written(store: Store, case: str) -> None:
    row, message = REFUSED[case]
    before = person("a"), person("b"), met("1", "a", "b")
    store.apply(Changes(before[:2], before[2:]), at(1))

    edges = (met("2", "a", "b"), row) if isinstance(row, Edge) else (met("2", "a", "b"),)
    nodes = (person("c"), row) if isinstance(row, Node) else (person("c"),)
    with pytest.raises(StoreError, match=message.replace("(", r"\(")):
        store.apply(Changes(nodes, edges), at(2))
    assert contents(store) == graph(*before)
    assert store.marker() == at(1)


def test_clear_leaves_a_store_that_can_start_again(store: Store) -> None:
    store.apply(Changes((person("a"), person("b")), (met("1", "a", "b"),)), at(7))
    store.clear()
    assert store.marker() is None
    assert contents(store) == []
    store.apply(Changes((person("a"),)), at(1))
    assert contents(store) == graph(person("a"))
