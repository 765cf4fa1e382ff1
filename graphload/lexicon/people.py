"""The registry of public people: their names in both scripts, and which office they held when.

Read from `data/registry/*.yaml`, a file a region; a user's own file of the same schema joins them and wins.
Dates that nobody vouches for are left out: the registry would rather know nothing than something wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from graphload.data import ROOT
from graphload.lexicon.roll import Office, Person, Record, read_roll, tenures
from graphload.lexicon.roll_checks import check_ids, check_records
from graphload.lexicon.script import fold_name

__all__ = ["Office", "Person", "Registry", "registry"]


class Registry:
    """The people of the registry, by id, by name and by office. Raises `DataError` as `check_records` does."""

    def __init__(self, records: Iterable[Record]) -> None:
        records = tuple(records)
        check_records(records)
        self.people: tuple[Person, ...] = tuple(record.person for record in records)
        self._by_id = {person.id: person for person in self.people}
        self._by_name = _index((name, person) for person in self.people for name in person.full_names)
        self._by_short = _index((form, person) for person in self.people for form in person.short + person.shared_short)
        self._tenures = tenures(records)

    def get(self, person_id: str) -> Person | None:
        """The person with this id."""
        return self._by_id.get(person_id)

    def by_name(self, folded: str) -> tuple[Person, ...]:
        """Whose full name this is, as `fold_name` gives it."""
        return self._by_name.get(folded, ())

    def by_short(self, folded: str) -> tuple[Person, ...]:
        """Everybody who goes by this short form, as `fold_name` gives it: several where it is shared."""
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


@cache
def registry(extra: Path | None = None) -> Registry:
    """The project's registry, with the user's own file `extra` over it, if one is given.

    A person of `extra` replaces the one with the same id, or joins the others. Raises `DataError` where a
    file breaks the schema, an id stands twice, or `check_records` finds a fault.
    """
    own = [record for file in sorted((ROOT / "registry").glob("*.yaml")) for record in read_roll(file)]
    users = read_roll(extra.absolute()) if extra else []
    check_ids(own)
    check_ids(users)
    return Registry({record.person.id: record for record in (*own, *users)}.values())


def _index(pairs: Iterable[tuple[str, Person]]) -> Mapping[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    for text, person in pairs:
        found[fold_name(text)][person.id] = person
    return {key: tuple(people.values()) for key, people in found.items()}
