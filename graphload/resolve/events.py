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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from typing import Final

from graphload.model import digest
from graphload.resolution import Report
from graphload.resolve.reports import CORRECTION, LONE
from graphload.resolve.sets import Apart, DisjointSets

RECENT: Final = 14
SOON: Final = 92
CORRECTED: Final = 31
_YEAR, _MONTH, _FULL = 4, 7, 10
_PUBLISHED: Final = 3


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
    def of(cls, identity: str, reports: Sequence[Report], decided: Iterable[str] = ()) -> Group:
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
    """Groups of earlier levels that share ties with a report, found by the months and years that they tell."""

    def __init__(self, reports_in: Mapping[str, Sequence[Report]], decided: Mapping[str, Iterable[str]]) -> None:
        self._reports_in, self._decided = reports_in, decided
        self._made: dict[str, Group] = {}
        self._by_period: defaultdict[str, set[str]] = defaultdict(set)
        for group, reports in reports_in.items():
            for told in told_by(reports):
                for period in periods_of(told):
                    self._by_period[period].add(group)

    def fitting(self, report: Report) -> list[Group]:
        """The groups that `report` fits, by id."""
        near = {group for period in near_periods(report) for group in self._by_period.get(period, ())}
        return [group for group in map(self._group, sorted(near)) if _fits(report, group)]

    def _group(self, identity: str) -> Group:
        if identity not in self._made:
            reports = self._reports_in[identity]
            self._made[identity] = Group.of(identity, reports, self._decided.get(identity, ()))
        return self._made[identity]


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


Finer = Callable[[Sequence[Report]], Groups]


def grouped(reports: Iterable[Report], finer: Finer, apart: Apart[str]) -> dict[str, str]:
    """The group of each report of one level. `finer` gives the groups of the levels before that share its ties.

    Give all reports that a tie can reach at this level from any of them.
    """
    found: dict[str, str] = {}
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for identity, members in _own_groups(list(reports), apart):
        ids = [report.id for report in members]
        fitting = finer(members).fitting(members[0])
        allowed = [group for group in fitting if not apart.forbids(ids, group.reports | joined[group.id])]
        home = _home(members[0], allowed) or identity
        joined[home].update(ids)
        found.update(dict.fromkeys(ids, home))
    return found


def _home(report: Report, fitting: Sequence[Group]) -> str | None:
    if report.level == CORRECTION:
        fitting = [group for group in fitting if report.date in group.dates] or fitting
    return fitting[0].id if len(fitting) == 1 else None


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
    return _near(report.published, core, *((0, SOON) if report.planned else (RECENT, 0)))


def _corrects(report: Report, group: Group) -> bool:
    if report.date is not None:
        return group.core is not None and _near(report.date, group.core, CORRECTED, CORRECTED)
    if report.published is None:
        return report.witness in group.witnesses
    told = {group.core} if group.core else group.published
    return any(_near(report.published, each, CORRECTED, CORRECTED) for each in told)


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
        return not days or any(_near(day, str(dated.core), before, after) for day in days)
    pairs = list(product(left.published, right.published))
    return not pairs or any(_near(one, other, before + after, before + after) for one, other in pairs)


def told_by(reports: Iterable[Report]) -> set[str]:
    """The dates that a group's reports tell, and where they tell none, `~` and the day of publication."""
    return {report.date or f"~{report.published}" for report in reports}


def told_at(level: int, bucket: str) -> str:
    """What a report at this place tells, as `told_by` has it."""
    day = bucket.removeprefix("correction ").partition(" in ")[0]
    rank = 0 if level == CORRECTION else level % LONE // 2
    return day if rank < _PUBLISHED else f"~{day}" if rank == _PUBLISHED else "~None"


def may_fit(level: int, bucket: str, told: Iterable[str]) -> bool:
    """Whether a report at this place may fit a group that tells the dates `told`; never no where it does."""
    own = told_at(level, bucket)
    if own in ("None", "~None"):
        return True
    if level == CORRECTION:
        return any(not each.startswith("~") and _near(own, each, CORRECTED, CORRECTED) for each in told)
    if own.startswith("~"):
        return any(each == own if each.startswith("~") else _near(own[1:], each, RECENT, SOON) for each in told)
    return any(each.startswith(own) or own.startswith(each) for each in told)


def _near(day: str, core: str, before: int, after: int) -> bool:
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


def merged(groups: Iterable[str], same: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The event of each group that a decision makes one with others: the smallest id of them."""
    pairs = list(same)
    sets = DisjointSets({*groups, *(group for pair in pairs for group in pair)})
    for left, right in pairs:
        sets.join(left, right)
    return {group: min(sets.members(group)) for group in groups}
