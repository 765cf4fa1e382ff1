"""The cast: who the person phrases of one article stand for.

Full names make persons; a shorter or differently spelt name joins the person whose name holds it and
whose office does not contradict. Offices, pronouns and pairs are then followed back in reading order.
Where the way back is not plain, a phrase stands for nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from graphload.extract.cases import says_both
from graphload.extract.lines import Line, Phrase
from graphload.extract.phrases import heads
from graphload.extract.vocabulary import COUNTERPART
from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon
from graphload.lexicon.people import registry

Post = tuple[str, str | None]
_CLOSE, _CLOSER = 0.62, 0.78
_LOOK_BACK = 4
_RULERS = ("president", "prime minister", "chancellor", "supreme leader", "king", "leader", "crown prince")


@dataclass(slots=True)
class Member:
    """One person of the cast: the words of the fullest name, what the article says the person is, where it says so."""

    index: int
    words: tuple[str, ...]
    posts: set[Post] = field(default_factory=set)
    keys: Counter[str] = field(default_factory=Counter)
    phrases: list[tuple[Line, Phrase]] = field(default_factory=list)
    guessed: bool = False

    @property
    def key(self) -> str | None:
        """The registry's id, where the names of the article point to one person of it."""
        return self.keys.most_common(1)[0][0] if self.keys else None

    def holds(self, office: str, country: str | None) -> bool:
        """Whether the article, or the registry, gives the person this office (of this country, if one is told)."""
        return any(post[0] == office and (country is None or post[1] in (None, country)) for post in self.all_posts())

    def all_posts(self) -> set[Post]:
        """The posts of the article and those of the registry."""
        person = registry().get(self.key) if self.key else None
        known: set[Post] = (
            {(post.office, post.country or post.organization) for post in person.offices} if person else set()
        )
        return self.posts | known

    def country(self) -> str | None:
        """The country that the person acts for, where it is told or known: by office, by body, by the registry."""
        told = Counter(home for _, place in self.posts if place and (home := _home(place)))
        if told:
            return told.most_common(1)[0][0]
        person = registry().get(self.key) if self.key else None
        return person.country if person else None


def _home(place: str) -> str | None:
    """The country of a post's place, which is a country or a body written as kind and key."""
    kind, _, key = place.rpartition(":")
    if not kind:
        return place
    words = lexicon()
    body = words.organizations.get(key) or words.sources.get(key) or words.ministries.get(key)
    return body.country if body else None


