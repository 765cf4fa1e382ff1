"""Tells what names a person from what only says what the person is: व्लादिमीर पुतिन, रूस के राष्ट्रपति."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon
from graphload.lexicon.script import fold

_LONGEST_OFFICE: Final = 4
_OF: Final = frozenset({"के", "की", "का", "of", "और", "एवं", "तथा", "and"})
"""Words that join an office to whose it is. They are syllables of names too: वी के सिंह, आंग सान सू की."""


@lru_cache(maxsize=1 << 16)
def is_role(text: str) -> bool:
    """Whether `text` says an office, with or without whose it is, and no name."""
    words = fold(text).split()
    return bool(words) and (
        words[-1] in grammar().counterparts
        or any(_is_office(words[:-size], words[-size:]) for size in range(1, min(_LONGEST_OFFICE, len(words)) + 1))
        or any(word in _OF and _is_known(words[:place]) for place, word in enumerate(words))
    )


def _is_office(before: Sequence[str], last: Sequence[str]) -> bool:
    """Whether the last words are an office; one that is a name too (अमित शाह) is one after a country (सऊदी शाह)."""
    forms = [form for form in lexicon().lookup(" ".join(last)) if form.kind == "office"]
    return bool(forms) and (
        not before or before[-1] in _OF or _is_known(before) or not all(form.ambiguous for form in forms)
    )


def _is_known(words: Sequence[str]) -> bool:
    """Whether the words are a country or a body that can have offices."""
    return bool(lexicon().lookup(" ".join(words)))
