"""Candidates: every pair of phrases that a trigger word might bind into a relation, with features.

The grammar proposes with high recall; the judge decides. A candidate names the ends by cast index
(people) or by phrase (everything else), the words that opened it, and the line that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Final, NamedTuple

from graphload.extract.features import Features
from graphload.extract.heads import heads
from graphload.extract.lines import Atom, Line, Phrase, Trigger
from graphload.extract.phrases import signed
from graphload.extract.scenes import Scene
from graphload.extract.slots import HOLDER, OUT, may_leave_out, role
from graphload.extract.world import World
from graphload.language.grammar import grammar
from graphload.relations import Lemmas, proposed_as, relations

_TAKING_PART = "शामिल"
"""Its subjects are guests; the host of the meeting may be the one spoken of before."""
_BEHIND = 9
_BEFORE = ("shared", "zero")
"""Slots of those whom a clause before names."""
_PARTIES = ("person", "country", "organization", "ministry", "source")


class End(NamedTuple):
    """One end of a candidate: a person of the cast (`person`), a country (`country`), or the thing a phrase names."""

    phrase: Phrase
    person: int | None = None
    country: str | None = None


class Candidate(NamedTuple):
    """A relation that may hold: its type, ends, trigger and line, and the features that speak for or against it."""

    relation: str
    line: Line
    source: End | None
    target: End
    trigger: Atom
    lemma: str
    groups: tuple[Features, ...]

    @property
    def features(self) -> tuple[str, ...]:
        """The features of all groups."""
        return tuple(name for group in self.groups for name in group.names())


def propose(line: Line, world: World, agreements: Iterable[Phrase]) -> Iterator[Candidate]:
    """All candidates of one line."""
    for relation, lemma, trigger in line.triggers:
        proposer = _PROPOSERS.get(relations()[relation].proposed)
        if proposer is not None:
            yield from proposer(relation, Scene(line, trigger, lemma), world)
    signable = list(agreements)
    for relation in proposed_as("party to agreement"):
        yield from _parties_to_agreements(relation, line, world, signable)


def _people(scene: Scene) -> list[End]:
    """The people of the line, but for those whose something or somebody it is: B के बयान का स्वागत."""
    named = [p for p in scene.line.phrases if p.kind == "person" and not scene.stance(p).slot.startswith(HOLDER)]
    return _nearest(scene, [End(p, person=ref) for p in named for ref in p.refs] + _zero(scene))


def _nearest(scene: Scene, ends: Sequence[End]) -> list[End]:
    """The ends without those whom another phrase names nearer to the trigger.

    In "A ने कहा कि उन्होंने B से मुलाकात की" it is the pronoun that meets, and not the name outside its clause.
    """
    best: dict[object, int] = {}
    ranked = [(end, _identity(end), _remoteness(scene.stance(end.phrase).slot)) for end in ends]
    for _, identity, remoteness in ranked:
        best[identity] = min(remoteness, best.get(identity, remoteness))
    return [end for end, identity, remoteness in ranked if remoteness == best[identity]]


def _identity(end: End) -> object:
    if end.person is not None:
        return end.person
    phrase = end.phrase
    return end.country or (phrase.kind, phrase.key or id(phrase), phrase.countries)


def _remoteness(slot: str) -> int:
    return 2 if slot.startswith(OUT) else 1 if slot.startswith(_BEFORE) else 0


def _zero(scene: Scene) -> list[End]:
    """The subject of the sentence before, where the trigger's clause and those before it leave theirs out."""
    focus = scene.line.focus
    if focus is None or not (scene.lemma == _TAKING_PART or may_leave_out(scene.line, scene.trigger)):
        return []
    return [End(Phrase("person", -1, 0, "zero", refs=[focus], case="zero", behind=0), person=focus)]


