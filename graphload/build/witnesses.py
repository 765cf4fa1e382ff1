"""Finds the witness groups of the articles that came, and of those that lost a copy."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from graphload.build.dirty import Dirty
from graphload.ledger import Transaction
from graphload.resolve.witnesses import Shingles, shingles, witnesses


def find_witnesses(ledger: Transaction, added: Collection[str], broken: Collection[str], dirty: Dirty) -> set[str]:
    """Renews the witness groups of `added` articles and those that are `broken`.

    Gives the articles that were there and are of another witness now, and marks their events.
    """
    open_ = {*added, *(member for of in ledger.articles.of_witnesses(broken).values() for member in of)}
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
    moved = changed.keys() - set(added)
    dirty.events.update(ledger.reports.events(ledger.reports.of_articles(moved)).values())
    return moved
