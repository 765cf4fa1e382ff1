"""What the child does, step by step: the same whoever asks, so that the parent knows what must be there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Literal

from graphload.model import Article, Decision
from graphload.pipeline import Pipeline

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = ("agency.jsonl", "daily.jsonl", "portal.jsonl")
SHORTEST_PARAGRAPH = 80
PEOPLE = ("सर्गेई लावरोव", "सर्जेई लावरोफ")
CYCLE = 8
POOL = 40
"""So many articles there are at most: later steps give them other text."""


@dataclass(frozen=True)
class Step:
    """What one revision does."""

    load: tuple[Article, ...] = ()
    remove: tuple[str, ...] = ()
    decide: tuple[Decision, ...] = ()

    def perform(self, pipeline: Pipeline) -> None:
        """Does it, as one revision of the ledger."""
        if self.load:
            pipeline.load(self.load)
        if self.remove:
            pipeline.remove(self.remove)
        if self.decide:
            pipeline.import_decisions(self.decide)


@dataclass
class State:
    """What a ledger must hold: the articles by id, and the decisions in order."""

    articles: dict[str, Article] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)

    def follow(self, step: Step) -> None:
        """Goes one step further."""
        self.articles |= {article.id: article for article in step.load}
        for id_ in step.remove:
            del self.articles[id_]
        self.decisions += step.decide


def step(number: int) -> Step:
    """The step with this number, from 0."""
    if number % CYCLE == CYCLE - 1:
        return Step(decide=(_decision(number),))
    if number % CYCLE == 3:
        return Step(remove=tuple(article.id for article in step(number - 1).load[:3]))
    return Step(load=tuple(article((number * 4 + each) % POOL, version=number) for each in range(4)))


def states() -> Iterator[State]:
    """What there is before the first step, and after each: one object, which changes as one goes on."""
    state = State()
    for number in count():
        yield state
        state.follow(step(number))


def after(steps: int) -> State:
    """What there is when so many steps are done."""
    return next(islice(states(), steps, None))


def article(number: int, version: int) -> Article:
    """One short article: two paragraphs of the corpus, the second another one in each version."""
    return _article(f"fault-{number}", number, number * 7 + version * 31)


def articles(count: int) -> Iterator[Article]:
    """So many articles, each with an id of its own."""
    return (_article(f"many-{number}", number, number * 7) for number in range(count))


def _article(id_: str, first: int, second: int) -> Article:
    texts = _paragraphs()
    text = f"{texts[first % len(texts)]}\n\n{texts[second % len(texts)]}"
    return Article(id_, f"समाचार {first}", text, published="2024-07-01")


def _decision(number: int) -> Decision:
    judgement: Literal["same", "undone"] = "same" if number // CYCLE % 2 == 0 else "undone"
    left, right = sorted(PEOPLE)
    return Decision("person", left, right, judgement, "faults", f"step {number}", "2024-07-01T00:00:00+00:00")


@cache
def _paragraphs() -> list[str]:
    pages = (json.loads(line) for name in FILES for line in (CORPUS / name).read_text("utf-8").splitlines())
    return [text for page in pages for text in page["text"].split("\n\n") if len(text) >= SHORTEST_PARAGRAPH]
