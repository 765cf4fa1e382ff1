"""Head words of phrases: what is refused when they are loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphload.data import ROOT
from graphload.errors import DataError
from graphload.extract.heads import load_heads
from graphload.extract.unlisted import load_unlisted


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  before: [एजेंसी", "  before: [एजेंसी, एजेंसी", "media before: 'एजेंसी' stands twice"),
        ("aides: [", "aides: [office boy, ", "unknown office office boy"),
        ("\nvague:", "\nhazy:", "hazy"),
    ],
)
def test_a_broken_list_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    text = (ROOT / "extract/phrases.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "phrases.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=fault):
        load_heads(tmp_path / "phrases.yaml")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  kin:\n    [पत्नी", "  kin:\n    [पत्नी, पत्नी", "kin: 'पत्नी' stands twice"),
        ("  markers: [ने", "  markers: [नेे", "unknown case marker"),
    ],
)
def test_a_broken_list_of_what_no_list_holds_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    text = (ROOT / "extract/unlisted.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "unlisted.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=fault):
        load_unlisted(tmp_path / "unlisted.yaml")
