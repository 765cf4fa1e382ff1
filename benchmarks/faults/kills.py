"""Kills at random moments, and what must still hold after each."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.faults.child import FORKS, opened, work
from benchmarks.faults.plan import State, after
from graphload.build.reading import read_one
from graphload.export.jsonl import dump
from graphload.model import Article, Reading
from graphload.pipeline import Pipeline
from graphload.settings import Settings
from graphload.store import open_store, sync

PHASES = {"load": 4, "sync": 4, "close": 1, "open": 1}
"""How often a kill is to fall in each: most where ledger or store are written."""

FIRST_GUESS = 0.05
"""Seconds that a phase is thought to take before one was seen."""

KILLS_OF_ONE = 20
"""So many kills befall one workspace."""

MOST_STEPS = 3
"""A child is killed in one of its first so many steps."""

RECOVERED = 0.7
"""The share of kills after which the parent mends and compares everything; the others are the next child's."""

FEW_ROWS, MANY_ROWS = 25, 20_000
"""Rows in one transaction of a sync: some are broken off between transactions, some inside the only one."""


class Moment(NamedTuple):
    """When to kill: so long into this phase of the child's step with this number, from 0."""

    phase: str
    step: int
    seconds: float


@dataclass
class Life:
    """What one child told before it was killed: what was acknowledged, and how long each phase took."""

    first: int
    phase: str = "open"
    done: int = 0
    begun: bool = False
    loaded: int = 0
    synced: int = 0
    closed: int = 0
    failure: str = ""
    took: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.done = self.first
        self._since: float | None = None

    def hear(self, what: str, number: int, revision: int) -> None:
        """Takes in one message."""
        match what:
            case "open":
                self.done, self.begun = number, False
            case "load":
                self.begun = True
            case "sync":
                self.done, self.begun, self.loaded = number + 1, False, revision
            case "close":
                self.synced = revision
            case "closed":
                self.closed = revision
            case _:
                self.failure = what
        now = time.monotonic()
        if self._since is not None:
            self.took[self.phase] = now - self._since
        self.phase, self._since = "open" if what == "closed" else what, now

    def has_come_to(self, moment: Moment) -> bool:
        """Whether the phase has begun in which the child is to be killed."""
        return self._since is not None and self.phase == moment.phase and self.done - self.first >= moment.step


@dataclass
class Tally:
    """What all the kills came to."""

    kills: int = 0
    recoveries: int = 0
    steps: int = 0
    phases: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    seconds: float = 0.0


def kill_many(settings: Settings, kills: int, *, seed: int = 1, seconds: float = float("inf")) -> Tally:
    """Kills so many children, as long as `seconds` are not over, and says what was found.

    Every `KILLS_OF_ONE` kills a new workspace is begun below that of `settings`, and the store emptied: a first load is
    another matter than a later one.
    """
    dice, took = random.Random(seed), dict.fromkeys(PHASES, FIRST_GUESS)
    tally, started = Tally(), time.monotonic()
    while tally.kills < kills and time.monotonic() - started < seconds:
        here = emptied(replace(settings, workspace=settings.workspace / f"from-{tally.kills}"))
        _kill_in(here, min(KILLS_OF_ONE, kills - tally.kills), dice, took, tally)
    tally.seconds = time.monotonic() - started
    return tally


def _kill_in(settings: Settings, kills: int, dice: random.Random, took: dict[str, float], tally: Tally) -> None:
    """Kills so many children in one workspace, and takes them into the tally."""
    steps = loaded = synced = 0
    for _ in range(kills):
        life = live(settings, steps, dice.choice((FEW_ROWS, MANY_ROWS)), _moment(dice, took))
        took |= life.took
        loaded, synced = max(loaded, life.loaded), max(synced, life.synced)
        steps, wrong = found(settings, life, loaded, synced)
        if dice.random() < RECOVERED:
            wrong += recovered(settings)
            tally.recoveries += 1
        tally.kills += 1
        tally.phases[life.phase] += 1
        tally.violations += [f"kill {tally.kills} in {life.phase}: {each}" for each in wrong]
    tally.steps += steps
    tally.violations += [*recovered(settings), *unlike_fresh(settings, after(steps))]


def _moment(dice: random.Random, took: dict[str, float]) -> Moment:
    (phase,) = dice.choices(list(PHASES), list(PHASES.values()))
    return Moment(phase, dice.randrange(MOST_STEPS), dice.random() * took[phase])


