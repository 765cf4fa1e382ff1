"""Patterns for folded text, made of words that are data."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from graphload.lexicon.script import fold


def phrases(words: Iterable[str]) -> str:
    """A pattern for folded text that finds any of `words`, however they are spaced."""
    folded = sorted({" ".join(fold(word).split()) for word in words}, key=len, reverse=True)
    return "(?:" + "|".join(regex.escape(word).replace(r"\ ", r"\s{1,3}") for word in folded) + ")"


def whole(pattern: str) -> str:
    """`pattern` where it neither begins nor ends inside a word."""
    return rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){pattern}(?![\p{{L}}\p{{M}}\p{{N}}])"
