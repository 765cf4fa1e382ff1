"""Namesakes: words of a person's name that name somebody or something else.

गांधी परिवार is a family, इंदिरा गांधी हवाई अड्डा a place and प्रधानमंत्री आवास योजना a scheme; and खान behind an unknown word
is the surname of somebody else. None of them is the person.
"""

from __future__ import annotations

from graphload.extract.heads import heads
from graphload.extract.lines import Line, Phrase
from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon

_FAR = 5
"""How many words a scheme's name may have between the office and its head."""
_SHORTEST = 3
"""Of how many letters the first names are that are told from slips of the pen."""


def named_after(line: Line, phrase: Phrase) -> bool:
    """Whether a person phrase is only the name of what the words behind it tell."""
    behind, words = phrase.last, heads()
    if not line.clear(behind):
        return False
    if phrase.form == "office":
        return not phrase.countries and _heads_scheme(line, behind)
    if phrase.offices or line.forms[behind] in words.named_beside:
        return not phrase.offices
    full = phrase.name is not None and phrase.name == (phrase.first, phrase.last) and phrase.last - phrase.first > 1
    place = behind + (line.forms[behind] in words.place_ranks)
    return full and (place == behind or line.clear(place)) and line.forms[place] in words.named_places


def _heads_scheme(line: Line, position: int) -> bool:
    words, known = heads(), grammar()
    for k in range(position, min(position + _FAR, len(line.forms))):
        form = line.forms[k]
        if not line.clear(k) or form in known.function_words or form in known.verbs:
            return False
        if form in words.named_schemes or (k == position and form in words.named_beside):
            return True
    return False


def continues_name(line: Line, position: int) -> bool:
    """Whether the word before `position` is the first name of somebody whom no list knows: आजम before खान."""
    if not position or not line.clear(position):
        return False
    before, known = line.forms[position - 1], grammar()
    if len(before) < _SHORTEST or before.isascii() or before[0].isdigit() or (before,) in known.cases:
        return False
    if before in known.function_words or before in known.kin or before in known.verbs:
        return False
    if before in lexicon().ambiguous_names or before in known.common_words:
        return before in lexicon().ambiguous_names
    return not any(atom.first < position <= atom.last for atom in line.atoms.values())
