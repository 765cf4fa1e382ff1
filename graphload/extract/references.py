"""References: whom pairs and offices without a name stand for, found in reading order, and pronouns with them.

Where the way back is not plain, a phrase stands for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphload.extract.cases import says_both
from graphload.extract.cast import Cast, first_of, home_of, office_in
from graphload.extract.customs import customs
from graphload.extract.definite import certain
from graphload.extract.lines import Line, Phrase
from graphload.extract.posts import Posts
from graphload.extract.pronouns import ACTS, Pronouns, acts_unread, body_before, speaker
from graphload.extract.slots import role
from graphload.extract.vocabulary import COUNTERPART
from graphload.language.grammar import grammar
from graphload.relations import proposed_as

_LOOK_BACK = 4
_QUOTES = frozenset('"“”')
_CREDITED = ("मुताबिक", "हवाले")
"""Markers of those who only tell what others do."""


class References:
    """Follows the references of one article.

    `spoken` are the persons of the last sentence that names any; `quoted` is who speaks where a quotation stays open.
    """

    def __init__(self, cast: Cast, lines: Sequence[Line]) -> None:
        self._cast, self._lines = cast, lines
        self._posts, self._pronouns = Posts(cast, lines), Pronouns(cast)
        self._spoken: list[int] = []
        self._quoted: list[int] = []
        self._open = False

    def follow(self) -> None:
        """Fills `Phrase.refs` of all lines, and what each line may leave unsaid; needs cases and clauses."""
        for position, line in enumerate(self._lines):
            self._look_back(position)
            for place, phrase in enumerate(line.phrases):
                self._resolve(position, place, phrase)
            self._spoken = self._named_in(line) or ([] if _acts_unread(line) else self._spoken)
            self._quote(line)

    def _quote(self, line: Line) -> None:
        """Notes whether a quotation stays open behind the line, and whose it is."""
        self._open ^= sum(mark in _QUOTES for gap in line.gaps for mark in gap) % 2 == 1
        self._quoted = (speaker(line) or self._quoted) if self._open else []

    def _look_back(self, position: int) -> None:
        """Tells a line what it may leave unsaid."""
        line = self._lines[position]
        line.focus = next((ref for ref in self._spoken if not self._pronouns.speaks_for_others(ref)), None)
        if line.tells(*proposed_as("party to agreement")):
            line.pair = self._two_countries(position, 0)
        if line.tells(*proposed_as("person to country")):
            before = self._lines[max(0, position - 2) : position]
            told = [key for other in before for key in self._countries_of(other.phrases)]
            line.place = told[-1] if told else None

    def _resolve(self, position: int, place: int, phrase: Phrase) -> None:
        line = self._lines[position]
        if phrase.kind == "country" and phrase.form == "pair":
            phrase.countries = self._two_countries(position, place)
        elif phrase.kind == "ministry" and phrase.sub == "state" and not phrase.countries:
            self._government(line, phrase)
        elif phrase.kind == "person" and phrase.refs:
            if COUNTERPART in phrase.offices:
                self._note_counterpart(line, place, phrase)
        elif phrase.kind == "person" and phrase.form == "office":
            self._office(position, place, phrase)
        elif phrase.kind == "person" and phrase.form == "pair":
            phrase.refs = self._two_people(position, place, phrase)
        elif phrase.kind == "person" and phrase.form == "pronoun":
            phrase.refs = self._pronouns.whom(line, phrase, self._spoken, self._quoted)
            body = None if phrase.refs else body_before(line, phrase)
            if body is not None:
                phrase.kind, phrase.key, phrase.countries, phrase.sub = body.kind, body.key, body.countries, body.sub

    def _named_in(self, line: Line) -> list[int]:
        """Who the sentence speaks of, for a pronoun in the next one: who acts, first; then the others in order."""
        people = [p for p in line.phrases if p.kind == "person" and len(p.refs) == 1 and p.case not in _CREDITED]
        if not people:
            return []
        acting = [p for p in people if p.case in ("ने", "")]
        first = [p for p in acting if p.form != "pronoun"] or acting
        return list(dict.fromkeys(p.refs[0] for p in (*first[:1], *people)))

    # Offices

    def _office(self, position: int, place: int, phrase: Phrase) -> None:
        line = self._lines[position]
        if not certain(line, phrase):
            return
        if COUNTERPART in phrase.offices:
            self._counterpart(position, place, phrase)
            return
        office = phrase.offices[-1] if phrase.offices else ""
        countries = phrase.countries or self._there(position, place) or _listed_country(line, place)
        if phrase.plural and not countries and phrase.first:
            countries = self._two_countries(position, place) if says_both(line, phrase.first) else ()
        self._seat(line, phrase, office, countries)

    def _seat(self, line: Line, phrase: Phrase, office: str, countries: tuple[str, ...]) -> None:
        """Lets the phrase stand for who holds the office, in each of the countries where it is plural."""
        if phrase.plural and not all(home_of(place) == place for place in countries):
            return
        wanted = countries if phrase.plural else (first_of(countries),)
        holders = [self._posts.holder(office_in(office, country), country, line, phrase) for country in wanted]
        if all(holders):
            phrase.refs = [member.index for member in holders if member]

    def _government(self, line: Line, phrase: Phrase) -> None:
        """Lets a government that is named with nobody's stand for the home country: केंद्र सरकार, but not पंजाब सरकार."""
        before = line.forms[phrase.first - 1] if phrase.first and not line.gaps[phrase.first] else ""
        if before and before not in grammar().function_words and before not in customs().central:
            return
        if country := self._posts.home():
            phrase.kind, phrase.key, phrase.sub = "country", country, "government"

    # Counterparts

    def _counterpart(self, position: int, place: int, phrase: Phrase) -> None:
        """Whom समकक्ष stands for: who is named right behind it, else who holds the office in the country told."""
        line = self._lines[position]
        if (named := _in_apposition(line, place)) is not None:
            phrase.refs = list(named.refs)
            return
        countries = phrase.countries or self._there(position, place) or _place_before(line, place)
        office = self._counterpart_office(line, place)
        if office and countries:
            self._seat(line, phrase, office, countries)

    def _note_counterpart(self, line: Line, place: int, phrase: Phrase) -> None:
        office = self._counterpart_office(line, place)
        if office:
            self._cast.members[phrase.refs[0]].posts.add((office, first_of(phrase.countries)))

    def _there(self, position: int, place: int) -> tuple[str, ...]:
        """The country that वहां के points back to, before an office."""
        line = self._lines[position]
        first = line.phrases[place].first
        if first < 2 or line.forms[first - 2] not in grammar().there or line.forms[first - 1] not in ("के", "की", "का"):
            return ()
        before = self._countries_of(line.phrases[:place]) or self._countries_of(
            self._lines[position - 1].phrases if position else ()
        )
        return (before[-1],) if before else ()

    def _counterpart_office(self, line: Line, place: int) -> str:
        """The office of the one whose counterpart is meant: who acts in the clause, else the nearest person."""
        here = line.clause_at(line.phrases[place].first)
        near = (*reversed(line.phrases[:place]), *line.phrases[place + 1 :])
        acting = sorted((p for p in near if here.holds(p.first) and role(p) in ACTS), key=lambda p: role(p) != ACTS[0])
        for other in (*acting, *near):
            if other.kind == "person" and (posts := self._posts_told(other)):
                member = self._cast.members[other.refs[0]] if other.refs else None
                return office_in(posts[-1], member.country() if member else None)
        return ""

    def _posts_told(self, phrase: Phrase) -> Sequence[str]:
        """The offices of the one whom a phrase stands for: its own, else the article's, else the registry's."""
        told = [office for office in phrase.offices if office != COUNTERPART]
        if told or not phrase.refs:
            return told
        member = self._cast.members[phrase.refs[0]]
        return sorted(office for office, _ in member.posts or member.all_posts())

    # Pairs

    def _two_people(self, position: int, place: int, phrase: Phrase) -> list[int]:
        """The two persons last spoken of together; `phrase.sub` tells how far back, and out of how many."""
        lines, members = self._lines, self._cast.members
        office = phrase.offices[-1] if phrase.offices else None
        here = [p.refs[0] for p in lines[position].phrases[:place] if p.kind == "person" and len(p.refs) == 1]
        back = range(position - 1, max(-1, position - 1 - _LOOK_BACK), -1)
        for distance, refs in enumerate((here, *(_people_of(lines[k]) for k in back), _people_of(lines[0]))):
            pair = [r for r in dict.fromkeys(refs) if office is None or members[r].holds(office, None)]
            if len(pair) >= 2 and not _meets_another(lines[position], phrase, pair):
                met = "met" if lines[max(0, position - distance)].tells("MET_WITH") else "named"
                phrase.sub = f"{min(distance, 3)} back, of {min(len(pair), 4)} {met}"
                return self._two_sides(pair)
        return []

    def _two_sides(self, people: list[int]) -> list[int]:
        """The first person, and the first one who acts for another country, if there is one."""
        members = self._cast.members
        home = members[people[0]].country()
        other = next((p for p in people[1:] if members[p].country() not in (None, home)), people[1])
        return [people[0], other]

    def _two_countries(self, position: int, place: int) -> tuple[str, ...]:
        back = range(position - 1, max(-1, position - 1 - _LOOK_BACK), -1)
        groups: Iterable[Sequence[Phrase]] = (
            self._lines[position].phrases[:place],
            *(self._lines[k].phrases for k in back),
        )
        for phrases in groups:
            pair = tuple(dict.fromkeys(self._countries_of(phrases)))
            if len(pair) >= 2:
                return pair[:2]
        told = self._cast.countries.most_common(2)
        return tuple(key for key, _ in told) if len(told) == 2 else ()

    def _countries_of(self, phrases: Sequence[Phrase]) -> list[str]:
        found: list[str] = []
        for phrase in phrases:
            if phrase.kind == "country" and phrase.sub != "city" and phrase.key:
                found.append(phrase.key)
            elif phrase.kind == "person" and len(phrase.refs) == 1:
                country = self._cast.members[phrase.refs[0]].country()
                found += [country] if country else []
        return found


