"""The tables of the ledger: what was said, what was decided, what is indexed, and the graph rows.

`articles`, `entities`, `claims` and `decisions` are the truth. All the rest follows from them, and is
kept so that one article more costs the same in a small graph and in a large one. Graph rows, which are wide, lie in the
order in which they came; only narrow indexes follow the ids, which fall anywhere: so a load touches fewer pages.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = 3

metadata = MetaData()

meta = Table("meta", metadata, Column("name", String, primary_key=True), Column("value", String, nullable=False))

revisions = Table(
    "revisions", metadata, Column("number", Integer, primary_key=True), Column("stamp", String, nullable=False)
)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("hash", String, nullable=False),
    Column("published", String),
    Column("witness", String, index=True),
    Column("record", LargeBinary, nullable=False),
)

entities = Table(
    "entities",
    metadata,
    Column("article", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", String, nullable=False, index=True),
    Column("report", String, index=True),
    Column("record", LargeBinary, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("judgement", String, nullable=False),
    Column("by", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", String, nullable=False),
)

keys = Table(
    "keys",
    metadata,
    Column("text", String, primary_key=True),
    Column("label", String, nullable=False),
    Column("name", String, nullable=False),
    Column("office", String),
    Column("country", String),
    Column("kind", String),
    Column("anchor", String),
    Column("basis", String, nullable=False),
    Column("comparable", Boolean, nullable=False),
    Column("entity", String, nullable=False),
    sqlite_with_rowid=False,
)
Index("keys_by_entity", keys.c.entity, keys.c.label)
Index("keys_by_name", keys.c.name, sqlite_where=keys.c.label == "Person")
Index("keys_by_anchor", keys.c.anchor, sqlite_where=keys.c.label == "Person")

uses = Table(
    "uses",
    metadata,
    Column("key", String, primary_key=True),
    Column("article", String, primary_key=True),
    Column("mentioned", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
Index("uses_by_article", uses.c.article)

forms = Table(
    "forms",
    metadata,
    Column("key", String, primary_key=True),
    Column("form", String, primary_key=True),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", String, primary_key=True),
    Column("name", String, primary_key=True),
    sqlite_with_rowid=False,
)

Index("blocks_by_name", blocks.c.name)

alike = Table(
    "alike",
    metadata,
    Column("left", String, primary_key=True),
    Column("right", String, primary_key=True),
    Column("score", Float, nullable=False),
    Column("verdict", String, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
Index("alike_by_right", alike.c.right)

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", String, nullable=False, index=True),
    Column("level", Integer, nullable=False),
    Column("bucket", String, nullable=False),
    Column("group", String, index=True),
    Column("event", String, index=True),
    Column("record", LargeBinary, nullable=False),
)

ties = Table(
    "ties",
    metadata,
    Column("tie", String, primary_key=True),
    Column("level", Integer, primary_key=True),
    Column("month", String, primary_key=True),
    Column("report", String, primary_key=True),
    Column("bucket", String, nullable=False),
    Column("place", String),
    sqlite_with_rowid=False,
)
Index("ties_by_report", ties.c.report)
Index("ties_by_place", ties.c.place, sqlite_where=ties.c.place.is_not(None))

bands = Table(
    "bands",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("article", String, primary_key=True),
    sqlite_with_rowid=False,
)
Index("bands_by_article", bands.c.article)

nodes = Table(
    "nodes",
    metadata,
    Column("label", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("properties", LargeBinary, nullable=False),
    Column("revision", Integer, nullable=False, index=True),
    Column("gone", Boolean, nullable=False),
)

edges = Table(
    "edges",
    metadata,
    Column("type", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("source_label", String, nullable=False),
    Column("source", String, nullable=False),
    Column("target_label", String, nullable=False),
    Column("target", String, nullable=False),
    Column("properties", LargeBinary, nullable=False),
    Column("revision", Integer, nullable=False, index=True),
    Column("gone", Boolean, nullable=False),
)
