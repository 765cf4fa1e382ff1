"""The graph in a file of the workspace, on kglite: no server, one writer, any number of readers."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import kglite

from graphload.errors import QueryError, ReadOnlyError
from graphload.model import Changes, Edge, Marker, Node
from graphload.ontology import PropertyType, ontology
from graphload.store import statements, values
from graphload.store.batches import batches
from graphload.store.embedded_dialect import stored, tell, translated
from graphload.store.protocol import Result, Store

FILE_NAME: Final = "graph.kgl"

FAULTY_PASSES: Final = ("fuse_match_return_aggregate", "fuse_match_with_aggregate")
"""Optimiser passes of kglite that count an undirected pattern of two steps as 0; a test pins the fault."""

EMPTY_LOG: Final = 5
"""Bytes of kglite's log where nothing is in it. Were it more one day, closing would only take longer."""

_EXAMPLES: Final[dict[PropertyType, Any]] = {
    "text": "",
    "date": "",
    "integer": 0,
    "number": 0.0,
    "flag": False,
    "texts": [""],
}

kglite.set_query_warning_policy("silent")


class EmbeddedStore(Store):
    """A graph file. A writer holds it alone until it is closed; a reader sees it as the last writer closed it."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        """Opens the file at `path`, or makes it.

        Raises `StoreUnavailable` where another process writes it, `StoreError` where it is damaged.
        """
        self._path = path
        self._readonly = readonly
        self._unsaved = not readonly and _left_over(path)
        with translated(path):
            self._graph = _reader(path) if readonly else _writer(path)
        self._graph.read_only(True)
        self._prepared = False
        self._fresh = False

    def marker(self) -> Marker | None:
        """See `Store.marker`."""
        rows = self.run(statements.READ_MARKER, {}).rows
        return Marker(*rows[0]) if rows else None

    def apply(self, changes: Changes, marker: Marker, *, new: bool = False) -> None:
        """See `Store.apply`. Raises `ReadOnlyError` on a reader."""
        with self._writing(), self._graph.begin(timeout_ms=0) as transaction:
            for batch in batches(changes, new=new):
                result = transaction.cypher(batch.cypher, params={"rows": batch.rows}, timeout_ms=0)
                if batch.edges:
                    batch.check(result.scalar())
            transaction.cypher(statements.WRITE_MARKER, params={"marker": asdict(marker)})
        if self._fresh and marker.revision == marker.target:
            with self._writing():
                self._index_edges()

    def run(
        self, cypher: str, parameters: Mapping[str, Any], *, write: bool = False, limit: int | None = None
    ) -> Result:
        """See `Store.run`."""
        if not write:
            return self._read(cypher, parameters, limit)
        with self._writing():
            return self._read(cypher, parameters, limit)

    def nodes(self) -> Iterator[Node]:
        """See `Store.nodes`."""
        for row in self._rows(statements.READ_NODES):
            yield values.node_of(*row)

    def edges(self) -> Iterator[Edge]:
        """See `Store.edges`."""
        for row in self._rows(statements.READ_EDGES):
            yield values.edge_of(*row)

    def clear(self) -> None:
        """See `Store.clear`."""
        with self._writing():
            self._graph.cypher("MATCH (n) DETACH DELETE n", timeout_ms=0)

    def close(self) -> None:
        """Writes the file that readers see, where there is something new, and lets other writers in."""
        if self._unsaved:
            with translated(self._path), warnings.catch_warnings():
                warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
                self._graph.close()
        del self._graph

    def _read(self, cypher: str, parameters: Mapping[str, Any], limit: int | None) -> Result:
        with translated(self._path):
            found = self._graph.cypher(
                cypher, params=dict(parameters), row_limit=limit, disabled_passes=list(FAULTY_PASSES)
            )
        if isinstance(found, str):
            raise QueryError("FORMAT CSV is not Cypher that every engine knows", mend="use `graphload cypher --format`")
        rows = (row.values() for row in found)
        return Result(tuple(found.columns), values.finished(rows, tell, self._lookup))

    def _rows(self, cypher: str) -> Iterator[list[Any]]:
        """Rows whose last column is the properties of a node or an edge."""
        with translated(self._path):
            rows = self._graph.cypher(cypher, timeout_ms=0, disabled_passes=list(FAULTY_PASSES))
        for row in rows:
            *head, properties = row.values()
            yield [*head, stored(properties)]

    def _lookup(self, keys: Sequence[str]) -> Iterator[values.RawNode]:
        cypher = "MATCH (n) WHERE elementId(n) IN $keys RETURN n"
        for row in self._graph.cypher(cypher, params={"keys": list(keys)}):
            yield tell(row["n"])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._readonly:
            raise ReadOnlyError("the graph is open for reading", where=str(self._path), mend="open it for writing")
        self._graph.read_only(False)
        self._unsaved = True
        try:
            with translated(self._path):
                self._prepare()
                yield
        finally:
            self._graph.read_only(True)

    def _prepare(self) -> None:
        """Once per opening. The index of edges slows a first load by a third, so that one makes it at its end."""
        if self._prepared:
            return
        for constraint in statements.node_constraints():
            self._graph.cypher(constraint)
        self._fresh = not self._graph.cypher(statements.READ_MARKER)
        if self._fresh:
            _teach(self._graph)
        else:
            self._index_edges()
        self._prepared = True

    def _index_edges(self) -> None:
        for constraint in statements.edge_constraints():
            self._graph.cypher(constraint)
        self._fresh = False


def _writer(path: Path) -> Any:
    """The graph to write to. A log whose file somebody deleted goes too: what it holds came after that file.

    So that this can be told from a log whose file was never written, there is a file from the beginning.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _log(path).unlink(missing_ok=True)
    opened = kglite.open(str(path), durable="full")
    if not path.exists():
        opened.save()
    return opened


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _left_over(path: Path) -> bool:
    """Whether a writer was killed before it closed the file: its log then holds what the file lacks."""
    log = _log(path)
    return log.exists() and log.stat().st_size > EMPTY_LOG


def _reader(path: Path) -> Any:
    if not path.exists():
        return kglite.KnowledgeGraph()
    with warnings.catch_warnings():
        # Said where a writer is at work, or was killed: the reader gets what stood before it.
        warnings.simplefilter("ignore", UserWarning)
        return kglite.load(str(path))


def _teach(graph: Any) -> None:
    """Lets the engine know every property, which it otherwise refuses in a pattern until a node has it.

    In one transaction: of a writer that is killed meanwhile, no example may stay.
    """
    with graph.begin(timeout_ms=0) as transaction:
        for label, kind in ontology().nodes.items():
            properties = {"id": "", **{name: _EXAMPLES[declared.type] for name, declared in kind.properties.items()}}
            transaction.cypher(statements.upsert_nodes(label), params={"rows": [{"id": "", "properties": properties}]})
            transaction.cypher(statements.delete_nodes(label), params={"rows": [""]})
