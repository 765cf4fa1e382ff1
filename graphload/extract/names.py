"""Names: which words of a line are a person's name, whether a list holds it or not."""

from __future__ import annotations

from functools import cache

from graphload.extract.customs import customs
from graphload.extract.licences import enlisted, introduced
from graphload.extract.lines import Atom, Entry, Line
from graphload.extract.unlisted import unlisted
from graphload.language.grammar import grammar
from graphload.language.letters import letters
from graphload.lexicon.load import lexicon
from graphload.lexicon.people import registry
from graphload.lexicon.script import fold

HARD = ("decoy", "country", "office", "organization", "source", "ministry", "modifier", "trigger")
"""What the words of a name are not, whatever stands beside them."""
_INITIALS = letters().initials
_LONGEST_NAME = 6
_PERSONAL = ("ने", "से", "साथ", "द्वारा", "ओर से")
"""What stands behind people, and seldom behind things."""


class Name:
    """A name, words `[first, last)`: whom the registry has by it, and how it is known (`sub`)."""

    __slots__ = ("candidates", "first", "last", "sub")

    def __init__(self, first: int, last: int, candidates: tuple[str, ...], sub: str) -> None:
        self.first, self.last, self.candidates, self.sub = first, last, candidates, sub


def name_at(line: Line, start: int, *, strong: bool) -> Name | None:
    """The name that begins at word `start`, with the alias behind it; `strong` where an office or a title precedes."""
    name = _name(line, start, strong=strong)
    if name is not None and (last := _alias(line, name.last)) > name.last:
        return Name(start, last, name.candidates, name.sub)
    return name


def _name(line: Line, start: int, *, strong: bool) -> Name | None:
    atom = line.atoms.get(start)
    if atom is not None and "person" in atom.kinds:
        known = [entry for entry in atom.entries if entry.kind == "person"]
        full = tuple(entry.key for entry in known if entry.sub == "full")
        if full:
            return Name(start, _closed(line, atom.last), full, "registry")
        last = _run(line, atom.last, start) if _begins_name(line, atom, known) else atom.last
        keys = tuple(entry.key for entry in known) if last == atom.last else ()
        return Name(start, _closed(line, last), keys, "registry" if keys else "read")
    last = _run(line, start, start)
    length = last - start
    if not length:
        return None
    if length == 1 and strong and (after := _full_name(line, last)) is not None:
        return after
    if strong:
        return None if _no_person(line, start, last) else Name(start, last, (), "read")
    given = _has_given(line, start, last)
    if length >= 2 and given:
        return Name(start, last, (), "given")
    if introduced(line, start, last) or enlisted(line, start, last) or _alias(line, last) > last:
        return Name(start, last, (), "read")
    if length >= 2 and grammar().case_at(line.forms, last)[0] in ("ने", "से", "साथ") and not line.gaps[last]:
        return Name(start, last, (), "guess")
    return None


def _alias(line: Line, last: int) -> int:
    """Past the other name that उर्फ gives behind word `last`; `last` where there is none."""
    if not line.clear(last) or line.forms[last] not in unlisted().aliases:
        return last
    return max(last, _run(line, last + 1, last + 1) if line.clear(last + 1) else last)


def _has_given(line: Line, start: int, last: int) -> bool:
    return any((atom := line.atoms.get(k)) is not None and "given" in atom.kinds for k in range(start, last))


def _no_person(line: Line, start: int, last: int) -> bool:
    """Whether unknown words behind an office are no name: a place (प्रधानमंत्री रुद्रपुर में), a thing, a verb."""
    words, alone = grammar(), last == start + 1
    if alone and (line.forms[start].endswith("ों") or line.forms[start] in _INITIALS):
        return True
    if _has_given(line, start, last) or not line.clear(last):
        return False
    case, length = words.case_at(line.forms, last)
    behind = line.forms[last + length] if last + length < len(line.forms) else ""
    if case == "में" or (case == "का" and behind in words.means):
        return True
    described = start > 0 and line.forms[start - 1] in customs().describing
    tells = not case and words.verb_kind(line.forms[last]) not in ("", "say")
    return alone and (tells or (described and case not in _PERSONAL))


