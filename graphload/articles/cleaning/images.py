"""Image markup and picture credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from graphload.articles.cleaning.pieces import Piece, cut, drop
from graphload.articles.cleaning.words import captions
from graphload.articles.patterns import phrases

REASON = "image"
_MARKUP = regex.compile(r"!\[[^\[\]]{0,1000}\]\([^()\s]{0,1000}\)$")
_LONGEST_MARKUP = 2005
_CREDIT = 110


@cache
def _credit() -> regex.Pattern[str]:
    words = captions()
    return regex.compile(rf"^[\s(\[]{{0,3}}{phrases(words.starts)}\s{{0,3}}[:：]|{phrases(words.ends)}[\s)\].]{{0,4}}$")


def drop_images(pieces: Sequence[Piece]) -> list[Piece]:
    """Markdown images and lines of picture credits dropped."""
    return [part for piece in pieces for part in _part(piece)]


def _part(piece: Piece) -> Iterator[Piece]:
    if piece.kept and "](" in piece.text and (start := _markup(piece.text.rstrip())) is not None:
        yield from cut(piece, start, REASON)
    elif piece.kept and len(piece.key) <= _CREDIT and piece.headline and _credit().search(piece.folded):
        yield drop(piece, REASON)
    else:
        yield piece


def _markup(text: str) -> int | None:
    """Where the image begins that ends the line; its alternative text may hold brackets where it is the whole line."""
    address = text[text.rfind("](") :]
    if text.lstrip().startswith("![") and address.endswith(")") and len(address.split()) == 1:
        return 0
    match = _MARKUP.search(text, max(0, len(text) - _LONGEST_MARKUP))
    return match.start() if match else None
