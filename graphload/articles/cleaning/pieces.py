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

END = 700
"""How many characters at the end of a paragraph can hold what is glued to it."""

_SENTENCE_END = regex.compile(r"[।॥|.!?…][\"'’”)\]»\s]{0,6}$")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+")


@dataclass(frozen=True)
class Piece:
    """A line of the page, or a part of one. `reason` is empty while it counts as the article.

    `before` is the white space between it and the piece before: line feeds, or nothing inside a line.
    """

    text: str
    before: str = ""
    reason: str = ""

    @cached_property
    def key(self) -> str:
        """The text with its white space normalised."""
        return " ".join(self.text.split())

    @cached_property
    def folded(self) -> str:
        """The text folded, for matching words, with its white space normalised."""
        return " ".join((self.folded_end if len(self.text) <= END else fold(self.text)).split())

    @cached_property
    def folded_end(self) -> str:
        """The last characters of the text folded, as many as `END`."""
        return fold(self.text[-END:])

    @property
    def kept(self) -> bool:
        """Whether the piece still counts as the article."""
        return not self.reason

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
    """One piece a line that is not blank."""
    pieces: list[Piece] = []
    gap = ""
    for line in page.split("\n"):
        if line and not line.isspace():
            pieces.append(Piece(line, gap))
            gap = "\n"
        else:
            gap += f"{line}\n"
    return pieces


def drop(piece: Piece, reason: str) -> Piece:
    """The same piece, no longer the article."""
    return replace(piece, reason=reason)


def cut(piece: Piece, start: int, reason: str) -> Iterator[Piece]:
    """The piece up to `start`, and dropped for `reason`, the rest of it."""
    if not piece.text[:start].strip():
        yield drop(piece, reason)
        return
    yield replace(piece, text=piece.text[:start])
    yield Piece(piece.text[start:], reason=reason)


def find(piece: Piece, pattern: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where a pattern for folded text matches in the end of a piece, as spans of `piece.text`."""
    if pattern.search(piece.folded_end) is None:
        return
    start = max(0, len(piece.text) - END)
    folded, offsets = fold_with_offsets(piece.text[start:])
    for match in pattern.finditer(folded):
        yield start + offsets[match.start()], start + offsets[match.end()]


def join(pieces: Sequence[Piece]) -> str:
    """What is kept, parted as on the page; where something was dropped, by the widest of the gaps around it."""
    kept: list[str] = []
    gap = ""
    for piece in pieces:
        gap = max(gap, piece.before, key=len)
        if not piece.reason:
            kept += (gap, piece.text)
            gap = ""
    return "".join(kept).strip()
