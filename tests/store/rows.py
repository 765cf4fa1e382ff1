"""Graph rows for tests: small ones by hand, and random ones by the ontology."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from graphload.model import Changes, Edge, Marker, Node, Value
from graphload.ontology import Property, ontology
from graphload.store import Store

LEDGER = "ledger-of-the-test"

REQUIRED: dict[str, Value] = {"named": True, "articles": 1}


def person(id_: str, **properties: Value) -> Node:
    return Node("Person", id_, {"name": id_, "names": (id_,), **REQUIRED, **properties})


def country(id_: str, **properties: Value) -> Node:
    return Node("Country", id_, {"name": id_, "names": (id_,), "articles": 1, **properties})


def met(id_: str, source: str, target: str, **properties: Value) -> Edge:
    return Edge("MET_WITH", id_, "Person", source, "Person", target, {"event": "e", "confidence": 0.5, **properties})


def at(revision: int, target: int | None = None) -> Marker:
    target = revision if target is None else target
    return Marker(LEDGER, revision, target, f"{LEDGER} {target}")


class FixedSource:
    """A ledger whose revisions are given: what each changed. `upto` and `broken_after` count revisions.

    One that was `set_back` to a revision has the stamps of another history after it.
    """

    def __init__(
        self,
        *revisions: Changes,
        ledger: str = LEDGER,
        upto: int | None = None,
        broken_after: int | None = None,
        set_back: int | None = None,
    ) -> None:
        self.ledger = ledger
        self._revisions = revisions[:upto]
        self._broken_after = broken_after
        self._set_back = set_back

    @property
    def revision(self) -> int:
        return len(self._revisions)

    def stamp(self, revision: int) -> str | None:
        if revision > self.revision:
            return None
        again = self._set_back is not None and revision > self._set_back
        return f"{self.ledger} {revision}{' again' if again else ''}"

    def changes_since(self, revision: int) -> Iterator[Changes]:
        """Each row once, with the revision that touched it last, as a ledger gives it."""
        for number, changes in enumerate(self._revisions[revision:], revision):
            if number == self._broken_after:
                raise ConnectionAbortedError
            later = {key for after in self._revisions[number + 1 :] for key in _keys(after)}
            yield Changes(
                tuple(row for row in changes.nodes if (row.label, row.id) not in later),
                tuple(row for row in changes.edges if (row.type, row.id) not in later),
                changes.gone_nodes,
                changes.gone_edges,
            )


def _keys(changes: Changes) -> Iterator[tuple[str, str]]:
    yield from ((row.label, row.id) for row in changes.nodes)
    yield from ((row.type, row.id) for row in changes.edges)
    yield from changes.gone_nodes
    yield from changes.gone_edges


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12) | st.sampled_from(
    ["किम जोंग-उन", "a\u2028b", "'\"\\`", "{id: 1}) DETACH DELETE", "2024-01-16", "true", "1", "", " ", "🕊️", "क़ क़"]
)

VALUES: dict[str, st.SearchStrategy[Value]] = {
    "text": TEXTS,
    "date": st.sampled_from(["2024", "2024-01", "2024-01-16"]),
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "flag": st.booleans(),
    "texts": st.lists(TEXTS, max_size=3).map(tuple),
}

IDS = st.sampled_from(["a", "b", "c", "ISO-KOR", "किम", "quote'\"\\"])


def properties(declared: dict[str, Property]) -> st.SearchStrategy[dict[str, Value]]:
    """Properties of one row: the required ones, and some of the others."""
    required = {name: VALUES[kind.type] for name, kind in declared.items() if kind.required}
    optional = {name: VALUES[kind.type] for name, kind in declared.items() if not kind.required}
    return st.fixed_dictionaries(required, optional=optional)


@st.composite
def graphs(draw: st.DrawFn) -> Changes:
    """A graph of any labels and types, in which every edge has its ends."""
    kinds = ontology()
    nodes: dict[tuple[str, str], Node] = {}
    for label, id_ in draw(st.sets(st.tuples(st.sampled_from(list(kinds.nodes)), IDS), max_size=6)):
        nodes[label, id_] = Node(label, id_, draw(properties(kinds.nodes[label].properties)))
    edges: dict[tuple[str, str], Edge] = {}
    for type_, id_ in draw(st.sets(st.tuples(st.sampled_from(list(kinds.edges)), IDS), max_size=6)):
        pairs = [(a, b) for a in nodes for b in nodes if (a[0], b[0]) in kinds.edges[type_].ends]
        if pairs:
            source, target = draw(st.sampled_from(pairs))
            edges[type_, id_] = Edge(type_, id_, *source, *target, draw(properties(kinds.edges[type_].properties)))
    return Changes(nodes=tuple(nodes.values()), edges=tuple(edges.values()))


def exactly(row: Node | Edge) -> tuple[object, ...]:
    """A row as something that can be sorted, and in which 1, 1.0 and True differ."""
    properties = tuple(sorted((name, type(value).__name__, repr(value)) for name, value in row.properties.items()))
    ends = (row.source_label, row.source, row.target_label, row.target) if isinstance(row, Edge) else ()
    return (row.type if isinstance(row, Edge) else row.label, row.id, *ends, properties)


def contents(store: Store) -> list[tuple[object, ...]]:
    """All that a store holds."""
    return graph(*store.nodes(), *store.edges())


def graph(*rows: Node | Edge) -> list[tuple[object, ...]]:
    """All that a store of exactly these rows holds."""
    return sorted(exactly(row) for row in rows)
