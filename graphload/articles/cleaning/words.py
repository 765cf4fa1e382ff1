"""The words by which cleaning knows furniture, teasers and captions, loaded once."""

from __future__ import annotations

from functools import cache

import msgspec

from graphload.data import load_yaml


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the page around the article."""

    lines: list[str]
    starts: list[str]
    ages: list[str]
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
