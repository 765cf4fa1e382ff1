"""Makes the graph rows of what is dirty anew, and writes those that came out different."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from graphload.build.dirty import Dirty
from graphload.ledger import Transaction
from graphload.ledger.access import chunks
from graphload.lexicon.load import lexicon
from graphload.lexicon.naming import body
from graphload.model import ARTICLE, Claim, Edge, Node
from graphload.project import Known, article_rows, entity_node, event_rows
from graphload.resolution import Cluster, Event, Key, Reference, Standing
from graphload.resolve.bearers import Bearers

_ROWS_AT_ONCE = 1_000
Entity = tuple[str, str]
Locals = dict[str, dict[str, tuple[Key, str]]]
Names = dict[Entity, str]


def write_rows(ledger: Transaction, bearers: Bearers, dirty: Dirty) -> int:
    """Writes the rows of all that is dirty, entities first since events tell their names. Gives how many changed."""
    changed = 0
    for entities in chunks(sorted(dirty.entities), _ROWS_AT_ONCE):
        before = ledger.rows.names(entities)
        changed += ledger.write(_entity_rows(ledger, entities, bearers))
        after = ledger.rows.names(entities)
        renamed = [
            entity for entity in entities if entity in before and entity in after and before[entity] != after[entity]
        ]
        dirty.events |= _events_with(ledger, renamed)
    for articles in chunks(sorted(dirty.articles), _ROWS_AT_ONCE):
        changed += ledger.write(_article_rows(ledger, articles))
    names: Names = {}
    for events in chunks(sorted(dirty.events), _ROWS_AT_ONCE):
        changed += ledger.write(_event_rows(ledger, events, names))
    return changed


def _events_with(ledger: Transaction, entities: Iterable[Entity]) -> set[str]:
    keys = [key.text for found in ledger.keys.of_entities(entities).values() for key in found]
    return set(ledger.reports.events(ledger.reports.of_articles(ledger.keys.users(keys))).values())


def _entity_rows(ledger: Transaction, entities: Iterable[Entity], bearers: Bearers) -> dict[str, list[Node | Edge]]:
    keys_of = ledger.keys.of_entities(entities)
    forms = ledger.keys.forms(key.text for keys in keys_of.values() for key in keys)
    mentions = ledger.keys.mentions({entity: [key.text for key in keys] for entity, keys in keys_of.items()})
    rows: dict[str, list[Node | Edge]] = {" ".join(entity): [] for entity in entities}
    for (label, id_), keys in keys_of.items():
        named = sum((forms[key.text] for key in keys), Counter())
        cluster = Cluster(keys[0].label, id_, tuple(keys), named, mentions[label, id_])
        rows[f"{label} {id_}"].append(entity_node(cluster, known(cluster, bearers)))
    return rows


def known(cluster: Cluster, bearers: Bearers) -> Known:
    """What the registry or the lexicon says of a cluster."""
    words = lexicon()
    if cluster.label == "Person" and (person := bearers.get(cluster.id)):
        office = person.offices[-1].office if person.offices else None
        return Known(person.name, person.name_hi, office, person.country)
    if cluster.label == "Country" and (country := words.countries.get(cluster.id)):
        return Known(country.name, country.name_hi)
    if cluster.label in ("Organization", "Source") and (found := body(cluster.id)):
        return Known(found.name, kind=found.kind)
    return Known()


def _article_rows(ledger: Transaction, articles: list[str]) -> dict[str, list[Node | Edge]]:
    keys = ledger.keys.of_articles(articles)
    rows: dict[str, list[Node | Edge]] = {f"article {article}": [] for article in articles}
    for reading in ledger.articles.readings(articles):
        named = keys.get(reading.article.id, {})
        references = {local: Reference(key.label, entity, "") for local, (key, entity) in named.items()}
        rows[f"article {reading.article.id}"] += article_rows(reading, references)
    return rows


def _event_rows(ledger: Transaction, events: list[str], names: Names) -> dict[str, list[Node | Edge]]:
    reports_in = ledger.reports.in_events(events)
    reports = ledger.reports.by_id(report for found in reports_in.values() for report in found)
    claims = ledger.articles.claims_of_reports(reports)
    stand = _Stand(ledger, {report.article for report in reports.values()}, names)
    rows: dict[str, list[Node | Edge]] = {f"event {event}": [] for event in events}
    for event, told in reports_in.items():
        standings = tuple(stand(claim) for report in told for claim in claims[report])
        credited = [
            credit
            for article in sorted({reports[report].article for report in told})
            for credit in stand.credits(article)
        ]
        rows[f"event {event}"] += event_rows(Event(event, reports[told[0]].kind, standings), credited)
    return rows


class _Stand:
    """Claims with their ends resolved, for the claims of some articles. `names` are those known so far; they grow."""

    def __init__(self, ledger: Transaction, articles: set[str], names: Names) -> None:
        self._keys: Locals = ledger.keys.of_articles(articles)
        self._witnesses = ledger.articles.witnesses(articles)
        self._published = ledger.articles.published(articles)
        self._credits = ledger.articles.credits(articles)
        entities = {(key.label, entity) for named in self._keys.values() for key, entity in named.values()}
        names |= ledger.rows.names(entities - names.keys())
        self._names = names

    def __call__(self, claim: Claim) -> Standing:
        """`claim` with its ends resolved."""
        article = claim.article
        source, target = (self._reference(article, end) for end in (claim.source, claim.target))
        return Standing(claim, source, target, self._witnesses[article], self._published[article])

    def credits(self, article: str) -> Iterator[Standing]:
        """The REPORTED_BY claims of an article."""
        return (self(claim) for claim in self._credits.get(article, ()))

    def _reference(self, article: str, local: str) -> Reference:
        if local == ARTICLE:
            return Reference("Source", article, "")
        key, entity = self._keys[article][local]
        return Reference(key.label, entity, self._names[key.label, entity])
