"""Headlines of other stories in mid-body, known by what they speak of.

Two or more lines in a row without the end of a sentence, none of which shares a word with the
article's title or first paragraphs, and few with the rest, are links that lost their markup.
Sub-headings share words with their article; lists are introduced, numbered or bulleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

import regex

from graphload.articles.cleaning.pieces import Piece, drop, words
from graphload.articles.cleaning.teasers import opens_box
from graphload.articles.cleaning.words import teasers
from graphload.lexicon.script import fold

REASON = "other headline"
_STEM = 4
_LEAD_PARAGRAPHS = 2
_FEWEST_LINES = 2
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
    runs = [run for run in _runs(pieces) if run.boxed or len(run.lines) >= _FEWEST_LINES]
    if not runs:
        return list(pieces)
    prose = [_stems(piece) for piece in pieces if piece.kept and piece.ends_sentence]
    topic = _stems(Piece(title)).union(*prose[:_LEAD_PARAGRAPHS])
    body = topic.union(*prose)
    foreign = {id(piece) for run in runs for piece in _foreign(run, topic, body)}
    return [drop(piece, REASON) if id(piece) in foreign else piece for piece in pieces]


@dataclass(frozen=True, slots=True)
class _Run:
    """Headline-like lines in a row, and whether the label of a box stands above them."""

    lines: list[Piece]
    boxed: bool


def _runs(pieces: Sequence[Piece]) -> Iterator[_Run]:
    """The runs that may be links: under the label of a box, or two lines and more behind a finished sentence."""
    run = _Run([], boxed=False)
    open_to_run = False
    for piece in pieces:
        if piece.kept and piece.headline:
            run.lines.append(piece)
            continue
        if run.lines and open_to_run:
            yield run
        boxed = bool(piece.reason) and opens_box(piece)
        open_to_run = boxed or piece.ends_sentence or (bool(piece.reason) and open_to_run)
        run = _Run([], boxed)
    if run.lines and open_to_run:
        yield run


def _foreign(run: _Run, topic: set[str], body: set[str]) -> list[Piece]:
    """The lines of a run that speak of other things: in a box each, else those it begins with."""
    if run.boxed:
        return [piece for piece in run.lines if _is_other(piece, topic, body)]
    strange = list(takewhile(lambda piece: _is_strange(piece, topic, body), run.lines))
    # One line may follow, the sub-heading of what comes next; more than one makes the run a list.
    return strange if len(strange) >= max(_FEWEST_LINES, len(run.lines) - 1) else []


def _is_other(piece: Piece, topic: set[str], body: set[str]) -> bool:
    stems = _stems(piece)
    return not stems & topic or len(stems & body) <= len(stems) / 2


def _is_strange(piece: Piece, topic: set[str], body: set[str]) -> bool:
    if _ITEM.match(piece.key) or piece.key.endswith(_OPEN_END) or len(piece.key.split()) < _FEWEST_WORDS:
        return False
    stems = _stems(piece)
    return len(stems) >= _FEWEST_CONTENT and not stems & topic and len(stems & body) <= len(stems) * _MOST_SHARED
