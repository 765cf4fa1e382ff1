"""Reads articles into claims, on one core or several, a bounded batch at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
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


def read_one(article: Article, min_confidence: float = 0.0) -> Read:
    """What `article` says with at least this confidence, and what finds its copies."""
    return read(article, min_confidence=min_confidence), bands(article.text)


@contextmanager
def reader(jobs: int, min_confidence: float = 0.0) -> Iterator[Reader]:
    """A reader over `jobs` processes; one is this process itself."""
    reads = partial(read_one, min_confidence=min_confidence)
    if jobs <= 1:
        yield partial(map, reads)
        return
    with ProcessPoolExecutor(jobs, initializer=_follow_parent) as pool:
        yield partial(pool.map, reads, chunksize=_CHUNK)


def _follow_parent() -> None:
    """Ctrl-C reaches every process, and the parent alone answers it; where it is killed, its workers end with it.

    One that lived on would keep the parent's lock on the graph file.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)
