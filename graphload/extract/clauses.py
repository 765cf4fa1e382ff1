"""Clauses of a line: which words belong to one verb, so that markers are read within it and not across.

A clause begins at a word that opens one (कि, जिसने, लेकिन), and behind a verb that a comma or a conjunction follows.
Lists of names stand before their verb, so their commas part nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphload.language.grammar import grammar

if TYPE_CHECKING:
    from graphload.extract.lines import Line

_PAUSES = frozenset(",;:।–—")
_AUXILIARIES = ("be", "give", "go", "happen")
_INFINITIVE = "ने"
_OBLIQUE = ("ने", "ाए", "िए", "ारे", "ाये", "ाया")
_FUTURE = ("ेंगे", "ेंगी", "ेगा", "ेगी", "एंगे", "एंगी", "एगा", "एगी", "ायेंगे", "ाएंगे")


class Clause(NamedTuple):
    """The words `[first, last)` of one clause, and the word that opens it, or an empty text."""

    first: int
    last: int
    opener: str = ""

    def holds(self, position: int) -> bool:
        """Whether word `position` is in the clause."""
        return self.first <= position < self.last


def clauses_of(line: Line) -> tuple[Clause, ...]:
    """The clauses of a line, in order; together they are the whole line."""
    words = grammar()
    starts: list[tuple[int, str]] = [(0, "")]
    verb = False
    telling = _telling()
    for k in [k for k, form in enumerate(line.forms) if form in telling or line.gaps[k] or form.endswith(_FUTURE)]:
        form = line.forms[k]
        if k > starts[-1][0]:
            if opens_clause(line, k):
                starts.append((k, form))
                verb = False
            elif verb and _parts(line, k):
                starts.append((k, ""))
                verb = False
        if not verb and (form in words.verbs or form.endswith(_FUTURE)):
            verb = is_finite(line, k) or (words.aspect(form) == "conjunctive" and _pause(line, k + 1))
    ends = [first for first, _ in starts[1:]] + [len(line.forms)]
    return tuple(Clause(first, last, opener) for (first, opener), last in zip(starts, ends, strict=True))


@cache
def _telling() -> frozenset[str]:
    """Words at which a clause may begin or end, beside those behind a mark and verbs in the future."""
    return grammar().clause_openers | grammar().conjunctions | grammar().verbs.keys()


def opens_clause(line: Line, k: int) -> bool:
    """Whether word `k` opens a clause, and is no part of a marker, of a noun phrase, or of a name (जो बाइडेन)."""
    words, form = grammar(), line.forms[k]
    named = any(p.first <= k < p.last and p.form != "pronoun" for p in line.phrases)
    if form not in words.clause_openers or _in_marker(line, k) or named:
        return False
    return form not in words.pausing_openers or not k or _pause(line, k) or line.forms[k - 1] in words.conjunctions


def _parts(line: Line, k: int) -> bool:
    """Whether the words before `k`, which have their verb, end there."""
    return _pause(line, k) or (line.forms[k] in grammar().conjunctions and is_finite(line, k - 1))


def _pause(line: Line, k: int) -> bool:
    return not _PAUSES.isdisjoint(line.gaps[k])


def _in_marker(line: Line, k: int) -> bool:
    """Whether the word is part of a case marker: के साथ."""
    return grammar().case_at(line.forms, k - 1)[1] > 1


def is_finite(line: Line, k: int) -> bool:
    """Whether word `k` is a verb that ends a clause, and no participle before a noun (के साथ हुई बैठक)."""
    words, form = grammar(), line.forms[k]
    if form.endswith(_FUTURE):
        return True
    verb = words.verbs.get(form)
    if verb is None or not verb.closes:
        return False
    if verb.kind == "be":
        return True
    if form == "की":
        before = line.forms[k - 1] if k else ""
        return words.cases.get((before,)) in ("ने", "से", "को") or _closes(line, k + 1)
    return line.title or _closes(line, k + 1)


def _closes(line: Line, k: int) -> bool:
    """Whether a clause may end before word `k`."""
    words = grammar()
    if k >= len(line.forms) or line.gaps[k].strip("'\"‘’“”"):
        return True
    form = line.forms[k]
    return form in words.clause_openers or form in words.conjunctions or words.verb_kind(form) in _AUXILIARIES


def is_auxiliary(line: Line, k: int) -> bool:
    """Whether word `k`, a verb of motion, stands behind another verb, whose sense it only shades.

    Behind an infinitive who has gone did go (भाग लेने गए), and only who is going may not (मिलने जा रहे).
    """
    if not k or line.gaps[k]:
        return False
    words, before = grammar(), line.forms[k - 1]
    if before.endswith(_INFINITIVE) and words.aspect(line.forms[k]) == "perfective":
        return False
    return before != "हो" and (before in words.verbs or before.endswith(_OBLIQUE))
