"""Groups reports into events, level by level; only what a change can reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphload.build.dirty import Dirty
from graphload.build.nearby import Nearby
from graphload.ledger import Transaction
from graphload.model import Decision
from graphload.resolution import Report
from graphload.resolve.events import Groups, grouped, merged
from graphload.resolve.periods import Told, months_near, told_by
from graphload.resolve.reports import LEVELS
from graphload.resolve.sets import Apart

Pairs = list[tuple[str, str]]


def find_events(
    ledger: Transaction, gone: Mapping[Report, str], came: Sequence[Report], decided: Sequence[Decision], dirty: Dirty
) -> None:
    """Renews the groups that reports which are gone or came, and new decisions, can reach. Marks their events.

    `gone` gives the group that each report was in.
    """
    grouping = _Grouping(ledger, dirty)
    meant = grouping.nearby.reports(_reports_of(ledger, decided))
    grouping.touch(gone, gone.values())
    for level in LEVELS:
        grouping.renew(level, [report for report in (*gone, *came, *meant) if report.level == level])
    _merge(ledger, dirty)


class _Grouping:
    """The renewal of groups, one level after the other.

    `_touched` gives, for each tie of a group that changed, the dates that the group tells: reports of later levels
    have to be looked at only where these may fit.
    """

    def __init__(self, ledger: Transaction, dirty: Dirty) -> None:
        self._ledger, self._dirty = ledger, dirty
        self.nearby = Nearby(ledger)
        self._apart = _decided_pairs(ledger, "different")
        self._touched: defaultdict[str, set[str]] = defaultdict(set)

    def renew(self, level: int, changed: Sequence[Report]) -> None:
        """Renews the groups of one level: of `changed` reports, and of those that touched groups may fit."""
        region = self._region(level, changed)
        if not region:
            return
        before = self.nearby.groups(region)
        found = grouped(region.values(), self._finer(level, list(region.values())), Apart(self._apart))
        moved = {report: group for report, group in found.items() if before.get(report) != group}
        self._dirty.events.update(self._ledger.reports.events(moved).values())
        self._dirty.events.update(moved.values())
        self.nearby.set_groups(moved)
        same = {found[report.id] for report in changed if report.id in found}
        left = {before[report] for report in moved if report in before}
        self.touch([region[report] for report in moved], same | left | set(moved.values()))

    def touch(self, reports: Iterable[Report], groups: Iterable[str]) -> None:
        """Notes that `groups` changed, `reports` being those that came to them or left them."""
        members = self.nearby.members(groups)
        for group in (*members.values(), *([report] for report in reports)):
            told = told_by(group)
            for tie in {tie for report in group for tie in report.ties + report.parties}:
                self._touched[tie] |= told

    def _region(self, level: int, changed: Iterable[Report]) -> dict[str, Report]:
        """Every report of the level that `changed` reports and touched groups can reach."""
        edge = self._ledger.reports.at({place for report in changed for place in _places(report)})
        months = months_near({each for told in self._touched.values() for each in told})
        told: dict[str, Told] = {}
        for tie, bucket, report in self._ledger.reports.with_ties(self._touched, months, level=level):
            if tie not in told:
                told[tie] = Told(self._touched[tie])
            if told[tie].may_fit(level, bucket):
                edge.add(report)
        region: dict[str, Report] = {}
        while edge:
            fresh = [report for report in self.nearby.reports(edge) if report.level == level]
            region |= {report.id: report for report in fresh}
            reached = self._ledger.reports.at({place for report in fresh for place in _places(report)})
            partners = {other for pair in self._apart for other in pair if not region.keys().isdisjoint(pair)}
            here = {report.id for report in self.nearby.reports(reached | partners) if report.level == level}
            edge = here - region.keys()
        return region

    def _finer(self, level: int, region: Sequence[Report]) -> Groups:
        """The groups of the levels before that any of the region's reports may fit."""
        by_tie = self.nearby.around(region, below=level)
        groups = self.nearby.groups({report.id for found in by_tie.values() for report in found})
        decided: defaultdict[str, set[str]] = defaultdict(set)
        for report, group in self.nearby.groups({report for pair in self._apart for report in pair}).items():
            decided[group].add(report)

        return Groups(by_tie, groups, decided)


def _places(report: Report) -> Iterator[tuple[str, int, str]]:
    return ((tie, report.level, report.bucket) for tie in report.ties)


def _merge(ledger: Transaction, dirty: Dirty) -> None:
    """Makes one event of the groups that decisions say are one, and parts those that none does any more."""
    ever = [decision for decision in ledger.decisions.all() if decision.kind == "event"]
    if not ever:
        return
    meant = _reports_of(ledger, ever)
    once = {
        report for found in ledger.reports.in_events(ledger.reports.events(meant).values()).values() for report in found
    }
    group_of = ledger.reports.groups(once | meant)
    pairs = [(group_of[left], group_of[right]) for left, right in _decided_pairs(ledger, "same")]
    event_of = merged(group_of.values(), pairs)
    now = ledger.reports.in_groups(event_of)
    moved = {report: event_of[group] for report, (group, event) in now.items() if event != event_of[group]}
    dirty.events |= {now[report][1] for report in moved} | set(moved.values())
    ledger.reports.set_events(moved)


def _decided_pairs(ledger: Transaction, judgement: str) -> Pairs:
    """The reports, by two, that standing decisions speak of; a decision on a claim that is gone says nothing."""
    standing = [decision for decision in ledger.decisions.standing("event") if decision.judgement == judgement]
    report_of = ledger.articles.reports_of_claims({side for each in standing for side in (each.left, each.right)})
    pairs = ((report_of.get(decision.left), report_of.get(decision.right)) for decision in standing)
    return [(left, right) for left, right in pairs if left and right and left != right]


def _reports_of(ledger: Transaction, decisions: Iterable[Decision]) -> set[str]:
    return set(
        ledger.articles.reports_of_claims({side for each in decisions for side in (each.left, each.right)}).values()
    )
