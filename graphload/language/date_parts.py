"""What a date expression tells, and the ISO date it comes to against the article's own date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import MINYEAR, date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
OFF_BY_YEARS = (-8, -4, -1, 0, 1, 4, 8)
"""Years around the article's in which a date without a year is looked for; the outer ones serve 29 February."""


@dataclass(frozen=True, slots=True)
class DateParts:
    """The parts that the words tell, each `None` where they do not.

    `shift` counts `unit`s from the article's date: last month is -1 month, today 0 days. `turn` is the
    side the words themselves point to: -1 past, 1 future, 0 the current one. `sided` marks कल and परसों,
    whose shift the tense turns to the past or the future.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit | None = None
    shift: int = 0
    turn: int | None = None
    sided: bool = False


def resolve_parts(parts: DateParts, published: str | None, future: bool | None) -> str | None:
    """The ISO date of `parts`, cut to what can be told; `None` where nothing can.

    `published` may itself be cut to a month or a year: then the answer is cut likewise. `future` is the
    tense of the sentence, `None` where unknown: a date without a year is then the nearest one, a weekday
    the latest one, and कल stays open.
    """
    if parts.year is not None:
        return _iso(parts.year, parts.month, parts.day)
    if published is None:
        return None
    toward = parts.turn or (None if future is None else (1 if future else -1))
    if len(published) < len("2024-01-16"):
        return _resolve_coarsely(parts, published, toward)
    return _resolve_exactly(parts, date.fromisoformat(published), toward)


def _resolve_coarsely(parts: DateParts, published: str, toward: int | None) -> str | None:
    year, month = int(published[:4]), int(published[5:7] or 0)
    if parts.unit == "year":
        return _iso(year + parts.shift, parts.month, parts.day)
    if parts.month is None:
        months = parts.shift if month and parts.unit == "month" else 0
        return _shift_months(date(year, month or 1, 1), months).isoformat()[: len(published)]
    if month:
        return _resolve_exactly(replace(parts, weekday=None), date(year, month, 15), toward)
    return _iso(year, parts.month, parts.day)


def _resolve_exactly(parts: DateParts, published: date, toward: int | None) -> str | None:
    if parts.unit == "year":
        return _iso(published.year + parts.shift, parts.month, parts.day)
    if parts.month is not None:
        return _nearest_month(parts, published, toward)
    if parts.unit == "month":
        there = _shift_months(published, parts.shift)
        return _iso(there.year, there.month, parts.day)
    if parts.unit == "week":
        return _resolve_week(published, parts)
    if parts.weekday is not None:
        return _resolve_weekday(parts, published, toward)
    if parts.day is not None:
        months = (_shift_months(published, shift) for shift in (-1, 0, 1))
        return _pick((_day(there.year, there.month, parts.day) for there in months), published, toward)
    return _resolve_shift(parts, published, toward)


def _nearest_month(parts: DateParts, published: date, toward: int | None) -> str | None:
    month, day = parts.month or 1, parts.day
    years = [published.year + off for off in OFF_BY_YEARS]
    if day is None:
        found = _pick((_day(year, month, 1) for year in years), published.replace(day=1), toward)
        return found[:7] if found else None
    days = [there for year in years if (there := _day(year, month, day))]
    agreeing = [there for there in days if parts.weekday in (None, there.weekday())]
    return _pick(agreeing or days, published, toward)


def _resolve_week(published: date, parts: DateParts) -> str | None:
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=parts.shift)
    if parts.weekday is not None:
        return (monday + timedelta(days=parts.weekday)).isoformat()
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return next((first[:size] for size in (7, 4) if first[:size] == last[:size]), None)


def _resolve_weekday(parts: DateParts, published: date, toward: int | None) -> str:
    ahead = ((parts.weekday or 0) - published.weekday()) % 7
    if toward == 1:
        return (published + timedelta(days=ahead or (7 if parts.turn == 1 else 0))).isoformat()
    back = -ahead % 7
    return (published - timedelta(days=back or (7 if parts.turn == -1 else 0))).isoformat()


def _resolve_shift(parts: DateParts, published: date, toward: int | None) -> str | None:
    if parts.unit != "day" or (parts.sided and toward is None):
        return None
    shift = parts.shift * (toward or 1) if parts.sided else parts.shift
    return (published + timedelta(days=shift)).isoformat()


def _pick(days: Iterable[date | None], published: date, toward: int | None) -> str | None:
    """The nearest of `days` on the side that `toward` names; the earlier of two as near."""
    there = [day for day in days if day and (toward is None or (day - published).days * toward >= 0)]
    return min(there, key=lambda day: (abs((day - published).days), day)).isoformat() if there else None


def _shift_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(max(day.year + years, MINYEAR), month + 1, 1)


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """ISO text cut to its precision; `None` for a day that the calendar lacks."""
    if year < MINYEAR or month is None:
        return f"{year:04d}" if year >= MINYEAR else None
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    there = _day(year, month, day)
    return there.isoformat() if there else None
