"""Opening the ledger's database: durable, one writer at a time, readers never in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from graphload.errors import LedgerError
from graphload.ledger.codec import UndecodableError

FILE: Final = "ledger.sqlite"
_WAIT_MILLISECONDS: Final = 2_000
_PRAGMAS: Final = (
    f"busy_timeout = {_WAIT_MILLISECONDS}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "cache_size = -131072",
    "temp_store = MEMORY",
)

_DAMAGED: Final = ("the ledger is damaged", "bring a backup back, or load the articles into a new workspace")
_MEANINGS: Final = (
    ("locked", "another process is writing", "try again when it has finished"),
    ("full", "the disk is full, nothing of this load was kept", "free some space"),
    ("disk I/O error", "the disk is full or faulty, nothing of this was kept", "free some space, and try again"),
    ("malformed", *_DAMAGED),
    ("not a database", *_DAMAGED),
    ("Could not decode", *_DAMAGED),
)
"""What SQLite says, what that means for the ledger, and how to mend it."""

_PAGE_SIZE: Final = slice(16, 18)
"""Where the head of the file has the size of its pages."""


def file_engine(workspace: Path) -> Engine:
    """The engine of the ledger in the folder `workspace`, which is made. Raises `LedgerError` where it cannot be."""
    try:
        workspace.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"the workspace cannot be made: {error.strerror}", where=str(workspace), mend="name another folder"
        ) from error
    _check_length(workspace / FILE)
    return _prepared(create_engine(f"sqlite:///{workspace / FILE}"))


def _check_length(file: Path) -> None:
    """Raises `LedgerError` where the file cannot be read, or ends within a page.

    SQLite misses whole pages itself, but not part of one. Where a process was killed, the last page may be whole in
    the log only.
    """
    log = file.with_name(f"{FILE}-wal")
    with _reading(file):
        if not file.is_file() or (log.exists() and log.stat().st_size):
            return
        with file.open("rb") as opened:
            page = int.from_bytes(opened.read(_PAGE_SIZE.stop)[_PAGE_SIZE], "big")
        size = file.stat().st_size
    if page > 1 and size % page:  # 1 stands for 65536, which is never ours
        raise _damaged(str(file))


def has_ledger(workspace: Path) -> bool:
    """Whether there is a ledger in the folder. Raises `LedgerError` where that may not be looked into."""
    with _reading(workspace / FILE):
        return (workspace / FILE).exists()


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    """Says in one line that the file, or the folder that it lies in, may not be read."""
    try:
        yield
    except OSError as error:
        what = f"the ledger cannot be read: {error.strerror}"
        raise LedgerError(what, where=str(file), mend="check its permissions") from error


def memory_engine() -> Engine:
    """The engine of a ledger that is gone with the process."""
    return _prepared(create_engine("sqlite://", poolclass=StaticPool))


def _prepared(engine: Engine) -> Engine:
    """`engine` with transactions begun by us: `sqlite3` itself would begin them late, and never as a writer."""
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def transaction(engine: Engine, where: str, *, writes: bool = False) -> Iterator[Connection]:
    """One transaction, committed at the end of the block and undone by any error in it.

    Raises `LedgerError` where another process writes, the file is damaged, or the disk is full.
    """
    try:
        with engine.connect().execution_options(writes=writes) as connection, connection.begin():
            yield connection
    except DatabaseError as error:
        raise _explained(error, where) from error
    except UndecodableError as error:
        raise _damaged(where) from error


def verify(connection: Connection, where: str) -> None:
    """Raises `LedgerError` where SQLite finds the file damaged; it looks at all of it."""
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise _damaged(where)


def _explained(error: DatabaseError, where: str) -> LedgerError:
    text = str(error.orig)
    for said, what, mend in _MEANINGS:
        if said in text:
            return LedgerError(what, where=where, mend=mend)
    return LedgerError(f"the ledger cannot be used: {text}", where=where, mend="name a workspace of graphload")


def _damaged(where: str) -> LedgerError:
    what, mend = _DAMAGED
    return LedgerError(what, where=where, mend=mend)
