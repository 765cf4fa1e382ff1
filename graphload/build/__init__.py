"""Carries a change of what is said and decided through to the graph rows: only what the change can reach.

Each step reads what is near a change, lets `resolve` or `project` work it out, and writes what differs.
The rows that result are the rows of a fresh ledger that was given everything at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from graphload.build.agreements import find_agreements
from graphload.build.dirty import Dirty
from graphload.build.events import find_events
from graphload.build.people import find_people
from graphload.build.reports import tell_reports
from graphload.build.rows import write_rows
from graphload.build.said import forget, name
from graphload.build.witnesses import find_witnesses
from graphload.ledger import Transaction
from graphload.model import Decision, Reading
from graphload.resolve.bearers import Bearers

__all__ = ["build"]


def build(
    ledger: Transaction,
    bearers: Bearers,
    *,
    readings: Sequence[Reading] = (),
    hashes: Mapping[str, str] | None = None,
    bands: Mapping[str, Sequence[int]] | None = None,
    removed: Collection[str] = (),
    decided: Sequence[Decision] = (),
) -> int:
    """One revision: `removed` articles are forgotten, `readings` recorded, decisions followed. Gives its number.

    `hashes` and `bands` are those of the articles of `readings`, by id; `decided` are on record already.
    """
    dirty = Dirty()
    forgotten = forget(ledger, removed, dirty)
    ledger.articles.add(readings, hashes or {})
    ledger.bands.add(bands or {})
    moved = find_witnesses(ledger, [reading.article.id for reading in readings], forgotten.witnesses, dirty)
    named = name(ledger, readings, moved, forgotten.keys, bearers, dirty)
    find_people(ledger, named.new, named.unused, _of("person", decided), dirty)
    gone, came = tell_reports(ledger, dirty.articles, bearers, dirty)
    find_events(ledger, {**forgotten.reports, **gone}, came, _of("event", decided), dirty)
    find_agreements(ledger, dirty.articles, dirty)
    write_rows(ledger, bearers, dirty)
    return ledger.close_revision()


def _of(kind: str, decided: Sequence[Decision]) -> list[Decision]:
    return [decision for decision in decided if decision.kind == kind]
