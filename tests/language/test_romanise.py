"""Names in Latin letters, as they are shown."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.language.romanise import romanise

with (Path(__file__).parent / "romanise.tsv").open(encoding="utf-8") as table:
    CASES = [(row["devanagari"], row["latin"]) for row in csv.DictReader(table, delimiter="\t")]


@pytest.mark.parametrize(("devanagari", "latin"), CASES)
def test_a_name_in_latin(devanagari: str, latin: str) -> None:
    assert romanise(devanagari) == latin


@given(st.text(st.characters(min_codepoint=0x900, max_codepoint=0x97F, exclude_categories=["Cn"])))
def test_no_letter_or_sign_of_devanagari_is_left(text: str) -> None:
    assert not any("\u0900" <= sign <= "\u0963" or sign > "\u0970" for sign in romanise(text))


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_latin_stays_as_it_is(text: str) -> None:
    assert romanise(text) == text
