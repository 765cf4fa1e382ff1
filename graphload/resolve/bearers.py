"""Whom of the registry an article means: by name, by short name, or by the office held on a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from graphload.language.names import blocks, compare
from graphload.lexicon.people import Office, Person, Registry
from graphload.lexicon.script import fold

_NOBODY: Final = (None, "")
Anchor = tuple[str | None, str]
"""The id of a person of the registry, and by what it was found; `None` and nothing where nobody is."""


class Told(NamedTuple):
    """What an article tells of a person: the folded name, and office and country where it gives them."""

    name: str
    office: str | None
    country: str | None


class Bearers:
    """The registry, asked for the one person that an article can mean. Who is not the only one is nobody."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._in_block: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self._terms: defaultdict[tuple[str, str], list[tuple[Person, Office]]] = defaultdict(list)
        for person in registry.people:
            for name in map(fold, person.full_names):
                for block in blocks(name):
                    self._in_block[block].add((name, person.id))
            for term in person.offices:
                self._terms[term.office, term.country or term.organization or ""].append((person, term))
        self._found: dict[tuple[str | None, Told], Anchor] = {}

    def get(self, anchor: str) -> Person | None:
        """The person with this id."""
        return self._registry.get(anchor)

    def bearer(self, key: str | None, told: Told) -> Anchor:
        """Who bears the name: the reader's own `key`, else by full name, by short name, by a name very like."""
        if (key, told) not in self._found:
            self._found[key, told] = self._bearer(key, told)
        return self._found[key, told]

    def _bearer(self, key: str | None, told: Told) -> Anchor:
        if key and self._registry.get(key):
            return key, "named as the registry has it"
        if named := self._registry.by_name(told.name):
            fitting = [person for person in named if not person.common or _supports(person, told)]
            return _only(fitting, "named as the registry has it")
        if short := self._registry.by_short(told.name):
            fitting = [person for person in short if not _contradicts(person, told)]
            return _only(fitting, "goes by this short name alone")
        return self._alike(told) if " " in told.name else _NOBODY

    def _alike(self, told: Told) -> Anchor:
        near = {pair for block in blocks(told.name) for pair in self._in_block.get(block, ())}
        alike = {person for name, person in near if compare(told.name, name).verdict == "same"}
        people = [person for person in map(self._registry.get, sorted(alike)) if person]
        fitting = [person for person in people if not _contradicts(person, told)]
        return _only(
            [person for person in fitting if not person.common or _supports(person, told)],
            "named almost as the registry has it",
        )

    def holder(self, office: str | None, country: str | None, dates: Sequence[str | None], since: str | None) -> Anchor:
        """Who held the office on all of `dates`; of an unknown date, who held it `since` a day and never left it."""
        if not office or not country:
            return _NOBODY
        holders = {self._on(office, country, date) if date else self._from(office, country, since) for date in dates}
        if len(holders) != 1 or None in holders:
            return _NOBODY
        return holders.pop(), f"{office} of {country} {_when(dates, since)}"

    def _on(self, office: str, country: str, date: str) -> str | None:
        person = self._registry.holder(office, country, date)
        return person.id if person else None

    def _from(self, office: str, country: str, since: str | None) -> str | None:
        person = self._on(office, country, since) if since else None
        later = {
            other.id
            for other, term in self._terms.get((office, country), ())
            if since and not (term.end and term.end < since)
        }
        return person if later == {person} else None


def _when(dates: Iterable[str | None], since: str | None) -> str:
    told = sorted({date for date in dates if date})
    return f"on {', '.join(told)}" if told else f"ever since {since}"


def _only(people: Sequence[Person], basis: str) -> Anchor:
    return (people[0].id, basis) if len(people) == 1 else _NOBODY


def _contradicts(person: Person, told: Told) -> bool:
    """Whether the article gives a country that is none of the person's."""
    countries = _countries(person)
    return bool(told.country and countries and told.country not in countries)


def _supports(person: Person, told: Told) -> bool:
    offices = {term.office for term in person.offices}
    return (told.country in _countries(person)) if told.country else told.office in offices


def _countries(person: Person) -> set[str]:
    return {country for country in (person.country, *(term.country for term in person.offices)) if country}
