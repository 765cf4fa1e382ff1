"""Which reports tell of one event: level by level, from exact to vague, each a function of the set.

At each level, reports of one bucket that share a tie are one group. A vague group then joins the one group
of the levels before it that it *fits*: one that shares a tie, at a date and in a country that do not
contradict. Where it fits none, or several, it stands alone: a wrong join would cost more than a missing one.

Fitting dates: the shorter is the start of the longer (`2024-06`, `2024-06-19`). A report without a date
fits what lies near its article's publication: up to `RECENT` days before it where it tells what happened or
did not, up to `SOON` days after it where it tells a plan; plans never fit what is no plan. Without a
day of publication either, it fits what another copy of its own text tells, and nothing else: two leaders meet more
than once. A correction fits the one group within `CORRECTED` days of the date that it gives, else of its publication,
whatever the date of that group.

The id of a group comes from the smallest of the places (tie and bucket) that its own level gives it. Vaguer
reports that join, and further articles that tell the same, leave it as it is. It changes only when a more
exact report founds the event anew, or when one article ties two groups of one day into one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from graphload.model import digest
from graphload.resolution import Report
from graphload.resolve.periods import CORRECTED, RECENT, SOON, near, near_periods, periods_of
from graphload.resolve.reports import CORRECTION
from graphload.resolve.sets import Apart, DisjointSets


@dataclass(frozen=True, slots=True)
class Group:
    """What a vaguer report has to fit: all that the reports of one group tell, as far as they share its ties."""

    id: str
    reports: frozenset[str]
    dates: frozenset[str]
    core: str | None
    published: frozenset[str]
    countries: frozenset[str]
    witnesses: frozenset[str]
    articles: frozenset[str]
    planned: bool

    @classmethod
    def of(cls, identity: str, reports: Collection[Report], decided: Iterable[str] = ()) -> Group:
        """The group of `reports`, and of those in it that decisions speak of."""
        dates = {report.date for report in reports if report.date}
        return cls(
            identity,
            frozenset(report.id for report in reports) | frozenset(decided),
            frozenset(dates),
            max(dates, key=lambda day: (len(day), day), default=None),
            frozenset(report.published for report in reports if report.published),
            frozenset(report.country for report in reports if report.country),
            frozenset(report.witness for report in reports),
            frozenset(report.article for report in reports),
            all(report.planned for report in reports),
        )


class Groups:
    """Groups of earlier levels, by the ties that they have and the months and years that they tell.

    `reports_of` gives the reports of earlier levels by tie, `group_of` the group of each.
    """

    def __init__(
        self,
        reports_of: Mapping[str, Sequence[Report]],
        group_of: Mapping[str, str],
        decided: Mapping[str, Iterable[str]],
    ) -> None:
        self._decided = decided
        self._made: dict[tuple[str, frozenset[str]], Group] = {}
        self._told: defaultdict[str, defaultdict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
        self._by_place: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for tie, reports in reports_of.items():
            for report in reports:
                group = group_of[report.id]
                self._told[group][tie].append(report)
                for period in periods_of(report.date or f"~{report.published}"):
                    self._by_place[tie, period][group] = None

    def fitting(self, reports: Sequence[Report]) -> Iterator[Group]:
        """The groups that `reports`, one group of a later level, fit over the ties that they share; in no order."""
        ties = frozenset(tie for report in reports for tie in report.ties)
        seen: set[str] = set()
        for place in product(ties, near_periods(reports[0])):
            fresh = [group for group in self._by_place.get(place, ()) if group not in seen]
            seen.update(fresh)
            yield from (group for group in (self._group(each, ties) for each in fresh) if _fits(reports[0], group))

    def _group(self, identity: str, ties: frozenset[str]) -> Group:
        told = self._told[identity]
        shared = ties.intersection(told)
        if (identity, shared) not in self._made:
            reports = {report.id: report for tie in shared for report in told[tie]}
            self._made[identity, shared] = Group.of(identity, reports.values(), self._decided.get(identity, ()))
        return self._made[identity, shared]


def grouped(reports: Iterable[Report], finer: Groups, apart: Apart[str]) -> dict[str, str]:
    """The group of each report of one level. `finer` are the groups of the levels before.

    Give all reports that a tie can reach at this level from any of them.
    """
    found: dict[str, str] = {}
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for identity, members in _own_groups(list(reports), apart):
        ids = [report.id for report in members]
        fitting = finer.fitting(members)
        allowed = (group for group in fitting if not apart.forbids(ids, group.reports | joined[group.id]))
        home = _home(members[0], allowed) or identity
        joined[home].update(ids)
        found.update(dict.fromkeys(ids, home))
    return found


def _home(report: Report, fitting: Iterator[Group]) -> str | None:
    if report.level == CORRECTION:
        every = list(fitting)
        found = [group for group in every if report.date in group.dates] or every
    else:
        found = list(islice(fitting, 2))  # of a pair that often meets there are hundreds
    return found[0].id if len(found) == 1 else None


def _own_groups(reports: Sequence[Report], apart: Apart[str]) -> Iterator[tuple[str, list[Report]]]:
    """The groups that one level makes by itself. Of two that a decision keeps apart, the first has the place's id."""
    by_id = {report.id: report for report in reports}
    sets = DisjointSets(by_id)
    by_place: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.id):
        for tie in report.ties:
            by_place[tie, report.bucket].append(report.id)
    for place in sorted(by_place):
        _join_all(by_place[place], sets, apart)
    taken: set[str] = set()
    for members in sorted(sorted(members) for members in sets.sets()):
        group = [by_id[member] for member in members]
        identity = _identity(group)
        if identity in taken:
            identity = f"e-{digest(identity, members[0])}"
        taken.add(identity)
        yield identity, group


