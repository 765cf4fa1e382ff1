"""Mood: what the grammar itself says of an event: denied, yet to come, or done."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.extract.bodies import GENITIVE
from graphload.extract.features import word_class
from graphload.extract.lines import Atom, Line, Mood
from graphload.language.grammar import grammar
from graphload.language.moods import moods

_REACH = 2
"""How many words that are no part of a verb group a denial may stand behind."""
_AHEAD = 2
_INVERTED = 4
_BEHIND = 9
_FRAMES = ("में", "दौरान", "लिए")
_INFINITIVE = "ने"
_MEETING = "MET_WITH"
_ON, _UNTIL = "पर", "तक"


def mood(line: Line, trigger: Atom) -> Mood:
    """Denied, awaited (future, possible, due, wished for), done (a perfective verb), or told without a plain sign."""
    key = trigger.first, trigger.last, bool(trigger.entries)
    found = line.moods.get(key)
    if found is None:
        found = line.moods[key] = _work_out(line, trigger)
    return found


def _work_out(line: Line, trigger: Atom) -> Mood:
    trigger = _framed(line, trigger)
    if _denied(line, trigger) or _denied_later(line, trigger) or _refuted(line, trigger):
        return "denied"
    if _under_way(line, trigger):
        return "done"
    if _awaited(line, trigger):
        return "awaited"
    return "done" if _done(line, trigger) else "told"


def _governed(line: Line, trigger: Atom) -> Iterator[int]:
    """The words behind the trigger up to the end of its clause."""
    words = grammar()
    for position in range(trigger.last, min(len(line.forms), trigger.last + _BEHIND)):
        form, before = line.forms[position], line.forms[position - 1]
        if form in words.clause_openers or "," in line.gaps[position]:
            return
        if form in words.conjunctions and position > trigger.last and before in words.verbs:
            return
        yield position


def _framed(line: Line, trigger: Atom) -> Atom:
    """What the verb tells where the trigger only frames it: सम्मेलन के दौरान मुलाकात होगी is of मुलाकात."""
    case, _ = grammar().case_at(line.forms, trigger.last)
    relations = {entry.key for entry in trigger.entries if entry.kind == "trigger"}
    if case not in _FRAMES and not (_owned(line, trigger) and _MEETING in relations):
        return trigger
    openers = grammar().clause_openers
    for atom in line.atoms.values():
        if atom.first > trigger.last and any(e.kind == "trigger" and e.key in relations for e in atom.entries):
            parted = not openers.isdisjoint(line.forms[trigger.last : atom.first])
            return trigger if parted or _adjunct(line, atom) else atom
    return trigger


def _owned(line: Line, trigger: Atom) -> bool:
    """Whether the trigger only describes the noun behind it: मुलाकात का मतलब, but not बैठक की अध्यक्षता."""
    noun = line.forms[trigger.last + 1 : trigger.last + 3]
    words = grammar()
    if not moods().joining.isdisjoint(noun):
        return False
    if noun and (noun[0] in words.conjunctions or noun[0] in words.clause_openers):
        return False
    return word_class(line, trigger.last) == "case:का"


def _adjunct(line: Line, trigger: Atom) -> bool:
    """Whether the trigger only frames what the verb tells: मुलाकात के दौरान, वार्ता में, बैठक से."""
    case, length = grammar().case_at(line.forms, trigger.last)
    after = line.forms[trigger.last + length : trigger.last + length + 2]
    if case == "में":
        return moods().joining.isdisjoint(after)
    if case == "से":
        return moods().denials.isdisjoint(after)
    return case in moods().framing


def _denied(line: Line, trigger: Atom) -> bool:
    """Whether a negation stands in the trigger's verb group: behind it, or in front (नहीं मिले)."""
    if _negated_ahead(line, trigger):
        return True
    if _adjunct(line, trigger):
        return False
    signs, strange = moods(), 0
    indefinite = trigger.first > 0 and line.forms[trigger.first - 1] in signs.indefinite
    limit = 0 if _owned(line, trigger) and not indefinite else _REACH
    for position in _governed(line, trigger):
        form, before = line.forms[position], line.forms[position - 1]
        if form in signs.denials:
            return before not in grammar().conjunctions
        if form in signs.failures and before == "में":
            return True
        strange += not (form in signs.bridges or form in grammar().verbs or form in signs.prospects | signs.intentions)
        if strange > limit:
            return False
    return False


def _negated_ahead(line: Line, trigger: Atom) -> bool:
    """Whether a negation stands right in front of the trigger, or of its inverted verb: नहीं हुई कोई बातचीत."""
    position = trigger.first - 1
    while position > 0 and (line.forms[position] in moods().bridges or line.forms[position] in grammar().verbs):
        if line.gaps[position + 1].strip("'\"") or trigger.first - position > _AHEAD:
            break
        position -= 1
    return position >= 0 and line.forms[position] in moods().negations and not line.gaps[position + 1].strip("'\"")


def _denied_later(line: Line, trigger: Atom) -> bool:
    """Whether the same event is spoken of again behind a "but", and denied there."""
    lemmas = _lemmas(trigger)
    for atom in line.atoms.values():
        if atom.first > trigger.last and lemmas & _lemmas(atom) and _denied(line, atom):
            return not moods().contrasts.isdisjoint(line.forms[trigger.last : atom.first])
    return False


