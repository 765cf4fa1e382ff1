"""Which keys are one person: pairs by their own merits, then clusters from the set of all pairs.

A pair is judged by nothing but the pair: by names, and by office and country for and against. Clusters grow
as in Kruskal's algorithm, best pair first, ties by the keys' text, and never over a pair that must stay
apart. So clusters depend on the set of keys and decisions, and on no order. Must stay apart: what a
decision says is different, two people of the registry, and two keys that contradict each other.

A person of the registry takes part as a key of its own, `@` and the id, to which its keys are linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from graphload.model import Decision, Verdict, digest
from graphload.resolution import Key, Likeness
from graphload.resolve.sets import Apart, DisjointSets

REGISTERED: Final = "@"
_DECIDED: Final = 2.0
_ANCHORED: Final = 1.5
_WRITTEN_ALIKE: Final = ("written alike",)


@dataclass(frozen=True, slots=True)
class Person:
    """One cluster: its id, its keys by text, and the links that made it, the strongest first."""

    id: str
    keys: tuple[str, ...]
    links: tuple[Likeness, ...]


def people(
    keys: Iterable[Key], names: Mapping[tuple[str, str], Likeness], decisions: Sequence[Decision]
) -> list[Person]:
    """The people that `keys` are, by pair of `names` alike, smaller first, and by standing `decisions`.

    Give all keys that a link can reach from any of them: then the answer for each is the answer for all.
    """
    by_text = {key.text: key for key in keys}
    judged = list(_pairs(by_text.values(), names))
    anchored = [_anchored(key) for key in by_text.values() if key.anchor]
    nodes = by_text.keys() | {link.right for link in anchored} | _registered(decisions)
    decided = list(_decided(decisions, [by_text.get(node, Key(node, "Person")) for node in nodes]))
    apart = Apart((pair.left, pair.right) for pair in [*decided, *judged] if pair.verdict == "different")
    sets = DisjointSets(nodes)
    links = [pair for pair in [*decided, *anchored, *judged] if pair.verdict == "same"]
    made = [link for link in sorted(links, key=_strongest_first) if _join(sets, apart, link)]
    return list(_people(sets, made, by_text))


def judge(left: Key, right: Key, names: Likeness | None) -> Likeness:
    """Whether two keys are one person, given how alike their names are; `None` where they are the same name."""
    office, country = _agree(left.office, right.office), _agree(left.country, right.country)
    evidence = [
        f"{what} {'agrees' if agrees else 'differs'}"
        for what, agrees in (("office", office), ("country", country))
        if agrees is not None
    ]
    if left.anchor and right.anchor:
        verdict: Verdict = "same" if left.anchor == right.anchor else "different"
    elif names is None:
        verdict = "different" if office is False and country is False else "same"
    else:
        verdict = _weighed(names.verdict, office, country)
    score, reasons = (names.score, names.reasons) if names else (1.0, _WRITTEN_ALIKE)
    first, second = sorted((left.text, right.text))
    return Likeness(first, second, score, verdict, (*reasons, *evidence))


def _weighed(names: Verdict, office: bool | None, country: bool | None) -> Verdict:
    """The verdict on names that are not the same, after the evidence beside them."""
    if names == "same" and country is False:
        return "unsure"
    if names == "unsure" and office and country:
        return "same"
    return names


def _agree(left: str | None, right: str | None) -> bool | None:
    return None if left is None or right is None else left == right


def _pairs(keys: Iterable[Key], names: Mapping[tuple[str, str], Likeness]) -> Iterator[Likeness]:
    by_name: defaultdict[str, list[Key]] = defaultdict(list)
    for key in keys:
        if key.comparable:
            by_name[key.name].append(key)
    for same_name in by_name.values():
        yield from (judge(left, right, None) for left, right in combinations(same_name, 2))
    for (left_name, right_name), alike in names.items():
        for left, right in product(by_name.get(left_name, ()), by_name.get(right_name, ())):
            yield judge(left, right, alike)


def _anchored(key: Key) -> Likeness:
    return Likeness(key.text, f"{REGISTERED}{key.anchor}", _ANCHORED, "same", (key.basis,))


def _registered(decisions: Iterable[Decision]) -> set[str]:
    return {side for decision in decisions for side in (decision.left, decision.right) if side.startswith(REGISTERED)}


def _decided(decisions: Iterable[Decision], keys: Sequence[Key]) -> Iterator[Likeness]:
    for decision in decisions:
        reason = f"decided {decision.judgement} by {decision.by}: {decision.why}"
        verdict: Verdict = "same" if decision.judgement == "same" else "different"
        for left, right in product(
            *([key for key in keys if means(side, key)] for side in (decision.left, decision.right))
        ):
            if left.text != right.text:
                first, second = sorted((left.text, right.text))
                yield Likeness(first, second, _DECIDED, verdict, (reason,))


def own_id(text: str) -> str:
    """The id of a person of whom `text` is the smallest key."""
    return f"p-{digest(text)}"


def smallest(keys: Iterable[str]) -> str:
    """The key of a person that gives the id: of one name the one without office and country."""
    return min(keys, key=lambda text: text.split("|"))


def means(side: str, key: Key) -> bool:
    """Whether one side of a decision, the text of a key or a name, speaks of `key`."""
    return side in (key.text, key.name)


def _strongest_first(link: Likeness) -> tuple[float, str, str]:
    return -link.score, link.left, link.right


def _join(sets: DisjointSets[str], apart: Apart[str], link: Likeness) -> bool:
    if sets.together(link.left, link.right):
        return False
    left, right = sets.members(link.left), sets.members(link.right)
    if apart.forbids(left, right) or len(_anchors([*left, *right])) > 1:
        return False
    sets.join(link.left, link.right)
    return True


def _anchors(texts: Iterable[str]) -> set[str]:
    return {text for text in texts if text.startswith(REGISTERED)}


def _people(sets: DisjointSets[str], links: Sequence[Likeness], by_text: Mapping[str, Key]) -> Iterator[Person]:
    by_head: defaultdict[str, list[Likeness]] = defaultdict(list)
    for link in links:
        by_head[sets.members(link.left)[0]].append(link)
    for members in sets.sets():
        if keys := sorted(by_text.keys() & set(members)):
            anchors = _anchors(members)
            identity = anchors.pop().removeprefix(REGISTERED) if anchors else own_id(smallest(keys))
            yield Person(identity, tuple(keys), tuple(by_head[members[0]]))
