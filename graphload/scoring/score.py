"""The score: precision, recall and F1 of relations, what of the found agrees further, and what confidence is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from graphload.model import ARTICLE, Claim, Reading
from graphload.relations import relations
from graphload.scoring.alignment import align, plain
from graphload.scoring.gold import GoldArticle, GoldRelation

_OVERLAP = 0.5
_SURE = (0.9, 0.8, 0.0)


@dataclass(slots=True)
class Score:
    """Counts of one relation type: annotated, claimed, found; and of the found, how many agree further."""

    gold: int = 0
    claimed: int = 0
    found: int = 0
    status: int = 0
    evidence: int = 0
    dated: int = 0
    date: int = 0

    @property
    def precision(self) -> float:
        """Share of the claims that are annotated."""
        return self.found / self.claimed if self.claimed else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated relations that are claimed."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Error:
    """A relation that was missed, or claimed wrongly."""

    kind: str
    article: str
    type: str
    source: str
    target: str
    quote: str


class Judged(NamedTuple):
    """One claim: which rule made it, with what confidence, and whether it is annotated."""

    rule: str
    confidence: float
    right: bool


@dataclass(slots=True)
class Table:
    """The scores by relation type, every claim with its verdict, and every error."""

    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in relations()})
    claims: list[Judged] = field(default_factory=list)
    errors: list[Error] = field(default_factory=list)

    @property
    def total(self) -> Score:
        """All relation types together."""
        return sum(self.scores.values(), Score())

    SURE_COLUMNS: ClassVar = ("confidence", "claimed", "right", "P")
    RULE_COLUMNS: ClassVar = ("rule", "claimed", "right", "P")
    COLUMNS: ClassVar = ("relation", "gold", "claimed", "found", "P", "R", "F1", "status", "date", "evidence")

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The scores as texts, by `COLUMNS`; status, date and evidence are shares of the found."""
        for name, counts in (*self.scores.items(), ("all", self.total)):
            shares = (counts.status, counts.found), (counts.date, counts.dated), (counts.evidence, counts.found)
            yield (
                name,
                *(str(count) for count in (counts.gold, counts.claimed, counts.found)),
                *(f"{value:.3f}" for value in (counts.precision, counts.recall, counts.f1)),
                *(_share(part, whole) for part, whole in shares),
            )

    def sure_rows(self) -> Iterator[tuple[str, ...]]:
        """By `SURE_COLUMNS`, how many of the claims of at least this confidence were right."""
        for least in _SURE:
            yield _row(f">= {least}", [each for each in self.claims if each.confidence >= least])

    def rule_rows(self) -> Iterator[tuple[str, ...]]:
        """By `RULE_COLUMNS`, how many claims of each rule were right."""
        for rule in sorted({each.rule for each in self.claims}):
            yield _row(rule, [each for each in self.claims if each.rule == rule])


def _row(name: str, claims: Sequence[Judged]) -> tuple[str, ...]:
    right = sum(each.right for each in claims)
    return name, str(len(claims)), str(right), _share(right, len(claims))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def score(gold: Iterable[GoldArticle], readings: Mapping[str, Reading]) -> Table:
    """Scores `readings`, by article id, against `gold`; an article without a reading has claimed nothing."""
    table = Table()
    for article in gold:
        _score_article(article, readings.get(article.id), table)
    return table


def _score_article(gold: GoldArticle, reading: Reading | None, table: Table) -> None:
    claims = list(reading.claims) if reading else []
    mapping = align(gold.entities, reading.entities) if reading else {}
    for claim in claims:
        table.scores[claim.type].claimed += 1
    names = {entity.id: entity.name or entity.id for entity in gold.entities}
    for relation in gold.relations:
        counts = table.scores[relation.type]
        counts.gold += 1
        ends = relations()[relation.type].ends(relation.source, relation.target)
        hits = [c for c in claims if c.type == relation.type and _mapped(c, mapping) == ends]
        if not hits:
            quote = relation.evidence
            table.errors.append(
                Error(
                    "missed",
                    gold.id,
                    relation.type,
                    names.get(relation.source, ""),
                    names.get(relation.target, ""),
                    quote,
                )
            )
            continue
        best = max(hits, key=lambda c: (c.date == relation.date, c.status == relation.status, _shown(c, relation)))
        claims.remove(best)
        table.claims.append(Judged(best.rule, best.confidence, right=True))
        _count(counts, best, relation)
    ours = {entity.id: entity.name for entity in reading.entities} if reading else {}
    for claim in claims:
        table.claims.append(Judged(claim.rule, claim.confidence, right=False))
        quote = claim.evidence[0].quote
        table.errors.append(
            Error("extra", gold.id, claim.type, ours.get(claim.source, ""), ours.get(claim.target, ""), quote)
        )


def _count(counts: Score, claim: Claim, relation: GoldRelation) -> None:
    counts.found += 1
    counts.status += claim.status == relation.status
    counts.evidence += _shown(claim, relation)
    counts.dated += relation.date is not None
    counts.date += relation.date is not None and claim.date == relation.date


def _mapped(claim: Claim, mapping: Mapping[str, str]) -> tuple[str, ...]:
    source, target = (end if end == ARTICLE else mapping.get(end, f"?{end}") for end in (claim.source, claim.target))
    return relations()[claim.type].ends(source, target)


def _shown(claim: Claim, relation: GoldRelation) -> bool:
    return any(overlaps(evidence.quote, relation.evidence) for evidence in claim.evidence)


def overlaps(quote: str, other: str) -> bool:
    """Whether one text holds the other, or they share half of the words of the shorter one."""
    a, b = plain(quote), plain(other)
    if not a or not b:
        return False
    words, others = set(a.split()), set(b.split())
    return a in b or b in a or len(words & others) >= _OVERLAP * min(len(words), len(others))
