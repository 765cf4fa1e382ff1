"""Status: did it happen, is it planned, or is it denied? Tense, mood and negation behind the trigger tell."""

from __future__ import annotations

from graphload.extract.features import Features, clause_end, trigger_features
from graphload.extract.judge import Judge
from graphload.extract.lines import Atom, Line
from graphload.language.grammar import grammar
from graphload.model import Status

_FUTURE = ("ेंगे", "ेंगी", "ेगा", "ेगी", "ूंगा", "ूंगी", "एंगे", "एगा", "एगी", "एंगी")
_WINDOW, _AHEAD = 8, 3
PLANNED = "status.planned"
_REACH = 4


def status_features(line: Line, trigger: Atom, lemma: str) -> Features:
    """What speaks of tense, mood and negation: the words behind the trigger and the ends of the clause and the line."""
    verbs, denials = grammar().verbs, grammar().denials
    behind = line.forms[trigger.last : trigger.last + _WINDOW]
    ahead = line.forms[max(0, trigger.first - _AHEAD) : trigger.first]
    told = trigger_features(line, trigger, lemma)
    told += [f"behind={form}" for form in behind]
    told += [f"ahead={form}" for form in ahead]
    if any(form.endswith(_FUTURE) for form in behind):
        told.append("future behind")
    if any(form.endswith(_FUTURE) for form in line.forms):
        told.append("future in line")
    if any(verbs.get(form) in ("do", "happen", "be") and not form.endswith(_FUTURE) for form in behind):
        told.append("past behind")
    if not denials.isdisjoint(behind):
        told.append("negation behind")
    told += [f"clause={form}" for form in clause_end(line, trigger.last).split()]
    told += [f"line.end={' '.join(line.forms[-2:])}", f"line.last={line.forms[-1]}"]
    return Features(told)


def status_of(line: Line, trigger: Atom, judge: Judge, features: Features) -> Status:
    """The likeliest status: denied where a negation follows in the clause, else as the judge reads tense and mood."""
    if _denied(line, trigger):
        return "denied"
    return "planned" if judge.probability(PLANNED, (features,)) >= judge.thresholds[PLANNED].claim else "happened"


def _denied(line: Line, trigger: Atom) -> bool:
    words = grammar()
    for position in range(trigger.last, min(len(line.forms), trigger.last + _REACH)):
        if line.forms[position] in words.clause_openers or "," in line.gaps[position]:
            return False
        if line.forms[position] in words.denials:
            return True
    return False
