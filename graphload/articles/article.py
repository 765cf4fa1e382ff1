"""One article out of its text."""

from __future__ import annotations

from datetime import date
from itertools import chain

from graphload.articles.bylines import byline_in
from graphload.articles.cleaning import clean
from graphload.articles.detect import language_of
from graphload.articles.identity import article_id
from graphload.articles.stamps import published_in
from graphload.errors import InputError
from graphload.model import Article

_MOST_LINES = 100_000


def read_article_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002
    url: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    byline: str | None = None,
) -> Article:
    """The article in `text`, cleaned; what is not given is read off the page, or stays unknown.

    `title` is kept as given, empty too; `None` takes it from a first line that is clearly a headline.
    `published` is an ISO day or time, cut to its day.
    Raises `InputError` where no text is left, or `published` is no ISO day.
    """
    if "\0" in text:
        raise InputError("the text holds NUL characters", mend="give plain text")
    if text.count("\n") > _MOST_LINES:
        raise InputError(f"more than {_MOST_LINES:,} lines for one article", mend="split it, or use JSON Lines")
    cleaned = clean(text, title)
    if not any(map(str.isalpha, chain(cleaned.text, cleaned.title))):
        raise InputError("no article text is in it", mend="give a page that holds an article")
    lines = text.split("\n")
    return Article(
        id=article_id(id, url, f"{cleaned.title}\n{cleaned.text}"),
        title=cleaned.title,
        text=cleaned.text,
        url=url,
        outlet=outlet,
        published=_iso_day(published) if published else published_in(lines),
        language=language_of(cleaned.text or cleaned.title),
        byline=byline or byline_in(lines),
        dropped=cleaned.dropped,
    )


def _iso_day(published: str) -> str:
    day = published.strip()[:10]
    try:
        if len(published.strip()) > 10 and published.strip()[10] not in "Tt ":
            raise ValueError(published)
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise InputError(f"published is {published!r}, no ISO day", mend="write it as 2024-01-16, or null") from error
