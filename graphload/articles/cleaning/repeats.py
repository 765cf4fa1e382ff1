"""What the page says twice: repeated paragraphs, and lines that say the title again."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.articles.cleaning.pieces import Piece, drop
from graphload.lexicon.script import fold

_SHORTEST = 15
_CAPTION_WORDS = 4


def drop_repeats(pieces: Sequence[Piece]) -> list[Piece]:
    """Each line kept once; later copies, but for their white space, dropped."""
    seen: set[str] = set()
    out: list[Piece] = []
    for piece in pieces:
        again = piece.kept and len(piece.key) >= _SHORTEST and piece.key in seen
        out.append(drop(piece, "repeat") if again else piece)
        if piece.kept:
            seen.add(piece.key)
    return out


def drop_title(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """Lines that are the title word for word dropped, and captions that are a part of it."""
    key = " ".join(title.split())
    folded = " ".join(fold(key).split())
    return [drop(piece, "title") if key and piece.kept and _says(piece, key, folded) else piece for piece in pieces]


def _says(piece: Piece, key: str, folded: str) -> bool:
    if piece.key == key:
        return True
    return piece.headline and len(piece.key.split()) >= _CAPTION_WORDS and piece.folded in folded
