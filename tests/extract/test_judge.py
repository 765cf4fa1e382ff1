"""The judge's files: what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphload.data import ROOT
from graphload.errors import DataError
from graphload.extract.features import BIAS
from graphload.extract.judge import judge, load_judge


def test_probability_is_the_logistic_of_the_weights() -> None:
    weights = judge().weights["MET_WITH"]
    assert judge().probability("MET_WITH", ()) == pytest.approx(1 / (1 + 2.718281828459045 ** -weights[BIAS]))


def test_reasons_are_the_heaviest_features() -> None:
    weights = judge().weights["VISITED"]
    heavy = max((f for f in weights if f != BIAS), key=lambda f: abs(weights[f]))
    light = min((f for f in weights if f != BIAS), key=lambda f: abs(weights[f]))
    assert [feature for feature, _ in judge().reasons("VISITED", [light, heavy, "unheard of"])] == [heavy, light]


@pytest.mark.parametrize("row", ["MET_WITH\tbias", "MET_WITH\tbias\tmuch"])
def test_a_broken_row_of_weights_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "weights.tsv").write_text(f"{row}\n", "utf-8")
    (tmp_path / "thresholds.yaml").write_text((ROOT / "extract/thresholds.yaml").read_text("utf-8"), "utf-8")
    with pytest.raises(DataError, match=r"weights.tsv:1"):
        load_judge(tmp_path)
