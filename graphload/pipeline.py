"""The run: articles are read, claims recorded, people and events resolved, and the graph rows follow.

    with Pipeline(settings) as pipeline:
        report = pipeline.load(read_articles(paths, on_error=failed.append), failed)
        pipeline.remove([article])
        pipeline.decide("same", "चोए सोन हुई", "चोई सोन-हुई", by="asha", why="…")

Each call is one revision of the ledger, or several bounded ones for a long load; what is returned is kept.
Stores catch up by `graphload.store.sync(pipeline.ledger, store)`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from graphload import __version__
from graphload.build import build
from graphload.build.decisions import check_consistent, check_reasoned, sides, standing_on
from graphload.build.fresh import Difference, differences, fresh, identity_of, index_differences
from graphload.build.history import EventHistory, PersonHistory, history
from graphload.build.reading import Read, Reader, reader
from graphload.build.review import review
from graphload.build.unsure import Kind, Unsure
from graphload.errors import InputError, NotFoundError
from graphload.ledger import REGISTRY, RULES, Ledger, Transaction
from graphload.ledger.access import chunks
from graphload.ledger.codec import encode
from graphload.lexicon.load import lexicon
from graphload.lexicon.people import registry
from graphload.lexicon.roll import read_roll
from graphload.model import Article, Decision, Judgement, digest
from graphload.resolve.bearers import Bearers
from graphload.settings import Settings
from graphload.store.protocol import Store

BATCH: Final = 5_000


@dataclass(slots=True)
class LoadReport:
    """What a load did: articles by what became of them, their claims, and the revision reached."""

    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    claims: int = 0
    revision: int = 0
    failed: list[InputError] = field(default_factory=list)


class OtherRegistry(NamedTuple):
    """The user's own file of people that the graph was made by, and the one given now; one that changed is both."""

    made_by: Path | None
    given: Path | None


