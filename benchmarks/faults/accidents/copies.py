"""The workspace is copied while somebody writes it: by SQLite's own backup, and file by file."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from benchmarks.faults.kills import held, recovered, working
from benchmarks.faults.plan import states
from benchmarks.faults.program import Accident, run
from graphload.errors import LedgerError, StoreError
from graphload.ledger.engine import FILE
from graphload.settings import Settings

COPIES, SECONDS_BETWEEN = 12, 0.3
STEPS = 200
"""More steps than a child does while it is copied."""

REFUSED = (LedgerError.exit_code, StoreError.exit_code)


def copied_in_use(folder: Path, times: int | None = None) -> Iterator[Accident]:
    """Every copy must be a ledger that some number of steps leaves, and its graph follow it."""
    settings = Settings(folder / "in-use")
    backup, files = Accident("ledger backed up in use"), Accident("folder copied in use")
    with working(settings):
        for number in range(times or COPIES):
            time.sleep(SECONDS_BETWEEN)
            _back_up(settings, folder / f"backup-{number}")
            shutil.copytree(settings.workspace, folder / f"copy-{number}")
    for number in range(times or COPIES):
        _compare(backup, Settings(folder / f"backup-{number}"))
        _compare(files, Settings(folder / f"copy-{number}"))
    yield backup
    yield files


def _back_up(settings: Settings, target: Path) -> None:
    target.mkdir()
    with (
        closing(sqlite3.connect(settings.workspace / FILE)) as old,
        closing(sqlite3.connect(target / FILE)) as new,
    ):
        old.backup(new)


def _compare(accident: Accident, copy: Settings) -> None:
    outcome = run(copy, "sync")
    accident.times += 1
    accident.refused(outcome, (0, *REFUSED))
    if outcome.code == 0:
        accident.wrong += recovered(copy)
        found = held(copy)
        if not any(found == state for state in islice(states(), STEPS)):
            accident.wrong.append(f"{copy.workspace.name} holds what no number of steps leaves")
