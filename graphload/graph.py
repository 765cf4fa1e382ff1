"""The Python API: one object that loads articles, answers queries and shows the graph.

>>> import graphload
>>> with graphload.open("work.db") as graph:
...     report = graph.load("pages/")
...     for row in graph.query("visits-to", country="PRK"):
...         print(row["visitor"], row["date"], row["status"])
...     page = graph.view(focus="vladimir-putin")
Vladimir Putin 2024-06-19 happened
>>> report.loaded, report.failed
(4, [])
>>> page.save("network.html").name
'network.html'
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import regex

from graphload.build.fresh import Difference
from graphload.build.history import EventHistory, PersonHistory
from graphload.build.unsure import Kind, Unsure
from graphload.errors import InputError, LedgerError, NotFoundError, QueryError, StoreDamaged, StoreMismatch
from graphload.exporting import WRITERS
from graphload.inputs import Source, articles_of
from graphload.ledger.engine import has_ledger
from graphload.model import Decision, Edge, Judgement, Node
from graphload.page import Page
from graphload.pipeline import LoadReport, OtherRegistry, Pipeline
from graphload.progress import Progress, counted, named
from graphload.queries import find_query, graph_of, run_query, unknown
from graphload.rows import Rows
from graphload.settings import Settings
from graphload.stats import Stats, stats_of
from graphload.store import Lag, Store, discard_graph, lag, open_store, set_back, sync
from graphload.view import asked_for, subgraph

_NAME: Final = regex.compile(r"[\w-]+")
VIEW_LIMIT: Final = 300
"""Nodes that a view shows unless it is asked for more: what one can still look at."""


def open(path_or_uri: str | Path | None = None, **settings: Any) -> Graph:  # noqa: A001
    """The graph of a workspace folder, or of a Neo4j server by its address (`bolt://…`).

    What is not given comes from the environment, as `Settings.from_environment` says; `settings` are the fields
    of `Settings`. Nothing is opened or made before it is needed.
    """
    place = {} if path_or_uri is None else _place(path_or_uri)
    return Graph(replace(Settings.from_environment(), **place, **settings))


def _place(path_or_uri: str | Path) -> dict[str, Any]:
    is_address = isinstance(path_or_uri, str) and "://" in path_or_uri
    return {"store": path_or_uri} if is_address else {"workspace": Path(path_or_uri)}


class Graph:
    """A workspace with its ledger, and the store that holds the graph. Use it as a context manager, or `close()` it.

    Every method may raise `LedgerError`, `StoreUnavailable` or `StoreDenied`.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._reader: Store | None = None

    @cached_property
    def pipeline(self) -> Pipeline:
        """The run behind this graph; it makes the workspace where there is none."""
        return Pipeline(self.settings)

    def load(self, sources: Source | Iterable[Source], *, progress: Progress | None = None) -> LoadReport:
        """Loads files, folders, archives and `Article`s, and brings the store up to them.

        What cannot be read is in the report, and the rest is loaded. Raises `StoreMismatch` where the store follows
        another ledger; what was loaded until then is kept.
        """
        failed: list[InputError] = []
        ledger = self.pipeline.ledger
        with self._writer() as store:
            if ledger.revision or store.marker():
                sync(ledger, store)  # to find out what is amiss before the work, not after it
            articles = counted(articles_of(sources, on_error=failed.append), progress, "reading")
            report = self.pipeline.load(articles, failed, progress=named(progress, "loading"))
            sync(ledger, store, progress=named(progress, "writing"))
        return report

    def remove(self, *ids: str) -> int:
        """Takes articles back as if they had never been loaded, in the store too. Gives the revision.

        Raises `NotFoundError` for an id that is not there; then nothing is removed.
        """
        revision = self._run().remove(ids)
        self.sync()
        return revision

    def sync(self, *, progress: Progress | None = None) -> int:
        """Writes into the store what it lacks, and gives the number of rows. Raises `StoreMismatch`."""
        run = self._run()
        with self._writer() as store:
            return sync(run.ledger, store, progress=named(progress, "writing"))

    def query(self, name_or_cypher: str, /, **parameters: Any) -> Rows:
        """The rows of a saved query, by its name, or of Cypher that reads.

        Raises `NotFoundError` for an unknown name, `ParameterError` for a parameter that is missing or unknown,
        `ReadOnlyError` for Cypher that writes, `QueryError` for whatever else is wrong with it.
        """
        if not _NAME.fullmatch(name_or_cypher.strip()):
            return self.cypher(name_or_cypher, parameters)
        query = find_query(name_or_cypher.strip())
        found = run_query(self._store(), query, parameters)
        return Rows(found.columns, found.rows, lambda: graph_of(self._store(), query, parameters))

    def unknown(self, name: str, /, **parameters: Any) -> list[NotFoundError]:
        """What the parameters of a saved query mean that is not in the graph, each with what is nearest to it.

        Rows there are none then, and this says why. Cypher of one's own means nothing that is known of.
        """
        if not _NAME.fullmatch(name.strip()):
            return []
        return unknown(self._store(), find_query(name.strip()), parameters)

    def cypher(self, text: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False) -> Rows:
        """The rows of Cypher. With `write` it may change the store, which `check` will find. Errors as for `query`."""
        if not write:
            return _rows(self._store(), text, parameters or {})
        with self._writer() as store:
            return _rows(store, text, parameters or {}, write=True)

    def nodes(self) -> Iterator[Node]:
        """Every node in the store, in no order."""
        return self._store().nodes()

    def edges(self) -> Iterator[Edge]:
        """Every edge in the store, in no order."""
        return self._store().edges()

    def stats(self) -> Stats:
        """How much is in the store."""
        return stats_of(self._store())

    def lag(self) -> Lag | None:
        """How far the store is behind the ledger of the workspace; `sync` brings it up.

        `None` where it is not, where it follows another ledger, and where no ledger can be read: asking needs none.
        """
        try:
            return lag(self._run().ledger, self._store())
        except LedgerError:
            return None

    def set_back(self) -> StoreMismatch | None:
        """What is wrong where the ledger is older than the store, a copy brought back; `None` as for `lag`."""
        try:
            return set_back(self._run().ledger, self._store())
        except LedgerError:
            return None

    def other_registry(self) -> OtherRegistry | None:
        """The file of people that the graph was made by, where that is not the one given; `None` where it is.

        `check` finds what differs by that; whatever writes makes the graph anew by the one given.
        """
        return self.pipeline.other_registry() if has_ledger(self.settings.workspace) else None

    def view(
        self,
        rows: Rows | None = None,
        *,
        title: str = "graphload",
        labels: Collection[str] | None = None,
        focus: str | Collection[str] | None = None,
        hops: int = 1,
        limit: int | None = VIEW_LIMIT,
    ) -> Page:
        """The graph, or what a query gave of it, as a page; a notebook shows it.

        `focus` (ids) keeps what lies within `hops` of them, `limit` the best-joined nodes.
        Raises `NotFoundError` for an unknown label or id, `QueryError` where there is nothing to draw.
        """
        nodes, edges = tuple(self.nodes()), tuple(self.edges())
        if not nodes:
            raise QueryError("nothing to draw: the graph is empty", mend="load articles, or run `graphload sync`")
        if rows is None:
            return Page.of(subgraph(nodes, edges, labels=labels, focus=focus, hops=hops, limit=limit), title)
        asked = asked_for(nodes, edges, rows.graph(), labels=labels, limit=limit)
        return Page.of(asked.shown, title, opened=asked.opened)

    def export(self, path: str | Path, form: str = "jsonl") -> Path:
        """Writes the whole graph: the same bytes for the same graph, from either engine.

        `form` is jsonl, graphml, csv (a folder, for `neo4j-admin database import`), parquet or statements (of
        claims). Raises `NotFoundError` for another, and `OutputError` where it cannot be written; then what was there
        before still is.
        """
        if form not in WRITERS:
            raise NotFoundError("no such form of export", where=form, mend=f"take one of {', '.join(WRITERS)}")
        WRITERS[form](self.nodes(), self.edges(), Path(path))
        return Path(path)

    def check(self) -> list[Difference]:
        """Every row of the ledger's graph and of the store that is not as the claims and decisions make it."""
        return self._run().check(self._store())

    def repair(self) -> list[Difference]:
        """Brings the store up to the ledger, and mends both where they differ from claims and decisions.

        A damaged graph file is made anew. Gives what was mended, beyond what the store had only missed.
        Raises `StoreMismatch`.
        """
        run = self._run()
        with self._mended() as store:
            sync(run.ledger, store)
            found = run.check(store)
            if found or run.other_registry():
                run.repair()
            if any(difference.where == "store" for difference in found):
                store.clear()
            sync(run.ledger, store)
        return found

    def review(self, limit: int | None = None, kind: Kind | None = None) -> list[Unsure]:
        """Pairs that may be one person or one event and on which nobody has decided, those with most claims first."""
        return self._run().review(limit, kind)

    def history(self, person_or_event: str) -> PersonHistory | EventHistory:
        """Why a person (by name or id) or an event (by id) is one. Raises `NotFoundError` where there is neither."""
        return self._run().history(person_or_event)

    def decisions(self) -> list[Decision]:
        """Every decision ever made, in order."""
        return self._run().decisions()

    def decide(self, judgement: Judgement, left: str, right: str, *, by: str, why: str) -> Decision:
        """Records that two people, names, events or claims are one, or are not; the store follows.

        Raises `NotFoundError` for what is not there, `DecisionError` for what contradicts other decisions.
        """
        decision = self._run().decide(judgement, left, right, by=by, why=why)
        self.sync()
        return decision

    def undo(self, left: str, right: str, *, by: str, why: str) -> Decision:
        """Takes the decision on two sides back; the store follows. Raises `DecisionError` where none stands."""
        decision = self._run().undo(left, right, by=by, why=why)
        self.sync()
        return decision

    def import_decisions(self, decisions: Iterable[Decision]) -> int:
        """Records the decisions that are not on record; the store follows. Gives how many were new.

        Raises `DecisionError` where they contradict each other or ours; then none is recorded.
        """
        new = self._run().import_decisions(decisions)
        self.sync()
        return new

    def close(self) -> None:
        """Lets workspace and store go."""
        self._forget()
        if pipeline := self.__dict__.pop("pipeline", None):
            pipeline.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _run(self) -> Pipeline:
        """The run of a workspace that is there."""
        self._need_workspace()
        return self.pipeline

    def _store(self) -> Store:
        """The store to read from, kept open until something is written."""
        if self.settings.store is None:
            self._need_workspace()
        if self._reader is None:
            self._reader = open_store(self.settings, readonly=True)
        return self._reader

    def _mended(self) -> Store:
        """The store to write in, a new one where its file is damaged."""
        try:
            return self._writer()
        except StoreDamaged:
            discard_graph(self.settings)
            return self._writer()

    def _writer(self) -> Store:
        self._forget()
        return open_store(self.settings)

    def _forget(self) -> None:
        if self._reader is not None:
            self._reader.close()
        self._reader = None

    def _need_workspace(self) -> None:
        if not has_ledger(self.settings.workspace):
            mend = "load articles into it first, or name another with --db"
            raise LedgerError("no workspace is here", where=str(self.settings.workspace), mend=mend)


def _rows(store: Store, text: str, parameters: Mapping[str, Any], *, write: bool = False) -> Rows:
    found = store.run(text, parameters, write=write)
    return Rows(found.columns, found.rows)
