"""Reports and the events that they were grouped into."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from graphload.ledger.access import delete_in, execute_all, insert_all, select_in
from graphload.ledger.codec import decode, encode
from graphload.ledger.schema import reports, ties
from graphload.model import digest
from graphload.resolution import Report

FEW_MONTHS: Final = 24
"""Looks for more months than these cost more than to read all that a tie has."""

Place = tuple[str, int, str]


class Reports:
    """The reports of one ledger, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Iterable[Report]) -> None:
        """Records reports; none is in an event yet."""
        new = list(new)
        rows = [
            {
                "id": report.id,
                "article": report.article,
                "level": report.level,
                "bucket": report.bucket,
                "record": encode(report),
            }
            for report in new
        ]
        insert_all(self._connection, reports, rows)
        insert_all(self._connection, ties, [row for report in new for row in _ties(report)])

    def remove(self, ids: Sequence[str]) -> None:
        """Forgets reports."""
        delete_in(self._connection, ties, ties.c.report, ids)
        delete_in(self._connection, reports, reports.c.id, ids)

    def of_articles(self, articles: Iterable[str]) -> dict[str, Report]:
        """The reports of these articles, by id."""
        return self._reports(select_in(self._connection, select(reports.c.record), reports.c.article, articles))

    def by_id(self, ids: Iterable[str]) -> dict[str, Report]:
        """The reports with these ids, by id."""
        return self._reports(select_in(self._connection, select(reports.c.record), reports.c.id, ids))

    def _reports(self, rows: Iterable[object]) -> dict[str, Report]:
        found = (decode(row.record, Report) for row in rows)  # type: ignore[attr-defined]
        return {report.id: report for report in found}

    def at(self, places: Iterable[Place]) -> set[str]:
        """The ids of the reports that a tie of their own puts at one of the places: tie, level and bucket."""
        wanted = {_place(*place) for place in places}
        return {row.report for row in select_in(self._connection, select(ties.c.report), ties.c.place, wanted)}

    def with_ties(
        self, wanted: Iterable[str], months: Collection[str], *, level: int
    ) -> Iterator[tuple[str, str, str]]:
        """Tie, bucket and id of each report of one level that has one of the ties as its own.

        Those that tell none of `months` may be left out: of two countries that often sign there are thousands.
        """
        statement = select(ties.c.tie, ties.c.bucket, ties.c.report).where(
            ties.c.level == level, ties.c.place.is_not(None)
        )
        if len(months) <= FEW_MONTHS:
            statement = statement.where(ties.c.month.in_(months))
        return ((row.tie, row.bucket, row.report) for row in select_in(self._connection, statement, ties.c.tie, wanted))

    def of_ties(
        self, wanted: Iterable[str], months: Collection[str] | None, *, levels: Iterable[int]
    ) -> Iterator[tuple[str, int, str, str]]:
        """Tie, level, bucket and id of every report of `levels` that has one of the ties, as its own or loosely.

        With `months`, only of those that tell one of these.
        """
        statement = select(ties.c.tie, ties.c.level, ties.c.bucket, ties.c.report).where(ties.c.level.in_(levels))
        if months is not None:
            statement = statement.where(ties.c.month.in_(months))
        return (tuple(row) for row in select_in(self._connection, statement, ties.c.tie, wanted))

    def groups(self, ids: Iterable[str]) -> dict[str, str]:
        """The group of each report that is in one."""
        statement = select(reports.c.id, reports.c.group).where(reports.c.group.is_not(None))
        return {row.id: row.group for row in select_in(self._connection, statement, reports.c.id, ids)}

    def events(self, ids: Iterable[str]) -> dict[str, str]:
        """The event of each report that is in one."""
        statement = select(reports.c.id, reports.c.event).where(reports.c.event.is_not(None))
        return {row.id: row.event for row in select_in(self._connection, statement, reports.c.id, ids)}

    def in_groups(self, groups: Iterable[str]) -> dict[str, tuple[str, str]]:
        """The group and the event of every report of these groups, by its id."""
        statement = select(reports.c.id, reports.c.group, reports.c.event)
        rows = select_in(self._connection, statement, reports.c.group, groups)
        return {row.id: (row.group, row.event) for row in rows}

    def in_events(self, events: Iterable[str]) -> dict[str, list[str]]:
        """The reports of each event, by its id."""
        found: dict[str, list[str]] = {}
        statement = select(reports.c.event, reports.c.id).order_by(reports.c.id)
        for row in select_in(self._connection, statement, reports.c.event, events):
            found.setdefault(row.event, []).append(row.id)
        return found

    def set_groups(self, group_of: Mapping[str, str]) -> None:
        """Puts each report into its group, which is its event until a decision says more."""
        statement = (
            update(reports)
            .where(reports.c.id == bindparam("told"))
            .values(group=bindparam("of"), event=bindparam("of"))
        )
        rows = [{"told": report, "of": group} for report, group in group_of.items()]
        execute_all(self._connection, statement, rows)

    def set_events(self, event_of: Mapping[str, str]) -> None:
        """Puts each report into its event."""
        statement = update(reports).where(reports.c.id == bindparam("told")).values(event=bindparam("of"))
        rows = [{"told": report, "of": event} for report, event in event_of.items()]
        execute_all(self._connection, statement, rows)


def _ties(report: Report) -> Iterator[dict[str, object]]:
    """The rows of a report's ties; a loose one puts it at no place."""
    for tie in dict.fromkeys(report.ties + report.parties):
        place = _place(tie, report.level, report.bucket) if tie in report.ties else None
        yield {
            "tie": tie,
            "level": report.level,
            "month": report.month,
            "report": report.id,
            "bucket": report.bucket,
            "place": place,
        }


def _place(tie: str, level: int, bucket: str) -> str:
    return digest(tie, str(level), bucket)
