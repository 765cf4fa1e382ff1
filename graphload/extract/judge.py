"""The judge: a linear model over readable features, whose weights are a data file.

A candidate's score is the sum of the weights of its features; the logistic function makes a
probability of it. The weights are learnt from annotated articles by `benchmarks/train_judge.py`
(L2-regularised logistic regression, deterministic) and can be read line by line.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.errors import DataError
from graphload.extract.features import Features, Weights
from graphload.relations import relations


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which probability on a relation is claimed."""

    claim: float


class Judge:
    """Weights of every feature, by model."""

    def __init__(self, weights: dict[str, dict[str, float]], thresholds: dict[str, Threshold]) -> None:
        self.weights, self.thresholds = weights, thresholds
        self._models = {model: Weights(table) for model, table in weights.items()}

    def probability(self, model: str, groups: Iterable[Features]) -> float:
        """How likely the candidate that all these features speak of is true, from 0 to 1."""
        weights = self._models[model]
        score = weights.bias + sum([group.weight(weights) for group in groups])
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))

    def reasons(self, model: str, features: Iterable[str], count: int = 6) -> Sequence[tuple[str, float]]:
        """The features that weighed most, heaviest first, with their weights."""
        weights = self.weights[model]
        found = [(feature, weights[feature]) for feature in features if feature in weights]
        return sorted(found, key=lambda pair: (-abs(pair[1]), pair[0]))[:count]


@cache
def judge() -> Judge:
    """The judge with the weights that ship. Raises `DataError` where the file is malformed."""
    return load_judge(ROOT / "extract")


def load_judge(folder: Path) -> Judge:
    """The judge with the weights of `folder`: `weights.tsv` (model, feature, weight) and `thresholds.yaml`.

    Raises `DataError` for a broken row, and for a relation type of which nothing is learnt.
    """
    weights: dict[str, dict[str, float]] = {}
    path = folder / "weights.tsv"
    for number, row in enumerate(path.read_text("utf-8").splitlines(), 1):
        if row.startswith("#"):
            continue
        try:
            model, feature, weight = row.split("\t")
            weights.setdefault(model, {})[feature] = float(weight)
        except ValueError as error:
            raise DataError("not model, feature and weight", where=f"{path}:{number}", mend="train again") from error
    thresholds = load_yaml(folder / "thresholds.yaml", dict[str, Threshold])
    for name in relations():
        for file, known in (path, weights), (folder / "thresholds.yaml", thresholds):
            if name not in known:
                raise DataError(f"nothing learnt of {name}", where=str(file), mend="train it: docs/adding.md says how")
    return Judge(weights, thresholds)
