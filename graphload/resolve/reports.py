"""What one article tells of one happening, ready to be grouped with what other articles tell.

A report's *ties* say between whom it was: `meeting|a|b` for two people, `visit|person|country`,
`accusation|accuser|accused`, and for a signing each pair of parties, a person counting as the country signed
for. A signing of which one party is told has only that party, and takes its place after all others.

Its *level* says how exact it is: a day; a month; a year; no date but the day of publication; neither. Of two
reports of one precision the one that tells the country comes first; a day needs none. Corrections come last.

Its *bucket* is the day; or the month or year with the country; or the day of publication with the country; or, where
there is no date at all, the witness: nothing says that two such reports are of one event unless they are one text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Final

from graphload.model import Article, Claim, digest
from graphload.ontology import ontology
from graphload.relations import event_kinds, relations
from graphload.resolution import Reference, Report

_RANKS: Final = {10: 0, 7: 1, 4: 2}
LONE: Final = 10
CORRECTION: Final = 20
LEVELS: Final = range(CORRECTION + 1)
Ends = Mapping[str, Reference]
Parties = Mapping[str, str]


def reports(
    article: Article, witness: str, claims: Iterable[Claim], ends: Ends, parties: Parties
) -> dict[str, tuple[Report, list[Claim]]]:
    """The reports of one article by id, each with its claims.

    `ends` gives the node of each entity by its local id, `parties` the id of the country or body that a
    signer signs for. A claim is in no report where both its ends are one node, or of labels that the ontology does
    not let it join.
    """
    told: dict[str, tuple[Report, list[Claim]]] = {}
    for key, group in _by_happening(claims, ends).items():
        report = _report(article, witness, key, group, ends, parties)
        told[report.id] = (report, group)
    return told


_Happening = tuple[str, str, str, str | None, str | None]


def _by_happening(claims: Iterable[Claim], ends: Ends) -> dict[_Happening, list[Claim]]:
    by_event: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        kind = relations()[claim.type].event
        if kind and _is_declared(claim, ends):
            by_event[kind, claim.event, claim.status].append(claim)
    happenings: defaultdict[_Happening, list[Claim]] = defaultdict(list)
    for (kind, event, status), group in by_event.items():
        date, country = _only(claim.date for claim in group), _only(claim.country for claim in group)
        for claim in group:
            place = ends[claim.target].id if event_kinds()[kind].place == "target" else claim.country or country
            happenings[kind, event, status, claim.date or date, place].append(claim)
    return happenings


def _is_declared(claim: Claim, ends: Ends) -> bool:
    """Whether the claim is between two nodes that the ontology lets it join."""
    source, target = ends[claim.source], ends[claim.target]
    return source != target and (source.label, target.label) in ontology().edges[claim.type].ends


def _only(values: Iterable[str | None]) -> str | None:
    told = {value for value in values if value is not None}
    return told.pop() if len(told) == 1 else None


def _report(article: Article, witness: str, key: _Happening, claims: list[Claim], ends: Ends, sides: Parties) -> Report:
    kind, _event, status, date, country = key
    if event_kinds()[kind].of_agreement:
        signers = sorted({sides[claim.source] for claim in claims})
        parties = [f"{kind}|{signer}" for signer in signers]
        ties = [f"{kind}|{left}|{right}" for left, right in combinations(signers, 2)] or parties
    else:
        ties, parties = sorted({_tie(kind, claim, ends) for claim in claims}), []
    planned = status == "planned"
    correction = any(claim.correction for claim in claims)
    level = _level(date, country, article.published, lone=ties == parties, correction=correction)
    return Report(
        id=digest(article.id, *(part or "" for part in key)),
        article=article.id,
        kind=kind,
        ties=tuple(ties),
        parties=tuple(parties),
        level=level,
        bucket=_bucket(level, date, country, article.published or witness, planned),
        planned=planned,
        witness=witness,
        date=date,
        published=article.published,
        country=country,
    )


def _tie(kind: str, claim: Claim, ends: Ends) -> str:
    both = (f"{end.label}:{end.id}" for end in (ends[claim.source], ends[claim.target]))
    return "|".join((kind, *event_kinds()[kind].ends(*both)))


def _level(date: str | None, country: str | None, published: str | None, *, lone: bool, correction: bool) -> int:
    if correction:
        return CORRECTION
    rank = _RANKS[len(date)] if date else 3 if published else 4
    return 2 * rank + (country is None and rank > 0) + (LONE if lone else 0)


def _bucket(level: int, date: str | None, country: str | None, origin: str, planned: bool) -> str:
    """Where reports of one level can meet: a day whatever the country, else the date and the country told."""
    if level == CORRECTION:
        return f"correction {date}"
    if date is None:
        return f"{origin} in {country}{' planned' if planned else ''}"
    return date if len(date) == 10 else f"{date} in {country}"
