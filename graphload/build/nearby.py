"""The reports near a change and their groups, read from the ledger once a revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphload.ledger import Transaction
from graphload.resolution import Report


class Nearby:
    """Reports, their groups, and who has which tie, as they are read; groups change by `set_groups` alone."""

    def __init__(self, ledger: Transaction) -> None:
        self._ledger = ledger.reports
        self._reports: dict[str, Report] = {}
        self._groups: dict[str, str] = {}
        self._with_tie: dict[str, list[str]] = {}

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """The reports with these ids, in no order."""
        wanted = set(ids)
        self._reports |= self._ledger.by_id(wanted - self._reports.keys())
        return [self._reports[id_] for id_ in wanted if id_ in self._reports]

    def with_ties(self, ties: Iterable[str], *, below: int) -> dict[str, list[Report]]:
        """By tie: the reports of the levels before `below` that have it, as a tie of their own or loosely."""
        wanted = set(ties)
        fresh = wanted - self._with_tie.keys()
        self._with_tie |= {tie: [] for tie in fresh}
        for tie, report in self._ledger.of_ties(fresh):
            self._with_tie[tie].append(report)
        self.reports(id_ for tie in wanted for id_ in self._with_tie[tie])
        found = {tie: [self._reports[id_] for id_ in self._with_tie[tie]] for tie in wanted}
        return {tie: [report for report in reports if report.level < below] for tie, reports in found.items()}

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
