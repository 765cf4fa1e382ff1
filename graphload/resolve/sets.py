"""Disjoint sets: the one way in which resolution joins things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

H = TypeVar("H", bound=Hashable)


class DisjointSets(Generic[H]):
    """Items in sets that can only grow together. The members of a set are at hand at any time."""

    def __init__(self, items: Iterable[H]) -> None:
        self._head: dict[H, H] = {}
        self._members: dict[H, list[H]] = {}
        for item in items:
            self._head[item] = item
            self._members[item] = [item]

    def members(self, item: H) -> list[H]:
        """The set that `item` is in."""
        return self._members[self._head[item]]

    def together(self, left: H, right: H) -> bool:
        """Whether both are in one set."""
        return self._head[left] == self._head[right]

    def join(self, left: H, right: H) -> None:
        """Makes one set of the two; the smaller moves, so that all joins together cost n log n."""
        small, large = sorted((self._head[left], self._head[right]), key=lambda head: len(self._members[head]))
        if small == large:
            return
        moved = self._members.pop(small)
        self._members[large] += moved
        for item in moved:
            self._head[item] = large

    def sets(self) -> list[list[H]]:
        """Every set."""
        return list(self._members.values())


class Apart(Generic[H]):
    """Pairs that must not share a set."""

    def __init__(self, pairs: Iterable[tuple[H, H]]) -> None:
        self._others: defaultdict[H, set[H]] = defaultdict(set)
        for left, right in pairs:
            self._others[left].add(right)
            self._others[right].add(left)

    def forbids(self, left: Iterable[H], right: Iterable[H]) -> bool:
        """Whether a pair stands between the two sets."""
        if not self._others:
            return False
        held = set(right)
        return any(not held.isdisjoint(self._others[item]) for item in left if item in self._others)
