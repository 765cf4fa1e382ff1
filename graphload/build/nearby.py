"""The reports near a change and their groups, read from the ledger once a revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphload.ledger import Transaction
from graphload.resolution import Report
from graphload.resolve.events import periods_of, told_at


class Nearby:
    """Reports, their groups, and who has which tie, as they are read; groups change by `set_groups` alone."""

    def __init__(self, ledger: Transaction) -> None:
        self._ledger = ledger.reports
        self._reports: dict[str, Report] = {}
        self._groups: dict[str, str] = {}
        self._filed: dict[str, defaultdict[str, list[tuple[str, int]]]] = {}
        self._ties: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """The reports with these ids, in no order."""
        wanted = set(ids)
        self._reports |= self._ledger.by_id(wanted - self._reports.keys())
        return [self._reports[id_] for id_ in wanted if id_ in self._reports]

    def around(self, ties: Iterable[str], periods: Iterable[str], *, below: int) -> dict[str, list[Report]]:
        """By tie: the reports of the levels before `below` that have it, and whose group tells one of the periods."""
        wanted, periods = set(ties), set(periods)
        self._file(wanted - self._filed.keys())
        filed = (report for tie in wanted for period in periods for report in self._filed[tie].get(period, ()))
        near = {report for report, level in filed if level < below}
        members = self._ledger.in_groups(set(self.groups(near).values()))
        self._groups |= {report: group for report, (group, _) in members.items()}
        found: defaultdict[str, list[Report]] = defaultdict(list)
        for report in self.reports(id_ for id_ in members if id_ in self._ties):
            for tie, level in self._ties[report.id]:
                if tie in wanted and level < below:
                    found[tie].append(report)
        return found

    def _file(self, ties: set[str]) -> None:
        """Reads who has the ties, and files them under the periods that they tell."""
        for tie in ties:
            self._filed[tie] = defaultdict(list)
        for tie, level, bucket, report in self._ledger.of_ties(ties):
            self._ties[report].append((tie, level))
            for period in periods_of(told_at(level, bucket)):
                self._filed[tie][period].append((report, level))

    def groups(self, ids: Iterable[str]) -> dict[str, str]:
        """The group of each report that is in one."""
        wanted = set(ids)
        self._groups |= self._ledger.groups(wanted - self._groups.keys())
        return {id_: self._groups[id_] for id_ in wanted if id_ in self._groups}

    def set_groups(self, group_of: Mapping[str, str]) -> None:
        """Puts each report into its group."""
        self._ledger.set_groups(group_of)
        self._groups |= group_of

    def members(self, groups: Iterable[str]) -> dict[str, list[Report]]:
        """The reports of each group."""
        ids = {id_: group for id_, (group, _) in self._ledger.in_groups(set(groups)).items()}
        found: defaultdict[str, list[Report]] = defaultdict(list)
        for report in self.reports(ids):
            found[ids[report.id]].append(report)
        return found
