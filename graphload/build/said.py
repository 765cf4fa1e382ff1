"""Takes back and records what articles say, and keeps count of the keys that they use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from graphload.build.dirty import Dirty, Said
from graphload.ledger import Transaction
from graphload.model import Entity, Reading, digest
from graphload.resolution import Key
from graphload.resolve.bearers import Bearers
from graphload.resolve.keys import keys_of, place_key

KeysOf = Mapping[str, Mapping[str, Key]]


def say(
    ledger: Transaction,
    readings: Sequence[Reading],
    hashes: Mapping[str, str],
    removed: Collection[str],
    bearers: Bearers,
    dirty: Dirty,
) -> Said:
    """Forgets the articles `removed`, records `readings`, and marks what that leaves to be made anew."""
    gone_reports = ledger.reports.of_articles(removed)
    dirty.events.update(ledger.reports.events(gone_reports).values())
    groups = ledger.reports.groups(gone_reports)
    broken = frozenset(ledger.articles.witnesses(removed).values())
    touched = _forget(ledger, sorted(removed), list(gone_reports))
    keys = {reading.article.id: keys_of(reading, bearers) for reading in readings}
    new = _record(ledger, readings, hashes, keys)
    touched |= {key.text for key in new}
    before = ledger.keys.entities(touched)
    unused = ledger.keys.remove_unused(touched)
    dirty.articles |= {*removed, *keys}
    dirty.entities |= {(text.partition("|")[0], entity) for text, entity in before.items()}
    used_new = tuple(key for key in new if key.text not in before)
    ledger.keys.add({key: first_entity(key) for key in used_new})
    dirty.entities |= {(key.label, first_entity(key)) for key in used_new if key.label != "Person"}
    return Said(
        frozenset(keys), used_new, tuple(unused), {gone_reports[id_]: groups[id_] for id_ in gone_reports}, broken
    )


def first_entity(key: Key) -> str:
    """The id of the entity that a key is by itself: people and agreements may become another's."""
    if key.anchor:
        return key.anchor
    named_by = key.name if key.label in ("Organization", "Source", "Country") else key.text
    return f"{key.label[0].lower()}-{digest(key.label, named_by)}"


def _forget(ledger: Transaction, removed: Sequence[str], reports: Sequence[str]) -> set[str]:
    said = ledger.articles.entities(removed)
    key_of = {
        article: {local: key for local, (key, _) in of.items()}
        for article, of in ledger.keys.of_articles(removed).items()
    }
    touched = ledger.keys.remove_uses(removed, _forms(said, key_of))
    ledger.reports.remove(reports)
    ledger.bands.remove(removed)
    ledger.articles.remove(removed)
    return touched


def _record(ledger: Transaction, readings: Sequence[Reading], hashes: Mapping[str, str], keys: KeysOf) -> set[Key]:
    texts = {article: {local: key.text for local, key in of.items()} for article, of in keys.items()}
    ledger.articles.add(readings, hashes, texts)
    places = {
        (reading.article.id, place_key(claim.country))
        for reading in readings
        for claim in reading.claims
        if claim.country
    }
    uses = {(key.text, article): True for article, of in keys.items() for key in of.values()}
    for article, key in places:
        uses.setdefault((key.text, article), False)
    forms = _forms({reading.article.id: reading.entities for reading in readings}, keys)
    ledger.keys.add_uses([(key, article, mentioned) for (key, article), mentioned in uses.items()], forms)
    return {key for of in keys.values() for key in of.values()} | {key for _, key in places}


def _forms(said: Mapping[str, Iterable[Entity]], keys: KeysOf) -> Counter[tuple[str, str]]:
    """How many of the articles have each surface form under each key."""
    forms = {
        (article, keys[article][entity.id].text, form)
        for article, named in said.items()
        for entity in named
        for form in entity.names
    }
    return Counter((key, form) for _, key, form in forms)
