"""Readable features: what a linguist would point at to say that a relation holds, or not.

A feature is a short text such as `cases=ने|से|xyT` (an agent in ने, a companion in से, both before the
trigger). The judge weighs them; explain prints them. Nothing here knows a name or a topic.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from graphload.extract.lines import Atom, Line
from graphload.language.grammar import grammar

_EDGES = (1, 2, 4, 7, 12, 20)
_BANDS = (*map(str, _EDGES), "far")
_END = "."
BIAS = "bias"
MARKS = ("x", "y", "a")


class Weights:
    """What each feature weighs in one model; those that speak of one end of a relation stand under its mark."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.bias = weights.get(BIAS, 0.0)
        self._marked: dict[str, dict[str, float]] = {mark: {} for mark in MARKS}
        for name, weight in weights.items():
            mark, dot, text = name.partition(".")
            if dot and mark in MARKS:
                self._marked[mark][text] = weight
        self._marked[""] = dict(weights)

    def of(self, mark: str) -> Mapping[str, float]:
        """The weights of features with this mark, by what stands behind it."""
        return self._marked[mark]


class Features:
    """Features that are told together, and the sum of their weights, worked out once for each model.

    A `mark` stands before all of them, where they speak of one end: x, y, or a for an agreement.
    """

    __slots__ = ("_sum", "_weights", "mark", "texts")

    def __init__(self, texts: Sequence[str], mark: str = "") -> None:
        self.texts, self.mark = texts, mark
        self._weights: Weights | None = None
        self._sum = 0.0

    def names(self) -> Sequence[str]:
        """The features in full."""
        return [f"{self.mark}.{text}" for text in self.texts] if self.mark else self.texts

    def weight(self, weights: Weights) -> float:
        """What the features weigh together."""
        if self._weights is not weights:
            self._weights = weights
            self._sum = sum(filter(None, map(weights.of(self.mark).get, self.texts)))
        return self._sum


def bucket(distance: int) -> str:
    """A distance in words as one of seven bands."""
    return _BANDS[bisect_left(_EDGES, distance)]


def word_at(line: Line, position: int) -> str:
    """The folded word at `position`; a full stop where the line, or its clause, has ended before it."""
    if not 0 <= position < len(line.forms):
        return _END
    return line.forms[position]


def trigger_features(line: Line, trigger: Atom, lemma: str) -> list[str]:
    """The trigger, the words beside it, how its clause ends, and where it stands."""
    last = trigger.last
    first_after, second_after = word_at(line, last), word_at(line, last + 1)
    kind, end = word_class(line, last), clause_end(line, last)
    told = [
        f"t={lemma}",
        f"t.form={' '.join(line.forms[trigger.first : last])}",
        f"tail={first_after}",
        f"tail.class={kind} {word_class(line, last + 1)}",
        f"t+tail.class={lemma} {kind}",
        f"tail2={first_after} {second_after}",
        f"t+tail={lemma} {first_after}",
        f"tail3={second_after} {word_at(line, last + 2)}",
        f"before={word_at(line, trigger.first - 1)}",
        f"end={end}",
        f"t+end={lemma} {end}",
    ]
    if line.title:
        told.append("title")
    if line.number <= 1:
        told.append("lead")
    if bisect_left(line.quotes, trigger.first + 1) % 2:
        told.append("quoted")
    return told


def word_class(line: Line, position: int) -> str:
    """What kind of word follows: a light verb by its kind, a case marker, punctuation, or some other word."""
    if not 0 <= position < len(line.forms):
        return "end"
    if line.gaps[position] and line.gaps[position].strip("'\"‘’“”"):
        return "pause"
    words = grammar()
    form = line.forms[position]
    case, _ = words.case_at(line.forms, position)
    verb = words.verb_kind(form)
    if case and not (verb == "do" and position + 1 == len(line.forms)):
        return f"case:{case}" if case != "का" else _genitive(line, position)
    if verb:
        return f"verb:{verb}"
    return "kin" if form in words.kin else "conj" if form in words.conjunctions else "word"


def _genitive(line: Line, position: int) -> str:
    """The genitive की is also the verb "did": it is the verb before an auxiliary, a mark, or the end."""
    after = position + 1
    if line.forms[position] == "की" and (
        after >= len(line.forms) or line.gaps[after].strip("'\"") or grammar().verb_kind(line.forms[after]) == "be"
    ):
        return "verb:do"
    return "case:का"


def clause_end(line: Line, position: int) -> str:
    """The last two words of the clause that holds `position`, as a rough sign of tense and mood."""
    opener = next((k for k in line.openers if k >= position), len(line.forms))
    comma = next((k for k in line.commas if k > position), len(line.forms))
    stop = min(opener, comma, len(line.forms))
    return " ".join(line.forms[max(position, stop - 2) : stop]) or _END
