"""Entities: what one article says of everybody and everything that its claims name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graphload.extract.analysis import Analysis
from graphload.extract.candidates import End
from graphload.extract.cast import Member
from graphload.extract.lines import Line, Phrase
from graphload.lexicon.load import lexicon
from graphload.lexicon.naming import body, holder
from graphload.lexicon.people import registry
from graphload.model import Entity, Label, Mention

Identity = tuple[str, str]
_LETTER = {"Person": "p", "Country": "c", "Organization": "o", "Agreement": "a", "Source": "s"}


@dataclass(slots=True)
class Draft:
    """An entity in the making: its label, what it is known by, and where the article names it."""

    label: Label
    key: str | None = None
    member: Member | None = None
    places: list[tuple[Line, Phrase]] = field(default_factory=list)


class Drafts:
    """Finds or makes the one entity of the article for each end of a claim."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._drafts: dict[Identity, Draft] = {}
        self._ids: dict[Identity, str] = {}
        self._counts: dict[str, int] = {}

    def of(self, end: End, line: Line, *, as_source: bool = False) -> str:
        """The local id of the entity that `end` stands for."""
        identity, label, key = self._identify(end, line, as_source)
        draft = self._drafts.get(identity)
        if draft is None:
            letter = _LETTER[label]
            self._counts[letter] = self._counts.get(letter, 0) + 1
            self._ids[identity] = f"{letter}{self._counts[letter]}"
            member = self._analysis.cast.members[end.person] if end.person is not None else None
            draft = self._drafts[identity] = Draft(label, key, member)
            if label == "Country":
                draft.places += _places(self._analysis.lines, lambda p: p.kind == "country" and p.key == key)
            elif key is not None and label in ("Organization", "Source"):
                draft.places += _places(
                    self._analysis.lines,
                    lambda p: (p.kind, p.key, p.countries) == (end.phrase.kind, end.phrase.key, end.phrase.countries),
                )
        if label in ("Agreement", "Organization", "Source") and all(p is not end.phrase for _, p in draft.places):
            draft.places.append((line, end.phrase))
        return self._ids[identity]

    def _identify(self, end: End, line: Line, as_source: bool) -> tuple[Identity, Label, str | None]:
        phrase = end.phrase
        if end.person is not None:
            return ("person", str(end.person)), "Person", None
        if end.country is not None and not as_source:
            return ("country", end.country), "Country", end.country
        surface = " ".join(line.forms[phrase.first : phrase.last])
        if phrase.kind == "agreement":
            return ("agreement", phrase.key or surface), "Agreement", None
        label: Label = "Source" if as_source or phrase.kind == "source" else "Organization"
        key = phrase.key
        if phrase.kind == "ministry" and phrase.key:
            key = f"{_first(phrase.countries) or ''}:{phrase.key}".strip(":")
        elif phrase.kind == "country":
            key = surface
        name = key or surface
        return (label, name), label, key

    def entities(self) -> tuple[Entity, ...]:
        """Every entity asked for so far."""
        return tuple(self._entity(self._ids[identity], draft) for identity, draft in self._drafts.items())

    def _entity(self, local: str, draft: Draft) -> Entity:
        mentions = sorted(set(self._mentions(draft)), key=lambda m: (m.start, m.end))
        names = tuple(dict.fromkeys(m.surface for m in mentions))
        if draft.member is not None:
            return _person(local, draft.member, names, tuple(mentions))
        name, kind = _known_name(draft, names)
        return Entity(local, draft.label, name, names, tuple(mentions), key=draft.key, kind=kind)

    def _mentions(self, draft: Draft) -> Iterable[Mention]:
        document = self._analysis.document
        for line, phrase in draft.member.phrases if draft.member else draft.places:
            first, last = phrase.name or (phrase.first, phrase.last)
            if draft.member is not None and len(phrase.owners) == len(phrase.refs) > 1:
                first = phrase.owners[phrase.refs.index(draft.member.index)].first
            if first >= 0 and phrase.form != "pronoun":
                start, end = line.starts[first], line.ends[last - 1]
                yield Mention(start, end, document[start:end])


def _places(lines: Iterable[Line], fits: Callable[[Phrase], bool]) -> list[tuple[Line, Phrase]]:
    return [(line, phrase) for line in lines for phrase in line.phrases if phrase.form == "named" and fits(phrase)]


def _person(local: str, member: Member, names: tuple[str, ...], mentions: tuple[Mention, ...]) -> Entity:
    known = registry().get(member.key) if member.key else None
    country = member.country()
    told = sorted((office, place or "") for office, place in member.posts)
    office = told[0][0] if told else (known.offices[-1].office if known and known.offices else None)
    if known is not None:
        name = known.name
    elif member.words:
        name = max(names, key=lambda n: (len(n.split()), len(n)), default=" ".join(member.words))
    else:
        name = _office_name(office or "person", country, told[0][1] if told else "")
    return Entity(
        local,
        "Person",
        name,
        names,
        mentions,
        member.key,
        office,
        country if country in lexicon().countries else None,
        bool(member.words),
    )


def _office_name(office: str, country: str | None, place: str) -> str:
    """The office in English, and whose it is: Foreign Minister of Pakistan, Director General of IAEA."""
    words, key = lexicon(), place.rpartition(":")[2]
    owner = words.organizations.get(key) or words.sources.get(key) or words.countries.get(country or "")
    return holder(office, owner.name if owner else None)


def _known_name(draft: Draft, names: tuple[str, ...]) -> tuple[str, str | None]:
    """The usual English name where the lexicon has one, and the kind of a Source."""
    key = draft.key or ""
    if draft.label == "Country":
        return lexicon().countries[key].name, None
    if known := body(key):
        return known.name, known.kind if draft.label == "Source" else None
    return max(names, key=len, default=key), "outlet" if draft.label == "Source" else None


def _first(countries: tuple[str, ...]) -> str | None:
    return countries[0] if countries else None
