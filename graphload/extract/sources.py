"""Candidates of REPORTED_BY: every phrase that an article may credit, with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.extract.candidates import Candidate, End
from graphload.extract.features import Features, bucket, word_at
from graphload.extract.heads import heads
from graphload.extract.lines import Atom, Line, Phrase, PhraseKind
from graphload.lexicon.load import lexicon
from graphload.relations import CREDIT

_KINDS = ("source", "ministry", "organization", "country")
_VOICES = ("metonym", "government")
"""What names a country and may be credited: मॉस्को ने कहा, बांग्लादेश सरकार के मुताबिक."""
_BRACKETS = frozenset("()[]")
_SHORT, _EARLY = 6, 2


def credit_candidates(line: Line, size: int) -> Iterator[Candidate]:
    """A candidate for each phrase of `line` (of an article of `size` lines) that could be its source."""
    for phrase in (*line.phrases, *_spoken_for(line)):
        if phrase.kind not in _KINDS or phrase.form != "named":
            continue
        if (phrase.kind == "country" and phrase.sub not in _VOICES) or _named_behind(line, phrase):
            continue
        credit = _credit(line, phrase.last)
        trigger = Atom(phrase.first, phrase.last, ())
        features = Features(list(dict.fromkeys(_features(line, phrase, credit, size))))
        yield Candidate(CREDIT, line, None, End(phrase), trigger, phrase.kind, (features,))


def _named_behind(line: Line, phrase: Phrase) -> bool:
    """Whether the words only describe the medium that stands in brackets behind them: सरकारी समाचार एजेंसी (केसीएनए)."""
    if phrase.kind not in ("ministry", "organization") or _BRACKETS.isdisjoint(line.gaps[phrase.last]):
        return False
    return any(other.kind == "source" and other.first == phrase.last for other in line.phrases)


def _spoken_for(line: Line) -> Iterator[Phrase]:
    """The bodies whose officers are named: क्रेमलिन के प्रवक्ता, अमेरिकी विदेश विभाग की प्रवक्ता."""
    for phrase in line.phrases:
        if phrase.kind != "person" or not phrase.owners or not phrase.offices:
            continue
        if phrase.case == "का" and _credit(line, phrase.behind) is None:
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
            sub=f"of {_voice(phrase.offices[-1])}",
            countries=countries,
            case="प्रवक्ता",
            behind=phrase.behind,
        )


def _credit(line: Line, position: int) -> int | None:
    """The first word from `position` on that credits somebody."""
    known = heads().credits
    if known.isdisjoint(line.forms):
        return None
    return next((k for k in range(position, len(line.forms)) if line.forms[k] in known), None)


def _voice(office: str) -> str:
    """The office, or `spokesperson` for every office that speaks for its institution."""
    return "spokesperson" if lexicon().speaks_for_others(office) else office


def _features(line: Line, phrase: Phrase, credit: int | None, size: int) -> list[str]:
    told = [*_phrase_features(line, phrase), *_place_features(line, phrase, size)]
    if credit is None:
        told += ["no credit", f"no credit+case={phrase.case}"]
    else:
        word = line.forms[credit]
        told += [
            f"credit={word}",
            f"credit+case={word} {phrase.case}",
            f"credit+kind={word} {phrase.kind} {phrase.case}",
            f"credit.far={bucket(credit - phrase.last)}",
        ]
    return [*told, f"end={' '.join(line.forms[-2:])}", f"end1+case={line.forms[-1]} {phrase.case}"]


def _phrase_features(line: Line, phrase: Phrase) -> list[str]:
    """What the phrase is, its marker, and the words beside it."""
    kind = f"{phrase.kind} {phrase.sub}".strip()
    after, second = word_at(line, phrase.behind), word_at(line, phrase.behind + 1)
    told = [
        f"kind={kind}",
        f"class={phrase.kind}",
        f"case={phrase.case}",
        f"kind+case={phrase.kind} {phrase.case}",
        f"sub+case={kind} {phrase.case}",
        f"next={after}",
        f"case+next={phrase.case} {after}",
        f"case+next2={phrase.case} {after} {second}",
        f"prev={word_at(line, phrase.first - 1)}",
        f"prev2={word_at(line, phrase.first - 2)}",
    ]
    return [*told, "owned"] if phrase.countries else told


def _place_features(line: Line, phrase: Phrase, size: int) -> list[str]:
    """What sets the phrase off, and where it stands in its line and in the article."""
    gap_before, gap_after = line.gaps[phrase.first], line.gaps[phrase.last]
    marks = [f"open={mark}" for mark in gap_before] + [f"close={mark}" for mark in gap_after]
    told = {
        "bracketed": not _BRACKETS.isdisjoint(gap_before) and not _BRACKETS.isdisjoint(gap_after),
        "alone": phrase.first == 0 and phrase.last == len(line.forms),
        f"short={phrase.kind}": len(line.forms) <= _SHORT,
        "last line": line.number >= size - 2,
        "early": line.number <= _EARLY,
        "title": line.title,
        "first word": phrase.first == 0,
    }
    return marks + [name for name, holds in told.items() if holds]
