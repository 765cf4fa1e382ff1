"""Phrases that are known by their head word: agreements, and media that no list holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphload.extract.heads import heads
from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.grammar import grammar

_LONGEST_DESCRIPTION = 9
_LONGEST_MEDIUM = 4


def agreements(line: Line) -> Iterator[Phrase]:
    """Every agreement that the line names or describes."""
    position = 0
    if heads().agreement_words.isdisjoint(line.forms):
        return
    while position < len(line.words):
        last = _head_end(line, position)
        if last == position:
            position += 1
            continue
        yield Phrase("agreement", _description_start(line, position), last)
        position = last


def unify(lines: Sequence[tuple[Line, Phrase]]) -> None:
    """Gives agreements of one article a common `key` where their descriptions share a word, or one is bare."""
    groups: list[set[str]] = []
    for line, phrase in sorted(lines, key=lambda pair: pair[1].first - pair[1].last):
        words = _content(line, phrase)
        number = next((k for k, group in enumerate(groups) if not words or words & group), None)
        if number is None:
            number = len(groups)
            groups.append(set())
        groups[number] |= words
        phrase.key = f"agreement {number}"


def _content(line: Line, phrase: Phrase) -> set[str]:
    """The words that tell what the agreement is about."""
    single = {head[0] for head in heads().agreements if len(head) == 1} | {
        w for head in heads().agreements for w in head
    }
    words = grammar()
    return {
        form
        for form in line.forms[phrase.first : phrase.last]
        if form not in single and form not in words.function_words and form not in heads().vague and not form.isdigit()
    }


def signed(line: Line, signs: Iterable[Atom]) -> Iterator[Phrase]:
    """Whatever stands before पर and a word of signing: what is signed is an agreement, whatever it is called."""
    for atom in signs:
        head = atom.first
        while head > 0 and line.forms[head - 1] in ("भी", "ही", "पर", "में"):
            head -= 1
        if (
            head in range(1, atom.first)
            and line.forms[head] == "पर"
            and line.forms[head - 1] not in grammar().function_words
        ):
            yield Phrase("agreement", _description_start(line, head - 1), head, sub="signed")


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
    while start > 0 and head - start < _LONGEST_DESCRIPTION and not line.gaps[start].strip("-'\"‘’“”"):
        form = line.forms[start - 1]
        phrase = taken.get(start - 1)
        if phrase is not None and (phrase.kind == "person" or phrase.form != "named"):
            break
        if form in words.function_words and form not in heads().inside:
            break
        if form in ("ने", "बीच") or form in words.clause_openers:
            break
        start -= 1
    while start < head and (line.forms[start] in heads().inside or line.forms[start] in words.function_words):
        start += 1
    return start


def media(line: Line) -> Iterator[Phrase]:
    """Media and institutions known by the word beside their name: समाचार एजेंसी X, X टीवी."""
    if heads().media_before.isdisjoint(line.forms) and heads().media_after.isdisjoint(line.forms):
        return
    taken = {k for p in line.phrases for k in range(p.first, p.last) if p.kind != "country"}
    for k, form in enumerate(line.forms):
        if k in taken:
            continue
        if form in heads().media_after:
            first = _name_before(line, k, taken)
            if first < k:
                yield Phrase("source", first, k + 1, sub=f"after {form}")
                continue
        if form in heads().media_before:
            last = _name_after(line, k + 1, taken)
            if last > k + 1:
                yield Phrase("source", k + 1, last, sub=f"before {form}")


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
