"""The node of a cluster: a person, a country, an organization, an agreement or a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graphload.lexicon.load import lexicon
from graphload.lexicon.naming import holder
from graphload.model import Node, Value
from graphload.project.names import Known, devanagari, display, proper
from graphload.resolution import Cluster


def entity_node(cluster: Cluster, known: Known) -> Node:
    """The node of `cluster`, with what is `known` of it before what articles say."""
    forms = proper(cluster.forms) if cluster.label == "Person" else cluster.forms
    properties: dict[str, Value | None] = {
        "name": known.name or _shown(cluster, forms),
        "name_hi": known.name_hi or devanagari(forms),
        "names": tuple(sorted(cluster.forms)),
        "articles": cluster.articles,
    }
    if cluster.label == "Person":
        properties |= {
            "office": known.office or _usual(key.office for key in cluster.keys),
            "country": known.country or _usual(key.country for key in cluster.keys),
            "named": bool(known.name) or any(key.name for key in cluster.keys),
        }
    if cluster.label == "Source":
        properties["kind"] = known.kind or _usual(key.kind for key in cluster.keys)
    return Node(cluster.label, cluster.id, {name: value for name, value in properties.items() if value is not None})


def _usual(values: Iterable[str | None]) -> str | None:
    """The value of most keys, the first by name among equals."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _shown(cluster: Cluster, forms: Iterable[str]) -> str:
    """What the node is called: an agreement as articles describe it, a person without a name by the office."""
    forms = list(forms)
    if cluster.label == "Agreement" and (described := devanagari(forms)):
        return described
    office = _usual(key.office for key in cluster.keys)
    if office and not any(key.name for key in cluster.keys):
        country = lexicon().countries.get(_usual(key.country for key in cluster.keys) or "")
        return holder(office, country.name if country else None)
    return display(forms, cluster.id)
