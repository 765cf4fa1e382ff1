"""Posts: who holds an office that an article names without the holder's name."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.extract.cast import Cast, Member, home_of
from graphload.extract.customs import customs, pins_down
from graphload.extract.heads import heads
from graphload.extract.lines import Line, Phrase
from graphload.lexicon.people import registry

_BODIES = ("organization", "ministry", "source")
_SHORTLY = 3
"""How many sentences back an office that many hold may point."""


class Posts:
    """Finds the member of the cast who holds an office, or makes one who is known by it alone."""

    def __init__(self, cast: Cast, lines: Sequence[Line]) -> None:
        self._cast, self._lines = cast, lines

    def holder(self, office: str, country: str | None, line: Line, phrase: Phrase) -> Member | None:
        """Who holds `office` (of `country`, if one is told) where `phrase` stands; `None` where it is not plain."""
        if phrase.former:
            member = _only([m for m in self._cast.members if _held(m, office, country)])
        elif office in customs().crowded and country is None:
            member = self._one_of_many(office, line, phrase)
        else:
            member = self._told(office, country, line, phrase) if country else self._bare(office, line, phrase)
        if member is not None:
            member.phrases.append((line, phrase))
        return member

    def _told(self, office: str, country: str, line: Line, phrase: Phrase) -> Member | None:
        """Who holds the office of the country that is told."""
        offices = customs().rulers if office == "leader" else (office,)
        others = self._others(line, phrase)
        fits = [m for m in self._cast.members if _fits(m, offices, country) and m.index not in others]
        if office in customs().provincial:
            fits = [m for m in fits if _same_province(m, office, _province(line, phrase))]
        if fits:
            return min(fits, key=lambda m: (not m.words, not _is_told(m, offices), -len(m.phrases), m.index))
        return self._add(office, country) if pins_down(office, country) else None

    def _bare(self, office: str, line: Line, phrase: Phrase) -> Member | None:
        """Who holds an office of which no country is told: the home country's, else the only one of the article.

        Beside a name the office is somebody else's.
        """
        fits, beside = [m for m in self._cast.members if _fits(m, (office,), None)], self._beside(line, phrase)
        home = [m for m in fits if m.country() == customs().home]
        free = [m for m in home if m.index not in beside]
        if free:
            return min(free, key=lambda m: self._remoteness(m, office, line))
        if home:
            return None
        others = [m for m in fits if m.index not in beside]
        if others:
            told = [m for m in others if _is_told(m, (office,))]
            return _only(told or [m for m in others if _last_office(m) == office])
        country = None if office in customs().abroad else self.home()
        return self._add(office, country) if country and pins_down(office, None) else None

    def _one_of_many(self, office: str, line: Line, phrase: Phrase) -> Member | None:
        """The only person whom the article gives an office that many hold, shortly before: मंत्री ने कहा."""
        member = _only([m for m in self._cast.members if m.words and _is_told(m, (office,))])
        plain = phrase.case and member is not None and line.number - _last_before(member, line) <= _SHORTLY
        return member if plain and office != "leader" else None

    def _add(self, office: str, country: str) -> Member:
        member = self._cast.add(())
        member.posts.add((office, country))
        return member

    def home(self) -> str | None:
        """The home country, where the article has to do with it: by its name, its people or its bodies."""
        home = customs().home
        told = home in self._cast.countries or any(member.country() == home for member in self._cast.members)
        return home if told or self._names_body() else None

    def _names_body(self) -> bool:
        bodies = (p for line in self._lines for p in line.phrases if p.kind in _BODIES and p.key)
        return any(home_of(f"{p.kind}:{p.key}") == customs().home for p in bodies)

    def _others(self, line: Line, phrase: Phrase) -> set[int]:
        """Who of no known country is meant by another phrase of the clause, or holds the office in another country."""
        here, members = line.clause_at(phrase.first), self._cast.members
        spoken = {ref for p in line.phrases if p is not phrase and here.holds(p.first) for ref in p.refs}
        seated = {m.index for m in members if any(p is phrase for _, p in m.phrases)}
        return {ref for ref in spoken | seated if members[ref].country() is None}

    @staticmethod
    def _beside(line: Line, phrase: Phrase) -> set[int]:
        """Who is named in the clause of the phrase."""
        here = line.clause_at(phrase.first)
        return {
            ref for p in line.phrases if p is not phrase and p.form == "named" and here.holds(p.first) for ref in p.refs
        }

    @staticmethod
    def _remoteness(member: Member, office: str, line: Line) -> tuple[object, ...]:
        """How far a member is from being meant: told offices, named persons and often mentioned ones are near."""
        told = _is_told(member, (office,))
        return (not told, not member.words, -len(member.phrases), -_last_before(member, line), member.index)


def _only(members: Sequence[Member]) -> Member | None:
    return members[0] if len(members) == 1 else None


def _is_told(member: Member, offices: Sequence[str]) -> bool:
    """Whether the article itself gives the person one of the offices."""
    return any(office in offices for office, _ in member.posts)


def _last_office(member: Member) -> str | None:
    """The office that the registry gives the person last."""
    person = registry().get(member.key) if member.key else None
    return person.offices[-1].office if person and person.offices else None


def _held(member: Member, office: str, country: str | None) -> bool:
    """Whether the article says that the person held the office before."""
    told = country == member.country() if country else office not in heads().vague_offices
    return told and office in member.former and bool(member.words)


def _fits(member: Member, offices: Sequence[str], country: str | None) -> bool:
    offices = [office for office in offices if office not in member.former or _is_told(member, (office,))]
    if country is None:
        return any(member.holds(office, None) for office in offices)
    if not any(member.holds(office, country) for office in offices):
        return False
    return member.country() in (country, None) or any((office, country) in member.all_posts() for office in offices)


def _province(line: Line, phrase: Phrase) -> str:
    """The words that tell whose office it is: only they part one province of a country from another."""
    return " ".join(line.forms[k] for owner in phrase.owners for k in range(owner.first, owner.last))


def _same_province(member: Member, office: str, province: str) -> bool:
    told = {_province(line, phrase) for line, phrase in member.phrases if office in phrase.offices}
    return any(name and (name.startswith(province) or province.startswith(name)) for name in told)


def _last_before(member: Member, line: Line) -> int:
    return max((other.number for other, _ in member.phrases if other.number <= line.number), default=-1)
