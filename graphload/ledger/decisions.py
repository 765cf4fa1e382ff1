"""What people decided. Nothing is ever deleted: a later word on the same two supersedes the earlier."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from graphload.ledger.schema import decisions
from graphload.model import Decision


class Decisions:
    """The decisions of one ledger, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, decision: Decision) -> None:
        """Records a decision."""
        fields = ("kind", "left", "right", "judgement", "by", "why", "at")
        self._connection.execute(insert(decisions), {name: getattr(decision, name) for name in fields})

    def all(self) -> list[Decision]:
        """Every decision ever made, in order."""
        rows = self._connection.execute(select(decisions).order_by(decisions.c.number))
        return [Decision(row.kind, row.left, row.right, row.judgement, row.by, row.why, row.at) for row in rows]

    def standing(self, kind: str) -> list[Decision]:
        """The decisions of one kind that hold, in the order of their sides."""
        latest = {
            (min(each.left, each.right), max(each.left, each.right)): each for each in self.all() if each.kind == kind
        }
        return [latest[sides] for sides in sorted(latest) if latest[sides].judgement != "undone"]
