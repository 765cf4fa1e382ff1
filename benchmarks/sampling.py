"""A sheet for judging by reading: people of several names and events of several articles, drawn at random.

    python -m benchmarks.sampling WORKSPACE [--people 200] [--events 100] [--seed 1] > sheet.txt

Of a person, every name is shown once, where a random article uses it. Of an event, every article is shown with its
title and its sentences. Write a word before what is wrong: the share of such lines is the figure.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from graphload.ledger import Ledger, Transaction
from graphload.model import Article, Claim, Entity, Reading

T = TypeVar("T")
_AROUND = 90


def people(ledger: Transaction, size: int, dice: random.Random) -> Iterator[str]:
    """The lines on `size` people whom articles call by several names."""
    several = [node for node in ledger.rows.nodes() if node.label == "Person" and len(node.properties["names"]) > 1]  # type: ignore[arg-type]
    for number, node in enumerate(_drawn(several, size, dice)):
        keys = {key.text for key in ledger.keys.of_entities([("Person", node.id)])["Person", node.id]}
        uses = list(_uses(ledger, keys))
        yield f"\nP{number} {node.id}: {node.properties['name']} ({len({id_ for _, id_, _ in uses})} articles)"
        for form in sorted({form for form, _, _ in uses}):
            _, article, snippet = dice.choice([use for use in uses if use[0] == form])
            yield f"   {form} | {article} | {snippet}"


def _uses(ledger: Transaction, keys: set[str]) -> Iterator[tuple[str, str, str]]:
    """Form, article and text around it, of every mention under the keys."""
    articles = sorted(ledger.keys.users(keys))
    key_of = ledger.keys.of_articles(articles)
    for reading in ledger.articles.readings(articles):
        for entity in reading.entities:
            if key_of[reading.article.id][entity.id][0].text in keys:
                yield from _mentions(reading, entity)


def _mentions(reading: Reading, entity: Entity) -> Iterator[tuple[str, str, str]]:
    for mention in entity.mentions:
        yield mention.surface, reading.article.id, _around(reading.article, mention.start, mention.end)


def _around(article: Article, start: int, end: int) -> str:
    text = article.document
    marked = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    return " ".join(marked.split())


def events(ledger: Transaction, size: int, dice: random.Random) -> Iterator[str]:
    """The lines on `size` events that several articles tell of."""
    told = [node for node in ledger.rows.nodes() if node.label == "Event" and int(str(node.properties["articles"])) > 1]
    for number, node in enumerate(_drawn(told, size, dice)):
        count = f"{node.properties['articles']} articles, {node.properties['witnesses']} witnesses"
        yield f"\nE{number} {node.id}: {node.properties['name']} ({count})"
        claims_of = ledger.articles.claims_of_reports(ledger.reports.in_events([node.id])[node.id])
        claims = [claim for found in claims_of.values() for claim in found]
        titles = {each.article.id: each.article.title for each in ledger.articles.readings({c.article for c in claims})}
        yield from sorted({_line(claim, titles[claim.article]) for claim in claims})


def _line(claim: Claim, title: str) -> str:
    told = f"{claim.status} {claim.date or '-'} {claim.country or '-'}"
    return f"   {claim.article} | {told} | {claim.evidence[0].quote} | {title}"


def _drawn(found: Sequence[T], size: int, dice: random.Random) -> list[T]:
    return dice.sample(found, min(size, len(found)))


def main() -> None:
    """Prints the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    for what, size in (("people", 200), ("events", 100), ("seed", 1)):
        parser.add_argument(f"--{what}", type=int, default=size)
    given = parser.parse_args()
    dice = random.Random(given.seed)
    with Ledger.open(given.workspace) as ledger, ledger.reading() as view:
        for line in (*people(view, given.people, dice), *events(view, given.events, dice)):
            print(line)


if __name__ == "__main__":
    main()
