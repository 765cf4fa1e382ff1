"""Which events may be one though nothing shows it: what an analyst is asked.

Only an event that tells no day is in doubt: of two days, two are told. For each of them the likeliest other is offered,
the one told in the most like words, so that one question at a time is put. Nothing here joins anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from graphload.model import precision_of
from graphload.resolution import Likeness, Report
from graphload.resolve.events import Group, may_be_one

COMPARED: Final = 30
"""With how many events a doubtful one is compared: those with most reports."""

ALIKE: Final = 0.3
"""The share of words from which two events are worth a question."""

Words = Callable[[str], frozenset[str]]
"""The words by which an event is told."""


def doubts(events: Mapping[str, Sequence[Report]], words: Words, parted: Callable[[str, str], bool]) -> list[Likeness]:
    """Events that may be one, by two, with how alike their words are. Those that people have `parted` are left out.

    The reasons leave the parties out, whose names only the graph has.
    """
    groups = {event: Group.of(event, reports) for event, reports in events.items()}
    sharing = _sharing(events)
    found: dict[tuple[str, str], Likeness] = {}
    for event, group in groups.items():
        if precision_of(group.core) != "day":
            others = sorted(sharing(event), key=lambda other: (-len(events[other]), other))
            fitting = (other for other in others if may_be_one(group, groups[other]) and not parted(event, other))
            likenesses = [_likeness(group, groups[other], words) for other in islice(fitting, COMPARED)]
            best = max(likenesses, key=lambda pair: (pair.score, pair.left, pair.right), default=None)
            if best and best.score >= ALIKE:
                found[best.left, best.right] = best
    return list(found.values())


def _sharing(events: Mapping[str, Sequence[Report]]) -> Callable[[str], set[str]]:
    """What gives the events that share a tie with one."""
    by_tie: defaultdict[str, set[str]] = defaultdict(set)
    ties = {event: {tie for report in reports for tie in report.ties} for event, reports in events.items()}
    for event, own in ties.items():
        for tie in own:
            by_tie[tie].add(event)
    return lambda event: {other for tie in ties[event] for other in by_tie[tie]} - {event}


def _likeness(one: Group, other: Group, words: Words) -> Likeness:
    left, right = sorted((one, other), key=lambda group: group.id)
    first, second = words(left.id), words(right.id)
    score = len(first & second) / max(1, min(len(first), len(second)))
    return Likeness(left.id, right.id, score, "unsure", tuple(_reasons(left, right, score)))


def parties(reports: Iterable[Report]) -> frozenset[str]:
    """Between whom an event was: label and id of each party, or the id alone of who signed."""
    return frozenset(party for report in reports for tie in report.ties for party in tie.split("|")[1:])


def _reasons(left: Group, right: Group, score: float) -> Iterator[str]:
    if left.countries & right.countries:
        yield "country agrees"
    yield " ~ ".join(group.core or "no date" for group in (left, right))
    yield f"{score:.0%} of the words"
