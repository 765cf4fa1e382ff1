"""Two writers at a time: of the graph file, of the ledger, and two loads that begin together."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.faults.child import opened
from benchmarks.faults.kills import emptied
from benchmarks.faults.program import Accident, Run, loaded, run
from graphload.errors import LedgerError, StoreError
from graphload.settings import Settings
from graphload.store import open_store

FEW = 20
REFUSED = (LedgerError.exit_code, StoreError.exit_code)
AT_ONCE = 10.0
"""Seconds in which a second writer must be told."""

RACES = 5


def second_writer(folder: Path, times: int | None = None) -> Iterator[Accident]:
    """A second writer, of the graph file and of the ledger, comes while the first one is at work."""
    settings = Settings(folder / "two")
    articles, right = loaded(settings, FEW)
    of_graph, of_ledger = Accident("second writer of the graph file"), Accident("second writer of the ledger")
    with open_store(settings):
        for command in (("load", articles), ("sync",))[:times]:
            _refused_at_once(of_graph, settings, *command)
    of_graph.mended(settings, right, ("load", articles))
    with opened(settings) as pipeline, pipeline.ledger.writing():
        _refused_at_once(of_ledger, settings, "remove", "many-1")
    of_ledger.mended(settings, right, ("load", articles))
    yield of_graph
    yield of_ledger


def _refused_at_once(accident: Accident, settings: Settings, *command: str | Path) -> None:
    begun = time.monotonic()
    accident.refused(run(settings, *command), REFUSED)
    if (seconds := time.monotonic() - begun) > AT_ONCE:
        accident.wrong.append(f"told after {seconds:.0f} s only")
    accident.times += 1


def two_loads(settings: Settings, times: int | None = None) -> Iterator[Accident]:
    """Two loads of the same articles begin together: either is done, or told; what is loaded is whole."""
    accident = Accident("two loads at once")
    articles, right = loaded(settings, FEW)
    for number in range(times or RACES):
        here = emptied(replace(settings, workspace=settings.workspace.with_name(f"race-{number}")))
        loads = [Run(here, "load", articles) for _ in range(2)]
        for load in loads:
            accident.refused(load.ended(), (0, *REFUSED))
        accident.mended(here, right, ("load", articles))
    yield accident
