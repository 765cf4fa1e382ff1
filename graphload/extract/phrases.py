"""Phrases that are known by their head word: agreements, and media that no list holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphload.extract.heads import heads
from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.grammar import grammar

_LONGEST_DESCRIPTION = 9
_LONGEST_MEDIUM = 4
_LEAST_WITH = 2
"""How many words stand at least before an agreement that is told with whom: X से."""


def agreements(line: Line) -> Iterator[Phrase]:
    """Every agreement that the line names or describes."""
    known, behind = heads().agreement_words, 0
    for position in [place for place, form in enumerate(line.forms) if form in known]:
        last = _head_end(line, position)
        if position < behind or last == position or _declares(line, last) or _yields(line, position):
            continue
        yield Phrase("agreement", _description_start(line, position), last)
        behind = last


def signed(line: Line, signs: Iterable[Atom]) -> Iterator[Phrase]:
    """Whatever stands before पर and a word of signing: what is signed is an agreement, whatever it is called."""
    for atom in signs:
        head = atom.first
        while head > 0 and line.forms[head - 1] in ("भी", "ही", "पर", "में"):
            head -= 1
        if head in range(1, atom.first) and line.forms[head] == "पर" and not _no_agreement(line.forms[head - 1]):
            yield Phrase("agreement", _description_start(line, head - 1), head, sub="signed")


def _declares(line: Line, last: int) -> bool:
    """Whether the head and its verb call something by a name: हमले को साजिश करार दिया."""
    behind = line.forms[last] if last < len(line.forms) else ""
    return line.forms[last - 1] in heads().declaring and grammar().verb_kind(behind) == "give"


def _yields(line: Line, position: int) -> bool:
    """Whether the head tells of giving way in a matter, and not of an agreement with a party: हितों से समझौता."""
    if position < _LEAST_WITH or line.forms[position - 1] != "से" or line.forms[position] not in heads().yielding:
        return False
    return not any(p.first < position - 1 <= p.last for p in line.phrases)


def _no_agreement(form: str) -> bool:
    """Whether the word names what one signs alone, or no thing at all."""
    return form in grammar().function_words or form in heads().signed_alone


def _head_end(line: Line, position: int) -> int:
    forms, known = line.forms, heads().agreements
    for length in (3, 2, 1):
        if position + length <= len(forms) and tuple(forms[position : position + length]) in known:
            return position + length
    return position


def _description_start(line: Line, head: int) -> int:
    """Back over the words that describe: not past a clause, another phrase's marker, or a date."""
    start = head
    words = grammar()
    taken = {k: p for p in line.phrases for k in range(p.first, p.last)}
    while start > 0 and head - start < _LONGEST_DESCRIPTION and _runs_on(line, start):
        form = line.forms[start - 1]
        phrase = taken.get(start - 1)
        if phrase is not None and (phrase.kind == "person" or phrase.form != "named" or phrase.case == "में"):
            break
        if form in words.function_words and form not in heads().inside:
            break
        if form in ("ने", "बीच") or form in words.clause_openers or form in heads().outside:
            break
        start -= 1
    while start < head and (line.forms[start] in heads().inside or line.forms[start] in words.function_words):
        start += 1
    return start


def _runs_on(line: Line, position: int) -> bool:
    """Whether the word belongs to the one before it: by a space, inside quotes, or as digits of one number."""
    gap = line.gaps[position]
    number = gap in (",", ".") and line.forms[position].isdecimal() and line.forms[position - 1].isdecimal()
    return number or not gap.strip("-'\"‘’“”")


def media(line: Line) -> Iterator[Phrase]:
    """Media and institutions known by the word beside their name: समाचार एजेंसी X, X टीवी."""
    if heads().media_before.isdisjoint(line.forms) and heads().media_after.isdisjoint(line.forms):
        return
    taken = {k for p in line.phrases for k in range(p.first, p.last) if p.kind != "country" or p.sub == "government"}
    for k, form in enumerate(line.forms):
        if k in taken:
            continue
        if form in heads().media_after:
            first = _name_before(line, k, taken)
            if not _generic(line, first, k):
                yield Phrase("source", first, k + 1, sub=f"after {form}")
                continue
        if form in heads().media_before:
            last = _name_after(line, k + 1, taken)
            if not _generic(line, k + 1, last):
                yield Phrase("source", k + 1, last, sub=f"before {form}")


def _generic(line: Line, first: int, last: int) -> bool:
    """Whether the words tell no medium from another: समाचार एजेंसी, एक टीवी चैनल."""
    kinds = heads().media_before | heads().media_after | heads().media_plain
    return all(form in kinds or form in grammar().common_words for form in line.forms[first:last])


def _name_before(line: Line, head: int, taken: set[int]) -> int:
    first = head
    while (
        first > 0
        and head - first < _LONGEST_MEDIUM
        and not line.gaps[first].strip("'\"‘’“”")
        and first - 1 not in taken
    ):
        form = line.forms[first - 1]
        if form in grammar().function_words or (form in grammar().common_words and first < head):
            break
        first -= 1
    return first


def _name_after(line: Line, start: int, taken: set[int]) -> int:
    last = start
    while last < len(line.forms) and last - start < _LONGEST_MEDIUM and last not in taken:
        if last > start and line.gaps[last].strip("'\"‘’“”"):
            break
        form = line.forms[last]
        if form in grammar().function_words or form in grammar().common_words:
            break
        last += 1
    return last
