"""A saved query's Cypher taken apart, as far as the tests of its form need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

TOKEN = regex.compile(r'"[^"]*"|`[^`]+`|\$\w+|[\w]+|<>|<=|>=|\S')
WORD = regex.compile(r"[A-Za-z_]\w*")
# fmt: off
KEYWORDS = frozenset((
    "MATCH", "OPTIONAL", "WHERE", "WITH", "RETURN", "ORDER", "BY", "SKIP", "LIMIT", "AS", "AND", "OR", "XOR", "NOT",
    "IN", "IS", "NULL", "DISTINCT", "ASC", "DESC", "UNWIND", "UNION", "STARTS", "ENDS", "CONTAINS", "CASE", "WHEN",
    "THEN", "ELSE",
))
WRITES = frozenset(("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "LOAD", "CALL", "FOREACH"))
# fmt: on


def tokens(cypher: str) -> list[str]:
    """Its texts, names, parameters and signs, in order."""
    return TOKEN.findall(cypher)


def keywords(cypher: str) -> set[str]:
    """Its keywords as they are written; a name after a dot, a colon or AS is none."""
    words = {word for before, word in pairwise(["", *tokens(cypher)]) if before not in (".", ":", "|", "AS")}
    return {word for word in words if word.upper() in KEYWORDS | WRITES}


def columns(cypher: str) -> list[str]:
    """The aliases that RETURN gives."""
    return [item[-1].strip("`") for item in _items(_last_clause(cypher, "RETURN", ("ORDER", "LIMIT")))]


def order(cypher: str) -> list[str]:
    """The first word of every term of the last ORDER BY, functions being left out."""
    return [item[0] for item in _items(_last_clause(cypher, "BY", ("LIMIT",)))]


def kinds(cypher: str) -> dict[str, set[str]]:
    """The labels or types that each variable is declared with; those without a variable under an empty name."""
    found: dict[str, set[str]] = {"": set()}
    parts = tokens(cypher)
    for place, sign in enumerate(parts):
        if sign == ":" and _is_pattern(parts, place):
            name = parts[place - 1] if WORD.fullmatch(parts[place - 1]) else ""
            found.setdefault(name, set()).update(_alternatives(parts[place + 1 :]))
    return found


def properties(cypher: str) -> Iterator[tuple[str, str]]:
    """Variable and property of every `variable.property` and of every `(variable:Label {property: …})`."""
    parts, variable = tokens(cypher), ""
    for place, sign in enumerate(parts):
        if sign == ".":
            yield parts[place - 1], parts[place + 1].strip("`")
        elif sign in "([" and WORD.fullmatch(parts[place + 1]):
            variable = parts[place + 1]
        elif sign == ":" and parts[place - 2] in "{,":
            yield variable, parts[place - 1]


def _is_pattern(parts: Sequence[str], place: int) -> bool:
    """Whether a colon comes before a label or a type: `(n:`, `(:`, `[r:` or `[:`."""
    return parts[place - 1] in "([" or parts[place - 2] in "(["


def _alternatives(parts: Sequence[str]) -> Iterator[str]:
    yield parts[0]
    if parts[1] == "|":
        yield from _alternatives(parts[2:])


def _last_clause(cypher: str, start: str, ends: Sequence[str]) -> list[str]:
    parts = tokens(cypher)
    after = parts[len(parts) - parts[::-1].index(start) :]
    return after[: min((after.index(end) for end in ends if end in after), default=len(after))]


def _items(parts: Sequence[str]) -> Iterator[list[str]]:
    """What commas divide, outside of brackets."""
    depth, item = 0, list[str]()
    for part in parts:
        depth += (part in "([{") - (part in ")]}")
        if part == "," and depth == 0:
            yield item
            item = []
        else:
            item.append(part)
    yield item
