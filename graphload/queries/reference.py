"""The page of the saved queries, made of their headers: `python -m graphload.queries.reference > cypher/README.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from graphload.queries.catalogue import catalogue
from graphload.queries.saved import SavedQuery


def reference(queries: Iterable[SavedQuery]) -> str:
    """The page as Markdown, by category."""
    return "".join(f"{line}\n" for line in _lines(queries))


def _lines(queries: Iterable[SavedQuery]) -> Iterator[str]:
    yield "# Saved queries"
    yield ""
    yield "Made by `python -m graphload.queries.reference`. Run one with `graphload query NAME --param KEY=VALUE`;"
    yield "those with a graph can be drawn: `graphload view --query NAME --param KEY=VALUE -o network.html`."
    for category, group in groupby(queries, key=lambda query: query.category):
        yield from ("", f"## {category}")
        for query in group:
            yield from ("", f"### {query.name}", "", f"{query.title}. {query.description}", "")
            for parameter in query.parameters:
                default = "needed" if parameter.required else f"default `{parameter.default}`"
                what = f": {parameter.what}" if parameter.what else ""
                yield f"- `{parameter.name}` ({parameter.type}, {default}){what}"
            yield f"- gives {', '.join(f'`{column}`' for column in query.columns)}"


if __name__ == "__main__":
    sys.stdout.write(reference(catalogue().values()))