def _lemmas(atom: Atom) -> set[str]:
    return {entry.sub for entry in atom.entries if entry.kind == "trigger"}


def _refuted(line: Line, trigger: Atom) -> bool:
    """Whether the trigger stands in a report that the sentence refutes: खबरों को खारिज किया, जिनमें …."""
    before = line.forms[: trigger.first]
    refuted = next((k for k, form in enumerate(before) if form in moods().refutations), None)
    if refuted is None:
        return False
    told = not moods().rumours.isdisjoint(before[max(0, refuted - _BEHIND) : refuted + 1])
    return told and not grammar().clause_openers.isdisjoint(before[refuted:])


def _awaited(line: Line, trigger: Atom) -> bool:
    ahead = line.forms[max(0, trigger.first - _AHEAD) : trigger.first]
    if not moods().awaiting.isdisjoint(ahead) or _conditional(line, trigger):
        return True
    if _adjunct(line, trigger):
        return False
    if moods().future(line.forms[trigger.last - 1]):
        return True
    behind = [line.forms[position] for position in _governed(line, trigger)]
    if not behind:
        return any(form in moods().possible or moods().future(form) for form in _inverted(line, trigger))
    if _intended(behind):
        return True
    if _owned(line, trigger):
        return False
    return _looks_forward([line.forms[trigger.last - 1], *behind]) or _setting_out(line, trigger)


def _under_way(line: Line, trigger: Atom) -> bool:
    """Whether the event only has an end to come: दौरा रविवार तक चलेगा, but not सोमवार से बुधवार तक."""
    group = [line.forms[position] for position in _governed(line, trigger)]
    lasts = _UNTIL in group and not moods().lasting.isdisjoint(group)
    return lasts and "से" not in group


def _conditional(line: Line, trigger: Atom) -> bool:
    """Whether the trigger's clause opens with "if"."""
    openers = grammar().clause_openers
    opener = next((form for form in reversed(line.forms[: trigger.first]) if form in openers), "")
    return opener in moods().conditionals


def _inverted(line: Line, trigger: Atom) -> Iterator[str]:
    """The words ahead of a trigger that ends its clause: headlines put the verb first (हो सकती है मुलाकात)."""
    for position in reversed(range(max(0, trigger.first - _INVERTED), trigger.first)):
        if line.forms[position] in grammar().clause_openers or "," in line.gaps[position + 1]:
            return
        yield line.forms[position]


def _intended(behind: list[str]) -> bool:
    """Whether a plan or a wish governs the event: (मुलाकात) करने का निमंत्रण, (यात्रा) की योजना."""
    infinitive = behind[0] in grammar().verbs and behind[0].endswith(_INFINITIVE)
    rest = behind[infinitive:]
    return bool(rest) and rest[0] in GENITIVE and not moods().intentions.isdisjoint(rest[1:3])


def _looks_forward(group: list[str]) -> bool:
    """Whether a trigger and the words behind it look forward: हो सकती है, होगी, होनी है, होने वाली है, तय है."""
    kind, signs = grammar().verb_kind, moods()
    for position, form in enumerate(group):
        if form in signs.possible or (position and signs.future(form)):
            acts = "do" in (kind(form), kind(group[position - 1]))
            return not (acts and "को" in group[1:position])
        following = group[position + 1] if position + 1 < len(group) else ""
        if following in signs.present and (form in signs.due or form in signs.prospects):
            return True
    return False


def _setting_out(line: Line, trigger: Atom) -> bool:
    """Whether a verb of motion is in the progressive, which news says of journeys to come: भारत आ रहे हैं."""
    signs = moods()
    places = {phrase.last for phrase in line.phrases if phrase.kind == "country"}
    stems = [at for at in (trigger.last - 1, *_governed(line, trigger)) if line.forms[at] in signs.motion]
    stems = [at for at in stems if at in places or line.forms[at - 1] in signs.towards]
    return any(form in signs.progressive for at in stems for form in line.forms[at + 1 : at + 2])


def _done(line: Line, trigger: Atom) -> bool:
    """Whether a perfective verb closes the trigger's own clause: समझौता हुआ, जिसके तहत …; पहुंचे; दौरे पर हैं."""
    verbs, signs = grammar().verbs, moods()
    behind = [line.forms[position] for position in _governed(line, trigger)]
    own = line.forms[trigger.last - 1]
    if own in signs.arrived or (trigger.last - trigger.first > 1 and own in signs.perfective):
        return all(form in verbs for form in behind[:1])
    while behind and behind[0] in grammar().particles:
        del behind[0]
    if behind[:1] == [_ON]:
        return len(behind) > 1 and _ends_done(behind[1:], signs.perfective | signs.arrived | signs.present)
    return not _adjunct(line, trigger) and not _owned(line, trigger) and _ends_done(behind, signs.perfective)


def _ends_done(behind: list[str], perfect: frozenset[str]) -> bool:
    """Whether all the words left are of one verb group, and one of them says that it is done."""
    words = grammar().verbs
    return not perfect.isdisjoint(behind) and all(form in words or form in perfect for form in behind)
