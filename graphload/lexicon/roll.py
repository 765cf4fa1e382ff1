"""The files of the registry: what they say of each person, and how long it is certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from graphload.data import load_yaml
from graphload.lexicon.load import lexicon
from graphload.lexicon.terms import Date, Span, certain


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """One term of one office, of a country or of an organization.

    `start` and `end` (`from` and `to` in the files) are the days of handover, or the month or year where no
    more is vouched for; `None` is not known. `current`: still in office when the file was last vouched for.
    """

    office: str
    country: str | None = None
    organization: str | None = None
    start: Date | None = None
    end: Date | None = None
    current: bool = False

    @property
    def place(self) -> str:
        """The country or the organization."""
        return self.country or self.organization or ""


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
    """A file of the registry. `vouched_until`: the last date on which its `current` terms are known to go on."""

    vouched_until: Date
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A person with what the file adds that it stands in: its path, and until when it vouches."""

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
    """A certain span of days in an office that one person holds at a time."""

    span: Span
    record: Record


def read_roll(file: Path) -> list[Record]:
    """The records of one file. Raises `DataError` where it breaks the schema."""
    roll = load_yaml(file, Roll)
    return [Record(person, file, roll.vouched_until) for person in roll.people]


def tenures(records: Iterable[Record]) -> Mapping[tuple[str, str], list[Tenure]]:
    """All that is certain of the unique offices, by office and by country or organization."""
    offices = lexicon().offices
    held: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for record in records:
        for term in record.person.offices:
            office, span = offices.get(term.office), record.span(term)
            if office and office.unique and span:
                held[term.office, term.place].append(Tenure(span, record))
    return held
