"""The language of a text, by its script and a few function words."""

from __future__ import annotations

from collections import Counter
from functools import cache

import msgspec
import regex

from graphload.data import load_yaml

UNKNOWN = "und"
_SAMPLE = 1000
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_Words = dict[str, list[str]]


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For each Unicode script, its languages (ISO 639-1) with function words; no words where the script says enough."""

    scripts: dict[str, _Words]


@cache
def _scripts() -> dict[str, _Words]:
    return load_yaml("articles/languages.yaml", Languages).scripts


@cache
def _letters() -> regex.Pattern[str]:
    return regex.compile("|".join(rf"(?P<{script}>\p{{{script}}}+)" for script in _scripts()))


@cache
def _function_words(script: str) -> dict[str, str]:
    return {word: language for language, words in _scripts()[script].items() for word in words}


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that most of the text's beginning is in, `und` where it cannot be told."""
    sample = text[:_SAMPLE]
    letters: Counter[str] = Counter()
    for match in _letters().finditer(sample):
        letters[str(match.lastgroup)] += len(match.group())
    return _by_words(letters.most_common(1)[0][0], sample) if letters else UNKNOWN


def _by_words(script: str, sample: str) -> str:
    words = _function_words(script)
    if not words:
        return next(iter(_scripts()[script]))
    counts = Counter(words[word] for word in _WORD.findall(sample.lower()) if word in words)
    return counts.most_common(1)[0][0] if counts else UNKNOWN
