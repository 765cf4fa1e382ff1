"""The graph, kept by an engine: one protocol, two engines, one way to bring them up to the ledger."""

from __future__ import annotations

from graphload.settings import Settings
from graphload.store.protocol import Result, RowSource, Store
from graphload.store.sync import Lag, lag, set_back, sync

__all__ = ["Lag", "Result", "RowSource", "Store", "discard_graph", "lag", "open_store", "set_back", "sync"]


def open_store(settings: Settings, *, readonly: bool = False) -> Store:
    """The store that `settings` name: a Neo4j server, or the graph file of the workspace.

    One writer at a time holds the graph file. A reader (`readonly`) is never kept out: it sees the graph as
    the last writer closed it. Raises `StoreUnavailable`, `StoreDenied` and `StoreDamaged`.
    """
    # Engines are loaded when asked for: a reader of the one need not wait for the other's driver.
    if settings.store is None:
        from graphload.store.embedded import FILE_NAME, EmbeddedStore

        return EmbeddedStore(settings.workspace / FILE_NAME, readonly=readonly)
    from graphload.store.neo4j import Neo4jStore

    return Neo4jStore(settings, readonly=readonly)


def discard_graph(settings: Settings) -> None:
    """Removes the graph file of the workspace, which `sync` then makes anew."""
    from graphload.store.embedded import FILE_NAME

    for file in settings.workspace.glob(f"{FILE_NAME}*"):
        file.unlink()
