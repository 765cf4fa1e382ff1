"""Which agreement each is: the one of its signing, where an article names just one there, else by its name too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphload.build.dirty import Dirty
from graphload.build.said import first_entity
from graphload.ledger import Transaction
from graphload.model import Claim, digest
from graphload.relations import event_kinds, relations
from graphload.resolution import Key


def find_agreements(ledger: Transaction, articles: Iterable[str], dirty: Dirty) -> None:
    """Renews the entities of the agreements of `articles`, and marks those that are another one now."""
    reports = [id_ for found in ledger.reports.in_events(dirty.events).values() for id_ in found]
    affected = set(articles) | {
        report.article for report in ledger.reports.by_id(reports).values() if event_kinds()[report.kind].of_agreement
    }
    keys, claims = ledger.keys.of_articles(affected), ledger.articles.claims(affected)
    told = [claim for found in claims.values() for claim in found if relations()[claim.type].of_agreement]
    events = ledger.reports.events(ledger.reports.of_articles(affected))
    report_of = ledger.articles.reports_of_claims(claim.id for claim in told)
    event_of = {claim: events[report] for claim, report in report_of.items()}
    before: dict[str, str] = {}
    now: dict[str, str] = {}
    for article, named in keys.items():
        agreements = {local: key for local, (key, _) in named.items() if key.label == "Agreement"}
        before |= {key.text: named[local][1] for local, key in agreements.items()}
        now |= _entities(agreements, [claim for claim in claims.get(article, ()) if claim.id in event_of], event_of)
    changed = {key: entity for key, entity in now.items() if before[key] != entity}
    ledger.keys.set_entities(changed)
    dirty.articles |= ledger.keys.users(changed)
    dirty.entities |= {("Agreement", entity) for key in changed for entity in (before[key], changed[key])}
    dirty.events |= {event_of[claim.id] for claim in told if claim.id in event_of}


def _entities(agreements: Mapping[str, Key], claims: Iterable[Claim], event_of: Mapping[str, str]) -> dict[str, str]:
    signed: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        signed[event_of[claim.id]].add(claim.target)
    found = {key.text: first_entity(key) for key in agreements.values()}
    for event in sorted(signed, reverse=True):
        for local in signed[event]:
            names = [agreements[local].name] if len(signed[event]) > 1 else []
            found[agreements[local].text] = f"a-{digest(event, *names)}"
    return found
