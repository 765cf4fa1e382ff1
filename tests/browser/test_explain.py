"""The page of an explanation in a real browser: the text as written, marked; reasons behind a click; no requests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graphload.extract import explain, page
from graphload.model import Article

pytestmark = pytest.mark.browser
TOLD = Article(
    "a-1",
    "जयशंकर मॉस्को में",
    "भारत के विदेश मंत्री एस. जयशंकर ने मंगलवार को मॉस्को में रूस के विदेश मंत्री सर्गेई लावरोव से मुलाकात की।\n"
    "राष्ट्रपति <b>पुतिन</b> के साथ उनकी बैठक नहीं हुई।",
    published="2024-12-25",
)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    file = tmp_path / "why.html"
    file.write_text(page([explain(TOLD)]), "utf-8")
    tab = browser.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(file.as_uri())
    yield tab
    assert asked == [file.as_uri()]
    tab.close()


def test_the_text_stands_as_it_was_written(opened: Page) -> None:
    opened.evaluate("document.querySelectorAll('sub').forEach(role => role.remove())")
    lines = opened.locator("p.text").all_text_contents()
    assert "\n".join(lines).split() == TOLD.document.split()


def test_marks_tell_mentions_markers_triggers_and_dates(opened: Page) -> None:
    marks = opened.locator("section mark")
    told = {(mark.get_attribute("class"), mark.text_content()) for mark in marks.all()}
    assert told >= {
        ("person", "भारत के विदेश मंत्री एस. जयशंकर"),
        ("marker", "ने"),
        ("marker", "से"),
        ("country", "मॉस्को"),
        ("date", "मंगलवार"),
        ("trigger", "मुलाकात"),
    }
    assert opened.locator("mark.date").last.get_attribute("title") == "date: 2024-12-24"


def test_a_click_shows_what_spoke_for_and_against(opened: Page) -> None:
    note = opened.locator("details.fired").first
    reasons = note.locator(".reasons")
    assert not reasons.is_visible()
    note.locator("summary").click()
    assert reasons.is_visible()
    assert "MET_WITH agent with companion" in (note.text_content() or "")
    weights = [float(cell) for cell in note.locator("td.n").all_text_contents()]
    assert max(weights) > 0 > min(weights)


def test_the_claims_stand_first(opened: Page) -> None:
    row = opened.locator("table.claims tr").nth(1).locator("td").all_text_contents()
    assert row[:6] == ["MET_WITH", "S. Jaishankar", "Sergey Lavrov", "happened", "2024-12-24", "RUS"]
    assert row[8] == "MET_WITH agent with companion"
