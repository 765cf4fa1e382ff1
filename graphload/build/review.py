"""What a person should decide: pairs that may be one person or one event, the most telling first."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.build.unsure import Doubt, Kind, Unsure
from graphload.build.unsure_events import unsure_events
from graphload.build.unsure_people import unsure_people
from graphload.ledger import Transaction
from graphload.resolve.bearers import Bearers

__all__ = ["review"]


def review(ledger: Transaction, bearers: Bearers, limit: int | None = None, kind: Kind | None = None) -> list[Unsure]:
    """Unsure pairs of one kind, or of both, on which nobody has decided.

    Those come first on whose weaker side most claims hang, then those that are most alike.
    """
    doubts = sorted(_doubts(ledger, bearers, kind), key=_most_telling_first)
    return [_read(doubt) for doubt in doubts[:limit]]


def _doubts(ledger: Transaction, bearers: Bearers, kind: Kind | None) -> Iterator[Doubt]:
    if kind != "event":
        yield from unsure_people(ledger, bearers)
    if kind != "person":
        yield from unsure_events(ledger)


def _most_telling_first(doubt: Doubt) -> tuple[int, float, str, str]:
    return -doubt.claims, -doubt.pair.score, doubt.pair.left, doubt.pair.right


def _read(doubt: Doubt) -> Unsure:
    pair = doubt.pair
    return Unsure(doubt.kind, doubt.side(pair.left), doubt.side(pair.right), pair.score, pair.reasons, doubt.claims)
