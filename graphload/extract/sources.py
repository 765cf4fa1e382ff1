"""Candidates of REPORTED_BY: every phrase that an article may credit, with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.extract.candidates import Candidate, End
from graphload.extract.features import bucket, word_at
from graphload.extract.lines import Atom, Line, Phrase, PhraseKind
from graphload.extract.phrases import heads

_KINDS = ("source", "ministry", "organization", "country")
_BRACKETS = frozenset("()[]")


def credit_candidates(line: Line, size: int) -> Iterator[Candidate]:
    """A candidate for each phrase of `line` (of an article of `size` lines) that could be its source."""
    for phrase in (*line.phrases, *_spoken_for(line)):
        if phrase.kind not in _KINDS or phrase.form != "named":
            continue
        if phrase.kind == "country" and phrase.sub not in ("metonym",):
            continue
        credit = next((k for k in range(phrase.last, len(line.forms)) if line.forms[k] in heads().credits), None)
        trigger = Atom(phrase.first, phrase.last, ())
        features = tuple(dict.fromkeys(_features(line, phrase, credit, size)))
        yield Candidate("REPORTED_BY", line, None, End(phrase), trigger, phrase.kind, features)


def _spoken_for(line: Line) -> Iterator[Phrase]:
    """The bodies whose officers are named: क्रेमलिन के प्रवक्ता, अमेरिकी विदेश विभाग की प्रवक्ता."""
    for phrase in line.phrases:
        if phrase.kind != "person" or not phrase.owners or not phrase.offices:
            continue
        body = phrase.owners[-1]
        if body.kind == "country":
            continue
        countries = tuple(owner.key for owner in phrase.owners if owner.kind == "country")
        first = phrase.owners[0].first
        kind: PhraseKind = (
            "ministry" if body.kind == "ministry" else "source" if body.kind == "source" else "organization"
        )
        yield Phrase(
            kind,
            first,
            body.last,
            key=body.key,
            sub=f"of {phrase.offices[-1]}",
            countries=countries,
            case="प्रवक्ता",
            behind=phrase.behind,
        )


def _features(line: Line, phrase: Phrase, credit: int | None, size: int) -> Iterator[str]:
    kind = f"{phrase.kind} {phrase.sub}".strip()
    after = [word_at(line, phrase.behind + k) for k in range(3)]
    gap_before = line.gaps[phrase.first]
    gap_after = line.gaps[phrase.last]
    yield f"kind={kind}"
    yield f"class={phrase.kind}"
    yield f"case={phrase.case}"
    yield f"kind+case={phrase.kind} {phrase.case}"
    yield f"sub+case={kind} {phrase.case}"
    yield f"next={after[0]}"
    yield f"case+next={phrase.case} {after[0]}"
    yield f"case+next2={phrase.case} {after[0]} {after[1]}"
    yield f"prev={word_at(line, phrase.first - 1)}"
    yield f"prev2={word_at(line, phrase.first - 2)}"
    if phrase.countries:
        yield "owned"
    for mark in gap_before:
        yield f"open={mark}"
    for mark in gap_after:
        yield f"close={mark}"
    if set(gap_before) & _BRACKETS and set(gap_after) & _BRACKETS:
        yield "bracketed"
    if phrase.first == 0 and phrase.last == len(line.forms):
        yield "alone"
    if len(line.forms) <= 6:
        yield f"short={phrase.kind}"
    if line.number >= size - 2:
        yield "last line"
    if line.number <= 2:
        yield "early"
    if line.title:
        yield "title"
    if credit is None:
        yield "no credit"
        yield f"no credit+case={phrase.case}"
    else:
        yield f"credit={line.forms[credit]}"
        yield f"credit+case={line.forms[credit]} {phrase.case}"
        yield f"credit+kind={line.forms[credit]} {phrase.kind} {phrase.case}"
        yield f"credit.far={bucket(credit - phrase.last)}"
    yield f"end={' '.join(line.forms[-2:])}"
    yield f"end1+case={line.forms[-1]} {phrase.case}"
    if phrase.first == 0:
        yield "first word"
