"""Marks: what each stretch of a sentence was taken for, for showing the text as it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphload.extract.analysis import Analysis
from graphload.extract.lines import Line, Phrase
from graphload.extract.notes import Mark
from graphload.extract.when import dates_of
from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon


def marks_of(analysis: Analysis, line: Line, agreements: Iterable[Phrase]) -> tuple[Mark, ...]:
    """The marks of a line in the order of the text, the longer first where two begin together."""
    phrases = [phrase for phrase in (*line.phrases, *agreements) if phrase.first >= 0]
    found = [
        *(_mention(analysis, line, phrase) for phrase in phrases),
        *_markers(analysis, line, phrases),
        *_triggers(analysis, line),
        *_dates(analysis, line),
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, not mark.form)))


def person_name(analysis: Analysis, index: int) -> str:
    """How to call a member of the cast: by the fullest name, else by the office."""
    member = analysis.cast.members[index]
    if member.words:
        return " ".join(member.words)
    office, country = min(member.posts, key=str)
    return f"{office} of {country_name(country)}" if country else office


def country_name(code: str | None) -> str:
    """The country's English name; the code itself where the lexicon has none."""
    known = lexicon().countries.get(code or "")
    return known.name if known else code or ""


def _mention(analysis: Analysis, line: Line, phrase: Phrase) -> Mark:
    start, end = line.starts[phrase.first], line.ends[phrase.last - 1]
    means = _meaning(analysis, phrase)
    return Mark(start, end, analysis.document[start:end], phrase.kind, means, phrase.form, phrase.case)


def _meaning(analysis: Analysis, phrase: Phrase) -> str:
    if phrase.kind == "person":
        return ", ".join(person_name(analysis, ref) for ref in phrase.refs)
    if phrase.form == "pair":
        return ", ".join(country_name(code) for code in phrase.countries)
    return country_name(phrase.key) if phrase.kind == "country" else phrase.key or ""


def _markers(analysis: Analysis, line: Line, phrases: Iterable[Phrase]) -> Iterator[Mark]:
    """The case markers that stand behind a phrase, or behind the last of several that share one."""
    nearest = {phrase.behind: phrase for phrase in sorted(phrases, key=lambda p: p.last) if phrase.case}
    for behind, phrase in nearest.items():
        if phrase.last < behind:
            start, end = line.starts[phrase.last], line.ends[behind - 1]
            role = grammar().roles.get(phrase.case, phrase.case)
            yield Mark(start, end, analysis.document[start:end], "marker", role)


def _triggers(analysis: Analysis, line: Line) -> Iterator[Mark]:
    for atom in line.atoms.values():
        opens = [f"{entry.key} {entry.sub}" for entry in atom.entries if entry.kind == "trigger"]
        if opens:
            start, end = line.starts[atom.first], line.ends[atom.last - 1]
            yield Mark(start, end, analysis.document[start:end], "trigger", ", ".join(opens))


def _dates(analysis: Analysis, line: Line) -> Iterator[Mark]:
    for date in dates_of(line, analysis.document, analysis.article.published):
        start, end = line.start + date.start, line.start + date.end
        yield Mark(start, end, date.text, "date", date.date or date.kind)