def _pairs_of_people(relation: str, scene: Scene, world: World) -> Iterator[Candidate]:
    ends = _people(scene)
    pairs = [
        (one, other) if one.phrase.first <= other.phrase.first else (other, one)
        for one, other in combinations(ends, 2)
        if one.person != other.person
    ]
    return _bound(relation, scene, world, pairs, f"people={min(len({end.person for end in ends}), 6)}")


def _people_to_countries(relation: str, scene: Scene, world: World) -> Iterator[Candidate]:
    line = scene.line
    places = _nearest(scene, [End(p, country=p.key) for p in line.phrases if p.kind == "country" and p.key])
    if not places and line.place:
        places = [End(Phrase("country", -1, 0, "zero", key=line.place, case="zero"), country=line.place)]
    people = _people(scene) if places else []
    counted = len({end.country for end in places}), len({end.person for end in people})
    told = f"places={min(counted[0], 4)}", f"people={min(counted[1], 4)}"
    return _bound(relation, scene, world, list(product(people, places)), *told)


def _parties_to_parties(relation: str, scene: Scene, world: World) -> Iterator[Candidate]:
    """Two of one list do it to each other only where a word tells so: A और B के बीच आरोप प्रत्यारोप."""
    line = scene.line
    here = line.clause_at(scene.trigger.first)
    mutual = not grammar().reciprocals.isdisjoint(line.forms[here.first : here.last])
    pairs = [
        (x, y)
        for x, y in product(_parties(scene), repeat=2)
        if x.phrase is not y.phrase
        and ((x.person is None and x.country is None) or (x.person, x.country) != (y.person, y.country))
        and (x.phrase.group != y.phrase.group or x.phrase.group < 0 or mutual)
    ]
    return _bound(relation, scene, world, pairs)


def _bound(
    relation: str, scene: Scene, world: World, pairs: Sequence[tuple[End, End]], *told: str
) -> Iterator[Candidate]:
    """A candidate for each of the pairs, of which `told` is said too; without any, nothing is worked out."""
    if pairs:
        shared = Features([*scene.features(), *told])
        for x, y in pairs:
            yield _candidate(relation, scene, x, y, world, shared)


_PROPOSERS: Final[Mapping[str, Callable[[str, Scene, World], Iterator[Candidate]]]] = {
    "pairs of people": _pairs_of_people,
    "person to country": _people_to_countries,
    "party to party": _parties_to_parties,
}
"""Those that a trigger sets off; an agreement is looked for in every line, and who is credited in `sources.py`."""


def _parties(scene: Scene) -> list[End]:
    return _nearest(scene, list(_acting(scene)))


def _acting(scene: Scene) -> Iterator[End]:
    for phrase in scene.line.phrases:
        if phrase.kind == "person":
            yield from (End(phrase, person=ref) for ref in phrase.refs)
        elif phrase.kind == "country" and phrase.form == "pair":
            yield from (End(phrase, country=country) for country in phrase.countries)
        elif phrase.kind == "country" and phrase.sub != "city":
            yield End(phrase, country=phrase.key)
        elif phrase.kind in _PARTIES and phrase.kind != "country" and phrase.sub != "state":
            # A government of which no country is told is nobody's.
            yield End(phrase)
    yield from _zero(scene)


def _parties_to_agreements(relation: str, line: Line, world: World, agreements: list[Phrase]) -> Iterator[Candidate]:
    lemmas, triggers = relations()[relation].lemmas, [t for t in line.triggers if t.relation == relation]
    for agreement in agreements or list(signed(line, (trigger.atom for trigger in triggers))):
        scene = _signing(line, agreement, triggers, lemmas)
        if scene is None:
            return
        parties = list(_signers(scene, world))
        shared = Features(
            [
                *scene.features(),
                f"parties={min(len(parties), 5)}",
                f"head={line.forms[agreement.last - 1]}",
                *_dealings(line, agreement),
            ]
        )
        described = scene.stance(agreement).as_end("a")
        for x in parties:
            within = Features([f"within={_within(x.phrase, agreement)}"])
            yield _candidate(relation, scene, x, End(agreement), world, shared, described, within)


