from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from graphload.model import Edge, Node
from graphload.view import render
from tests.view.example import example

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser
TEXTS = [
    '</script><script>window.owned = 1; alert("X")</script>',
    "<img src=x onerror=\"alert('I')\"><svg onload=alert(2)>",
    '"><a href="javascript:alert(1)">href</a> \' & {{ 7*7 }} {% raw %}',
    "<!--<script>\u2028\u2029\u0000-->]]></style><h1>Heading</h1>",
]


def bad(value: Any, text: str) -> Any:
    if isinstance(value, tuple):
        return (text, *value)
    return text if isinstance(value, str) else value


def poison(row: Any, text: str, spared: tuple[str, ...]) -> Any:
    return replace(
        row, properties={key: value if key in spared else bad(value, text) for key, value in row.properties.items()}
    )


def poisoned(text: str) -> tuple[list[Node], list[Edge]]:
    """The example with the text in every field and every id of a node."""
    graph = example()
    ids = {node.id: node.id + text for node in graph.nodes}
    nodes = [replace(poison(node, text, ("kind", "date", "status")), id=ids[node.id]) for node in graph.nodes]
    edges = [replace(edge, id=edge.id + text, source=ids[edge.source], target=ids[edge.target]) for edge in graph.edges]
    return nodes, [
        replace(
            edge,
            properties=edge.properties
            | {key: ids[str(edge.properties[key])] for key in ("event", "article") if key in edge.properties}
            | ({"quote": text} if "quote" in edge.properties else {}),
        )
        for edge in edges
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_is_shown_and_runs_nothing(opened: Opener, text: str) -> None:
    page = opened(render(*poisoned(text), title=text))
    expect(page.locator("h1")).to_have_text(text.replace("\u0000", ""), use_inner_text=False)
    page.locator('#side input[name="Source"]').check()
    page.locator("#panel .list .link").first.click()
    page.locator("#panel .relations .link").first.click()
    expect(page.locator("#panel blockquote").first).to_have_text(text, use_inner_text=False)
    assert page.locator("#panel figure a").count() == 0
    page.click("#b-table")
    page.fill("#q", "script")
    page.mouse.move(700, 400)
    assert page.evaluate("window.owned") is None
    assert page.locator("main img, main script, h1 *, #panel h1").count() == 0


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", '"><svg onload=alert(1)>', "javascript:alert(1)"]
)
def test_hostile_properties_of_any_kind(opened: Opener, text: str) -> None:
    graph = example()
    nodes = [poison(node, text, ()) for node in graph.nodes]
    edges = [poison(edge, text, ("event", "article")) for edge in graph.edges]
    page = opened(render(nodes, edges, title="x"))
    page.click("#b-table")
    page.click("#b-theme")
    assert (
        page.evaluate("[...document.links].filter((link) => !/^(https?:|#)/.test(link.getAttribute('href'))).length")
        == 0
    )
