"""Who wrote the article, as a line of the page says it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec
import regex

from graphload.data import load_yaml

_LONGEST = 120
_NAME = r"[\p{L}\p{M}][\p{L}\p{M}.\s,/&'’\u200c\u200d-]{1,80}"


class Bylines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of author lines: before the name, and behind it."""

    before: list[str]
    behind: list[str]


@cache
def _patterns() -> list[regex.Pattern[str]]:
    words = load_yaml("articles/bylines.yaml", Bylines)
    before = "|".join(map(regex.escape, sorted(words.before, key=len, reverse=True)))
    behind = "|".join(map(regex.escape, sorted(words.behind, key=len, reverse=True)))
    return [
        regex.compile(rf"^(?:{before})\s{{0,3}}(?:[:：]\s{{0,3}}|(?<=by)\s{{1,3}})(?P<name>{_NAME})", regex.IGNORECASE),
        regex.compile(rf"^[\s(~.•-]{{0,8}}(?P<name>{_NAME}?),?\s{{1,3}}(?:{behind})[\s).।-]{{0,8}}$"),
    ]


def byline_in(lines: Iterable[str]) -> str | None:
    """The author that the first author line names, letter for letter."""
    for line in lines:
        key = " ".join(line.split()) if len(line) <= _LONGEST else ""
        for pattern in _patterns() if key else ():
            if match := pattern.match(key):
                return match["name"].strip(" ,/-&") or None
    return None
