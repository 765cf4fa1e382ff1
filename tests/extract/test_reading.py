"""What sentences say, as sets of claims; and the laws of a reading."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import yaml

from graphload.extract import explain, page, read
from graphload.model import ARTICLE, Article

Row = tuple[str, str, str, str, str | None, str | None]
ROOT = Path(__file__).parents[2]


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    text: str
    published: str | None
    claims: list[Row]


CASES = msgspec.convert(yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8")), list[Case])


def article(case: Case) -> Article:
    return Article("a-1", "", case.text, published=case.published)


def claims(text: Article) -> set[Row]:
    reading = read(text)
    names = {entity.id: entity.name for entity in reading.entities} | {ARTICLE: ARTICLE}
    return {(c.type, names[c.source], names[c.target], c.status, c.date, c.country) for c in reading.claims}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_a_sentence_says(case: Case) -> None:
    assert claims(article(case)) == set(case.claims)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_evidence_is_the_documents_own_letters(case: Case) -> None:
    text = article(case)
    for claim in read(text).claims:
        assert claim.evidence
        for evidence in claim.evidence:
            assert text.document[evidence.start : evidence.end] == evidence.quote


def test_mentions_are_the_documents_own_letters() -> None:
    for case in CASES:
        text = article(case)
        for entity in read(text).entities:
            assert [text.document[m.start : m.end] for m in entity.mentions] == [m.surface for m in entity.mentions]
            assert set(entity.names) == {m.surface for m in entity.mentions}


def test_the_same_facts_told_twice_are_one_claim_with_two_sentences() -> None:
    once = "भारत और ऑस्ट्रेलिया ने मुक्त व्यापार समझौते पर हस्ताक्षर किए।"
    again = "मुक्त व्यापार समझौते पर भारत और ऑस्ट्रेलिया ने शनिवार को हस्ताक्षर किए।"
    reading = read(Article("a-1", "", f"{once}\n{again}"))
    assert len(reading.claims) == 2
    assert {len(claim.evidence) for claim in reading.claims} == {2}


def test_claims_of_one_meeting_share_its_event() -> None:
    case = next(case for case in CASES if case.name == "list with commas")
    assert len({claim.event for claim in read(article(case)).claims}) == 1


def test_a_reading_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys; from graphload.extract import read; from graphload.model import Article;"
        "sys.stdout.buffer.write(repr(read(Article('a', '', sys.stdin.buffer.read().decode()))).encode())"
    )
    text = "\n".join(case.text for case in CASES).encode()
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=text,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_an_explanation_tells_what_fired_and_why() -> None:
    case = next(case for case in CASES if case.name == "agent and companion")
    explanation = explain(article(case))
    (line,) = explanation.lines
    fired = [note for note in line.candidates if note.fired]
    assert {note.relation for note in fired} == {"MET_WITH"}
    assert fired[0].probability >= fired[0].threshold
    assert fired[0].speaks_for[0][1] > 0 > fired[0].speaks_against[0][1]
    assert {mention.case for mention in line.mentions if mention.kind == "person"} == {"ने", "से"}


def test_an_explanation_cuts_the_text_and_loses_nothing() -> None:
    joined = "ब्रिटेन ने कहा कि पूर्व जासूस सर्गेई स्क्रिपल और उनकी बेटी पर हमले के लिए रूस जिम्मेदार है।"
    for text in (*(case.text for case in CASES), joined):
        told = Article("a-1", "", text, published="2018-03-12")
        for line in explain(told).lines:
            assert "".join(piece for piece, _ in line.pieces()) == line.text
            assert all(mark.surface == told.document[mark.start : mark.end] != "" for mark in line.marks)


def test_an_explanation_as_a_page_runs_nothing() -> None:
    hostile = Article("a-1", "<script>alert(1)</script>", "<img src=x onerror=alert(1)> भारत और चीन ने समझौता किया।")
    written = page([explain(hostile)])
    assert "<script>" not in written
    assert "<img" not in written


@pytest.mark.parametrize("text", ["", " ", "।।।।", "क" * 200_000, "(" * 50_000, "भारत और " * 5_000])
def test_odd_text_is_read_in_no_time(text: str) -> None:
    assert read(Article("a-1", "", text)).claims == ()
