"""Events that may be one: what articles tell of the same parties without the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

import regex

from graphload.build.unsure import SHOWN, Doubt, Side
from graphload.ledger import Transaction
from graphload.model import Claim
from graphload.resolution import Report
from graphload.resolve.doubts import doubts, parties
from graphload.resolve.sets import Apart

_SIGNERS: Final = ("Country", "Organization", "Person")
"""Labels of those who sign, whom a tie tells by id alone."""

_WORDS: Final = regex.compile(r"[\p{L}\p{M}\p{N}]+")
Claims = Mapping[str, Sequence[Claim]]


def unsure_events(ledger: Transaction) -> Iterator[Doubt]:
    """Pairs of events that nothing but the day keeps apart, and on which nobody has decided."""
    reports = ledger.reports.of_articles(ledger.articles.ids())
    event_of = ledger.reports.events(reports)
    events = {
        event: [reports[id_] for id_ in told] for event, told in ledger.reports.in_events(event_of.values()).items()
    }
    claims_of = ledger.articles.claims_of_reports(reports)
    claims = {event: [claim for report in told for claim in claims_of[report.id]] for event, told in events.items()}

    @cache
    def words(event: str) -> frozenset[str]:
        return frozenset(word for quote in _quotes(claims[event]) for word in _WORDS.findall(quote))

    found = doubts(events, words, _parted(ledger, event_of))
    lines = ledger.rows.names(("Event", event) for pair in found for event in (pair.left, pair.right))

    def side(event: str) -> Side:
        return _side(event, lines["Event", event], events[event], claims[event])

    for pair in found:
        pair = replace(pair, reasons=(_shared(ledger, events[pair.left], events[pair.right]), *pair.reasons))
        yield Doubt("event", pair, min(len(claims[pair.left]), len(claims[pair.right])), side)


def _shared(ledger: Transaction, left: Sequence[Report], right: Sequence[Report]) -> str:
    """Which parties two events share, by name where these are not all that they have."""
    one, other = parties(left), parties(right)
    if one == other:
        return "the same parties"
    shared = (party.rpartition(":") for party in one & other)
    nodes = [(label, id_) for told, _, id_ in shared for label in ((told,) if told else _SIGNERS)]
    return f"shared parties: {', '.join(sorted(ledger.rows.names(nodes).values()))}"


def _parted(ledger: Transaction, event_of: Mapping[str, str]) -> Callable[[str, str], bool]:
    """What says whether people decided that two events are different."""
    standing = [each for each in ledger.decisions.standing("event") if each.judgement == "different"]
    report_of = ledger.articles.reports_of_claims({side for each in standing for side in (each.left, each.right)})
    told = [(report_of.get(each.left), report_of.get(each.right)) for each in standing]
    apart = Apart((event_of[left], event_of[right]) for left, right in told if left and right)
    return lambda one, other: apart.forbids([one], [other])


def _side(event: str, line: str, reports: Sequence[Report], claims: Sequence[Claim]) -> Side:
    told: dict[str, set[str | None]] = {
        "date": {report.date for report in reports},
        "published": {report.published for report in reports},
        "status": {*(claim.status for claim in claims)},
        "country": {report.country for report in reports},
        "articles": {*(report.article for report in reports)},
    }
    facts = {what: "; ".join(sorted(filter(None, values))[:SHOWN]) for what, values in told.items() if any(values)}
    return Side(event, event, (line,), facts, len(claims), tuple(_quotes(claims))[:SHOWN])


def _quotes(claims: Sequence[Claim]) -> dict[str, None]:
    """The sentences, each once, in the order of the claims."""
    return dict.fromkeys(claim.evidence[0].quote for claim in claims)
