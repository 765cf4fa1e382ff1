"""Posts: who holds an office that an article names without the holder's name."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.extract.cast import Cast, Member
from graphload.extract.customs import customs
from graphload.extract.heads import heads
from graphload.extract.lines import Line, Phrase
from graphload.lexicon.load import lexicon


class Posts:
    """Finds the member of the cast who holds an office, or makes one who is known by it alone."""

    def __init__(self, cast: Cast, lines: Sequence[Line]) -> None:
        self._cast, self._lines = cast, lines

    def holder(self, office: str, country: str | None, line: Line, phrase: Phrase) -> Member | None:
        """Who holds `office` (of `country`, if one is told) where `phrase` stands; `None` where it is not plain."""
        rulers = customs().rulers if office == "leader" else (office,)
        elsewhere = self._beside(line, phrase)
        # A bare office beside a name is somebody else's; with its country told it may well be the same person's.
        fits = [m for m in self._cast.members if _fits(m, rulers, country) and (country or m.index not in elsewhere)]
        if country is None:
            at_home = [m for m in fits if m.country() == customs().home]
            fits = at_home or fits
        elif office in customs().provincial:
            fits = [m for m in fits if _same_province(m, office, _province(line, phrase))]
        if fits:
            member = min(fits, key=lambda m: self._remoteness(m, rulers, country, line))
        elif not _pins_down(office, country):
            return None
        else:
            member = self._cast.add(())
            member.posts.add((office, country or self._at_home(rulers, elsewhere)))
        member.phrases.append((line, phrase))
        return member

    def _at_home(self, offices: Sequence[str], elsewhere: set[int]) -> str | None:
        """The home country, where the article has to do with it and its own holder is not the one named beside."""
        members = self._cast.members
        if any(members[ref].country() == customs().home and _fits(members[ref], offices, None) for ref in elsewhere):
            return None
        return self.home()

    def home(self) -> str | None:
        """The home country, where the article has to do with it."""
        home = customs().home
        told = home in self._cast.countries or any(member.country() == home for member in self._cast.members)
        return home if told else None

    @staticmethod
    def _beside(line: Line, phrase: Phrase) -> set[int]:
        """Who is named in the clause of the phrase."""
        here = line.clause_at(phrase.first)
        return {
            ref for p in line.phrases if p is not phrase and p.form == "named" and here.holds(p.first) for ref in p.refs
        }

    @staticmethod
    def _remoteness(member: Member, offices: Sequence[str], country: str | None, line: Line) -> tuple[object, ...]:
        """How far a member is from being meant: named persons, told offices and often mentioned ones are near."""
        told = any(office in offices for office, _ in member.posts)
        if country is not None:
            return (not member.words, not told, -len(member.phrases), member.index)
        return (not told, not member.words, -len(member.phrases), -_last_before(member, line), member.index)


def _fits(member: Member, offices: Sequence[str], country: str | None) -> bool:
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


def _pins_down(office: str, country: str | None) -> bool:
    """Whether an office without a name still tells one person apart."""
    known = lexicon().offices.get(office)
    if office in customs().crowded:
        return False
    if country is None:
        return known is not None and known.unique and office not in heads().vague_offices
    return (known is not None and known.unique) or office in heads().pinning_offices


def _last_before(member: Member, line: Line) -> int:
    return max((other.number for other, _ in member.phrases if other.number <= line.number), default=-1)
