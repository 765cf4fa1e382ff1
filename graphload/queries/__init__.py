"""Saved queries: Cypher in files that declare themselves, run the same on every engine."""

from graphload.queries.catalogue import catalogue, find_query
from graphload.queries.run import Graph, graph_of, run_query
from graphload.queries.saved import Parameter, SavedQuery, read_query
from graphload.queries.unknown import unknown

__all__ = [
    "Graph",
    "Parameter",
    "SavedQuery",
    "catalogue",
    "find_query",
    "graph_of",
    "read_query",
    "run_query",
    "unknown",
]
