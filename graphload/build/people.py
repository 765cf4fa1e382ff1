"""Finds out who the new keys are, and who the keys have become that were linked to one that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphload.build.dirty import Dirty
from graphload.language.names import compare, may_be_alike
from graphload.ledger import Transaction
from graphload.model import Decision, Verdict
from graphload.resolution import Key, Likeness
from graphload.resolve.candidates import pair_keys
from graphload.resolve.people import REGISTERED, judge, means, people


def find_people(
    ledger: Transaction, new: Iterable[Key], unused: Iterable[Key], decided: Sequence[Decision], dirty: Dirty
) -> None:
    """Renews the clusters that new and unused keys and new decisions can reach, and marks who uses a changed key."""
    new = [key for key in new if key.label == "Person"]
    unused = [key for key in unused if key.label == "Person"]
    decisions = ledger.decisions.standing("person")
    _compare_new_names(ledger, {key.name for key in new if key.comparable})
    seeds = {*new, *_neighbours(ledger, unused, decisions), *_meant(ledger, decided)}
    region = reachable(ledger, seeds, decisions)
    names = ledger.names.alike({key.name for key in region if key.comparable})
    found = {key: person.id for person in people(region, names, decisions) for key in person.keys}
    before = ledger.keys.entities(found)
    changed = {key: entity for key, entity in found.items() if before[key] != entity}
    ledger.keys.set_entities(changed)
    dirty.entities |= {("Person", entity) for key in changed for entity in (before[key], changed[key])}
    dirty.entities |= {("Person", found[key.text]) for key in new}
    dirty.articles |= ledger.keys.users(changed)
    left = {key.name for key in unused if key.comparable}
    ledger.names.remove(left - {key.name for key in ledger.keys.by_name(left)})


def _compare_new_names(ledger: Transaction, names: set[str]) -> None:
    fresh = sorted(names - ledger.names.known(names))
    blocks_of = {name: pair_keys(name) for name in fresh}
    ledger.names.add(blocks_of)
    in_block = ledger.names.in_blocks({block for found in blocks_of.values() for block in found})
    pairs = {
        (min(name, other), max(name, other))
        for name in fresh
        for block in blocks_of[name]
        for other in in_block[block]
        if other != name
    }
    near = (pair for pair in sorted(pairs) if may_be_alike(*pair))
    compared = (Likeness(left, right, *_compared(left, right)) for left, right in near)
    ledger.names.add_alike(pair for pair in compared if pair.verdict != "different")


def _compared(left: str, right: str) -> tuple[float, Verdict, tuple[str, ...]]:
    comparison = compare(left, right)
    return comparison.score, comparison.verdict, tuple(comparison.reasons)


def reachable(ledger: Transaction, seeds: Iterable[Key], decisions: Sequence[Decision]) -> set[Key]:
    """All keys that links can reach from `seeds`, these among them."""
    found = set(seeds)
    edge = found
    while edge:
        edge = _neighbours(ledger, edge, decisions) - found
        found |= edge
    return found


def _neighbours(ledger: Transaction, keys: Iterable[Key], decisions: Sequence[Decision]) -> set[Key]:
    keys = list(keys)
    by_name: dict[str, list[Key]] = {}
    for key in keys:
        if key.comparable:
            by_name.setdefault(key.name, []).append(key)
    alike = ledger.names.alike(by_name)
    others = {name for pair in alike for name in pair} | by_name.keys()
    candidates = [key for key in ledger.keys.by_name(others) if key.comparable]
    found = {
        other
        for other in candidates
        if any(judge(key, other, None).verdict == "same" for key in by_name.get(other.name, ()))
    }
    pairs = {**alike, **{(right, left): pair for (left, right), pair in alike.items()}}
    by_candidate: dict[str, list[Key]] = {}
    for other in candidates:
        by_candidate.setdefault(other.name, []).append(other)
    for (left, right), pair in pairs.items():
        for key in by_name.get(left, ()):
            found |= {other for other in by_candidate.get(right, ()) if judge(key, other, pair).verdict == "same"}
    found |= set(ledger.keys.by_anchor({key.anchor for key in keys if key.anchor}))
    return found | _meant(
        ledger, [decision for decision in decisions if any(_speaks_of(decision, key) for key in keys)]
    )


def _speaks_of(decision: Decision, key: Key) -> bool:
    return any(means(side, key) or side == f"{REGISTERED}{key.anchor}" for side in (decision.left, decision.right))


def _meant(ledger: Transaction, decisions: Iterable[Decision]) -> set[Key]:
    """The keys that decisions speak of."""
    sides = {side for decision in decisions for side in (decision.left, decision.right)}
    anchors = {side.removeprefix(REGISTERED) for side in sides if side.startswith(REGISTERED)}
    return {*ledger.keys.by_text(sides), *ledger.keys.by_name(sides), *ledger.keys.by_anchor(anchors)}
