"""What a person should decide: pairs that may be one person, the most telling first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from graphload.ledger import Transaction
from graphload.model import Claim
from graphload.resolution import Key, Likeness
from graphload.resolve.bearers import Bearers
from graphload.resolve.people import REGISTERED, judge

_QUOTES: Final = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an unsure pair: what a decision calls it, who it is now, how articles name it, and some evidence."""

    name: str
    person: str
    forms: tuple[str, ...]
    office: str | None
    country: str | None
    claims: int
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two names that may be one person, how alike they are and why, and the claims that hang on it."""

    left: Side
    right: Side
    score: float
    reasons: tuple[str, ...]
    claims: int


def review(ledger: Transaction, bearers: Bearers, limit: int | None = None) -> list[Unsure]:
    """Unsure pairs on which nobody has decided, those with most claims on their weaker side first."""
    decided = {frozenset((each.left, each.right)) for each in ledger.decisions.standing("person")}
    pairs = [pair for pair in _pairs(ledger, bearers) if frozenset((pair.left, pair.right)) not in decided]
    sides = _Sides(ledger, bearers, {side for pair in pairs for side in (pair.left, pair.right)})
    unsure = [_unsure(pair, sides[pair.left], sides[pair.right]) for pair in pairs]
    open_ = [pair for pair in unsure if pair.left.person != pair.right.person]
    return sorted(open_, key=lambda pair: (-pair.claims, -pair.score, pair.left.name, pair.right.name))[:limit]


def _unsure(pair: Likeness, left: Side, right: Side) -> Unsure:
    weaker = min((side.claims for side in (left, right) if not side.name.startswith(REGISTERED)), default=0)
    return Unsure(left, right, pair.score, pair.reasons, weaker)


def _pairs(ledger: Transaction, bearers: Bearers) -> Iterator[Likeness]:
    """Names by two, and names with people of the registry, of which no key pair is the same for sure."""
    alike = ledger.names.pairs()
    keys = _by_name(ledger.keys.by_name({name for pair in alike for name in (pair.left, pair.right)}))
    for pair in alike:
        verdicts = {judge(left, right, pair).verdict for left, right in product(keys[pair.left], keys[pair.right])}
        if "unsure" in verdicts and "same" not in verdicts:
            yield pair
    for name in ledger.names.all():
        for person, found in bearers.near(name):
            yield Likeness(name, REGISTERED + person.id, found.score, "unsure", found.reasons)


def _by_name(keys: Iterable[Key]) -> Mapping[str, list[Key]]:
    found: defaultdict[str, list[Key]] = defaultdict(list)
    for key in keys:
        if key.comparable:
            found[key.name].append(key)
    return found


class _Sides:
    """What stands behind each name, and each person of the registry."""

    def __init__(self, ledger: Transaction, bearers: Bearers, names: Iterable[str]) -> None:
        self._ledger, self._bearers = ledger, bearers
        self._keys = _by_name(ledger.keys.by_name(names))
        self._made: dict[str, Side] = {}

    def __getitem__(self, name: str) -> Side:
        if name not in self._made:
            self._made[name] = self._registered(name) if name.startswith(REGISTERED) else self._named(name)
        return self._made[name]

    def _registered(self, name: str) -> Side:
        person = self._bearers.get(name.removeprefix(REGISTERED))
        office = person.offices[-1].office if person and person.offices else None
        forms = person.full_names if person else ()
        return Side(name, name.removeprefix(REGISTERED), forms, office, person.country if person else None, 0, ())

    def _named(self, name: str) -> Side:
        keys = self._keys[name]
        texts = [key.text for key in keys]
        people = sorted(set(self._ledger.keys.entities(texts).values()))
        claims = list(self._claims(texts))
        quotes = dict.fromkeys(claim.evidence[0].quote for claim in claims)
        told = next((key for key in keys if key.office or key.country), keys[0])
        forms = tuple(sorted({form for found in self._ledger.keys.forms(texts).values() for form in found}))
        return Side(name, people[0], forms, told.office, told.country, len(claims), tuple(quotes)[:_QUOTES])

    def _claims(self, texts: list[str]) -> Iterator[Claim]:
        articles = self._ledger.keys.users(texts)
        named, wanted = self._ledger.keys.of_articles(articles), set(texts)
        for article, claims in sorted(self._ledger.articles.claims(articles).items()):
            locals_ = {local for local, (key, _) in named[article].items() if key.text in wanted}
            yield from (claim for claim in claims if not locals_.isdisjoint((claim.source, claim.target)))
