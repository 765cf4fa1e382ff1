"""Head words of phrases: what is refused when they are loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphload.data import ROOT
from graphload.errors import DataError
from graphload.extract.heads import load_heads


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
