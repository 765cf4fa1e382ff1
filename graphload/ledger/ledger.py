"""The ledger: the one place where it is kept what articles say, what people decided, and what follows."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, insert, inspect, select, update

from graphload.errors import LedgerError
from graphload.ledger.articles import Articles
from graphload.ledger.copies import Bands
from graphload.ledger.decisions import Decisions
from graphload.ledger.engine import FILE, file_engine, memory_engine, transaction, verify
from graphload.ledger.keys import Keys
from graphload.ledger.names import Names
from graphload.ledger.reports import Reports
from graphload.ledger.rows import Owned, Rows
from graphload.ledger.schema import VERSION, meta, metadata, revisions
from graphload.ledger.takeover import index_sums, take_over
from graphload.model import Changes, Edge, Node

RULES: Final = "rules"
REGISTRY: Final = "registry"


class Transaction:
    """All parts of the ledger, as they stand in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.articles = Articles(connection)
        self.keys = Keys(connection)
        self.names = Names(connection)
        self.reports = Reports(connection)
        self.bands = Bands(connection)
        self.decisions = Decisions(connection)
        self.rows = Rows(connection)

    @property
    def revision(self) -> int:
        """The newest revision, 0 before the first."""
        return int(self.note("revision") or 0)

    def write(self, owned: Owned) -> int:
        """Makes the graph rows of each owner exactly these, as the next revision. Gives the number that changed."""
        return self.rows.replace(owned, self.revision + 1)

    def close_revision(self) -> int:
        """Ends the revision that `write` has been writing, and gives its number."""
        number = self.revision + 1
        self.set_note("revision", str(number))
        _stamp(self._connection, number)
        return number

    def stamp(self, revision: int) -> str | None:
        """What tells a revision from that of the same number in a copy that went its own way."""
        return self._connection.execute(select(revisions.c.stamp).where(revisions.c.number == revision)).scalar()

    def take_over(self, made: Transaction) -> int:
        """Takes indexes and graph rows from a ledger that was `made` of the same articles and decisions.

        Gives the number of graph rows that were not right.
        """
        return take_over(self._connection, made._connection, self.revision + 1)

    def index_sums(self) -> dict[str, tuple[int, int]]:
        """How many rows each index has, and a sum of them: alike in this process where the rows are."""
        return index_sums(self._connection)

    def note(self, name: str) -> str | None:
        """What is noted under `name`."""
        return self._connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar()

    def set_note(self, name: str, value: str) -> None:
        """Notes `value` under `name`."""
        changed = self._connection.execute(update(meta).where(meta.c.name == name).values(value=value))
        if changed.rowcount == 0:
            self._connection.execute(insert(meta), {"name": name, "value": value})


class Ledger:
    """An open ledger. Use it as a context manager, or `close()` it.

    Every method may raise `LedgerError`: the file is damaged, of another version, or written by another process.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine, self._where = engine, where
        with transaction(engine, where) as connection:
            new = not inspect(connection).get_table_names()
        with transaction(engine, where, writes=new) as connection:
            self.ledger = _prepare(connection, where)

    @classmethod
    def open(cls, workspace: Path) -> Ledger:
        """The ledger in the folder `workspace`; both are made where they are missing."""
        return cls(file_engine(workspace), str(workspace / FILE))

    @classmethod
    def in_memory(cls) -> Ledger:
        """A ledger that is gone with the process."""
        return cls(memory_engine(), "memory")

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """The one transaction that writes: all of it is kept at the end of the block, or nothing."""
        with transaction(self._engine, self._where, writes=True) as connection:
            yield Transaction(connection)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A view of the ledger as it is now, whatever is written meanwhile."""
        with transaction(self._engine, self._where) as connection:
            yield Transaction(connection)

    @property
    def revision(self) -> int:
        """The newest revision, 0 before the first."""
        with self.reading() as view:
            return view.revision

    def stamp(self, revision: int) -> str | None:
        """What tells a revision from that of the same number in any other ledger; `None` where there is none."""
        with self.reading() as view:
            return view.stamp(revision)

    def changes_since(self, revision: int) -> Iterator[Changes]:
        """Batches of the graph rows that differ from `revision`: nodes, edges, then what is gone."""
        with self.reading() as view:
            yield from view.rows.changes_since(revision)

    def nodes(self) -> Iterator[Node]:
        """Every node, in the order of label and id."""
        with self.reading() as view:
            yield from view.rows.nodes()

    def edges(self) -> Iterator[Edge]:
        """Every edge, in the order of type and id."""
        with self.reading() as view:
            yield from view.rows.edges()

    def verify(self) -> None:
        """Raises `LedgerError` where the file is damaged. It is read whole."""
        with transaction(self._engine, self._where) as connection:
            verify(connection, self._where)

    def close(self) -> None:
        """Lets the file go."""
        self._engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _prepare(connection: Connection, where: str) -> str:
    """Makes the tables of a new ledger, or checks the version of one that is there. Gives the ledger's id."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        metadata.create_all(connection)
        rows = [{"name": "ledger", "value": uuid.uuid4().hex}, {"name": "schema", "value": str(VERSION)}]
        connection.execute(insert(meta), rows)
        _stamp(connection, 0)
    elif meta.name not in tables:
        raise LedgerError("this is another program's database", where=where, mend="name another workspace")
    notes = {row.name: row.value for row in connection.execute(select(meta))}
    if notes.get("schema") != str(VERSION):
        what = f"the ledger has schema {notes.get('schema')}, this version of graphload knows {VERSION}"
        raise LedgerError(what, where=where, mend="load the articles into a new workspace")
    return str(notes["ledger"])


def _stamp(connection: Connection, revision: int) -> None:
    connection.execute(insert(revisions), {"number": revision, "stamp": uuid.uuid4().hex})
