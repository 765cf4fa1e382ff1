"""Seeing why: sentence by sentence, what was mentioned, which frames were tried, what fired and what did not.

The tool with which triggers, words and features are written: it shows each candidate with the judge's
probability, the threshold it had to reach, and the features that weighed most.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader

from graphload.extract.analysis import Analysis, analyse
from graphload.extract.candidates import Candidate, End
from graphload.extract.claims import rule_of
from graphload.extract.judge import Judge, judge
from graphload.extract.lines import Line, Phrase
from graphload.lexicon.load import lexicon
from graphload.model import Article

_FAINT = 0.02
_REASONS = 6


@dataclass(frozen=True, slots=True)
class MentionNote:
    """A phrase of the line: `[start, end)` in the document, its kind and form, its case marker, and whom it means."""

    start: int
    end: int
    surface: str
    kind: str
    form: str
    case: str
    means: str


@dataclass(frozen=True, slots=True)
class CandidateNote:
    """A relation that was considered. It `fired` where the judge's probability reached the threshold.

    `reasons` are the heaviest features with their weights: what spoke for it, or vetoed it.
    """

    relation: str
    source: str
    target: str
    trigger: str
    rule: str
    probability: float
    threshold: float
    fired: bool
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class LineNote:
    """One sentence: its place and text, its mentions, and its candidates, likeliest first."""

    start: int
    end: int
    text: str
    mentions: tuple[MentionNote, ...]
    candidates: tuple[CandidateNote, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that was seen in one article."""

    article: Article
    lines: tuple[LineNote, ...]


def page(explanations: Iterable[Explanation]) -> str:
    """Explanations as one HTML page that needs nothing else: the text marked up, what was tried under each sentence."""
    environment = Environment(
        loader=PackageLoader("graphload", "data/extract"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("explain.html.j2").render(explanations=explanations, pieces=pieces)


def explain(article: Article) -> Explanation:
    """Why `article` reads as it does."""
    analysis, judged = analyse(article), judge()
    by_line: dict[int, list[CandidateNote]] = {}
    for candidate in analysis.candidates:
        note = _candidate(analysis, candidate, judged)
        if note.probability >= _FAINT:
            by_line.setdefault(candidate.line.number, []).append(note)
    lines = tuple(_line(analysis, line, by_line.get(line.number, [])) for line in analysis.lines)
    return Explanation(article, lines)


def pieces(line: LineNote) -> list[tuple[str, MentionNote | None]]:
    """The text of a line cut at its mentions, for marking it up; a mention inside another is left out."""
    cut: list[tuple[str, MentionNote | None]] = []
    place = line.start
    for mention in line.mentions:
        if mention.start < place:
            continue
        cut.append((line.text[place - line.start : mention.start - line.start], None))
        cut.append((mention.surface, mention))
        place = mention.end
    cut.append((line.text[place - line.start :], None))
    return [piece for piece in cut if piece[0]]


def _line(analysis: Analysis, line: Line, candidates: list[CandidateNote]) -> LineNote:
    mentions = tuple(_mention(analysis, line, phrase) for phrase in line.phrases if phrase.first >= 0)
    ranked = sorted(candidates, key=lambda note: (-note.probability, note.relation, note.source, note.target))
    likeliest = {(note.relation, note.source, note.target): note for note in reversed(ranked)}
    ranked = [note for note in ranked if likeliest[note.relation, note.source, note.target] is note]
    return LineNote(line.start, line.end, analysis.document[line.start : line.end], mentions, tuple(ranked))


def _mention(analysis: Analysis, line: Line, phrase: Phrase) -> MentionNote:
    start, end = line.words[phrase.first].start, line.words[phrase.last - 1].end
    surface = analysis.document[start:end]
    return MentionNote(start, end, surface, phrase.kind, phrase.form, phrase.case, _meaning(analysis, phrase))


def _meaning(analysis: Analysis, phrase: Phrase) -> str:
    if phrase.kind == "person":
        return ", ".join(_person(analysis, ref) for ref in phrase.refs)
    if phrase.form == "pair":
        return ", ".join(_country(code) for code in phrase.countries)
    return _country(phrase.key) if phrase.kind == "country" else phrase.key or ""


def _person(analysis: Analysis, index: int) -> str:
    member = analysis.cast.members[index]
    if member.words:
        return " ".join(member.words)
    office, country = min(member.posts, key=str)
    return f"{office} of {_country(country)}" if country else office


def _country(code: str | None) -> str:
    known = lexicon().countries.get(code or "")
    return known.name if known else code or ""


def _end(analysis: Analysis, line: Line, end: End | None) -> str:
    if end is None:
        return "article"
    if end.person is not None:
        return _person(analysis, end.person)
    if end.country is not None:
        return _country(end.country)
    return line.surface(end.phrase.first, end.phrase.last, analysis.document)


def _candidate(analysis: Analysis, candidate: Candidate, judged: Judge) -> CandidateNote:
    line, trigger = candidate.line, candidate.trigger
    probability = judged.probability(candidate.relation, candidate.groups)
    threshold = judged.thresholds[candidate.relation].claim
    return CandidateNote(
        relation=candidate.relation,
        source=_end(analysis, line, candidate.source),
        target=_end(analysis, line, candidate.target),
        trigger=line.surface(trigger.first, trigger.last, analysis.document),
        rule=rule_of(candidate),
        probability=probability,
        threshold=threshold,
        fired=probability >= threshold,
        reasons=tuple(judged.reasons(candidate.relation, candidate.features, _REASONS)),
    )
