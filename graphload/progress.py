"""Telling how far long work has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Progress = Callable[[str, int], None]
"""Told what is being done (`reading`, `loading`, `writing`), and how much of it is done."""


def counted(items: Iterable[T], progress: Progress | None, what: str) -> Iterator[T]:
    """The items, each told of as it is given."""
    for number, item in enumerate(items, 1):
        if progress:
            progress(what, number)
        yield item


def named(progress: Progress | None, what: str) -> Callable[[int], None] | None:
    """What tells `progress` how much of `what` is done."""
    return progress and (lambda done: progress(what, done))
