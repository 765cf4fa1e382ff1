"""Whom of the registry an article means: by name, by short name, or by the office held on a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from graphload.language.names import Comparison, compare, may_be_alike
from graphload.lexicon.people import Office, Person, Registry
from graphload.lexicon.script import fold_name
from graphload.model import Verdict
from graphload.resolve.candidates import joined_keys, pair_keys, part_keys

_NOBODY: Final = (None, "")
_HELD: Final = "held the office at the time"
Post = tuple[str | None, str | None]
"""An office and whose it is, each where the article tells it."""

_Named = tuple[str, str]
"""A full name of the registry, folded, and the id of whose it is."""

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
        self._terms: defaultdict[tuple[str, str], list[tuple[Person, Office]]] = defaultdict(list)
        for person in registry.people:
            for term in person.offices:
                self._terms[term.office, term.country or term.organization or ""].append((person, term))
        self._found: dict[Told, Anchor] = {}
        self._near: dict[str, list[tuple[Person, Comparison]]] = {}

    @cached_property
    def _by_part(self) -> Mapping[str, list[_Named]]:
        """Full names by the sounds of their parts: their pairs, which are many, are made for those that come near."""
        return self._filed(part_keys)

    @cached_property
    def _by_whole(self) -> Mapping[str, list[_Named]]:
        """Full names of two words, as they sound where they are written as one."""
        return self._filed(joined_keys)

    def _filed(self, keys_of: Callable[[str], Iterable[str]]) -> Mapping[str, list[_Named]]:
        filed: defaultdict[str, list[_Named]] = defaultdict(list)
        for person in self._registry.people:
            for name in set(map(fold_name, person.full_names)):
                for key in keys_of(name):
                    filed[key].append((name, person.id))
        return filed

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the registry."""
        return self._registry.people

    def get(self, anchor: str) -> Person | None:
        """The person with this id."""
        return self._registry.get(anchor)

    def bearer(self, key: str | None, told: Told) -> Anchor:
        """Who bears the name: the reader's own `key`, else by full name, by short name, by a name very like."""
        if told not in self._found:
            self._found[told] = self._bearer(told)
        found = self._found[told]
        return (key, "the reader knows the person") if key != found[0] and self._knows(key) else found

    def _knows(self, key: str | None) -> bool:
        return key is not None and self._registry.get(key) is not None

    def _bearer(self, told: Told) -> Anchor:
        if named := self._registry.by_name(told.name):
            fitting = [person for person in named if not person.common or _supports(person, told)]
            return _only(fitting, "named as the registry has it")
        if short := self._registry.by_short(told.name):
            fitting = [person for person in short if not _contradicts(person, told)]
            return _only(fitting, "goes by this short name alone")
        alike = {person for person, found in self.near(told.name) if _means(found.verdict, person, told)}
        return _only(sorted(alike, key=lambda person: person.id), "named almost as the registry has it")

    def near(self, name: str) -> list[tuple[Person, Comparison]]:
        """Everybody with a full name that is the same as `name`, or may be, and how alike the nearest one is."""
        if name not in self._near:
            self._near[name] = self._compared(name)
        return self._near[name]

    def _compared(self, name: str) -> list[tuple[Person, Comparison]]:
        best: dict[str, Comparison] = {}
        for other, id_ in sorted(named for named in self._candidates(name) if may_be_alike(name, named[0])):
            found = compare(name, other)
            if found.verdict != "different" and (id_ not in best or found.score > best[id_].score):
                best[id_] = found
        return [(person, found) for id_, found in best.items() if (person := self._registry.get(id_))]

    def _candidates(self, name: str) -> set[_Named]:
        """Whose full names share a pair of keys with `name`, or sound like its one word."""
        if pairs := pair_keys(name):
            near = {named for key in part_keys(name) for named in self._by_part.get(key, ())}
            return {named for named in near if not pairs.isdisjoint(pair_keys(named[0]))}
        return {named for key in joined_keys(name) for named in self._by_whole.get(key, ())}

    def holder(self, key: str | None, post: Post, dates: Sequence[str | None], since: str | None) -> Anchor:
        """Who held the office on all of `dates`: the reader's own `key`, else as the registry has it.

        On an unknown date it can only be who held it `since` a day and never left it.
        """
        if key and self._knows(key):
            return key, _HELD
        office, country = post
        if not office or not country:
            return _NOBODY
        holders = {self._on(office, country, date) if date else self._from(office, country, since) for date in dates}
        return (holders.pop(), _HELD) if len(holders) == 1 and None not in holders else _NOBODY

    def holders(self, office: str | None, country: str | None, year: str | None) -> list[tuple[Person, Office]]:
        """Everybody on record in the office, each with the term; with a `year`, those whose term touches it."""
        return [
            (person, term)
            for person, term in self._terms.get((office or "", country or ""), ())
            if not year or ((term.start or year)[:4] <= year <= (term.end or year)[:4])
        ]

    def countries(self, person: Person) -> set[str]:
        """The countries that a person of the registry acts or acted for."""
        return _countries(person)

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


def _only(people: Sequence[Person], basis: str) -> Anchor:
    return (people[0].id, basis) if len(people) == 1 else _NOBODY


def _means(verdict: Verdict, person: Person, told: Told) -> bool:
    """Whether a name that is (almost) a person's means the person, by office and country beside it."""
    if verdict == "unsure":
        return any((term.office, term.country) == (told.office, told.country) for term in person.offices)
    return _supports(person, told) if person.common else not _contradicts(person, told)


def _contradicts(person: Person, told: Told) -> bool:
    """Whether the article gives a country that is none of the person's."""
    countries = _countries(person)
    return bool(told.country and countries and told.country not in countries)


def _supports(person: Person, told: Told) -> bool:
    offices = {term.office for term in person.offices}
    return (told.country in _countries(person)) if told.country else told.office in offices


def _countries(person: Person) -> set[str]:
    return {country for country in (person.country, *(term.country for term in person.offices)) if country}
