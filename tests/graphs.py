"""Graphs of hand-made readings, built in a ledger in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphload.build import build
from graphload.export.jsonl import dump
from graphload.ledger import Ledger
from graphload.lexicon.people import registry
from graphload.model import Claim, Decision, Edge, Judgement, Node
from graphload.resolve.bearers import Bearers
from tests.readings import bands_of, hashes_of


@cache
def bearers() -> Bearers:
    """The project's registry."""
    return Bearers(registry())


@dataclass(frozen=True)
class Graph:
    """All rows, and the lines of their canonical dump."""

    all_nodes: tuple[Node, ...]
    all_edges: tuple[Edge, ...]

    @property
    def rows(self) -> list[str]:
        """The canonical dump."""
        return list(dump(self.all_nodes, self.all_edges))

    def of(self, label: str) -> list[Node]:
        """The nodes of one label."""
        return [node for node in self.all_nodes if node.label == label]

    def edges(self, kind: str) -> list[Edge]:
        """The edges of one type."""
        return [edge for edge in self.all_edges if edge.type == kind]


def graph_of(readings: Sequence[Any], decisions: Sequence[Decision] = (), *, one_by_one: bool = False) -> Graph:
    """The graph of `readings` and `decisions`, loaded in one revision or one by one."""
    ledger = Ledger.in_memory()
    with ledger.writing() as open_:
        for decision in decisions:
            open_.decisions.add(decision)
    for batch in [[each] for each in readings] if one_by_one else [list(readings)]:
        with ledger.writing() as open_:
            build(open_, bearers(), readings=batch, hashes=hashes_of(batch), bands=bands_of(batch))
    graph = Graph(tuple(ledger.nodes()), tuple(ledger.edges()))
    ledger.close()
    return graph


def decided(judgement: Judgement, left: str, right: str) -> Decision:
    """A decision on two names."""
    first, second = sorted((left, right))
    return Decision("person", first, second, judgement, "asha", "test", "2024-01-01")


def marked_event(judgement: Judgement, left: Claim, right: Claim) -> Decision:
    """A decision on the events of two claims."""
    first, second = sorted((left.id, right.id))
    return Decision("event", first, second, judgement, "asha", "test", "2024-01-01")
