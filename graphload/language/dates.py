"""Date expressions of Hindi news, resolved against the article's own date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graphload.language.date_parts import DateParts, Unit, resolve_parts
from graphload.language.date_words import Token, date_words

TURNS = {"past": -1, "next": 1, "coming": 1, "this": 0}
UNITS: dict[str, Unit] = {"yearword": "year", "monthword": "month", "weekword": "week", "dayword": "day"}
UNRESOLVED = ("relative", "vague", "fiscal")
DAY_SHIFTS = {"today": 0, "kal": 1, "parson": 2}


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date expression: `text` is `sentence[start:end]`.

    `date` is ISO text cut to its precision, resolved without the tense of the sentence; `resolve` takes the
    tense in. `anchored` says that the words tell the year themselves, so that the article's date plays no
    part. `kind` is one of day, month, year, weekday, week, today, kal, parson, ago (counted back from the
    article's date); of those without a date: onward (counted from the day that the story has reached), relative
    (counted from another event), vague, fiscal (two years in one); and attributive, a bare year or आज that describes
    another thing ("1971 के युद्ध").
    """

    start: int
    end: int
    text: str
    date: str | None
    anchored: bool
    kind: str
    parts: DateParts | None


@lru_cache(maxsize=256)
def find_dates(sentence: str, published: str | None) -> tuple[DateExpression, ...]:
    """Every date expression of `sentence`, in order.

    `published` is the article's own date as ISO text, a day, or a month or a year where no more is known.
    Of a range or a list the first day is given.
    """
    return tuple(_expression(sentence, kind, tokens, published) for kind, tokens in date_words().find(sentence))


def resolve(expression: DateExpression, published: str | None, *, future: bool | None) -> str | None:
    """The ISO date of `expression` in a sentence about the future or the past (`None`: not known).

    The past gives the latest such date up to `published`, the future the first from it on; कल and परसों
    have a date only where the tense is known. Words that tell the side themselves (पिछले, आगामी) win.
    """
    if expression.parts is None or expression.kind == "onward":
        return None
    return resolve_parts(expression.parts, published, future)


def resolve_from(expression: DateExpression, day: str | None) -> str | None:
    """The ISO date of an expression counted from another `day` than the article's: अगले दिन, दो दिन बाद."""
    return None if expression.parts is None or day is None else resolve_parts(expression.parts, day, None)


def _expression(sentence: str, kind: str, tokens: Sequence[Token], published: str | None) -> DateExpression:
    start, end = tokens[0].start, tokens[-1].end
    parts = _parts(kind, tokens)
    date = None if parts is None or kind == "onward" else resolve_parts(parts, published, None)
    anchored = parts is not None and parts.year is not None
    kind = "day" if kind in ("iso", "numeric") else kind
    return DateExpression(start, end, sentence[start:end], date, anchored, kind, parts)


def _parts(kind: str, tokens: Sequence[Token]) -> DateParts | None:
    if kind in UNRESOLVED:
        return None
    if kind in ("iso", "numeric"):
        first, month, last = (tokens[place].value for place in (0, 2, 4))
        return DateParts(first, month, last) if kind == "iso" else DateParts(last, month, first)
    if kind in DAY_SHIFTS:
        return DateParts(unit="day", shift=DAY_SHIFTS[kind], sided=kind != "today")
    if kind in ("ago", "onward"):
        return _counted(tokens)
    return _named(tokens)


def _counted(tokens: Sequence[Token]) -> DateParts:
    count = _first(tokens, "count", "day", "numberword") or 1
    back = any(token.group in ("ago", "past") for token in tokens)
    return DateParts(unit=_unit(tokens), shift=-count if back else count)


def _named(tokens: Sequence[Token]) -> DateParts:
    month = _first(tokens, "month", "shortmonth", "latin")
    turn = next((TURNS[token.group] for token in tokens if token.group in TURNS), None)
    unit = _unit(tokens) if turn is not None or tokens[0].group == "monthword" else None
    if unit == "month" and month is not None:
        unit = None
    return DateParts(
        year=_first(tokens, "year"),
        month=month,
        day=_first(tokens, "day", "numberword"),
        weekday=_first(tokens, "weekday"),
        unit="day" if tokens[0].group == "today" else unit,
        shift=turn or 0 if unit else 0,
        turn=turn,
    )


def _first(tokens: Sequence[Token], *groups: str) -> int | None:
    return next((token.value for token in tokens if token.group in groups), None)


def _unit(tokens: Sequence[Token]) -> Unit | None:
    return next((UNITS[token.group] for token in tokens if token.group in UNITS), None)
