"""The words and shapes of date expressions, compiled from `data/language/dates.yaml`.

A sentence becomes one letter a token, its class; a shape is a regular expression over those letters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

from graphload.data import load_yaml
from graphload.errors import DataError

FILE = "language/dates.yaml"
OTHER = "·"
UNKNOWN = ("", 0)
RawToken = tuple[int, int, str, int]
"""The fields of a `Token`: making records of all words would cost more than finding the shapes."""
FIRST_LETTER = 0x4E00
"""Where the class letters start: a stretch of letters that no operator of a regular expression is in."""
NUMERIC = ("day", "count", "year", "numberword")
NAMED = ("month", "shortmonth", "latin", "weekday")
LETTER = r"[A-Za-z\u0900-\u0963\u0970-\u097f\u200c\u200d]"
TOKEN = re.compile(rf"{LETTER}+|\d+|\S")
TO_FOLD = re.compile("[A-Z\u093c\u0958-\u095f\u200c\u200d]")
FOLDED_AWAY = re.compile("[\u093c\u200c\u200d]")
IN_NAME = re.compile(rf".?{LETTER}$|{LETTER}-$")
IN_NUMBER = re.compile(r",\d")
NAME = re.compile(r"[a-z]+")
REFERENCE = re.compile(r"<([a-z]+)>")


class Shape(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One kind of expression: a regular expression over class names and `<fragments>`."""

    kind: str
    shape: str


class DateData(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The data file."""

    months: dict[int, list[str]]
    short_months: dict[int, list[str]]
    latin_months: dict[int, list[str]]
    weekdays: dict[int, list[str]]
    numbers: dict[int, list[str]]
    classes: dict[str, list[str]]
    triggers: list[str]
    starts: list[str]
    fragments: dict[str, str]
    shapes: list[Shape]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign of the sentence, with its class and the value that the class gives."""

    start: int
    end: int
    group: str
    value: int


class DateWords:
    """Reads sentences into tokens and finds shapes in them. Raises `DataError` where the data are at odds."""

    def __init__(self, data: DateData) -> None:
        self._words = _index(data)
        groups = [*NUMERIC, *NAMED, *data.classes]
        self._letters = {name: chr(FIRST_LETTER + place) for place, name in enumerate(groups)}
        self._kinds = [shape.kind for shape in data.shapes]
        shapes = "|".join(f"({self._compile(one.shape, data.fragments)})" for one in data.shapes)
        starts = "".join(_known(self._letters, name) for name in data.starts)
        self._shapes = re.compile(f"(?=[{starts}])(?:{shapes})")
        self._triggers = AhoCorasick(data.triggers, implementation=Implementation.DFA)

    def find(self, sentence: str) -> list[tuple[str, list[Token]]]:
        """Each expression in order: the kind of its shape, and its tokens."""
        if not self._triggers.find_matches_as_indexes(sentence):
            return []
        tokens = self._tokens(sentence)
        letters = "".join([self._letters.get(group, OTHER) for _, _, group, _ in tokens])
        return [
            (self._kinds[(match.lastindex or 1) - 1], [Token(*token) for token in tokens[match.start() : match.end()]])
            for match in self._shapes.finditer(letters)
        ]

    def _tokens(self, sentence: str) -> list[RawToken]:
        fold = _fold if TO_FOLD.search(sentence) else str
        known = self._words.get
        tokens: list[RawToken] = []
        for match in TOKEN.finditer(sentence):
            word, (start, end) = match[0], match.span()
            if not word.isdecimal():
                group, value = known(fold(word), UNKNOWN)
            elif IN_NAME.match(sentence, max(start - 2, 0), start) and not _after_date(tokens):
                group, value = UNKNOWN
            else:
                group, value = _number(word) if not IN_NUMBER.match(sentence, end) else UNKNOWN
            tokens.append((start, end, group, value))
        return tokens

    def _compile(self, shape: str, fragments: dict[str, str]) -> str:
        while REFERENCE.search(shape):
            shape = REFERENCE.sub(lambda match: f"(?:{_known(fragments, match[1])})", shape)
        shape = re.sub(r"\((?!\?)", "(?:", shape)
        return NAME.sub(lambda match: _known(self._letters, match[0]), shape).replace(" ", "")


@cache
def date_words() -> DateWords:
    """The project's own words and shapes."""
    return DateWords(load_yaml(FILE, DateData))


def _index(data: DateData) -> dict[str, tuple[str, int]]:
    valued = (data.months, data.short_months, data.latin_months, data.weekdays, data.numbers)
    tables = zip((*NAMED, "numberword"), valued, strict=True)
    entries = [(word, name, value) for name, table in tables for value, words in table.items() for word in words]
    entries += [(word, name, 0) for name, words in data.classes.items() for word in words]
    index: dict[str, tuple[str, int]] = {}
    for word, name, value in entries:
        if index.setdefault(_fold(word), (name, value)) != (name, value):
            raise DataError(f"{word!r} is in two classes", where=FILE, mend="keep one")
    return index


def _known(names: dict[str, str], name: str) -> str:
    if name not in names:
        raise DataError(f"a shape names {name!r}, which is no class and no fragment", where=FILE, mend="mend the shape")
    return names[name]


def _fold(word: str) -> str:
    return FOLDED_AWAY.sub("", unicodedata.normalize("NFD", word)).lower()


def _after_date(tokens: list[RawToken]) -> bool:
    """Whether a hyphen joins the number to a date (30 नवंबर-1 दिसंबर), and not to a name (जी-20)."""
    return len(tokens) > 1 and tokens[-2][2] in NAMED


def _number(digits: str) -> tuple[str, int]:
    value = int(digits) if len(digits) <= 4 else 0
    if 1 <= value <= 31 and len(digits) <= 2:
        return "day", value
    return ("year" if len(digits) == 4 and 1800 <= value <= 2099 else "count"), value
