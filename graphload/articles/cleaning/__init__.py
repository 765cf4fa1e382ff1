"""From the page to the article: what is furniture, teaser, copy or caption is dropped, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphload.articles.cleaning.furniture import drop_furniture
from graphload.articles.cleaning.headlines import drop_headlines
from graphload.articles.cleaning.images import drop_images
from graphload.articles.cleaning.pieces import Piece, join, split
from graphload.articles.cleaning.repeats import drop_repeats, drop_title
from graphload.articles.cleaning.teasers import drop_teasers
from graphload.articles.cleaning.tweets import drop_tweets
from graphload.model import Dropped

__all__ = ["Cleaned", "clean"]

_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Title and text of the article, and what was left out, in the order of the page."""

    title: str
    text: str
    dropped: tuple[Dropped, ...]


def clean(page: str, title: str | None = None) -> Cleaned:
    """The article on `page`, made of exact stretches of its lines.

    `title` is kept as given; where it is `None` the first line is the title if it is clearly a headline, else "".
    """
    pieces: Sequence[Piece] = drop_title(split(page), title or "")
    for concern in (drop_images, drop_tweets, drop_furniture, drop_teasers, drop_repeats):
        pieces = concern(pieces)
    if title is None:
        title, pieces = _take_title(pieces)
        pieces = drop_title(pieces, title)
    pieces = drop_headlines(pieces, title)
    dropped = tuple(Dropped(piece.reason, piece.text.strip()) for piece in pieces if piece.reason)
    return Cleaned(title, join(pieces), dropped)


def _take_title(pieces: Sequence[Piece]) -> tuple[str, Sequence[Piece]]:
    """The first line, where it stands alone as a headline and a body follows."""
    kept = [piece for piece in pieces if piece.kept]
    first = kept[0] if len(kept) > 1 else None
    if first is None or not first.headline or len(first.key.split()) < _TITLE_WORDS:
        return "", pieces
    return first.text.strip(), [piece for piece in pieces if piece is not first]
