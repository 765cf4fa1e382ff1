"""The ledger keeps all of a revision or nothing, and tells stores exactly what changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from graphload.build import build
from graphload.errors import LedgerError
from graphload.ledger import Ledger
from graphload.ledger.engine import FILE, has_ledger
from graphload.model import Changes, Reading
from tests.graphs import bearers
from tests.permissions import closed, open_folder
from tests.readings import bands_of, country, hashes_of, person, reading

VISIT = {"type": "VISITED", "source": "p", "target": "NPL"}


def visit(id_: str, name: str) -> Reading:
    return reading(id_, [person("p", name), country("NPL", "नेपाल")], [VISIT])


ONE, TWO = visit("one", "रमेश चंद्र गोयनका"), visit("two", "विक्रम प्रताप नेगी")


def give(ledger: Ledger, *readings: Reading, removed: tuple[str, ...] = ()) -> None:
    batch = list(readings)
    with ledger.writing() as open_:
        build(open_, bearers(), readings=batch, hashes=hashes_of(batch), bands=bands_of(batch), removed=removed)


def give_and_fail(ledger: Ledger) -> None:
    with ledger.writing() as open_:
        build(open_, bearers(), readings=[TWO], hashes=hashes_of([TWO]), bands=bands_of([TWO]))
        raise RuntimeError


def ids(changes: list[Changes]) -> tuple[set[str], set[str]]:
    """Labels and ids of the nodes that changed, and of those that are gone."""
    nodes = {f"{node.label} {node.id}" for each in changes for node in each.nodes}
    return nodes, {" ".join(node) for each in changes for node in each.gone_nodes}


def test_what_is_committed_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger:
        give(ledger, ONE)
        before, identity = list(ledger.nodes()), ledger.ledger
    with Ledger.open(tmp_path) as ledger:
        assert (list(ledger.nodes()), ledger.ledger, ledger.revision) == (before, identity, 1)


def test_an_error_undoes_the_whole_revision(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger:
        give(ledger, ONE)
        before = list(ledger.nodes())
        with pytest.raises(RuntimeError):
            give_and_fail(ledger)
        assert (list(ledger.nodes()), ledger.revision) == (before, 1)


def test_changes_are_those_since_a_revision() -> None:
    ledger = Ledger.in_memory()
    give(ledger, ONE)
    give(ledger, TWO)
    changed, gone = ids(list(ledger.changes_since(1)))
    assert "Article two" in changed
    assert "Country NPL" in changed
    assert "Article one" not in changed
    assert gone == set()
    give(ledger, removed=("one",))
    changed, gone = ids(list(ledger.changes_since(2)))
    assert "Country NPL" in changed
    assert "Article two" not in changed
    assert "Article one" in gone
    assert list(ledger.changes_since(3)) == []


def test_a_row_that_is_gone_and_comes_back_is_there_again() -> None:
    ledger = Ledger.in_memory()
    give(ledger, ONE)
    before = list(ledger.nodes()), list(ledger.edges())
    give(ledger, removed=("one",))
    assert list(ledger.nodes()) == []
    give(ledger, ONE)
    assert (list(ledger.nodes()), list(ledger.edges())) == before
    assert ids(list(ledger.changes_since(2)))[1] == set()


def test_a_reader_sees_one_revision_while_another_is_written(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger, Ledger.open(tmp_path) as other:
        give(ledger, ONE)
        with other.reading() as view:
            before = list(view.rows.nodes())
            give(ledger, TWO)
            assert (list(view.rows.nodes()), view.revision) == (before, 1)
        assert other.revision == 2


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ("UPDATE meta SET value = '99' WHERE name = 'schema'", "schema 99"),
        ("DROP TABLE meta", "another program"),
    ],
)
def test_a_ledger_of_another_version_or_program_is_refused(tmp_path: Path, damage: str, says: str) -> None:
    Ledger.open(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute(damage)
    with pytest.raises(LedgerError, match=says):
        Ledger.open(tmp_path)


@pytest.mark.parametrize("shut", ["", FILE])
def test_a_ledger_that_may_not_be_read_gets_one_clear_line(shut: str) -> None:
    with open_folder() as workspace:
        Ledger.open(workspace).close()
        with closed(workspace / shut), pytest.raises(LedgerError, match="the ledger cannot be read"):
            Ledger.open(workspace)
        with closed(workspace), pytest.raises(LedgerError, match="the ledger cannot be read"):
            has_ledger(workspace)


def test_a_file_that_is_no_ledger_gets_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 100)
    with pytest.raises(LedgerError) as caught:
        Ledger.open(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("cut", [100, 1000, 5000])
def test_a_file_that_is_cut_short_is_damaged_wherever_it_ends(tmp_path: Path, cut: int) -> None:
    with Ledger.open(tmp_path) as ledger:
        give(ledger, ONE)
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[:-cut])
    with pytest.raises(LedgerError, match=r"ledger\.sqlite: the ledger is damaged; bring a backup back"):
        Ledger.open(tmp_path)


def test_what_cannot_be_read_is_damage_too(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger:
        give(ledger, ONE)
        with sqlite3.connect(tmp_path / FILE) as file:
            file.execute("UPDATE articles SET record = substr(record, 1, 20)")
        with pytest.raises(LedgerError, match="damaged"), ledger.reading() as view:
            list(view.articles.readings(["one"]))


def test_a_file_of_which_a_page_is_overwritten_is_found_out(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger:
        give(ledger, ONE)
        ledger.verify()
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[:-4096] + b"\xff" * 4096)
    with Ledger.open(tmp_path) as ledger, pytest.raises(LedgerError, match="damaged"):
        ledger.verify()


def test_a_workspace_that_cannot_be_made_gets_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LedgerError, match="cannot be made"):
        Ledger.open(tmp_path / "file")
