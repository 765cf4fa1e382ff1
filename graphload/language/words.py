"""Words and sentences of a Hindi news text, with their places in it.

A word is a run of letters, marks and digits; a hyphen parts words and is kept as a flag, so that
सोन-हुई and सोन हुई are the same two words. A sentence ends at a danda, a question or exclamation
mark, a line feed, or a full stop that does not belong to an initial, a title, a number or an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

import msgspec
import regex

from graphload.language.letters import letters
from graphload.lexicon.script import fold

_INNER = r"[\p{L}\p{M}\p{N}\u200c\u200d]"
# A vowel sign or a joiner that stands alone is no word.
_WORDS = regex.compile(rf"([\p{{L}}\p{{N}}]{_INNER}*+|[\p{{M}}\u200c\u200d]{_INNER}++)")
# Most texts hold only these signs, among which `re` finds the same words in half the time.
_SIGNS = "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_LETTERS = "\u0904-\u0939\u093d\u0950\u0958-\u0961\u0966-\u096f\u0971-\u097fA-Za-z0-9"
_USUAL = re.compile(rf"[{_LETTERS}{_SIGNS}\s!-/:-@\[-`{{-~।॥॰‘’“”–—…]*+")
_USUAL_WORDS = re.compile(f"([{_LETTERS}][{_LETTERS}{_SIGNS}]*+|[{_SIGNS}][{_LETTERS}{_SIGNS}]++)")
_TOKEN = rf"(?:{_INNER}++|\n|\S)"
_AFTER, _BEFORE = regex.compile(_TOKEN), regex.compile(rf"(?r){_TOKEN}")
_SPACE = re.compile(r"\s+")
_STOPS = re.compile(r"""([।॥?!|\n.])['"’”)\]»]*""")
_HYPHENS = frozenset("-‐‑–—")
_SPELT = letters()
_MOST_FORMS = 200_000


class _Forms(dict[str, str]):
    """What each word folds to, worked out on first sight; begun anew when there are too many to keep.

    Looked up once a word, where a plain dictionary costs half of what `lru_cache` does.
    """

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[word] = form = fold(word)
        return form


_fold_word = _Forms().__getitem__


class Sentence(msgspec.Struct, frozen=True):
    """A sentence: its place in the document, and its words in rows.

    `forms` are the `words` folded for look-up; `starts` and `ends` are their places in the document. `gaps` are the
    marks before each word and, last, those behind all. `glued` are the words that a hyphen joins to the one before.
    """

    start: int
    end: int
    words: list[str]
    forms: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    glued: tuple[int, ...]


class _Token(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    text: str


def words_of(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return list(map(_fold_word, _WORDS.findall(text)))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text` that have a word; white space around them belongs to none."""
    words = _USUAL_WORDS if _USUAL.fullmatch(text) else _WORDS
    first = 0
    for stop in _STOPS.finditer(text):
        if stop[1] != "." or _is_full_stop(text, stop.start()):
            yield from _sentence(words.split(text[first : stop.end()]), first)
            first = stop.end()
    yield from _sentence(words.split(text[first:]), first)


def _sentence(pieces: list[str], first: int) -> Iterator[Sentence]:
    """The sentence that begins at `first`, out of its words and what stands between them, if it has a word."""
    if len(pieces) == 1:
        return
    words, between = pieces[1::2], pieces[::2]
    bounds = list(accumulate(map(len, pieces), initial=first))
    starts, ends = bounds[1:-1:2], bounds[2::2]
    gaps = [_SPACE.sub("", between[0]), *map(_marks, between[1:])]
    glued = () if _HYPHENS.isdisjoint(between) else _glued(between)
    start = first + between[0].index(gaps[0][0]) if gaps[0] else starts[0]
    end = ends[-1] + between[-1].rindex(gaps[-1][-1]) + 1 if gaps[-1] else ends[-1]
    yield Sentence(start, end, words, list(map(_fold_word, words)), starts, ends, gaps, glued)


def _glued(between: list[str]) -> tuple[int, ...]:
    """The words before which nothing but a hyphen stands, and a word before that."""
    return tuple([place for place in range(1, len(between) - 1) if between[place] in _HYPHENS])


@lru_cache(maxsize=4096)
def _marks(gap: str) -> str:
    """The marks of what stands behind a word, without the hyphen that touches the word."""
    return _SPACE.sub("", gap[1:] if gap[:1] in _HYPHENS else gap)


def _is_full_stop(text: str, place: int) -> bool:
    """Whether the dot at `place` ends a sentence."""
    before, after = _token_before(text, place), _AFTER.search(text, place + 1)
    if before is None:
        return False
    if after is None or after[0] == "\n":
        return True
    if "." in (before.text, after[0]) or _is_short_form(text, before):
        return False
    # A dot may stand inside a number, an address or a Latin abbreviation.
    touches = before.end == place and after.start() == place + 1
    return not (touches and before.text.isascii() and after[0].isascii())


def _is_short_form(text: str, word: _Token) -> bool:
    """Whether the word before a dot is an initial or a shortened title, as in एस. or डॉ."""
    form = _fold_word(word.text)
    if form in _SPELT.also_words:
        dot = _token_before(text, word.start)
        letter = _token_before(text, dot.start) if dot is not None and dot.text == "." else None
        return letter is not None and _fold_word(letter.text) in _SPELT.letters
    if form in _SPELT.abbreviations or form in _SPELT.letters:
        return True
    return word.text.isascii() and len(form) == 1 and form.isalpha()


def _token_before(text: str, place: int) -> _Token | None:
    """The word or mark before `place`; a hyphen that touches a word is neither."""
    found = _BEFORE.search(text, 0, place)
    if found is None:
        return None
    if found[0] in _HYPHENS:
        word = _BEFORE.search(text, 0, found.start())
        if word is not None and word.end() == found.start() and _is_word(word[0]):
            found = word
    return _Token(found.start(), found.end(), found[0])


def _is_word(token: str) -> bool:
    return len(token) > 1 or token.isalnum()
