"""A real server: wrong addresses and passwords, restarts in mid-load, two writers."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graphload.errors import ReadOnlyError, StoreDenied, StoreError, StoreUnavailable
from graphload.model import Changes
from graphload.settings import Settings
from graphload.store import open_store, sync
from tests.conftest import SERVERS, Servers, settings_for
from tests.servers import Server
from tests.store.rows import FixedSource, at, contents, graph, met, person

SMALL = Changes((person("a"), person("b")), (met("1", "a", "b"),))


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, servers: Servers) -> Server:
    return servers(request.param)


@pytest.fixture
def settings(server: Server, tmp_path: Path) -> Settings:
    found = settings_for(server, tmp_path)
    with open_store(found) as store:
        store.clear()
    return found


ADDRESSES = ["bolt://127.0.0.1:1", "bolt://no-such-host.invalid:7687", "http://127.0.0.1:7474", "bolt://", "nonsense"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_wrong_address_is_said_in_one_line(address: str) -> None:
    started = time.monotonic()
    with pytest.raises(StoreUnavailable) as raised:
        open_store(Settings(store=address, password="x"))
    assert str(raised.value).startswith(f"{address}: ")
    assert str(raised.value).endswith("; start the server, or mend the address in --store")
    assert "\n" not in str(raised.value)
    assert "resolved" not in str(raised.value).lower()
    assert time.monotonic() - started < 15


def test_the_driver_prints_nothing_of_its_own() -> None:
    code = "import logging, graphload.store.neo4j; logging.getLogger('neo4j.pool').warning('will be retried')"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stderr == b""


@pytest.mark.parametrize("password", ["wrong", "", None])
def test_a_wrong_password_is_said_in_one_line(settings: Settings, password: str | None) -> None:
    with pytest.raises(StoreDenied, match="check NEO4J_USERNAME and NEO4J_PASSWORD") as raised:
        open_store(replace(settings, password=password))
    assert "\n" not in str(raised.value)


def test_an_unknown_database_is_said_in_one_line(settings: Settings) -> None:
    with pytest.raises(StoreUnavailable, match=r"no-such-database.*check NEO4J_DATABASE"):
        open_store(replace(settings, database="no-such-database"))


def test_a_reader_writes_nothing(settings: Settings) -> None:
    with open_store(settings, readonly=True) as reader:
        with pytest.raises(ReadOnlyError, match="open for reading"):
            reader.apply(SMALL, at(1))
        assert contents(reader) == []


def test_two_writers_find_each_other_out(settings: Settings) -> None:
    with open_store(settings) as one, open_store(settings) as other:
        sync(FixedSource(SMALL), one)
        assert one.marker() == other.marker() == at(1)
        one.apply(Changes((person("c"),)), at(2))
        with pytest.raises(StoreError, match="another process is writing to it; wait, then sync again"):
            other.apply(Changes((person("d"),)), at(2))
        assert one.marker() == at(2)
        assert contents(other) == graph(*SMALL.nodes, *SMALL.edges, person("c"))
        other.marker()
        other.apply(Changes((person("d"),)), at(3))


def test_two_first_loads_find_each_other_out(settings: Settings) -> None:
    """The rows of a first load are made without a look for them, so that no other may have come before."""
    with open_store(settings) as one, open_store(settings) as other:
        assert one.marker() is other.marker() is None
        sync(FixedSource(SMALL), one)
        with pytest.raises(StoreError, match="another process is writing to it; wait, then sync again"):
            other.apply(SMALL, at(1), new=True)
        assert contents(other) == graph(*SMALL.nodes, *SMALL.edges)


def test_constraints_stand_after_a_load(settings: Settings) -> None:
    with open_store(settings) as store:
        sync(FixedSource(SMALL), store)
        names = {row[0] for row in store.run("SHOW CONSTRAINTS YIELD name", {}).rows}
        assert {"person_id", "met_with_id"} <= names
        with pytest.raises(StoreError):
            store.run("CREATE (:Person {id: 'a'})", {}, write=True)


class Slow(FixedSource):
    """A ledger that tells when its first chunk is out, and then takes its time."""

    def __init__(self, *revisions: Changes) -> None:
        super().__init__(*revisions)
        self.begun = threading.Event()

    def changes_since(self, revision: int) -> Iterator[Changes]:
        for changes in super().changes_since(revision):
            yield changes
            self.begun.set()
            time.sleep(0.1)


def test_a_server_that_restarts_in_mid_load_is_waited_for(server: Server, settings: Settings) -> None:
    if server.process is None:
        pytest.skip("needs a server that the test may kill: Java and Maven")
    chunks = [
        Changes(
            tuple(person(f"p{n}-{i}") for i in range(20)),
            tuple(met(f"e{n}-{i}", f"p{n}-{i}", "p0-0") for i in range(20)),
        )
        for n in range(30)
    ]
    source = Slow(*chunks)
    written: list[int] = []
    with open_store(settings) as store:
        load = threading.Thread(target=lambda: written.append(sync(source, store)))
        load.start()
        assert source.begun.wait(30)
        time.sleep(0.5)
        server.process.stop(kill=True)
        server.process.start()
        load.join(240)
        assert written == [30 * 40]
        assert store.marker() == at(30)
        assert contents(store) == graph(
            *(row for chunk in chunks for row in chunk.nodes), *(row for chunk in chunks for row in chunk.edges)
        )
