"""Whom of the graph a name means: as articles have it in any form, or as the graph shows it in either script."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Final

from graphload.errors import NotFoundError
from graphload.ledger import Transaction
from graphload.lexicon.script import fold_name

_LISTED: Final = 10


def bearer(ledger: Transaction, name: str) -> str | None:
    """The id of the one person of this name: of whom it is the fullest name in an article, else any other name.

    Raises `NotFoundError` where several bear it; then it lists them.
    """
    return only(ledger, name, fully_named(ledger, name) or also_called(ledger, name))


def only(ledger: Transaction, name: str, people: Collection[str]) -> str | None:
    """The one of `people`, the ids of those who bear `name`. Raises `NotFoundError` where there are several."""
    if len(people) > 1:
        raise NotFoundError(f"{_some(ledger, people)} bear this name", where=name, mend="give the id of one")
    return next(iter(people), None)


def fully_named(ledger: Transaction, name: str) -> set[str]:
    """The ids of the people of whom it is the fullest name in an article."""
    return set(ledger.keys.entities(key.text for key in ledger.keys.by_name([fold_name(name)])).values())


def also_called(ledger: Transaction, name: str) -> set[str]:
    """The ids of the people whom an article has in this form, or the graph by this name."""
    folded = fold_name(name)
    return {id_ for other, id_ in _names(ledger) if fold_name(other) == folded}


def _names(ledger: Transaction) -> Iterator[tuple[str, str]]:
    return chain(ledger.keys.forms_of_people(), ledger.rows.names_of_people())


def _some(ledger: Transaction, people: Collection[str]) -> str:
    """The first few people, by id and name, and how many more there are."""
    shown = sorted(people)[:_LISTED]
    names = ledger.rows.names(("Person", id_) for id_ in shown)
    listed = ", ".join(f"{id_} ({names['Person', id_]})" for id_ in shown)
    return f"{listed} and {len(people) - len(shown)} more" if len(people) > len(shown) else listed
