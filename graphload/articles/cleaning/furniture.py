"""The page around the article: menus, comment boxes, notices, buttons, invitations to follow or click."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from graphload.articles.cleaning.pieces import SHORT, Piece, cut, drop, find
from graphload.articles.cleaning.words import furniture
from graphload.articles.patterns import phrases, whole
from graphload.articles.stamps import is_stamp

REASON = "furniture"
_MARKS = " \t.:|।*•·»›>-–—()[]"
_ENDS = "।.!?|"
_TAIL = 300


@cache
def _lines() -> frozenset[str]:
    return frozenset(Piece(0, line).folded.strip(_MARKS) for line in furniture().lines)


@cache
def _short_line() -> regex.Pattern[str]:
    words = furniture()
    age = rf"^\d{{1,2}}\s{{1,3}}{phrases(words.ages)}$"
    return regex.compile(rf"^{phrases(words.starts)}|{whole(phrases(words.inside))}|{age}")


@cache
def _invitation() -> regex.Pattern[str]:
    return regex.compile(whole(phrases(furniture().invitations)))


def drop_furniture(pieces: Sequence[Piece]) -> list[Piece]:
    """Furniture lines dropped, and invitations that are glued to the end of a paragraph cut off."""
    return [part for piece in pieces for part in _part(piece)]


def _part(piece: Piece) -> Iterator[Piece]:
    if not piece.kept:
        yield piece
    elif len(piece.key) <= SHORT and _is_furniture(piece):
        yield drop(piece, REASON)
    elif (start := _tail(piece)) is not None:
        yield from cut(piece, start, REASON)
    else:
        yield piece


def _is_furniture(piece: Piece) -> bool:
    if piece.folded.strip(_MARKS) in _lines() or is_stamp(piece.folded):
        return True
    return _short_line().search(piece.folded) is not None


def _tail(piece: Piece) -> int | None:
    """Where the invitation that ends a paragraph begins: its bracket, else its sentence."""
    span = find(piece, _invitation())
    if span is None or len(piece.text) - span[1] > _TAIL:
        return None
    before = piece.text[: span[0]]
    bracket = before.rfind("(")
    if bracket > before.rfind(")"):
        return bracket if span[0] - bracket <= _TAIL else None
    start = max(before.rfind(end) for end in _ENDS) + 1
    ended = any(end in piece.text[span[1] :].strip()[:-1] for end in _ENDS)
    return None if ended or span[0] - start > _TAIL else start
