"""Verbs: every form of the verbs that news uses, made from their stems, with the stem and the aspect of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from graphload.data import load_yaml
from graphload.errors import DataError
from graphload.lexicon.script import fold

Aspect: TypeAlias = Literal[
    "root", "infinitive", "habitual", "conjunctive", "perfective", "future", "subjunctive", "be"
]

_CLOSING: frozenset[Aspect] = frozenset({"perfective", "future", "subjunctive", "be"})
_BE = "be"
_OTHER = "act"
_FIRST, _LAST = "क", "ह"
"""The consonants of Devanagari, in its order."""


class VerbForm(NamedTuple):
    """A form of a verb: its stem, its aspect, and what kind of verb it is (`do`, `give`, …; `act` for most)."""

    stem: str
    aspect: Aspect
    kind: str

    @property
    def closes(self) -> bool:
        """Whether the form may end a clause by itself."""
        return self.aspect in _CLOSING


class _Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    any: dict[Aspect, list[str]]
    consonant: dict[Aspect, list[str]]
    vowel: dict[Aspect, list[str]]


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    endings: _Endings
    irregular: dict[str, dict[Aspect, list[str]]]
    be: list[str]
    light: dict[str, list[str]]
    others: list[str]
    predicates: dict[str, list[str]]


def load_verbs(file: Path) -> dict[str, VerbForm]:
    """Every form of the verbs in `file`, folded; one that two verbs share is the first one's.

    Raises `DataError` where the file breaks its schema, a stem stands twice, or an irregular verb is in no list.
    """
    raw = load_yaml(file, _Raw)
    kinds: dict[str, str] = {}
    for kind, stems in (*raw.light.items(), (_OTHER, raw.others)):
        for stem in map(fold, stems):
            if stem in kinds:
                raise DataError(f"the stem {stem!r} stands twice", where=str(file), mend="drop one")
            kinds[stem] = kind
    irregular = {fold(stem): forms for stem, forms in raw.irregular.items()}
    for stem in irregular.keys() - kinds.keys():
        raise DataError(f"the irregular stem {stem!r} is in no list", where=str(file), mend="list it, or take it out")
    found = {fold(form): VerbForm(_BE, "be", _BE) for form in raw.be}
    for stem, kind in kinds.items():
        for form, aspect in _forms(stem, raw.endings, irregular.get(stem, {})):
            found.setdefault(form, VerbForm(stem, aspect, kind))
    for kind, words in raw.predicates.items():
        found.update((fold(word), VerbForm(fold(word), "perfective", kind)) for word in words)
    return found


def _forms(stem: str, endings: _Endings, irregular: Mapping[Aspect, list[str]]) -> Iterator[tuple[str, Aspect]]:
    """The forms of one verb; those that may close a clause come first."""
    own = endings.consonant if _FIRST <= stem[-1] <= _LAST else endings.vowel
    for aspect, tails in (*own.items(), *endings.any.items()):
        for form in irregular[aspect] if aspect in irregular else [stem + tail for tail in tails]:
            yield fold(form), aspect
    yield stem, "root"
