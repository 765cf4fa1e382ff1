"""Links to other stories under a label: on a line of their own, glued to a paragraph, or in a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from graphload.articles.cleaning.pieces import SHORT, Piece, cut, drop, find
from graphload.articles.cleaning.words import furniture, teasers
from graphload.articles.patterns import phrases, whole

REASON = "teaser"
_GLUED = 400
_LEAD = r"^[\s>»›•*\[(@|]{0,6}"


@cache
def _own_line() -> regex.Pattern[str]:
    return regex.compile(rf"{_LEAD}{whole(phrases(teasers().labels))}")


@cache
def _marked_label() -> regex.Pattern[str]:
    return regex.compile(rf"{_LEAD}{phrases(teasers().labels_with_mark)}")


@cache
def _glued() -> regex.Pattern[str]:
    return regex.compile(whole(phrases(teasers().labels)))


@cache
def _end() -> regex.Pattern[str]:
    return regex.compile(rf"{phrases(teasers().ends)}[\s.!।…]{{0,5}}$")


@cache
def _box() -> regex.Pattern[str]:
    return regex.compile(rf"{_LEAD}{phrases(furniture().boxes + teasers().labels)}[\s:：।|.>»*-]{{0,6}}$")


_FINISHED = tuple("।.!?|\"'’”)]")
_BRACKETS = " \t\xa0([*>»•"
_MARK_PATTERN = regex.compile(r"\s{0,3}[:ः：|>»›–—-]")


def drop_teasers(pieces: Sequence[Piece]) -> list[Piece]:
    """Labelled links to other stories dropped."""
    return [part for piece in pieces for part in _part(piece)]


def opens_box(piece: Piece) -> bool:
    """Whether the line is the label of a box of links, and nothing else."""
    return len(piece.key) <= SHORT and _box().match(piece.folded) is not None


def _part(piece: Piece) -> Iterator[Piece]:
    if not piece.kept:
        yield piece
    elif opens_box(piece) or _leads_away(piece):
        yield drop(piece, REASON)
    elif (start := _glued_at(piece)) is not None:
        yield from cut(piece, start, REASON)
    else:
        yield piece


def _leads_away(piece: Piece) -> bool:
    if len(piece.key) > _GLUED:
        return False
    if _own_line().match(piece.folded) or _has_marked_label(piece):
        return True
    return piece.headline and _end().search(piece.folded) is not None


def _has_marked_label(piece: Piece) -> bool:
    return any(_MARK_PATTERN.match(piece.text, end) for _, end in find(piece, _marked_label()))


def _glued_at(piece: Piece) -> int | None:
    """Where a label glued to the end of a paragraph begins: after a sentence, with a mark behind it."""
    for start, end in find(piece, _glued()):
        before = piece.text[:start].rstrip(_BRACKETS)
        if _MARK_PATTERN.match(piece.text, end) and len(piece.text) - end <= _GLUED and before.endswith(_FINISHED):
            return len(before)
    return None
