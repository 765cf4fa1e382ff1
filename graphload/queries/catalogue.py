"""The catalogue: every saved query that ships, and those of a folder of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from graphload.data import ROOT
from graphload.errors import NotFoundError, QueryError
from graphload.queries.saved import SavedQuery, read_query

_PLACES = (ROOT / "cypher", ROOT.parents[1] / "cypher")
"""Where the queries lie: in an installed package, and in a checkout."""


@cache
def catalogue(folder: Path | None = None) -> Mapping[str, SavedQuery]:
    """Every query of `folder` (or those that ship) by name, in the order of category and name.

    Raises `QueryError` where there are none, a file does not fit its header, or a name stands twice.
    """
    place = folder or next((each for each in _PLACES if each.is_dir()), _PLACES[-1])
    queries: dict[str, SavedQuery] = {}
    for path in sorted(place.glob("*/*.cypher")):
        query = read_query(path)
        if query.name in queries:
            raise QueryError("has the name of another query", where=str(path), mend="rename one")
        queries[query.name] = query
    if not queries:
        raise QueryError("no saved queries", where=str(place), mend="give a folder with <category>/<name>.cypher")
    return queries


def find_query(name: str) -> SavedQuery:
    """The query of that name. Raises `NotFoundError` with the nearest names where there is none."""
    known = catalogue()
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3)
    raise NotFoundError(
        "no such saved query",
        where=name,
        mend=f"did you mean {', '.join(near)}?" if near else "see `graphload queries`",
    )
