"""How fast graph rows get into each engine, against the engine's own way, in one run.

    python -m benchmarks.loading                          100,000 nodes, 400,000 edges
    python -m benchmarks.loading --nodes 20000 --edges 80000
    python -m benchmarks.loading --rivals .rivals         and other loaders, installed into that folder

Every contender gets the same rows and the same server, emptied between; `raw` is the plain statement of the
engine's handbook (`UNWIND … CREATE`, constraints first, 5,000 rows a transaction), without a look at what is
there, a marker, or a check that each edge found its ends.
"""

from __future__ import annotations

import argparse
import pickle
import shutil
import subprocess
import tempfile
import time
import venv
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import kglite
from neo4j import Driver, GraphDatabase
from rich.console import Console
from rich.table import Table

from benchmarks.rows import Rows, made
from graphload.model import Value
from graphload.ontology import ontology
from graphload.settings import Settings
from graphload.store import open_store, sync
from tests.servers import RELEASES, Server, find_server
from tests.servers.jars import fetched

BATCH = 5_000
WARM_UP = 5_000, 20_000
ROUNDS = 2
"""Raw and graphload take turns, then each other loader; the best of each counts."""

APOC = ("org.neo4j.procedure:apoc-core:5.26.0", "org.neo4j.procedure:apoc-common:5.26.0")
"""Procedures without which neo4j-graphrag and langchain-neo4j do not write."""

EMBEDDED_ONLY = "none"
"""Instead of a server's version: the embedded engine alone."""

RIVALS = {"graphio": 1.0, "neo4j-graphrag": 1.0, "langchain-neo4j": 0.2, "neomodel": 0.02}
"""Which part of the rows each other loader gets: the slow ones fewer, to be compared by rows a second."""

PACKING = "neo4j-rust-ext"
"""What graphload packs its rows with: every loader gets it, though none asks for it itself."""

COUNT_ROWS = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) + count(r)"

ENGINE_COLUMNS = ("engine", "raw, s", "graphload, s", "time", "speed", "goal", "again, s", "again : first")
RIVAL_COLUMNS = ("loader", "rows", "seconds", "rows a second", "rows too many or few")


def raw_statements(rows: Rows) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows as plain `CREATE` statements with their parameters."""
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in rows.nodes:
        groups[f"CREATE (n:{node.label}) SET n = row.properties"].append(
            {"properties": stored(node.id, node.properties)}
        )
    for edge in rows.edges:
        statement = (
            f"MATCH (a:{edge.source_label} {{id: row.source}}) MATCH (b:{edge.target_label} {{id: row.target}}) "
            f"CREATE (a)-[r:{edge.type}]->(b) SET r = row.properties"
        )
        row = {"source": edge.source, "target": edge.target, "properties": stored(edge.id, edge.properties)}
        groups[statement].append(row)
    for statement, group in groups.items():
        for start in range(0, len(group), BATCH):
            yield f"UNWIND $rows AS row {statement}", group[start : start + BATCH]


def constraints() -> Iterator[str]:
    """What every loader needs before it: an index on the ids of each label."""
    for label in ontology().nodes:
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def emptied(driver: Driver) -> None:
    """Takes everything out of the server, constraints too."""
    for record in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
        driver.execute_query(f"DROP CONSTRAINT `{record['name']}`")
    for record in driver.execute_query("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").records:
        driver.execute_query(f"DROP INDEX `{record['name']}`")
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def raw_neo4j(driver: Driver, rows: Rows) -> None:
    """The raw driver's way into an empty server."""
    for statement in constraints():
        driver.execute_query(statement)
    for statement, batch in raw_statements(rows):
        driver.execute_query(statement, rows=batch)


def raw_embedded(path: Path, rows: Rows) -> None:
    """The embedded engine's own way into a new file, as durable as graphload's."""
    graph: Any = kglite.open(str(path), durable="full")
    for statement in constraints():
        graph.cypher(statement)
    for statement, batch in raw_statements(rows):
        graph.cypher(statement, params={"rows": batch})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
        graph.close()


def synced(settings: Settings, rows: Rows) -> None:
    """Graphload's way, from opening the store to closing it."""
    with open_store(settings) as store:
        sync(rows, store)


def on_embedded(rows: Rows, folder: Path) -> dict[str, float]:
    """Best seconds on the graph file, by what was done."""
    rounds = []
    for number in range(ROUNDS):
        settings = Settings(folder / f"workspace-{number}")
        raw = timed(lambda: raw_embedded(folder / f"raw-{number}.kgl", rows))  # noqa: B023
        rounds.append((raw, *twice(settings, rows)))
    return best(rounds)


def on_neo4j(rows: Rows, server: Server, folder: Path) -> dict[str, float]:
    """Best seconds on the server, by what was done; both ways are warmed up before."""
    settings = Settings(folder, store=server.uri, username=server.username, password=server.password)
    few = made(*WARM_UP)
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        rounds = []
        for some in (few, few, *[rows] * ROUNDS):
            emptied(driver)
            raw = timed(lambda: raw_neo4j(driver, some))  # noqa: B023
            emptied(driver)
            rounds.append((raw, *twice(settings, some)))
        emptied(driver)
    return best(rounds[-ROUNDS:])


