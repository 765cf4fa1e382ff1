"""The bands of near-duplicate texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from graphload.ledger.access import delete_in, insert_all, select_in
from graphload.ledger.schema import bands


class Bands:
    """Which articles share which bands, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, bands_of: Mapping[str, Iterable[int]]) -> None:
        """Adds the bands of articles."""
        insert_all(
            self._connection,
            bands,
            [{"band": band, "article": article} for article, found in bands_of.items() for band in found],
        )

    def remove(self, articles: Sequence[str]) -> None:
        """Forgets the bands of articles."""
        delete_in(self._connection, bands, bands.c.article, articles)

    def of(self, articles: Iterable[str]) -> list[tuple[int, str]]:
        """Band and article for all bands of these articles."""
        return [
            (row.band, row.article) for row in select_in(self._connection, select(bands), bands.c.article, articles)
        ]

    def sharing(self, articles: Iterable[str]) -> list[tuple[int, str]]:
        """Band and article for every article that shares a band with one of these, these among them."""
        found = {band for band, _ in self.of(articles)}
        return [(row.band, row.article) for row in select_in(self._connection, select(bands), bands.c.band, found)]
