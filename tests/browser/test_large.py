from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from benchmarks.viewing import graph
from graphload.view import render

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def test_a_large_graph_opens_as_communities(opened: Opener) -> None:
    page = opened(render(*graph(3000), title="Large"))
    expect(page.locator("#chips")).to_contain_text("Communities")
    page.fill("#q", "Person 17")
    page.keyboard.press("Enter")
    expect(page.locator("#chips")).to_contain_text("1 open community")
    page.get_by_role("button", name="Show every node").click()
    expect(page.locator("#chips")).to_contain_text("Every node")
    assert re.match(r"[23],\d{3} nodes", page.inner_text("#live"))
