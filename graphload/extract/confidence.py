"""Confidence: how often claims as likely as this one were right on annotated articles.

`data/extract/calibration.yaml` is written by the training command: for each relation, ascending bounds of
the judge's probability, each with the precision measured by cross-validation at and above it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.errors import DataError
from graphload.relations import relations

_FILE = ROOT / "extract/calibration.yaml"


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From probability `above` on, this share of the claims was right."""

    above: float
    precision: float
    claims: int


@cache
def calibration() -> dict[str, list[Band]]:
    """The measured bands of every relation. Raises `DataError` for a relation type of which nothing is measured."""
    found = load_yaml(_FILE, dict[str, list[Band]])
    for name in relations():
        if not found.get(name):
            raise DataError(f"nothing learnt of {name}", where=str(_FILE), mend="train it: docs/adding.md says how")
    return found


def confidence(relation: str, probability: float) -> float:
    """The measured precision of claims of `relation` in the band of `probability`."""
    bands = calibration()[relation]
    place = bisect_right([band.above for band in bands], probability) - 1
    return bands[max(0, place)].precision