class Pipeline:
    """One workspace, open. Use it as a context manager, or `close()` it.

    Every method may raise `LedgerError`: the workspace is damaged, or another process writes it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.ledger = Ledger.open(settings.workspace)

    @cached_property
    def bearers(self) -> Bearers:
        """The registry of people, with the user's own file over it."""
        return Bearers(registry(self.settings.registry))

    @cached_property
    def rules(self) -> str:
        """A fingerprint of all that resolution goes by: this version, the registry and the lexicon."""
        words = lexicon()
        own = self._own_people.partition(" ")[0]
        told = (own, self.bearers.people, words.countries, words.organizations, words.sources, words.ministries)
        return digest(__version__, *(encode(each).decode() for each in told))

    @cached_property
    def _own_people(self) -> str:
        """A fingerprint of the user's own file of people, and where it lies; empty without one."""
        file = self.settings.registry
        if file is None:
            return ""
        told = (encode((record.person, record.vouched_until)).decode() for record in read_roll(file.absolute()))
        return f"{digest(*told)} {file.absolute()}"

    def other_registry(self) -> OtherRegistry | None:
        """The file of people that the graph was made by, where that is not the one given; `None` where it is."""
        with self.ledger.reading() as view:
            noted = view.note(REGISTRY)
        made_by, given = (noted or "").partition(" "), self._own_people.partition(" ")
        if noted is None or made_by[0] == given[0]:
            return None
        return OtherRegistry(*(Path(place) if place else None for _, _, place in (made_by, given)))

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        """A transaction that writes. What was made by other rules is made anew before."""
        self._follow_rules()
        with self.ledger.writing() as ledger:
            if ledger.note(REGISTRY) is None:
                self._note_rules(ledger)
            yield ledger

    def _note_rules(self, ledger: Transaction) -> None:
        ledger.set_note(RULES, self.rules)
        ledger.set_note(REGISTRY, self._own_people)

    def _follow_rules(self) -> None:
        """Makes anew what was made by other rules: by another registry, or another version."""
        with self.ledger.reading() as view:
            made_by = view.note(RULES)
        if made_by not in (None, self.rules):
            self.repair()

    def load(
        self,
        articles: Iterable[Article],
        failed: Iterable[InputError] = (),
        *,
        progress: Callable[[int], None] | None = None,
    ) -> LoadReport:
        """Loads `articles`, a batch at a time. Those that are there already, letter for letter, change nothing.

        What was resolved by another registry is resolved anew, whether or not any article is new.
        `failed` is what could not be read so far, and goes into the report; it may grow while articles are read.
        `progress` is told the number of articles done so far.
        """
        self._follow_rules()
        report = LoadReport(revision=self.ledger.revision)
        done = 0
        with reader(self.settings.jobs, self.settings.min_confidence) as read:
            for batch in chunks(articles, BATCH):
                self._load_batch({article.id: article for article in batch}, read, report)
                done += len(batch)
                if progress:
                    progress(done)
        report.failed = list(failed)
        return report

    def _load_batch(self, batch: dict[str, Article], read: Reader, report: LoadReport) -> None:
        made_by = (__version__, f"{self.settings.min_confidence:g}")
        hashes = {article.id: digest(*made_by, encode(article).decode()) for article in batch.values()}
        with self.ledger.reading() as view:
            there = view.articles.hashes(batch)
        wanted = [article for article in batch.values() if there.get(article.id) != hashes[article.id]]
        found = list(read(wanted))
        report.unchanged += len(batch) - len(wanted)
        if not found:
            return
        with self._writing() as ledger:
            there = ledger.articles.hashes(batch)  # somebody else may have loaded some meanwhile
            new = [each for each in found if there.get(each[0].article.id) != hashes[each[0].article.id]]
            report.unchanged += len(found) - len(new)
            if new:
                self._take_in(ledger, new, hashes, there, report)

    def _take_in(
        self,
        ledger: Transaction,
        found: Sequence[Read],
        hashes: Mapping[str, str],
        there: Collection[str],
        report: LoadReport,
    ) -> None:
        readings, bands = [reading for reading, _ in found], {reading.article.id: each for reading, each in found}
        replaced = [id_ for id_ in bands if id_ in there]
        report.revision = build(ledger, self.bearers, readings=readings, hashes=hashes, bands=bands, removed=replaced)
        report.loaded += len(readings) - len(replaced)
        report.replaced += len(replaced)
        report.claims += sum(len(reading.claims) for reading in readings)

    def remove(self, ids: Sequence[str]) -> int:
        """Takes articles back, as if they had never been loaded. Gives the revision.

        Raises `NotFoundError` for an id that is not there; then nothing is removed.
        """
        with self._writing() as ledger:
            there = ledger.articles.hashes(ids)
            for missing in sorted(set(ids) - there.keys()):
                raise NotFoundError("no such article", where=missing, mend="see `graphload query` for what is loaded")
            return build(ledger, self.bearers, removed=there.keys())

    def decide(self, judgement: Judgement, left: str, right: str, *, by: str, why: str) -> Decision:
        """Records that two people, names, events or claims are one, or are not, and follows it.

        Raises `NotFoundError` for what is not there, `DecisionError` for what contradicts other decisions.
        """
        with self._writing() as ledger:
            kind, first, second = sides(ledger, self.bearers, left, right)
            decision = Decision(kind, first, second, judgement, by, why, _now())
            check_reasoned(decision)
            check_consistent(ledger, self.bearers, decision)
            self._follow(ledger, [decision])
        return decision

    def undo(self, left: str, right: str, *, by: str, why: str) -> Decision:
        """Takes the decision on two sides back, by another decision, whether or not they are still there.

        Raises `DecisionError` where none stands.
        """
        with self._writing() as ledger:
            stands = standing_on(ledger, self.bearers, left, right)
            decision = replace(stands, judgement="undone", by=by, why=why, at=_now())
            check_reasoned(decision)
            self._follow(ledger, [decision])
        return decision

    def _follow(self, ledger: Transaction, decisions: Sequence[Decision]) -> int:
        for decision in decisions:
            ledger.decisions.add(decision)
        return build(ledger, self.bearers, decided=decisions)

    def review(self, limit: int | None = None, kind: Kind | None = None) -> list[Unsure]:
        """Pairs that may be one person or one event and on which nobody has decided, those with most claims first."""
        with self.ledger.reading() as view:
            return review(view, self.bearers, limit, kind)

    def history(self, id_: str) -> PersonHistory | EventHistory:
        """Why the person or the event with this id is one. Raises `NotFoundError` where there is neither."""
        with self.ledger.reading() as view:
            return history(view, id_)

    def decisions(self) -> list[Decision]:
        """Every decision ever made, in order: what a team keeps in git."""
        with self.ledger.reading() as view:
            return view.decisions.all()

    def import_decisions(self, decisions: Iterable[Decision]) -> int:
        """Records those of `decisions` that are not on record, and follows them. Gives how many were new.

        They may speak of what is not loaded yet. Raises `DecisionError` where they contradict each other or ours;
        then none is recorded.
        """
        with self._writing() as ledger:
            known = set(ledger.decisions.all())
            new = [decision for decision in decisions if decision not in known]
            for decision in new:
                check_consistent(ledger, self.bearers, decision)
                ledger.decisions.add(decision)
            if new:
                build(ledger, self.bearers, decided=new)
        return len(new)

    def check(self, store: Store | None = None) -> list[Difference]:
        """Every graph row and index of the ledger, and row of `store`, that is not what claims and decisions make.

        Raises `LedgerError` where the file of the ledger is damaged.
        """
        self.ledger.verify()
        with fresh(self.ledger, self.bearers) as right:
            found = [
                *differences("ledger", right.nodes(), self.ledger.nodes(), identity_of),
                *differences("ledger", right.edges(), self.ledger.edges(), identity_of),
                *index_differences(right, self.ledger),
            ]
            if store is not None:
                found += differences("store", right.nodes(), sorted(store.nodes(), key=identity_of), identity_of)
                found += differences("store", right.edges(), sorted(store.edges(), key=identity_of), identity_of)
        return found

    def repair(self) -> int:
        """Makes everything that follows from claims and decisions anew. Gives the number of rows that were not right.

        A store that was written from wrong rows catches up by its next sync; one that somebody else wrote in has
        to be cleared first.
        """
        with fresh(self.ledger, self.bearers) as made, made.reading() as right, self.ledger.writing() as ledger:
            changed = ledger.take_over(right)
            self._note_rules(ledger)
            if changed:
                ledger.close_revision()
        return changed

    def close(self) -> None:
        """Lets the workspace go."""
        self.ledger.close()

    def __enter__(self) -> Pipeline:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
