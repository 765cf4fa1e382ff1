"""The names of people: which may be compared, and how alike those are that were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, or_, select

from graphload.ledger.access import chunks, delete_in, insert_all, select_in
from graphload.ledger.codec import decode, encode
from graphload.ledger.schema import alike, blocks
from graphload.resolution import Likeness


class Names:
    """The names of one ledger, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, names: Iterable[str]) -> set[str]:
        """Those of `names` that are there."""
        return {row.name for row in select_in(self._connection, select(blocks.c.name).distinct(), blocks.c.name, names)}

    def add(self, blocks_of: Mapping[str, Iterable[str]]) -> None:
        """Adds names, each with its blocks: names of one block may be compared."""
        rows = [{"block": block, "name": name} for name, found in blocks_of.items() for block in sorted(found)]
        insert_all(self._connection, blocks, rows)

    def in_blocks(self, wanted: Iterable[str]) -> dict[str, list[str]]:
        """The names in each of the blocks."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row in select_in(self._connection, select(blocks.c.block, blocks.c.name), blocks.c.block, wanted):
            found[row.block].append(row.name)
        return found

    def remove(self, names: Iterable[str]) -> None:
        """Forgets names and all that was compared with them."""
        for chunk in chunks(names):
            self._connection.execute(delete(alike).where(or_(alike.c.left.in_(chunk), alike.c.right.in_(chunk))))
            delete_in(self._connection, blocks, blocks.c.name, chunk)

    def add_alike(self, likenesses: Iterable[Likeness]) -> None:
        """Records pairs of names that are alike, the smaller name to the left."""
        rows = [
            {
                "left": pair.left,
                "right": pair.right,
                "score": pair.score,
                "verdict": pair.verdict,
                "reasons": encode(pair.reasons),
            }
            for pair in likenesses
        ]
        insert_all(self._connection, alike, rows)

    def alike(self, names: Iterable[str]) -> dict[tuple[str, str], Likeness]:
        """Every pair that has one of `names`, by its two names."""
        found: dict[tuple[str, str], Likeness] = {}
        wanted = sorted(names)
        for column in (alike.c.left, alike.c.right):
            for row in select_in(self._connection, select(alike), column, wanted):
                pair = _likeness(row)
                found[pair.left, pair.right] = pair
        return found

    def pairs(self) -> list[Likeness]:
        """Every pair of names that are alike."""
        return [_likeness(row) for row in self._connection.execute(select(alike).order_by(alike.c.left, alike.c.right))]

    def all(self) -> list[str]:
        """Every name, sorted."""
        return list(self._connection.execute(select(blocks.c.name).distinct().order_by(blocks.c.name)).scalars())


def _likeness(row: Row[Any]) -> Likeness:
    return Likeness(row.left, row.right, row.score, row.verdict, decode(row.reasons, tuple[str, ...]))
