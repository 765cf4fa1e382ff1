"""Statements come from the ontology and from nowhere else."""

from __future__ import annotations

import pytest

from graphload.errors import StoreError
from graphload.ontology import ontology
from graphload.store import statements


def test_every_kind_has_its_constraint() -> None:
    nodes, edges = statements.node_constraints(), statements.edge_constraints()
    assert len(nodes) == len(ontology().nodes) + 1
    assert len(edges) == len(ontology().edges)
    assert nodes[0] == "CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE"
    assert edges[0] == "CREATE CONSTRAINT met_with_id IF NOT EXISTS FOR ()-[r:MET_WITH]-() REQUIRE r.id IS UNIQUE"


@pytest.mark.parametrize("name", ["Nobody", "person", "Person {id: 1}) DETACH DELETE (n", "", statements.MARKER])
def test_a_name_that_the_ontology_does_not_hold_never_becomes_cypher(name: str) -> None:
    for make in (
        statements.create_nodes,
        statements.upsert_nodes,
        statements.delete_nodes,
        statements.delete_edges,
    ):
        with pytest.raises(StoreError, match="in the ontology"):
            make(name)
    for join in (statements.create_edges, statements.upsert_edges):
        with pytest.raises(StoreError):
            join("MET_WITH", "Person", name)
