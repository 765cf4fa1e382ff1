"""Where a report and the group that it fits are looked for: the months that are read leave none out."""

from __future__ import annotations

from hypothesis import event, given, settings
from hypothesis import strategies as st

from graphload.resolution import Report
from graphload.resolve.events import Groups
from graphload.resolve.periods import Told, months_near, near_months, near_periods, periods_of, told_at, told_by
from graphload.resolve.reports import CORRECTION

DAYS = st.dates().map(str) | st.sampled_from(["2023-12-31", "2024-01-16", "2024-02-29", "2024-03-05", "2024-04-20"])
DATES = st.none() | st.builds(lambda day, length: day[:length], DAYS, st.sampled_from([4, 7, 10]))
RANKS = {10: 0, 7: 2, 4: 4}


@st.composite
def reports(draw: st.DrawFn, *, latest: bool) -> Report:
    """A report of one tie; the `latest` of a group may be a correction, those before it are none."""
    date, published, planned = draw(DATES), draw(DATES), draw(st.booleans())
    correction = latest and draw(st.booleans())
    level = CORRECTION if correction else RANKS[len(date)] if date else 6 if published else 8
    bucket = f"correction {date}" if correction else date or f"{published or 'witness'} in RUS"
    return Report(draw(st.uuids().map(str)), "a", "meeting", ("tie",), (), level, bucket, planned, "w", date, published)


@settings(max_examples=500)
@given(reports(latest=True), st.lists(reports(latest=False), min_size=1, max_size=3))
def test_months_that_are_read_have_all_that_fits(late: Report, members: list[Report]) -> None:
    groups = Groups({"tie": members}, {each.id: "group" for each in members}, {})
    fits = any(groups.fitting([late]))
    event(f"fits: {fits}, correction: {late.level == CORRECTION}")
    if fits:
        months, periods = near_months(late), near_periods(late)
        assert any(
            (months is None or each.month in months) and periods & periods_of(told_at(each.level, each.bucket))
            for each in members
        )
        assert late.month in months_near(told_by(members))
        assert Told(told_by(members)).may_fit(late.level, late.bucket)


@settings(max_examples=500)
@given(reports(latest=True), st.lists(reports(latest=False), min_size=1, max_size=6))
def test_of_many_dates_one_may_fit_where_it_may_alone(late: Report, members: list[Report]) -> None:
    alone = any(Told({told}).may_fit(late.level, late.bucket) for told in told_by(members))
    event(f"may fit: {alone}")
    assert Told(told_by(members)).may_fit(late.level, late.bucket) == alone
