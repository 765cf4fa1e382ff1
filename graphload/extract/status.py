"""Status: did it happen, is it planned, or is it denied? Tense, mood and negation behind the trigger tell."""

from __future__ import annotations

from graphload.extract.features import Features, clause_end, trigger_features
from graphload.extract.judge import Judge
from graphload.extract.lines import Atom, Line, Mood
from graphload.extract.mood import mood
from graphload.language.grammar import grammar
from graphload.language.moods import moods
from graphload.model import Status

_WINDOW, _AHEAD = 8, 3
PLANNED = "status.planned"
_STATUS: dict[Mood, Status] = {"denied": "denied", "awaited": "planned", "done": "happened"}


def status_features(line: Line, trigger: Atom, lemma: str) -> Features:
    """What speaks of tense, mood and negation: the words behind the trigger and the ends of the clause and the line."""
    kind, signs = grammar().verb_kind, moods()
    behind = line.forms[trigger.last : trigger.last + _WINDOW]
    ahead = line.forms[max(0, trigger.first - _AHEAD) : trigger.first]
    told = trigger_features(line, trigger, lemma)
    told += [f"behind={form}" for form in behind]
    told += [f"ahead={form}" for form in ahead]
    if any(signs.future(form) for form in behind):
        told.append("future behind")
    if any(signs.future(form) for form in line.forms):
        told.append("future in line")
    if any(kind(form) in ("do", "happen", "be") and not signs.future(form) for form in behind):
        told.append("past behind")
    if not signs.denials.isdisjoint(behind):
        told.append("negation behind")
    told += [f"clause={form}" for form in clause_end(line, trigger.last).split()]
    told += [f"line.end={' '.join(line.forms[-2:])}", f"line.last={line.forms[-1]}"]
    return Features(told)


def status_of(line: Line, trigger: Atom, lemma: str, judge: Judge) -> Status:
    """What the grammar says of the trigger's verb, else as the judge reads tense and mood."""
    said = mood(line, trigger)
    if said != "told":
        return _STATUS[said]
    features = status_features(line, trigger, lemma)
    return "planned" if judge.probability(PLANNED, (features,)) >= judge.thresholds[PLANNED].claim else "happened"
