"""Runs everything, prints the tables, and ends with 1 where anything was lost or left half done."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import benchmarks.faults
from benchmarks.faults.accidents import LOCAL, OF_SERVERS, OF_STORES
from benchmarks.faults.kills import Tally, emptied, kill_many
from benchmarks.faults.program import Accident
from graphload.settings import Settings
from tests.servers import RELEASES, NoServerError, Server, find_server

EMBEDDED = "embedded"
KILLS = ("kill -9", "kills", "in load", "in sync", "at closing", "at opening", "steps kept", "compared", "wrong", "s")
ACCIDENTS = ("accident", "on", "times", "right", "exit codes", "what graphload says")


def main() -> None:
    """Runs what the command line asks for."""
    chosen = _chosen()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        _row(KILLS, "-" * len(KILLS))
        for engine in chosen.engine:
            with _settings(engine, Path(name)) as (settings, _):
                if settings and chosen.kills:
                    tally = kill_many(settings, chosen.kills, seed=chosen.seed, seconds=chosen.minutes * 60)
                    wrong += show_kills(engine, tally)
        print()
        _row(ACCIDENTS, "-" * len(ACCIDENTS))
        for engine in chosen.engine:
            for accident in accidents(engine, chosen.accidents, Path(name) / "accidents"):
                wrong += show_accident(engine, accident, name)
    print("\n".join(["", *wrong]) if wrong else "\nnothing was lost, and nothing left half done")
    sys.exit(bool(wrong))


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.faults",
        description=benchmarks.faults.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    engines, names = [EMBEDDED, *RELEASES], [*LOCAL, *OF_STORES, *OF_SERVERS]
    parser.add_argument("--kills", type=int, default=200, help="on each engine")
    parser.add_argument("--engine", nargs="+", choices=engines, default=engines, help="these only")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="kill no longer than this on each engine")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--accidents", nargs="*", choices=names, default=names, help="these only; none: kills only")
    return parser.parse_args()


@contextmanager
def _settings(engine: str, folder: Path) -> Iterator[tuple[Settings | None, Server | None]]:
    """Settings that lead to an engine, and its server; nothing where it cannot be had, which is told."""
    here = folder / engine
    here.mkdir(parents=True)
    if engine == EMBEDDED:
        yield Settings(here / "db"), None
        return
    try:
        with find_server(engine, here / "server") as server:
            yield Settings(here / "db", server.uri, server.username, server.password), server
    except NoServerError as reason:
        print(f"without Neo4j {engine}: {reason}", file=sys.stderr)
        yield None, None


def accidents(engine: str, names: Sequence[str], folder: Path) -> Iterator[Accident]:
    """What becomes of each accident that may befall this engine."""
    with _settings(engine, folder) as (settings, server):
        if settings is None:
            return
        befall = {name: partial(accident, settings) for name, accident in OF_STORES.items()}
        if server is None:
            befall |= {name: partial(accident, _made(folder / name)) for name, accident in LOCAL.items()}
        else:
            befall |= {name: partial(accident, settings, server) for name, accident in OF_SERVERS.items()}
        for name in names:
            if name in befall:
                emptied(settings)
                yield from befall[name]()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def show_kills(engine: str, tally: Tally) -> list[str]:
    """Prints a row, and gives what was wrong."""
    parts = [tally.phases[phase] for phase in ("load", "sync", "close", "open")]
    counts = [tally.kills, *parts, tally.steps, tally.recoveries, len(tally.violations)]
    _row([_name(engine), *map(str, counts), f"{tally.seconds:.0f}"])
    return [f"{engine}: {violation}" for violation in tally.violations]


def show_accident(engine: str, accident: Accident, folder: str) -> list[str]:
    """Prints a row, and gives what was wrong."""
    codes = ", ".join(map(str, sorted(accident.codes)))
    right = accident.times - len(accident.wrong)
    said = re.sub(rf"{re.escape(folder)}\S*/", "", accident.line.removeprefix("graphload: "))
    _row([accident.name, _name(engine), str(accident.times), str(right), codes, said])
    return [f"{accident.name}: {wrong}" for wrong in accident.wrong]


def _name(engine: str) -> str:
    return engine if engine == EMBEDDED else f"Neo4j {engine}"


def _row(*rows: Sequence[str]) -> None:
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
