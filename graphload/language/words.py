"""Words and sentences of a Hindi news text, with their places in it.

A word is a run of letters, marks and digits; a hyphen parts words and is kept as a flag, so that
सोन-हुई and सोन हुई are the same two words. A sentence ends at a danda, a question or exclamation
mark, a line feed, or a full stop that does not belong to an initial, a title, a number or an address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
import regex

from graphload.language.letters import letters
from graphload.lexicon.script import fold

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+|\n|[^\s\p{L}\p{M}\p{N}\u200c\u200d]")
_ENDS = frozenset("।॥?!|\n")
_HYPHENS = frozenset("-‐‑–—")
_CLOSERS = frozenset("'\"’”)]»")
_SPELT = letters()


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or a mark. `form` is folded for look-up; `glued` says that a hyphen joins it to the word before."""

    start: int
    end: int
    text: str
    form: str
    word: bool
    glued: bool = False


class Sentence(msgspec.Struct, frozen=True):
    """A sentence: its place in the document and its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]


_fold_word = lru_cache(maxsize=200_000)(fold)


def tokenise(text: str) -> list[Token]:
    """All words and marks of `text`, in order; hyphens between words become `glued`."""
    tokens: list[Token] = []
    glue = False
    for match in _WORD.finditer(text):
        piece = match.group()
        start, end = match.span()
        if piece in _HYPHENS and tokens and tokens[-1].end == start and tokens[-1].word:
            glue = True
            continue
        word = piece[0].isalnum() or len(piece) > 1
        joined = glue and word and text[start - 1] in _HYPHENS
        tokens.append(Token(start, end, piece, _fold_word(piece) if word else piece, word, joined))
        glue = False
    return tokens


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text`, each with its tokens; white space around them belongs to none."""
    tokens = tokenise(text)
    first = 0
    for last in range(len(tokens)):
        if last >= first and _ends(tokens, last):
            stop = last + 1
            while stop < len(tokens) and tokens[stop].text in _CLOSERS and tokens[stop].start == tokens[stop - 1].end:
                stop += 1
            yield from _sentence(tokens[first:stop])
            first = stop
    yield from _sentence(tokens[first:])


def _sentence(tokens: Sequence[Token]) -> Iterator[Sentence]:
    kept = tuple(token for token in tokens if token.text != "\n")
    if any(token.word for token in kept):
        yield Sentence(kept[0].start, kept[-1].end, kept)


def _ends(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.text in _ENDS:
        return True
    if token.text != "." or index == 0:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.text == "\n":
        return True
    touching = after.start == token.end
    if after.text == "." or tokens[index - 1].text == ".":
        return False
    return not (_is_short_form(tokens, index - 1) or (touching and _is_inner_dot(tokens[index - 1], after)))


def _is_short_form(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word before a full stop is an initial or a shortened title, as in एस. or डॉ."""
    form = tokens[index].form
    if form in _SPELT.also_words:
        return index > 1 and tokens[index - 1].text == "." and tokens[index - 2].form in _SPELT.letters
    if form in _SPELT.abbreviations or form in _SPELT.letters:
        return True
    return tokens[index].text.isascii() and len(form) == 1 and form.isalpha()


def _is_inner_dot(before: Token, after: Token) -> bool:
    """Whether a full stop with no space after it stands inside a number, an address or a Latin abbreviation."""
    return before.end + 1 == after.start and before.text.isascii() and after.text.isascii()
