"""The registry of public people: their names in both scripts, and which office they held when.

Read from `data/registry/*.yaml`, a file a region; a user's own file of the same schema joins them and wins.
Dates that nobody vouches for are left out: the registry would rather know nothing than something wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.lexicon.load import lexicon
from graphload.lexicon.script import fold
from graphload.lexicon.terms import Date, Span, certain

FOLDER = ROOT / "registry"


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """One term of one office, of a country or an organization.

    `start` and `end` (`from` and `to` in the files) are the days of handover, or the month or year where no
    more is vouched for; `None` is not known. `current`: still in office when the file was last vouched for.
    """

    office: str
    country: str | None = None
    organization: str | None = None
    start: Date | None = None
    end: Date | None = None
    current: bool = False


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person. `country` is the one that he or she acts for; `offices` may be empty.

    `names` are further full names; `short`, forms that mean the person where they stand alone; `shared_short`,
    such forms that others go by too. `common`: many people bear the full name, so that it takes an office
    or a country beside it to mean this one.
    """

    id: str
    name: str
    name_hi: str | None = None
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    shared_short: tuple[str, ...] = ()
    country: str | None = None
    common: bool = False
    offices: tuple[Office, ...] = ()

    @property
    def full_names(self) -> tuple[str, ...]:
        """Every full name, the usual ones first."""
        return tuple(dict.fromkeys(name for name in (self.name, self.name_hi, *self.names) if name))


class Roll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the registry. `vouched_until`: the last date up to which its `current` terms are known to go on."""

    vouched_until: Date
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A person with what the file that it stands in adds: its path, and until when it vouches."""

    person: Person
    file: Path
    vouched_until: str

    @property
    def where(self) -> str:
        """The place, for people."""
        return f"{self.file}, {self.person.id}"

    def span(self, term: Office) -> Span | None:
        """What is certain of one of the person's terms."""
        return certain(term.start, term.end, self.vouched_until if term.current else None)


class Tenure(NamedTuple):
    """A certain span of days in a unique office."""

    span: Span
    record: Record


class Registry:
    """The people of the registry, by id, by name and by office."""

    def __init__(self, records: Iterable[Record]) -> None:
        records = tuple(records)
        self.people: tuple[Person, ...] = tuple(record.person for record in records)
        self._by_id = {person.id: person for person in self.people}
        self._by_name = _index((name, person) for person in self.people for name in person.full_names)
        self._by_short = _index((form, person) for person in self.people for form in person.short + person.shared_short)
        self._tenures = tenures(records)

    def get(self, id: str) -> Person | None:  # noqa: A002
        """The person with this id."""
        return self._by_id.get(id)

    def by_name(self, folded: str) -> tuple[Person, ...]:
        """Whose full name this is, as `fold` gives it."""
        return self._by_name.get(folded, ())

    def by_short(self, folded: str) -> tuple[Person, ...]:
        """Everybody who goes by this short form, as `fold` gives it: several where it is shared."""
        return self._by_short.get(folded, ())

    def holder(self, office: str, country_or_organization: str, date: str | None) -> Person | None:
        """Who held the office over the whole of the date, ISO text cut to its precision.

        `None` without a date, for an office that several hold at a time, on a day of handover, in a month or
        year with one, and for any date that the registry does not vouch for. Raises `ValueError` for a text
        that is no date.
        """
        if date is None:
            return None
        held = self._tenures.get((office, country_or_organization), ())
        return next((tenure.record.person for tenure in held if tenure.span.covers(date)), None)


def tenures(records: Iterable[Record]) -> Mapping[tuple[str, str], list[Tenure]]:
    """All that is certain of unique offices, by office and by country or organization."""
    offices, held = lexicon().offices, defaultdict(list)
    for record in records:
        for term in record.person.offices:
            place, span = term.country or term.organization, record.span(term)
            if place and span and term.office in offices and offices[term.office].unique:
                held[term.office, place].append(Tenure(span, record))
    return held


def _index(pairs: Iterable[tuple[str, Person]]) -> Mapping[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    for text, person in pairs:
        found[fold(text)][person.id] = person
    return {key: tuple(people.values()) for key, people in found.items()}


def read_roll(file: Path) -> list[Record]:
    """The records of one file. Raises `DataError` where it breaks the schema."""
    roll = load_yaml(file, Roll)
    return [Record(person, file, roll.vouched_until) for person in roll.people]


@cache
def registry(extra: Path | None = None) -> Registry:
    """The project's registry, with the user's own file `extra` over it, if one is given.

    A person of `extra` replaces the one with the same id, or joins the others. Raises `DataError` as
    `check_records` does, and where a file breaks the schema.
    """
    from graphload.lexicon.people_checks import check_records

    own = [record for file in sorted(FOLDER.glob("*.yaml")) for record in read_roll(file)]
    users = read_roll(extra.absolute()) if extra else []
    return Registry(check_records(own, users))
