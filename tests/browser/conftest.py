from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graphload.view import render
from tests.view.example import example

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
Opener = Callable[..., Page]


def missing(what: str) -> None:
    """Skips; where everything must be there (CI) it fails instead."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {what}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        missing("Chromium")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)


@pytest.fixture(scope="session")
def example_page() -> str:
    return render(*example(), title="Summits and accusations")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path, example_page: str) -> Iterator[Opener]:
    """Opens a page, and in the end asks that it was silent: no request, no message, no error, no dialog."""
    heard: list[str] = []
    pages: list[Page] = []

    def open_(
        html: str = example_page, state: str = "", *, wide: int = 1400, high: int = 900, dark: bool = False
    ) -> Page:
        file = tmp_path / "page.html"
        file.write_text(html, "utf-8")
        page = browser.new_page(viewport={"width": wide, "height": high}, color_scheme="dark" if dark else "light")
        pages.append(page)
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (heard.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on(
            "request", lambda request: request.url.startswith(("data:", file.as_uri())) or heard.append(request.url)
        )
        page.goto(file.as_uri() + (f"#{state}" if state else ""))
        page.wait_for_selector("html[data-ready]", timeout=20_000)
        return page

    yield open_
    for page in pages:
        page.close()
    assert heard == []
