"""Graph rows for the benchmarks, by the ontology: names by Zipf's law, sentences as news writes them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from graphload.model import Changes, Edge, Node, Value

QUOTE = "उत्तर कोरिया के नेता किम जोंग उन ने सोमवार को रूस के विदेश मंत्री सर्गेई लावरोव से मुलाकात की और दोनों देशों के संबंधों पर चर्चा की।"

HUBS = {"Person", "Country", "Organization", "Agreement", "Source"}
"""Labels of which a few nodes have most of the edges."""

NODE_SHARES = {
    "Person": 0.10,
    "Country": 0.002,
    "Organization": 0.01,
    "Agreement": 0.008,
    "Source": 0.005,
    "Event": 0.125,
    "Article": 0.25,
    "Claim": 0.5,
}
"""What part of all nodes a label has."""

EDGE_SHARES = {
    ("STATES", "Article", "Claim"): 0.125,
    ("ASSERTS", "Claim", "Event"): 0.125,
    ("MENTIONS", "Article", "Person"): 0.2,
    ("MENTIONS", "Article", "Country"): 0.15,
    ("TOOK_PART_IN", "Person", "Event"): 0.12,
    ("TOOK_PLACE_IN", "Event", "Country"): 0.05,
    ("REPORTED_BY", "Article", "Source"): 0.08,
    ("MET_WITH", "Person", "Person"): 0.08,
    ("ACCUSED", "Country", "Country"): 0.03,
    ("SIGNED", "Country", "Agreement"): 0.01,
    ("VISITED", "Person", "Country"): 0.03,
}
"""What part of all edges a type has between two labels."""

EVIDENCE: dict[str, Value] = {
    "event": "e1",
    "article": "a1",
    "status": "happened",
    "disputed": False,
    "date": "2024-01-16",
    "precision": "day",
    "country": "PRK",
    "quote": QUOTE,
    "articles": 3,
    "witnesses": 2,
    "confidence": 0.97,
}

NAMED: dict[str, Value] = {"name_hi": "सर्गेई लावरोव", "names": ("सर्गेई लावरोव", "लावरोव", "सर्गेइ लावरोफ"), "articles": 12}

NODE_PROPERTIES: dict[str, dict[str, Value]] = {
    "Person": {**NAMED, "named": True, "office": "foreign minister", "country": "RUS"},
    "Event": {
        "kind": "meeting",
        "status": "happened",
        "disputed": False,
        "date": "2024-01-16",
        "articles": 3,
        "witnesses": 2,
    },
    "Article": {"url": "https://news.example/1", "outlet": "news.example", "published": "2024-01-16", "language": "hi"},
    "Claim": {
        "kind": "MET_WITH",
        "status": "happened",
        "date": "2024-01-16",
        "quote": QUOTE,
        "start": 120,
        "end": 260,
        "quotes": (QUOTE,),
        "rule": "met-with-obl",
        "confidence": 0.97,
    },
}

EDGE_PROPERTIES: dict[str, dict[str, Value]] = {
    "MENTIONS": {"names": ("लावरोव",), "offsets": ("120:126",)},
    "TOOK_PART_IN": {"role": "participant"},
    "REPORTED_BY": {"quote": "समाचार एजेंसी तास के मुताबिक", "article": "a1", "articles": 1, "confidence": 0.9},
    **dict.fromkeys(("MET_WITH", "ACCUSED", "SIGNED", "VISITED"), EVIDENCE),
}


@dataclass(frozen=True)
class Rows:
    """A whole graph, as a ledger at revision 1 gives it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ledger: str = "benchmark"
    revision: int = 1

    def stamp(self, revision: int) -> str | None:
        """One stamp for the one revision."""
        return self.ledger if revision == self.revision else None

    def changes_since(self, revision: int) -> Iterator[Changes]:
        """All of it, or nothing."""
        if revision < self.revision:
            yield Changes(nodes=self.nodes)
            yield Changes(edges=self.edges)


def made(nodes: int, edges: int, seed: int = 1) -> Rows:
    """About so many nodes and edges; the same for the same arguments."""
    rng = random.Random(seed)
    counts = {label: max(2, round(nodes * share)) for label, share in NODE_SHARES.items()}
    return Rows(
        tuple(_node(label, number) for label, count in counts.items() for number in range(count)),
        tuple(
            _edge(rng, type_, source, target, number, counts)
            for (type_, source, target), share in EDGE_SHARES.items()
            for number in range(round(edges * share))
        ),
    )


def _node(label: str, number: int) -> Node:
    return Node(label, f"{label}-{number}", {"name": f"{label} {number}", **NODE_PROPERTIES.get(label, NAMED)})


def _edge(rng: random.Random, type_: str, source: str, target: str, number: int, counts: dict[str, int]) -> Edge:
    ends = (f"{label}-{_number(rng, label, counts[label])}" for label in (source, target))
    id_ = f"{type_}-{source}-{target}-{number}"
    return Edge(type_, id_, source, next(ends), target, next(ends), EDGE_PROPERTIES.get(type_, {}))


def _number(rng: random.Random, label: str, count: int) -> int:
    """A number below `count`; of a hub small ones far more often, by 1/x."""
    return min(count - 1, int(count ** rng.random()) - 1) if label in HUBS else rng.randrange(count)