def live(settings: Settings, first: int, rows: int, moment: Moment) -> Life:
    """Lets a child work from step `first` on, and kills it at the `moment`."""
    hearing, telling = FORKS.Pipe(duplex=False)
    child = FORKS.Process(target=work, args=(settings, first, rows, telling))
    child.start()
    telling.close()
    life = Life(first)
    with suppress(EOFError):
        while not life.has_come_to(moment):
            life.hear(*hearing.recv())
        time.sleep(moment.seconds)
        child.kill()
        while True:
            life.hear(*hearing.recv())
    child.join()
    if child.exitcode != -signal.SIGKILL and not life.failure:
        life.failure = f"ended by itself with {child.exitcode}"
    return life


def emptied(settings: Settings) -> Settings:
    """The same, with nothing in its store."""
    with open_store(settings) as store:
        store.clear()
    return settings


@contextmanager
def working(settings: Settings) -> Iterator[None]:
    """A child at work from the first step on, as long as the context lasts."""
    hearing, telling = FORKS.Pipe(duplex=False)
    child = FORKS.Process(target=work, args=(settings, 0, MANY_ROWS, telling))
    child.start()
    telling.close()
    while hearing.recv()[0] != "closed":
        pass
    try:
        yield
    finally:
        child.kill()
        child.join()


def found(settings: Settings, life: Life, loaded: int, synced: int) -> tuple[int, list[str]]:
    """The number of steps that the ledger holds, and all that is wrong with what was left."""
    wrong = [life.failure] if life.failure else []
    with opened(settings) as pipeline:
        state = _held(pipeline)
        steps = next((each for each in _possible(life) if after(each) == state), None)
        if steps is None:
            wrong.append(f"the ledger holds neither {' nor '.join(map(str, _possible(life)))} steps")
        wrong += [f"half an article: {id_}" for id_ in _halves(pipeline)]
        if pipeline.ledger.revision < loaded:
            wrong.append(f"revision {loaded} was acknowledged, the ledger is at {pipeline.ledger.revision}")
    wrong += _behind(settings, synced if settings.store else life.closed, readonly=True)
    wrong += _behind(settings, synced, readonly=False)
    return life.done if steps is None else steps, wrong


def recovered(settings: Settings) -> list[str]:
    """What is still wrong when the store was brought up to the ledger, as every next run does first."""
    with opened(settings) as pipeline:
        with open_store(settings) as store:
            sync(pipeline.ledger, store)
        with open_store(settings, readonly=True) as store:
            return [f"{each.where}: {each.what} {each.kind} {each.id}" for each in pipeline.check(store)]


def unlike_fresh(settings: Settings, state: State) -> Iterator[str]:
    """Says where the export is not that of a workspace into which all of `state` is loaded at once."""
    with TemporaryDirectory() as folder, opened(Settings(Path(folder))) as pipeline:
        pipeline.import_decisions(state.decisions)
        pipeline.load(state.articles.values())
        right = list(dump(pipeline.ledger.nodes(), pipeline.ledger.edges()))
    with open_store(settings, readonly=True) as store:
        if list(dump(store.nodes(), store.edges())) != right:
            yield "the export differs from that of a fresh build"


def held(settings: Settings) -> State:
    """What the ledger holds."""
    with opened(settings) as pipeline:
        return _held(pipeline)


def _possible(life: Life) -> Iterator[int]:
    yield life.done
    if life.begun:
        yield life.done + 1


def _held(pipeline: Pipeline) -> State:
    with pipeline.ledger.reading() as view:
        readings = view.articles.readings(view.articles.ids())
        return State({reading.article.id: reading.article for reading in readings}, view.decisions.all())


def _halves(pipeline: Pipeline) -> Iterator[str]:
    """Articles of which not all is there that their text says."""
    with pipeline.ledger.reading() as view:
        for reading in view.articles.readings(view.articles.ids()):
            if _parts(reading) != _parts(_read(reading.article)):
                yield reading.article.id


def _parts(reading: Reading) -> tuple[set[object], set[object]]:
    return set(reading.entities), set(reading.claims)


@cache
def _read(article: Article) -> Reading:
    return read_one(article)[0]


def _behind(settings: Settings, acknowledged: int, *, readonly: bool) -> Iterator[str]:
    with open_store(settings, readonly=readonly) as store:
        marker = store.marker()
        if (marker.revision if marker else 0) < acknowledged:
            who = "a reader" if readonly else "the next writer"
            yield f"the store was acknowledged at revision {acknowledged}, {who} finds {marker}"
