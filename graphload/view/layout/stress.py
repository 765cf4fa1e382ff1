"""One block of the picture: distances on the page follow distances in the graph.

Stress majorization (Gansner, Koren, North 2004): start from classical scaling, then move every node
to where the quadratic that bounds its stress from above is least. No randomness, so no seed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Square = NDArray[np.float64]
Points = NDArray[np.float64]
"""An array of shape (nodes, 2), in pixels at scale 1."""

_SMALL = 100
_GOLDEN = np.pi * (3 - np.sqrt(5))


def stress(distance: Square) -> Points:
    """Points whose distances come near `distance` (symmetric, zero on the diagonal), centred on zero."""
    count = len(distance)
    if count < 3:
        return np.array([[0.0, 0.0], [distance[0, -1], 0.0]])[:count]
    weight = 1 / np.maximum(distance, 1e-9) ** 2
    np.fill_diagonal(weight, 0)
    weight /= weight.sum(1)[:, None]
    points = _scaling(distance)
    for _ in range(150 if count < _SMALL else 40):
        gap = np.hypot(*(axis[:, None] - axis[None] for axis in points.T))
        ratio = weight * distance / np.maximum(gap, 1e-9)
        points = points * ratio.sum(1)[:, None] + _times(weight - ratio, points)
    return level(points)


def _times(square: Square, points: Points) -> Points:
    """The matrix product, without BLAS: its threads wait for each other for longer than blocks this small take."""
    product: Points = np.einsum("ij,jk->ik", square, points)
    return product


def _scaling(distance: Square) -> Points:
    """Classical scaling by power iteration, with twins (nodes at the same distances) set apart on a sunflower."""
    count = len(distance)
    square = distance**2
    centred = -(square - square.mean(0) - square.mean(1)[:, None] + square.mean()) / 2
    points = sunflower(count, 1.0)
    for _ in range(30):
        first, second = _times(centred, points).T
        first = first / max(1e-12, float(np.hypot.reduce(first)))
        second = second - first * (first * second).sum()
        points = np.stack([first, second / max(1e-12, float(np.hypot.reduce(second)))], 1)
    sizes = np.abs((points * _times(centred, points)).sum(0))
    scaled: Points = points * np.sqrt(sizes) + sunflower(count, float(distance.max()) / np.sqrt(count) / 4)
    return scaled


def sunflower(count: int, gap: float) -> Points:
    """`count` points evenly over a disc, `gap` between neighbours, the first in the middle."""
    turn = np.arange(count)
    radius = gap * np.sqrt(turn)
    return np.stack([radius * np.cos(turn * _GOLDEN), radius * np.sin(turn * _GOLDEN)], 1)


def level(points: Points) -> Points:
    """The points centred, and turned so that they are widest from left to right."""
    x, y = (points - points.mean(0)).T
    turn = np.arctan2(2 * (x * y).sum(), (x * x).sum() - (y * y).sum()) / 2
    return np.stack([x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)], 1)


def hops(neighbours: Sequence[Sequence[int]], far: float) -> Square:
    """Steps between every two nodes; `far` where no way leads."""
    count = len(neighbours)
    steps = np.full((count, count), far)
    for start in range(count):
        row, frontier, step = steps[start], [start], 0.0
        row[start] = 0
        while frontier:
            step += 1
            reached = {other for node in frontier for other in neighbours[node] if row[other] == far}
            frontier = sorted(reached - {start})
            row[frontier] = step
    return steps
