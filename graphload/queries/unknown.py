"""What a saved query was asked about and the graph does not have, with what is nearest to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rapidfuzz import fuzz, process

from graphload.errors import NotFoundError
from graphload.lexicon.script import fold_name
from graphload.queries.run import Engine
from graphload.queries.saved import Parameter, SavedQuery

_SHOWN: Final = 3
_NEAR: Final = 70
_AS_NEAR: Final = 10
"""How alike of 100 a name has to be to be worth showing, and by how much less than the nearest."""


def unknown(engine: Engine, query: SavedQuery, given: Mapping[str, Any]) -> list[NotFoundError]:
    """One error for each parameter of `query` that means a node of which the graph has none."""
    values = query.bind(dict(given))
    meant = [parameter for parameter in query.parameters if parameter.labels]
    return [_error(engine, each, values[each.name]) for each in meant if not _is_there(engine, each, values[each.name])]


def _is_there(engine: Engine, parameter: Parameter, value: str) -> bool:
    wanted = "n.id = $value" if parameter.by_id else "n.id = $value OR n.name = $value OR $value IN n.names"
    texts = (f"MATCH (n:{label}) WHERE {wanted} RETURN n.id AS id LIMIT 1" for label in parameter.labels)
    return any(engine.run(text, {"value": value}).rows for text in texts)


def _error(engine: Engine, parameter: Parameter, value: str) -> NotFoundError:
    what = f"no such {' or '.join(parameter.labels).lower()} in the graph"
    near = list(_nearest(engine, parameter, value))
    return NotFoundError(what, where=value, mend=f"nearest: {', '.join(near)}" if near else "")


def _nearest(engine: Engine, parameter: Parameter, value: str) -> Iterator[str]:
    """The nodes of the nearest ids and names, the nearest first, each as one gives it and is shown it."""
    shown: dict[tuple[str, str], str] = {}
    called: dict[tuple[str, str, str], str] = {}
    for label in parameter.labels:
        for id_, name, names in engine.run(f"MATCH (n:{label}) RETURN n.id, n.name, n.names", {}).rows:
            shown[label, id_] = f"{id_} ({name})"
            called.update(((label, id_, each), fold_name(each)) for each in {id_, name, *(names or ())})
    found = process.extract(fold_name(value), called, scorer=fuzz.WRatio, limit=None, score_cutoff=_NEAR)
    order = dict.fromkeys(key[:2] for _, score, key in found if score >= found[0][1] - _AS_NEAR)
    yield from (shown[node] for node in list(order)[:_SHOWN])