def _signing(line: Line, agreement: Phrase, triggers: Iterable[Trigger], lemmas: Lemmas | None) -> Scene | None:
    """The act nearest to the agreement; else the agreement's own words, where its type is told by them too."""
    acts = [trigger for trigger in triggers if lemmas is None or trigger.lemma != lemmas.names]
    if acts:
        nearest = min(acts, key=lambda trigger: abs(trigger.atom.first - agreement.last))
        return Scene(line, nearest.atom, lemmas.acts if lemmas else nearest.lemma)
    return Scene(line, Atom(agreement.last - 1, agreement.last, ()), lemmas.names) if lemmas else None


def _within(party: Phrase, agreement: Phrase) -> str:
    """Whether the party stands in what describes the agreement, and with which marker: बांग्लादेश से वापसी का समझौता."""
    return party.case if agreement.first <= party.first < agreement.last else "not"


def _dealings(line: Line, agreement: Phrase) -> list[str]:
    """What the words behind an agreement, up to the end of the clause, say is done about it; the first comes first."""
    known, here = heads().dealings, line.clause_at(agreement.last - 1)
    behind = line.forms[agreement.last : min(here.last, agreement.last + _BEHIND)]
    told = list(dict.fromkeys(known[form] for form in behind if form in known))
    return [f"dealing={told[0] if told else 'none'}", *[f"deals={name}" for name in told]]


def _signers(scene: Scene, world: World) -> Iterator[End]:
    """The parties of the line, the countries that its people act for, and the two countries spoken of before."""
    ends = list(_parties(scene))
    yield from ends
    told = {end.country for end in ends if end.country}
    for end in ends:
        country = world.person(end.person).home if end.person is not None else None
        if country and country not in told:
            told.add(country)
            phrase = end.phrase
            yield End(
                Phrase(
                    "country",
                    phrase.first,
                    phrase.last,
                    "zero",
                    country,
                    "of person",
                    case=phrase.case,
                    behind=phrase.behind,
                ),
                country=country,
            )
    for country in scene.line.pair:
        if country not in told:
            told.add(country)
            yield End(Phrase("country", -1, 0, "zero", country, "of pair", case="zero"), country=country)


def _candidate(relation: str, scene: Scene, x: End, y: End, world: World, *shared: Features) -> Candidate:
    a, b = scene.stance(x.phrase), scene.stance(y.phrase)
    together = [
        *scene.pair_features(a, b),
        *(scene.holder_features(x.phrase, y.phrase) if relation not in proposed_as("person to country") else ()),
        *_world_features(x, y, world),
        *_company(scene.line, x.phrase, y.phrase),
    ]
    groups = (*shared, a.as_end("x"), b.as_end("y"), Features(together))
    return Candidate(relation, scene.line, x, y, scene.trigger, scene.lemma, groups)


def _company(line: Line, x: Phrase, y: Phrase) -> list[str]:
    """Who else of the same kind the line names, and in which roles: a third one may be whom these two met."""
    ours = (x.group, y.group)
    others = [
        p
        for p in line.phrases
        if p.kind == "person" and p is not x and p is not y and p.group not in ours and not (p.means(x) or p.means(y))
    ]
    told = [f"others.{name}" for name in sorted({role(p) for p in others})]
    if x.group == y.group and x.group >= 0:
        told.append(f"alone={role(x)} {not others}")
    return told


def _world_features(x: End, y: End, world: World) -> list[str]:
    """What is known of the two ends: a person does not visit the own country, and ministers of one state meet daily."""
    homes, told = [], []
    for mark, end in (("x", x), ("y", y)):
        if end.person is None:
            homes.append(end.country)
        else:
            known = world.person(end.person)
            homes.append(known.home)
            told += [f"{mark}.{text}" for text in known.told]
    if all(homes):
        told.append("home=same" if homes[0] == homes[1] else "home=other")
    else:
        told.append("home=?")
    return told
