"""Status: did it happen, is it planned, or is it denied? Tense, mood and negation behind the trigger tell."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.extract.features import clause_end, trigger_features
from graphload.extract.judge import Judge
from graphload.extract.lines import Atom, Line
from graphload.language.grammar import grammar
from graphload.model import Status

_FUTURE = ("ेंगे", "ेंगी", "ेगा", "ेगी", "ूंगा", "ूंगी", "एंगे", "एगा", "एगी", "एंगी")
_WINDOW = 8
PLANNED = "status.planned"
_REACH = 4


def status_features(line: Line, trigger: Atom, lemma: str) -> Iterator[str]:
    """What speaks of tense, mood and negation: the words behind the trigger and the ends of the clause and the line."""
    yield from trigger_features(line, trigger, lemma)
    stop = min(len(line.forms), trigger.last + _WINDOW)
    behind = line.forms[trigger.last : stop]
    for form in behind:
        yield f"behind={form}"
    for form in line.forms[max(0, trigger.first - 3) : trigger.first]:
        yield f"ahead={form}"
    if any(form.endswith(_FUTURE) for form in behind):
        yield "future behind"
    if any(form.endswith(_FUTURE) for form in line.forms):
        yield "future in line"
    if any(grammar().verbs.get(form) in ("do", "happen", "be") and not form.endswith(_FUTURE) for form in behind):
        yield "past behind"
    if any(form in grammar().denials for form in behind):
        yield "negation behind"
    for form in clause_end(line, trigger.last).split():
        yield f"clause={form}"
    yield f"line.end={' '.join(line.forms[-2:])}"
    yield f"line.last={line.forms[-1]}"


def status_of(line: Line, trigger: Atom, judge: Judge, features: tuple[str, ...]) -> Status:
    """The likeliest status: denied where a negation follows in the clause, else as the judge reads tense and mood."""
    if _denied(line, trigger):
        return "denied"
    return "planned" if judge.probability(PLANNED, features) >= judge.thresholds[PLANNED].claim else "happened"


def _denied(line: Line, trigger: Atom) -> bool:
    words = grammar()
    for position in range(trigger.last, min(len(line.forms), trigger.last + _REACH)):
        if line.forms[position] in words.clause_openers or "," in line.gaps[position]:
            return False
        if line.forms[position] in words.denials:
            return True
    return False
