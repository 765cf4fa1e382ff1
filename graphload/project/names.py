"""What a node is called: one name in Latin script, one in Devanagari, from all the forms that articles use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

import regex

from graphload.language.roles import is_role
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


def proper(forms: Iterable[str]) -> list[str]:
    """The forms that name somebody; those that only say an office where there are no others."""
    forms = list(forms)
    return [form for form in forms if not is_role(form)] or forms


def display(forms: Iterable[str], fallback: str) -> str:
    """The name in Latin script: the fullest, else the Devanagari one romanised, else `fallback`.

    Counts of articles have no say, so that a name does not change with each article.
    """
    forms = list(forms)
    hindi = devanagari(forms)
    return latin(forms) or (romanise(hindi) if hindi else fallback)


def _fullest(forms: Iterable[str]) -> str | None:
    return max(forms, key=lambda form: (len(form.split()), len(form), form), default=None)
