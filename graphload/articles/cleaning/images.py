"""Image markup and picture credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from graphload.articles.cleaning.pieces import Piece, cut, drop
from graphload.articles.cleaning.words import captions
from graphload.articles.patterns import phrases

REASON = "image"
_MARKUP_LINE = regex.compile(r"^\s*!\[[^\n]*\]\([^()\s]*\)\s*$")
_MARKUP_TAIL = regex.compile(r"!\[[^\[\]]{0,1000}\]\([^()\s]{0,1000}\)\s*$")
_CREDIT = 110


@cache
def _credit() -> regex.Pattern[str]:
    words = captions()
    return regex.compile(rf"^[\s(\[]{{0,3}}{phrases(words.starts)}\s{{0,3}}[:：]|{phrases(words.ends)}[\s)\].]{{0,4}}$")


def drop_images(pieces: Sequence[Piece]) -> list[Piece]:
    """Markdown images and lines of picture credits dropped."""
    return [part for piece in pieces for part in _part(piece)]


def _part(piece: Piece) -> Iterator[Piece]:
    if piece.kept and "](" in piece.text and (match := _markup(piece.text)):
        yield from cut(piece, match.start(), REASON)
    elif piece.kept and len(piece.key) <= _CREDIT and piece.headline and _credit().search(piece.folded):
        yield drop(piece, REASON)
    else:
        yield piece


def _markup(text: str) -> regex.Match[str] | None:
    return _MARKUP_LINE.match(text) or _MARKUP_TAIL.search(text, max(0, len(text) - 2100))
