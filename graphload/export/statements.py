"""Statements, as FollowTheMoney reads them: one JSON line for one value that one article states.

A claim states an Event: `entity_id` is the claim, `canonical_id` the event that it is of, `dataset` the article. One
that credits a source is of the article itself. What articles call people, countries and organizations are `alias`
statements of theirs. What no article says alone (usual names, who took part in an event) has the dataset `graphload`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

import msgspec
import regex

from graphload.data import load_yaml
from graphload.export.claims import Stated, stated
from graphload.model import Edge, Node, Value, digest

GRAPH: Final = "graphload"
_SCHEMAS: Final = {"Person": "Person", "Country": "PublicBody", "Organization": "Organization"}
_NOT_IN_IDS: Final = regex.compile(r"[^A-Za-z0-9.-]+")
_DEVANAGARI: Final = regex.compile(r"\p{Devanagari}")
_encoder = msgspec.json.Encoder()


class _Codes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    codes: dict[str, str]


class _Statement(NamedTuple):
    """In the order in which statements are sorted: those of one entity have to stand together."""

    canonical_id: str
    entity_id: str
    prop: str
    value: str
    schema: str
    dataset: str
    lang: str | None = None
    original_value: str | None = None
    first_seen: str | None = None
    origin: str | None = None


def statements(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[str]:
    """The lines, in the order of `canonical_id`, `entity_id`, property and value."""
    nodes, edges = list(nodes), list(edges)
    articles = {node.id: node for node in nodes if node.label == "Article"}
    found = {statement for told in stated(nodes, edges) for statement in _claim(told)}
    found |= {statement for node in nodes for statement in _entity(node)}
    found |= {statement for edge in edges for statement in _mention(edge, articles)}
    found |= {statement for edge in edges for statement in _part(edge)}
    return (_line(statement) for statement in sorted(found, key=lambda each: (*each[:6], each.lang or "")))


def _claim(told: Stated) -> Iterator[_Statement]:
    claim, article = told.claim.properties, told.article.properties
    of_event = told.event is not None
    common = {
        "canonical_id": _entity_id(told.event if told.event is not None else told.article.id),
        "entity_id": told.claim.id,
        "schema": "Event" if of_event else "Article",
        "dataset": told.article.id,
        "first_seen": article.get("published"),
        "origin": claim["rule"],
    }
    code = _code(claim.get("country"))
    values: list[tuple[str, Value | None, str | None]] = [
        ("name", claim["name"] if of_event else article["name"], None),
        ("date", claim.get("date"), None),
        ("country", code, str(claim.get("country"))),
        ("description", claim.get("of"), None),
        ("keywords", claim["kind"], None),
        ("keywords", claim["status"], None),
        ("publisher", article.get("outlet"), None),
        ("sourceUrl", article.get("url"), None),
        *(("summary", quote, None) for quote in _texts(claim["quotes"])),
    ]
    for prop, value, original in values:
        if value:
            lang = _language(str(value)) if prop in ("name", "summary", "description") else None
            yield _Statement(prop=prop, value=str(value), lang=lang, original_value=original, **common)  # type: ignore[arg-type]


def _entity(node: Node) -> Iterator[_Statement]:
    schema = _SCHEMAS.get(node.label)
    if schema is None:
        return
    id_, told = _entity_id(node.id), node.properties
    names = {
        name: _language(name) for name in (told.get("name"), told.get("name_hi")) if isinstance(name, str) and name
    }
    for name, lang in names.items():
        yield _Statement(id_, id_, "name", name, schema, GRAPH, lang)
    country = node.id if node.label == "Country" else told.get("country")
    if code := _code(country):
        yield _Statement(id_, id_, "country", code, schema, GRAPH, original_value=str(country))
    if told.get("office"):
        yield _Statement(id_, id_, "position", str(told["office"]), schema, GRAPH)


def _mention(edge: Edge, articles: Mapping[str, Node]) -> Iterator[_Statement]:
    schema = _SCHEMAS.get(edge.target_label)
    if edge.type != "MENTIONS" or schema is None:
        return
    published = articles[edge.source].properties.get("published")
    seen = published if isinstance(published, str) else None
    for name in _texts(edge.properties["names"]):
        lang = _language(name)
        yield _Statement(_entity_id(edge.target), edge.id, "alias", name, schema, edge.source, lang, first_seen=seen)


def _part(edge: Edge) -> Iterator[_Statement]:
    if edge.type == "TOOK_PART_IN" and edge.source_label in _SCHEMAS:
        event = _entity_id(edge.target)
        yield _Statement(event, event, "involved", _entity_id(edge.source), "Event", GRAPH)


def _entity_id(id_: str) -> str:
    """`id_`, or where FollowTheMoney does not take it (`ISR:foreign ministry`) one like it, told apart by a hash."""
    plain = _NOT_IN_IDS.sub("-", id_).strip("-.")
    return id_ if plain == id_ else f"{plain}-{digest(id_)[:8]}".lstrip("-")


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _language(text: str) -> str:
    """The ISO 639-3 code of the language: claims quote Hindi and name in Latin script too."""
    return "hin" if _DEVANAGARI.search(text) else "eng"


@cache
def _codes() -> Mapping[str, str]:
    return load_yaml("export/statements.yaml", _Codes).codes


def _code(country: object) -> str | None:
    return _codes().get(str(country))


def _line(statement: _Statement) -> str:
    record: dict[str, Any] = {**statement._asdict(), "last_seen": statement.first_seen, "external": False}
    return f"{_encoder.encode({**record, 'id': _id(statement)}).decode()}\n"


def _id(statement: _Statement) -> str:
    """The id that FollowTheMoney itself gives to a statement."""
    key = f"{statement.dataset}.{statement.entity_id}.{statement.prop}.{statement.value}"
    told = f"{key}@{statement.lang}" if statement.lang else key
    return hashlib.sha1(told.encode(), usedforsecurity=False).hexdigest()
