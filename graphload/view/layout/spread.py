"""Nothing covers anything: overlapping boxes are pushed apart, separate components are packed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graphload.view.layout.stress import Points

Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]
_WIDER = 1.2
_PAIRS = 4_000_000
"""Pairs of boxes worth comparing in all: few boxes get many rounds, many boxes few."""


def separate(points: Points, half: Points, fixed: NDArray[np.bool_] | None = None) -> Points:
    """The points moved as little as needed that boxes of half width and height `half` do not overlap.

    Boxes that are `fixed` stay where they are. Gives up when the rounds are used up.
    """
    points, count = points.copy(), len(points)
    if count < 2:
        return points
    yields = np.ones(count) if fixed is None else (~fixed).astype(float)
    for _ in range(min(200, max(8, _PAIRS // count**2))):
        pairs = _touching(points, half, yields)
        if not len(pairs[0]):
            break
        points += _push(points, half, yields, pairs)
    return points


def _touching(points: Points, half: Points, yields: NDArray[np.float64]) -> Pairs:
    """The pairs of boxes that overlap and of which one may move, each pair once."""
    x, y = points.T
    wide, high = half.T
    over = np.abs(x[:, None] - x[None]) < wide[:, None] + wide[None] - 0.5
    over &= np.abs(y[:, None] - y[None]) < high[:, None] + high[None] - 0.5
    left, right = np.nonzero(over)
    once = (left < right) & (yields[left] + yields[right] > 0)
    return left[once], right[once]


def _push(points: Points, half: Points, yields: NDArray[np.float64], pairs: Pairs) -> Points:
    """What each box moves: along the axis where the lesser share of it overlaps, each its share of it."""
    left, right = pairs
    delta = points[left] - points[right]
    room = half[left] + half[right]
    over = room - np.abs(delta)
    sideways = over[:, 0] * room[:, 1] < over[:, 1] * room[:, 0] * _WIDER
    over[sideways, 1] = over[~sideways, 0] = 0
    push = np.where(delta < 0, -over, over) / (yields[left] + yields[right])[:, None]
    count = len(points)
    crowd = np.maximum(1, np.sqrt(np.bincount(left, minlength=count) + np.bincount(right, minlength=count)))
    sums = [np.bincount(left, push[:, a], count) - np.bincount(right, push[:, a], count) for a in (0, 1)]
    moved: Points = np.stack(sums, 1) * (yields / crowd)[:, None]
    return moved


def pack(sizes: Points, aspect: float) -> Points:
    """Centres for rectangles of (width, height), in rows, the largest first, the whole near `aspect`."""
    order = sorted(range(len(sizes)), key=lambda block: (-sizes[block, 1], -sizes[block, 0], block))
    width = max(float(sizes[:, 0].max()), float(np.sqrt(sizes.prod(1).sum() * aspect)))
    centres, x, y, tall = np.zeros_like(sizes), 0.0, 0.0, 0.0
    for block in order:
        wide, high = sizes[block]
        if x > 0 and x + wide > width:
            x, y, tall = 0.0, y + tall, 0.0
        centres[block] = x + wide / 2, y + high / 2
        x, tall = x + wide, max(tall, high)
    return centres