def twice(settings: Settings, rows: Rows) -> tuple[float, float]:
    """Seconds of a first sync, and of the same again."""
    return timed(lambda: synced(settings, rows)), timed(lambda: synced(settings, rows))


def best(rounds: list[tuple[float, float, float]]) -> dict[str, float]:
    """The least of each column: what the machine can do when nothing else runs on it."""
    return dict(zip(("raw", "graphload", "again"), map(min, zip(*rounds, strict=True)), strict=True))


def against_rivals(rows: Rows, server: Server, environments: Path, folder: Path) -> Iterator[tuple[str, ...]]:
    """For each other loader: rows given, seconds, rows a second, and how many of the rows were there in the end."""
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        for name, part in RIVALS.items():
            some = rows if part == 1 else made(round(len(rows.nodes) * part), round(len(rows.edges) * part))
            seconds = []
            for _ in range(ROUNDS):
                emptied(driver)
                seconds.append(run_rival(name, some, server, environments, folder))
            kept = driver.execute_query(COUNT_ROWS).records[0][0]
            yield *rated(name, some, min(seconds)), f"{kept - len(some.nodes) - len(some.edges):+,}"


def rated(name: str, rows: Rows, seconds: float) -> tuple[str, ...]:
    """Name, rows, seconds, rows a second."""
    given = len(rows.nodes) + len(rows.edges)
    return name, f"{given:,}", f"{seconds:.1f}", f"{given / seconds:,.0f}"


def run_rival(name: str, rows: Rows, server: Server, environments: Path, folder: Path) -> float:
    """Seconds that another loader takes, in an environment of its own, which is made where it is missing."""
    python = environments / name / "bin" / "python"
    if not python.exists():
        venv.create(environments / name, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", name, PACKING], check=True)
    nodes = [(node.label, node.id, stored(node.id, node.properties)) for node in rows.nodes]
    edges = [
        (edge.type, edge.source_label, edge.source, edge.target_label, edge.target, stored(edge.id, edge.properties))
        for edge in rows.edges
    ]
    file = folder / "rows.pickle"
    file.write_bytes(pickle.dumps((nodes, edges)))
    script = Path(__file__).with_name("rivals.py")
    command: list[str | Path] = [python, script, name, file, server.uri, server.username, server.password]
    return float(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()[-1])


def stored(id_: str, properties: Mapping[str, Value]) -> dict[str, Any]:
    """Properties as a driver takes them."""
    return {
        **{name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()},
        "id": id_,
    }


def main() -> None:
    """Measures, and prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.loading", description=__doc__.splitlines()[0])
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=400_000)
    parser.add_argument("--neo4j", choices=[*RELEASES, EMBEDDED_ONLY], default=next(iter(RELEASES)))
    parser.add_argument("--rivals", type=Path, metavar="FOLDER", help="also other loaders, installed into FOLDER")
    chosen = parser.parse_args()
    if chosen.rivals and chosen.neo4j == EMBEDDED_ONLY:
        parser.error("--rivals load into a server: name one with --neo4j")
    rows = made(chosen.nodes, chosen.edges)
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = headed(f"{len(rows.nodes):,} nodes and {len(rows.edges):,} edges", *ENGINE_COLUMNS)
        add(table, "embedded", on_embedded(rows, folder), goal="time at most 1.2 x")
        if chosen.neo4j == EMBEDDED_ONLY:
            console.print(table)
            return
        if chosen.rivals:
            shutil.copytree(fetched("apoc-5.26.0", *APOC), folder / "neo4j" / "plugins")
        with find_server(chosen.neo4j, folder / "neo4j", heap="2g") as server:
            seconds = on_neo4j(rows, server, folder)
            add(table, f"Neo4j {chosen.neo4j}", seconds, goal="speed at least 0.8 x")
            console.print(table)
            if chosen.rivals:
                others = headed("Other loaders, same server", *RIVAL_COLUMNS)
                for loader in ("raw", "graphload"):
                    others.add_row(*rated(loader, rows, seconds[loader]), "+0")
                for row in against_rivals(rows, server, chosen.rivals.resolve(), folder):
                    others.add_row(*row)
                console.print(others)


def headed(title: str, first: str, *others: str) -> Table:
    """An empty table, numbers to the right."""
    table = Table(first, title=title, title_justify="left")
    for heading in others:
        table.add_column(heading, justify="right")
    return table


def add(table: Table, engine: str, seconds: dict[str, float], goal: str) -> None:
    """One row of the first table."""
    raw, first, again = seconds["raw"], seconds["graphload"], seconds["again"]
    ratios = (f"{first / raw:.2f}", f"{raw / first:.2f}", goal)
    table.add_row(engine, f"{raw:.1f}", f"{first:.1f}", *ratios, f"{again:.2f}", f"{again / first:.3f}")


if __name__ == "__main__":
    main()
