"""The rows that one article gives by itself: the article, its claims, what it names and whom it credits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphload.model import ARTICLE, Article, Claim, Edge, Entity, Node, Reading, Value, digest
from graphload.relations import CREDIT, relations
from graphload.resolution import Reference

References = Mapping[str, Reference]


def article_rows(reading: Reading, references: References) -> list[Node | Edge]:
    """All rows of `reading`; `references` gives the node of each of its entities by local id."""
    article = reading.article
    rows: list[Node | Edge] = [article_node(article)]
    names = {entity.id: entity.name for entity in reading.entities}
    for claim in reading.claims:
        rows += claim_node(claim, names), _edge("STATES", ("Article", article.id), ("Claim", claim.id))
    rows += _mentions(article, reading.entities, references)
    rows += _credits(article, reading.claims, references)
    return rows


def article_node(article: Article) -> Node:
    """The node of the article itself."""
    told = {"url": article.url, "outlet": article.outlet, "published": article.published}
    properties = {
        "name": article.title or article.url or article.id,
        "language": article.language,
        **_without_nulls(told),
    }
    return Node("Article", article.id, properties)


def claim_node(claim: Claim, names: Mapping[str, str]) -> Node:
    """The node of a claim, with all its evidence; `names` are those of the article's entities by local id."""
    first = claim.evidence[0]
    ends = {"source": names.get(claim.source, ""), "target": names[claim.target]}
    optional = {"date": claim.date, "precision": claim.precision, "country": claim.country, "of": claim.of}
    return Node(
        "Claim",
        claim.id,
        {
            "name": relations()[claim.type].sentence.format(**ends),
            "kind": claim.type,
            "status": claim.status,
            "quote": first.quote,
            "start": first.start,
            "end": first.end,
            "quotes": tuple(evidence.quote for evidence in claim.evidence),
            "rule": claim.rule,
            "confidence": float(claim.confidence),
            **_without_nulls(optional),
            **({"correction": True} if claim.correction else {}),
        },
    )


def _mentions(article: Article, entities: Iterable[Entity], references: References) -> Iterator[Edge]:
    by_node: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        reference = references[entity.id]
        by_node[reference.label, reference.id].append(entity)
    for node, named in by_node.items():
        mentions = sorted({(mention.start, mention.end) for entity in named for mention in entity.mentions})
        properties: dict[str, Value] = {
            "names": tuple(sorted({name for entity in named for name in entity.names})),
            "offsets": tuple(f"{start}:{end}" for start, end in mentions),
        }
        yield _edge("MENTIONS", ("Article", article.id), node, properties)


def _credits(article: Article, claims: Iterable[Claim], references: References) -> Iterator[Edge]:
    by_source: defaultdict[Reference, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type == CREDIT and claim.source == ARTICLE:
            by_source[references[claim.target]].append(claim)
    for source, told in by_source.items():
        yield _edge(CREDIT, ("Article", article.id), (source.label, source.id), credit_properties(told))


def credit_properties(claims: Sequence[Claim]) -> dict[str, Value]:
    """What a REPORTED_BY edge carries, from the claims that credit the source."""
    best = min(claims, key=lambda claim: (-claim.confidence, claim.id))
    return {
        "quote": best.evidence[0].quote,
        "article": best.article,
        "articles": len({claim.article for claim in claims}),
        "confidence": float(best.confidence),
    }


def _edge(
    kind: str, source: tuple[str, str], target: tuple[str, str], properties: Mapping[str, Value] | None = None
) -> Edge:
    return Edge(kind, digest(kind, *source, *target), *source, *target, properties or {})


def _without_nulls(properties: Mapping[str, str | None]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if value is not None}
