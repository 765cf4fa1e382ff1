"""Devanagari in Latin letters, for showing a name that no list gives in Latin."""

from __future__ import annotations

import unicodedata
from functools import cache

import msgspec
import regex

from graphload.data import load_yaml

FILE = "language/romanisation.yaml"
NUKTA, VIRAMA, VISARGA, NASALS = "\u093c", "\u094d", "\u0903", "\u0901\u0902"
SCHWA = "@"
"""Stands for the inherent vowel until it is known whether it sounds."""

WORD = regex.compile(r"[\u0900-\u0963\u0970-\u097f\u200c\u200d]+\.?")
INVISIBLE = regex.compile(r"[\u200c\u200d]")


class Romanisation(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The data file: what each Devanagari letter and sign is in Latin."""

    consonants: dict[str, str]
    nukta: dict[str, str]
    vowels: dict[str, str]
    signs: dict[str, str]
    nasals: dict[str, str]
    letters: dict[str, str]


@cache
def romanisation() -> Romanisation:
    """The project's own table."""
    return load_yaml(FILE, Romanisation)


def romanise(text: str) -> str:
    """`text` with its Devanagari words in Latin, each with a capital; everything else stays as it is.

    Vowels that are written but not spoken are left out: चोए सोन हुई is Choe Son Hui, राजनाथ is Rajnath.
    """
    return WORD.sub(lambda match: _show(match[0]), text)


def _show(word: str) -> str:
    stem, stop = (word[:-1], ".") if word.endswith(".") else (word, "")
    letter = romanisation().letters.get(stem) if stop else None
    latin = letter or _romanise_word(stem)
    return latin[:1].upper() + latin[1:] + stop


@cache
def _romanise_word(word: str) -> str:
    units = _delete_schwas(_units(INVISIBLE.sub("", unicodedata.normalize("NFD", word))))
    return "".join(consonant + vowel.replace(SCHWA, "a") for consonant, vowel in units)


def _units(word: str) -> list[tuple[str, str]]:
    """The word as pairs of consonant and vowel, either of them empty; `SCHWA` where no vowel is written."""
    table = romanisation()
    units: list[tuple[str, str]] = []
    for place, sign in enumerate(word):
        after = word[place + 1 : place + 2]
        if sign in table.consonants:
            known = table.nukta if after == NUKTA else table.consonants
            units.append((known.get(sign, table.consonants[sign]), SCHWA))
        elif sign in table.vowels:
            units.append(("", table.vowels[sign]))
        elif sign in NASALS:
            units.append((table.nasals.get(after, "n"), ""))
        elif sign == VISARGA:
            units.append(("h", ""))
        elif units and (sign == VIRAMA or sign in table.signs):
            units[-1] = (units[-1][0], table.signs.get(sign, ""))
    return units


def _delete_schwas(units: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Drops the schwa at the end of a word, and inside it between a spoken vowel and a full syllable."""
    kept = list(units)
    if len(kept) > 1 and kept[-1][1] == SCHWA and not _hard_cluster(kept):
        kept[-1] = (kept[-1][0], "")
    for place in range(len(kept) - 2, 0, -1):
        (_, before), (consonant, vowel), (after, follows) = kept[place - 1 : place + 2]
        if vowel == SCHWA and before and consonant and after and follows not in ("", SCHWA):
            kept[place] = (consonant, "")
    return kept


def _hard_cluster(units: list[tuple[str, str]]) -> bool:
    """Whether the last consonant ends a cluster that cannot be spoken without a vowel, as in नरेंद्र."""
    return units[-2][1] == "" and units[-2][0] not in ("n", "m", "r") and units[-1][0] in ("r", "y", "v", "n", "m")
