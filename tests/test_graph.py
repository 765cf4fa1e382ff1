"""The Python API, on every engine."""

from __future__ import annotations

import doctest
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import networkx
import pandas
import pytest

import graphload
import graphload.graph
from graphload import Graph, Settings
from graphload.errors import LedgerError, NotFoundError, ParameterError, QueryError, ReadOnlyError, StoreMismatch
from graphload.ledger.engine import FILE
from graphload.model import Article
from tests.cli.texts import MEETING, VISIT, write_junk, write_pages
from tests.conftest import SERVERS

VISITS = "MATCH (p:Person)-[v:VISITED]->(c:Country) RETURN p, v, c"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages")


@pytest.fixture
def graph(engine: Settings, pages: Path) -> Iterator[Graph]:
    """Four articles, on each engine."""
    with Graph(engine) as opened:
        assert opened.load(pages).loaded == 4
        yield opened


def exported(graph: Graph, tmp_path: Path) -> bytes:
    return graph.export(tmp_path / "graph.jsonl").read_bytes()


def test_the_example_of_the_handbook(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert doctest.testmod(graphload.graph) == doctest.TestResults(failed=0, attempted=4)


def test_every_engine_gives_the_same_export(graph: Graph, tmp_path: Path, pages: Path) -> None:
    with graphload.open(tmp_path / "embedded", store=None) as other:
        for file in sorted(pages.iterdir(), reverse=True):
            other.load(file)
        assert exported(other, tmp_path) == exported(graph, tmp_path)


def test_what_is_loaded_can_be_counted_checked_and_taken_back(graph: Graph, tmp_path: Path) -> None:
    before = exported(graph, tmp_path)
    assert graph.stats().nodes["Article"] == 4
    added = Article("one-more", "पुतिन की यात्रा", VISIT)
    report = graph.load([added])
    assert (report.loaded, report.revision) == (1, graph.stats().revision)
    assert graph.check() == []
    graph.remove("one-more")
    assert exported(graph, tmp_path) == before


def test_what_cannot_be_read_is_in_the_report(graph: Graph, tmp_path: Path) -> None:
    report = graph.load([write_junk(tmp_path / "junk"), Article("one-more", "", MEETING)])
    assert (report.loaded, len(report.failed)) == (1, 6)


def test_progress_is_told(graph: Graph) -> None:
    told: list[tuple[str, int]] = []
    graph.load([Article("one-more", "", VISIT)], progress=lambda what, done: told.append((what, done)))
    assert told[:2] == [("reading", 1), ("loading", 1)]
    assert told[-1][0] == "writing"


def test_rows_are_dicts_a_table_and_a_graph(graph: Graph) -> None:
    rows = graph.query(VISITS)
    (row,) = rows
    assert (row["p"].id, row["v"].type, row["c"].id) == ("vladimir-putin", "VISITED", "PRK")
    table = rows.to_pandas()
    assert isinstance(table, pandas.DataFrame)
    assert list(table.columns) == ["p", "v", "c"]
    assert table.loc[0, "p"]["properties"]["name"] == "Vladimir Putin"
    made = rows.to_networkx()
    assert isinstance(made, networkx.MultiDiGraph)
    assert dict(made.nodes(data="name")) == {"Person:vladimir-putin": "Vladimir Putin", "Country:PRK": "North Korea"}
    assert [kind for _, _, kind in made.edges(data="type")] == ["VISITED"]


def test_a_saved_query_has_the_graph_behind_its_rows(graph: Graph) -> None:
    rows = graph.query("visits-to", country="PRK")
    assert [row["visitor"] for row in rows] == ["Vladimir Putin"]
    assert {node.id for node in rows.graph()[0]} >= {"vladimir-putin", "PRK"}
    page = graph.view(rows)
    assert 0 < page.edges < graph.view().edges


def test_parameters_and_writes(graph: Graph) -> None:
    assert list(graph.query("MATCH (n:Person {id: $who}) RETURN n.name AS name", who="vladimir-putin")) == [
        {"name": "Vladimir Putin"}
    ]
    with pytest.raises(ReadOnlyError):
        graph.query("CREATE (:Person {id: 'x'})")
    graph.cypher("MATCH (p:Person {id: 'vladimir-putin'}) SET p.name = 'X'", write=True)
    assert [(each.where, each.id) for each in graph.check()] == [("store", "vladimir-putin")]
    assert [each.id for each in graph.repair()] == ["vladimir-putin"]
    assert graph.check() == []


ERRORS = {"visits-t": NotFoundError, "visits-to": ParameterError, "MATCH (n": QueryError}


@pytest.mark.parametrize("text", ERRORS)
def test_a_query_that_cannot_be_run(graph: Graph, text: str) -> None:
    with pytest.raises(ERRORS[text]):
        graph.query(text)


@pytest.mark.parametrize("engine", SERVERS, indirect=True)
def test_a_second_workspace_is_refused_before_anything_is_loaded(graph: Graph, tmp_path: Path, pages: Path) -> None:
    other = graphload.open(tmp_path / "other", store=graph.settings.store, password=graph.settings.password)
    with other, pytest.raises(StoreMismatch):
        other.load(pages)
    with graphload.open(tmp_path / "other", store=None) as alone, pytest.raises(NotFoundError):
        alone.remove("visit")


def test_a_second_store_catches_up(graph: Graph, tmp_path: Path) -> None:
    with graphload.open(graph.settings.workspace, store=None) as second:
        second.sync()
        assert second.sync() == 0
        assert exported(second, tmp_path) == exported(graph, tmp_path)


def test_an_old_backup_of_the_ledger_is_found_out(graph: Graph, tmp_path: Path) -> None:
    ledger, backup = graph.settings.workspace / FILE, tmp_path / "backup.sqlite"
    with closing(sqlite3.connect(ledger)) as source, closing(sqlite3.connect(backup)) as copy:
        source.backup(copy)
    graph.load([Article("lost", "पुतिन की यात्रा", VISIT)])
    graph.close()
    for file in graph.settings.workspace.glob(f"{FILE}*"):
        file.unlink()
    backup.rename(ledger)

    with Graph(graph.settings) as again:
        with pytest.raises(StoreMismatch, match="ahead of the ledger"):
            again.sync()
        with pytest.raises(StoreMismatch, match="the ledger was set back"):
            again.remove("visit")
        again.cypher("MATCH (n) DETACH DELETE n", write=True)
        again.sync()
        assert again.check() == []


def test_nothing_is_made_before_it_is_needed(tmp_path: Path) -> None:
    with graphload.open(tmp_path / "none", store=None) as nowhere, pytest.raises(LedgerError):
        nowhere.stats()
    assert not (tmp_path / "none").exists()


def test_a_place_or_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHLOAD_STORE", "bolt://here:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    opened = graphload.open("bolt://there:2", jobs=2)
    assert opened.settings == Settings(store="bolt://there:2", password="secret", jobs=2)
    assert graphload.open("work").settings.workspace == Path("work")
    assert graphload.open("work").settings.store == "bolt://here:1"
    with pytest.raises(AttributeError):
        graphload.no_such_name  # noqa: B018


def test_a_notebook_shows_the_page_in_a_frame(graph: Graph) -> None:
    page = graph.view()
    shown = page._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert shown.count("<") == 2
