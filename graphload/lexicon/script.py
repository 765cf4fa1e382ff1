"""Folding: one key for every way that news spells a word in Devanagari or Latin script.

Folded away are the nukta, composed or not; zero-width joiners and other invisible signs; the
difference between chandrabindu, anusvara and a half nasal before a stop (ट्रम्प, ट्रंप); hyphens against
spaces; Devanagari against ASCII digits; curly against straight quotes; Latin case and accents.
Vowel signs stay: they tell names apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import chain, repeat

import regex

_ANUSVARA = "ं"
_REPLACED = {"ँ": _ANUSVARA, "़": "", "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "−": " "}
# A half nasal is an anusvara before the stops of its own row; news also writes न् so before any stop or sibilant.
_HALF_NASAL = regex.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[क-घच-झट-ढत-धप-भश-स])|म्(?=[प-भ])")


def _fold_character(character: str) -> str:
    if (replaced := _REPLACED.get(character)) is not None:
        return replaced
    category = unicodedata.category(character)
    if category in {"Cf", "Pd"} or unicodedata.name(character, "").startswith(("COMBINING", "VARIATION SELECTOR")):
        return " " if category == "Pd" else ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    simpler = unicodedata.normalize("NFKD", character).casefold()
    return character if simpler == character else "".join(map(_fold_character, simpler))


class _Table(dict[int, str]):
    """What each code point folds to, worked out on first sight."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """The matching key of `text`. Folding twice changes nothing more."""
    return _HALF_NASAL.sub(_ANUSVARA, text.translate(_TABLE))


def fold_name(text: str) -> str:
    """The matching key of a name: folded, with one space between its words, however the page has them."""
    return " ".join(fold(text).split())


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """`fold(text)`, and for each of its characters the index of the one in `text` that it comes from.

    One index past the end is added, so that the folded span `[i:j]` is `text[offsets[i]:offsets[j]]`.
    """
    if text.isascii():
        return fold(text), range(len(text) + 1)
    pieces = list(map(_TABLE.__getitem__, map(ord, text)))
    offsets = list(chain.from_iterable(map(repeat, range(len(text)), map(len, pieces))))
    folded = "".join(pieces)
    for match in reversed(list(_HALF_NASAL.finditer(folded))):
        del offsets[match.end() - 1]
    offsets.append(len(text))
    return _HALF_NASAL.sub(_ANUSVARA, folded), offsets
