"""Rules: named readings of trigger words and case markers, each with examples and its record on gold.

The judge decides what is claimed; the rule says what kind of reading a claim is, and how often that kind was right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from graphload.extract.triggers import Triggers
from graphload.relations import relations

BARE: Final = "bare"


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule takes: trigger lemmas, and the case markers of both ends. What is empty may be anything.

    `examples` are texts that the rule reads, `near_misses` such as tell of no relation of its type.
    """

    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    triggers: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()

    def parts(self) -> tuple[tuple[str, ...], ...]:
        """What it asks for: lemmas, markers of the source, markers of the target."""
        return self.triggers, self.source, self.target


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `relation`. Its `name` is unique among all rules; claims carry it."""

    relation: str
    name: str
    shape: Shape

    def fits(self, lemma: str, source: str, target: str) -> bool:
        """Whether it takes a trigger of `lemma` whose ends bear these markers, named as `grammar.yaml` names them."""
        ends = (source or BARE, target or BARE)
        ways = (ends, ends[::-1]) if relations()[self.relation].undirected else (ends,)
        return any(
            all(not wanted or given in wanted for wanted, given in zip(self.shape.parts(), (lemma, *way), strict=True))
            for way in ways
        )

    def covers(self, other: Rule) -> bool:
        """Whether it takes all that `other` takes."""
        pairs = zip(self.shape.parts(), other.shape.parts(), strict=True)
        return all(not wide or (bool(narrow) and set(narrow) <= set(wide)) for wide, narrow in pairs)


@dataclass(frozen=True, slots=True)
class Record:
    """How many claims a rule made of annotated articles that the weights had not seen, and how many were right."""

    claims: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share that was right, or `None` where the rule made no claim."""
        return self.right / self.claims if self.claims else None

    def __str__(self) -> str:
        return f"{self.right} of {self.claims} right" if self.claims else "not measured"


class Rules:
    """Every rule, in the order of the file; the words that open them; the record of those that were measured."""

    def __init__(self, rules: Sequence[Rule], triggers: Triggers, records: Mapping[str, Record]) -> None:
        self.triggers = triggers
        self._rules, self._records = rules, records
        self._names: dict[tuple[str, str, str, str], str] = {}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def of(self, relation: str) -> Iterable[Rule]:
        """The rules of a relation type, first come first."""
        return (rule for rule in self._rules if rule.relation == relation)

    def name(self, relation: str, lemma: str, source: str, target: str) -> str:
        """The name of the first rule of `relation` that takes the trigger and the markers of the ends."""
        key = relation, lemma, source, target
        if key not in self._names:
            self._names[key] = next(rule.name for rule in self.of(relation) if rule.fits(lemma, source, target))
        return self._names[key]

    def __contains__(self, name: object) -> bool:
        return any(rule.name == name for rule in self._rules)

    def record(self, name: str) -> Record:
        """How the rule did on gold; no claims where it was not measured."""
        return self._records.get(name, Record())
