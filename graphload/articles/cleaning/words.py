"""The words by which cleaning knows furniture, teasers and captions, loaded once and compiled."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec
import regex

from graphload.data import load_yaml
from graphload.lexicon.script import fold


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the page around the article."""

    lines: list[str]
    starts: list[str]
    inside: list[str]
    invitations: list[str]
    boxes: list[str]


class Teasers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that lead to other stories."""

    labels: list[str]
    labels_with_mark: list[str]
    ends: list[str]
    common: list[str]


class Captions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of picture credits."""

    starts: list[str]
    ends: list[str]


def phrases(words: Iterable[str]) -> str:
    """A pattern for folded text that finds any of `words`, however they are spaced."""
    folded = sorted({" ".join(fold(word).split()) for word in words}, key=len, reverse=True)
    return "(?:" + "|".join(regex.escape(word).replace(r"\ ", r"\s{1,3}") for word in folded) + ")"


def whole(pattern: str) -> str:
    """`pattern` where it neither begins nor ends inside a word."""
    return rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){pattern}(?![\p{{L}}\p{{M}}\p{{N}}])"


@cache
def furniture() -> Furniture:
    """The words of `data/articles/furniture.yaml`."""
    return load_yaml("articles/furniture.yaml", Furniture)


@cache
def teasers() -> Teasers:
    """The words of `data/articles/teasers.yaml`."""
    return load_yaml("articles/teasers.yaml", Teasers)


@cache
def captions() -> Captions:
    """The words of `data/articles/captions.yaml`."""
    return load_yaml("articles/captions.yaml", Captions)
