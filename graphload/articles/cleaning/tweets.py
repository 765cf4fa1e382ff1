"""Embedded posts: the English text goes, the signature stays, for it credits a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from graphload.articles.cleaning.pieces import Piece, cut, drop

REASON = "tweet"
_SIGNATURE = regex.compile(r"^\s*[—–-]{1,2}\s*[^\n@]{1,80}\(@\w{1,30}\)")
_MARKUP = regex.compile(r"\s*[\"'”]\s*class=")
_LINK = regex.compile(r"pic\.twitter\.com/|https?://t\.co/")
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_LATIN = regex.compile(r"\p{Latin}")
_LONGEST = 600
_LINES = 6


def drop_tweets(pieces: Sequence[Piece]) -> list[Piece]:
    """English posts dropped, and the markup that is left behind their signatures."""
    tweets = set(_lines(pieces))
    return [part for index, piece in enumerate(pieces) for part in _part(piece, index in tweets)]


def _lines(pieces: Sequence[Piece]) -> Iterator[int]:
    """The indexes of English lines that hold a post's link, or stand right above a signature."""
    for index, piece in enumerate(pieces):
        if not piece.kept:
            continue
        if _SIGNATURE.match(piece.text):
            yield from _above(pieces, index)
        elif _LINK.search(piece.text) and _is_english(piece):
            yield index


def _above(pieces: Sequence[Piece], signature: int) -> Iterator[int]:
    for index in range(signature - 1, max(-1, signature - 1 - _LINES), -1):
        if not _is_english(pieces[index]):
            return
        yield index


def _is_english(piece: Piece) -> bool:
    return len(piece.text) <= _LONGEST and not _DEVANAGARI.search(piece.text) and bool(_LATIN.search(piece.text))


def _part(piece: Piece, tweet: bool) -> Iterator[Piece]:
    if tweet and not _SIGNATURE.match(piece.text):
        yield drop(piece, REASON)
    elif piece.kept and _SIGNATURE.match(piece.text) and (markup := _MARKUP.search(piece.text)):
        yield from cut(piece, markup.start(), REASON)
    else:
        yield piece
