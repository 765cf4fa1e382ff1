"""Licences: what makes a name of words that no list holds and no office or title precedes.

The word before says what the bearer is (पत्रकार, दामाद), or the words stand in a list behind somebody who is named.
"""

from __future__ import annotations

from graphload.extract.bodies import GENITIVE
from graphload.extract.lines import Line
from graphload.extract.unlisted import unlisted
from graphload.language.grammar import grammar

_FULL = 2
"""Of how many words a name is full."""
_SHORTEST = 3
"""Of how many letters a name of one word is at least."""
_OBLIQUE = "ों"
_TAKING_PART = "शामिल"
"""The lemma whose words may stand right behind a list of names."""


def introduced(line: Line, first: int, last: int) -> bool:
    """Whether the word before makes words `[first, last)` a name: a calling a full one, and whose kin it is any."""
    if not first or not line.clear(first) or not _closes(line, last):
        return False
    before = line.forms[first - 1]
    if last - first >= _FULL and before in unlisted().callings:
        return True
    whose = first - 2 - (first > 1 and line.forms[first - 2] in unlisted().kin_kinds)
    long = last - first >= _FULL or len(line.forms[first]) >= _SHORTEST
    return before in unlisted().kin and long and whose >= 0 and line.forms[whose] in unlisted().whose


def enlisted(line: Line, first: int, last: int) -> bool:
    """Whether words `[first, last)` stand in a list right behind a person who is named in full, with no office."""
    if last - first < _FULL or not line.phrases or not _closes(line, last):
        return False
    before = line.phrases[-1]
    if before.kind != "person" or before.name is None or before.last - before.name[0] < _FULL:
        return False
    if before.last == first:
        return line.gaps[first] == ","
    joined = before.last == first - 1 and line.forms[before.last] in grammar().conjunctions
    return joined and line.gaps[before.last] in ("", ",") and line.clear(first) and not _has_office(line, last)


def _has_office(line: Line, last: int) -> bool:
    """Whether somebody holds an office of what ends at word `last`, which is then a place or a body."""
    if not line.clear(last) or line.forms[last] not in GENITIVE or not line.clear(last + 1):
        return False
    atom = line.atoms.get(last + 1)
    return atom is not None and atom.one("office", "modifier") is not None


def _closes(line: Line, last: int) -> bool:
    """Whether a name may end at word `last`: a mark, a marker, a verb or a conjunction stands there."""
    if line.forms[last - 1].endswith(_OBLIQUE):
        return False
    if not line.clear(last):
        return True
    form, words, atom = line.forms[last], grammar(), line.atoms.get(last)
    trigger = atom.one("trigger") if atom is not None else None
    if trigger is not None and trigger.sub == _TAKING_PART:
        return True
    return form in words.function_words or form in words.verbs or form in unlisted().aliases
