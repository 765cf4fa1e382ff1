"""What every graph engine can do for graphload: small enough that another engine can be put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from graphload.model import Changes, Edge, Marker, Node


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of one query, the same on every engine.

    A value is `None`, text, a whole or decimal number, a flag, a tuple of values, a dict of values, a
    `Node`, or an `Edge`. A path is the tuple of its nodes and edges in order. Dates, times, durations and
    points are text.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Store(Protocol):
    """A graph that follows one ledger. Use it as a context manager, or `close()` it.

    Every method may raise `StoreUnavailable` or `StoreDenied` where the engine is a server.
    """

    def marker(self) -> Marker | None:
        """Which ledger the graph follows and how far; `None` where nothing was ever written."""
        ...

    def apply(self, changes: Changes, marker: Marker, *, new: bool = False) -> None:
        """Writes `changes` and then `marker` in one transaction; doing it again changes nothing.

        `new` promises that the store has none of the nodes and edges in `changes`, each of which is there once:
        they are then made without a look for them, and doing it again is refused or doubles them.
        Edges need both their ends, in the store or in `changes`. Raises `StoreError` where one has not,
        or where a row is not of the ontology; then nothing of it is written.
        """
        ...

    def run(
        self, cypher: str, parameters: Mapping[str, Any], *, write: bool = False, limit: int | None = None
    ) -> Result:
        """The rows of `cypher`, the first `limit` of them.

        Raises `ReadOnlyError` for a write without `write`, `ParameterError` for a parameter that is not
        given, `QueryError` for whatever else the engine refuses.
        """
        ...

    def nodes(self) -> Iterator[Node]:
        """Every node, in no order."""
        ...

    def edges(self) -> Iterator[Edge]:
        """Every edge, in no order."""
        ...

    def clear(self) -> None:
        """Empties the graph, and its marker with it."""
        ...

    def close(self) -> None:
        """Lets the engine go; what was applied stays."""
        ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class RowSource(Protocol):
    """Where a sync takes graph rows from: the ledger."""

    @property
    def ledger(self) -> str:
        """The ledger's own id."""
        ...

    @property
    def revision(self) -> int:
        """The newest revision; the first is 1."""
        ...

    def stamp(self, revision: int) -> str | None:
        """What tells a revision from that of the same number in any other ledger; `None` where there is none."""
        ...

    def changes_since(self, revision: int) -> Iterator[Changes]:
        """Rows that differ from `revision`, each at most once and as it is now, nodes before their edges.

        Rows that are gone are named even where they came after `revision`: a sync that broke off may have
        written them.
        """
        ...
