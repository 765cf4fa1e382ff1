"""The declared relation types: what reading proposes for each, and what its events are.

Read once from `data/relations.yaml`. Adding a type is an entry there, its edge in `ontology.yaml`, and its words, rules
and weights under `data/extract/`: docs/adding.md shows every line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Final, Literal

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.errors import DataError
from graphload.ontology import ontology

Proposer = Literal["pairs of people", "person to country", "party to party", "party to agreement", "credit"]
CREDIT: Final = "REPORTED_BY"
"""The one type that credits a source: its claims are of no event."""

_PARTIES: Final = frozenset({"Person", "Country", "Organization"})
_ENDS: Final[Mapping[Proposer, tuple[frozenset[str], frozenset[str]]]] = {
    "pairs of people": (frozenset({"Person"}), frozenset({"Person"})),
    "person to country": (frozenset({"Person"}), frozenset({"Country"})),
    "party to party": (_PARTIES, _PARTIES),
    "party to agreement": (_PARTIES, frozenset({"Agreement"})),
    "credit": (frozenset({"Event", "Article"}), frozenset({"Source"})),
}


class Lemmas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of a type that joins parties to an agreement: the lemma of the act, and that of the agreement's own words."""

    acts: str
    names: str


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A relation type, as the head of `relations.yaml` describes its fields."""

    proposed: Proposer
    sentence: str
    event: str = ""
    roles: tuple[str | None, str | None] = (None, None)
    undirected: bool = False
    place: Literal["told", "target", "none"] = "none"
    lasting: bool = False
    lemmas: Lemmas | None = None

    @property
    def of_agreement(self) -> bool:
        """Whether its target is an agreement, which is signed but once."""
        return self.proposed == "party to agreement"

    def acts(self, lemma: str) -> bool:
        """Whether words of `lemma` tell the act itself, and not only of the agreement that came of it."""
        return self.lemmas is None or lemma == self.lemmas.acts

    def ends(self, source: str, target: str) -> tuple[str, str]:
        """The two ends as they are compared: in a fixed order where the type has no direction."""
        return (min(source, target), max(source, target)) if self.undirected else (source, target)


@cache
def relations() -> Mapping[str, Relation]:
    """The declared types by name, in the order they are declared. Raises `DataError` as `load_relations` does."""
    return load_relations(ROOT / "relations.yaml")


@cache
def proposed_as(proposer: Proposer) -> tuple[str, ...]:
    """The names of the types of which `proposer` gives the candidates."""
    return tuple(name for name, relation in relations().items() if relation.proposed == proposer)


@cache
def event_kinds() -> Mapping[str, Relation]:
    """The relation type that each kind of event tells of."""
    return {relation.event: relation for relation in relations().values() if relation.event}


def load_relations(file: Path) -> Mapping[str, Relation]:
    """The relation types in `file`.

    Raises `DataError` where REPORTED_BY is missing; for a type that is no edge of the ontology, or joins what its
    proposer never gives; a field that its proposer has no use for, or lacks; a sentence without its ends; and two
    types with one kind of event.
    """
    found = load_yaml(file, dict[str, Relation])
    if CREDIT not in found:
        raise DataError(f"no {CREDIT}", where=str(file), mend="declare it, as a credit")
    kinds: dict[str, str] = {}
    for name, relation in found.items():
        for what, mend in _faults(name, relation):
            raise DataError(f"{name}: {what}", where=str(file), mend=mend)
        if relation.event and kinds.setdefault(relation.event, name) != name:
            what = f"{name} and {kinds[relation.event]} have events of one kind, {relation.event}"
            raise DataError(what, where=str(file), mend="call them differently")
    return found


def _faults(name: str, relation: Relation) -> Iterator[tuple[str, str]]:
    """What is wrong with a type, and how to mend it."""
    edge, credit = ontology().edges.get(name), relation.proposed == "credit"
    if edge is None:
        yield "no edge of the ontology", "declare it in ontology.yaml"
        return
    sources, targets = _ENDS[relation.proposed]
    for source, target in edge.ends:
        if source not in sources or target not in targets:
            yield f"{relation.proposed} never joins {source} to {target}", "mend its ends in ontology.yaml"
    if credit != (name == CREDIT):
        yield f"proposed as {relation.proposed}", f"{CREDIT}, and no other, is a credit"
    if credit == bool(relation.event):
        yield "an event" if credit else "no event", "every type but a credit names its event"
    named = {field for _, field, _, _ in Formatter().parse(relation.sentence) if field is not None}
    if named != ({"target"} if credit else {"source", "target"}):
        yield f"sentence {relation.sentence!r}", "name {target}, and {source} unless it is a credit"
    if relation.lemmas is not None and not relation.of_agreement:
        yield "lemmas", "give them only to a party to agreement"
    if relation.undirected and relation.proposed not in ("pairs of people", "party to party"):
        yield f"undirected, but proposed as {relation.proposed}", "drop it"
