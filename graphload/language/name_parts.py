"""A name taken apart: its words without titles, initials told from words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec
import regex

from graphload.data import load_yaml
from graphload.errors import DataError
from graphload.language.romanise import romanisation
from graphload.lexicon.script import fold

FILE = "language/names.yaml"
WORD = regex.compile(r"[\p{L}\p{M}']+\.?")
LATIN_INITIALS = regex.compile("[bcdfghjklmnpqrstvwxz]{1,3}")
LATIN_LETTER = regex.compile("[a-z]")


class NameData(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The data file."""

    titles: list[str]
    leading: list[str]
    filial: list[str]
    particles: list[str]
    patronymics: list[str]
    spellings: list[list[str]]


class NameWords:
    """The data, folded. Raises `DataError` where one form is given to two names."""

    def __init__(self, data: NameData) -> None:
        self.titles = frozenset(map(fold, data.titles))
        self.leading = frozenset(map(fold, data.leading))
        self.filial = frozenset(map(fold, data.filial))
        self.particles = frozenset(map(fold, data.particles))
        self.patronymics = tuple(map(fold, data.patronymics))
        self.spellings: dict[str, str] = {}
        for forms in data.spellings:
            for form in map(fold, forms):
                if self.spellings.setdefault(form, forms[-1]) != forms[-1]:
                    raise DataError(f"{form!r} is a spelling of two names", where=FILE, mend="keep one")


class Part(NamedTuple):
    """A word of a name, folded. `initial`: the Latin letter, where the word is one."""

    text: str
    initial: str = ""


@cache
def name_words() -> NameWords:
    """The project's own words."""
    return NameWords(load_yaml(FILE, NameData))


@lru_cache(maxsize=1 << 16)
def readings(name: str) -> tuple[tuple[Part, ...], ...]:
    """The ways to read `name`, likeliest first: a second one where short words may be initials (केपी, एस)."""
    words = [match[0] for match in WORD.finditer(fold(name))]
    kept = [word for word in words if word not in name_words().titles] or words
    kept = kept[1:] if len(kept) > 1 and kept[0] in name_words().leading else kept
    plain = tuple(part for word in kept for part in _certain(word))
    spelt = tuple(part for place, part in enumerate(plain) for part in _spelt(part, place == len(plain) - 1))
    return (plain,) if spelt == plain else (plain, spelt)


def is_patronymic(part: Part) -> bool:
    """Whether the word is a father's name between given name and surname (विक्टोरोविच)."""
    return part.text.endswith(name_words().patronymics)


def _certain(word: str) -> Iterator[Part]:
    bare = word.rstrip(".")
    letters = romanisation_letters()
    if word != bare and bare in letters:
        yield Part(bare, letters[bare])
    elif bare in name_words().spellings:
        yield Part(bare)
    elif LATIN_INITIALS.fullmatch(bare) or (word != bare and LATIN_LETTER.fullmatch(bare)):
        yield from (Part(letter, letter) for letter in bare)
    else:
        yield Part(bare)


def _spelt(part: Part, last: bool) -> Sequence[Part]:
    letters = None if last or part.initial else _letters_of(part.text)
    return [Part(form, letter) for form, letter in letters] if letters else [part]


@cache
def romanisation_letters() -> dict[str, str]:
    """The Hindi names of the Latin letters, folded."""
    return {fold(name): letter for name, letter in romanisation().letters.items()}


@lru_cache(maxsize=1 << 14)
def _letters_of(word: str) -> tuple[tuple[str, str], ...] | None:
    """The letters whose names `word` is made of (केपी: K, P), `None` where it is a word."""
    if not word or LATIN_LETTER.fullmatch(word):
        return ((word, word),) if word else ()
    letters = romanisation_letters()
    for size in range(min(5, len(word)), 0, -1):
        head, rest = word[:size], word[size:]
        if head in letters and (following := _letters_of(rest)) is not None:
            return ((head, letters[head]), *following)
    return None
