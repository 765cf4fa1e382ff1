"""The graph as the claims and decisions alone make it, and how another differs from it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from graphload.build import build
from graphload.ledger import Ledger
from graphload.ledger.access import chunks
from graphload.model import Decision, Edge, Node
from graphload.resolve.bearers import Bearers
from graphload.resolve.witnesses import bands

_BATCH: Final = 5_000
Row = Node | Edge
Where = Literal["ledger", "store"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not as the claims and decisions say: `missing`, `extra`, or `different`."""

    where: Where
    what: Literal["missing", "extra", "different"]
    kind: str
    id: str


@contextmanager
def fresh(ledger: Ledger, bearers: Bearers) -> Iterator[Ledger]:
    """A ledger of the same articles, claims and decisions, with all the rest made anew; gone at the end."""
    with tempfile.TemporaryDirectory(prefix="graphload-") as folder, Ledger.open(Path(folder)) as made:
        with ledger.reading() as old:
            _decide(made, old.decisions.all())
            for ids in chunks(old.articles.ids(), _BATCH):
                readings, hashes = list(old.articles.readings(ids)), old.articles.hashes(ids)
                bands_of = {reading.article.id: bands(reading.article.text) for reading in readings}
                with made.writing() as new:
                    build(new, bearers, readings=readings, hashes=hashes, bands=bands_of)
        yield made


def _decide(made: Ledger, decisions: Iterable[Decision]) -> None:
    with made.writing() as new:
        for decision in decisions:
            new.decisions.add(decision)


def index_differences(right: Ledger, tested: Ledger) -> Iterator[Difference]:
    """The indexes that later loads look things up in, as far as they are not as in `right`."""
    with right.reading() as there, tested.reading() as here:
        sums = here.index_sums()
        for name, expected in sorted(there.index_sums().items()):
            if sums[name] != expected:
                yield Difference("ledger", "different", "index", name)


def differences(
    where: Where, right: Iterable[Row], tested: Iterable[Row], identity: Callable[[Row], tuple[str, str]]
) -> Iterator[Difference]:
    """How the rows `tested` differ from the `right` ones. Both come sorted by `identity`."""
    rights, tests = iter(right), iter(tested)
    expected, found = next(rights, None), next(tests, None)
    while expected is not None or found is not None:
        if found is None or (expected is not None and identity(expected) < identity(found)):
            yield Difference(where, "missing", *identity(expected))  # type: ignore[arg-type]
            expected = next(rights, None)
        elif expected is None or identity(found) < identity(expected):
            yield Difference(where, "extra", *identity(found))
            found = next(tests, None)
        else:
            if expected != found:
                yield Difference(where, "different", *identity(found))
            expected, found = next(rights, None), next(tests, None)


def identity_of(row: Row) -> tuple[str, str]:
    """Label or type, and id."""
    return (row.label, row.id) if isinstance(row, Node) else (row.type, row.id)
