"""Echoes: bodies that an article takes up again by their kind alone: पार्टी ने, कंपनी का."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphload.extract.bodies import GENITIVE
from graphload.extract.lines import Line, Phrase
from graphload.extract.unlisted import unlisted
from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon


def add_echoes(lines: Sequence[Line]) -> None:
    """Adds to each line the bodies that it takes up: of each kind the one spoken of last in the lines before."""
    last: dict[str, str] = {}
    for line in lines:
        line.phrases += _echoes(line, last)
        for phrase in line.phrases:
            if phrase.kind == "organization" and phrase.key:
                last[lexicon().organizations[phrase.key].kind] = phrase.key


def _echoes(line: Line, last: Mapping[str, str]) -> Iterator[Phrase]:
    kinds = unlisted().echoes
    if not last or kinds.keys().isdisjoint(line.forms):
        return
    covered = {k for phrase in line.phrases for k in range(phrase.first, phrase.last)}
    for k, form in enumerate(line.forms):
        key = last.get(kinds.get(form, ""))
        if key and k not in covered and _bare(line, k):
            yield Phrase("organization", k, k + 1, key=key, sub="echo")


def _bare(line: Line, k: int) -> bool:
    """Whether nothing before the word tells which one it is, and a marker behind it gives it a part."""
    words, before = grammar(), line.forms[k - 1] if k and line.clear(k) else ""
    told = before and (before not in words.function_words or before in GENITIVE)
    return not told and line.clear(k + 1) and bool(words.case_at(line.forms, k + 1)[0])