class Cast:
    """Everybody in one article, and who each person phrase stands for (`Phrase.refs`)."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.members: list[Member] = []
        self.countries = Counter(p.key for line in lines for p in line.phrases if p.kind == "country" and p.key)
        self._named(lines)
        self._short_forms(lines)

    # Names

    def _named(self, lines: Sequence[Line]) -> None:
        named = [(line, p) for line in lines for p in line.phrases if p.kind == "person" and p.name is not None]
        named.sort(key=lambda pair: -(pair[1].name[1] - pair[1].name[0]) if pair[1].name else 0)
        for line, phrase in named:
            member = self._namesake(line, phrase) or self._new(_name_words(line, phrase))
            self._join(member, line, phrase)

    def _namesake(self, line: Line, phrase: Phrase) -> Member | None:
        words = _name_words(line, phrase)
        best: tuple[float, int] | None = None
        for member in self.members:
            likeness = self._likeness(member, words, phrase)
            if likeness and (best is None or (likeness, -member.index) > best):
                best = (likeness, -member.index)
        return self.members[-best[1]] if best else None

    def _likeness(self, member: Member, words: tuple[str, ...], phrase: Phrase) -> float:
        if not member.words:
            return 0.0
        if phrase.candidates and member.keys:
            shared = set(phrase.candidates) & set(member.keys)
            if phrase.sub == "registry" and not shared and len(words) > 1:
                return 0.0
            if shared:
                return 3.0
        same_post = any(member.holds(office, _first(phrase.countries)) for office in phrase.offices)
        overlap = _overlap(member.words, words, _CLOSE if same_post else _CLOSER)
        if not overlap:
            return 0.0
        contradicts = bool(phrase.countries) and member.country() not in (None, _first(phrase.countries))
        if contradicts and len(words) == 1:
            return 0.0
        return overlap + same_post

    def _new(self, words: tuple[str, ...]) -> Member:
        member = Member(len(self.members), words)
        self.members.append(member)
        return member

    def _join(self, member: Member, line: Line, phrase: Phrase) -> None:
        phrase.refs = [member.index]
        member.phrases.append((line, phrase))
        member.guessed = all(p.sub == "guess" for _, p in member.phrases)
        if len(phrase.candidates) == 1:
            member.keys[phrase.candidates[0]] += 3 if phrase.sub == "registry" else 1
        if not phrase.former:
            country = _first(phrase.countries)
            member.posts |= {(_office_in(o, country), country) for o in phrase.offices if o != COUNTERPART}

    def _short_forms(self, lines: Sequence[Line]) -> None:
        """A word that is one person's surname, or first name, stands for that person wherever it stands free."""
        owners: dict[str, set[int]] = {}
        words_of = grammar()
        for member in self.members:
            if member.guessed or not member.words:
                continue
            parts = {member.words[-1], member.words[0]} if len(member.words) > 1 else {member.words[0]}
            for part in parts - words_of.function_words - words_of.common_words - words_of.name_particles:
                if len(part) > 2:
                    owners.setdefault(part, set()).add(member.index)
        for line in lines:
            covered = {k for p in line.phrases for k in range(p.first, p.last)}
            for k, form in enumerate(line.forms):
                found = owners.get(form)
                if found is None or k in covered:
                    continue
                member = self.members[min(found, key=lambda index: -len(self.members[index].phrases))]
                phrase = Phrase("person", k, k + 1, "named", name=(k, k + 1), sub="short")
                line.phrases.append(phrase)
                self._join(member, line, phrase)
            line.phrases.sort(key=lambda p: p.first)

    # Offices, pronouns, pairs

    def follow(self, lines: Sequence[Line]) -> None:
        """Finds who offices, pronouns and pairs stand for, in reading order; needs the case of every phrase."""
        focus: list[int] = []
        for position, line in enumerate(lines):
            self._look_back(lines, position, focus)
            for place, phrase in enumerate(line.phrases):
                self._resolve(lines, position, place, phrase, focus)
            focus = _subjects(line) or focus

    def _look_back(self, lines: Sequence[Line], position: int, focus: list[int]) -> None:
        """Tells a line what it may leave unsaid."""
        line = lines[position]
        line.focus = focus[0] if focus else None
        if line.tells("SIGNED"):
            line.pair = self._two_countries(lines, position, 0)
        if line.tells("VISITED"):
            told = [
                key for other in lines[max(0, position - 2) : position] for key in self._countries_of(other.phrases)
            ]
            line.place = told[-1] if told else None

    def _resolve(self, lines: Sequence[Line], position: int, place: int, phrase: Phrase, focus: list[int]) -> None:
        if phrase.kind == "country" and phrase.form == "pair":
            phrase.countries = self._two_countries(lines, position, place)
        elif phrase.kind == "person" and phrase.refs:
            if COUNTERPART in phrase.offices:
                self._note_counterpart(lines[position], place, phrase)
        elif phrase.kind == "person" and phrase.form == "office":
            self._office(lines, position, place, phrase)
        elif phrase.kind == "person" and phrase.form == "pair":
            phrase.refs = self._two_people(lines, position, place, phrase)
        elif phrase.kind == "person" and phrase.form == "pronoun":
            phrase.refs = focus[:1]

    def _office(self, lines: Sequence[Line], position: int, place: int, phrase: Phrase) -> None:
        line = lines[position]
        office = phrase.offices[-1] if phrase.offices else ""
        if office == COUNTERPART:
            office = self._counterpart_office(line, place)
            if not office:
                return
        countries = phrase.countries or self._there(lines, position, place)
        if phrase.plural and not all(_home(place) == place for place in countries):
            return
        if phrase.plural and not countries and line.forms[phrase.first - 1 : phrase.first] and phrase.first:
            countries = self._two_countries(lines, position, place) if says_both(line, phrase.first) else ()
        office = _office_in(office, _first(countries))
        if phrase.former and not countries:
            return
        holders = [
            self._holder(office, country, line, phrase)
            for country in (countries if phrase.plural else (_first(countries),))
        ]
        if all(holders):
            phrase.refs = [member.index for member in holders if member]

    def _holder(self, office: str, country: str | None, line: Line, phrase: Phrase) -> Member | None:
        rulers = _RULERS if office == "leader" else (office,)
        elsewhere = {ref for p in line.phrases if p is not phrase and p.form == "named" for ref in p.refs}
        # A bare office beside a name is somebody else's; with its country told it may well be the same person's.
        fits = [m for m in self.members if self._fits(m, rulers, country) and (country or m.index not in elsewhere)]
        if fits:
            member = min(fits, key=lambda m: self._remoteness(m, rulers, country, line))
        elif not _pins_down(office, country):
            return None
        else:
            member = self._new(())
            member.posts.add((office, country))
        member.phrases.append((line, phrase))
        return member

    @staticmethod
    def _fits(member: Member, offices: Sequence[str], country: str | None) -> bool:
        if country is None:
            return any(member.holds(office, None) for office in offices)
        if not any(member.holds(office, country) for office in offices):
            return False
        return member.country() in (country, None) or any((office, country) in member.all_posts() for office in offices)

    @staticmethod
    def _remoteness(
        member: Member, offices: Sequence[str], country: str | None, line: Line
    ) -> tuple[bool, ...] | tuple[object, ...]:
        """How far a member is from being meant: named persons, told offices and often mentioned ones are near."""
        told = any(office in offices for office, _ in member.posts)
        if country is not None:
            return (not member.words, not told, -len(member.phrases), member.index)
        return (not told, not member.words, -len(member.phrases), -_last_before(member, line), member.index)

    def _note_counterpart(self, line: Line, place: int, phrase: Phrase) -> None:
        office = self._counterpart_office(line, place)
        if office:
            self.members[phrase.refs[0]].posts.add((office, _first(phrase.countries)))

    def _there(self, lines: Sequence[Line], position: int, place: int) -> tuple[str, ...]:
        """The country that वहां के points back to, before an office."""
        line = lines[position]
        first = line.phrases[place].first
        if first < 2 or line.forms[first - 2] not in grammar().there or line.forms[first - 1] not in ("के", "की", "का"):
            return ()
        before = self._countries_of(line.phrases[:place]) or self._countries_of(
            lines[position - 1].phrases if position else ()
        )
        return (before[-1],) if before else ()

    def _counterpart_office(self, line: Line, place: int) -> str:
        for other in (*reversed(line.phrases[:place]), *line.phrases[place + 1 :]):
            if other.kind != "person" or not other.refs:
                continue
            told = [o for o in other.offices if o != COUNTERPART]
            posts = told or sorted(o for o, _ in self.members[other.refs[0]].all_posts())
            if posts:
                return posts[-1]
        return ""

    def _two_people(self, lines: Sequence[Line], position: int, place: int, phrase: Phrase) -> list[int]:
        """The two persons last spoken of together; `phrase.sub` tells how far back, and out of how many."""
        office = phrase.offices[-1] if phrase.offices else None
        here = [p.refs[0] for p in lines[position].phrases[:place] if p.kind == "person" and len(p.refs) == 1]
        back = range(position - 1, max(-1, position - 1 - _LOOK_BACK), -1)
        for distance, refs in enumerate((here, *(_people_of(lines[k]) for k in back), _people_of(lines[0]))):
            pair = [r for r in dict.fromkeys(refs) if office is None or self.members[r].holds(office, None)]
            if len(pair) >= 2:
                met = "met" if self._meet(lines[max(0, position - distance)]) else "named"
                phrase.sub = f"{min(distance, 3)} back, of {min(len(pair), 4)} {met}"
                return self._two_sides(pair)
        return []

    def _two_sides(self, people: list[int]) -> list[int]:
        """The first person, and the first one who acts for another country, if there is one."""
        home = self.members[people[0]].country()
        other = next((p for p in people[1:] if self.members[p].country() not in (None, home)), people[1])
        return [people[0], other]

    @staticmethod
    def _meet(line: Line) -> bool:
        return line.tells("MET_WITH")

    def _two_countries(self, lines: Sequence[Line], position: int, place: int) -> tuple[str, ...]:
        here = self._countries_of(lines[position].phrases[:place])
        for found in (
            here,
            *(
                self._countries_of(lines[k].phrases)
                for k in range(position - 1, max(-1, position - 1 - _LOOK_BACK), -1)
            ),
        ):
            pair = tuple(dict.fromkeys(found))
            if len(pair) >= 2:
                return pair[:2]
        return tuple(key for key, _ in self.countries.most_common(2)) if len(self.countries) >= 2 else ()

    def _countries_of(self, phrases: Sequence[Phrase]) -> list[str]:
        found: list[str] = []
        for phrase in phrases:
            if phrase.kind == "country" and phrase.sub != "city" and phrase.key:
                found.append(phrase.key)
            elif phrase.kind == "person" and len(phrase.refs) == 1:
                country = self.members[phrase.refs[0]].country()
                found += [country] if country else []
        return found


