"""Finds the witness groups of the articles that came, and of those that lost a copy."""

from __future__ import annotations

from functools import cache

from graphload.build.dirty import Dirty, Said
from graphload.ledger import Transaction
from graphload.resolve.witnesses import Shingles, shingles, witnesses


def find_witnesses(ledger: Transaction, said: Said, dirty: Dirty) -> None:
    """Renews the witness groups, and marks the events of articles that are in another one now."""
    broken = {member for of in ledger.articles.of_witnesses(said.broken_witnesses).values() for member in of}
    open_ = said.added | broken
    pairs = ledger.bands.sharing(open_)
    near = {article for _, article in pairs} - open_
    known = ledger.articles.of_witnesses(set(ledger.articles.witnesses(near).values()))
    groups = list(known.values())
    articles = open_ | {member for group in groups for member in group}

    @cache
    def shingles_of(article: str) -> Shingles:
        return shingles(ledger.articles.texts([article])[article])

    found = witnesses(articles, pairs, groups, shingles_of)
    before = ledger.articles.witnesses(articles)
    changed = {article: witness for article, witness in found.items() if before.get(article) != witness}
    ledger.articles.set_witnesses(changed)
    told = ledger.reports.of_articles(changed.keys() - said.added)
    dirty.articles |= changed.keys()
    dirty.events.update(ledger.reports.events(told).values())
