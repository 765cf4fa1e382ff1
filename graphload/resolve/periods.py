"""Which dates may be one: periods of days, months and years, and where they are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Set
from datetime import date, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import Final

from graphload.resolution import Report
from graphload.resolve.reports import CORRECTION, LONE

RECENT: Final = 14
SOON: Final = 92
CORRECTED: Final = 31
_LENGTHS = _YEAR, _MONTH, _FULL = 4, 7, 10
_PUBLISHED: Final = 3


def periods_of(told: str) -> set[str]:
    """The periods under which a date that a group tells is found; the empty one stands for all."""
    return {"", told[:_MONTH], _within(told)}


def near_periods(report: Report) -> set[str]:
    """Periods of which a group must tell one for the report to fit it."""
    if report.level == CORRECTION:
        return {""}
    if report.date:
        month, year = report.date[:_MONTH], report.date[:_YEAR]
        return {month, year} if month != year else {year, _within(year)}
    if not report.published or len(report.published) < _FULL:
        return {""}
    day = date.fromisoformat(report.published)
    first, last = (0, SOON) if report.planned else (-RECENT, 0)
    days = {(day + timedelta(days=after)).isoformat() for after in (*range(first, last, 28), last)}
    return {period for each in days for period in (each[:_MONTH], each[:_YEAR])} | {f"~{report.published}"[:_MONTH]}


def near_months(report: Report) -> Set[str] | None:
    """Months and years of which a group must tell one for the report to fit it; `None` where it may be any."""
    told = report.date or report.published
    if told is None:
        return None
    if report.level == CORRECTION:
        return _months(told, CORRECTED, CORRECTED)
    if report.date:
        return _months(told, 0, 0)
    return _months(told, 0, SOON) if report.planned else _months(told, RECENT, 0)


def months_near(told: Iterable[str]) -> Set[str]:
    """Months and years of which a report must tell one to fit a group that tells the dates `told`."""
    dates = {each.removeprefix("~") for each in told} - {"None"}
    return frozenset({""}).union(*(_months(each, SOON, CORRECTED) for each in dates))


@lru_cache(maxsize=1 << 14)
def _months(period: str, before: int, after: int) -> frozenset[str]:
    """Every month and year that is touched from `before` days before a period to `after` days after it."""
    first, last = _days(period)
    days = (*range(max(1, first - before), last + after, 28), last + after)
    touched = [date.fromordinal(min(day, date.max.toordinal())).isoformat() for day in days]
    return frozenset(day[:length] for day in touched for length in (_YEAR, _MONTH))


def _within(told: str) -> str:
    """The period under which all that lies in a year is found."""
    return f"in {told[:_YEAR]}"


def told_by(reports: Iterable[Report]) -> set[str]:
    """The dates that a group's reports tell, and where they tell none, `~` and the day of publication."""
    return {report.date or f"~{report.published}" for report in reports}


def told_at(level: int, bucket: str) -> str:
    """What a report at this place tells, as `told_by` has it."""
    day = bucket.removeprefix("correction ").partition(" in ")[0]
    rank = 0 if level == CORRECTION else level % LONE // 2
    return day if rank < _PUBLISHED else f"~{day}" if rank == _PUBLISHED else "~None"


class Told:
    """The dates that groups tell, as `told_by` has them, asked for many reports whether any may fit a report."""

    def __init__(self, told: Iterable[str]) -> None:
        every = set(told)
        dates = sorted(each for each in every if not each.startswith("~"))
        self._every = every
        self._starts = {each[:length] for each in dates for length in _LENGTHS}
        self._spans = [[_days(each) for each in dates if len(each) == length] for length in _LENGTHS]

    def may_fit(self, level: int, bucket: str) -> bool:
        """Whether a report at this place may fit a group that tells one of the dates; never no where it does."""
        own = told_at(level, bucket)
        if own in ("None", "~None"):
            return True
        if level == CORRECTION:
            return self._near(own, CORRECTED, CORRECTED)
        if own.startswith("~"):
            return own in self._every or self._near(own[1:], RECENT, SOON)
        return self._agrees(own)

    def _agrees(self, own: str) -> bool:
        return own in self._starts or any(own[:length] in self._every for length in _LENGTHS)

    def _near(self, day: str, before: int, after: int) -> bool:
        """As `near`, for any of the dates: of those of one length, which are in order, only one is looked at."""
        if len(day) < _FULL:
            return self._agrees(day)
        middle = date.fromisoformat(day).toordinal()
        for spans in self._spans:
            place = bisect_left(spans, middle - before, key=itemgetter(1))
            if place < len(spans) and spans[place][0] <= middle + after:
                return True
        return False


def near(day: str, core: str, before: int, after: int) -> bool:
    """Whether the period `core` touches the days from `before` days before `day` to `after` days after it."""
    if len(day) < _FULL:
        return core.startswith(day) or day.startswith(core)
    first, last = _days(core)
    middle = date.fromisoformat(day).toordinal()
    return first <= middle + after and last >= middle - before


def _days(core: str) -> tuple[int, int]:
    """First and last day of a period, as ordinals; of a month and a year the last is at most three days late."""
    if len(core) == _FULL:
        day = date.fromisoformat(core).toordinal()
        return day, day
    if len(core) == 7:
        return date.fromisoformat(f"{core}-01").toordinal(), date.fromisoformat(f"{core}-28").toordinal() + 3
    return date(int(core), 1, 1).toordinal(), date(int(core), 12, 31).toordinal()
