"""Seeing why: sentence by sentence, what was mentioned, which rules were tried, what fired and what did not.

The tool with which triggers, rules, words and features are written: it shows each candidate with the judge's
probability, the threshold it had to reach, and the features that weighed most for it and against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from jinja2 import Environment, PackageLoader

from graphload.extract.analysis import Analysis, analyse
from graphload.extract.candidates import Candidate, End
from graphload.extract.claims import claims_of, rule_of
from graphload.extract.judge import Judge, judge
from graphload.extract.lines import Line
from graphload.extract.marking import country_name, marks_of, person_name
from graphload.extract.notes import CandidateNote, ClaimNote, Explanation, LineNote
from graphload.extract.rulebook import rules
from graphload.model import ARTICLE, Article
from graphload.relations import relations

_FAINT = 0.02
_REASONS = 5


def page(explanations: Iterable[Explanation]) -> str:
    """Explanations as one HTML page that needs nothing else: the text marked up, what was tried under each sentence."""
    environment = Environment(
        loader=PackageLoader("graphload", "data/extract"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("explain.html.j2").render(explanations=explanations)


def explain(article: Article) -> Explanation:
    """Why `article` reads as it does."""
    analysis, judged = analyse(article), judge()
    tried: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in analysis.candidates:
        tried[candidate.line.number].append(candidate)
    lines = tuple(_line(analysis, line, tried[line.number], judged) for line in analysis.lines)
    return Explanation(article, lines, _claims(analysis, judged))


def _line(analysis: Analysis, line: Line, tried: Sequence[Candidate], judged: Judge) -> LineNote:
    agreements = {id(c.target.phrase): c.target.phrase for c in tried if c.target.phrase.kind == "agreement"}
    likeliest: dict[tuple[str, ...], CandidateNote] = {}
    for note in sorted((_candidate(analysis, candidate, judged) for candidate in tried), key=_rank):
        ends = relations()[note.relation].ends(note.source, note.target)
        likeliest.setdefault((note.relation, *ends), note)
    shown = tuple(note for note in likeliest.values() if note.probability >= _FAINT)
    text = analysis.document[line.start : line.end]
    marks = marks_of(analysis, line, agreements.values())
    return LineNote(line.start, line.end, text, marks, shown, len(likeliest) - len(shown))


def _rank(note: CandidateNote) -> tuple[float, str, str, str]:
    return -note.probability, note.relation, note.source, note.target


def _candidate(analysis: Analysis, candidate: Candidate, judged: Judge) -> CandidateNote:
    line, trigger = candidate.line, candidate.trigger
    probability = judged.probability(candidate.relation, candidate.groups)
    threshold, rule = judged.thresholds[candidate.relation].claim, rule_of(candidate)
    features = candidate.features
    reasons = judged.reasons(candidate.relation, features, len(features))
    return CandidateNote(
        relation=candidate.relation,
        source=_end(analysis, line, candidate.source),
        target=_end(analysis, line, candidate.target),
        trigger=line.surface(trigger.first, trigger.last, analysis.document),
        rule=rule,
        record=rules().record(rule),
        probability=probability,
        threshold=threshold,
        fired=probability >= threshold,
        speaks_for=tuple(reason for reason in reasons if reason[1] > 0)[:_REASONS],
        speaks_against=tuple(reason for reason in reasons if reason[1] < 0)[:_REASONS],
    )


def _end(analysis: Analysis, line: Line, end: End | None) -> str:
    if end is None:
        return ARTICLE
    if end.person is not None:
        return person_name(analysis, end.person)
    if end.country is not None:
        return country_name(end.country)
    return line.surface(end.phrase.first, end.phrase.last, analysis.document)


def _claims(analysis: Analysis, judged: Judge) -> tuple[ClaimNote, ...]:
    entities, claims = claims_of(analysis, judged)
    names = {entity.id: entity.name for entity in entities} | {ARTICLE: ARTICLE}
    return tuple(
        ClaimNote(
            relation=claim.type,
            source=names[claim.source],
            target=names[claim.target],
            status=claim.status,
            date=claim.date,
            date_text=claim.date_text,
            country=claim.country,
            rule=claim.rule,
            record=rules().record(claim.rule),
            confidence=claim.confidence,
            sentences=len(claim.evidence),
        )
        for claim in claims
    )
