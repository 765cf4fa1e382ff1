"""Other loaders of Neo4j, each the fastest way that its own documentation gives.

    python rivals.py NAME ROWS URI USER PASSWORD        run by `benchmarks.loading`, in an environment of its own

ROWS is a pickle of `(nodes, edges)`: nodes are `(label, id, properties)`, edges `(type, source label, source,
target label, target, properties)`. Prints the seconds from these rows to the last commit.
"""

from __future__ import annotations

import asyncio
import pickle
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

BATCH = 5_000

NodeRow = tuple[str, str, dict[str, Any]]
EdgeRow = tuple[str, str, str, str, str, dict[str, Any]]
Login = tuple[str, str, str]


def graphio(nodes: list[NodeRow], edges: list[EdgeRow], login: Login) -> None:
    """Sets of nodes and of relationships, each with its index and `create`."""
    from graphio import NodeSet, RelationshipSet
    from neo4j import GraphDatabase

    node_sets: dict[str, Any] = {}
    for label, _, properties in nodes:
        if label not in node_sets:
            node_sets[label] = NodeSet([label], merge_keys=["id"])
        node_sets[label].add_node(properties)
    edge_sets: dict[tuple[str, ...], Any] = {}
    for type_, source_label, source, target_label, target, properties in edges:
        key = type_, source_label, target_label
        if key not in edge_sets:
            edge_sets[key] = RelationshipSet(type_, [source_label], [target_label], ["id"], ["id"])
        edge_sets[key].add_relationship({"id": source}, {"id": target}, properties)
    uri, user, password = login
    with GraphDatabase.driver(uri, auth=(user, password)) as driver:
        for node_set in node_sets.values():
            node_set.create_index(driver)
            node_set.create(driver)
        for edge_set in edge_sets.values():
            edge_set.create(driver)


def neo4j_graphrag(nodes: list[NodeRow], edges: list[EdgeRow], login: Login) -> None:
    """The writer of its knowledge graph pipeline."""
    from neo4j import GraphDatabase
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    graph = Neo4jGraph(
        nodes=[Neo4jNode(id=id_, label=label, properties=properties) for label, id_, properties in nodes],
        relationships=[
            Neo4jRelationship(start_node_id=source, end_node_id=target, type=type_, properties=properties)
            for type_, _, source, _, target, properties in edges
        ],
    )
    uri, user, password = login
    with GraphDatabase.driver(uri, auth=(user, password)) as driver:
        outcome = asyncio.run(Neo4jWriter(driver, batch_size=BATCH).run(graph))
    if outcome.status != "SUCCESS":
        raise RuntimeError(outcome.metadata)


def langchain_neo4j(nodes: list[NodeRow], edges: list[EdgeRow], login: Login) -> None:
    """Graph documents with the base label, which its documentation calls the faster way."""
    from langchain_neo4j import Neo4jGraph
    from langchain_neo4j.graphs.graph_document import GraphDocument, Node, Relationship

    by_id = {id_: Node(id=id_, type=label, properties=properties) for label, id_, properties in nodes}
    links = [
        Relationship(source=by_id[source], target=by_id[target], type=type_, properties=properties)
        for type_, _, source, _, target, properties in edges
    ]
    uri, user, password = login
    graph = Neo4jGraph(uri, user, password, refresh_schema=False)
    for some in batches(list(by_id.values())):
        graph.add_graph_documents([GraphDocument(nodes=some, relationships=[])], baseEntityLabel=True)
    for some in batches(links):
        graph.add_graph_documents([GraphDocument(nodes=[], relationships=some)], baseEntityLabel=True)
    graph.close()


def neomodel(nodes: list[NodeRow], edges: list[EdgeRow], login: Login) -> None:
    """Nodes in bulk; relationships one by one, which is the only way it has, in transactions of many."""
    import neomodel as ogm

    uri, user, password = login
    scheme, _, host = uri.partition("://")
    ogm.config.DATABASE_URL = f"{scheme}://{user}:{password}@{host}"
    kinds = _neomodel_kinds(ogm, nodes, edges)
    ogm.db.install_all_labels()
    grouped: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for label, id_, properties in nodes:
        grouped[label].append({**without_id(properties), "uid": id_})
    made: dict[str, Any] = {}
    for label, rows in grouped.items():
        for some in batches(rows):
            made.update((node.uid, node) for node in kinds[label].nodes.bulk_create(*some))
    for links in batches(edges):
        with ogm.db.transaction:
            for type_, _, source, target_label, target, properties in links:
                manager = getattr(made[source], f"{type_}_{target_label}".lower())
                manager.connect(made[target], {**without_id(properties), "uid": properties["id"]})


def _neomodel_kinds(ogm: Any, nodes: list[NodeRow], edges: list[EdgeRow]) -> dict[str, Any]:
    """A class for each label, with a relationship for each type and label at its other end."""
    attributes: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    models: dict[str, Any] = {}
    for label, _, properties in nodes:
        attributes[label] |= {name: _neomodel_property(ogm, value) for name, value in without_id(properties).items()}
    for type_, source_label, _, target_label, _, properties in edges:
        name = f"{type_}_{target_label}".lower()
        if type_ not in models:
            fields = {key: _neomodel_property(ogm, value) for key, value in without_id(properties).items()}
            models[type_] = type(type_, (ogm.StructuredRel,), {**fields, "uid": ogm.StringProperty()})
        if name not in attributes[source_label]:
            attributes[source_label][name] = ogm.RelationshipTo(target_label, type_, model=models[type_])
    own = {"uid": ogm.StringProperty(unique_index=True)}
    kinds = {label: type(label, (ogm.StructuredNode,), {**own, **found}) for label, found in attributes.items()}
    globals().update(kinds)  # where neomodel looks for the class at the other end
    return kinds


def _neomodel_property(ogm: Any, value: Any) -> Any:
    kinds = {bool: ogm.BooleanProperty, int: ogm.IntegerProperty, float: ogm.FloatProperty, list: ogm.ArrayProperty}
    return kinds.get(type(value), ogm.StringProperty)()


def without_id(properties: dict[str, Any]) -> dict[str, Any]:
    """Properties but for `id`, a name that some loaders keep for themselves."""
    return {name: value for name, value in properties.items() if name != "id"}


def batches(rows: list[Any]) -> Iterator[list[Any]]:
    """The rows, so many at a time."""
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


LOADERS: dict[str, Callable[[list[NodeRow], list[EdgeRow], Login], None]] = {
    "graphio": graphio,
    "neo4j-graphrag": neo4j_graphrag,
    "langchain-neo4j": langchain_neo4j,
    "neomodel": neomodel,
}


def main(name: str, rows: str, *login: str) -> None:
    """Loads the rows with one of the loaders."""
    nodes, edges = pickle.loads(Path(rows).read_bytes())
    uri, user, password = login
    started = time.perf_counter()
    LOADERS[name](nodes, edges, (uri, user, password))
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main(*sys.argv[1:])
