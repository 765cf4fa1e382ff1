"""One block of the picture: distances on the page follow distances in the graph.

Stress majorization (Gansner, Koren, North 2004): start from classical scaling, then let each step
solve the quadratic that bounds the stress from above. No randomness, so no seed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""An array of shape (nodes, 2), in pixels at scale 1."""

_SMALL = 100
_GOLDEN = np.pi * (3 - np.sqrt(5))


def stress(distance: NDArray[np.float64]) -> Points:
    """Points whose distances come near `distance` (symmetric, zero on the diagonal), centred on zero."""
    count = len(distance)
    if count < 3:
        return np.array([[0.0, 0.0], [distance[0, -1], 0.0]])[:count]
    weight = 1 / np.maximum(distance, 1e-9) ** 2
    np.fill_diagonal(weight, 0)
    laplacian = np.diag(weight.sum(1)) - weight
    inverse = np.linalg.inv(laplacian + 1 / count) - 1 / count
    points = _scaling(distance)
    pull = weight * distance
    for _ in range(120 if count < _SMALL else 30):
        gap = np.hypot(*(axis[:, None] - axis[None] for axis in points.T))
        ratio = -pull / np.maximum(gap, 1e-9)
        np.fill_diagonal(ratio, 0)
        np.fill_diagonal(ratio, -ratio.sum(1))
        points = inverse @ (ratio @ points)
    return level(points)


def _scaling(distance: NDArray[np.float64]) -> Points:
    """Classical scaling, with twins (nodes at the same distances) set apart on a sunflower."""
    count = len(distance)
    square = distance**2
    centred = -(square - square.mean(0) - square.mean(1)[:, None] + square.mean()) / 2
    values, vectors = np.linalg.eigh(centred)
    points = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    points *= np.sign(points[np.abs(points).argmax(0), [0, 1]])
    return points + sunflower(count, distance.max() / np.sqrt(count) / 4)


def sunflower(count: int, gap: float) -> Points:
    """`count` points evenly over a disc, `gap` between neighbours, the first in the middle."""
    turn = np.arange(count)
    radius = gap * np.sqrt(turn)
    return np.stack([radius * np.cos(turn * _GOLDEN), radius * np.sin(turn * _GOLDEN)], 1)


def level(points: Points) -> Points:
    """The points centred, and turned so that they are widest from left to right."""
    points = points - points.mean(0)
    values, axes = np.linalg.eigh(points.T @ points)
    axes = axes[:, np.argsort(-values, kind="stable")]
    axes *= np.sign(axes[np.abs(axes).argmax(0), [0, 1]])
    turned: Points = points @ axes
    return turned


def hops(neighbours: Sequence[Sequence[int]], far: float) -> NDArray[np.float64]:
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
