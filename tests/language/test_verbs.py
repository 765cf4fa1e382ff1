"""The forms of verbs: what their stems make, and what is refused when they are loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphload.data import ROOT
from graphload.errors import DataError
from graphload.language.verbs import load_verbs

FILE = ROOT / "language/verbs.yaml"


@pytest.mark.parametrize(
    ("form", "stem", "aspect", "kind", "closes"),
    [
        ("है", "be", "be", "be", True),
        ("गया", "जा", "perfective", "go", True),
        ("जाएंगी", "जा", "future", "go", True),
        ("की", "कर", "perfective", "do", True),
        ("करके", "कर", "conjunctive", "do", False),
        ("लगाती", "लगा", "habitual", "put", False),
        ("लगाई", "लगा", "perfective", "put", True),
        ("ठहराने", "ठहरा", "infinitive", "put", False),
        ("पहुंचेगा", "पहुंच", "future", "come", True),
        ("आयी", "आ", "perfective", "come", True),
        ("पढा", "पढ", "perfective", "act", True),
        ("भेज", "भेज", "root", "act", False),
    ],
)
def test_a_form_tells_its_verb(form: str, stem: str, aspect: str, kind: str, closes: bool) -> None:
    verb = load_verbs(FILE)[form]
    assert (*verb, verb.closes) == (stem, aspect, kind, closes)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  give: [दे]", "  give: [दे, कर]", "the stem 'कर' stands twice"),
        ("irregular:\n", "irregular:\n  ऊंघ: {perfective: [ऊंघा]}\n", "the irregular stem 'ऊंघ' is in no list"),
        ("    habitual: [", "    usual: [", "usual"),
    ],
)
def test_a_broken_list_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    file, text = tmp_path / "verbs.yaml", FILE.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=fault):
        load_verbs(file)
