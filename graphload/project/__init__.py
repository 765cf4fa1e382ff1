"""Resolved claims as the rows of the graph that the ontology declares."""

from graphload.project.articles import article_rows
from graphload.project.entities import entity_node
from graphload.project.events import event_rows
from graphload.project.names import Known

__all__ = ["Known", "article_rows", "entity_node", "event_rows"]
