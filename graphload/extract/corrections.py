"""Corrections: articles that say at their head that an earlier report had it wrong (संशोधन: …)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import msgspec
import regex

from graphload.data import load_yaml
from graphload.extract.lines import Line
from graphload.lexicon.script import fold
from graphload.model import Article, Claim

_LEAD = 3
"""Sentences of the text that tell, with the title, what is corrected; others may tell of what was before."""
_LONGEST = 100
"""How many letters of a line may tell that it is a correction."""
_DASH = regex.compile(r"[-–—]\s")


class Corrections(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `data/extract/corrections.yaml`."""

    heads: tuple[str, ...]


@cache
def _head() -> regex.Pattern[str]:
    words = load_yaml("extract/corrections.yaml", Corrections).heads
    heads = "|".join(r"\s+".join(map(regex.escape, fold(head).split())) for head in words)
    return regex.compile(rf"\s*(?:[\[(]\s*(?:{heads})\s*[\])]|(?:{heads})\s*(?:[:|।.…]|$))")


def corrects(article: Article) -> bool:
    """Whether the title or the text of `article` begins with the word for a correction."""
    return any(_head().match(_folded(part)) for part in (article.title, article.text))


def _folded(part: str) -> str:
    """The beginning of the first line, folded; a dash before a space, which folding would leave out, is a colon."""
    line = next(iter(part.lstrip()[:_LONGEST].splitlines()), "")
    return fold(_DASH.sub(": ", line))


def with_corrections(claims: Sequence[Claim], lines: Sequence[Line]) -> list[Claim]:
    """The claims of a correcting article: what its head tells is marked, and what else it says of the same."""
    lead = lines[: sum(line.title for line in lines) + _LEAD]
    end = lead[-1].end if lead else 0
    told = {_of(claim) for claim in claims if any(evidence.start < end for evidence in claim.evidence)}
    return [replace(claim, correction=True) if _of(claim) in told else claim for claim in claims]


def _of(claim: Claim) -> tuple[str, frozenset[str], str | None]:
    return claim.type, frozenset((claim.source, claim.target)), claim.date
