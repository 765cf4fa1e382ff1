"""The hand-made graph of `example.yaml` as graph rows: the shape that `project` gives, without running it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from graphload.model import Edge, Node, precision_of

TYPES = {"meeting": "MET_WITH", "signing": "SIGNED", "accusation": "ACCUSED", "visit": "VISITED"}
ROLES = {"meeting": "participant", "signing": "signer", "accusation": "accuser", "visit": "visitor"}


class Graph(NamedTuple):
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def example() -> Graph:
    raw = yaml.safe_load(Path(__file__).with_name("example.yaml").read_text("utf-8"))
    nodes = {node.id: node for node in things(raw)}
    edges: list[Edge] = []
    for number, event in enumerate(raw["events"]):
        rows = happening(f"e{number:02}", event, nodes)
        nodes.update((node.id, node) for node in rows.nodes)
        edges += rows.edges
    return Graph(tuple(nodes.values()), tuple(edges))


def things(raw: dict[str, Any]) -> Iterator[Node]:
    for id_, (name, hindi, office, country, names) in raw["people"].items():
        extra = {key: value for key, value in (("office", office), ("country", country)) if value}
        yield Node("Person", id_, named(name, hindi, names) | extra | {"named": True})
    for kind, label in (("countries", "Country"), ("organizations", "Organization"), ("agreements", "Agreement")):
        for id_, (name, hindi) in raw[kind].items():
            yield Node(label, id_, named(name, hindi, ()))
    for id_, (name, hindi, sort) in raw["sources"].items():
        yield Node("Source", id_, named(name, hindi, ()) | {"kind": sort})
    for id_, (title, outlet, published) in raw["articles"].items():
        url = f"https://example.org/{id_}"
        yield Node(
            "Article", id_, {"name": title, "url": url, "outlet": outlet, "published": published, "language": "hi"}
        )


def named(name: str, hindi: str, names: Any) -> dict[str, Any]:
    return {"name": name, "name_hi": hindi, "names": (name, hindi, *names), "articles": 1}


def happening(id_: str, event: dict[str, Any], known: dict[str, Node]) -> Graph:
    """One event with its claims, and every edge that `project` would make of them."""
    kind, told, date = event["kind"], event["told"], event.get("date")
    pairs, part = ends(event)
    facts = {"status": event.get("status", "happened"), "disputed": event.get("disputed", False)}
    facts |= {
        key: value
        for key, value in (("date", date), ("precision", precision_of(date)), ("country", event.get("in")))
        if value
    }
    counts = {"articles": len(told), "witnesses": len({article for article, *_ in told})}
    name = f"{kind.capitalize()}: {', '.join(str(known[who].properties['name']) for who in part)}"
    nodes = [Node("Event", id_, {"name": name, "kind": kind} | facts | counts)]
    edges: list[Edge] = []
    for number, (article, quote, rule, confidence) in enumerate(told):
        claim = f"{id_}-c{number}"
        own = {key: value for key, value in facts.items() if key != "disputed"}
        proof = {
            "quote": quote,
            "quotes": (quote,),
            "start": 0,
            "end": len(quote),
            "rule": rule,
            "confidence": confidence,
        }
        nodes.append(Node("Claim", claim, {"name": name, "kind": TYPES[kind]} | own | proof))
        edges.append(Edge("STATES", f"s-{claim}", "Article", article, "Claim", claim))
        edges.append(Edge("ASSERTS", f"t-{claim}", "Claim", claim, "Event", id_))
    shown = {"event": id_, "quote": told[0][1], "article": told[0][0], "confidence": max(c for *_, c in told)}
    shown |= facts | counts | ({"of": event["of"]} if "of" in event else {})
    for left, right in pairs:
        edges.append(edge(TYPES[kind], f"{id_}-{left}-{right}", known[left], known[right], shown))
    for who in part:
        role = ROLES[kind] if who != event.get("to") else "accused"
        edges.append(edge("TOOK_PART_IN", f"{id_}-p-{who}", known[who], nodes[0], {"role": role}))
    for source in event["sources"]:
        credit = {"quote": told[0][1], "article": told[0][0], "articles": 1, "confidence": 0.9}
        edges.append(edge("REPORTED_BY", f"{id_}-r-{source}", nodes[0], known[source], credit))
    place = event.get("in") or (event.get("to") if kind == "visit" else None)
    if place:
        edges.append(edge("TOOK_PLACE_IN", f"{id_}-at", nodes[0], known[place], {}))
    if "agreement" in event:
        edges.append(edge("CONCERNS", f"{id_}-on", nodes[0], known[event["agreement"]], {}))
    return Graph(tuple(nodes), tuple(edges))


def ends(event: dict[str, Any]) -> tuple[list[tuple[str, str]], list[str]]:
    """The pairs that the event joins, and its participants."""
    if event["kind"] == "meeting":
        return list(combinations(sorted(event["who"]), 2)), event["who"]
    if event["kind"] == "signing":
        return [(who, event["agreement"]) for who in event["who"]], event["who"]
    part = event["from"] if event["kind"] == "visit" else [*event["from"], event["to"]]
    return [(who, event["to"]) for who in event["from"]], part


def edge(kind: str, id_: str, source: Node, target: Node, properties: dict[str, Any]) -> Edge:
    return Edge(kind, id_, source.label, source.id, target.label, target.id, properties)
