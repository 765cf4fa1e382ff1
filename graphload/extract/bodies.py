"""Bodies: phrases that name a country, an institution, a party or a medium, as the words alone tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphload.extract.customs import customs
from graphload.extract.heads import heads
from graphload.extract.lines import Atom, Entry, Line, Owner, Phrase
from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon
from graphload.lexicon.people import registry

GENITIVE = frozenset({"का", "के", "की"})
_SPOKEN_FOR = ("party", "armed group")
_DATELINE = 4
"""How many words a line has at most that only says where a text was written, and by whom: नई दिल्ली, भाषा।"""
_SET_OFF = frozenset("()[]/-–—'\"‘’“”")


def body_at(line: Line, start: int) -> Phrase | None:
    """A country, a body or a source that is not part of a person phrase."""
    atom = line.atoms.get(start)
    if atom is None:
        return None
    if ministry := atom.one("ministry"):
        return Phrase("ministry", start, atom.last, key=ministry.key, sub=ministry.sub)
    country = atom.one("country")
    if country is not None:
        owned = _owned_ministry(line, atom, country)
        if owned is not None:
            return owned
    source = atom.one("source")
    if source is not None and source.sub == "ambiguous" and not _credited(line, atom):
        source = None
    if source is not None and not (country and country.sub != "metonym"):
        return Phrase(
            "source", start, atom.last, key=source.key, sub=source.sub, countries=(country.key,) if country else ()
        )
    if organization := atom.one("organization"):
        last = _government_end(line, atom, organization.key)
        sub = "government" if last > atom.last else organization.sub
        return Phrase("organization", start, last, key=organization.key, sub=sub)
    if country is not None:
        return Phrase("country", start, atom.last, key=country.key, sub=country.sub)
    return None


def _credited(line: Line, atom: Atom) -> bool:
    """Whether words that are ordinary ones too stand as a source does: (वार्ता), समाचार एजेंसी तास, पीटीआई के मुताबिक."""
    marks = set(line.gaps[atom.first]) | set(line.gaps[atom.last])
    dateline = atom.last == len(line.forms) <= _DATELINE and "," in line.gaps[atom.first]
    if (
        marks & _SET_OFF
        or dateline
        or len(line.forms) <= 2
        or (atom.first and line.forms[atom.first - 1] in heads().media_before)
    ):
        return True
    case, length = grammar().case_at(line.forms, atom.last)
    behind = line.forms[atom.last + length] if atom.last + length < len(line.forms) else ""
    if case == "का":
        return behind in heads().reports
    return case in ("मुताबिक", "हवाले") or (case in ("ने", "को", "से") and behind in heads().credits)


def _owned_ministry(line: Line, atom: Atom, country: Entry) -> Phrase | None:
    """रूस के विदेश मंत्रालय, अमेरिकी विदेश विभाग; the government of a province (असम सरकार) is not its country's."""
    nxt = _behind(line, atom.last)
    ministry = nxt.one("ministry") if nxt is not None else None
    if nxt is None or ministry is None:
        return None
    if ministry.sub == "state" and country.sub == "city":
        return Phrase("organization", atom.first, nxt.last, sub="province", countries=(country.key,))
    if ministry.sub == "state":
        return Phrase("country", atom.first, nxt.last, key=country.key, sub="government")
    return Phrase("ministry", atom.first, nxt.last, key=ministry.key, sub=ministry.sub, countries=(country.key,))


def _government_end(line: Line, atom: Atom, key: str) -> int:
    """Behind the government of a party, which stands for the party (यूपीए सरकार) unless it is the country's."""
    if lexicon().organizations[key].kind not in _SPOKEN_FOR or not customs().central.isdisjoint(
        line.forms[atom.first : atom.last]
    ):
        return atom.last
    nxt = _behind(line, atom.last)
    ministry = nxt.one("ministry") if nxt is not None else None
    # सरकार is feminine: यूपीए के शासन में tells of a time.
    governs = ministry is not None and ministry.sub == "state" and line.forms[atom.last] not in ("का", "के")
    return nxt.last if nxt is not None and governs else atom.last


def _behind(line: Line, position: int) -> Atom | None:
    """The atom at `position`, or behind the genitive there and what only tells one of several: की नई (सरकार)."""
    if line.clear(position) and line.forms[position] in GENITIVE:
        position += 1
        while line.clear(position) and line.forms[position] in grammar().fillers and position not in line.atoms:
            position += 1
    return line.atoms.get(position) if line.clear(position) else None


def share_countries(lines: Iterable[Line]) -> None:
    """Gives a ministry that is named without its country the one it was named with last."""
    told: dict[str, str] = {}
    for phrase in (phrase for line in lines for phrase in line.phrases):
        if phrase.kind != "ministry" or not phrase.key or phrase.sub == "state":
            continue
        if phrase.countries:
            told[phrase.key] = phrase.countries[0]
        elif phrase.key in told:
            phrase.countries = (told[phrase.key],)


def government_of(line: Line, phrase: Phrase) -> Phrase | None:
    """The country that a ruler's government stands for: ट्रंप प्रशासन, प्रधानमंत्री मोदी की सरकार."""
    if phrase.kind != "person" or phrase.form != "named" or not phrase.candidates:
        return None
    nxt = _behind(line, phrase.last)
    ministry = nxt.one("ministry") if nxt is not None else None
    if nxt is None or ministry is None or ministry.sub != "state":
        return None
    ruled = {country for key in phrase.candidates for country in _ruled(key)}
    return Phrase("country", phrase.first, nxt.last, key=ruled.pop(), sub="government") if len(ruled) == 1 else None


def _ruled(key: str) -> set[str]:
    """The countries that a person of the registry has ruled."""
    person = registry().get(key)
    posts = person.offices if person else ()
    return {post.country for post in posts if post.country and post.office in heads().ruling_offices}


def group_of(last: int, owners: Sequence[Owner]) -> Phrase | None:
    """The party whose people up to word `last` speak for it without a name: बीजेपी नेताओं."""
    if len(owners) != 1 or owners[0].kind != "organization":
        return None
    owner = owners[0]
    if lexicon().organizations[owner.key].kind not in _SPOKEN_FOR:
        return None
    return Phrase("organization", owner.first, last, key=owner.key, sub="group", name=(owner.first, owner.last))
