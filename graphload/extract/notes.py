"""What an explanation says: marks in the text of each line, the relations that were tried, and the claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from graphload.extract.rules import Record
from graphload.model import Article

MarkKind = Literal["person", "country", "organization", "ministry", "source", "agreement", "marker", "trigger", "date"]
Reason = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """`[start, end)` of the document, and what it was taken for: a mention, a case marker, a trigger or a date.

    `means` is whom a mention means (nothing where that is nobody), the role that a marker gives, the relations and
    lemmas that a trigger opens, or the date. `form` and `case` are of mentions: named, office, pronoun, pair; ने, से …
    """

    start: int
    end: int
    surface: str
    kind: MarkKind
    means: str
    form: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class CandidateNote:
    """A relation that was considered. It `fired` where the judge's probability reached the threshold.

    `speaks_for` and `speaks_against` are the features that weighed most on either side, heaviest first. `record` is
    how often claims of the rule were right on gold.
    """

    relation: str
    source: str
    target: str
    trigger: str
    rule: str
    record: Record
    probability: float
    threshold: float
    fired: bool
    speaks_for: tuple[Reason, ...]
    speaks_against: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """What the article claims in the end, as `read` gives it, with the names of both ends."""

    relation: str
    source: str
    target: str
    status: str
    date: str | None
    date_text: str | None
    country: str | None
    rule: str
    record: Record
    confidence: float
    sentences: int


@dataclass(frozen=True, slots=True)
class LineNote:
    """One sentence: its place and text, its marks in order, and what was tried, likeliest first.

    `faint` counts the candidates that were too unlikely to be shown.
    """

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    candidates: tuple[CandidateNote, ...]
    faint: int

    @property
    def mentions(self) -> tuple[Mark, ...]:
        """The marks that may name somebody or something."""
        return tuple(mark for mark in self.marks if mark.form)

    def pieces(self) -> Iterator[tuple[str, Mark | None]]:
        """The text cut at its marks, for marking it up; a mark inside another is left out."""
        place = self.start
        for mark in self.marks:
            if mark.start < place:
                continue
            if mark.start > place:
                yield self.text[place - self.start : mark.start - self.start], None
            yield mark.surface, mark
            place = mark.end
        if place < self.end:
            yield self.text[place - self.start :], None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that was seen in one article, and what it claims."""

    article: Article
    lines: tuple[LineNote, ...]
    claims: tuple[ClaimNote, ...]

    def by_rule(self, name: str) -> Explanation:
        """Only the sentences in which the rule was tried, what it tried there, and the claims that it made."""
        kept = (replace(line, candidates=tuple(c for c in line.candidates if c.rule == name)) for line in self.lines)
        claims = tuple(claim for claim in self.claims if claim.rule == name)
        return replace(self, lines=tuple(line for line in kept if line.candidates), claims=claims)
