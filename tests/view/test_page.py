from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import re
from pathlib import Path

import pytest

from graphload.errors import InputError
from graphload.view import render, write_page
from tests.view.example import example

GRAPH = example()
HTML = render(*GRAPH, title="Summits")


def blob(name: str, html: str = HTML) -> dict[str, list[dict[str, object]]]:
    text = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>', html)
    assert text is not None
    return json.loads(gzip.decompress(base64.b64decode(text[1])))  # type: ignore[no-any-return]


def test_the_same_rows_in_any_order_give_the_same_bytes() -> None:
    nodes, edges = list(GRAPH.nodes), list(GRAPH.edges)
    random.Random(5).shuffle(nodes)
    random.Random(6).shuffle(edges)
    assert render(nodes, edges, title="Summits") == HTML


def test_the_policy_names_every_script_and_style_and_nothing_else() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', HTML)
    assert policy is not None
    allowed = {digest.replace("&#39;", "") for digest in re.findall(r"sha256-[^ ;]*?(?=&#39;)", policy[1])}
    inline = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", HTML, re.DOTALL)
    found = {"sha256-" + base64.b64encode(hashlib.sha256((a or b).encode()).digest()).decode() for a, b in inline}
    assert allowed == {digest.replace("+", "&#43;") if "&#43;" in policy[1] else digest for digest in found}
    assert "default-src &#39;none&#39;" in policy[1]


def test_the_markup_asks_for_nothing_outside() -> None:
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", HTML, flags=re.DOTALL)
    assert not re.findall(r"""(?:src|href|action)=["'](?!#|data:)""", markup)
    assert "sourceMappingURL" not in HTML


def test_every_text_is_kept_once() -> None:
    text = json.dumps(blob("proof"), ensure_ascii=False) + json.dumps(blob("graph"), ensure_ascii=False)
    assert text.count("मोदी यूक्रेन की यात्रा करने वाले पहले भारतीय प्रधानमंत्री बने।") == 1


def test_a_page_of_nothing_is_a_page() -> None:
    assert blob("graph", render([], [], title="Nothing")) == {"nodes": [], "edges": []}


def test_the_example_stays_small() -> None:
    assert len(HTML.encode()) < 650 * 1024


def test_a_page_is_written_as_utf_8(tmp_path: Path) -> None:
    file = write_page(tmp_path / "page.html", *GRAPH, title="मुलाकातें")
    assert "<title>मुलाकातें</title>" in file.read_text("utf-8")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no/page\.html"):
        write_page(tmp_path / "no/page.html", *GRAPH, title="x")
