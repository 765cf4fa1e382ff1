"""The run as its users call it: articles in, decisions, checks and repairs, over a real workspace."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from graphload.errors import DecisionError, InputError, LedgerError, NotFoundError
from graphload.export.jsonl import dump
from graphload.ledger.engine import FILE
from graphload.model import Article
from graphload.pipeline import LoadReport, Pipeline
from graphload.settings import Settings
from graphload.store import open_store, sync
from tests.graphs import decided

MEETING = "भारत के विदेश मंत्री एस. जयशंकर ने 16 जनवरी 2024 को मास्को में रूस के विदेश मंत्री सर्गेई लावरोव से मुलाकात की।"
VISIT = "रूस के राष्ट्रपति व्लादिमीर पुतिन 19 जून 2024 को उत्तर कोरिया की यात्रा पर पहुंचे। यह जानकारी समाचार एजेंसी तास ने दी।"
ENVOY = "भारत के राजदूत रमेश चंद्र गोयनका ने 3 मई 2023 को नेपाल के विदेश मंत्री नारायण प्रकाश सऊद से मुलाकात की।"
AGAIN = "भारतीय राजदूत सुरेश चंद्र गोयनका ने 3 मई 2023 को नेपाल के विदेश मंत्री नारायण प्रकाश सऊद से मुलाकात की।"


def article(id_: str, text: str) -> Article:
    return Article(id_, f"समाचार {id_}", text, published="2024-07-01")


ARTICLES = [article("one", MEETING), article("two", VISIT), article("three", ENVOY), article("four", AGAIN)]


@pytest.fixture
def pipeline(tmp_path: Path) -> Iterator[Pipeline]:
    with Pipeline(Settings(workspace=tmp_path)) as opened:
        yield opened


def graph(pipeline: Pipeline) -> list[str]:
    return list(dump(pipeline.ledger.nodes(), pipeline.ledger.edges()))


def test_a_load_reports_what_became_of_each_article(pipeline: Pipeline) -> None:
    failed = [InputError("not text", where="x.bin")]
    first = pipeline.load(ARTICLES[:2], failed)
    assert (first.loaded, first.replaced, first.unchanged, first.revision) == (2, 0, 0, 1)
    assert first.failed == failed
    assert first.claims > 0
    again = pipeline.load([ARTICLES[0], article("two", MEETING), ARTICLES[2]])
    assert (again.loaded, again.replaced, again.unchanged, again.revision) == (1, 1, 1, 2)


def test_loading_again_writes_nothing(pipeline: Pipeline) -> None:
    pipeline.load(ARTICLES)
    before = graph(pipeline)
    assert pipeline.load(ARTICLES).revision == 1
    assert graph(pipeline) == before
    assert list(pipeline.ledger.changes_since(1)) == []


def test_two_loads_of_the_same_articles_at_once_load_each_once(pipeline: Pipeline, tmp_path: Path) -> None:
    together = Barrier(2)

    def load() -> LoadReport:
        with Pipeline(Settings(tmp_path)) as mine:
            together.wait(60)
            while True:
                try:
                    return mine.load(ARTICLES)
                except LedgerError as error:
                    if "another process is writing" not in str(error):
                        raise

    with ThreadPoolExecutor(2) as pool:
        reports = [each.result() for each in [pool.submit(load) for _ in range(2)]]
    assert sorted((report.loaded, report.unchanged) for report in reports) == [(0, 4), (4, 0)]
    assert pipeline.check() == []


def test_several_processes_read_the_same(pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.load(ARTICLES)
    with Pipeline(Settings(workspace=tmp_path / "other", jobs=2)) as other:
        other.load(reversed(ARTICLES))
        assert graph(other) == graph(pipeline)


def test_removed_is_as_if_never_loaded(pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.load(ARTICLES)
    pipeline.remove(["two", "four"])
    with Pipeline(Settings(workspace=tmp_path / "other")) as other:
        other.load([ARTICLES[0], ARTICLES[2]])
        assert graph(other) == graph(pipeline)


def test_removing_what_is_not_there_removes_nothing(pipeline: Pipeline) -> None:
    pipeline.load(ARTICLES)
    with pytest.raises(NotFoundError, match="nowhere"):
        pipeline.remove(["one", "nowhere"])
    assert pipeline.ledger.revision == 1


def people(pipeline: Pipeline) -> set[str]:
    return {str(node.properties["name_hi"]) for node in pipeline.ledger.nodes() if node.label == "Person"}


def test_a_decision_joins_is_explained_and_is_undone(pipeline: Pipeline) -> None:
    pipeline.load(ARTICLES)
    before = graph(pipeline)
    assert {"रमेश चंद्र गोयनका", "सुरेश चंद्र गोयनका"} <= people(pipeline)
    pipeline.decide("same", "रमेश चंद्र गोयनका", "सुरेश चंद्र गोयनका", by="asha", why="a slip of the pen")
    assert len({"रमेश चंद्र गोयनका", "सुरेश चंद्र गोयनका"} & people(pipeline)) == 1
    (person,) = [node.id for node in pipeline.ledger.nodes() if "सुरेश चंद्र गोयनका" in node.properties.get("names", ())]
    told = pipeline.history(person)
    assert [link.reasons for link in told.links] == [("decided same by asha: a slip of the pen",)]
    pipeline.undo("रमेश चंद्र गोयनका", "सुरेश चंद्र गोयनका", by="asha", why="it was none")
    assert graph(pipeline) == before


def ids(pipeline: Pipeline, label: str, name: str) -> list[str]:
    return [node.id for node in pipeline.ledger.nodes() if node.label == label and name in str(node.properties["name"])]


@pytest.mark.parametrize("label", ["Person", "Event"])
def test_what_was_decided_by_ids_is_undone_by_them_though_one_is_gone(pipeline: Pipeline, label: str) -> None:
    pipeline.load(ARTICLES)
    before = graph(pipeline)
    (first,), (second,) = ids(pipeline, label, "Ramesh Chandra"), ids(pipeline, label, "Suresh Chandra")
    pipeline.decide("same", first, second, by="asha", why="test")
    assert {first, second} - {node.id for node in pipeline.ledger.nodes()}
    assert pipeline.history(first) == pipeline.history(second)
    pipeline.undo(first, second, by="asha", why="test")
    assert graph(pipeline) == before


def test_all_that_review_shows_has_a_history(pipeline: Pipeline) -> None:
    pipeline.load([*ARTICLES, article("five", "भारतीय राजदूत गोयनका ने 3 मई 2023 को नेपाल के विदेश मंत्री सऊद से मुलाकात की।")])
    pairs = pipeline.review()
    assert pairs
    assert all(pipeline.history(side.name).id == side.id for pair in pairs for side in (pair.left, pair.right))


def test_what_was_decided_is_undone_in_its_own_words_though_all_is_gone(pipeline: Pipeline) -> None:
    pipeline.load(ARTICLES)
    events = ids(pipeline, "Event", "Ramesh Chandra") + ids(pipeline, "Event", "Suresh Chandra")
    decided = [pipeline.decide("same", *events, by="asha", why="test")]
    pipeline.remove(["three", "four"])
    with pytest.raises(DecisionError, match="no decision stands"):
        pipeline.undo(*events, by="asha", why="test")
    undone = [pipeline.undo(each.right, each.left, by="asha", why="test") for each in decided]
    assert [each.judgement for each in undone] == ["undone"]


OWN = """
vouched_until: 2025-12-31
people:
- {id: ramesh-chandra, name: Ramesh Chandra Goenka, name_hi: रमेश चंद्र गोयनका, country: IND}
"""


def test_another_registry_is_followed_though_no_article_is_new(pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.load(ARTICLES)
    before = graph(pipeline)
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    with Pipeline(Settings(workspace=tmp_path, registry=tmp_path / "own.yaml")) as other:
        assert (other.load(ARTICLES).unchanged, ids(other, "Person", "Goenka")[0]) == (4, "ramesh-chandra")
        assert other.check() == []
    pipeline.load([])
    assert graph(pipeline) == before


def test_decisions_that_contradict_each_other_are_refused(pipeline: Pipeline) -> None:
    pipeline.load(ARTICLES)
    pipeline.decide("same", "रमेश चंद्र गोयनका", "narayan-prakash-saud", by="asha", why="test")
    pipeline.decide("different", "सुरेश चंद्र गोयनका", "narayan-prakash-saud", by="asha", why="test")
    with pytest.raises(DecisionError, match="decided different"):
        pipeline.decide("same", "रमेश चंद्र गोयनका", "सुरेश चंद्र गोयनका", by="asha", why="test")
    with pytest.raises(DecisionError, match="two people of the registry"):
        pipeline.decide("same", "vladimir-putin", "sergey-lavrov", by="asha", why="test")
    with pytest.raises(NotFoundError):
        pipeline.decide("same", "कोई और", "vladimir-putin", by="asha", why="test")


BY_ANY_NAME = [
    ("व्लादिमीर पुतिन", "सर्गेई लावरोव"),
    ("व्लादिमीर पुतिन", "sergey-lavrov"),
    ("@vladimir-putin", "सर्गेई लावरोव"),
]


@pytest.mark.parametrize("two", BY_ANY_NAME)
def test_two_people_of_the_registry_are_not_made_one_by_any_name(pipeline: Pipeline, two: tuple[str, str]) -> None:
    pipeline.load([*ARTICLES, article("five", "व्लादिमीर पुतिन ने सर्गेई लावरोव से मुलाकात की।")])
    with pytest.raises(DecisionError, match="two people of the registry"):
        pipeline.decide("same", *two, by="asha", why="test")
    pipeline.decide("same", "रमेश चंद्र गोयनका", two[0], by="asha", why="test")
    with pytest.raises(DecisionError, match="two people of the registry"):
        pipeline.decide("same", "रमेश चंद्र गोयनका", two[1], by="asha", why="test")
    assert len(pipeline.decisions()) == 1


def test_they_are_not_by_a_file_either_though_nothing_is_loaded_yet(pipeline: Pipeline) -> None:
    with pytest.raises(DecisionError, match="two people of the registry"):
        pipeline.import_decisions([decided("same", "व्लादिमीर पुतिन", "सर्गेई लावरोव")])
    assert pipeline.decisions() == []


def test_a_name_that_several_people_have_is_answered_with_their_ids(pipeline: Pipeline) -> None:
    later = " गोयनका ने बाद में रूस की यात्रा की।"
    pipeline.load([article("three", ENVOY + later), article("four", AGAIN + later)])
    with pytest.raises(NotFoundError, match=r"p-\w+ \(.* Goyanka\), p-\w+ \(.* Goyanka\) bear this name"):
        pipeline.history("गोयनका")


def test_a_decision_takes_a_name_as_the_graph_shows_it(pipeline: Pipeline) -> None:
    pipeline.load(ARTICLES)
    before = graph(pipeline)
    shown = "Ramesh Chandra Goyanka", "narayan prakash Saud"
    made = pipeline.decide("different", *shown, by="asha", why="test")
    assert {made.left, made.right} == {"@narayan-prakash-saud", "Person|रमेश चंद्र गोयनका|ambassador|IND||"}
    assert pipeline.undo(*shown, by="asha", why="test").judgement == "undone"
    joined = "Ramesh Chandra Goyanka", "Suresh Chandra Goyanka"
    pipeline.decide("same", *joined, by="asha", why="test")
    assert graph(pipeline) != before
    pipeline.undo(*joined, by="asha", why="test")
    assert graph(pipeline) == before
    assert pipeline.history("Narayan Prakash Saud") == pipeline.history("नारायण प्रकाश सऊद")


def test_a_decision_on_a_name_that_several_people_bear_is_refused(pipeline: Pipeline) -> None:
    other = "फ्रांस के विदेश मंत्री रमेश चंद्र गोयनका ने 9 मई 2023 को नेपाल के विदेश मंत्री नारायण प्रकाश सऊद से मुलाकात की।"
    pipeline.load([*ARTICLES, article("five", other)])
    for name in ("रमेश चंद्र गोयनका", "Ramesh Chandra Goyanka"):
        with pytest.raises(NotFoundError, match=r"p-\w+ \(.* Goyanka\), p-\w+ \(.* Goyanka\) bear this name"):
            pipeline.decide("same", name, "narayan-prakash-saud", by="asha", why="test")
    assert pipeline.decisions() == []


def test_decisions_are_shared(pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.load(ARTICLES)
    pipeline.decide("same", "रमेश चंद्र गोयनका", "सुरेश चंद्र गोयनका", by="asha", why="test")
    with Pipeline(Settings(workspace=tmp_path / "other")) as other:
        assert other.import_decisions(pipeline.decisions()) == 1
        assert other.import_decisions(pipeline.decisions()) == 0
        other.load(ARTICLES)
        assert graph(other) == graph(pipeline)


FAULTS = [
    "UPDATE nodes SET properties = CAST(replace(properties, 'Lavrov', 'Lavroff') AS BLOB) WHERE id = 'sergey-lavrov'",
    "UPDATE edges SET gone = 1 WHERE type = 'MET_WITH'",
    "UPDATE edges SET target = 'narendra-modi' WHERE type = 'VISITED'",
    "INSERT INTO nodes SELECT label, 'nobody', owner, properties, 1, 0 FROM nodes WHERE label = 'Person' LIMIT 1",
]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_and_mended(pipeline: Pipeline, tmp_path: Path, fault: str) -> None:
    pipeline.load(ARTICLES)
    right = graph(pipeline)
    assert pipeline.check() == []
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute(fault)
    assert pipeline.check() != []
    assert pipeline.repair() > 0
    assert graph(pipeline) == right
    assert pipeline.check() == []


@pytest.mark.parametrize("index", ["alike", "bands", "blocks", "forms", "keys", "reports", "ties", "uses"])
def test_a_fault_in_an_index_is_found_and_mended(pipeline: Pipeline, tmp_path: Path, index: str) -> None:
    spellings = ("दिनेश चंद्र बोरठाकुर", "दीनेश चन्द्रा बोरठाकूर")
    visits = [article(f"visit{n}", f"भारत के राजदूत {name} नेपाल की यात्रा पर गए।") for n, name in enumerate(spellings)]
    pipeline.load([*ARTICLES, *visits])
    right = graph(pipeline)
    with sqlite3.connect(tmp_path / FILE) as file:
        assert file.execute(f"DELETE FROM {index}").rowcount > 0
    assert ("index", index) in {(found.kind, found.id) for found in pipeline.check()}
    pipeline.repair()
    assert pipeline.check() == []
    assert graph(pipeline) == right


def test_a_fault_in_the_store_is_found(pipeline: Pipeline) -> None:
    pipeline.load(ARTICLES)
    with open_store(pipeline.settings) as store:
        sync(pipeline.ledger, store)
        assert pipeline.check(store) == []
        store.run("MATCH (p:Person {id: 'sergey-lavrov'}) SET p.name = 'Nobody'", {}, write=True)
        (found,) = pipeline.check(store)
        assert (found.where, found.what, found.kind, found.id) == ("store", "different", "Person", "sergey-lavrov")


def test_other_rules_make_the_graph_anew(pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.load([*ARTICLES, article("five", "भारत के राजदूत गोविंद बल्लभ नेगी 3 मई 2023 को नेपाल की यात्रा पर गए।")])
    own = tmp_path / "own.yaml"
    own.write_text(
        "vouched_until: 2025-01-01\npeople:\n"
        "- {id: govind-negi, name: Govind Ballabh Negi, name_hi: गोविंद बल्लभ नेगी, country: IND}\n"
    )
    with Pipeline(Settings(workspace=tmp_path, registry=own)) as other:
        other.remove(["one"])
        assert "govind-negi" in {node.id for node in other.ledger.nodes()}
        assert other.check() == []


def test_a_second_writer_gets_one_clear_line_and_a_reader_none(pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.load(ARTICLES[:2])
    with pipeline.ledger.writing(), Pipeline(Settings(workspace=tmp_path)) as other:
        assert graph(other)
        with pytest.raises(LedgerError, match="another process is writing"):
            other.load(ARTICLES)