def _full_name(line: Line, position: int) -> Name | None:
    """The registry's name of two words or more at `position`: a lone unknown word before it is a slip, no name."""
    atom = line.atoms.get(position)
    keys = tuple(entry.key for entry in atom.entries if entry.kind == "person" and entry.sub == "full") if atom else ()
    if atom is None or atom.last == position + 1 or not line.clear(position):
        return None
    return Name(position, atom.last, keys, "registry") if keys else None


def _begins_name(line: Line, atom: Atom, known: list[Entry]) -> bool:
    """Whether a short form is where a fuller name begins, as शी does, and not where it ends, as मोदी does."""
    if atom.one("country", "source", "organization"):
        return False
    return any(line.forms[atom.first] in _first_words(entry.key) for entry in known)


@cache
def _first_words(key: str) -> frozenset[str]:
    """The words with which the full names of a person of the registry begin."""
    person = registry().get(key)
    return frozenset(fold(name).split()[0] for name in person.full_names) if person else frozenset()


def _closed(line: Line, last: int) -> int:
    return last + 1 if line.clear(last) and line.forms[last] in grammar().name_closers else last


def _run(line: Line, position: int, start: int) -> int:
    """Past the last word of the run of name words from `position`, never more than a name has."""
    while position < len(line.words) and position - start < _LONGEST_NAME:
        if position > start and not _joins(line, position):
            break
        if not _is_name_word(line, position, start) or (position == start + 1 and _full_name(line, position)):
            break
        position += 1
    while (
        position > start + 1
        and line.forms[position - 1] in grammar().name_particles
        and line.forms[position - 1] in grammar().function_words
    ):
        position -= 1
    return _closed(line, position) if position > start else position


def _joins(line: Line, position: int) -> bool:
    gap = line.gaps[position]
    return not gap or (gap in (".", ". ") and line.forms[position - 1] in _INITIALS)


def _is_name_word(line: Line, position: int, start: int) -> bool:
    words, form = grammar(), line.forms[position]
    if form in _INITIALS and _is_initial(line, position, start):
        return True
    if form.isascii() or form[0].isdigit():
        return False
    if position > start and position in line.glued:
        return True
    atom = line.atoms.get(position)
    if atom is not None and atom.one("given", "person") and form not in words.function_words:
        return not (position > start and atom.one("country", "office", "modifier"))
    if form in words.function_words or (atom is not None and _hard(atom)):
        return False
    return _may_be_name(line, position, start)


def _may_be_name(line: Line, position: int, start: int) -> bool:
    """Whether a word that no list decides on is part of a name."""
    words, form, inside = grammar(), line.forms[position], position > start
    if position - 1 > start and line.forms[position - 1] in words.name_particles:
        return True
    if form in lexicon().ambiguous_names or form in words.name_particles:
        return inside or _name_follows(line, position)
    if form in words.name_closers:
        return inside
    return form not in words.common_words and form not in unlisted().callings


def _hard(atom: Atom) -> bool:
    """Whether the words are something else than a name; an office that is a name too (शाह) leaves it open."""
    return any(
        entry.kind in HARD and not (entry.kind == "office" and entry.sub == "ambiguous") for entry in atom.entries
    )


def _is_initial(line: Line, position: int, start: int) -> bool:
    dotted = position + 1 < len(line.gaps) and line.gaps[position + 1] == "."
    if dotted:
        return True
    beside = position > start and line.forms[position - 1] in _INITIALS
    follows = _name_follows(line, position)
    if line.forms[position] == "के":
        nxt = line.forms[position + 1] if position + 1 < len(line.words) else ""
        return (beside and follows) or (position == start and nxt in _INITIALS)
    return follows or beside


def _name_follows(line: Line, position: int) -> bool:
    nxt = position + 1
    if nxt >= len(line.words) or line.gaps[nxt] not in ("", "."):
        return False
    form, words = line.forms[nxt], grammar()
    if (form in _INITIALS and form != "के") or (form in words.name_particles and form not in words.function_words):
        return True
    atom = line.atoms.get(nxt)
    if atom is not None and _hard(atom) and not atom.one("given", "person"):
        return False
    return form not in words.function_words and form not in words.common_words and not form.isascii()
