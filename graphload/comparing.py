"""Pairs of names, compared one after the other."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
import regex

from graphload.errors import InputError
from graphload.language.names import Comparison, compare
from graphload.model import Verdict

EVEN: Final = 0.5
"""The score of two names of which nothing is known."""

_FOREIGN: Final = regex.compile(r"[\p{L}--[\p{Devanagari}\p{Latin}]]", regex.V1)


class Compared(msgspec.Struct, frozen=True):
    """Two names, how likely they spell one person's name (0 to 1), what that comes to, and why."""

    a: str
    b: str
    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


def compare_all(pairs: Iterable[Sequence[str]]) -> Iterator[Compared]:
    """Each pair compared; unsure is one with letters that are neither Devanagari nor Latin, unless written alike."""
    for a, b in pairs:
        found = compare(a, b)
        if found.verdict != "same" and any(map(_FOREIGN.search, (a, b))):
            found = Comparison(EVEN, "unsure", ("a script that cannot be compared",))
        yield Compared(a, b, found.score, found.verdict, found.reasons)


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """The columns `a` and `b` of a tab-separated file with a head. Raises `InputError`."""
    try:
        rows = list(
            csv.DictReader(path.read_text("utf-8-sig").splitlines(), dialect="excel-tab", quoting=csv.QUOTE_NONE)
        )
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path), mend="give a TSV file in UTF-8") from error
    for number, row in enumerate(rows, 2):
        if not (row.get("a") and row.get("b")):
            raise InputError("no names in columns a and b", where=f"{path}:{number}", mend="give a head and both names")
    return [(row["a"], row["b"]) for row in rows]
