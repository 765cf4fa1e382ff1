"""What can be loaded or read: paths to files, folders and archives, standard input, and articles at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal

from graphload.articles import read_articles
from graphload.errors import InputError
from graphload.extract import read
from graphload.model import Article, Reading

Source = str | Path | Article
"""A path, `-` for standard input, or an article."""


def articles_of(sources: Source | Iterable[Source], *, on_error: Callable[[InputError], None]) -> Iterator[Article]:
    """The articles of `sources`, in order. What cannot be read is told to `on_error`, and the rest is given."""
    for source in [sources] if isinstance(sources, (str, Path, Article)) else sources:
        if isinstance(source, Article):
            yield source
        else:
            place: Path | Literal["-"] = "-" if source == "-" else Path(source)
            yield from read_articles([place], on_error=on_error)


def readings_of(
    sources: Source | Iterable[Source], *, on_error: Callable[[InputError], None], min_confidence: float = 0.0
) -> Iterator[Reading]:
    """What each article says, without a workspace."""
    return (read(article, min_confidence=min_confidence) for article in articles_of(sources, on_error=on_error))
