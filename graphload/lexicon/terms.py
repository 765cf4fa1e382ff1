"""Terms of office, as open spans of days: what is certain of dates that are cut to a month or a year.

A term is certain after the last day that its `from` may mean and before the first day that its `to` may
mean. The days of handover are certain for nobody, so that they are never given to the wrong one.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

import msgspec

Date = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""ISO text cut to its precision: `2024`, `2024-01`, `2024-01-16`."""


def first_day(text: str) -> date:
    """The first day that a date cut to its precision may mean. Raises `ValueError` for no such date."""
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def last_day(text: str) -> date:
    """The last day that a date cut to its precision may mean. Raises `ValueError` for no such date."""
    first = first_day(text)
    month = first.month if len(text) > 4 else 12
    day = first.day if len(text) > 7 else calendar.monthrange(first.year, month)[1]
    return date(first.year, month, day)


@dataclass(frozen=True, slots=True)
class Span:
    """The days between `begun` and `ended`, neither of them included."""

    begun: date
    ended: date

    def covers(self, text: str) -> bool:
        """Whether every day that the date `text` may mean lies within."""
        return self.begun < first_day(text) and last_day(text) < self.ended

    def overlaps(self, other: Span) -> bool:
        """Whether both run at the same time; one that ends on the day on which the other begins does not."""
        return max(self.begun, other.begun) < min(self.ended, other.ended)


def certain(start: str | None, end: str | None, vouched_until: str | None) -> Span | None:
    """What is certain of a term; `None` where nothing is, for want of its start or its end.

    `vouched_until` is the last day on which a term without an end is known to go on, if any is.
    """
    if start is None or (end is None and vouched_until is None):
        return None
    ended = first_day(end) if end else last_day(vouched_until or "") + timedelta(days=1)
    return Span(last_day(start), ended)
