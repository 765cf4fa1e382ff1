"""Every error that graphload raises on purpose, as one tree.

    GraphloadError
    ├── InputError            a file, archive or line that cannot be read as articles
    ├── DataError             a data file of the project or of the user is malformed
    ├── NotFoundError         an article, query, person or event that is not there
    ├── DecisionError         a decision that contradicts itself or names nothing
    ├── LedgerError           the workspace cannot be opened, or is in use
    ├── OutputError           a file that cannot be written
    ├── QueryError            a saved query or a Cypher text that cannot be run
    │   ├── ParameterError    a parameter is missing, unknown, or of the wrong type
    │   └── ReadOnlyError     a write in Cypher that was asked to read
    └── StoreError            the graph store cannot do what was asked
        ├── StoreUnavailable  the server is away, or the address is wrong
        ├── StoreDenied       the server refuses the user or the password
        ├── StoreDamaged      the graph file cannot be read
        └── StoreMismatch     the store follows another ledger

Each carries one line for people: what is wrong, where, and how to mend it.
"""

from __future__ import annotations


class GraphloadError(Exception):
    """What is wrong, where, and how to mend it, as one line."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        self.what, self.where, self.mend = what, where, mend
        super().__init__(what, where, mend)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.mend}" if self.mend else head


class InputError(GraphloadError):
    """A file, an archive member or a line that cannot be read as articles."""

    exit_code = 3


class DataError(GraphloadError):
    """A data file, of the project or of the user, breaks its schema."""

    exit_code = 4


class NotFoundError(GraphloadError):
    """An article, a query, a person or an event that is not there."""

    exit_code = 5


class DecisionError(GraphloadError):
    """A decision that contradicts itself, or names nothing that exists."""

    exit_code = 6


class LedgerError(GraphloadError):
    """The workspace cannot be opened, is damaged, or is written by another process."""

    exit_code = 7


class QueryError(GraphloadError):
    """A saved query or a Cypher text that cannot be run."""

    exit_code = 8


class ParameterError(QueryError):
    """A query parameter that is missing, unknown, or of the wrong type."""


class ReadOnlyError(QueryError):
    """A write clause in Cypher that was asked to read only."""


class OutputError(GraphloadError):
    """A file that cannot be written."""

    exit_code = 10


class StoreError(GraphloadError):
    """The graph store cannot do what was asked."""

    exit_code = 9


class StoreUnavailable(StoreError):
    """No server answers at the address, or the address is wrong."""


class StoreDenied(StoreError):
    """The server refuses the user or the password."""


class StoreDamaged(StoreError):
    """The graph file of the workspace cannot be read; the ledger has all that was in it."""


class StoreMismatch(StoreError):
    """The store follows another ledger than the one that would be written to it, or a later copy of it."""
