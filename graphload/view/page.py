"""One offline HTML page: the records of the graph in a pyvis network with a template of our own."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup
from pyvis.network import Network

from graphload.errors import InputError
from graphload.model import Article, Edge, Node
from graphload.view import assets
from graphload.view.build import build
from graphload.view.kinds import legend
from graphload.view.records import Page

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": False, "keyboard": False, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"shape": "custom", "chosen": False},
}
"""What vis-network is left to do: place, drag, zoom and pick nodes. The page's script draws."""


def render(
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    *,
    title: str,
    articles: Mapping[str, Article] | None = None,
    opened: Collection[str] | None = None,
) -> str:
    """One self-contained HTML page (UTF-8) of the graph: no request leaves it, hostile text runs nothing.

    Articles and Claims among the rows are not drawn but are the evidence of the edges; `articles`
    adds those that the rows lack, by id. `opened` is given where the rows answer a question: then nodes that nothing
    joins are shown too, and the kinds in it at once. The same rows, in whatever order, give the same bytes.
    """
    return _html(build(tuple(nodes), tuple(edges), articles or {}), title, legend(opened))


def write_page(
    path: Path | str,
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    *,
    title: str,
    articles: Mapping[str, Article] | None = None,
) -> Path:
    """Writes the page of `render` to `path`. Raises `InputError` where it cannot be written."""
    file, text = Path(path), render(nodes, edges, title=title, articles=articles)
    try:
        file.write_bytes(text.encode())
    except OSError as error:
        raise InputError(
            error.strerror or str(error), where=str(file), mend="give a path that can be written"
        ) from error
    return file


def _html(page: Page, title: str, kinds: Mapping[str, Any]) -> str:
    network = Network(directed=True, heading=title, cdn_resources="in_line")
    network.templateEnv = _environment(page, kinds)
    network.path = "page.html.j2"
    network.nodes = msgspec.to_builtins(page.nodes)
    network.edges = msgspec.to_builtins(page.edges)
    network.set_options(json.dumps(_OPTIONS))
    text: str = network.generate_html()
    return text


def _environment(page: Page, kinds: Mapping[str, Any]) -> jinja2.Environment:
    scripts, styles = (assets.library(), assets.script()), (assets.style(),)
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(assets.FOLDER), autoescape=True)
    environment.filters["packed"] = packed
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
    environment.globals.update(
        policy=assets.policy(scripts, styles),
        scripts=[Markup(text) for text in scripts],  # noqa: S704 - our own files
        styles=[Markup(text) for text in styles],  # noqa: S704 - our own files
        proof=page.proof,
        legend=kinds,
    )
    return environment


def packed(record: Any) -> str:
    """A record as JSON, gzipped, in base64: no text in it can be taken for markup."""
    return b64encode(gzip.compress(msgspec.json.encode(record), mtime=0)).decode()
