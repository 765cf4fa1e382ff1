"""Institutions: bodies that no list holds, known by the last word of their name (आपदा प्रबंधन प्राधिकरण, प्रेस एसोसिएशन)."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.extract.bodies import GENITIVE
from graphload.extract.heads import heads
from graphload.extract.lines import Line, Phrase
from graphload.extract.unlisted import unlisted
from graphload.language.grammar import grammar

_LONGEST = 6
_TELLING = 2
"""How many ordinary words before the head make a name of it; of words that are no ordinary ones a single one does."""


def add_institutions(line: Line) -> None:
    """Adds the institutions of the line to its phrases; countries inside a name are no longer phrases of their own."""
    if unlisted().institutions.isdisjoint(line.forms):
        return
    found = list(_institutions(line))
    inside = {k for phrase in found for k in range(phrase.first, phrase.last)}
    line.phrases = [p for p in line.phrases if p.kind != "country" or p.first not in inside] + found


def _institutions(line: Line) -> Iterator[Phrase]:
    closed = {k for p in line.phrases for k in range(p.first, p.last) if p.kind != "country" or p.sub == "government"}
    country = {p.last: p for p in line.phrases if p.kind == "country" and p.sub in ("name", "demonym") and p.key}
    for head, form in enumerate(line.forms):
        if form not in unlisted().institutions or head in closed or not _acts(line, head + 1):
            continue
        first = _start(line, head, closed, country)
        if not _tells(line, first, head):
            continue
        owner = country.get(first - 1 if first and line.forms[first - 1] in GENITIVE and line.clear(first) else first)
        if owner is None:
            yield Phrase("organization", first, head + 1, sub=f"after {form}")
        elif line.clear(first):
            whole = owner.first and line.clear(owner.first) and line.forms[owner.first - 1] in unlisted().wholes
            yield Phrase(
                "organization", owner.first - bool(whole), head + 1, sub=f"after {form}", countries=(owner.key or "",)
            )


def _start(line: Line, head: int, closed: set[int], country: dict[int, Phrase]) -> int:
    """Back over the words of the name: not past a marker, a verb, a mark, or a country."""
    first = head
    while first > 0 and head - first < _LONGEST and line.clear(first) and first - 1 not in closed:
        if first in country or not (_may_name(line.forms[first - 1]) or _joins(line, first, head)):
            break
        first -= 1
    return first


def _joins(line: Line, first: int, head: int) -> bool:
    """Whether the word before `first` joins one name: चैंबर ऑफ कॉमर्स, or ordinary words as in खाद्य और औषधि प्राधिकरण."""
    joint = line.forms[first - 1]
    if first == head or first == 1 or joint not in unlisted().joints or not _may_name(line.forms[first - 2]):
        return False
    return joint not in grammar().conjunctions or grammar().common_words.issuperset(line.forms[first:head])


def _may_name(form: str) -> bool:
    """Whether the word may stand in the name of an institution."""
    words = grammar()
    ends = form in words.function_words or form in words.clause_openers or form in words.verbs or form[0].isdigit()
    return not ends and form not in unlisted().ends


def _tells(line: Line, first: int, head: int) -> bool:
    """Whether words `[first, head)` tell the institution from any other of its kind."""
    words = [form for form in line.forms[first:head] if form not in unlisted().joints]
    strange = [form for form in words if form not in grammar().common_words and not form.isascii()]
    return len(words) >= _TELLING or bool(strange)


def _acts(line: Line, position: int) -> bool:
    """Whether the marker at `position`, behind an acronym in brackets too, makes the institution act, or credits it."""
    if position < len(line.forms) and "(" in line.gaps[position]:
        position = next((k for k in range(position, len(line.gaps)) if ")" in line.gaps[k]), position)
    elif not line.clear(position):
        return False
    marker, length = grammar().case_at(line.forms, position)
    behind = line.forms[position + length] if position + length < len(line.forms) else ""
    return marker in unlisted().markers or (marker == "का" and behind in heads().reports)
