"""Every engine follows its ledger: late, in pieces, broken off, but never another one."""

from __future__ import annotations

import pytest

from graphload.errors import StoreMismatch
from graphload.model import Changes, Marker
from graphload.settings import Settings
from graphload.store import Store, lag, open_store, set_back, sync
from tests.store.rows import FixedSource, at, contents, country, graph, met, person

FIRST = Changes((person("a"), person("b"), person("c")), (met("1", "a", "b"), met("2", "b", "c")))
SECOND = Changes((person("d"),), (met("1", "a", "d"),), gone_edges=(("MET_WITH", "2"),), gone_nodes=(("Person", "c"),))
THIRD = Changes((person("b", office="PM"), country("RUS")))
OTHER = Changes((country("RUS"),))
ROWS = 7
END = graph(person("a"), person("b", office="PM"), person("d"), country("RUS"), met("1", "a", "d"))


def test_revision_by_revision_or_all_at_once_is_the_same(store: Store) -> None:
    for end in (1, 2, 3):
        assert sync(FixedSource(FIRST, SECOND, THIRD, upto=end), store) > 0
        assert store.marker() == at(end)
    assert contents(store) == END

    store.clear()
    assert sync(FixedSource(FIRST, SECOND, THIRD), store) == ROWS
    assert contents(store) == END


def test_a_store_that_is_up_to_date_is_left_alone(store: Store) -> None:
    sync(FixedSource(FIRST), store)
    assert sync(FixedSource(FIRST), store) == 0


def test_a_revision_without_rows_moves_the_marker(store: Store) -> None:
    sync(FixedSource(FIRST), store)
    assert sync(FixedSource(FIRST, Changes()), store) == 0
    assert store.marker() == at(2)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pieces_of_any_size_make_the_same_graph(store: Store, size: int) -> None:
    told: list[int] = []
    assert sync(FixedSource(FIRST, SECOND, THIRD), store, progress=told.append, rows=size) == ROWS
    assert contents(store) == END
    assert told == sorted(told)
    assert told[-1] == ROWS


@pytest.mark.parametrize(("chunks", "marker"), [(1, None), (2, at(0, 3))])
def test_a_sync_that_broke_off_is_carried_on(engine: Settings, chunks: int, marker: Marker | None) -> None:
    with open_store(engine) as store:
        with pytest.raises(ConnectionAbortedError):
            sync(FixedSource(FIRST, SECOND, THIRD, broken_after=chunks), store)
        assert store.marker() == marker
    with open_store(engine) as store:
        sync(FixedSource(FIRST, SECOND, THIRD), store)
        assert store.marker() == at(3)
        assert contents(store) == END


def test_another_ledger_is_refused(store: Store) -> None:
    sync(FixedSource(FIRST), store)
    with pytest.raises(StoreMismatch, match="the store follows ledger ledger-of-the-test, not another"):
        sync(FixedSource(THIRD, THIRD, ledger="another"), store)
    assert contents(store) == graph(*FIRST.nodes, *FIRST.edges)


def test_a_ledger_that_lags_behind_is_refused(store: Store) -> None:
    sync(FixedSource(FIRST, SECOND), store)
    with pytest.raises(StoreMismatch, match="at revision 2, ahead of the ledger at 1"):
        sync(FixedSource(FIRST), store)


@pytest.mark.parametrize("after", [(OTHER,), (OTHER, Changes())], ids=["as many revisions", "more revisions"])
@pytest.mark.parametrize("marker", [at(2), at(1, 2)], ids=["synced", "on the way"])
def test_a_ledger_that_was_set_back_is_refused(store: Store, after: tuple[Changes, ...], marker: Marker) -> None:
    sync(FixedSource(FIRST), store)
    store.apply(SECOND, marker)
    before, source = contents(store), FixedSource(FIRST, *after, set_back=1)
    with pytest.raises(StoreMismatch, match="the ledger was set back: its revision 2 is not the one"):
        sync(source, store)
    assert contents(store) == before
    store.clear()
    sync(source, store)
    assert contents(store) == graph(*FIRST.nodes, *FIRST.edges, *OTHER.nodes)


def test_a_ledger_set_back_to_where_the_store_is_goes_on(store: Store) -> None:
    sync(FixedSource(FIRST), store)
    assert sync(FixedSource(FIRST, OTHER, set_back=1), store) == len(OTHER.nodes)


def test_a_graph_of_somebody_else_is_refused(store: Store) -> None:
    store.run("CREATE (:Person {id: 'mine', name: 'mine'})", {}, write=True)
    with pytest.raises(StoreMismatch, match="somebody else"):
        sync(FixedSource(FIRST), store)
    assert [node.id for node in store.nodes()] == ["mine"]


def test_the_line_that_refuses_a_store_says_how_to_empty_it(engine: Settings) -> None:
    other = FixedSource(FIRST, ledger="another")
    with open_store(engine) as store:
        sync(FixedSource(FIRST, SECOND), store)
        with pytest.raises(StoreMismatch) as refused:
            sync(other, store)
    with open_store(engine) as store:
        store.run(refused.value.mend.split("'")[1], {}, write=True)
    with open_store(engine) as store:
        sync(other, store)
        assert contents(store) == graph(*FIRST.nodes, *FIRST.edges)


def test_how_far_a_store_is_behind(store: Store) -> None:
    assert lag(FixedSource(FIRST, SECOND), store) == (0, 2)
    sync(FixedSource(FIRST), store)
    assert lag(FixedSource(FIRST, SECOND), store) == (1, 2)
    assert lag(FixedSource(FIRST), store) is None
    assert lag(FixedSource(FIRST, SECOND, ledger="another"), store) is None


def test_whether_a_ledger_was_set_back(store: Store) -> None:
    assert set_back(FixedSource(FIRST), store) is None
    sync(FixedSource(FIRST, SECOND), store)
    assert set_back(FixedSource(FIRST, SECOND, THIRD), store) is None
    assert set_back(FixedSource(FIRST, ledger="another"), store) is None
    assert "ahead of the ledger at 1" in str(set_back(FixedSource(FIRST), store))
    assert "was set back" in str(set_back(FixedSource(FIRST, OTHER, set_back=1), store))
