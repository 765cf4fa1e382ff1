"""The graph file: its writer, its readers, its crashes, and the fault of its engine that we step around."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import kglite
import pytest

from graphload.errors import ReadOnlyError, StoreDamaged, StoreUnavailable
from graphload.model import Changes, Edge, Node
from graphload.settings import Settings
from graphload.store import open_store
from graphload.store.embedded import FAULTY_PASSES, FILE_NAME
from tests.store.rows import at, contents, graph, met, person

SMALL = Changes((person("a"), person("b")), (met("1", "a", "b"),))


def test_the_engine_still_has_the_fault_for_which_two_passes_are_switched_off() -> None:
    graph_: Any = kglite.KnowledgeGraph()
    graph_.cypher("CREATE (a:P {id: 'a'}), (b:P {id: 'b'}), (c:P {id: 'c'}), (a)-[:R]->(b), (b)-[:R]->(c)")
    cypher = "MATCH (a:P {id: 'a'})-[:R]-()-[:R]-(c) RETURN count(c) AS n"
    assert graph_.cypher(cypher, disabled_passes=list(FAULTY_PASSES)).scalar() == 1
    assert graph_.cypher(cypher).scalar() == 0, "kglite has mended it: take FAULTY_PASSES out"


def test_one_writer_and_readers_beside_it(tmp_path: Path) -> None:
    with open_store(Settings(tmp_path)) as writer:
        writer.apply(SMALL, at(1))
    with open_store(Settings(tmp_path)) as writer:
        writer.apply(Changes((person("c"),)), at(2))
        with pytest.raises(StoreUnavailable, match="is writing it; wait"):
            open_store(Settings(tmp_path))
        with open_store(Settings(tmp_path), readonly=True) as reader:
            assert reader.marker() == at(1)
            assert contents(reader) == graph(*SMALL.nodes, *SMALL.edges)
    with open_store(Settings(tmp_path), readonly=True) as reader:
        assert reader.marker() == at(2)


def test_a_writer_that_wrote_nothing_leaves_the_file_alone(tmp_path: Path) -> None:
    with open_store(Settings(tmp_path)) as writer:
        writer.apply(SMALL, at(1))
    before = (tmp_path / FILE_NAME).stat().st_mtime_ns
    with open_store(Settings(tmp_path)) as writer:
        assert len(contents(writer)) == 3
    assert (tmp_path / FILE_NAME).stat().st_mtime_ns == before


def test_a_reader_makes_no_file_and_writes_nothing(tmp_path: Path) -> None:
    with open_store(Settings(tmp_path / "new"), readonly=True) as reader:
        assert reader.marker() is None
        with pytest.raises(ReadOnlyError, match="open for reading"):
            reader.apply(SMALL, at(1))
        with pytest.raises(ReadOnlyError, match="open for reading"):
            reader.run("CREATE (:Person {id: 'x'})", {}, write=True)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("readonly", [True, False])
@pytest.mark.parametrize("damage", [b"", b"junk", None])
def test_a_damaged_file_is_named_in_one_line(tmp_path: Path, damage: bytes | None, readonly: bool) -> None:
    with open_store(Settings(tmp_path)) as store:
        store.apply(SMALL, at(1))
    file = tmp_path / FILE_NAME
    file.write_bytes(file.read_bytes()[:-40] if damage is None else damage)
    with pytest.raises(StoreDamaged, match=r"graph\.kgl: the graph file is damaged; `graphload check --repair`"):
        open_store(Settings(tmp_path), readonly=readonly)


def test_the_log_of_a_file_that_is_deleted_goes_with_it(tmp_path: Path) -> None:
    with open_store(Settings(tmp_path)) as store:
        store.apply(SMALL, at(1))
    killed(tmp_path, acknowledgements=1)
    (tmp_path / FILE_NAME).unlink()
    with open_store(Settings(tmp_path)) as store:
        assert store.marker() is None
        assert contents(store) == []


def test_a_log_that_is_damaged_is_said_in_one_line(tmp_path: Path) -> None:
    killed(tmp_path, acknowledgements=1)
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"garbage " * 100)
    with pytest.raises(StoreDamaged, match=r"graph\.kgl: the graph file is damaged; `graphload check --repair`"):
        open_store(Settings(tmp_path))


WRITER = """
import sys
from pathlib import Path
from graphload.model import Changes, Edge, Node
from graphload.settings import Settings
from graphload.store import open_store
from tests.store.rows import at, met, person
store = open_store(Settings(Path(sys.argv[1])))
revision = store.marker().revision if store.marker() else 0
while True:
    revision += 1
    people = tuple(person(f"p{i}", articles=revision) for i in range(50))
    edges = tuple(met(f"e{i}", f"p{i}", f"p{(i + revision) % 50}", articles=revision) for i in range(50))
    store.apply(Changes(people, edges), at(revision))
    print(revision, flush=True)
"""


def killed(workspace: Path, acknowledgements: int) -> int:
    """The last revision that a writer acknowledged, which was killed after so many."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, workspace],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout
    lines = [writer.stdout.readline() for _ in range(acknowledgements)]
    writer.send_signal(signal.SIGKILL)
    lines += writer.stdout.readlines()
    writer.wait()
    return int(lines[-1])


def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """Each transaction rewrites every row: whatever the moment, the graph is of one revision, and of no older one."""
    for acknowledgements in (1, 4, 9):
        acknowledged = killed(tmp_path, acknowledgements)
        with open_store(Settings(tmp_path)) as store:
            marker = store.marker()
            assert marker
            assert marker.revision >= acknowledged
            rows: list[Node | Edge] = [*store.nodes(), *store.edges()]
            assert len(rows) == 100
            assert {row.properties["articles"] for row in rows} == {marker.revision}
        with open_store(Settings(tmp_path), readonly=True) as reader:
            assert reader.marker() == marker
