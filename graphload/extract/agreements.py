"""Agreements: which phrases of one article tell of the same one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from graphload.extract.heads import heads
from graphload.extract.lines import Line, Phrase
from graphload.language.grammar import grammar

_YEAR = 4
_OBLIQUE_PLURAL, _PLURAL, _SINGULAR, _EITHER = ("ों", "ो"), ("यां", "एं"), "ा", "े"
"""Endings of a head: of many before a marker, of many, of one, and of one before a marker, else of many."""

Number = Literal["one", "many", ""]


def unify(phrases: Sequence[tuple[Line, Phrase]]) -> None:
    """Gives agreements of one article, in reading order, a common `key` where they are one.

    Descriptions that share a word are of one agreement, unless one is of several, or of another sum; a bare one
    (इस समझौते) is the last one spoken of that is as many, else the next.
    """
    tellings = [_Telling(line, phrase) for line, phrase in phrases]
    groups = _groups(tellings)
    for telling in tellings:
        telling.group = next((place for place, group in enumerate(groups) if telling in group), None)
    story = _Story(tellings, len(groups))
    for telling in tellings:
        telling.phrase.key = f"agreement {story.place(telling)}"


@dataclass(eq=False)
class _Telling:
    """One phrase that tells of an agreement; `group` is that of its description, where it has one."""

    line: Line
    phrase: Phrase
    group: int | None = None

    @cached_property
    def words(self) -> set[str]:
        """The words that tell what the agreement is about."""
        known, words = heads(), grammar()
        return {
            known.alike.get(form, form)
            for form in self.line.forms[self.phrase.first : self.phrase.last]
            if form not in known.head_words
            and form not in words.function_words
            and form not in known.vague | known.ordinals | known.sums
            and not form.isdigit()
        }

    @cached_property
    def count(self) -> int:
        """How many agreements the phrase speaks of, where it tells; else 0."""
        for position in range(max(0, self.phrase.first - 1), self.phrase.last):
            form = self.line.forms[position]
            if form in heads().counts:
                return heads().counts[form]
            if form.isdigit() and len(form) < _YEAR and self.line.forms[position + 1] not in heads().sums:
                return int(form)
        return 0

    @cached_property
    def sum(self) -> str:
        """What the agreement is worth, where the phrase tells: 10 अरब."""
        forms = self.line.forms[self.phrase.first : self.phrase.last]
        last = next((k for k, form in enumerate(forms) if k and form in heads().sums), 0)
        first = last
        while first and forms[first - 1].isdigit():
            first -= 1
        return " ".join(forms[first : last + 1]) if first < last else ""

    @cached_property
    def number(self) -> Number:
        """Whether it is of one or of many, as its count or the ending of its head tells; an ordinal does not."""
        if not heads().ordinals.isdisjoint(self.line.forms[max(0, self.phrase.first - 1) : self.phrase.last]):
            return ""
        if self.count:
            return "many" if self.count > 1 else "one"
        head, last = self.line.forms[self.phrase.last - 1], self.phrase.last
        if head.endswith((*_OBLIQUE_PLURAL, *_PLURAL)):
            return "many"
        if head.endswith(_EITHER):
            marked = self.line.clear(last) and grammar().case_at(self.line.forms, last)[0]
            return "one" if marked else "many"
        return "one" if head.endswith(_SINGULAR) else ""

    def agrees(self, other: _Telling) -> bool:
        """Whether nothing tells the two apart: their numbers, or what they are worth."""
        return {self.number, other.number} != {"one", "many"} and (
            not self.sum or not other.sum or self.sum == other.sum
        )


def _groups(tellings: Sequence[_Telling]) -> list[list[_Telling]]:
    """The tellings that describe what they are about, those of one agreement together."""
    groups: list[list[_Telling]] = []
    for telling in tellings:
        if not telling.words:
            continue
        alike = [
            group
            for group in groups
            if all(map(telling.agrees, group)) and any(telling.words & other.words for other in group)
        ]
        groups = [group for group in groups if group not in alike]
        groups.append([telling for group in alike for telling in group] + [telling])
    return groups


@dataclass(slots=True)
class _Story:
    """Which agreement was spoken of last, of one and of many, as the article goes on."""

    tellings: Sequence[_Telling]
    known: int
    last: dict[Number, int] = field(default_factory=dict)
    sets: dict[int, int] = field(default_factory=dict)

    def place(self, telling: _Telling) -> int:
        """The number of the agreement that `telling` is of."""
        group = telling.group
        if group is None:
            group = self._counted(telling) if telling.count > 1 else self._spoken(telling)
        if telling.count > 1:
            self.sets.setdefault(telling.count, group)
        self.last[telling.number] = self.last[""] = group
        return group

    def _counted(self, telling: _Telling) -> int:
        """The set of as many; else the many spoken of last, unless those were counted too."""
        if telling.count in self.sets:
            return self.sets[telling.count]
        group = self._spoken(telling)
        return self._another() if group in self.sets.values() else group

    def _spoken(self, telling: _Telling) -> int:
        """What was spoken of last, or is described next, of the same number; else whatever was."""
        if telling.number in self.last:
            return self.last[telling.number]
        described = (other for other in self.tellings if other.group is not None)
        fitting = next((other.group for other in described if other.number == telling.number), None)
        if fitting is not None:
            return fitting
        return self.last[""] if "" in self.last else self._another()

    def _another(self) -> int:
        self.known += 1
        return self.known - 1
