"""CSV: read as text, and imported by Neo4j's own tool into a store that a server then opens."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from graphload.exporting import write_csv
from graphload.model import Node
from graphload.settings import Settings
from graphload.store import open_store
from tests.export.rows import HARD
from tests.queries.graph import GRAPH
from tests.servers.find import PASSWORD, RELEASES
from tests.servers.jars import class_path
from tests.servers.java import JarServer, find_java
from tests.store.rows import contents, graph

RELEASE = RELEASES["2026.08.1"]
TOOL = (
    "--add-modules",
    "jdk.incubator.vector",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "org.neo4j.cli.AdminTool",
)


def test_a_file_has_a_head_of_types_and_a_row_for_each_node_or_edge(tmp_path: Path) -> None:
    folder = write_csv(GRAPH.nodes, GRAPH.edges, tmp_path / "csv")
    rows = {path.name: list(csv.reader(path.open(encoding="utf-8"))) for path in folder.glob("*.csv")}
    assert sum(len(r) - 1 for name, r in rows.items() if name.startswith("nodes-")) == len(GRAPH.nodes)
    assert sum(len(r) - 1 for name, r in rows.items() if name.startswith("edges-")) == len(GRAPH.edges)
    assert rows["nodes-Claim.csv"][0] == [
        *("id:ID(Claim)", "confidence:double", "correction:boolean", "date:string", "end:long", "kind:string"),
        *("name:string", "precision:string", "quote:string", "quotes:string[]", "rule:string"),
        *("start:long", "status:string"),
    ]
    assert rows["edges-REPORTED_BY-Event-Source.csv"][1] == [
        *("meeting", "tass", "r3", "article-1", "1", "0.9", "के मुताबिक"),
    ]
    assert "disputed:boolean" in rows["edges-SIGNED-Person-Agreement.csv"][0]


def test_a_text_that_is_empty_is_told_from_none(tmp_path: Path) -> None:
    nodes = Node("Source", "a", {"name": "", "kind": "agency"}), Node("Source", "b", {"name": "b"})
    folder = write_csv(nodes, (), tmp_path / "csv")
    assert (folder / "nodes-Source.csv").read_text("utf-8") == (
        'id:ID(Source),kind:string,name:string\n"a","agency",""\n"b",,"b"\n'
    )


@pytest.mark.neo4j
@pytest.mark.xdist_group(RELEASE.version)
def test_neo4j_imports_the_folder_and_holds_the_same_graph(tmp_path: Path) -> None:
    java = find_java(RELEASE.java)
    if java is None or not shutil.which("mvn"):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Neo4j's import tool needs Java and Maven")
    folder, home = write_csv(HARD.nodes, HARD.edges, tmp_path / "csv"), tmp_path / "home"
    server = JarServer(java, class_path(RELEASE.version), RELEASE.main, home, "512m")
    told = imported(java, folder, home)
    assert f"{len(HARD.nodes)} nodes" in told
    assert f"{len(HARD.edges)} relationships" in told
    try:
        server.start()
        server.set_password(PASSWORD)
        with open_store(Settings(tmp_path, store=server.uri, password=PASSWORD)) as store:
            assert contents(store) == graph(*HARD.nodes, *HARD.edges)
    finally:
        server.stop(kill=True)


def imported(java: Path, folder: Path, home: Path) -> str:
    """What the tool prints. It is run in the folder, as the options name the files from there."""
    command = [java, "-Xmx256m", "-cp", class_path(RELEASE.version), *TOOL]
    command += ["database", "import", "full", "neo4j", "@import.args"]
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(
        command, cwd=folder, env=os.environ | places, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout
