"""Headlines of other stories in mid-body, known by what they speak of.

Two or more lines in a row without the end of a sentence, none of which shares a word with the
article's title or first paragraphs, and few with the rest, are links that lost their markup.
Sub-headings share words with their article; lists are introduced, numbered or bulleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from graphload.articles.cleaning.pieces import Piece, drop, words
from graphload.articles.cleaning.teasers import opens_box
from graphload.articles.cleaning.words import teasers
from graphload.lexicon.script import fold

REASON = "other headline"
_STEM = 4
_LEAD_PARAGRAPHS = 2
_FEWEST_WORDS = 5
_FEWEST_CONTENT = 3
_MOST_SHARED = 1 / 3
_ITEM = regex.compile(r"[\d०-९#>•*·\-–—~\"'“‘(\[]")
_OPEN_END = (":", "-", ",", ";", "–", "—", "ः")


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(word) for word in teasers().common)


def _stems(piece: Piece) -> set[str]:
    return {word[:_STEM] for word in words(piece.folded) if word not in _common() and not word.isdigit()}


def drop_headlines(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """Runs of other stories' headlines dropped."""
    foreign = {id(piece) for run in _runs(pieces) for piece in _foreign(run, pieces, title)}
    return [drop(piece, REASON) if id(piece) in foreign else piece for piece in pieces]


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[bool, list[Piece]]]:
    """Runs of headline-like lines after the first paragraph; true for a run under the label of a box."""
    run: list[Piece] = []
    boxed = started = False
    for piece in pieces:
        if not piece.key:
            continue
        if piece.kept and piece.headline and started:
            run.append(piece)
            continue
        if run:
            yield boxed, run
            run = []
        boxed = bool(piece.reason) and opens_box(piece)
        started = started or (piece.kept and piece.ends_sentence) or boxed
    if run:
        yield boxed, run


def _foreign(run: tuple[bool, list[Piece]], pieces: Sequence[Piece], title: str) -> Iterator[Piece]:
    boxed, lines = run
    if not boxed and len(lines) < 2:
        return
    prose = [piece for piece in pieces if piece.kept and piece.ends_sentence]
    topic = _stems(Piece(0, title)).union(*map(_stems, prose[:_LEAD_PARAGRAPHS]))
    body = topic.union(*map(_stems, prose))
    strange = [_is_strange(piece, topic, body, boxed) for piece in lines]
    for index, piece in enumerate(lines):
        beside = any(strange[max(0, index - 1) : index] + strange[index + 1 : index + 2])
        if strange[index] and (boxed or beside):
            yield piece


def _is_strange(piece: Piece, topic: set[str], body: set[str], boxed: bool) -> bool:
    stems = _stems(piece)
    if boxed:
        return not stems & topic or len(stems & body) <= len(stems) / 2
    if _ITEM.match(piece.key) or piece.key.endswith(_OPEN_END) or len(piece.key.split()) < _FEWEST_WORDS:
        return False
    return len(stems) >= _FEWEST_CONTENT and not stems & topic and len(stems & body) <= len(stems) * _MOST_SHARED
