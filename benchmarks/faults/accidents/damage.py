"""Files of the workspace are cut short, or hold something else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.faults.kills import FEW_ROWS, Moment, live
from benchmarks.faults.program import Accident, loaded, run
from graphload.errors import LedgerError, StoreError
from graphload.ledger.engine import FILE
from graphload.settings import Settings
from graphload.store.embedded import FILE_NAME

FEW = 20
PAGE = 4_096
IN_THE_MIDST = 5
"""The damage that is not met at once: `check` looks at all of the file."""

REFUSED = (LedgerError.exit_code, StoreError.exit_code)
REPAIR = ("check", "--repair")


def damaged_graph(folder: Path, times: int | None = None) -> Iterator[Accident]:
    """The graph file is cut short or overwritten; as the line says, it is made anew."""
    settings = Settings(folder / "graph")
    _, right = loaded(settings, FEW)
    accident = Accident("graph file damaged")
    file = settings.workspace / FILE_NAME
    for damage in islice(_damages(file.read_bytes()), times):
        file.write_bytes(damage)
        for command in ("stats", "sync"):
            accident.refused(run(settings, command), REFUSED)
        accident.mended(settings, right, REPAIR)
    yield accident


def damaged_log(folder: Path, times: int | None = None) -> Iterator[Accident]:
    """The log of a writer that was killed is damaged too: what it lacks is synced again, or the file is refused."""
    killed = Settings(folder / "killed")
    live(killed, 0, FEW_ROWS, Moment("close", step=2, seconds=0))
    right = folder / "log.export.jsonl"
    whole = _copy(killed, folder / "whole")
    for command in (("sync",), ("export", "-o", right)):
        if amiss := run(whole, *command).amiss({0}):
            raise RuntimeError(amiss)
    accident = Accident("log of the graph file damaged")
    log = f"{FILE_NAME}-wal"
    for number, damage in enumerate(islice(_damages((killed.workspace / log).read_bytes()), times)):
        settings = _copy(killed, folder / f"log-{number}")
        (settings.workspace / log).write_bytes(damage)
        outcome = run(settings, "sync")
        accident.refused(outcome, (0, StoreError.exit_code))
        accident.mended(settings, right, REPAIR if outcome.code else ("sync",))
    yield accident


def damaged_ledger(folder: Path, times: int | None = None) -> Iterator[Accident]:
    """The ledger is cut short or overwritten; then a backup of it comes back."""
    settings = Settings(folder / "ledger")
    articles, right = loaded(settings, FEW)
    accident = Accident("ledger damaged")
    file = settings.workspace / FILE
    whole = file.read_bytes()
    for number, damage in enumerate(islice(_damages(whole), times)):
        file.write_bytes(damage)
        command = ("check",) if number == IN_THE_MIDST else ("load", articles)
        accident.refused(run(settings, *command), REFUSED)
        for left in settings.workspace.glob(f"{FILE}*"):
            left.unlink()
        file.write_bytes(whole)
        accident.mended(settings, right, ("sync",))
    yield accident


def _damages(whole: bytes) -> Iterator[bytes]:
    """A file in other states: cut short, empty, other bytes in its place; and last, in its midst."""
    middle = len(whole) // 2 // PAGE * PAGE
    yield from (whole[:-1_000], whole[:middle], whole[:100], b"", b"garbage " * 1_000)
    yield whole[:middle] + b"garbage " * (PAGE // 8) + whole[middle + PAGE :]


def _copy(settings: Settings, place: Path) -> Settings:
    return Settings(shutil.copytree(settings.workspace, place))
