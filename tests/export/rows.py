"""Rows that are hard to write: texts with every sign that a format gives a meaning to."""

from __future__ import annotations

from graphload.model import Changes, Edge, Node
from tests.queries.graph import GRAPH

TEXTS = ("a|b", 'c "d"', "e;f", "g,h", "i\nj", "k\\", "  l  ", "<&>']]>", "किम जोंग-उन\u2028क़", "")
ODD = Node(
    "Person",
    'odd, "id" <&>\'',
    {"name": "line\r\nfeed", "names": TEXTS, "named": False, "articles": 2**62, "office": "", "country": " "},
)
SHARED = Node("Organization", "putin", {"name": "an id that is a person's too", "names": ("x",), "articles": 1})
MEETING = Edge("MET_WITH", "odd;id", "Person", ODD.id, "Person", "putin", {"confidence": 1e-12, "quote": "\"'\\"})

HARD = Changes(nodes=(*GRAPH.nodes, ODD, SHARED), edges=(*GRAPH.edges, MEETING))
