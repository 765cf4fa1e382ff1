"""What stands behind one side of a pair of people: a name, the text of a key, or a person of the registry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphload.build.unsure import SHOWN, Side
from graphload.ledger import Transaction
from graphload.model import Claim
from graphload.resolution import Key
from graphload.resolve.bearers import Bearers
from graphload.resolve.people import REGISTERED

_What = tuple[tuple[str, ...], Mapping[str, str]]
"""The forms and the facts of a side."""


class Sides:
    """The sides that a decision on people can name, each read once."""

    def __init__(self, ledger: Transaction, bearers: Bearers) -> None:
        self._ledger, self._bearers = ledger, bearers
        self._keys: dict[str, list[Key]] = {}
        self._made: dict[str, Side] = {}

    def __getitem__(self, name: str) -> Side:
        if name not in self._made:
            self._made[name] = self._side(name)
        return self._made[name]

    def keys(self, name: str) -> list[Key]:
        """The keys that a side speaks of."""
        if name not in self._keys:
            self._keys[name] = list(self._read(name))
        return self._keys[name]

    def _read(self, name: str) -> Iterable[Key]:
        if name.startswith(REGISTERED):
            return self._ledger.keys.by_anchor([name.removeprefix(REGISTERED)])
        named = [key for key in self._ledger.keys.by_name([name]) if key.comparable]
        return named or self._ledger.keys.by_text([name])

    def id(self, name: str) -> str:
        """The person that a side is now; of several the first."""
        if name.startswith(REGISTERED):
            return name.removeprefix(REGISTERED)
        return min(self._ledger.keys.entities(key.text for key in self.keys(name)).values())

    def words(self, name: str) -> set[str]:
        """All by which a decision may name the side."""
        return {name, *(key.text for key in self.keys(name))}

    def _side(self, name: str) -> Side:
        texts = [key.text for key in self.keys(name)]
        claims = list(self._claims(texts))
        quotes = dict.fromkeys(claim.evidence[0].quote for claim in claims)
        forms, facts = self._known(name) or self._told(name)
        return Side(name, self.id(name), forms, facts, len(claims), tuple(quotes)[:SHOWN])

    def _known(self, name: str) -> _What | None:
        """What the registry has of its own people."""
        person = self._bearers.get(name.removeprefix(REGISTERED)) if name.startswith(REGISTERED) else None
        if person is None:
            return None
        office = person.offices[-1].office if person.offices else None
        return person.full_names, _facts(office, person.country)

    def _told(self, name: str) -> _What:
        """What articles have of the others."""
        keys = self.keys(name)
        told = next((key for key in keys if key.office or key.country), None)
        forms = {form for found in self._ledger.keys.forms(key.text for key in keys).values() for form in found}
        return tuple(sorted(forms)), _facts(told.office, told.country) if told else {}

    def _claims(self, texts: Sequence[str]) -> Iterator[Claim]:
        articles = self._ledger.keys.users(texts)
        named, wanted = self._ledger.keys.of_articles(articles), set(texts)
        for article, claims in sorted(self._ledger.articles.claims(articles).items()):
            locals_ = {local for local, (key, _) in named[article].items() if key.text in wanted}
            yield from (claim for claim in claims if not locals_.isdisjoint((claim.source, claim.target)))


def _facts(office: str | None, country: str | None) -> dict[str, str]:
    return {what: told for what, told in (("office", office), ("country", country)) if told}
