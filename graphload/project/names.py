"""What a node is called: one name in Latin script, one in Devanagari, from all the forms that articles use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import regex

from graphload.language.romanise import romanise

_DEVANAGARI: Final = regex.compile(r"\p{Devanagari}")


class Known(NamedTuple):
    """What the registry or the lexicon says of an entity; each is `None` where it says nothing."""

    name: str | None = None
    name_hi: str | None = None
    office: str | None = None
    country: str | None = None
    kind: str | None = None


def latin(forms: Iterable[str]) -> str | None:
    """The fullest form in Latin script."""
    return _fullest(form for form in forms if not _DEVANAGARI.search(form))


def devanagari(forms: Iterable[str]) -> str | None:
    """The fullest form in Devanagari."""
    return _fullest(form for form in forms if _DEVANAGARI.search(form))


def display(forms: Mapping[str, int], fallback: str) -> str:
    """The name in Latin script: the fullest, else the Devanagari one romanised, else `fallback`.

    Counts of articles have no say, so that a name does not change with each article.
    """
    hindi = devanagari(forms)
    return latin(forms) or (romanise(hindi) if hindi else fallback)


def _fullest(forms: Iterable[str]) -> str | None:
    return max(forms, key=lambda form: (len(form.split()), len(form), form), default=None)
