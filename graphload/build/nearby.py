"""The reports near a change and their groups, read from the ledger once a revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from itertools import product

from graphload.ledger import Transaction
from graphload.ledger.reports import FEW_MONTHS
from graphload.resolution import Report
from graphload.resolve.periods import near_months, near_periods, periods_of, told_at
from graphload.resolve.reports import LEVELS


class Nearby:
    """Reports, their groups, and who has which tie, as they are read; groups change by `set_groups` alone."""

    def __init__(self, ledger: Transaction) -> None:
        self._ledger = ledger.reports
        self._reports: dict[str, Report] = {}
        self._groups: dict[str, str] = {}
        self._filed: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        self._whole: set[str] = set()
        self._members: dict[str, set[str]] = {}

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """The reports with these ids, in no order."""
        wanted = set(ids)
        self._reports |= self._ledger.by_id(wanted - self._reports.keys())
        return [self._reports[id_] for id_ in wanted if id_ in self._reports]

    def around(self, seekers: Collection[Report], *, below: int) -> dict[str, list[Report]]:
        """By tie of `seekers`: the reports of the levels before `below` that have it, of groups that one may fit."""
        wanted = {tie for report in seekers for tie in report.ties}
        self._file(wanted - self._whole, [near_months(report) for report in seekers])
        places = {place for report in seekers for place in product(report.ties, near_periods(report))}
        near = {report for place in places for report, level in self._filed.get(place, {}).items() if level < below}
        members = self._reports_in(self.groups(near).values())
        found: defaultdict[str, list[Report]] = defaultdict(list)
        for report in self.reports(members):
            if report.level < below:
                for tie in wanted.intersection(report.ties + report.parties):
                    found[tie].append(report)
        return found

    def _file(self, ties: set[str], near: Collection[Set[str] | None]) -> None:
        """Reads who has the ties, and files them under the periods that they tell: of few months, or all."""
        months = {month for each in near for month in each or ()}
        whole = None in near or len(months) > FEW_MONTHS
        self._whole |= ties if whole else set()
        for tie, level, bucket, report in self._ledger.of_ties(ties, None if whole else months, levels=LEVELS):
            for period in periods_of(told_at(level, bucket)):
                self._filed[tie, period][report] = level

    def groups(self, ids: Iterable[str]) -> dict[str, str]:
        """The group of each report that is in one."""
        wanted = set(ids)
        self._groups |= self._ledger.groups(wanted - self._groups.keys())
        return {id_: self._groups[id_] for id_ in wanted if id_ in self._groups}

    def set_groups(self, group_of: Mapping[str, str]) -> None:
        """Puts each report into its group."""
        self._ledger.set_groups(group_of)
        for report, group in group_of.items():
            self._members.get(self._groups.get(report, ""), set()).discard(report)
            self._members.get(group, set()).add(report)
            self._groups[report] = group

    def members(self, groups: Iterable[str]) -> dict[str, list[Report]]:
        """The reports of each group."""
        ids = self._reports_in(groups)
        found: defaultdict[str, list[Report]] = defaultdict(list)
        for report in self.reports(ids):
            found[ids[report.id]].append(report)
        return found

    def _reports_in(self, groups: Iterable[str]) -> dict[str, str]:
        """The group of every report of these groups, by the report's id."""
        wanted = set(groups)
        unread = wanted - self._members.keys()
        self._members |= {group: set() for group in unread}
        for report, (group, _) in self._ledger.in_groups(unread).items():
            self._members[group].add(report)
            self._groups[report] = group
        return {report: group for group in wanted for report in self._members[group]}
