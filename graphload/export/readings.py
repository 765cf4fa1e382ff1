"""A reading as one JSON object: what `graphload read` prints, and what a scorer takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from graphload.model import ARTICLE, Article, Claim, Entity, Evidence, Reading

_ARTICLE: Final = ("id", "title", "published", "url", "outlet", "language", "byline", "text")
_RELATION: Final = ("status", "date", "date_text", "country", "of", "mode", "rule", "confidence")
_CODED: Final = {"Country": "iso3"}


def reading_line(reading: Reading, *, dropped: bool = False) -> str:
    """One line of JSON. Offsets count code points of title, line feed and text; `dropped` adds what was left out."""
    record = {
        "article": _article(reading.article, dropped),
        "entities": [_entity(entity) for entity in reading.entities],
        "relations": [_relation(claim) for claim in reading.claims],
    }
    return msgspec.json.encode(record).decode()


def _article(article: Article, dropped: bool) -> dict[str, Any]:
    left_out = {"dropped": [{"reason": each.reason, "text": each.text} for each in article.dropped]}
    return _fields(article, _ARTICLE) | (left_out if dropped else {})


def _entity(entity: Entity) -> dict[str, Any]:
    told = {
        _CODED.get(entity.label, "key"): entity.key,
        "office": entity.office,
        "country": entity.country,
        "kind": entity.kind,
    }
    return {
        **_fields(entity, ("id", "label", "name", "names", "named")),
        **{key: value for key, value in told.items() if value is not None},
    }


def _relation(claim: Claim) -> dict[str, Any]:
    """`source` is the article's own id where the claim is of the article itself."""
    return {
        "type": claim.type,
        "source": claim.article if claim.source == ARTICLE else claim.source,
        "target": claim.target,
        **_fields(claim, _RELATION),
        **({"correction": True} if claim.correction else {}),
        "evidence": [_evidence(each) for each in claim.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return _fields(evidence, ("start", "end", "quote"))


def _fields(record: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}
