"""Tells anew what articles report, where an article is new or an entity of it has become another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graphload.build.dirty import Dirty
from graphload.ledger import Transaction
from graphload.model import Article, Claim
from graphload.resolution import Key, Reference, Report
from graphload.resolve.bearers import Bearers
from graphload.resolve.reports import reports


def tell_reports(
    ledger: Transaction, articles: Iterable[str], bearers: Bearers, dirty: Dirty
) -> tuple[dict[Report, str], list[Report]]:
    """Renews the reports of `articles`.

    Gives those that are gone or changed, as they were and with their groups, and those that came.
    """
    articles = sorted(articles)
    before = ledger.reports.of_articles(articles)
    now: dict[str, Report] = {}
    report_of: dict[str, str] = {}
    witnesses = ledger.articles.witnesses(articles)
    for article, claims, keys in _said(ledger, articles):
        for report, told in reports(
            article, witnesses[article.id], claims, _ends(keys), _parties(keys, bearers)
        ).values():
            now[report.id] = report
            report_of.update((claim.id, report.id) for claim in told)
    gone = [report for report in before.values() if now.get(report.id) != report]
    groups = ledger.reports.groups([report.id for report in gone])
    came = [report for report in now.values() if before.get(report.id) != report]
    dirty.events.update(ledger.reports.events([report.id for report in gone]).values())
    ledger.reports.remove([report.id for report in gone])
    ledger.reports.add(came)
    ledger.articles.set_reports(articles, report_of)
    return {report: groups[report.id] for report in gone}, came


def _said(
    ledger: Transaction, articles: list[str]
) -> Iterator[tuple[Article, list[Claim], Mapping[str, tuple[Key, str]]]]:
    keys = ledger.keys.of_articles(articles)
    for reading in ledger.articles.readings(articles):
        yield reading.article, list(reading.claims), keys.get(reading.article.id, {})


def _ends(keys: Mapping[str, tuple[Key, str]]) -> dict[str, Reference]:
    return {local: Reference(key.label, entity, "") for local, (key, entity) in keys.items()}


def _parties(keys: Mapping[str, tuple[Key, str]], bearers: Bearers) -> dict[str, str]:
    """Whom each entity signs for: a person for the country, told by the article or by the registry."""
    return {local: _country(key, bearers) or entity for local, (key, entity) in keys.items()}


def _country(key: Key, bearers: Bearers) -> str | None:
    if key.label != "Person":
        return None
    known = bearers.get(key.anchor) if key.anchor else None
    return key.country or (known.country if known else None)
