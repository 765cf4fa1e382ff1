"""The rules: their own examples and near misses, and what a broken rule book is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graphload.data import ROOT
from graphload.errors import DataError
from graphload.extract import read
from graphload.extract.rulebook import load_rules, rules
from graphload.extract.rules import Record, Rule
from graphload.extract.triggers import load_triggers
from graphload.model import Article, Claim

EXAMPLES = [(rule, text) for rule in rules() for text in rule.shape.examples]
NEAR_MISSES = [(rule, text) for rule in rules() for text in rule.shape.near_misses]


def claims(text: str) -> tuple[Claim, ...]:
    return read(Article("a-1", "", text, published="2022-05-10")).claims


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the rule book, to be broken."""
    for name in ("rules.yaml", "rules.tsv", "triggers.yaml"):
        shutil.copy(ROOT / "extract" / name, tmp_path)
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=[rule.name for rule, _ in EXAMPLES])
def test_an_example_is_read_by_its_rule(rule: Rule, text: str) -> None:
    assert rule.name in {claim.rule for claim in claims(text)}


@pytest.mark.parametrize(("rule", "text"), NEAR_MISSES, ids=[rule.name for rule, _ in NEAR_MISSES])
def test_a_near_miss_tells_of_no_such_relation(rule: Rule, text: str) -> None:
    assert rule.relation not in {claim.type for claim in claims(text)}


def test_the_first_rule_that_fits_names_the_reading() -> None:
    names = {
        ("MET_WITH", "मुलाकात", "ने", "से"): "MET_WITH agent with companion",
        ("MET_WITH", "मुलाकात", "से", "ने"): "MET_WITH agent with companion",
        ("MET_WITH", "स्वागत", "ने", "से"): "MET_WITH receives",
        ("ACCUSED", "आरोप", "ने", "पर"): "ACCUSED charges",
        ("ACCUSED", "आरोप", "पर", "ने"): "ACCUSED loose",
        ("VISITED", "यात्रा", "", ""): "VISITED on a tour",
        ("REPORTED_BY", "source", "", "मुताबिक"): "REPORTED_BY according to",
    }
    assert {given: rules().name(*given) for given in names} == names


def test_a_rule_carries_what_was_measured_on_gold(book: Path) -> None:
    (book / "rules.tsv").write_text("rule\tclaims\tright\tprecision\nMET_WITH between\t4\t3\t0.750\n", "utf-8")
    measured = load_rules(book)
    assert measured.record("MET_WITH between") == Record(4, 3)
    assert (measured.record("MET_WITH between").precision, measured.record("MET_WITH loose").precision) == (0.75, None)


def test_every_rule_that_ships_was_measured() -> None:
    rows = (ROOT / "extract/rules.tsv").read_text("utf-8").splitlines()[1:]
    assert [row.split("\t")[0] for row in rows] == [rule.name for rule in rules()]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("MET_WITH:", "MARRIED:", "rules of .*MARRIED"),
        ("triggers: [स्वागत]", "triggers: [शादी]", "unknown trigger lemma शादी"),
        ("source: [zero]", "source: [के नीचे]", "unknown case marker के नीचे"),
        ("  subject left out:\n    source", "  subject left out:\n    sauce", "sauce"),
        ("  subject left out:\n    source: [zero]", "  subject left out:", "leaves nothing to"),
        ("  loose:\n", "  loose:\n    target: [बीच]\n", "no rule takes the rest"),
        ("बीजिंग में मिले", "बीजिंग में दिखे", "no word in .* opens the rule"),
        ("शी जिनपिंग और रूस के राष्ट्रपति व्लादिमीर पुतिन ने कहा कि ईरान के साथ वार्ता", "शी जिनपिंग ने कहा कि", "no word in"),
    ],
)
def test_a_broken_rule_is_named(book: Path, old: str, new: str, fault: str) -> None:
    edit(book / "rules.yaml", old, new)
    with pytest.raises(DataError, match=fault):
        load_rules(book)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("MET_WITH:", "MARRIED:", "unknown relation type MARRIED"),
        ("[मुलाकात, ", "[मुलाकात, मुलाक़ात, ", "मुलाक़ात stands twice in MET_WITH"),
        ("[भेंट, ", "[भेंट, बैठक, ", "बैठक stands twice in MET_WITH, under भेंट and बैठक"),
        ("  यात्रा: [", "  यात्रा: [गले, ", "गले is of मिलना in one relation and of यात्रा in VISITED"),
        ("  भेंट: [भेंट, भेंटवार्ता]", "  भेंट: []", "MET_WITH भेंट has no words"),
    ],
)
def test_a_broken_trigger_list_is_named(book: Path, old: str, new: str, fault: str) -> None:
    edit(book / "triggers.yaml", old, new)
    with pytest.raises(DataError, match=fault):
        load_triggers(book / "triggers.yaml")


def test_a_lemma_without_an_example_is_named(book: Path) -> None:
    edit(book / "triggers.yaml", "\nVISITED:", "  दावत: [दावत]\n\nVISITED:")
    with pytest.raises(DataError, match="no example exercises the lemma दावत"):
        load_rules(book)


@pytest.mark.parametrize(
    "row", ["MET_WITH between\t4", "MET_WITH between\tfour\t3\t0.750", "MET_WITH gone\t4\t3\t0.750"]
)
def test_a_broken_record_is_named(book: Path, row: str) -> None:
    (book / "rules.tsv").write_text(f"rule\tclaims\tright\tprecision\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=r"rules.tsv:2"):
        load_rules(book)