def _office_in(office: str, country: str | None) -> str:
    """The office as the lexicon keys it for the country."""
    return lexicon().office_in(office, country) if office in lexicon().offices else office


def _pins_down(office: str, country: str | None) -> bool:
    """Whether an office without a name still tells one person apart."""
    known = lexicon().offices.get(office)
    if country is None:
        return known is not None and known.unique and office not in heads().vague_offices
    return (known is not None and known.unique) or office in heads().pinning_offices


def _first(countries: tuple[str, ...]) -> str | None:
    return countries[0] if countries else None


def _name_words(line: Line, phrase: Phrase) -> tuple[str, ...]:
    return tuple(line.forms[phrase.name[0] : phrase.name[1]]) if phrase.name else ()


def _overlap(full: tuple[str, ...], short: tuple[str, ...], close: float) -> float:
    """How much of the shorter name stands in the fuller one; 0 where a word of it has no like there."""
    if full == short:
        return 2.0
    total = 0.0
    free = list(full)
    for word in short:
        best = max(free, key=lambda other: _alike(word, other), default="")
        likeness = _alike(word, best) if best else 0.0
        if likeness < close:
            return 0.0
        total += likeness
        free.remove(best)
    if len(short) == 1 and len(full) > 1 and _alike(short[0], full[-1]) < close and _alike(short[0], full[0]) < close:
        return 0.0
    return total / len(full)


def _alike(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if a[0] != b[0] or min(len(a), len(b)) < 4:
        return 0.0
    return float(Levenshtein.normalized_similarity(a, b))


def _people_of(line: Line) -> list[int]:
    return [phrase.refs[0] for phrase in line.phrases if phrase.kind == "person" and len(phrase.refs) == 1]


def _subjects(line: Line) -> list[int]:
    """Who the sentence is about, for a pronoun in the next one: the agent, else the first person named."""
    people = [p for p in line.phrases if p.kind == "person" and len(p.refs) == 1]
    agents = [p for p in people if p.case in ("ने", "") and p.form != "pronoun"] or [
        p for p in people if p.case in ("ने", "")
    ]
    return [p.refs[0] for p in (agents or people)[:1]]


def _last_before(member: Member, line: Line) -> int:
    return max((other.number for other, _ in member.phrases if other.number <= line.number), default=-1)
