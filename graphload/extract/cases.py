"""Case markers: which role each phrase may play, and which phrases share one by coordination.

Hindi marks roles behind the noun phrase (vibhakti), so word order is free: the marker, not the place,
tells the agent (ने), the companion (से, के साथ), the place (में) or the target (पर).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from graphload.extract.bodies import GENITIVE
from graphload.extract.clauses import is_finite
from graphload.extract.lines import Line, Phrase
from graphload.language.grammar import grammar

_BOTH = frozenset({"दोनों", "दोनो"})
_LONGEST = 12
_PLACE = "में"
_OPENING = frozenset("'\"‘’“”()")


def assign_cases(line: Line) -> None:
    """Sets `case`, `behind` and `group` of every phrase; those joined by और or a comma take the last one's case."""
    words = grammar()
    for phrase in line.phrases:
        if phrase.form == "pronoun" and phrase.case:
            phrase.behind = phrase.last
            if phrase.case == "का":
                _pronoun_tail(line, phrase)
            continue
        position = phrase.last
        while position < len(line.words) and line.forms[position] in words.particles and _open(line, position):
            position += 1
        marker, length = words.case_at(line.forms, position) if _open(line, position) else ("", 0)
        phrase.case, phrase.behind = marker, position + length
    _group(line)


def _pronoun_tail(line: Line, phrase: Phrase) -> None:
    """उनके साथ, उनकी ओर से: the pronoun holds the genitive, the rest of the marker follows."""
    marker, length = grammar().case_at(["के", *line.forms[phrase.last : phrase.last + 3]], 0)
    if length > 1:
        phrase.case, phrase.behind = marker, phrase.last + length - 1


def _open(line: Line, position: int) -> bool:
    """Whether only quotes or brackets stand before the word."""
    return position < len(line.words) and _OPENING.issuperset(line.gaps[position])


def _group(line: Line) -> None:
    people = [p for p in line.phrases if p.form != "zero"]
    number = 0
    for before, after in pairwise(people):
        if before.group < 0:
            before.group = number
            number += 1
        if _joined(line, before, after):
            after.group = before.group
    if people and people[-1].group < 0:
        people[-1].group = number
    _join_described(line, people)
    cases: dict[int, tuple[str, int]] = {}
    for phrase in reversed(people):
        phrase.case, phrase.behind = cases.setdefault(phrase.group, (phrase.case, phrase.behind))


def _join_described(line: Line, phrases: list[Phrase]) -> None:
    """Joins people whose names a description parts: A और राजग के संयोजक B."""
    people = [phrase for phrase in phrases if phrase.kind == "person"]
    for before, after in pairwise(people):
        if before.group != after.group and _described(line, before, after):
            joined = before.group
            for phrase in people:
                if phrase.group == joined:
                    phrase.group = after.group


def _described(line: Line, before: Phrase, after: Phrase) -> bool:
    """Whether a conjunction or a comma, and then only a description of the second, stands between the two."""
    start = before.last
    if before.case or "pronoun" in (before.form, after.form) or start >= after.first:
        return False
    if line.forms[start] in grammar().conjunctions:
        start += 1
    elif line.gaps[start] != ",":
        return False
    described = range(start, after.first)
    if not 0 < len(described) <= _LONGEST or any(line.gaps[start + 1 : after.first + 1]):
        return False
    return all(_describes(line, k) for k in described)


def _describes(line: Line, k: int) -> bool:
    """Whether word `k` may stand in the description of a name: no marker but the genitive, no verb that closes."""
    words, form = grammar(), line.forms[k]
    if form in words.conjunctions or form in words.clause_openers:
        return False
    if form in GENITIVE:
        return words.case_at(line.forms, k)[1] == 1
    if words.case_at(line.forms, k)[0]:
        return False
    # Of verbs only a participle describes: संभाल रहे, चुने हुए.
    return form not in words.verbs or "happen" in (words.verb_kind(form), words.verb_kind(line.forms[k + 1]))


def _joined(line: Line, before: Phrase, after: Phrase) -> bool:
    """Whether only a conjunction or a comma parts the two, and the first bears no marker of its own."""
    if before.case and before.form != "pronoun":
        return False
    if before.form == "pronoun" and before.case:
        return False
    if before.kind != after.kind and (after.case == _PLACE or _belongs(line, after)):
        return False
    between = range(before.last, after.first)
    if not between and after.first in line.glued:
        return True
    if len(between) > 1 or any(line.forms[k] not in grammar().conjunctions for k in between):
        return False
    gaps = [line.gaps[k] for k in (*between, after.first)]
    return all(gap in ("", ",") for gap in gaps) and (bool(between) or gaps[-1] == ",")


def _belongs(line: Line, phrase: Phrase) -> bool:
    """Whether a body without a marker only says whose office the next words tell: राजग संयोजक."""
    k = phrase.last
    return not phrase.case and line.clear(k) and not (line.forms[k] in grammar().conjunctions or is_finite(line, k))


def add_pronouns(line: Line) -> None:
    """Adds phrases for pronouns and for दोनों, which no list of names finds."""
    words, known = grammar(), _pronouns()
    if known.keys().isdisjoint(line.forms) and _BOTH.isdisjoint(line.forms):
        return
    covered = {k for p in line.phrases for k in range(p.first, p.last)}
    for k, form in enumerate(line.forms):
        if k in covered:
            continue
        case = known.get(form)
        if case is not None and case != "it":
            sub = "relative" if form in words.relatives else "speaker" if form in words.speakers else ""
            line.phrases.append(Phrase("person", k, k + 1, "pronoun", case=case, sub=sub))
        elif form in _BOTH:
            both = _both(line, k)
            if both is None:
                continue
            line.phrases = [p for p in line.phrases if not both.first <= p.first < both.last]
            line.phrases.append(both)
    for phrase in line.phrases:
        if (
            phrase.kind == "person"
            and phrase.form == "office"
            and phrase.plural
            and not phrase.countries
            and says_both(line, phrase.first)
        ):
            phrase.form = "pair"
    line.phrases.sort(key=lambda p: (p.first, -p.last))


@cache
def _pronouns() -> dict[str, str]:
    """The case of each pronoun, relative ones too."""
    return grammar().pronouns | grammar().relatives | grammar().speakers


def _both(line: Line, k: int) -> Phrase | None:
    """The pair that दोनों stands for, with its head; `None` where it counts things: दोनों सदन, सरकार और दल दोनों."""
    heads, last = grammar().pair_heads, k + 1
    while last < min(k + 4, len(line.forms)) and not line.gaps[last]:
        kind = heads.get(line.forms[last])
        if kind is not None:
            return Phrase("country" if kind == "country" else "person", k, last + 1, "pair")
        last += 1
    return None if _counts_things(line, k) else Phrase("person", k, k + 1, "pair")


def _counts_things(line: Line, k: int) -> bool:
    """Whether दोनों stands before a noun, or behind two that are no persons."""
    words = grammar()
    if line.clear(k + 1) and not _goes_on(line.forms[k + 1]):
        return True
    listed = k > 1 and line.clear(k) and line.forms[k - 2] in words.conjunctions
    return listed and not any(p.last == k and p.kind == "person" for p in line.phrases)


def _goes_on(form: str) -> bool:
    """Whether the word stands behind a noun phrase and is no noun."""
    words = grammar()
    return (form,) in words.cases or form in words.function_words | words.particles or bool(words.verb_kind(form))


def says_both(line: Line, first: int) -> bool:
    """Whether दोनों stands shortly before the word at `first`."""
    return not _BOTH.isdisjoint(line.forms[max(0, first - 3) : first])
