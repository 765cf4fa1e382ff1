"""What an event comes to, once all that articles say of it is put side by side.

An event is *disputed* where its claims contradict each other:

- one says that it happened, another that it did not (a plan that was called off is no contradiction);
- a correction, or a decision that two events are one, brings together dates of which neither is the start of
  the other;
- claims give different countries as its place.

Nothing is averaged. The status is then `happened`; the date is cut to what all agree on, down to none; the
country is left out; and each side keeps its own claims with their sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from graphload.model import Claim, Status
from graphload.relations import event_kinds
from graphload.resolution import Event, Standing


@dataclass(frozen=True, slots=True)
class Facts:
    """Status, date and place of an event, and whether they are disputed."""

    status: Status
    disputed: bool
    date: str | None
    country: str | None


def facts(event: Event) -> Facts:
    """The facts of `event`, from its claims alone and in no order."""
    statuses = {standing.claim.status for standing in event.claims}
    dates = {standing.claim.date for standing in event.claims if standing.claim.date}
    countries = {place for standing in event.claims if (place := _place(event, standing))}
    date, agreed = _date(dates)
    return Facts(
        status="happened" if "happened" in statuses else "denied" if "denied" in statuses else "planned",
        disputed={"happened", "denied"} <= statuses or not agreed or len(countries) > 1,
        date=date,
        country=countries.pop() if len(countries) == 1 else None,
    )


def _place(event: Event, standing: Standing) -> str | None:
    return standing.target.id if event_kinds()[event.kind].place == "target" else standing.claim.country


def _date(dates: set[str]) -> tuple[str | None, bool]:
    """The most exact date that no other contradicts, or what all share of it; and whether they agree."""
    longest = max(dates, key=len, default=None)
    if longest is None or all(longest.startswith(date) for date in dates):
        return longest, True
    parts = [date.split("-") for date in dates]
    shared = takewhile(lambda column: len(set(column)) == 1, zip(*parts, strict=False))
    return "-".join(column[0] for column in shared) or None, False


def best(standings: Iterable[Standing], status: Status) -> Standing:
    """The claim to quote: one that says what the event comes to, surest, then earliest published."""
    return min(
        standings,
        key=lambda standing: (
            standing.claim.status != status,
            -standing.claim.confidence,
            standing.published or "9999",
            standing.claim.id,
        ),
    )


def weight(standings: Sequence[Standing]) -> tuple[int, int]:
    """How many articles and how many independent witnesses stand behind the claims.

    A text that denies or corrects is no copy of the one that it contradicts, however alike their words.
    """
    told: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for standing in standings:
        told[standing.witness, standing.claim.article].append(standing.claim)
    return len(told), len({(witness, *_stand(claims)) for (witness, _), claims in told.items()})


def _stand(claims: Iterable[Claim]) -> tuple[bool, bool]:
    """Whether an article denies, and whether it corrects."""
    told = {(claim.status == "denied", claim.correction) for claim in claims}
    return any(denies for denies, _ in told), any(corrects for _, corrects in told)
