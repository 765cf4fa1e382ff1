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
    return frozenset(Piece(line).folded.strip(_MARKS) for line in furniture().lines)


@cache
def _short_line() -> regex.Pattern[str]:
    words = furniture()
    age = rf"^\d{{1,2}}\s{{1,3}}{phrases(words.ages)}$"
    return regex.compile(rf"^{phrases(words.starts)}|{age}")


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
    return _short_line().match(piece.folded) is not None


def _tail(piece: Piece) -> int | None:
    """Where the invitation that ends a paragraph begins: its bracket, else its sentence."""
    for start, end in find(piece, _invitation()):
        before, behind = piece.text[:start], piece.text[end:]
        bracket = before.rfind("(")
        if bracket <= before.rfind(")"):
            bracket = -1
        opening = bracket if bracket >= 0 else max(map(before.rfind, _ENDS)) + 1
        closed = bracket >= 0 or not any(mark in behind.rstrip()[:-1] for mark in _ENDS)
        if closed and start - opening <= _TAIL and len(behind) <= _TAIL:
            return opening
    return None
