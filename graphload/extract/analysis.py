"""The analysis of one article: its lines, its cast, and every candidate relation, before anything is claimed."""

from __future__ import annotations

from dataclasses import dataclass

from graphload.extract.agreements import unify
from graphload.extract.bodies import share_countries
from graphload.extract.candidates import Candidate, propose
from graphload.extract.cases import add_pronouns, assign_cases
from graphload.extract.cast import Cast
from graphload.extract.echoes import add_echoes
from graphload.extract.institutions import add_institutions
from graphload.extract.lines import Line
from graphload.extract.mentions import find_phrases
from graphload.extract.phrases import agreements, media
from graphload.extract.references import References
from graphload.extract.sources import credit_candidates
from graphload.extract.world import World
from graphload.language.words import sentences
from graphload.model import Article


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the grammar saw: `lines` in order, the `cast`, and the `candidates` for the judge."""

    article: Article
    document: str
    lines: tuple[Line, ...]
    cast: Cast
    candidates: tuple[Candidate, ...]


def analyse(article: Article) -> Analysis:
    """Finds mentions, follows references and proposes candidates; claims nothing yet."""
    document = article.document
    title_end = len(article.title)
    lines = [Line(sentence, number, sentence.start < title_end) for number, sentence in enumerate(sentences(document))]
    for line in lines:
        find_phrases(line)
    share_countries(lines)
    cast = Cast(lines)
    for line in lines:
        add_pronouns(line)
        line.phrases += media(line)
        add_institutions(line)
    add_echoes(lines)
    for line in lines:
        line.phrases.sort(key=lambda p: (p.first, -p.last))
        assign_cases(line)
    References(cast, lines).follow()
    signable = [list(agreements(line)) for line in lines]
    unify([(line, phrase) for line, found in zip(lines, signable, strict=True) for phrase in found])
    world = World(cast)
    candidates: list[Candidate] = []
    for line, found in zip(lines, signable, strict=True):
        candidates += propose(line, world, found)
        candidates += credit_candidates(line, len(lines))
    return Analysis(article, document, tuple(lines), cast, tuple(candidates))
