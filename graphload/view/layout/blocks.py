"""The whole picture: components apart, communities inside a large component, each laid out by itself.

Two steps: first the spots that the page shows at once, then those that are switched on later
(events, sources), which go between the spots they join and move none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graphload.view.layout.communities import communities
from graphload.view.layout.spread import pack, separate
from graphload.view.layout.stress import Points, hops, level, stress, sunflower

STEP = 120.0
"""Pixels between two neighbours at scale 1."""
CAP = 150
"""Nodes of one community, the most."""
WHOLE = 200
"""Components up to this size are laid out as one."""
WINDOW = np.array([690.0, 660.0])
"""What a usual window leaves for the picture, in pixels."""
ASPECT = 1.1
_READABLE = 150
_FITTINGS = 6
_SKEW = 1.35
_STRETCH = 1.6
MARGIN = 40.0
_FILLED = 1500
_NUDGE = 24.0
_ALOOF = 0.4


@dataclass(frozen=True, slots=True)
class Spot:
    """Room that one node needs: half the width and height of its sign with its label, in pixels."""

    width: float
    height: float
    later: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions in pixels, and the number of the community that each spot belongs to."""

    points: Points
    groups: list[int]


def arrange(spots: Sequence[Spot], pairs: Sequence[tuple[int, int]]) -> Layout:
    """Positions for `spots` joined by `pairs` of their indices. The same input gives the same layout."""
    joined = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    groups = [0] * len(spots)
    for number, members in enumerate(communities(len(spots), joined, CAP)):
        for spot in members:
            groups[spot] = number
    half = np.array([(spot.width, spot.height) for spot in spots], float).reshape(-1, 2)
    first = [index for index, spot in enumerate(spots) if not spot.later]
    graph = nx.Graph(joined)
    graph.add_nodes_from(range(len(spots)))
    points = np.zeros((len(spots), 2))
    if first:
        points[first] = _roomy(_components(graph.subgraph(first), half), half[first])
    if len(first) < len(spots):
        points = _between(points, graph, [spot.later for spot in spots], half)
    return Layout(points, groups)


def _components(graph: nx.Graph[int], half: Points) -> Points:
    """Every component by itself, then side by side; rows follow the sorted nodes."""
    nodes = sorted(graph)
    row = {node: index for index, node in enumerate(nodes)}
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_component(graph, part, half) for part in parts]
    boxes = [
        np.stack([(at - half[part]).min(0), (at + half[part]).max(0)]) for part, at in zip(parts, placed, strict=True)
    ]
    centres = pack(np.array([box[1] - box[0] + MARGIN for box in boxes]), ASPECT)
    points = np.zeros((len(nodes), 2))
    for part, at, box, centre in zip(parts, placed, boxes, centres, strict=True):
        points[[row[node] for node in part]] = at - box.mean(0) + centre
    centred: Points = points - points.mean(0)
    return centred


def _component(graph: nx.Graph[int], part: list[int], half: Points) -> Points:
    if len(part) <= WHOLE:
        return _block(graph, part, half)
    index = {node: position for position, node in enumerate(part)}
    pairs = [(index[left], index[right]) for left, right in graph.subgraph(part).edges]
    groups = communities(len(part), pairs, CAP)
    blocks = [_block(graph, [part[position] for position in group], half) for group in groups]
    reach = np.array([np.sqrt((block**2).sum(1).max()) + STEP / 2 for block in blocks])
    centres = _centres(groups, pairs, reach)
    points = np.zeros((len(part), 2))
    for group, block, centre in zip(groups, blocks, centres, strict=True):
        points[group] = block + centre
    return points


def _centres(groups: list[list[int]], pairs: list[tuple[int, int]], reach: Points) -> Points:
    """Where the communities stand: near those they have most to do with, no two on each other."""
    home = {node: number for number, group in enumerate(groups) for node in group}
    bonds = np.zeros((len(groups), len(groups)))
    for left, right in pairs:
        bonds[home[left], home[right]] += 1
        bonds[home[right], home[left]] += 1
    sizes = np.array([len(group) for group in groups])
    tie = bonds / np.sqrt(sizes[:, None] * sizes[None])
    tie /= tie.max() or 1.0
    distance = (reach[:, None] + reach[None]) * (1 + _ALOOF * (1 - np.sqrt(tie)))
    np.fill_diagonal(distance, 0)
    return separate(stress(distance), np.repeat(reach[:, None], 2, 1))


def _block(graph: nx.Graph[int], part: list[int], half: Points) -> Points:
    """One community: stress on the steps between its nodes, then no box on another."""
    if len(part) > _FILLED:
        return sunflower(len(part), STEP)
    index = {node: position for position, node in enumerate(part)}
    near = [sorted(index[other] for other in graph[node] if other in index) for node in part]
    crowd = np.sqrt([max(1, len(row)) for row in near])
    distance = hops(near, far=6.0)
    distance *= STEP * (0.7 + 0.15 * np.minimum(4, (crowd[:, None] + crowd[None]) / 2))
    np.fill_diagonal(distance, 0)
    return level(separate(stress(distance) * [ASPECT, 1.0], half[part]))


def _roomy(points: Points, half: Points) -> Points:
    """The points drawn to the size of a window, and the boxes apart at that size: labels can be read."""
    if len(points) > _READABLE or not np.ptp(points, 0).any():
        return points
    window = WINDOW * min(1.0, _STRETCH * float((np.ptp(points, 0) / WINDOW).max()))
    for _ in range(_FITTINGS):
        stretch = window / np.maximum(np.ptp(points, 0), 1.0)
        points = separate(points * np.minimum(stretch, stretch.min() * _SKEW), half)
    stretch = window / np.maximum(np.ptp(points, 0), 1.0)
    filled: Points = points * np.minimum(stretch / stretch.min(), _SKEW)
    return filled


def _between(points: Points, graph: nx.Graph[int], later: list[bool], half: Points) -> Points:
    """The later spots: those that join first ones between them, the others around the whole."""
    first = {node for node in range(len(points)) if not later[node]}
    inner = [node for node in range(len(points)) if later[node] and not first.isdisjoint(graph[node])]
    for turn, node in enumerate(inner):
        near = [points[other] for other in sorted(graph[node]) if other in first]
        points[node] = np.mean(near, 0) + sunflower(turn + 2, _NUDGE)[-1] / np.sqrt(turn + 2)
    outer = [node for node in range(len(points)) if later[node] and first.isdisjoint(graph[node])]
    points[outer] = _rim(points, graph, outer)
    return separate(points, half, fixed=~np.array(later)) if len(points) <= _FILLED else points


def _rim(points: Points, graph: nx.Graph[int], outer: list[int]) -> Points:
    """Evenly on an ellipse around the rest, each on the side of what it joins."""
    near = {node: points[sorted(graph[node])].mean(0) if graph[node] else np.zeros(2) for node in outer}
    order = sorted(outer, key=lambda node: (float(np.arctan2(near[node][1], near[node][0])), node))
    turn = 2 * np.pi * (np.argsort([order.index(node) for node in outer]).argsort() + 0.5) / max(1, len(outer)) - np.pi
    reach = np.maximum(np.abs(points).max(0) * 1.1, len(outer) * _NUDGE) + STEP
    rim: Points = np.stack([np.cos(turn), np.sin(turn)], 1) * reach
    return rim
