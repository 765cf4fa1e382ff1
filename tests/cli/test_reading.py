"""read, score, compare."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Outcome, Program
from tests.cli.texts import MEETING, VISIT, write_junk, write_pages


def readings(done: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.splitlines()]


def test_a_reading_has_its_article_entities_and_relations(graphload: Program) -> None:
    done = graphload("read", "-", stdin=MEETING)
    assert (done.code, done.err) == (0, "")
    (reading,) = readings(done)
    article, entities = reading["article"], {each["id"]: each for each in reading["entities"]}
    assert article["title"] == "जयशंकर ने मास्को में लावरोव से मुलाकात की"
    assert article.keys() >= {"id", "title", "published", "url", "outlet", "language", "text"}
    assert not Path("graphload.db").exists()

    (met,) = (each for each in reading["relations"] if each["type"] == "MET_WITH")
    assert {entities[met[end]]["name"] for end in ("source", "target")} == {"S. Jaishankar", "Sergey Lavrov"}
    assert (met["status"], met["date"], met["country"]) == ("happened", "2024-01-16", "RUS")
    assert met.keys() >= {"rule", "confidence", "date_text"}
    document = f"{article['title']}\n{article['text']}"
    assert [each["quote"] for each in met["evidence"]] == [
        document[each["start"] : each["end"]] for each in met["evidence"]
    ]

    (told,) = (each for each in reading["relations"] if each["type"] == "REPORTED_BY")
    assert told["source"] == article["id"]
    assert entities[told["target"]]["kind"] == "agency"


def test_what_is_less_certain_can_be_left_out(graphload: Program) -> None:
    everything = [each["confidence"] for each in readings(graphload("read", "-", stdin=MEETING))[0]["relations"]]
    sure = max(everything)
    assert min(everything) < sure
    (reading,) = readings(graphload("read", "--min-confidence", str(sure), "-", stdin=MEETING))
    assert {each["confidence"] for each in reading["relations"]} == {sure}
    used = {end for each in reading["relations"] for end in (each["source"], each["target"])}
    assert {each["id"] for each in reading["entities"]} == used - {reading["article"]["id"]}


def test_countries_have_their_code(graphload: Program) -> None:
    (reading,) = readings(graphload("read", "-", stdin=VISIT))
    assert {"iso3": "PRK", "label": "Country"}.items() <= next(
        each.items() for each in reading["entities"] if each["label"] == "Country"
    )


def test_what_was_left_out_can_be_seen(graphload: Program) -> None:
    page = f"{MEETING}ये भी पढ़ें: ईरान और पाकिस्तान में बातचीत\n"
    (plain,), (full,) = (readings(graphload("read", *more, "-", stdin=page)) for more in ((), ("--dropped",)))
    assert "dropped" not in plain["article"]
    assert any("ईरान" in each["text"] and each["reason"] for each in full["article"]["dropped"])


def test_bad_files_are_told_and_the_others_read(graphload: Program, tmp_path: Path) -> None:
    write_junk(tmp_path / "junk")
    write_pages(tmp_path / "pages")
    done = graphload("read", "junk", "pages")
    assert done.code == 3
    assert len(readings(done)) == 4
    assert len(done.err.splitlines()) == 6


GOLD = {
    "entities": [
        {"id": "p", "kind": "Person", "name": "Putin", "names": ["व्लादिमीर पुतिन"]},
        {"id": "c", "kind": "Country", "name": "North Korea", "names": ["उत्तर कोरिया"], "iso3": "PRK"},
    ],
    "relations": [{"type": "VISITED", "source": "p", "target": "c", "date": "2024-06-19", "evidence": VISIT}],
}


@pytest.mark.parametrize(
    "told", [{"id": "visit"}, {"id": "text/visit", "file": "text/visit.txt"}], ids=["feed", "file"]
)
def test_a_score_is_of_the_articles_beside_the_gold(graphload: Program, tmp_path: Path, told: dict[str, str]) -> None:
    write_pages(tmp_path / "gold")
    (tmp_path / "gold/text").mkdir()
    (tmp_path / "gold/text/visit.txt").write_text(VISIT, "utf-8")
    (tmp_path / "gold/gold.jsonl").write_text(json.dumps({**told, **GOLD}), "utf-8")
    done = graphload("score", "gold/gold.jsonl", "--errors", "5")
    rows = {row[0]: row for row in done.lines}
    assert rows["VISITED"] == ["VISITED", "1", "1", "1", "1.000", "1.000", "1.000", "1.000", "1.000", "1.000"]
    assert rows["REPORTED_BY"][1:4] == ["0", "1", "0"]
    assert rows["extra"][2] == "REPORTED_BY"
    assert rows[">= 0.0"] == [">= 0.0", "2", "1", "0.500"]
    assert "VISITED" in graphload("score", "gold/gold.jsonl", "--rules").lines[-1][0]
    assert graphload("score", "gold/gold.jsonl", "--at-least", "0.6").code == 0
    assert graphload("score", "gold/gold.jsonl", "--at-least", "0.7").code == 1


def test_gold_without_its_article_is_an_error(graphload: Program, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "visit", **GOLD}), "utf-8")
    done = graphload("score", "gold.jsonl")
    assert (done.code, done.err.count("\n")) == (5, 1)


def test_two_names_are_compared(graphload: Program) -> None:
    done = graphload("compare", "व्लादिमीर पुतिन", "Vladimir Putin").json
    assert (done["verdict"], done["a"], done["b"]) == ("same", "व्लादिमीर पुतिन", "Vladimir Putin")
    assert 0 <= done["score"] <= 1
    assert done["reasons"]


OTHER_SCRIPTS = [("मोदी", "김정은", "unsure"), ("Путин", "Vladimir Putin", "unsure"), ("Путин", "Путин", "same")]


@pytest.mark.parametrize(("a", "b", "verdict"), OTHER_SCRIPTS)
def test_a_script_that_cannot_be_compared_is_no_other_name(graphload: Program, a: str, b: str, verdict: str) -> None:
    done = graphload("compare", a, b).json
    assert done["verdict"] == verdict
    assert (done["reasons"] == ["a script that cannot be compared"]) == (verdict == "unsure")


def test_a_table_of_names_is_compared_line_by_line(graphload: Program) -> None:
    Path("pairs.tsv").write_text("b\ta\tnote\nPutin\tव्लादिमीर पुतिन\t\nशी जिनपिंग\tसर्गेई लावरोव\tx\n", "utf-8")
    done = graphload("compare", "--file", "pairs.tsv")
    verdicts = [json.loads(line)["verdict"] for line in done.out.splitlines()]
    assert verdicts == ["unsure", "different"]
    Path("pairs.tsv").write_text("a\tc\nPutin\tव्लादिमीर पुतिन\n", "utf-8")
    assert graphload("compare", "--file", "pairs.tsv").code == 3
    assert graphload("compare", "only one").code == 2
    assert graphload("compare", "only one", " ").code == 2


def test_an_explanation_may_be_of_one_rule(graphload: Program, tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    told = graphload("explain", "pages", "--rule", "MET_WITH agent with companion")
    tried = [line.strip() for line in told.out.splitlines() if line.startswith(("  +", "  -"))]
    assert tried
    assert all(line.startswith(("+ MET_WITH", "- MET_WITH")) for line in tried)
    assert told.out.count("rule MET_WITH agent with companion") == told.out.count("rule ")
    done = graphload("explain", "pages", "--rule", "MET_WITH at sea")
    assert (done.code, done.err.count("\n")) == (5, 1)


def test_an_explanation_shows_what_was_tried_and_ends_in_the_claims(graphload: Program) -> None:
    told = graphload("explain", "-", stdin=MEETING)
    assert (told.code, told.err) == (0, "")
    assert "  + MET_WITH: एस जयशंकर -> सर्गेई लावरोव" in told.out
    assert "rule MET_WITH agent with companion" in told.out
    tail = told.out.split("\nClaims\n")[1].rstrip().splitlines()
    read = readings(graphload("read", "-", stdin=MEETING))[0]["relations"]
    assert [line.split(":")[0].strip() for line in tail] == [each["type"] for each in read]
