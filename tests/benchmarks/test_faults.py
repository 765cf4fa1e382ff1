"""A few of the kills and accidents that `python -m benchmarks.faults` makes many of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.faults.accidents import LOCAL, OF_STORES
from benchmarks.faults.kills import kill_many
from graphload.settings import Settings

KILLS = 3


def test_kills_lose_nothing_and_leave_nothing_half_done(engine: Settings) -> None:
    tally = kill_many(engine, KILLS)
    assert tally.kills == KILLS
    assert tally.violations == []


@pytest.mark.parametrize("name", LOCAL)
def test_an_accident_is_told_in_one_line_and_mended(name: str, tmp_path: Path) -> None:
    for accident in LOCAL[name](tmp_path, times=1):
        if accident.line.startswith("left out"):
            pytest.skip(accident.line)
        assert accident.times
        assert accident.wrong == []


@pytest.mark.parametrize("name", OF_STORES)
def test_so_is_one_that_befalls_a_store(name: str, engine: Settings) -> None:
    for accident in OF_STORES[name](replace(engine, workspace=engine.workspace / "db"), times=1):
        assert accident.times
        assert accident.wrong == []
