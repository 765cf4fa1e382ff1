"""Claims: what the judge accepts, told once for each happening, with every sentence that shows it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphload.extract.analysis import Analysis
from graphload.extract.candidates import Candidate
from graphload.extract.confidence import confidence
from graphload.extract.corrections import corrects, with_corrections
from graphload.extract.entities import Drafts
from graphload.extract.happenings import Happening, Statement, happenings, status_of_happening
from graphload.extract.judge import Judge
from graphload.extract.mood import mood
from graphload.extract.rulebook import rules
from graphload.extract.status import status_of
from graphload.extract.story import Story
from graphload.extract.when import dates_of, when
from graphload.extract.where import dateline, where
from graphload.extract.whereabouts import Whereabouts, from_afar
from graphload.model import ARTICLE, Claim, Entity, Evidence, Status
from graphload.relations import CREDIT, relations

_MOST_SENTENCES = 8


def claims_of(analysis: Analysis, judge: Judge) -> tuple[tuple[Entity, ...], tuple[Claim, ...]]:
    """The entities and claims of an analysed article."""
    drafts = Drafts(analysis)
    accepted = _best_readings(analysis.candidates, judge)
    story = Story(analysis.lines, analysis.document, analysis.article.published)
    statements = [_statement(analysis, drafts, judge, story, *pair) for pair in accepted]
    statements = [s for s in statements if s.source != s.target]
    groups = happenings(statements)
    whereabouts = Whereabouts(
        statements, lambda person: analysis.cast.members[person].country(), dateline(analysis.lines)
    )
    claims = [_claim(analysis, group, judge, whereabouts) for group in groups]
    finished = _with_events(claims, groups)
    if finished and corrects(analysis.article):
        finished = with_corrections(finished, analysis.lines)
    return drafts.entities(), tuple(finished)


def rule_of(candidate: Candidate) -> str:
    """The name of the rule that reads a candidate."""
    source = candidate.source.phrase.case if candidate.source is not None else ""
    return rules().name(candidate.relation, candidate.lemma, source, candidate.target.phrase.case)


def _best_readings(candidates: Iterable[Candidate], judge: Judge) -> list[tuple[Candidate, float]]:
    """Every candidate that the judge would claim; of several triggers for the same ends in one line, the likeliest."""
    best: dict[tuple[object, ...], tuple[Candidate, float]] = {}
    for candidate in candidates:
        probability = judge.probability(candidate.relation, candidate.groups)
        if probability < judge.thresholds[candidate.relation].claim:
            continue
        source, target = candidate.source, candidate.target
        key = (
            candidate.relation,
            candidate.line.number,
            source and (source.person, source.country, id(source.phrase)),
            (target.person, target.country, id(target.phrase)),
        )
        if key not in best or _plainer((candidate, probability), best[key]):
            best[key] = candidate, probability
    return list(best.values())


def _plainer(reading: tuple[Candidate, float], other: tuple[Candidate, float]) -> bool:
    """Whether one reading says more plainly than another what happened.

    A trigger in the target's own clause goes before one outside it, and then one that is done before one to come.
    """
    near = [_in_one_clause(candidate) for candidate, _ in (reading, other)]
    if near[0] != near[1]:
        return near[0]
    moods = [mood(candidate.line, candidate.trigger) for candidate, _ in (reading, other)]
    if set(moods) == {"done", "awaited"}:
        return moods[0] == "done"
    return reading[1] > other[1]


def _in_one_clause(candidate: Candidate) -> bool:
    return candidate.line.clause_at(candidate.trigger.first).holds(candidate.target.phrase.first)


def _statement(
    analysis: Analysis, drafts: Drafts, judge: Judge, story: Story, candidate: Candidate, probability: float
) -> Statement:
    line = candidate.line
    if candidate.source is None:
        credited = drafts.of(candidate.target, line, as_source=True)
        return Statement(candidate, ARTICLE, credited, probability, "happened")
    source, target = drafts.of(candidate.source, line), drafts.of(candidate.target, line)
    kind = relations()[candidate.relation]
    status: Status = "happened" if kind.lasting else status_of(line, candidate.trigger, candidate.lemma, judge)
    thing = candidate.target.phrase if kind.of_agreement else None
    dates = dates_of(line, analysis.document, analysis.article.published)
    who = candidate.source.phrase.first
    date, text = when(line, candidate.trigger, dates, status, story.clock(line), thing, who)
    country = candidate.target.country if kind.place == "target" else _place(candidate)
    done = mood(line, candidate.trigger) == "done"
    # What a party accuses another of goes on, and a pact is named long after: the story's day is not theirs.
    lasting = kind.lasting or not (kind.acts(candidate.lemma) or done)
    carried = story.carried(line, status) if text is None and not lasting else None
    return Statement(candidate, source, target, probability, status, done, date, text, country, carried)


def _place(candidate: Candidate) -> str | None:
    """The place that the line names, for a type whose place is told; who speaks from afar is at none."""
    if relations()[candidate.relation].place != "told" or from_afar(candidate.line):
        return None
    return where(candidate.line, candidate.trigger)


def _claim(analysis: Analysis, group: Happening, judge: Judge, whereabouts: Whereabouts) -> Claim:
    status = status_of_happening(group)
    best = max(group, key=lambda s: (s.status == status, s.probability, -s.candidate.line.number))
    dated = max(group, key=lambda s: (len(s.date or ""), s.probability))
    day = dated.date or next(
        (s.carried for s in sorted(group, key=lambda s: s.candidate.line.number) if s.carried), None
    )
    evidence = tuple(
        _evidence(analysis, statement) for statement in sorted(group, key=lambda s: s.candidate.line.number)
    )
    evidence = tuple(dict.fromkeys((_evidence(analysis, best), *evidence)))[:_MOST_SENTENCES]
    relation = best.candidate.relation
    rule = rule_of(best.candidate)
    return Claim(
        id="",
        article=analysis.article.id,
        type=relation,
        source=best.ends[0],
        target=best.ends[1],
        event="",
        status=status,
        rule=rule,
        evidence=evidence,
        date=day,
        date_text=dated.date_text or best.date_text,
        country=_country(best, group, status, day, whereabouts),
        confidence=confidence(relation, best.probability),
    )


def _country(
    best: Statement, group: Happening, status: Status, day: str | None, whereabouts: Whereabouts
) -> str | None:
    """Where the happening took place: as told, else where those who met or signed were."""
    told = next((s.country for s in (best, *group) if s.country), None)
    return told or (whereabouts.place(group, status, day) if best.kind.place == "told" else None)


def _evidence(analysis: Analysis, statement: Statement) -> Evidence:
    line = statement.candidate.line
    return Evidence(analysis.article.id, line.start, line.end, analysis.document[line.start : line.end])


def _with_events(claims: Sequence[Claim], groups: Sequence[Sequence[Statement]]) -> list[Claim]:
    """Gives each claim its id and the event that it shares with claims read off the same trigger."""
    owner: dict[object, str] = {}
    finished: list[Claim] = []
    for claim, group in zip(claims, groups, strict=True):
        marks = [(claim.type, claim.status, *_happening(claim, statement)) for statement in group]
        event = next((owner[mark] for mark in marks if mark in owner), f"e{len(finished) + 1}")
        for mark in marks:
            owner.setdefault(mark, event)
        first = claim.evidence[0]
        key = "\x1f".join(
            (
                claim.article,
                claim.type,
                claim.source,
                claim.target,
                claim.status,
                str(first.start),
                str(first.end),
                claim.date or "",
            )
        )
        digest = hashlib.blake2b(key.encode(), digest_size=8).hexdigest()
        finished.append(replace(claim, id=f"k-{digest}", event=event))
    return finished


def _happening(claim: Claim, statement: Statement) -> tuple[object, ...]:
    """What claims of one event share: visitor and country, the agreement, or the trigger of a meeting."""
    if claim.type == CREDIT or statement.kind.of_agreement:
        return (claim.target,)
    if statement.kind.place == "target":
        return claim.source, claim.target, claim.date
    candidate = statement.candidate
    phrases = [end.phrase for end in (candidate.source, candidate.target) if end is not None]
    # Whom a trigger binds in one breath (A ने B और C से) stands in two groups; another group is another meeting.
    groups = frozenset(phrase.group if phrase.group >= 0 else -2 - phrase.first for phrase in phrases)
    return candidate.line.number, candidate.trigger.first, groups, claim.date
