"""The cast: who the person phrases of one article stand for.

Full names make persons; a shorter or differently spelt name joins the person whose name holds it and
whose office does not contradict. Offices, pronouns and pairs are then followed back in reading order.
Where the way back is not plain, a phrase stands for nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import Levenshtein

from graphload.extract.lines import Line, Phrase
from graphload.extract.namesakes import continues_name, named_after
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
    """One person of the cast: the words of the fullest name, what the article says the person is, or was
    (`former`), where it says so.
    """

    index: int
    words: tuple[str, ...]
    posts: set[Post] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    keys: Counter[str] = field(default_factory=Counter)
    phrases: list[tuple[Line, Phrase]] = field(default_factory=list)
    guessed: bool = False

    @property
    def key(self) -> str | None:
        """The registry's id, where the names of the article point to one person of it."""
        return max(self.keys, key=self.keys.__getitem__) if self.keys else None

    def holds(self, office: str, country: str | None) -> bool:
        """Whether the article, or the registry, gives the person this office (of this country, if one is told)."""
        for posts in (self.posts, _known_posts(self.key)):
            for held, place in posts:
                if held == office and (country is None or place is None or place == country):
                    return True
        return False

    def all_posts(self) -> frozenset[Post]:
        """The posts of the article and those of the registry."""
        return _known_posts(self.key).union(self.posts)

    def country(self) -> str | None:
        """The country that the person acts for, where it is told or known: by office, by body, by the registry."""
        told = [home for _, place in self.posts if place and (home := home_of(place))]
        if told:
            return told[0] if len(told) == 1 else max(sorted(set(told)), key=told.count)
        person = registry().get(self.key) if self.key else None
        return person.country if person else None


@cache
def _known_posts(key: str | None) -> frozenset[Post]:
    """The posts that the registry gives a person, if it knows the person."""
    person = registry().get(key) if key else None
    offices = person.offices if person else ()
    return frozenset((post.office, post.country or post.organization) for post in offices)


def home_of(place: str) -> str | None:
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
        named = [(line, p) for line in lines for p in line.phrases if _names_person(line, p)]
        named.sort(key=lambda pair: -(pair[1].name[1] - pair[1].name[0]) if pair[1].name else 0)
        for line, phrase in named:
            member = self._namesake(line, phrase) or self.add(_name_words(line, phrase))
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
        same_post = any(member.holds(office, first_of(phrase.countries)) for office in phrase.offices)
        overlap = _overlap(member.words, words, _CLOSE if same_post else _CLOSER)
        if not overlap:
            return 0.0
        contradicts = bool(phrase.countries) and member.country() not in (None, first_of(phrase.countries))
        if contradicts and len(words) == 1:
            return 0.0
        return overlap + same_post

    def add(self, words: tuple[str, ...]) -> Member:
        """A new person, known by `words`, or by an office alone."""
        member = Member(len(self.members), words)
        self.members.append(member)
        return member

    def _join(self, member: Member, line: Line, phrase: Phrase) -> None:
        phrase.refs = [member.index]
        member.phrases.append((line, phrase))
        member.guessed = all(p.sub == "guess" for _, p in member.phrases)
        if len(phrase.candidates) == 1:
            member.keys[phrase.candidates[0]] += 3 if phrase.sub == "registry" else 1
        if phrase.former:
            member.former |= {office_in(o, first_of(phrase.countries)) for o in phrase.offices}
        else:
            country = first_of(phrase.countries)
            member.posts |= {_post(office_in(o, country), country, phrase) for o in phrase.offices if o != COUNTERPART}

    def _short_forms(self, lines: Sequence[Line]) -> None:
        """A word that is one person's surname, or first name, stands for that person wherever it stands free."""
        owners = self._owners()
        for line in lines:
            if owners.keys().isdisjoint(line.forms):
                continue
            taken = [(p.first, p.last) for p in line.phrases]
            taken += [(atom.first, atom.last) for atom in line.atoms.values() if atom.one("decoy")]
            covered = {k for first, last in taken for k in range(first, last)}
            for k, form in enumerate(line.forms):
                found = owners.get(form)
                if found is None or k in covered:
                    continue
                phrase = Phrase("person", k, k + 1, "named", name=(k, k + 1), sub="short")
                if continues_name(line, k):
                    found = {index for index in found if line.forms[k - 1] in self.members[index].words}
                if not found or named_after(line, phrase):
                    continue
                member = self.members[min(found, key=lambda index: -len(self.members[index].phrases))]
                line.phrases.append(phrase)
                self._join(member, line, phrase)
            line.phrases.sort(key=lambda p: p.first)

    def _owners(self) -> dict[str, set[int]]:
        """Whose first or last name a word is, unless it is an ordinary word too."""
        owners: dict[str, set[int]] = {}
        words_of = grammar()
        for member in self.members:
            if member.guessed or not member.words:
                continue
            parts = {member.words[-1], member.words[0]}
            for part in parts - words_of.function_words - words_of.common_words - words_of.name_particles:
                if len(part) > 2:
                    owners.setdefault(part, set()).add(member.index)
        return owners


def _post(office: str, country: str | None, phrase: Phrase) -> Post:
    """The post that a phrase gives; the registry's, where another country only happens to stand before a known name."""
    if country not in lexicon().countries or phrase.sub != "registry" or len(phrase.candidates) != 1:
        return office, country
    homes = {
        place for held, place in _known_posts(phrase.candidates[0]) if held == office and place in lexicon().countries
    }
    return office, next(iter(homes)) if len(homes) == 1 else country


def office_in(office: str, country: str | None) -> str:
    """The office as the lexicon keys it for the country."""
    return lexicon().office_in(office, country) if office in lexicon().offices else office


def first_of(countries: tuple[str, ...]) -> str | None:
    """The first of some countries, or `None`."""
    return countries[0] if countries else None


def _names_person(line: Line, phrase: Phrase) -> bool:
    return phrase.kind == "person" and phrase.name is not None and not named_after(line, phrase)


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
