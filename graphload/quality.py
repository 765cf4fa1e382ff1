"""How well articles are read: the annotated articles of a gold file, found beside it, read and scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from graphload.articles import read_articles
from graphload.errors import InputError, NotFoundError
from graphload.extract import read
from graphload.model import Article, Reading
from graphload.scoring import GoldArticle, Table, read_gold, score


def score_gold(gold: Path) -> Table:
    """The score of reading against the gold file at `gold`.

    A gold line with `file` annotates the article at that path, relative to the gold file's folder; one without,
    the article of that id in a JSON Lines file of the folder. Raises `InputError` where gold or an article cannot be
    read, `NotFoundError` where an article is not there.
    """
    annotated = list(read_gold(gold))
    found = dict(_filed(annotated, gold.parent)) | _fed(annotated, gold.parent)
    for missing in sorted({each.id for each in annotated} - found.keys()):
        raise NotFoundError("no such article beside the gold file", where=missing, mend="add it, or take its line out")
    return score(annotated, found)


def _filed(annotated: Iterable[GoldArticle], folder: Path) -> Iterator[tuple[str, Reading]]:
    for each in annotated:
        if each.file is not None:
            yield from ((each.id, read(article)) for article in _articles([folder / each.file]))


def _fed(annotated: Iterable[GoldArticle], folder: Path) -> dict[str, Reading]:
    wanted = {each.id for each in annotated if each.file is None}
    feeds = sorted(folder.glob("*.jsonl")) if wanted else []
    return {article.id: read(article) for article in _articles(feeds) if article.id in wanted}


def _articles(paths: list[Path]) -> Iterator[Article]:
    def stop(error: InputError) -> None:
        raise error

    return read_articles(paths, on_error=stop)
