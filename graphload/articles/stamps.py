"""The article's own date, where a stamp tells it: a labelled line, a date on a line of its own, a dateline.

Never out of prose, and none where stamps contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec
import regex

from graphload.articles.cleaning.words import phrases, whole
from graphload.data import load_yaml
from graphload.lexicon.script import fold

_LONGEST = 200
_HEAD_LINES = 8
_PROSE = 200
_EARLIEST = 1990


class Stamps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of date stamps; months in the order of the year, each with its spellings."""

    published: list[str]
    updated: list[str]
    fillers: list[str]
    months: list[list[str]]


@cache
def _words() -> Stamps:
    return load_yaml("articles/stamps.yaml", Stamps)


@cache
def _months() -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(_words().months, 1) for name in names}


@cache
def _date() -> str:
    month = phrases(_months())
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
    spelt = rf"{day}[\s,.]{{0,3}}(?P<month>{month})[\s,.]{{1,3}}{year}"
    american = rf"(?P<month>{month})[\s.]{{1,2}}{day}[\s,]{{1,3}}{year}"
    ciphers = r"(?P<year>(?:19|20)\d\d)[\s/.](?P<month>\d\d)[\s/.](?P<day>\d\d)"
    indian = rf"{day}[\s/.](?P<month>\d{{1,2}})[\s/.]{year}"
    return rf"(?<![\p{{L}}\p{{M}}\d])(?:{spelt}|{american}|{ciphers}|(?P<numeric>{indian}))(?![\d])"


@cache
def _filler() -> str:
    time = r"t?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[+\s]\d\d:?\d\d|z)?"
    return rf"(?:[\s:.,;()\[\]/·•*]|{time}|{whole(phrases(_words().fillers))})"


@cache
def _labelled(kind: str) -> regex.Pattern[str]:
    label = phrases(getattr(_words(), kind))
    end = rf"(?:{_filler()}){{0,20}}(?:$|\|)"
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}]){label}(?:{_filler()}){{0,12}}{_date()}(?=.{{0,3}}{end}|{end})")


@cache
def _bare() -> regex.Pattern[str]:
    return regex.compile(rf"^(?:{_filler()}){{0,10}}{_date()}(?:{_filler()}){{0,20}}$")


@cache
def _dateline() -> regex.Pattern[str]:
    place = r"[\p{L}\p{M}][\p{L}\p{M}\s,/]{2,40}[\s,:]{1,3}"
    return regex.compile(rf"^{place}{_date()}\s{{0,2}}\([^()\d]{{2,40}}\)")


@dataclass(frozen=True, slots=True)
class _Found:
    published: frozenset[str]
    bare: frozenset[str]
    updated: frozenset[str]


def published_in(lines: Iterable[str]) -> str | None:
    """The day of publication (ISO) that the lines of a page state, `None` where none or several do."""
    found = _collect([" ".join(fold(line[: _LONGEST + 1]).split()) for line in lines if line.strip()])
    for days in (found.published, found.bare, found.updated):
        if days:
            return next(iter(days)) if len(days) == 1 else None
    return None


def day_in(text: str) -> str | None:
    """The one day that a short text names (ISO), however it is written."""
    match = regex.search(_date(), fold(text[:_LONGEST]))
    return _day(match) if match else None


def _collect(lines: list[str]) -> _Found:
    short = [line for line in lines if len(line) <= _LONGEST and any(map(str.isdigit, line)) and "@" not in line]
    head = _head(lines)
    return _Found(
        published=frozenset(_days(short, _labelled("published"))) | frozenset(_days(lines, _dateline())),
        bare=frozenset(_days([part for line in head for part in line.split("|")], _bare())),
        updated=frozenset(_days(short, _labelled("updated"))),
    )


def _head(lines: list[str]) -> list[str]:
    """The lines before the first long one: where a bare date is a stamp and no heading of a section."""
    head: list[str] = []
    for line in lines[:_HEAD_LINES]:
        if len(line) > _PROSE:
            break
        head.append(line)
    return head


def _days(lines: Iterable[str], pattern: regex.Pattern[str]) -> Iterator[str]:
    for line in lines:
        match = pattern.search(line)
        if match and (day := _day(match)):
            yield day


def _day(match: regex.Match[str]) -> str | None:
    """The ISO day of a matched date; `None` if there is no such day, or day and month could be taken for each other."""
    day, year = int(match["day"]), int(match["year"])
    month = int(match["month"]) if match["month"].isdigit() else _months()[" ".join(match["month"].split())]
    if (match["numeric"] and day <= 12 and day != month) or year < _EARLIEST:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
