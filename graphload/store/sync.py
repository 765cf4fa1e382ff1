"""Bringing a store up to the ledger: every step can be done twice, and whatever breaks off is carried on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from graphload.errors import StoreMismatch
from graphload.model import Changes, Marker
from graphload.store.protocol import RowSource, Store

ROWS_PER_TRANSACTION: Final = 20_000
EMPTY: Final = "empty it (`graphload cypher --write 'MATCH (n) DETACH DELETE n'`, with the same --db and --store)"


class Lag(NamedTuple):
    """The revision that a store has reached, and the newest of its ledger, which is larger."""

    reached: int
    newest: int


def lag(source: RowSource, store: Store) -> Lag | None:
    """How far `store` is behind `source`; `None` where it is not, or follows another ledger."""
    marker, newest = store.marker(), source.revision
    if marker and marker.ledger != source.ledger:
        return None
    reached = marker.revision if marker else 0
    return Lag(reached, newest) if reached < newest else None


def set_back(source: RowSource, store: Store) -> StoreMismatch | None:
    """What `sync` would raise where the ledger was set back behind `store`, which shows what it does not know."""
    marker = store.marker()
    return _ahead(marker, source) if marker and marker.ledger == source.ledger else None


def sync(
    source: RowSource,
    store: Store,
    *,
    progress: Callable[[int], None] | None = None,
    rows: int = ROWS_PER_TRANSACTION,
) -> int:
    """Writes into `store` what it lacks of `source`, and gives the number of rows written.

    Up to `rows` rows are one transaction. More are several, and until the last of them the marker shows
    where the store is going. `progress` is told the rows written so far.
    Raises `StoreMismatch` where the store follows another ledger, or has a revision that is not in this one's history.
    """
    marker = store.marker()
    _check(marker, source, store)
    reached = marker.revision if marker else 0
    target = source.revision
    stamp = source.stamp(target) or ""
    if marker and reached == marker.target == target:
        return 0
    written = 0
    for changes, last in _with_last(_pieces(source.changes_since(reached), rows)):
        store.apply(changes, Marker(source.ledger, target if last else reached, target, stamp), new=marker is None)
        written += _size(changes)
        if progress:
            progress(written)
    return written


def _check(marker: Marker | None, source: RowSource, store: Store) -> None:
    if marker is None:
        if next(store.nodes(), None) is not None:
            raise StoreMismatch("the store holds a graph of somebody else", mend=f"name an empty store, or {EMPTY}")
    elif marker.ledger != source.ledger:
        what = f"the store follows ledger {marker.ledger}, not {source.ledger}"
        raise StoreMismatch(what, mend=f"name another store, or {EMPTY}")
    elif fault := _ahead(marker, source):
        raise fault


def _ahead(marker: Marker, source: RowSource) -> StoreMismatch | None:
    if marker.target > source.revision:
        what = f"the store is at revision {marker.target}, ahead of the ledger at {source.revision}"
        return StoreMismatch(what, mend=f"name the newer ledger, or {EMPTY} and sync")
    if marker.stamp != source.stamp(marker.target):
        what = f"the ledger was set back: its revision {marker.target} is not the one that the store has"
        return StoreMismatch(what, mend=f"{EMPTY} and sync")
    return None


def _pieces(chunks: Iterable[Changes], size: int) -> Iterator[Changes]:
    """The chunks, those cut up that are too large for one transaction; one empty piece where there is none."""
    empty = True
    for changes in chunks:
        for piece in _cut(changes, size):
            empty = False
            yield piece
    if empty:
        yield Changes()


def _cut(changes: Changes, size: int) -> Iterator[Changes]:
    if _size(changes) <= size:
        yield changes
        return
    for start in range(0, len(changes.nodes), size):
        yield Changes(nodes=changes.nodes[start : start + size])
    for start in range(0, len(changes.edges), size):
        yield Changes(edges=changes.edges[start : start + size])
    for start in range(0, len(changes.gone_edges), size):
        yield Changes(gone_edges=changes.gone_edges[start : start + size])
    for start in range(0, len(changes.gone_nodes), size):
        yield Changes(gone_nodes=changes.gone_nodes[start : start + size])


def _size(changes: Changes) -> int:
    return len(changes.nodes) + len(changes.edges) + len(changes.gone_edges) + len(changes.gone_nodes)


def _with_last(pieces: Iterator[Changes]) -> Iterator[tuple[Changes, bool]]:
    held = next(pieces)
    for piece in pieces:
        yield held, False
        held = piece
    yield held, True
