"""The word classes: what is refused when they are loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graphload.data import ROOT
from graphload.errors import DataError
from graphload.language.grammar import load_grammar


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("particles: [भी", "particles: [भी, भी", "'भी' stands twice"),
        ("there: [वहां]", "there: [वहां, वहाँ]", "'वहाँ' stands twice"),
        ("  country: [देशों", "  country: [नेताओं, देशों", "'नेताओं' is in person and in country"),
        ("  ने: agent", "  नीचे: agent", "unknown case marker नीचे"),
        ("  वह: \"\"", "  वह: ऊपर", "unknown case marker ऊपर"),
        ("kin: [", "cousins: [", "cousins"),
    ],
)  # fmt: skip
def test_a_broken_word_class_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    shutil.copytree(ROOT / "language", tmp_path / "language")
    file = tmp_path / "language/grammar.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=fault):
        load_grammar(tmp_path / "language")
