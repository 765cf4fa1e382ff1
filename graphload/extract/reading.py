"""Reading: one article in, its entities and claims out."""

from __future__ import annotations

from graphload.extract.analysis import analyse
from graphload.extract.claims import claims_of
from graphload.extract.judge import judge
from graphload.model import Article, Reading


def read(article: Article, *, min_confidence: float = 0.0) -> Reading:
    """What `article` claims with at least this confidence, and its evidence. Depends on the article alone."""
    entities, found = claims_of(analyse(article), judge())
    claims = tuple(claim for claim in found if claim.confidence >= min_confidence)
    used = {end for claim in claims for end in (claim.source, claim.target)}
    return Reading(article, tuple(entity for entity in entities if entity.id in used), claims)
