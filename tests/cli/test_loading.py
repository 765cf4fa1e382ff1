"""load, remove, sync, check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graphload.settings import Settings
from graphload.store import open_store
from tests.cli.conftest import Program
from tests.cli.texts import MEETING, VISIT, write_junk, write_pages


def test_a_load_tells_what_became_of_the_articles(graphload: Program, tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages")
    first = graphload("load", "pages")
    assert first.code == 0
    assert first.out.startswith("loaded 4, replaced 0, unchanged 0, failed 0;")
    (pages / "feed.jsonl").write_text((pages / "feed.jsonl").read_text("utf-8").replace("19", "20"), "utf-8")
    assert graphload("load", "pages").out.startswith("loaded 0, replaced 1, unchanged 3, failed 0;")


def test_what_cannot_be_read_is_listed_and_the_rest_is_loaded(graphload: Program, tmp_path: Path) -> None:
    write_pages(tmp_path / "mixed")
    write_junk(tmp_path / "mixed")
    done = graphload("load", "mixed", "nowhere")
    assert done.code == 3
    assert "loaded 4, replaced 0, unchanged 0, failed 7;" in done.out
    places = ["binary.txt", "empty.txt", "latin.txt", "lines.jsonl:1", "lines.jsonl:2", "page.html", "nowhere"]
    told = done.err.splitlines()
    assert [line for place, line in zip(places, told, strict=True) if place not in line] == []
    assert [line for line in told if not line.startswith("graphload: ") or "; " not in line] == []


def test_standard_input_and_archives_load_as_files_do(graphload: Program, tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path / "pages")
    assert graphload("load", "packed.zip").code == 0
    assert "unchanged 1," in graphload("load", "-", stdin=MEETING).out
    assert "unchanged 4," in graphload("load", "pages").out


def test_several_processes_load_the_same(loaded: Program) -> None:
    loaded("load", "pages", "--jobs", "2", "--db", "other")
    for name, place in (("one", "graphload.db"), ("two", "other")):
        loaded("--db", place, "export", "-o", name)
    assert Path("one").read_bytes() == Path("two").read_bytes()


def test_claims_of_low_confidence_can_be_left_out(loaded: Program) -> None:
    found = loaded("cypher", "MATCH (c:Claim) RETURN c.confidence AS c ORDER BY c", "--format", "json").json
    sure = [row["c"] for row in found if row["c"] > found[0]["c"]]
    assert "replaced 4" in loaded("load", "pages", "--min-confidence", str(sure[0])).out
    assert ["Claim", str(len(sure))] in loaded("stats").lines
    assert "replaced 4" in loaded("load", "pages").out
    assert ["Claim", str(len(found))] in loaded("stats").lines


def test_what_is_removed_leaves_no_trace(loaded: Program, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(VISIT.replace("19 जून", "20 जून"), "utf-8")
    id_ = loaded("read", "more.txt").json["article"]["id"]
    loaded("export", "-o", "before")
    loaded("load", "more.txt")
    assert ["Article", "5"] in loaded("stats").lines
    assert loaded("remove", id_).code == 0
    loaded("export", "-o", "after")
    assert Path("before").read_bytes() == Path("after").read_bytes()


def test_removing_what_is_not_there_removes_nothing(loaded: Program) -> None:
    done = loaded("remove", "visit", "no-such")
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith("graphload: no-such: ")
    assert ["Article", "4"] in loaded("stats").lines


def test_check_finds_what_somebody_changed_and_mends_it(loaded: Program) -> None:
    assert loaded("check").code == 0
    with open_store(Settings()) as store:
        store.run("MATCH (p:Country {id: 'PRK'}) SET p.name = 'Elsewhere'", {}, write=True)
    found = loaded("check")
    assert found.code == 1
    assert ["store", "different", "Country", "PRK"] in found.lines
    assert loaded("check", "--repair").code == 0
    assert loaded("check", "--quiet").out == ""


BEHIND = "graphload: graphload.db: the graph is at revision 0 of 1 and lacks what was loaded since; run `graphload sync"


READING = [
    ("query", "visits-to", "-p", "country=PRK"),
    ("cypher", "MATCH (n) RETURN n"),
    ("stats", "--quiet"),
    ("export", "-o", "out"),
    ("view", "-o", "page.html"),
    ("check",),
]


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_a_store_that_is_behind_is_told_before_it_answers(loaded: Program, command: tuple[str, ...]) -> None:
    assert "revision" not in loaded(*command).err
    for file in Path("graphload.db").glob("graph.kgl*"):
        file.unlink()
    first, *more = loaded(*command).err.splitlines()
    assert first.startswith(BEHIND)
    assert len(more) == (command[0] in ("check", "query", "view"))


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_a_ledger_that_was_set_back_is_told_before_the_store_answers(loaded: Program, command: tuple[str, ...]) -> None:
    backup = Path("graphload.db/ledger.sqlite").read_bytes()
    assert loaded("remove", "again").code == 0
    Path("graphload.db/ledger.sqlite").write_bytes(backup)
    done = loaded(*command)
    first, *more = done.err.splitlines()
    assert first.startswith(
        "graphload: graphload.db: the store is at revision 2, ahead of the ledger at 1; name the newer"
    )
    assert (done.code, len(more)) == ((1, 1) if command[0] == "check" else (0, 0))


def test_a_check_prints_the_first_differences_and_all_when_asked(loaded: Program) -> None:
    for file in Path("graphload.db").glob("graph.kgl*"):
        file.unlink()
    some, every = loaded("check"), loaded("check", "--all")
    count = len(every.lines) - 1
    assert (some.code, every.code) == (1, 1)
    assert some.lines == every.lines[:51]
    assert f"{count} differences, the first 50 are shown" in some.err
    assert every.err.endswith(f"{count} differences\n")


def test_a_store_that_was_lost_is_written_again(loaded: Program) -> None:
    loaded("export", "-o", "before")
    for file in Path("graphload.db").glob("graph.kgl*"):
        file.unlink()
    assert loaded("stats").lines[1] == ["Person", "0"]
    assert loaded("sync").out.startswith("wrote ")
    loaded("export", "-o", "after")
    assert Path("before").read_bytes() == Path("after").read_bytes()


OWN = """
vouched_until: {}
people:
- {{id: ramesh-goenka, name: Ramesh Goenka, name_hi: रमेश गोयनका, country: IND}}
"""
GIVEN = ("--registry", "own.yaml")


def test_a_registry_that_was_forgotten_is_told(loaded: Program, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN.format("2024-01-01"), "utf-8")
    assert "made without a registry of your own, this command goes by" in loaded("check", *GIVEN).err
    assert "made without a registry of your own" in loaded("load", "pages", *GIVEN).err
    assert loaded("check", *GIVEN).err == ""
    forgotten = loaded("check", "--quiet")
    assert len(forgotten.err.splitlines()) == 1
    assert f"made by the registry {own}, this command goes by none; if that" in forgotten.err
    own.write_text(OWN.format("2024-02-02"), "utf-8")
    assert f"by the registry {own}, which has changed since" in loaded("review", *GIVEN).err
    assert loaded("check", "--repair", *GIVEN).code == 0
    own.rename(tmp_path / "moved.yaml")
    assert loaded("check", "--registry", "moved.yaml").err == ""
