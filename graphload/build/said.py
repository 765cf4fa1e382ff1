"""Takes back and records what articles say, and keeps count of the keys that they use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from graphload.build.dirty import Dirty, Forgotten, Named
from graphload.ledger import Transaction
from graphload.model import Entity, Reading, digest
from graphload.resolution import Key
from graphload.resolve.bearers import Bearers
from graphload.resolve.keys import keys_of, place_key

KeysOf = Mapping[str, Mapping[str, Key]]


def forget(ledger: Transaction, removed: Collection[str], dirty: Dirty) -> Forgotten:
    """Takes the articles `removed` back, and marks what told of them."""
    reports = ledger.reports.of_articles(removed)
    dirty.events.update(ledger.reports.events(reports).values())
    dirty.articles |= set(removed)
    groups = ledger.reports.groups(reports)
    witnesses = frozenset(ledger.articles.witnesses(removed).values())
    keys = _forget_keys(ledger, removed)
    ledger.reports.remove(list(reports))
    ledger.bands.remove(sorted(removed))
    ledger.articles.remove(sorted(removed))
    return Forgotten({reports[id_]: groups[id_] for id_ in reports}, witnesses, frozenset(keys))


def name(
    ledger: Transaction,
    readings: Sequence[Reading],
    moved: Collection[str],
    left: Collection[str],
    bearers: Bearers,
    dirty: Dirty,
) -> Named:
    """Gives the entities of `readings` their keys, and anew those of articles that have `moved` to another witness.

    `left` are keys that lost an article before. Marks the entities of all keys that are used otherwise now.
    """
    again = list(ledger.articles.readings(moved))
    touched = {*left, *_forget_keys(ledger, moved)}
    said = [*readings, *again]
    witnesses = ledger.articles.witnesses(reading.article.id for reading in said)
    keys = {reading.article.id: keys_of(reading, witnesses[reading.article.id], bearers) for reading in said}
    ledger.articles.set_entities(said, {article: _texts(of) for article, of in keys.items()})
    used = _use(ledger, said, keys)
    touched |= {key.text for key in used}
    before = ledger.keys.entities(touched)
    unused = ledger.keys.remove_unused(touched)
    dirty.articles |= keys.keys()
    dirty.entities |= {(text.partition("|")[0], entity) for text, entity in before.items()}
    new = tuple(key for key in used if key.text not in before)
    ledger.keys.add({key: first_entity(key) for key in new})
    dirty.entities |= {(key.label, first_entity(key)) for key in new if key.label != "Person"}
    return Named(new, tuple(unused))


def first_entity(key: Key) -> str:
    """The id of the entity that a key is by itself: people and agreements may become another's."""
    if key.anchor:
        return key.anchor
    named_by = key.name if key.label in ("Organization", "Source", "Country") else key.text
    return f"{key.label[0].lower()}-{digest(key.label, named_by)}"


def _forget_keys(ledger: Transaction, articles: Collection[str]) -> set[str]:
    """Forgets which keys the articles use, and gives those."""
    said = ledger.articles.entities(articles)
    key_of = {
        article: {local: key for local, (key, _) in of.items()}
        for article, of in ledger.keys.of_articles(articles).items()
    }
    return ledger.keys.remove_uses(sorted(articles), _forms(said, key_of))


def _texts(keys: Mapping[str, Key]) -> dict[str, str]:
    return {local: key.text for local, key in keys.items()}


def _use(ledger: Transaction, readings: Sequence[Reading], keys: KeysOf) -> set[Key]:
    """Notes which keys the articles use and in what forms, and gives the keys."""
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
