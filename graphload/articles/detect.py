"""The language of a text, by its script and a few function words."""

from __future__ import annotations

from collections import Counter
from functools import cache

import msgspec
import regex

from graphload.data import load_yaml

UNKNOWN = "und"
_SAMPLE = 4000
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_Words = dict[str, list[str]]


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For each Unicode script, its languages (ISO 639-1) with function words; no words where the script says enough."""

    scripts: dict[str, _Words]


@cache
def _languages() -> _Words:
    scripts = load_yaml("articles/languages.yaml", Languages).scripts
    return {script: [*languages] for script, languages in scripts.items()}


@cache
def _scripts() -> dict[str, regex.Pattern[str]]:
    return {script: regex.compile(rf"\p{{{script}}}") for script in _languages()}


@cache
def _function_words(script: str) -> dict[str, str]:
    languages = load_yaml("articles/languages.yaml", Languages).scripts[script]
    return {word: language for language, words in languages.items() for word in words}


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that most of the text's beginning is in, `und` where it cannot be told."""
    sample = text[:_SAMPLE]
    script = max(_scripts(), key=lambda name: len(_scripts()[name].findall(sample)))
    if not _scripts()[script].search(sample):
        return UNKNOWN
    return _by_words(script, sample)


def _by_words(script: str, sample: str) -> str:
    words = _function_words(script)
    if not words:
        return _languages()[script][0]
    counts = Counter(words[word] for word in _WORD.findall(sample.lower()) if word in words)
    return counts.most_common(1)[0][0] if counts else UNKNOWN
