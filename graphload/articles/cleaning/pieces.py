"""A page as pieces: its lines, some of them parted where the article ends and something else begins.

Put together again, the pieces give the page letter for letter; a concern only says of a piece why it
is not the article. So whatever is kept is an exact stretch of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import regex

from graphload.lexicon.script import fold, fold_with_offsets

SHORT = 160
"""A line up to this many characters can be a headline, a caption or a label; a longer one is prose."""

_SENTENCE_END = regex.compile(r"[।॥|.!?…][\"'’”)\]»\s]{0,6}$")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+")


@dataclass(frozen=True)
class Piece:
    """A line of the page, or a part of one. `reason` is empty while it counts as the article."""

    line: int
    text: str
    reason: str = ""

    @cached_property
    def key(self) -> str:
        """The text with its white space normalised."""
        return " ".join(self.text.split())

    @cached_property
    def folded(self) -> str:
        """The key folded, for matching words."""
        return " ".join(fold(self.key).split())

    @property
    def kept(self) -> bool:
        """Whether the piece still counts as the article, and says something."""
        return not self.reason and bool(self.key)

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.key[-8:]) is not None

    @property
    def headline(self) -> bool:
        """Whether it looks like a headline or a label: short, and not ended like a sentence."""
        return len(self.key) <= SHORT and not self.ends_sentence


def words(folded: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(folded)


def split(page: str) -> list[Piece]:
    """One piece a line."""
    return [Piece(number, line) for number, line in enumerate(page.split("\n"))]


def drop(piece: Piece, reason: str) -> Piece:
    """The same piece, no longer the article."""
    return replace(piece, reason=reason)


def cut(piece: Piece, start: int, reason: str) -> Iterator[Piece]:
    """The piece up to `start`, and dropped for `reason`, the rest of it."""
    if piece.text[:start].strip():
        yield replace(piece, text=piece.text[:start])
    yield replace(piece, text=piece.text[start:], reason=reason)


def find(piece: Piece, pattern: regex.Pattern[str]) -> tuple[int, int] | None:
    """Where a pattern for folded text first matches, as a span of `piece.text`."""
    if not pattern.search(piece.folded):
        return None
    folded, offsets = fold_with_offsets(piece.text)
    match = pattern.search(folded)
    return (offsets[match.start()], offsets[match.end()]) if match else None


def join(pieces: Sequence[Piece]) -> str:
    """What is kept, with the page's own line feeds; dropped lines leave no more than one blank line behind."""
    kept: list[str] = []
    line, gap, blank = -1, False, True
    for piece in pieces:
        gap = gap or bool(piece.reason)
        if piece.reason or (gap and blank and not piece.key):
            continue
        kept.append(piece.text if piece.line == line or not kept else f"\n{piece.text}")
        line, gap, blank = piece.line, gap and not piece.key, not piece.key
    return "".join(kept).strip()
