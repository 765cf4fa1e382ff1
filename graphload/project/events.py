"""The rows of one event: its node, who took part, where it was, what was signed, and the edges between the parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphload.model import Edge, Node, Value, digest, precision_of
from graphload.ontology import ontology
from graphload.project.articles import credit_properties
from graphload.project.facts import Facts, best, facts, weight
from graphload.relations import CREDIT, event_kinds
from graphload.resolution import Event, Reference, Standing


def event_rows(event: Event, credited: Sequence[Standing]) -> list[Node | Edge]:
    """All rows of `event`; `credited` are the REPORTED_BY claims of its articles, of which some credit it."""
    told = facts(event)
    rows: list[Node | Edge] = [event_node(event, told)]
    rows += _parties(event)
    rows += _relations(event, told)
    rows += _credits(event, credited)
    for country in {told.country} - {None}:
        rows.append(_edge("TOOK_PLACE_IN", ("Event", event.id), ("Country", str(country))))
    if event_kinds()[event.kind].of_agreement:
        for agreement in {standing.target.id for standing in event.claims}:
            rows.append(_edge("CONCERNS", ("Event", event.id), ("Agreement", agreement)))
    rows += (_edge("ASSERTS", ("Claim", standing.claim.id), ("Event", event.id)) for standing in event.claims)
    return rows


def event_node(event: Event, told: Facts) -> Node:
    """The node of `event`."""
    articles, witnesses = weight(event.claims)
    return Node(
        "Event",
        event.id,
        {
            "name": _name(event, told),
            "kind": event.kind,
            "articles": articles,
            "witnesses": witnesses,
            **_told(told),
        },
    )


def _told(told: Facts) -> dict[str, Value]:
    optional = {"date": told.date, "precision": precision_of(told.date), "country": told.country}
    properties: dict[str, Value] = {"status": told.status, "disputed": told.disputed}
    return properties | {name: value for name, value in optional.items() if value is not None}


def _name(event: Event, told: Facts) -> str:
    """One line that says who did what: `Sergey Lavrov met Choe Son Hui, 2024-01-16`."""
    sources, targets = {standing.source for standing in event.claims}, {standing.target for standing in event.claims}
    left, right = _names(sources), _names(targets)
    kind = event_kinds()[event.kind]
    if kind.undirected:
        people = _names(sources | targets)
        left, right = people[:1], people[1:]
    line = kind.sentence.format(source=_listed(left), target=_listed(right))
    marks = [told.date, None if told.status == "happened" else told.status, "disputed" if told.disputed else None]
    return ", ".join([line, *(mark for mark in marks if mark)])


def _names(references: Iterable[Reference]) -> list[str]:
    return [reference.name for reference in sorted(references, key=lambda each: (each.name, each.id))]


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _parties(event: Event) -> Iterator[Edge]:
    roles = {
        (reference.label, reference.id, role)
        for standing in event.claims
        for reference, role in zip((standing.source, standing.target), event_kinds()[event.kind].roles, strict=True)
        if role
    }
    for label, id_, role in sorted(roles):
        yield _edge("TOOK_PART_IN", (label, id_), ("Event", event.id), {"role": role}, role)


def _relations(event: Event, told: Facts) -> Iterator[Edge]:
    by_pair: defaultdict[tuple[Reference, Reference], list[Standing]] = defaultdict(list)
    for standing in event.claims:
        by_pair[_ends(event, standing)].append(standing)
    for (source, target), standings in by_pair.items():
        quoted = best(standings, told.status).claim
        articles, witnesses = weight(standings)
        properties: dict[str, Value] = {
            "event": event.id,
            "quote": quoted.evidence[0].quote,
            "article": quoted.article,
            "articles": articles,
            "witnesses": witnesses,
            "confidence": float(max(standing.claim.confidence for standing in standings)),
            **_told(told),
        }
        if "of" in ontology().edges[quoted.type].properties and (matter := _matter(standings, told)):
            properties["of"] = matter
        yield _edge(quoted.type, (source.label, source.id), (target.label, target.id), properties, event.id)


def _ends(event: Event, standing: Standing) -> tuple[Reference, Reference]:
    both = standing.source, standing.target
    if event_kinds()[event.kind].undirected:
        both = min(both, key=lambda end: end.id), max(both, key=lambda end: end.id)
    return both


def _matter(standings: Iterable[Standing], told: Facts) -> str | None:
    named = [standing for standing in standings if standing.claim.of]
    return best(named, told.status).claim.of if named else None


def _credits(event: Event, credited: Iterable[Standing]) -> Iterator[Edge]:
    """A source is credited for the event where the words that credit it stand in the sentence that tells of it."""
    told = defaultdict(list)
    for standing in event.claims:
        told[standing.claim.article].append(standing)
    by_source: defaultdict[Reference, list[Standing]] = defaultdict(list)
    for credit in credited:
        if any(_credits_claim(credit, standing) for standing in told[credit.claim.article]):
            by_source[credit.target].append(credit)
    for source, crediting in by_source.items():
        properties = credit_properties([credit.claim for credit in crediting])
        yield _edge(CREDIT, ("Event", event.id), (source.label, source.id), properties)


def _credits_claim(credit: Standing, told: Standing) -> bool:
    if credit.claim.event == told.claim.event:
        return True
    spans = [(evidence.start, evidence.end) for evidence in told.claim.evidence]
    return any(
        evidence.start < end and start < evidence.end for evidence in credit.claim.evidence for start, end in spans
    )


def _edge(
    kind: str,
    source: tuple[str, str],
    target: tuple[str, str],
    properties: Mapping[str, Value] | None = None,
    *parts: str,
) -> Edge:
    return Edge(kind, digest(kind, *source, *target, *parts), *source, *target, properties or {})
