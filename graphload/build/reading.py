"""Reads articles into claims, on one core or several, a bounded batch at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Final, Protocol

from graphload.extract import read
from graphload.model import Article, Reading
from graphload.resolve.witnesses import bands

_CHUNK: Final = 16
Read = tuple[Reading, tuple[int, ...]]
"""A reading, and the bands of its article's text."""


class Reader(Protocol):
    """Whatever reads many articles, in their order."""

    def __call__(self, articles: Iterable[Article], /) -> Iterator[Read]:
        """The reading of each article."""
        ...


def read_one(article: Article) -> Read:
    """All that `article` says, and what finds its copies."""
    return read(article), bands(article.text)


@contextmanager
def reader(jobs: int) -> Iterator[Reader]:
    """A reader over `jobs` processes; one is this process itself."""
    if jobs <= 1:
        yield partial(map, read_one)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield partial(pool.map, read_one, chunksize=_CHUNK)