def _listed_country(line: Line, place: int) -> tuple[str, ...]:
    """The country of the office right before in one list: श्रीलंका के राष्ट्रपति और प्रधानमंत्री."""
    before, phrase = line.phrases[place - 1] if place else None, line.phrases[place]
    if before is None or before.group != phrase.group or before.form != "office" or len(before.refs) != 1:
        return ()
    phrase.countries = before.countries[:1]
    return phrase.countries


def _acts_unread(line: Line) -> bool:
    """Whether somebody acts in the line whom no phrase names."""
    return "ने" in line.forms and any(acts_unread(line, clause) for clause in line.clauses)


def _meets_another(line: Line, pair: Phrase, people: Sequence[int]) -> bool:
    """Whether the clause of दोनों names somebody else as company: पुतिन के साथ बैठक में दोनों नेताओं ने."""
    here = line.clause_at(pair.first)
    beside = [p for p in line.phrases if p.last <= pair.first and here.holds(p.first) and role(p) == "companion"]
    return any(p.kind == "person" and p.refs and not set(p.refs) & set(people) for p in beside)


def _in_apposition(line: Line, place: int) -> Phrase | None:
    """The person named right behind the phrase, or behind an और: समकक्ष और जापान के विदेश मंत्री तारो कोनो."""
    behind = line.phrases[place].last
    starts = {behind, behind + (behind < len(line.forms) and line.forms[behind] in grammar().conjunctions)}
    nxt = next((p for p in line.phrases[place + 1 :] if p.first in starts), None)
    return nxt if nxt is not None and nxt.kind == "person" and len(nxt.refs) == 1 and nxt.offices else None


def _place_before(line: Line, place: int) -> tuple[str, ...]:
    """The country in which somebody meets the counterpart: टोक्यो में अपने समकक्ष से."""
    first = line.phrases[place].first
    own = first and line.forms[first - 1] in grammar().reflexives
    before = [p for p in line.phrases[:place] if p.kind == "country" and p.behind == first - own and p.case == "में"]
    return (before[-1].key,) if before and before[-1].key else ()


def _people_of(line: Line) -> list[int]:
    return [phrase.refs[0] for phrase in line.phrases if phrase.kind == "person" and len(phrase.refs) == 1]
