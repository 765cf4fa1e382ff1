"""Definiteness: whether an office without a name speaks of one certain person, or of anybody who may hold it.

कोई प्रधानमंत्री, कई वरिष्ठ नेता, पहले प्रधानमंत्री हैं and राष्ट्रपति के रूप में tell of the office; so does one whose country is
named by a word that no list knows (कैटालोनिया के नेता). None of them stands for a person of the article.
"""

from __future__ import annotations

from graphload.extract.bodies import GENITIVE
from graphload.extract.customs import customs
from graphload.extract.heads import heads
from graphload.extract.lines import Line, Phrase
from graphload.extract.namesakes import named_after
from graphload.extract.slots import speaks_for_others
from graphload.extract.vocabulary import COUNTERPART
from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon

_BEFORE = 3
"""How many words before an office may stand between it and what makes it anybody's: कई बड़े वैश्विक नेता."""
_BETWEEN = 6
"""How many words may stand between an office and who holds it and another: नेता और पार्टी के महासचिव."""
_WHOSE = "के"
"""The genitive before an office of respect; का and की before one may as well belong to what stands behind it."""
_AS = "रूप"
"""The marker of what somebody is, and not of who does something: के रूप में."""


def certain(line: Line, phrase: Phrase) -> bool:
    """Whether an office phrase may stand for one person; several where it is the office of several countries."""
    return not (
        _counted(line, phrase)
        or _predicated(line, phrase)
        or _owner_unknown(line, phrase)
        or _describes(line, phrase)
        or _named_behind(line, phrase)
        or _of_many(phrase)
        or named_after(line, phrase)
    )


def _of_many(phrase: Phrase) -> bool:
    """Whether the phrase speaks of several who hold it: अमेरिकी नेताओं, बीपी और शेल के सीईओ."""
    bodies = [owner for owner in phrase.owners if owner.kind == "organization"]
    return len(phrase.countries) == 1 if phrase.plural else len(bodies) > 1


def _counted(line: Line, phrase: Phrase) -> bool:
    """Whether a word in the phrase, or shortly before it, makes it anybody's or counts several."""
    start = phrase.first
    while start > max(0, phrase.first - _BEFORE) and line.clear(start) and not _ends_phrase(line, start - 1):
        start -= 1
    near = start if customs().crowded.issuperset(phrase.offices) else max(start, phrase.first - 1)
    words = line.forms[start : phrase.last]
    return not customs().indefinite.isdisjoint(words) or any(map(_counts, words[near - start :]))


def _counts(form: str) -> bool:
    return form in customs().numerals or form[0].isdigit()


def _ends_phrase(line: Line, position: int) -> bool:
    words, form = grammar(), line.forms[position]
    return (form,) in words.cases or form in words.clause_openers or words.verb_kind(form) == "be"


def _predicated(line: Line, phrase: Phrase) -> bool:
    """Whether the words speak of the office and not of its holder: पहले प्रधानमंत्री हैं, मुख्यमंत्री बनने के बाद, राष्ट्रपति पद."""
    words = grammar()
    if phrase.case == _AS or line.forms[phrase.last - 1] in words.becoming:
        return True
    before = line.forms[phrase.first - 1] if phrase.first and line.clear(phrase.first) else ""
    if not phrase.case and before in words.becoming and words.verb_kind(before):
        return True
    behind = phrase.behind if phrase.case in ("का", "") else phrase.last
    if behind < len(line.forms) and line.forms[behind] in words.becoming:
        return True
    return not phrase.case and line.clear(behind) and words.verb_kind(line.forms[behind]) == "be"


def _owner_unknown(line: Line, phrase: Phrase) -> bool:
    """Whether the office belongs to somebody or something that no list knows: कैटालोनिया के नेता, उनके मंत्री."""
    first = phrase.first
    if first and grammar().pronouns.get(line.forms[first - 1]) == "का" and line.forms[first - 1].endswith(_WHOSE):
        return not (phrase.countries or COUNTERPART in phrase.offices or speaks_for_others(phrase))
    if phrase.countries or first < 2 or not line.clear(first) or line.forms[first - 1] != _WHOSE:
        return False
    owner = line.forms[first - 2]
    return line.clear(first - 1) and owner not in customs().realm and owner not in grammar().there


def _describes(line: Line, phrase: Phrase) -> bool:
    """Whether a word that is no office only describes the next one: प्रमुख सहयोगी, समकक्ष संस्थाएं."""
    if phrase.case or phrase.offices[-1] not in {*heads().vague_offices, COUNTERPART} or not line.clear(phrase.last):
        return False
    if line.forms[phrase.last - 1] not in customs().describing:
        return False
    words, behind = grammar(), line.forms[phrase.last]
    plain = behind not in words.function_words and behind not in words.verbs and behind not in words.particles
    return plain and not any(p.first == phrase.last for p in line.phrases)


def _of_party(phrase: Phrase) -> bool:
    """Whether it is one of a party's offices, of which it has many: बीजेपी महासचिव."""
    organizations = lexicon().organizations
    return any(o.kind == "organization" and organizations[o.key].kind == "party" for o in phrase.owners)


def _named_behind(line: Line, phrase: Phrase) -> bool:
    """Whether the office may be one of a person named behind it: कांग्रेस नेता और पूर्व मंत्री कमल नाथ."""
    joined = line.clear(phrase.last) and line.forms[phrase.last] in grammar().conjunctions
    if not joined or not (_of_party(phrase) or set(phrase.offices) & (heads().vague_offices | customs().crowded)):
        return False
    nxt = next((p for p in line.phrases if p.first > phrase.last and p.name is not None), None)
    if nxt is None or nxt.first - phrase.last > _BETWEEN:
        return False
    return not any(_ends_phrase(line, k) for k in range(phrase.last + 1, nxt.first) if line.forms[k] not in GENITIVE)
