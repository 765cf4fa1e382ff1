"""Claims as rows of their own: a Parquet table, and statements in the manner of FollowTheMoney."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from graphload.errors import DataError
from graphload.model import Edge, Node

_STATED = ("kind", "status", "date", "precision", "country", "of", "quote", "rule", "confidence", "name")


def claim_rows(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[dict[str, Any]]:
    """One row a claim, by id: its properties, its event, and its article's title, address, outlet and date."""
    known = {(node.label, node.id): node for node in nodes}
    article: dict[str, str] = {}
    event: dict[str, str] = {}
    for edge in edges:
        if edge.type == "STATES":
            article[edge.target] = edge.source
        elif edge.type == "ASSERTS":
            event[edge.source] = edge.target
    columns = ("kind", "status", "date", "precision", "country", "of", "quote", "start", "end", "rule", "confidence")
    for label, id_ in sorted(key for key in known if key[0] == "Claim"):
        claim, told = known[label, id_].properties, known["Article", article[id_]].properties
        yield {
            "id": id_,
            "claim": claim["name"],
            **{column: claim.get(column) for column in columns},
            "event": event.get(id_),
            "article": article[id_],
            "title": told["name"],
            **{column: told.get(column) for column in ("url", "outlet", "published")},
        }


def write_parquet(rows: Iterable[dict[str, Any]], path: Path) -> Path:
    """Writes claim rows as one Parquet file. Raises `DataError` where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise DataError("Parquet needs pyarrow", mend="pip install 'graphload[parquet]'") from error
    pq.write_table(pa.Table.from_pylist(list(rows)), path)
    return path


def statements(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One JSON line for each property that an article states of an event, after FollowTheMoney's statements.

    `entity_id` is the claim, `canonical_id` the event, `dataset` the article; `id` hashes what is stated and by whom.
    """
    for row in rows:
        stated = {**row, "name": row["claim"]}
        for prop in _STATED:
            if stated.get(prop) is not None:
                yield f"{_statement(row, prop, str(stated[prop]))}\n"


def _statement(row: dict[str, Any], prop: str, value: str) -> str:
    key = "\x1f".join((row["article"], row["id"], prop, value))
    return msgspec.json.encode(
        {
            "id": hashlib.blake2b(key.encode(), digest_size=20).hexdigest(),
            "entity_id": row["id"],
            "canonical_id": row["event"] or row["id"],
            "schema": "Event",
            "prop": prop,
            "value": value,
            "lang": "hin" if prop == "quote" else None,
            "dataset": row["article"],
            "origin": row["url"],
            "first_seen": row["published"],
        }
    ).decode()
