"""A sentence laid out for the grammar: words in a row, with the punctuation that stands between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple

import msgspec

from graphload.extract.clauses import Clause, clauses_of, is_auxiliary, opens_clause
from graphload.language.grammar import grammar
from graphload.language.words import Sentence, words_of
from graphload.lexicon.records import Form

PhraseKind = Literal["person", "country", "organization", "ministry", "source", "agreement"]
Mood = Literal["denied", "awaited", "done", "told"]
PhraseForm = Literal["named", "office", "pronoun", "pair", "zero"]
_SHADING = ("जाना", "आना")
"""Verbs of motion that, behind another verb, only shade it: मारे गए, करने जा रहे."""
_QUOTES = frozenset("'\"‘’“”")


class Entry(NamedTuple):
    """What the lexicon says of a run of words: its class, its key there, and what it is within the class."""

    kind: str
    key: str
    sub: str = ""
    form: Form | None = None


class Atom(NamedTuple):
    """A run of words `[first, last)` that the lexicon knows, with every reading of it, and the first of each kind."""

    first: int
    last: int
    entries: tuple[Entry, ...] = ()
    kinds: Mapping[str, Entry] = MappingProxyType({})

    def one(self, *kinds: str) -> Entry | None:
        """The first reading of one of the `kinds`, or `None`."""
        known = self.kinds
        for kind in kinds:
            if kind in known:
                return known[kind]
        return None


class Trigger(NamedTuple):
    """Words that may open a relation: its type, their lemma, and where they stand."""

    relation: str
    lemma: str
    atom: Atom


class Owner(NamedTuple):
    """Whose office it is: what a person phrase begins with. `kind` is country, organization, ministry or source."""

    first: int
    last: int
    kind: str
    key: str


class Phrase(msgspec.Struct, gc=False):
    """A noun phrase that may name an entity: words `[first, last)` of its line, and what they tell.

    `refs` are indices into the cast of the article, filled in when it is known who is meant.
    """

    kind: PhraseKind
    first: int
    last: int
    form: PhraseForm = "named"
    key: str | None = None
    sub: str = ""
    name: tuple[int, int] | None = None
    offices: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    owners: tuple[Owner, ...] = ()
    candidates: tuple[str, ...] = ()
    former: bool = False
    plural: bool = False
    case: str = ""
    behind: int = 0
    group: int = -1
    refs: list[int] = []

    def means(self, other: Phrase) -> bool:
        """Whether the two name somebody or something in common, as far as it is known."""
        return not set(self.refs).isdisjoint(other.refs) or (
            self.kind == other.kind and self.key == other.key is not None
        )


class Line:
    """The words of one sentence, the punctuation before each, and what the lexicon finds in them.

    `atoms` are those by their first word, `triggers` the ones among them that may open a relation.
    From the sentences before it come `focus` (the person they are about), `place` (the country last spoken
    of) and `pair` (the two countries whose dealings they tell), for what the sentence leaves unsaid.
    """

    def __init__(self, sentence: Sentence, number: int, title: bool) -> None:
        self.number, self.title = number, title
        self.start, self.end = sentence.start, sentence.end
        self.words, self.forms, self.gaps = sentence.words, sentence.forms, sentence.gaps
        self.starts, self.ends, self.glued = sentence.starts, sentence.ends, sentence.glued
        self.atoms: dict[int, Atom] = {}
        self.triggers: list[Trigger] = []
        self._told: set[str] = set()
        self.phrases: list[Phrase] = []
        self.moods: dict[tuple[int, int, bool], Mood] = {}
        self.focus: int | None = None
        self.place: str | None = None
        self.pair: tuple[str, ...] = ()

    @cached_property
    def openers(self) -> list[int]:
        """The words that open a clause."""
        known = grammar().clause_openers
        return [place for place, form in enumerate(self.forms) if form in known and opens_clause(self, place)]

    @cached_property
    def commas(self) -> list[int]:
        """The gaps that hold a comma."""
        return [place for place, gap in enumerate(self.gaps) if "," in gap]

    @cached_property
    def quotes(self) -> list[int]:
        """The gap of each quotation mark."""
        return [place for place, gap in enumerate(self.gaps) if gap for mark in gap if mark in _QUOTES]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in order; together they are the whole line."""
        return clauses_of(self)

    def clause_at(self, position: int) -> Clause:
        """The clause that holds word `position`."""
        at = 0
        while self.clauses[at].last <= position:
            at += 1
        return self.clauses[at]

    def know(self, atoms: Iterable[Atom]) -> None:
        """Takes in what the lexicon finds in the words."""
        self.atoms = {atom.first: atom for atom in atoms}
        self.triggers = [
            Trigger(entry.key, entry.sub, atom)
            for atom in self.atoms.values()
            for entry in atom.entries
            if entry.kind == "trigger" and not (entry.sub in _SHADING and is_auxiliary(self, atom.first))
        ]
        self._told = {trigger.relation for trigger in self.triggers}

    def tells(self, *relations: str) -> bool:
        """Whether the line has a trigger of one of the relations."""
        return not self._told.isdisjoint(relations)

    def clear(self, position: int) -> bool:
        """Whether there is a word at `position`, with nothing but a space before it."""
        return position < len(self.words) and not self.gaps[position]

    def surface(self, first: int, last: int, document: str) -> str:
        """The document's own letters for words `[first, last)`."""
        return document[self.starts[first] : self.ends[last - 1]]


class PhraseIndex:
    """Finds the lexicon's phrases in a row of folded words, longest first, one dictionary look-up a length."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        readings: dict[tuple[str, ...], list[Entry]] = {}
        for text, entry in phrases:
            words = tuple(words_of(text))
            if words and entry not in (found := readings.setdefault(words, [])):
                found.append(entry)
        self._readings = {words: (tuple(entries), _by_kind(entries)) for words, entries in readings.items()}
        lengths: dict[str, set[int]] = {}
        for words in readings:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}

    def scan(self, line: Line) -> Iterator[Atom]:
        """Every atom of `line`, left to right; a longer one hides those that start inside it."""
        readings, lengths, forms, behind = self._readings, self._lengths, line.forms, 0
        for position in [place for place, form in enumerate(forms) if form in lengths]:
            if position < behind:
                continue
            for length in lengths[forms[position]]:
                last = position + length
                found = readings.get(tuple(forms[position:last]))
                if found is None or last > len(forms) or (length > 1 and _parted(line, position, last)):
                    continue
                atom = Atom(position, last, *found)
                if forms[position].isascii():
                    atom = _capitalised(line, atom)
                if atom.entries:
                    yield atom
                    behind = last
                    break


def _parted(line: Line, first: int, last: int) -> bool:
    """Whether more than a full stop stands between the words."""
    return any(gap and gap.strip(".") for gap in line.gaps[first + 1 : last])


def _by_kind(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The first entry of each kind."""
    kinds: dict[str, Entry] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, entry)
    return kinds


def _capitalised(line: Line, atom: Atom) -> Atom:
    """Of Latin forms only those whose capitals the text has: WHO is no who."""
    surface = " ".join(line.words[atom.first : atom.last])
    entries = tuple(entry for entry in atom.entries if entry.form is None or entry.form.fits(surface))
    return Atom(atom.first, atom.last, entries, _by_kind(entries))
