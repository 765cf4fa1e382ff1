"""Claims as a Parquet table and as statements, read back."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from graphload.exporting import write_parquet, write_statements
from graphload.model import Edge, Node
from tests.queries.graph import CLAIMS, GRAPH

FROM_FTM = {
    "Event": {"name", "date", "country", "description", "keywords", "publisher", "sourceUrl", "summary", "involved"},
    "Article": {"name", "date", "country", "description", "keywords", "publisher", "sourceUrl", "summary"},
    "Person": {"name", "alias", "country", "position"},
    "PublicBody": {"name", "alias", "country"},
    "Organization": {"name", "alias"},
}
"""Properties that FollowTheMoney's model has, of those that statements may use."""

MENTION = Edge("MENTIONS", "n1", "Article", "article-1", "Person", "putin", {"names": ("पुतिन",), "offsets": ("0:5",)})
CREDIT = Node("Claim", "k-credit", {**CLAIMS[0].properties, "kind": "REPORTED_BY", "date": "2024", "country": "PRK"})
CREDITED = Edge("STATES", "y-credit", "Article", "article-1", "Claim", "k-credit")
NODES, EDGES = (*GRAPH.nodes, CREDIT), (*GRAPH.edges, MENTION, CREDITED)


@pytest.fixture
def stated(tmp_path: Path) -> list[dict[str, Any]]:
    write_statements(NODES, EDGES, tmp_path / "s.jsonl")
    return [json.loads(line) for line in (tmp_path / "s.jsonl").read_text("utf-8").splitlines()]


def test_parquet_has_a_row_for_each_claim_with_its_article_and_event(tmp_path: Path) -> None:
    write_parquet(NODES, EDGES, tmp_path / "claims.parquet")
    table = parquet.read_table(tmp_path / "claims.parquet")
    rows = table.to_pylist()
    assert [row["id"] for row in rows] == sorted(claim.id for claim in (*CLAIMS, CREDIT))
    for claim in CLAIMS:
        row = next(row for row in rows if row["id"] == claim.id)
        assert {n: tuple(v) if isinstance(v, list) else v for n, v in row.items()}.items() >= claim.properties.items()
    credit, meeting = (next(row for row in rows if row["id"] == id_) for id_ in ("k-credit", "claim-meeting"))
    assert (credit["event"], meeting["event"]) == (None, "meeting")
    assert (meeting["article"], meeting["title"], meeting["url"]) == ("article-1", "article-1", "https://example.org/1")
    assert (meeting["published"], meeting["language"]) == ("2024-06-20", "hi")


def test_parquet_has_the_same_columns_whatever_the_graph(tmp_path: Path) -> None:
    write_parquet((), (), tmp_path / "none.parquet")
    write_parquet(GRAPH.nodes, GRAPH.edges, tmp_path / "some.parquet")
    none, some = (parquet.read_schema(tmp_path / f"{name}.parquet") for name in ("none", "some"))
    assert none == some
    assert str(some.field("quotes").type) == "list<element: string>"
    assert [str(some.field(name).type) for name in ("start", "confidence", "date")] == ["int64", "double", "string"]


def test_without_pyarrow_one_is_told_what_to_install(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from pathlib import Path; from graphload.exporting import write_parquet\n"
        f"write_parquet((), (), Path({str(tmp_path / 'x')!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'graphload[parquet]'" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_claim_is_stated_of_its_event_by_its_article(stated: list[dict[str, Any]]) -> None:
    told = [row for row in stated if row["entity_id"] == "claim-doubt-no"]
    common = {"canonical_id": "doubt", "schema": "Event", "dataset": "article-2", "origin": "rule", "external": False}
    assert all(row.items() >= common.items() for row in told)
    assert [(row["prop"], row["value"], row["lang"]) for row in told] == [
        ("keywords", "MET_WITH", None),
        ("keywords", "denied", None),
        ("name", "claim-doubt-no", "eng"),
        ("summary", "claim-doubt-no का वाक्य।", "hin"),
    ]
    seen = {row["first_seen"] for row in stated if row["entity_id"] == "claim-meeting"}
    assert seen == {"2024-06-20"}
    credit = {(row["canonical_id"], row["schema"]) for row in stated if row["entity_id"] == "k-credit"}
    assert credit == {("article-1", "Article")}
    place = next(row for row in stated if row["entity_id"] == "k-credit" and row["prop"] == "country")
    assert (place["value"], place["original_value"]) == ("kp", "PRK")


def test_entities_are_called_as_articles_call_them_and_take_part_in_events(stated: list[dict[str, Any]]) -> None:
    (alias,) = (row for row in stated if row["prop"] == "alias")
    assert (alias["canonical_id"], alias["entity_id"], alias["value"]) == ("putin", "n1", "पुतिन")
    assert (alias["dataset"], alias["lang"]) == ("article-1", "hin")
    involved = {row["value"] for row in stated if row["canonical_id"] == "meeting" and row["prop"] == "involved"}
    assert involved == {"putin", "kim"}
    known = {row["canonical_id"] for row in stated}
    assert {row["value"] for row in stated if row["prop"] == "involved"} <= known


def test_statements_are_as_followthemoney_has_them(stated: list[dict[str, Any]]) -> None:
    assert [row["canonical_id"] for row in stated] == sorted(row["canonical_id"] for row in stated)
    assert len({row["id"] for row in stated}) == len(stated)
    for row in stated:
        assert row["prop"] in FROM_FTM[row["schema"]]
        key = f"{row['dataset']}.{row['entity_id']}.{row['prop']}.{row['value']}"
        assert row["id"] == hashlib.sha1((f"{key}@{row['lang']}" if row["lang"] else key).encode()).hexdigest()
    assert list(stated[0])[:4] == ["canonical_id", "entity_id", "prop", "value"]


def test_ids_are_such_as_followthemoney_takes_and_stay_apart(tmp_path: Path) -> None:
    ids = ("ISR:foreign ministry", "ISR foreign-ministry", "वार्ता", "plain-1.a")
    nodes = [Node("Organization", id_, {"name": "x", "names": (), "articles": 1}) for id_ in ids]
    edges = [Edge("TOOK_PART_IN", f"t{n}", "Organization", id_, "Event", "meeting") for n, id_ in enumerate(ids)]
    write_statements(nodes, edges, tmp_path / "s.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "s.jsonl").read_text("utf-8").splitlines()]
    involved = {row["value"] for row in rows if row["prop"] == "involved"}
    assert involved == {row["canonical_id"] for row in rows if row["schema"] == "Organization"}
    assert len(involved) == 4
    assert "plain-1.a" in involved
    assert all(re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", row["canonical_id"]) for row in rows)


def test_followthemoney_makes_entities_of_them(tmp_path: Path) -> None:
    ftm = pytest.importorskip("followthemoney", reason="needs ICU to be installed, so it is not among what tests need")
    from followthemoney.statement import StatementEntity
    from followthemoney.statement.serialize import read_path_statements

    write_statements(NODES, EDGES, tmp_path / "s.jsonl")
    told = list(read_path_statements(tmp_path / "s.jsonl", "json"))
    assert all(statement.id == statement.generate_key() for statement in told)
    of_event = [statement for statement in told if statement.canonical_id == "doubt"]
    entity = StatementEntity.from_statements(ftm.Dataset.make({"name": "x"}), of_event)
    assert entity.schema.name == "Event"
    assert sorted(entity.get("keywords")) == ["MET_WITH", "denied", "happened"]
