"""Mentions: from the words of a line to phrases that may name a person, a country or a body.

A person phrase is read as news writes it: whose (रूस के), which (पूर्व), what (विदेश मंत्री), how addressed
(डॉ.), who (सर्गेई लावरोव). A name that no list holds is taken where an office, a title or a known given
name stands before it, and ends where an ordinary word begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from graphload.extract.bodies import GENITIVE, body_at, government_of, group_of
from graphload.extract.customs import customs, pins_down
from graphload.extract.heads import heads
from graphload.extract.lines import Atom, Line, Owner, Phrase
from graphload.extract.names import HARD, name_at
from graphload.extract.namesakes import continues_name
from graphload.extract.vocabulary import vocabulary
from graphload.language.grammar import grammar
from graphload.language.letters import letters
from graphload.lexicon.load import lexicon

_INITIALS = letters().initials
_PARTING = frozenset("()[]:;|")
"""Marks that end a list of owners, as in a dateline: काठमांडू (भाषा): नेपाल के प्रधानमंत्री."""
_SILENT = frozenset({"trigger", "decoy"})
"""What the lexicon knows of words that open no phrase."""
_HEADING = frozenset({"country", "organization", "ministry", "source", "office", "modifier", "title"})
"""What the lexicon knows of words that stand before a name."""
_MOST_OWNERS = 16
"""Of a longer list of countries none is read as whose office follows: a page of names costs no more than its length."""


def find_phrases(line: Line) -> None:
    """Fills the atoms, triggers and phrases of a line with what the words alone tell."""
    line.know(vocabulary().scan(line))
    atoms, plain, reflexives, behind = line.atoms, _plain(), grammar().reflexives, 0
    for position in [place for place, form in enumerate(line.forms) if place in atoms or form not in plain]:
        if position < behind:
            continue
        atom, form = atoms.get(position), line.forms[position]
        if atom is None:
            if form in lexicon().ambiguous_names and not _opens_name(line, position):
                continue
            phrase = _person(line, position) if form in reflexives else _bare(line, position)
        else:
            phrase = None if _opens_nothing(atom, form) else _person(line, position) or body_at(line, position)
            behind = atom.last
        if phrase is not None:
            phrase = government_of(line, phrase) or phrase
            line.phrases.append(phrase)
            behind = phrase.last


@cache
def _plain() -> frozenset[str]:
    """Words at which no phrase begins unless the lexicon says so."""
    return grammar().ordinary - _INITIALS - (lexicon().ambiguous_names - grammar().kin)


def _opens_nothing(atom: Atom, form: str) -> bool:
    """Whether the words open no phrase, whatever follows."""
    if form in _INITIALS or form in grammar().reflexives:
        return False
    return _SILENT.issuperset(atom.kinds)


def _opens_name(line: Line, position: int) -> bool:
    """Whether an ordinary word that is a first name too (किरण) stands before a word of names."""
    form = line.forms[position]
    if form not in grammar().ordinary or form in _INITIALS:
        return True
    after = line.atoms.get(position + 1) if line.clear(position + 1) else None
    return after is not None and after.one("given") is not None and after.one(*HARD) is None


@dataclass(slots=True)
class _Heading:
    """What stands before a name: whose office it is, the offices, and how they are qualified; `last` is behind it."""

    last: int
    owners: list[Owner]
    offices: list[str] = field(default_factory=list)
    former: bool = False
    plural: bool = False
    titled: bool = False
    unsure: bool = False


def _person(line: Line, start: int) -> Phrase | None:
    heading = _heading(line, start)
    offices, owners = tuple(heading.offices), heading.owners
    if heading.plural and (group := group_of(heading.last, owners)):
        return group
    if heading.plural:
        places = _places(owners, offices)
        return Phrase(
            "person",
            start,
            heading.last,
            "office",
            offices=offices,
            countries=places,
            owners=tuple(owners),
            plural=True,
        )
    strong = bool(offices) or heading.titled
    name = None if _blocked(line, heading.last, start) else name_at(line, heading.last, strong=strong)
    if name is None and (not offices or (heading.unsure and not owners)):
        return None
    if name is not None and not strong:
        start, owners = heading.last, []
    return Phrase(
        "person",
        start,
        name.last if name else heading.last,
        "named" if name else "office",
        name=(name.first, name.last) if name else None,
        offices=offices,
        countries=_places(owners, offices),
        owners=tuple(owners),
        candidates=name.candidates if name else (),
        former=heading.former or _former_before(line, start),
        sub=name.sub if name else "",
    )


def _former_before(line: Line, start: int) -> bool:
    """Whether the word before the phrase makes it somebody of old: पूर्व ब्रिटिश प्रधानमंत्री, प्रथम प्रधानमंत्री."""
    if not start or not line.clear(start):
        return False
    atom = line.atoms.get(start - 1)
    modifier = atom.one("modifier") if atom is not None else None
    return line.forms[start - 1] in customs().past or (modifier is not None and modifier.key == "former")


def _bare(line: Line, start: int) -> Phrase | None:
    """A person whose name begins at `start`, with nothing before it."""
    name = name_at(line, start, strong=False)
    if name is None or (name.sub == "registry" and name.last == start + 1 and continues_name(line, start)):
        return None
    return Phrase("person", start, name.last, name=(name.first, name.last), candidates=name.candidates, sub=name.sub)


def _heading(line: Line, start: int) -> _Heading:
    atom = line.atoms.get(start)
    if atom is not None and _HEADING.isdisjoint(atom.kinds) and line.forms[start] not in grammar().reflexives:
        return _Heading(start, [])
    position, owners = _whose(line, start)
    heading = _Heading(position, owners)
    while heading.last < len(line.words) and (heading.last == start or line.clear(heading.last)):
        if not _extend(heading, line, start):
            break
    return heading


def _extend(heading: _Heading, line: Line, start: int) -> bool:
    """Takes the next office, modifier, title or filler into the heading. Gives whether it may go on."""
    atom = line.atoms.get(heading.last)
    if atom is None or atom.kinds.keys().isdisjoint(("office", "modifier", "title")):
        return _fill(heading, line, start)
    if office := atom.one("office"):
        if heading.offices and {heading.offices[-1], office.key} <= heads().ruling_offices:
            return False
        heading.offices.append(_beside(heading.owners, office.key))
        heading.plural = office.sub == "plural" or _several(heading.owners)
        heading.unsure = office.sub == "ambiguous"
        heading.last = atom.last
        if not heading.plural and _chains(line, heading.last):
            heading.offices.clear()
            heading.last += 1
        return not heading.plural
    if modifier := atom.one("modifier"):
        heading.former = heading.former or modifier.key == "former"
        heading.last = atom.last
        return True
    if atom.one("person"):
        return _fill(heading, line, start)
    heading.titled, heading.last = True, atom.last
    return line.gaps[heading.last] != "."


def _fill(heading: _Heading, line: Line, start: int) -> bool:
    fills = line.forms[heading.last] in grammar().fillers and heading.last > start and not heading.offices
    heading.last += fills
    return fills


def _beside(owners: list[Owner], office: str) -> str:
    """The office as the ministry beside it makes it: the spokesperson of the foreign ministry."""
    known = lexicon().offices.get(office)
    if known is None or not owners or owners[-1].kind != "ministry":
        return office
    return known.beside.get(owners[-1].key, office)


def _places(owners: list[Owner], offices: Sequence[str]) -> tuple[str, ...]:
    """The countries among the owners; where there is none, the bodies, each with its kind, unless the office tells."""
    countries = tuple(owner.key for owner in owners if owner.kind == "country")
    if countries or not lexicon().offices_beside.isdisjoint(offices):
        return countries
    return tuple(f"{owner.kind}:{owner.key}" for owner in owners)


def _blocked(line: Line, position: int, start: int) -> bool:
    gap = line.gaps[position] if position < len(line.gaps) else "?"
    return position >= len(line.words) or (position > start and gap not in ("", ".", ",.", "'", "‘", "’"))


def _chains(line: Line, position: int) -> bool:
    """Whether a genitive joins the office just read to another: प्रधानमंत्री के प्रधान सचिव."""
    if not line.clear(position) or line.forms[position] not in GENITIVE:
        return False
    atom = line.atoms.get(position + 1)
    office = atom.one("office") if atom is not None and line.clear(position + 1) else None
    return office is not None and office.key in heads().aides


def _whose(line: Line, start: int) -> tuple[int, list[Owner]]:
    """The word behind the countries or bodies that a person phrase begins with, and those."""
    words = grammar()
    position = found = start
    if position < len(line.words) and line.forms[position] in words.reflexives:
        position += 1
    owners: list[Owner] = []
    while len(owners) < _MOST_OWNERS and (owner := _owner_at(line, position)) is not None:
        owners.append(owner)
        position = owner.last
        if line.clear(position) and line.forms[position] in GENITIVE:
            position += 1
            while line.clear(position) and (
                line.forms[position] in words.reflexives or line.forms[position] in words.fillers
            ):
                position += 1
        found = position
        if not _PARTING.isdisjoint(line.gaps[position]):
            break
        if position < len(line.words) and (line.forms[position] in words.conjunctions or line.gaps[position] == ","):
            position += line.forms[position] in words.conjunctions
    if not _several(owners):
        return found, owners
    found = _behind_group(line, found)
    if not _plural_at(line, found) and not _each_has_one(line, owners[-1], found):
        return _first_owners(line, start, owners)
    return found, owners


def _behind_group(line: Line, position: int) -> int:
    """Behind what several countries are called together, and its genitive (यानी इब्सा के); else `position`."""
    if not line.clear(position) or line.forms[position] not in heads().that_is:
        return position
    group = _owner_at(line, position + 1) if line.clear(position + 1) else None
    if group is None or group.kind != "organization" or not line.clear(group.last):
        return position
    return group.last + 1 if line.forms[group.last] in GENITIVE else position


def _owner_at(line: Line, position: int) -> Owner | None:
    atom = line.atoms.get(position)
    if atom is None or atom.one("office"):
        return None
    entry = atom.one("country") or atom.one("organization", "ministry", "source")
    if entry is not None and entry.sub == "metonym":
        # The Kremlin speaks as an institution; Moscow stands for the state.
        entry = atom.one("source") or entry
    return None if entry is None else Owner(position, atom.last, entry.kind, entry.key)


def _first_owners(line: Line, start: int, owners: list[Owner]) -> tuple[int, list[Owner]]:
    """Before a singular office, only the owners up to the second country belong together."""
    kept = owners[:1]
    for before, owner in pairwise(owners):
        if owner.kind == "country" or owner.first - before.last > 1 or line.gaps[owner.first]:
            break
        kept.append(owner)
    position = kept[-1].last
    if line.clear(position) and line.forms[position] in GENITIVE:
        position += 1
    return position, kept


def _several(owners: Sequence[Owner]) -> bool:
    return len(owners) > 1 and len({owner.key for owner in owners if owner.kind == "country"}) > 1


def _each_has_one(line: Line, owner: Owner, position: int) -> bool:
    """Whether the office at `position` has no name behind it, so that each country up to `owner` has a holder."""
    if owner.kind != "country" or line.forms[owner.first - 1] not in grammar().conjunctions:
        return False
    while line.clear(position) and line.forms[position] in grammar().fillers:
        position += 1
    atom = line.atoms.get(position)
    office = atom.one("office") if atom is not None and line.clear(position) else None
    if atom is None or office is None or office.sub or office.key in heads().vague_offices:
        return False
    if not pins_down(office.key, owner.key):
        return False
    behind = line.atoms.get(atom.last)
    if behind is not None and behind.one("office", "title"):
        return False
    return _blocked(line, atom.last, position) or name_at(line, atom.last, strong=True) is None


def _plural_at(line: Line, position: int) -> bool:
    for here in (position, position + 1):
        atom = line.atoms.get(here)
        if atom is not None and (office := atom.one("office")) and office.sub == "plural":
            return True
    return False
