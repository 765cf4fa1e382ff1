"""The language of a text, by its script and a few function words."""

from __future__ import annotations

from collections import Counter
from functools import cache

import msgspec
import regex

from graphload.data import load_yaml

UNKNOWN = "und"
_SAMPLE = 800
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_Words = dict[str, list[str]]


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For each Unicode script, its languages (ISO 639-1) with function words; no words where the script says enough."""

    scripts: dict[str, _Words]


@cache
def _scripts() -> dict[str, _Words]:
    return load_yaml("articles/languages.yaml", Languages).scripts


@cache
def _function_words() -> dict[str, str]:
    return {word: name for languages in _scripts().values() for name, words in languages.items() for word in words}


@cache
def _letters() -> regex.Pattern[str]:
    """One letter of a script that says enough by itself."""
    alone = [script for script, languages in _scripts().items() if not any(languages.values())]
    return regex.compile("|".join(rf"(?P<{script}>\p{{{script}}})" for script in alone))


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that most of the text's beginning is in, `und` where it cannot be told."""
    sample = text[:_SAMPLE].lower()
    words = _function_words()
    counts = Counter(words[word] for word in _WORD.findall(sample) if word in words)
    if not counts:
        counts = Counter(next(iter(_scripts()[str(found.lastgroup)])) for found in _letters().finditer(sample))
    return counts.most_common(1)[0][0] if counts else UNKNOWN
