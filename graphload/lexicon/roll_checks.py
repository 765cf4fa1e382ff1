"""Checks that keep the registry from knowing something wrong: of each record, and of records side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graphload.errors import DataError
from graphload.lexicon.load import lexicon
from graphload.lexicon.roll import Office, Record, tenures
from graphload.lexicon.script import fold
from graphload.lexicon.terms import first_day, last_day


def check_records(records: Sequence[Record]) -> None:
    """Raises `DataError` with the place for a fault in any record, or between two of them.

    Faults: an unknown country, a term that is of no one place or whose dates cannot be, one full name of two
    people, one short form of two people that neither marks as shared, and two holders of a unique office at
    a time, a day of handover apart.
    """
    for record in records:
        _check_countries(record)
        for term in record.person.offices:
            _check_term(term, record)
    full = ((name, record) for record in records for name in record.person.full_names)
    _check_owners(full, "the full name", "keep it with one of them")
    short = ((form, record) for record in records for form in record.person.short)
    _check_owners(short, "the short form", "put it under shared_short")
    _check_holders(records)


def check_ids(records: Iterable[Record]) -> None:
    """Raises `DataError` where two records of one source have one id."""
    seen: dict[str, Record] = {}
    for record in records:
        if (first := seen.setdefault(record.person.id, record)) is not record:
            raise DataError("the id stands twice", where=record.where, mend=f"join it with the one in {first.file}")


def _check_countries(record: Record) -> None:
    person = record.person
    for country in filter(None, (person.country, *(term.country for term in person.offices))):
        if country not in lexicon().countries:
            raise DataError(f"unknown country {country}", where=record.where, mend="give an ISO 3166-1 alpha-3 code")


def _check_term(term: Office, record: Record) -> None:
    for what, mend in _faults(term, record):
        raise DataError(f"{term.office}: {what}", where=record.where, mend=mend)


def _faults(term: Office, record: Record) -> Iterator[tuple[str, str]]:
    if (term.country is None) == (term.organization is None):
        yield "neither of one country nor of one organization", "give one of the two"
    try:
        days = [(first_day(text), last_day(text)) for text in (term.start, term.end, record.vouched_until) if text]
    except ValueError as error:
        yield str(error), "give a date of the calendar, cut to its precision"
        return
    if term.start and term.end and days[1][1] < days[0][0]:
        yield f"it ends on {term.end}, before it begins on {term.start}", "put the dates right"
    if term.current and term.end:
        yield "current, and yet it has an end", "keep one of the two"


def _check_owners(owned: Iterable[tuple[str, Record]], what: str, mend: str) -> None:
    owners: dict[str, Record] = {}
    for text, record in owned:
        first = owners.setdefault(fold(text), record)
        if first.person.id != record.person.id:
            raise DataError(f"{what} {text} is also of {first.person.id}", where=record.where, mend=mend)


def _check_holders(records: Iterable[Record]) -> None:
    for (office, place), held in tenures(records).items():
        for one, two in combinations(held, 2):
            if one.record.person.id != two.record.person.id and one.span.overlaps(two.span):
                what = f"{office} of {place} at the same time as {one.record.person.id}"
                raise DataError(what, where=two.record.where, mend="put the dates of one of them right")
