"""Each form of export, read back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from graphload.exporting import WRITERS, write_csv, write_graphml, write_statements
from tests.queries.graph import CLAIMS, GRAPH


def test_graphml_opens_in_networkx_with_every_node_edge_and_property(tmp_path: Path) -> None:
    graph = nx.read_graphml(write_graphml(GRAPH.nodes, GRAPH.edges, tmp_path / "g.graphml"), force_multigraph=True)
    assert graph.number_of_nodes() == len(GRAPH.nodes)
    assert graph.number_of_edges() == len(GRAPH.edges)
    assert graph.nodes["Person:putin"]["names"] == "putin | putin (hi)"
    assert graph.nodes["Person:putin"]["named"] is True
    meeting = graph.get_edge_data("Person:kim", "Person:putin")["m1"]
    assert (meeting["type"], meeting["witnesses"], meeting["confidence"]) == ("MET_WITH", 2, 0.9)


def test_csv_has_a_head_of_types_and_a_row_for_each_node_and_edge(tmp_path: Path) -> None:
    folder = write_csv(GRAPH.nodes, GRAPH.edges, tmp_path / "csv")
    rows = {path.name: list(csv.reader(path.open(encoding="utf-8"))) for path in folder.iterdir()}
    assert sum(len(r) - 1 for name, r in rows.items() if name.startswith("nodes-")) == len(GRAPH.nodes)
    assert sum(len(r) - 1 for name, r in rows.items() if name.startswith("edges-")) == len(GRAPH.edges)
    assert rows["nodes-Person.csv"][0][:2] == ["id:ID(Person)", "name:string"]
    assert rows["edges-MET_WITH-Person-Person.csv"][0][:3] == [":START_ID(Person)", ":END_ID(Person)", "id"]


def test_parquet_has_a_row_for_each_claim_with_its_article(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    path = WRITERS["parquet"](GRAPH.nodes, GRAPH.edges, tmp_path / "claims.parquet")
    rows = {row["id"]: row for row in pq.read_table(path).to_pylist()}
    assert rows.keys() == {claim.id for claim in CLAIMS}
    assert rows["claim-meeting"]["event"] == "meeting"
    assert rows["claim-meeting"]["url"] == "https://example.org/1"


def test_statements_tell_who_states_what_of_which_event(tmp_path: Path) -> None:
    lines = write_statements(GRAPH.nodes, GRAPH.edges, tmp_path / "s.jsonl").read_text("utf-8").splitlines()
    stated = [json.loads(line) for line in lines]
    assert len({row["id"] for row in stated}) == len(stated)
    quotes = {row["entity_id"]: row["value"] for row in stated if row["prop"] == "quote"}
    assert quotes == {claim.id: claim.properties["quote"] for claim in CLAIMS}


@pytest.mark.parametrize("form", ["jsonl", "graphml", "statements"])
def test_the_same_graph_in_another_order_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    one = WRITERS[form](GRAPH.nodes, GRAPH.edges, tmp_path / "one").read_bytes()
    other = WRITERS[form](GRAPH.nodes[::-1], GRAPH.edges[::-1], tmp_path / "other").read_bytes()
    assert one == other
