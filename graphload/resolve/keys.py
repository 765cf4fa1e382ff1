"""The key of each entity of an article: what may identify it beyond that article.

- A Country, an Organization, a Source: the lexicon's id, else the folded name.
- A Person named in full: folded name, office and country, and whom the registry has by that name.
- A Person with a short name (one word): the registry's only bearer of it whose country and office do not
  contradict; else nobody beyond the article, since a surname alone joins nothing.
- A Person without a name: who held the office, by the registry, on every date that the article gives for
  what the person did; else the office and country in the one year of these dates. Where no year is told, nobody
  beyond the copies of the text: offices change hands.
- An Agreement: nothing by itself; the signing that it comes from tells which it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import regex

from graphload.language.roles import is_role
from graphload.lexicon.script import fold_name
from graphload.model import Entity, Reading
from graphload.resolution import Key
from graphload.resolve.bearers import Bearers, Told
from graphload.resolve.candidates import pair_keys

_DEVANAGARI: Final = regex.compile(r"\p{Devanagari}")


def keys_of(reading: Reading, witness: str, bearers: Bearers) -> dict[str, Key]:
    """The key of each entity of `reading`, an article of this `witness`, by its local id."""
    return {entity.id: _key(entity, reading, witness, bearers) for entity in reading.entities}


def place_key(country: str) -> Key:
    """The key of a country that is told as the place of an event."""
    return Key(f"Country|{country}", "Country", anchor=country, basis="lexicon")


def told_year(key: Key) -> str | None:
    """The year to which the key of a person without a name is bound, where one is told."""
    scope = key.text.rpartition("|")[2]
    return scope if scope.isdigit() else None


def _key(entity: Entity, reading: Reading, witness: str, bearers: Bearers) -> Key:
    local = f"{reading.article.id}#{entity.id}"
    if entity.label == "Person":
        names = [name for name in entity.names if not is_role(name)] if entity.named else []
        return _named(entity, names, local, bearers) if names else _unnamed(entity, local, reading, witness, bearers)
    if entity.label == "Agreement":
        name = fold_name(entity.name)  # in the text too: a revised article may call another agreement by this local id
        return Key(f"Agreement|{local}|{name}", "Agreement", name)
    text = f"{entity.label}|{entity.key or ''}"
    if entity.kind:
        text += f"|{entity.kind}"
    if entity.key:
        return Key(text, entity.label, kind=entity.kind, anchor=entity.key, basis="lexicon")
    name = fold_name(entity.name)
    return Key(f"{text}|{name}", entity.label, name, kind=entity.kind)


def _named(entity: Entity, names: Sequence[str], local: str, bearers: Bearers) -> Key:
    name = fold_name(fullest(names))
    anchor, basis = bearers.bearer(entity.key, Told(name, entity.office, entity.country))
    short = not pair_keys(name)
    parts = [name, entity.office, entity.country, anchor, local if short and not anchor else None]
    return _person(parts, entity, name, anchor, basis, comparable=not short and not anchor)


def _unnamed(entity: Entity, local: str, reading: Reading, witness: str, bearers: Bearers) -> Key:
    claims = [claim for claim in reading.claims if entity.id in (claim.source, claim.target)]
    published = reading.article.published
    dates = [claim.date or published for claim in claims] or [published]
    post = (entity.office, entity.country)
    anchor, basis = bearers.holder(entity.key, post, dates, _latest_past(reading))
    scope = anchor or (_year(dates) or f"in {witness}" if entity.office and entity.country else local)
    return _person([None, entity.office, entity.country, scope], entity, "", anchor, basis, comparable=False)


def _person(
    parts: list[str | None], entity: Entity, name: str, anchor: str | None, basis: str, *, comparable: bool
) -> Key:
    text = "|".join(["Person", *(part or "" for part in parts)])
    return Key(text, "Person", name, entity.office, entity.country, None, anchor, basis, comparable)


def _latest_past(reading: Reading) -> str | None:
    """A date before which the article cannot have been written: the last that it tells of as past."""
    return max((claim.date for claim in reading.claims if claim.date and claim.status == "happened"), default=None)


def _year(dates: Iterable[str | None]) -> str | None:
    years = {date[:4] for date in dates if date}
    return years.pop() if len(years) == 1 else None


def fullest(names: Iterable[str]) -> str:
    """The name with the most words; of those one in Devanagari, then the longest."""
    return max(names, key=lambda name: (len(name.split()), bool(_DEVANAGARI.search(name)), len(name), name))
