"""Processes that are killed, or meet an accident: forked from one whose modules, words and readings are warm."""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from itertools import count
from multiprocessing.connection import Connection

from benchmarks.faults.plan import after, step
from graphload.build import build
from graphload.build.reading import read_one
from graphload.cli import main
from graphload.ledger import Ledger
from graphload.lexicon.people import registry
from graphload.pipeline import Pipeline
from graphload.resolve.bearers import Bearers
from graphload.settings import Settings
from graphload.store import open_store, sync

WARMING_STEPS = 24
BEARERS = Bearers(registry())

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([__name__])


def _warm() -> None:
    found = [read_one(article) for article in after(WARMING_STEPS).articles.values()]
    readings, bands = [reading for reading, _ in found], {reading.article.id: each for reading, each in found}
    with Ledger.in_memory() as ledger, ledger.writing() as writing:
        build(writing, BEARERS, readings=readings, hashes=dict.fromkeys(bands, ""), bands=bands)


_warm()  # when it is imported: once, by the server that forks the children


def opened(settings: Settings) -> Pipeline:
    """A pipeline that need not file the registry again."""
    pipeline = Pipeline(settings)
    pipeline.bearers = BEARERS
    return pipeline


def work(settings: Settings, first: int, rows: int, told: Connection) -> None:
    """Carries out the plan from step `first`, for ever. `told` hears (what is done, number of the step, revision)."""
    try:
        for number in count(first):
            _one(settings, number, rows, told)
    except Exception:
        told.send((traceback.format_exc(), first, 0))
        raise


def _one(settings: Settings, number: int, rows: int, told: Connection) -> None:
    told.send(("open", number, 0))
    with opened(settings) as pipeline, open_store(settings) as store:
        told.send(("load", number, 0))
        step(number).perform(pipeline)
        revision = pipeline.ledger.revision
        told.send(("sync", number, revision))
        sync(pipeline.ledger, store, rows=rows)
        told.send(("close", number, revision))
    told.send(("closed", number, revision))


def program(arguments: Sequence[str], environment: Mapping[str, str], errors: str) -> None:
    """Runs the program as its users do; what it says to standard error goes into the file `errors`."""
    for name in [name for name in os.environ if name.startswith(("GRAPHLOAD_", "NEO4J_"))]:
        del os.environ[name]
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    os.dup2(os.open(errors, os.O_WRONLY), sys.stderr.fileno())
    sys.argv = ["graphload", *arguments]
    main()