def _join_all(ids: Sequence[str], sets: DisjointSets[str], apart: Apart[str]) -> None:
    heads: list[str] = []
    for report in ids:
        for head in heads:
            if sets.together(head, report) or not apart.forbids(sets.members(head), sets.members(report)):
                sets.join(head, report)
                break
        else:
            heads.append(report)


def _identity(group: Sequence[Report]) -> str:
    tie, level, bucket = min((tie, report.level, report.bucket) for report in group for tie in report.ties)
    return f"e-{digest(tie, str(level), bucket)}"


def _fits(report: Report, group: Group) -> bool:
    if report.country and group.countries and report.country not in group.countries:
        return False
    return _dates_fit(report, group)


def _dates_fit(report: Report, group: Group) -> bool:
    core = group.core
    if report.level == CORRECTION:
        return _corrects(report, group)
    if report.date is not None:
        return core is not None and (core.startswith(report.date) or report.date.startswith(core))
    if report.planned != group.planned:
        return False
    if report.published is None:
        # What one article tells apart, another copy of it cannot make one.
        return report.witness in group.witnesses and report.article not in group.articles
    if core is None:
        return report.published in group.published
    return near(report.published, core, *((0, SOON) if report.planned else (RECENT, 0)))


def _corrects(report: Report, group: Group) -> bool:
    if report.date is not None:
        return group.core is not None and near(report.date, group.core, CORRECTED, CORRECTED)
    if report.published is None:
        return report.witness in group.witnesses
    told = {group.core} if group.core else group.published
    return any(near(report.published, each, CORRECTED, CORRECTED) for each in told)


def may_be_one(left: Group, right: Group) -> bool:
    """Whether nothing that two groups tell says that they are two events."""
    if left.planned != right.planned or (left.countries and right.countries and not left.countries & right.countries):
        return False
    if left.core and right.core:
        return left.core.startswith(right.core) or right.core.startswith(left.core)
    before, after = (0, SOON) if left.planned else (RECENT, 0)
    if left.core or right.core:
        told, dated = (left, right) if right.core else (right, left)
        days = told.published
        return not days or any(near(day, str(dated.core), before, after) for day in days)
    pairs = list(product(left.published, right.published))
    return not pairs or any(near(one, other, before + after, before + after) for one, other in pairs)


def merged(groups: Iterable[str], same: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The event of each group that a decision makes one with others: the smallest id of them."""
    pairs = list(same)
    sets = DisjointSets({*groups, *(group for pair in pairs for group in pair)})
    for left, right in pairs:
        sets.join(left, right)
    return {group: min(sets.members(group)) for group in groups}
