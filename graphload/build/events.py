"""Groups reports into events, level by level; only what a change can reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from graphload.build.dirty import Dirty
from graphload.ledger import Transaction
from graphload.model import Decision
from graphload.resolution import Report
from graphload.resolve.events import Group, grouped, merged
from graphload.resolve.reports import CORRECTION
from graphload.resolve.sets import Apart

_LEVELS: Final = range(CORRECTION + 1)
Pairs = list[tuple[str, str]]


def find_events(
    ledger: Transaction, gone: Sequence[Report], came: Sequence[Report], decided: Sequence[Decision], dirty: Dirty
) -> None:
    """Renews the groups that reports which are gone or came, and new decisions, can reach. Marks their events."""
    apart = _decided_pairs(ledger, "different")
    meant = _reports_of(ledger, decided)
    changed = [*gone, *came, *ledger.reports.by_id(meant).values()]
    touched: set[str] = set()
    for level in _LEVELS:
        here = [report for report in changed if report.level == level]
        region = _region(ledger, level, here, touched, apart)
        before = ledger.reports.groups(region)
        found = grouped(region.values(), _finer(ledger, level, region.values(), apart), Apart(apart))
        moved = {report: group for report, group in found.items() if before.get(report) != group}
        dirty.events.update(ledger.reports.events(moved).values())
        dirty.events.update(moved.values())
        ledger.reports.set_groups(moved)
        touched |= {tie for report in here for tie in _all_ties(report)}
        touched |= {tie for report in moved for tie in _all_ties(region[report])}
    _merge(ledger, dirty)


def _all_ties(report: Report) -> tuple[str, ...]:
    return report.ties + report.parties


def _region(
    ledger: Transaction, level: int, changed: Iterable[Report], touched: set[str], apart: Pairs
) -> dict[str, Report]:
    """Every report of the level that the changed reports, or changed groups of the levels before, can reach."""
    places = {place for report in changed for place in _places(report)}
    edge = ledger.reports.at(places) | ledger.reports.with_ties(touched, level=level)
    region: dict[str, Report] = {}
    while edge:
        fresh = {id_: report for id_, report in ledger.reports.by_id(edge).items() if report.level == level}
        region |= fresh
        reached = ledger.reports.at({place for report in fresh.values() for place in _places(report)})
        partners = {other for pair in apart for other in pair if not fresh.keys().isdisjoint(pair)}
        edge = (reached | partners) - region.keys()
        edge = {id_ for id_, report in ledger.reports.by_id(edge).items() if report.level == level}
    return region


def _places(report: Report) -> Iterator[tuple[str, int, str]]:
    return ((tie, report.level, report.bucket) for tie in report.ties)


def _finer(
    ledger: Transaction, level: int, region: Iterable[Report], apart: Pairs
) -> Callable[[Sequence[Report]], Iterable[Group]]:
    """The groups of the levels before, as any of the region's reports sees them over the ties that they share."""
    by_tie: defaultdict[str, set[str]] = defaultdict(set)
    for tie, other in ledger.reports.before({tie for report in region for tie in report.ties}, level=level):
        by_tie[tie].add(other)
    seen = {report for found in by_tie.values() for report in found}
    reports, groups = ledger.reports.by_id(seen), ledger.reports.groups(seen)
    decided: defaultdict[str, set[str]] = defaultdict(set)
    for report, group in ledger.reports.groups({report for pair in apart for report in pair}).items():
        decided[group].add(report)

    @cache
    def over(ties: frozenset[str]) -> tuple[Group, ...]:
        by_group: defaultdict[str, list[Report]] = defaultdict(list)
        for report in sorted({report for tie in ties for report in by_tie.get(tie, ())}):
            by_group[groups[report]].append(reports[report])
        return tuple(Group.of(group, by_group[group], decided[group]) for group in sorted(by_group))

    def finer(members: Sequence[Report]) -> Iterable[Group]:
        return over(frozenset(tie for member in members for tie in member.ties))

    return finer


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
    groups = ledger.reports.groups(now)
    moved = {report: event_of[groups[report]] for report, event in now.items() if event != event_of[groups[report]]}
    dirty.events |= {now[report] for report in moved} | set(moved.values())
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
