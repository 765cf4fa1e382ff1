"""Candidates: every pair of phrases that a trigger word might bind into a relation, with features.

The grammar proposes with high recall; the judge decides. A candidate names the ends by cast index
(people) or by phrase (everything else), the words that opened it, and the line that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphload.extract.cast import Cast
from graphload.extract.features import pair_features, phrase_features, role, trigger_features
from graphload.extract.lines import Atom, Line, Phrase
from graphload.extract.phrases import signed

_PARTIES = ("person", "country", "organization", "ministry", "source")


@dataclass(frozen=True, slots=True)
class End:
    """One end of a candidate: a person of the cast (`person`), a country (`country`), or the thing a phrase names."""

    phrase: Phrase
    person: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that may hold: its type, ends, trigger and line, and the features that speak for or against it."""

    relation: str
    line: Line
    source: End | None
    target: End
    trigger: Atom
    lemma: str
    features: tuple[str, ...]


def propose(line: Line, previous: Line | None, cast: Cast, agreements: Iterable[Phrase]) -> Iterator[Candidate]:
    """All candidates of one line."""
    for relation, lemma, trigger in _triggers(line):
        if relation == "MET_WITH":
            yield from _meetings(line, previous, cast, trigger, lemma)
        elif relation == "VISITED":
            yield from _visits(line, previous, cast, trigger, lemma)
        elif relation == "ACCUSED":
            yield from _accusations(line, previous, cast, trigger, lemma)
    yield from _signings(line, previous, cast, list(agreements))


def _triggers(line: Line) -> Iterator[tuple[str, str, Atom]]:
    for atom in line.atoms.values():
        for entry in atom.entries:
            if entry.kind == "trigger":
                yield entry.key, entry.sub, atom


def _people(line: Line, previous: Line | None) -> list[End]:
    ends = [End(p, person=ref) for p in line.phrases if p.kind == "person" for ref in p.refs]
    zero = _zero(line, previous)
    return ends + zero


def _zero(line: Line, previous: Line | None) -> list[End]:
    """The subject of the sentence before, where this one may have left its own out."""
    people = [p for p in line.phrases if p.kind == "person"]
    if line.focus is None or any(
        role(p) in ("agent", "owner") or (role(p) == "bare" and p is people[0]) for p in people
    ):
        return []
    phrase = Phrase("person", -1, 0, "zero", refs=[line.focus], case="zero", behind=0)
    return [End(phrase, person=line.focus)]


def _meetings(line: Line, previous: Line | None, cast: Cast, trigger: Atom, lemma: str) -> Iterator[Candidate]:
    ends = _people(line, previous)
    shared = (*trigger_features(line, trigger, lemma), f"people={min(len(ends), 6)}")
    for i, x in enumerate(ends):
        for y in ends[i + 1 :]:
            if x.person == y.person:
                continue
            x, y = (x, y) if x.phrase.first <= y.phrase.first else (y, x)
            yield Candidate("MET_WITH", line, x, y, trigger, lemma, _features(line, x, y, trigger, lemma, cast, shared))


def _visits(line: Line, previous: Line | None, cast: Cast, trigger: Atom, lemma: str) -> Iterator[Candidate]:
    people = _people(line, previous)
    places = [End(p, country=p.key) for p in line.phrases if p.kind == "country" and p.key]
    if not places and line.place:
        places = [End(Phrase("country", -1, 0, "zero", key=line.place, case="zero"), country=line.place)]
    shared = (*trigger_features(line, trigger, lemma), f"places={min(len(places), 4)}", f"people={min(len(people), 4)}")
    for x in people:
        for y in places:
            yield Candidate("VISITED", line, x, y, trigger, lemma, _features(line, x, y, trigger, lemma, cast, shared))


def _accusations(line: Line, previous: Line | None, cast: Cast, trigger: Atom, lemma: str) -> Iterator[Candidate]:
    ends = list(_parties(line, previous))
    shared = tuple(trigger_features(line, trigger, lemma))
    for x in ends:
        for y in ends:
            bodies = x.person is None and x.country is None
            if x.phrase is not y.phrase and (bodies or (x.person, x.country) != (y.person, y.country)):
                yield Candidate(
                    "ACCUSED", line, x, y, trigger, lemma, _features(line, x, y, trigger, lemma, cast, shared)
                )


