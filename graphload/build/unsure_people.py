"""People who may be one: names that are alike but not enough, short names, and offices that several held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, product

from graphload.build.sides import Sides
from graphload.build.unsure import Doubt
from graphload.language.names import compare
from graphload.ledger import Transaction
from graphload.lexicon.script import fold_name
from graphload.model import Decision
from graphload.resolution import Key, Likeness
from graphload.resolve.bearers import Bearers
from graphload.resolve.keys import told_year
from graphload.resolve.people import REGISTERED, judge


def unsure_people(ledger: Transaction, bearers: Bearers) -> Iterator[Doubt]:
    """Pairs that may be one person, that some claim hangs on, and on which nobody has decided."""
    sides, standing = Sides(ledger, bearers), ledger.decisions.standing("person")
    for pair in chain(_alike(ledger, sides), _nearly_registered(ledger, bearers), _loose(ledger, bearers)):
        apart = sides.id(pair.left) != sides.id(pair.right)
        if apart and not any(_decides(each, sides, pair) for each in standing):
            hang = min(sides[side].claims for side in (pair.left, pair.right) if not side.startswith(REGISTERED))
            if hang:
                yield Doubt("person", pair, hang, sides.__getitem__)


def _decides(decision: Decision, sides: Sides, pair: Likeness) -> bool:
    left, right = sides.words(pair.left), sides.words(pair.right)
    return (decision.left in left and decision.right in right) or (decision.left in right and decision.right in left)


def _alike(ledger: Transaction, sides: Sides) -> Iterator[Likeness]:
    """Names by two of which some keys may be one person and none are for sure."""
    for pair in ledger.names.pairs():
        keys = product(sides.keys(pair.left), sides.keys(pair.right))
        verdicts = {judge(left, right, pair).verdict for left, right in keys}
        if "unsure" in verdicts and "same" not in verdicts:
            yield pair


def _nearly_registered(ledger: Transaction, bearers: Bearers) -> Iterator[Likeness]:
    """Full names that may be those of people of the registry, where not both name and country speak against it."""
    names = ledger.names.all()
    told: defaultdict[str, set[str]] = defaultdict(set)
    for key in ledger.keys.by_name(names):
        if key.country:
            told[key.name].add(key.country)
    for name in names:
        for person, found in bearers.near(name):
            if found.verdict == "same" or not told[name] or told[name] & bearers.countries(person):
                yield Likeness(name, REGISTERED + person.id, found.score, "unsure", found.reasons)


def _loose(ledger: Transaction, bearers: Bearers) -> Iterator[Likeness]:
    """People whom nothing but a short name or an office tells, and whom these may mean."""
    full = _FullNames(ledger, bearers)
    for key in ledger.keys.loose():
        yield from full.of_short(key) if key.name else _holders(key, ledger, bearers)


def _holders(key: Key, ledger: Transaction, bearers: Bearers) -> Iterator[Likeness]:
    """Those in the graph who held the office, in the year that is told."""
    terms: defaultdict[str, list[str]] = defaultdict(list)
    for person, term in bearers.holders(key.office, key.country, told_year(key)):
        terms[person.id].append(f"held the office from {term.start or '?'} to {term.end or '?'}")
    for anchor in sorted({known.anchor or "" for known in ledger.keys.by_anchor(terms)}):
        yield Likeness(key.text, REGISTERED + anchor, 1 / len(terms), "unsure", tuple(terms[anchor]))


class _FullNames:
    """Everybody named in full, by articles or the registry, by country and by office."""

    def __init__(self, ledger: Transaction, bearers: Bearers) -> None:
        self._by: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        self._countries: defaultdict[str, set[str]] = defaultdict(set)
        for key in ledger.keys.by_name(ledger.names.all()):
            if key.comparable:
                self._file(key.name, key.name, {key.office or ""}, {key.country or ""})
        for person in bearers.people:
            offices = {term.office for term in person.offices}
            for name in person.full_names:
                self._file(REGISTERED + person.id, fold_name(name), offices, bearers.countries(person))

    def _file(self, side: str, name: str, offices: set[str], countries: set[str]) -> None:
        self._countries[side] |= countries - {""}
        for place in (*product(("office",), offices - {""}), *product(("country",), countries - {""})):
            self._by[place].add((side, name))

    def of_short(self, key: Key) -> Iterator[Likeness]:
        """Those whose full name `key` may be short for, of the same office or country, and of no other country."""
        best: dict[str, Likeness] = {}
        places = {("office", key.office or ""), ("country", key.country or "")}
        for side, name in sorted({found for place in places for found in self._by.get(place, ())}):
            countries = self._countries[side]
            found = compare(key.name, name)
            if found.verdict == "different" or (key.country and countries and key.country not in countries):
                continue
            if side not in best or found.score > best[side].score:
                best[side] = Likeness(
                    key.text, side, found.score, "unsure", (f"may be short for {name}", *found.reasons)
                )
        yield from best.values()
