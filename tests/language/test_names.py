"""Comparison of names: a table of pairs of public persons' names, and laws.

Half of the table was used to tune the sounds and spellings, the other half never was: the second
shows how well the comparison does on names that it was not made for.
"""

from __future__ import annotations

import csv
from itertools import combinations, islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.language.names import Comparison, blocks, compare, may_be_alike, name_key

with (Path(__file__).parent / "names.tsv").open(encoding="utf-8") as table:
    PAIRS = list(csv.DictReader(table, delimiter="\t"))
NAMES = sorted({row[side] for row in PAIRS for side in ("a", "b")})


def _verdicts(half: str, same: str) -> list[str]:
    return [compare(row["a"], row["b"]).verdict for row in PAIRS if row["half"] == half and row["same"] == same]


@pytest.mark.parametrize(("half", "recall"), [("tuning", 1.0), ("held-out", 0.94)])
def test_spellings_of_one_name_are_found(half: str, recall: float) -> None:
    verdicts = _verdicts(half, "1")
    assert verdicts.count("same") / len(verdicts) >= recall
    assert verdicts.count("different") / len(verdicts) <= 0.02


def test_the_quick_look_leaves_out_only_names_that_differ() -> None:
    pairs = [*((row["a"], row["b"]) for row in PAIRS), *islice(combinations(NAMES, 2), 0, None, 25)]
    assert not [pair for pair in pairs if not may_be_alike(*pair) and compare(*pair).verdict != "different"]
    assert sum(may_be_alike(*pair) for pair in pairs[len(PAIRS) :]) < 0.05 * len(pairs)


@pytest.mark.parametrize("half", ["tuning", "held-out"])
def test_other_names_are_never_the_same(half: str) -> None:
    assert "same" not in _verdicts(half, "0")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("जॉन किर्बी", "जॉन केरी"),
        ("ली कियांग", "ली केकियांग"),
        ("इमरान खान", "इरफान खान"),
        ("ऑस्ट्रिया", "ऑस्ट्रेलिया"),
        ("Kim Jong Nam", "किम योंग नाम"),
        ("महमूद अब्बास", "Mohammed Abbas"),
        ("सोनिया गांधी", "सानिया गांधी"),
        ("इगोर इवानोव", "इगोर इवानोवा"),
        ("Barham Salih", "Ibrahim Solih"),
        ("खालिद बिन मोहम्मद बिन जायद", "मोहम्मद बिन जायद"),
        ("सलमान बिन अब्दुलअजीज", "Abdulaziz bin Salman"),
        ("हसन महमूद", "हसन शेख महमूद"),
        ("के. नटवर सिंह", "करमबीर सिंह"),
    ],
)
def test_near_misses_stay_apart(a: str, b: str) -> None:
    assert compare(a, b).verdict != "same"


@pytest.mark.parametrize(
    ("a", "b", "verdict", "reason"),
    [
        ("एस. जयशंकर", "S Jaishankar", "same", "s ~ एस 1.00"),
        ("एस जयशंकर", "Subrahmanyam Jaishankar", "same", "एस is the initial of subrahmanyam"),
        ("आर. गांधी", "राहुल गांधी", "unsure", "an initial beside a name that many bear"),
        ("पुतिन", "व्लादिमीर पुतिन", "unsure", "only one has व्लादिमीर"),
        ("राहुल गांधी", "सोनिया गांधी", "different", "राहुल is not सोनिया"),
        ("Orban Viktor", "विक्टर ओरबान", "same", "the words are in another order"),
        ("डॉ. रामनाथ कोविंद", "Ram Nath Kovind", "same", "ramnath ~ रामनाथ 0.98"),
        ("सर्गेई विक्टोरोविच लावरोव", "Sergey Lavrov", "same", "only one has विक्टोरोविच"),
    ],
)
def test_reasons(a: str, b: str, verdict: str, reason: str) -> None:
    found = compare(a, b)
    assert found.verdict == verdict
    assert reason in found.reasons


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_symmetric_and_blocks_hold(a: str, b: str) -> None:
    found = compare(a, b)
    assert compare(b, a) == found
    assert 0.0 <= found.score <= 1.0
    assert found.verdict == "different" or blocks(a) & blocks(b)


@given(st.sampled_from(NAMES))
def test_a_name_is_itself(name: str) -> None:
    assert compare(name, name).verdict == "same"


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared(a: str, b: str) -> None:
    assert isinstance(compare(a, b), Comparison)
    assert compare(a, b) == compare(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("जोंग-उन", "जोंग उन"), ("ज़ेलेंस्की", "जेलेन्स्की"), ("डॉ. शहबाज शरीफ", "शहबाज़ शरीफ़"), ("डोनाल्ड ट्रंप", "डोनाल्ड ट्रम्प")],
)
def test_trivial_variants_share_a_key(a: str, b: str) -> None:
    assert name_key(a) == name_key(b)


def test_keys_tell_names_apart() -> None:
    names = ["राहुल गांधी", "सोनिया गांधी", "हसन", "हुसैन", "वांग यी", "वांग यांग", "इमरान खान", "इरफान खान"]
    assert len(set(map(name_key, names))) == len(names)
