"""The graph in a Neo4j server, over the official driver with its own transactions and retries."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import uuid4

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    graph,
    spatial,
    time,
)
from neo4j import exceptions as driver_errors

from graphload.errors import ReadOnlyError, StoreError
from graphload.model import Changes, Edge, Marker, Node
from graphload.settings import Settings
from graphload.store import statements, values
from graphload.store.batches import batches
from graphload.store.protocol import Result, Store
from graphload.store.server_errors import server_error, unreachable

SCHEMES: Final = {"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}
SECONDS_TO_CONNECT: Final = 10
SECONDS_TO_RETRY: Final = 120
"""How long the driver tries again when a server goes away in mid-load: long enough for a restart."""

NODES_PER_DELETION: Final = 10_000

_START_CLEARING: Final = f"MATCH (m:{statements.MARKER}) SET m.revision = 0"
_CLEAR_SOME: Final = (
    f"MATCH (n) WHERE NOT n:{statements.MARKER} WITH n LIMIT {NODES_PER_DELETION} DETACH DELETE n RETURN count(*)"
)
_CLEAR_MARKER: Final = f"MATCH (m:{statements.MARKER}) DELETE m"
_LOOK_UP: Final = "MATCH (n) WHERE elementId(n) IN $keys RETURN n"


logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else it would print of every retry


class Neo4jStore(Store):
    """A Neo4j database. Others may read it meanwhile; two that write to it at a time are found out."""

    def __init__(self, settings: Settings, *, readonly: bool = False) -> None:
        """Connects to the server of `settings`, and makes sure that it answers."""
        self._where = settings.store or ""
        self._readonly = readonly
        self._database = settings.database
        self._bookmarks = GraphDatabase.bookmark_manager()
        self._prepared = False
        self._fresh = False
        self._token: str | None = None
        with _translated(self._where):
            self._driver = _connected(settings)

    def marker(self) -> Marker | None:
        """See `Store.marker`."""
        rows = self.run(statements.READ_MARKER, {}).rows
        self._token = self._read_token()
        return Marker(*rows[0]) if rows else None

    def apply(self, changes: Changes, marker: Marker, *, new: bool = False) -> None:
        """See `Store.apply`. Raises `StoreError` where another process wrote since this one last looked."""
        with self._writing() as session:
            self._prepare(session)
            if new and not self._fresh:
                raise self._overtaken()
            token = str(uuid4())
            try:
                self._commit(session, changes, marker, token, new)
            except BaseException:
                self._forget()
                raise
            self._token = token
            if self._fresh and marker.revision == marker.target:
                self._index_edges(session)

    def run(
        self, cypher: str, parameters: Mapping[str, Any], *, write: bool = False, limit: int | None = None
    ) -> Result:
        """See `Store.run`."""
        if write:
            with self._writing() as session:
                return session.execute_write(_query, cypher, parameters, limit)
        with self._session(READ_ACCESS) as session:
            return session.execute_read(_query, cypher, parameters, limit)

    def nodes(self) -> Iterator[Node]:
        """See `Store.nodes`."""
        for row in self._stream(statements.READ_NODES):
            yield values.node_of(*row)

    def edges(self) -> Iterator[Edge]:
        """See `Store.edges`."""
        for row in self._stream(statements.READ_EDGES):
            yield values.edge_of(*row)

    def clear(self) -> None:
        """See `Store.clear`. Broken off, it leaves a marker at revision 0: the next sync writes all of it again."""
        with self._writing() as session:
            session.execute_write(_run, _START_CLEARING)
            while session.execute_write(_run, _CLEAR_SOME):
                pass
            session.execute_write(_run, _CLEAR_MARKER)
        self._forget()

    def close(self) -> None:
        """See `Store.close`."""
        self._driver.close()

    def _commit(self, session: Session, changes: Changes, marker: Marker, token: str, new: bool) -> None:
        """Writes, and waits for a server that goes away; where it goes at the commit itself, the token will tell."""
        try:
            session.execute_write(self._write, changes, marker, token, new)
        except driver_errors.IncompleteCommit:
            session.execute_write(self._write, changes, marker, token, new)

    def _write(self, transaction: ManagedTransaction, changes: Changes, marker: Marker, token: str, new: bool) -> None:
        """One try of one transaction. The driver may try again after a commit that did land: the token tells."""
        found = _run(transaction, statements.LOCK_TOKEN)
        if found == token:
            return
        if found != self._token:
            raise self._overtaken()
        for batch in batches(changes, new=new):
            written = _run(transaction, batch.cypher, rows=batch.rows)
            if batch.edges:
                batch.check(written)
        transaction.run(statements.WRITE_MARKER, marker={**asdict(marker), "token": token}).consume()

    def _overtaken(self) -> StoreError:
        return StoreError("another process is writing to it", where=self._where, mend="wait, then sync again")

    def _prepare(self, session: Session) -> None:
        """Once per connection, and after a failure. A first load indexes its edges at its end, which is quicker."""
        if self._prepared:
            return
        for constraint in statements.node_constraints():
            session.execute_write(_run, constraint)
        self._token = self._token or self._read_token()
        self._fresh = self._token is None
        if not self._fresh:
            self._index_edges(session)
        self._prepared = True

    def _forget(self) -> None:
        self._prepared = False
        self._token = None

    def _index_edges(self, session: Session) -> None:
        for constraint in statements.edge_constraints():
            session.execute_write(_run, constraint)
        self._fresh = False

    def _read_token(self) -> str | None:
        with self._session(READ_ACCESS) as session:
            token: str | None = session.execute_read(_run, statements.READ_TOKEN)
        return token

    def _stream(self, cypher: str) -> Iterator[list[Any]]:
        with self._session(READ_ACCESS) as session:
            for record in session.run(cypher):
                yield record.values()

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self._readonly:
            raise ReadOnlyError("the graph is open for reading", where=self._where, mend="open it for writing")
        with self._session(WRITE_ACCESS) as session:
            yield session

    @contextmanager
    def _session(self, access: str) -> Iterator[Session]:
        with (
            _translated(self._where),
            self._driver.session(
                database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
            ) as session,
        ):
            yield session


def _connected(settings: Settings) -> Driver:
    if urlsplit(settings.store or "").scheme not in SCHEMES:
        raise unreachable("this is no address of a Neo4j server, like bolt://localhost:7687", settings.store or "")
    auth = None if settings.password is None else (settings.username, settings.password)
    driver = GraphDatabase.driver(
        settings.store or "",
        auth=auth,
        connection_timeout=SECONDS_TO_CONNECT,
        max_transaction_retry_time=SECONDS_TO_RETRY,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )
    try:
        with driver.session(database=settings.database) as session:
            session.run("RETURN 1").consume()
    except BaseException:
        driver.close()
        raise
    return driver


def _run(transaction: ManagedTransaction, /, cypher: str, **parameters: Any) -> Any:
    """The first value of the first row; `None` where there is none."""
    record = transaction.run(cypher, parameters).single(strict=False)
    return record[0] if record else None


def _query(transaction: ManagedTransaction, cypher: str, parameters: Mapping[str, Any], limit: int | None) -> Result:
    found = transaction.run(cypher, dict(parameters))
    columns = tuple(found.keys())
    rows = [record.values() for record in (found if limit is None else found.fetch(limit))]
    found.consume()

    def look_up(keys: Sequence[str]) -> Iterator[values.RawNode]:
        for record in transaction.run(_LOOK_UP, keys=list(keys)):
            yield _tell(record[0])

    return Result(columns, values.finished(rows, _tell, look_up))


def _tell(value: Any) -> Any:
    """Tells the driver's graph values, and turns its other classes into Python's own."""
    match value:
        case graph.Node():
            return values.RawNode(value.element_id, sorted(value.labels), dict(value))
        case graph.Relationship():
            start, end = ("" if node is None else node.element_id for node in value.nodes)
            return values.RawEdge(value.element_id, value.type, start, end, dict(value))
        case graph.Path():
            return values.RawPath(_steps(value))
        case time.Date() | time.Time() | time.DateTime():
            return value.to_native()
        case time.Duration():
            return {"months": value.months, "days": value.days, "seconds": value.seconds}
        case spatial.WGS84Point():
            return {"latitude": value.latitude, "longitude": value.longitude}
    return value


def _steps(path: graph.Path) -> tuple[values.RawNode | values.RawEdge, ...]:
    steps = [_tell(path.nodes[0])]
    for edge, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [_tell(edge), _tell(node)]
    return tuple(steps)


@contextmanager
def _translated(where: str) -> Iterator[None]:
    try:
        yield
    except driver_errors.Neo4jError as error:
        raise server_error(error.code or "", error.message or str(error), where) from error
    except (driver_errors.DriverError, OSError, ValueError) as error:
        raise unreachable(str(error), where) from error
