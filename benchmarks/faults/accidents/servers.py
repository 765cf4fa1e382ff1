"""Neo4j goes away in the middle of a load: for a while, or for good."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.faults.kills import emptied
from benchmarks.faults.program import Accident, Run, loaded, run
from graphload.errors import LedgerError, StoreError
from graphload.ledger import Ledger
from graphload.ledger.engine import FILE
from graphload.settings import Settings
from tests.servers import Server

MANY = 80
RESTARTS = 6
REFUSED = (StoreError.exit_code,)


def server_restarts(settings: Settings, server: Server) -> Iterator[Accident]:
    """The server stops at random moments of a load, by turns as it is asked to and killed, and comes back."""
    process, dice = server.process, random.Random(1)
    if process is None:
        yield Accident("Neo4j restarts in load", line="left out: the server here is not ours to stop")
        return
    begun = time.monotonic()
    articles, right = loaded(settings, MANY)
    takes = time.monotonic() - begun
    accident = Accident("Neo4j restarts in load")
    for number in range(RESTARTS):
        here = emptied(replace(settings, workspace=settings.workspace.with_name(f"restart-{number}")))
        load = Run(here, "load", articles)
        time.sleep(dice.random() * takes)
        process.stop(kill=number % 2 == 0)
        process.start()
        accident.refused(load.ended(), (0, *REFUSED))
        accident.mended(here, right, ("load", articles))
    yield accident


def server_gone(settings: Settings, server: Server) -> Iterator[Accident]:
    """The server stops in a load and stays away until the load has given up; what was loaded is kept."""
    process = server.process
    if process is None:
        yield Accident("Neo4j gone in load", line="left out: the server here is not ours to stop")
        return
    articles, right = loaded(settings, MANY)
    accident = Accident("Neo4j gone in load")
    here = emptied(replace(settings, workspace=settings.workspace.with_name("gone")))
    load = Run(here, "load", articles)
    while not _has_begun(here) and not load.is_over:
        time.sleep(0.01)
    process.stop(kill=True)
    accident.refused(load.ended(), REFUSED)
    accident.refused(run(here, "sync"), REFUSED)
    process.start()
    accident.mended(here, right, ("sync",))
    yield accident


def _has_begun(settings: Settings) -> bool:
    """Whether the load has committed to the ledger."""
    if not (settings.workspace / FILE).exists():
        return False
    try:
        with Ledger.open(settings.workspace) as ledger:
            return ledger.revision > 0
    except LedgerError:  # its tables are being made
        return False
