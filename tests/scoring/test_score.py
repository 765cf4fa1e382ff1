"""The scorer on a reading that is right, one that misses, and one that invents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphload.errors import InputError
from graphload.model import Article, Claim, Entity, Evidence, Reading
from graphload.scoring import GoldArticle, GoldEntity, GoldRelation, align, read_gold, score

TEXT = Article("a-1", "", "जयशंकर ने लावरोव से मुलाकात की।")
PEOPLE = (
    Entity("p1", "Person", "S. Jaishankar", ("एस. जयशंकर", "जयशंकर")),
    Entity("p2", "Person", "Sergey Lavrov", ("लावरोव",)),
    Entity("p3", "Person", "Wang Yi", ("वांग यी",)),
)
QUOTE = Evidence("a-1", 1, 32, TEXT.text)
MEETING = Claim("k-1", "a-1", "MET_WITH", "p2", "p1", "e1", "happened", "rule", (QUOTE,), date="2024-01-16")
GOLD = GoldArticle(
    "a-1",
    (GoldEntity("g1", "Person", names=("जयशंकर",)), GoldEntity("g2", "Person", names=("सर्गेई लावरोव",))),
    (GoldRelation("MET_WITH", "g1", "g2", date="2024-01-16", evidence=TEXT.text),),
)


def test_a_meeting_has_no_direction() -> None:
    total = score([GOLD], {"a-1": Reading(TEXT, PEOPLE, (MEETING,))}).total
    assert (total.precision, total.recall, total.f1) == (1, 1, 1)
    assert (total.status, total.date, total.dated, total.evidence) == (1, 1, 1, 1)


def test_what_is_missed_and_what_is_invented_are_told_apart() -> None:
    invented = replace(MEETING, id="k-2", source="p1", target="p3")
    table = score([GOLD], {"a-1": Reading(TEXT, PEOPLE, (invented,))})
    assert {error.kind for error in table.errors} == {"missed", "extra"}
    assert table.total.f1 == 0


def test_confidence_and_rules_are_held_against_what_is_right() -> None:
    sure, doubted = (
        replace(MEETING, confidence=0.9),
        replace(MEETING, id="k-2", target="p3", rule="loose", confidence=0.8),
    )
    table = score([GOLD], {"a-1": Reading(TEXT, PEOPLE, (doubted, sure))})
    assert list(table.sure_rows()) == [
        (">= 0.9", "1", "1", "1.000"),
        (">= 0.8", "2", "1", "0.500"),
        (">= 0.0", "2", "1", "0.500"),
    ]
    assert list(table.rule_rows()) == [("loose", "1", "0", "0.000"), ("rule", "1", "1", "1.000")]


def test_an_article_without_a_reading_has_claimed_nothing() -> None:
    total = score([GOLD], {}).total
    assert (total.gold, total.claimed) == (1, 0)


def test_entities_align_one_to_one_by_shared_names() -> None:
    assert align(GOLD.entities, PEOPLE) == {"p1": "g1", "p2": "g2"}


@pytest.mark.parametrize(
    "line",
    ['{"id": 7}', '{"id": "b", "entities": [], "relations": [{"type": "MARRIED", "source": "p1", "target": "p2"}]}'],
)
def test_a_broken_line_of_gold_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "gold.jsonl").write_text(f'{{"id": "a", "entities": [], "relations": []}}\n{line}\n', "utf-8")
    with pytest.raises(InputError, match=r"gold.jsonl:2"):
        list(read_gold(tmp_path / "gold.jsonl"))