def _parties(line: Line, previous: Line | None) -> Iterator[End]:
    for phrase in line.phrases:
        if phrase.kind == "person":
            yield from (End(phrase, person=ref) for ref in phrase.refs)
        elif phrase.kind == "country" and phrase.form == "pair":
            yield from (End(phrase, country=country) for country in phrase.countries)
        elif phrase.kind == "country" and phrase.sub != "city":
            yield End(phrase, country=phrase.key)
        elif phrase.kind in _PARTIES and phrase.kind != "country":
            yield End(phrase)
    yield from _zero(line, previous)


def _signings(line: Line, previous: Line | None, cast: Cast, agreements: list[Phrase]) -> Iterator[Candidate]:
    if not agreements:
        agreements = list(signed(line, (atom for relation, lemma, atom in _triggers(line) if relation == "SIGNED")))
    if not agreements:
        return
    parties = list(_signers(line, previous, cast))
    signs = [atom for relation, lemma, atom in _triggers(line) if relation == "SIGNED" and lemma != "समझौता"]
    for agreement in agreements:
        head = Atom(agreement.last - 1, agreement.last, ())
        trigger = min(signs, key=lambda atom: abs(atom.first - agreement.last), default=head)
        lemma = "हस्ताक्षर" if signs else "समझौता"
        target = End(agreement)
        shared = (
            *trigger_features(line, trigger, lemma),
            *phrase_features(line, agreement, trigger, lemma, "a"),
            f"parties={min(len(parties), 5)}",
            f"head={line.forms[agreement.last - 1]}",
        )
        for x in parties:
            yield Candidate(
                "SIGNED", line, x, target, trigger, lemma, _features(line, x, target, trigger, lemma, cast, shared)
            )


def _signers(line: Line, previous: Line | None, cast: Cast) -> Iterator[End]:
    """The parties of the line, the countries that its people act for, and the two countries spoken of before."""
    ends = list(_parties(line, previous))
    yield from ends
    told = {end.country for end in ends if end.country}
    for end in ends:
        country = cast.members[end.person].country() if end.person is not None else None
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
    for country in line.pair:
        if country not in told:
            told.add(country)
            yield End(Phrase("country", -1, 0, "zero", country, "of pair", case="zero"), country=country)


def _features(
    line: Line, x: End, y: End, trigger: Atom, lemma: str, cast: Cast, shared: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            (
                *shared,
                *pair_features(line, x.phrase, y.phrase, trigger, lemma),
                *line.memo(x.phrase, trigger, lemma, "x", phrase_features),
                *line.memo(y.phrase, trigger, lemma, "y", phrase_features),
                *_world_features(x, y, cast),
                *_company(line, x.phrase, y.phrase),
            )
        )
    )


def _company(line: Line, x: Phrase, y: Phrase) -> Iterator[str]:
    """Who else of the same kind the line names, and in which roles: a third one may be whom these two met."""
    others = [
        p
        for p in line.phrases
        if p.kind == "person" and p is not x and p is not y and p.group not in (x.group, y.group)
    ]
    for name in sorted({role(p) for p in others}):
        yield f"others.{name}"
    if x.group == y.group and x.group >= 0:
        yield f"alone={role(x)} {not others}"


def _world_features(x: End, y: End, cast: Cast) -> Iterator[str]:
    """What is known of the two ends: a person does not visit the own country, and ministers of one state meet daily."""
    for mark, end in (("x", x), ("y", y)):
        if end.person is not None:
            member = cast.members[end.person]
            if member.guessed:
                yield f"{mark}.guessed"
            if member.key:
                yield f"{mark}.known"
            yield f"{mark}.told={min(len(member.phrases), 3)}"
    home_x = cast.members[x.person].country() if x.person is not None else x.country
    home_y = cast.members[y.person].country() if y.person is not None else y.country
    if home_x and home_y:
        yield "home=same" if home_x == home_y else "home=other"
    else:
        yield "home=?"
