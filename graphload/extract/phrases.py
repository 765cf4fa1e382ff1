"""Phrases that are known by their head word: agreements, and media that no list holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphload.extract.heads import heads
from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.grammar import grammar

_LONGEST_DESCRIPTION = 9
_YEAR = 4
_LONGEST_MEDIUM = 4


def agreements(line: Line) -> Iterator[Phrase]:
    """Every agreement that the line names or describes."""
    position = 0
    if heads().agreement_words.isdisjoint(line.forms):
        return
    while position < len(line.words):
        last = _head_end(line, position)
        if last == position or _declares(line, last):
            position += 1
            continue
        yield Phrase("agreement", _description_start(line, position), last)
        position = last


def unify(lines: Sequence[tuple[Line, Phrase]]) -> None:
    """Gives agreements of one article, in reading order, a common `key` where they are one.

    Descriptions that share a word are of one agreement; a bare one (इस समझौते) is the one spoken of last, else the next.
    """
    described = [(place, words) for place, pair in enumerate(lines) if (words := _content(*pair))]
    groups: list[tuple[set[int], set[str]]] = []
    for place, words in described:
        alike = [group for group in groups if words & group[1]]
        places, told = {place}, set(words)
        for group in alike:
            places |= group[0]
            told |= group[1]
            groups.remove(group)
        groups.append((places, told))
    number_of = {place: number for number, (places, _) in enumerate(groups) for place in places}
    last = next((number_of[place] for place, _ in described), 0)
    sets: dict[int, int] = {}
    for place, (line, phrase) in enumerate(lines):
        count = _count(line, phrase)
        if place in number_of:
            last = number_of[place]
        elif count:
            last = sets.get(count, len(groups) + count if last in sets.values() else last)
        if count:
            sets.setdefault(count, last)
        phrase.key = f"agreement {last}"


def _count(line: Line, phrase: Phrase) -> int:
    """How many agreements the phrase speaks of, where it tells; else 0."""
    for form in line.forms[max(0, phrase.first - 1) : phrase.last]:
        if form in heads().counts:
            return heads().counts[form]
        if form.isdigit() and len(form) < _YEAR:
            return int(form)
    return 0


def _content(line: Line, phrase: Phrase) -> set[str]:
    """The words that tell what the agreement is about."""
    single = {head[0] for head in heads().agreements if len(head) == 1} | {
        w for head in heads().agreements for w in head
    }
    words = grammar()
    return {
        heads().alike.get(form, form)
        for form in line.forms[phrase.first : phrase.last]
        if form not in single and form not in words.function_words and form not in heads().vague and not form.isdigit()
    }


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
