"""The article's own date, where a stamp tells it: a labelled line, a date on a line of its own, a dateline.

Never out of prose, and none where stamps contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice, takewhile

import msgspec
import regex

from graphload.articles.patterns import phrases, whole
from graphload.data import load_yaml
from graphload.lexicon.script import fold

_LONGEST = 200
_HEAD_LINES = 8
_OPENING = 120
_EARLIEST = 1990
_DIGIT = re.compile(r"\d")


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
    return regex.compile(rf"(?:^|[|,;·•()]\s?){label}(?:{_filler()}){{0,12}}{_date()}(?={end})")


@cache
def _stamp() -> regex.Pattern[str]:
    label = phrases(_words().published + _words().updated)
    part = rf"{label}(?:{_filler()}){{0,12}}{_date()}(?:{_filler()}){{0,20}}"
    return regex.compile(rf"^{part}(?:\|\s*{part})?$")


@cache
def _anywhere() -> regex.Pattern[str]:
    return regex.compile(_date())


@cache
def _bare() -> regex.Pattern[str]:
    place = r"(?:[\p{L}\p{M}]+\s){0,2}[\p{L}\p{M}]+\s?[,:]\s?"
    return regex.compile(rf"^(?:{place})?(?:{_filler()}){{0,10}}{_date()}(?:{_filler()}){{0,20}}$")


@cache
def _dateline() -> regex.Pattern[str]:
    place = r"[\p{L}\p{M}][\p{L}\p{M}\s,/]{2,40}[\s,:]{1,3}"
    return regex.compile(rf"^{place}{_date()}\s{{0,2}}\([^()\d]{{2,40}}\)")


def published_in(lines: Sequence[str]) -> str | None:
    """The day of publication (ISO) that the lines of a page state, `None` where none or several do."""
    short = [_key(line) for line in lines if len(line) <= _LONGEST and _DIGIT.search(line) and "@" not in line]
    openings = [_key(line[:_OPENING]) for line in lines if _DIGIT.search(line[:_OPENING])]
    for days in (
        {*_days(short, _labelled("published")), *_days(openings, _dateline())},
        {*_days((part for line in _head(lines) for part in _key(line).split("|")), _bare())},
        {*_days(short, _labelled("updated"))},
    ):
        if days:
            return next(iter(days)) if len(days) == 1 else None
    return None


def day_in(text: str) -> str | None:
    """The one day that a short text names (ISO), however it is written."""
    match = _anywhere().search(_key(text[:_LONGEST]))
    return _day(match) if match else None


def is_stamp(folded: str) -> bool:
    """Whether a folded line is the stamp of publication or change, and nothing else."""
    return _DIGIT.search(folded) is not None and _stamp().match(folded) is not None


def _key(line: str) -> str:
    return " ".join(fold(line).split())


def _head(lines: Sequence[str]) -> list[str]:
    """The lines before the first long one: where a bare date is a stamp and no heading of a section."""
    head = islice((line for line in lines if line.strip()), _HEAD_LINES)
    return list(takewhile(lambda line: len(line) <= _LONGEST, head))


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
