"""The page inside a notebook's output: an iframe whose document is given as text."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from graphload.page import Page
from graphload.view.select import Subgraph
from tests.view.example import example


def test_the_page_works_in_the_frame_of_a_notebook(browser: Browser, tmp_path: Path) -> None:
    shown = Page.of(Subgraph(*map(tuple, example())), "In a notebook")
    file = tmp_path / "notebook.html"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{shown._repr_html_()}", "utf-8")
    heard: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(timeout=20_000)
    assert "In a notebook" in frame.locator("body").inner_text()
    page.close()
    assert heard == []
