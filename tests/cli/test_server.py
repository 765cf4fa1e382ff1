"""The program and a real Neo4j: where it is, who may in, whose graph it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphload.store import open_store
from tests.cli.conftest import Program
from tests.cli.texts import write_pages
from tests.conftest import SERVERS, Servers, settings_for
from tests.servers import Server


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> Server:
    """A server with an empty graph."""
    found = servers(request.param)
    with open_store(settings_for(found, tmp_path)) as store:
        store.clear()
    return found


@pytest.fixture
def ready(graphload: Program, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program, with the password in the environment, beside a folder of four articles."""
    monkeypatch.setenv("NEO4J_USERNAME", server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    write_pages(tmp_path / "pages")
    return graphload


def test_a_server_holds_the_graph_that_a_file_holds(
    ready: Program, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ready("load", "pages", "--store", server.uri).out.startswith("loaded 4,")
    assert ready("sync").out.startswith("wrote ")
    assert ready("--store", server.uri, "sync").out == "wrote 0 rows\n"
    assert ready("export", "-o", "file").code == ready("export", "-o", "server", "--store", server.uri).code == 0
    assert Path("file").read_bytes() == Path("server").read_bytes()

    monkeypatch.setenv("GRAPHLOAD_STORE", server.uri)
    ask = ("query", "visits-to", "-p", "country=PRK")
    assert ready(*ask).lines[1][1] == "Vladimir Putin"
    assert ready("cypher", "MATCH (n) SET n.x = 1").code == 8
    assert ready("cypher", "--write", "MATCH (c:Country {id: 'PRK'}) SET c.name = 'X'").code == 0
    assert ["store", "different", "Country", "PRK"] in ready("check").lines
    assert ready("check", "--repair").code == ready("check").code == 0


def test_a_server_that_cannot_be_used_is_one_line_and_nothing_is_loaded(
    ready: Program, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(part: str, *more: str) -> None:
        done = ready("load", "pages", *more)
        assert (done.code, done.out, done.err.count("\n")) == (9, "", 1)
        assert part in done.err

    refused("start the server", "--store", "bolt://127.0.0.1:1")
    with monkeypatch.context() as other:
        other.setenv("NEO4J_PASSWORD", "not the password")
        refused("NEO4J_PASSWORD", "--store", server.uri)
    with monkeypatch.context() as other:
        other.setenv("NEO4J_DATABASE", "nowhere")
        refused("NEO4J_DATABASE", "--store", server.uri)
    assert ready("load", "pages", "--db", "other", "--store", server.uri).code == 0
    refused("follows ledger", "--store", server.uri)
    assert ready("load", "pages").out.startswith("loaded 4,")
