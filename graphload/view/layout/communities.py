"""Communities: Louvain's local moving and merging, with a cap on the size of a community.

The cap keeps each community small enough to be laid out exactly and to be opened at once on the
page. Nodes are visited in their own order, so the result depends on the graph alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Weights = list[dict[int, float]]
"""For each node, its neighbours with the weight of what joins them."""

_PASSES = 10


def communities(count: int, pairs: Iterable[tuple[int, int]], cap: int) -> list[list[int]]:
    """Groups of the nodes `0…count-1`, none over `cap` and none across components, largest first."""
    weights = _weights(count, pairs)
    members = [[node] for node in range(count)]
    loops = [0.0] * count
    while True:
        home = _move(weights, loops, [len(group) for group in members], cap)
        kept = sorted(set(home))
        if len(kept) == len(members):
            return sorted((sorted(group) for group in members), key=lambda group: (-len(group), group))
        number = {old: new for new, old in enumerate(kept)}
        weights, loops, members = _merge(weights, loops, members, [number[group] for group in home])


def _weights(count: int, pairs: Iterable[tuple[int, int]]) -> Weights:
    weights: Weights = [{} for _ in range(count)]
    for left, right in pairs:
        if left != right:
            weights[left][right] = weights[left].get(right, 0.0) + 1.0
            weights[right][left] = weights[right].get(left, 0.0) + 1.0
    return weights


def _move(weights: Weights, loops: list[float], sizes: list[int], cap: int) -> list[int]:
    """The group of each node once no single move raises modularity (or the passes are used up)."""
    home = list(range(len(weights)))
    size = list(sizes)
    degree = [sum(near.values()) + 2 * loop for near, loop in zip(weights, loops, strict=True)]
    total = sum(degree) or 1.0
    mass = list(degree)
    active: Iterable[int] = range(len(weights))
    for _ in range(_PASSES):
        stirred: set[int] = set()
        for node in active:
            near, here = weights[node], home[node]
            links: dict[int, float] = defaultdict(float)
            for other, weight in near.items():
                links[home[other]] += weight
            mass[here] -= degree[node]
            size[here] -= sizes[node]
            share = degree[node] / total
            best, gain = here, links.get(here, 0.0) - mass[here] * share
            for group, weight in links.items():
                if size[group] + sizes[node] <= cap and weight - mass[group] * share > gain + 1e-9:
                    best, gain = group, weight - mass[group] * share
            mass[best] += degree[node]
            size[best] += sizes[node]
            home[node] = best
            if best != here:
                stirred.update(near)
        if not stirred:
            break
        active = sorted(stirred)
    return home


def _merge(
    weights: Weights, loops: list[float], members: list[list[int]], home: list[int]
) -> tuple[Weights, list[float], list[list[int]]]:
    """The graph of the groups: what joins two groups is their links together."""
    count = max(home) + 1
    merged: Weights = [{} for _ in range(count)]
    inner = [0.0] * count
    people: list[list[int]] = [[] for _ in range(count)]
    for node, group in enumerate(home):
        people[group] += members[node]
        inner[group] += loops[node]
        for other, weight in weights[node].items():
            if home[other] == group:
                inner[group] += weight / 2
            else:
                merged[group][home[other]] = merged[group].get(home[other], 0.0) + weight
    return merged, inner, people
