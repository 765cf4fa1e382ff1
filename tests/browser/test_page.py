from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from graphload.model import Node
from graphload.view import asked_for, render, subgraph
from tests.view.example import example

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser
MET = "Person:kim|MET_WITH|Person:putin"
ALL = "74 of 74 relations"


def seen(page: Page) -> tuple[int, int]:
    """How many nodes and relations the page says are seen."""
    nodes, relations = re.findall(r"([\d,]+) node.*?([\d,]+) of", page.inner_text("#live"))[0]
    return int(nodes.replace(",", "")), int(relations.replace(",", ""))


def switch(page: Page, kind: str) -> Locator:
    return page.locator(f'#side input[name="{kind}"]')


def search(page: Page, text: str) -> list[str]:
    page.fill("#q", text)
    return page.locator("#hits li > span:first-of-type").all_inner_texts()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("putin", "Vladimir Putin"),
        ("पुतिन", "Vladimir Putin"),
        ("ब्लादिमीर", "Vladimir Putin"),
        ("KIM JONG-UN", "Kim Jong Un"),
        ("kimjong", "Kim Jong Un"),
        ("जेलेंस्की", "Volodymyr Zelensky"),
        ("zelenski", "Volodymyr Zelensky"),
        ("erdogan", "Recep Tayyip Erdoğan"),
        ("chinfing", "Xi Jinping"),
        ("व्यापक", "Comprehensive Strategic Partnership"),
        ("उत्तर को", "North Korea"),
    ],
)
def test_search_finds_names_in_both_scripts(opened: Opener, text: str, first: str) -> None:
    page = opened()
    assert search(page, text)[0] == first
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(first)


def test_search_says_when_nothing_is_found(opened: Opener) -> None:
    assert search(opened(), "qqqq") == []


def test_switches_hide_and_bring_back(opened: Opener) -> None:
    page = opened()
    assert seen(page) == (45, 74)
    switch(page, "MET_WITH").uncheck()
    assert seen(page)[1] == 74 - 27
    switch(page, "Country").uncheck()
    assert seen(page)[1] == 15
    switch(page, "Country").check()
    switch(page, "MET_WITH").check()
    assert seen(page) == (45, 74)


def test_switching_sources_on_brings_the_events_that_they_report(opened: Opener) -> None:
    page = opened()
    switch(page, "Source").check()
    assert switch(page, "Event").is_checked()
    assert switch(page, "REPORTED_BY").is_checked()
    assert seen(page)[0] == 45 + 8 + 55


def test_status_filters(opened: Opener) -> None:
    page = opened()
    switch(page, "planned").uncheck()
    switch(page, "denied").uncheck()
    assert seen(page) == (43, 70)


def slide(page: Page, which: str, day: str) -> None:
    page.locator(which).evaluate(
        "(range, day) => { range.value = Date.parse(day) / 864e5; range.dispatchEvent(new Event('input')); }", day
    )
    page.wait_for_timeout(80)


def test_the_slider_keeps_what_may_have_happened_in_the_range(opened: Opener) -> None:
    page = opened(state="undated=0")
    slide(page, "#r-from", "2019-02-10")
    slide(page, "#r-to", "2019-02-20")
    # Ten days of a February: only what is dated "2019-02" may have been then.
    assert seen(page) == (3, 2)
    slide(page, "#r-to", "2024-03-02")
    slide(page, "#r-from", "2024-03-01")
    # Of that day only an accusation dated "2024" can be.
    assert seen(page) == (2, 1)
    page.locator("#undated").check()
    assert seen(page) == (3, 2)


def test_play_runs_through_time(opened: Opener) -> None:
    page = opened()
    page.click("#b-play")
    expect(page.locator("#live")).not_to_contain_text(ALL, timeout=2000)
    page.wait_for_function("!document.getElementById('live').textContent.startsWith('45 ')")
    page.click("#b-play")
    expect(page.locator("#b-play")).to_have_attribute("aria-pressed", "false")


def test_the_panel_of_a_relation_shows_every_sentence_and_the_link(opened: Opener) -> None:
    page = opened(state=f"sel={quote(MET)}")
    panel = page.locator("#panel")
    expect(panel.locator("section.card h3")).to_have_text(
        ["25 Apr 2019 · in Russia", "13 Sep 2023 · in Russia", "19 Jun 2024 · in North Korea"]
    )
    second = panel.locator("section.card").nth(1)
    expect(second.locator("blockquote")).to_have_text(
        [
            "रूस के राष्ट्रपति पुतिन ने बुधवार को वोस्तोचनी अंतरिक्ष केंद्र में किम से बातचीत की।",
            "किम ने सितंबर में रूस जाकर पुतिन से मुलाकात की थी।",
        ]
    )
    expect(second).to_contain_text("2 articles, 2 independent witnesses")
    expect(second).to_contain_text("met.talk · 95 %")
    expect(second.locator(".credits")).to_contain_text("Kremlin")
    link = second.get_by_role("link", name="अंतरिक्ष केंद्र में पुतिन और किम की बैठक")
    assert link.get_attribute("href") == "https://example.org/a05"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_vague_dates_planned_and_disputed_are_said(opened: Opener) -> None:
    page = opened(state=f"sel={quote('Person:iravani|MET_WITH|Person:musk')}")
    card = page.locator("#panel section.card")
    expect(card.locator("h3")).to_have_text("Nov 2024 · month only · in United States")
    expect(card.locator(".pill")).to_have_text(["denied", "! disputed", "denies it"])


def test_the_panel_of_a_node_groups_its_relations(opened: Opener) -> None:
    page = opened(state="sel=Country:PRK")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("North Korea")
    expect(panel.locator(".second")).to_have_text("उत्तर कोरिया")
    expect(panel.locator("summary span:first-of-type")).to_have_text(
        ["Accused by", "Visited by", "Took part in", "Events here"]
    )
    panel.get_by_role("button", name="Sergey Lavrov").first.click()
    expect(panel.locator("blockquote")).to_have_text("लावरोव तीन दिन के लिए उत्तर कोरिया गए हैं।")


def test_the_neighbourhood_widens_by_steps(opened: Opener) -> None:
    page = opened(state="sel=Person:jaishankar")
    page.get_by_role("button", name="Neighbourhood").click()
    assert seen(page) == (2, 1)
    page.get_by_label("Steps").select_option("2")
    assert seen(page)[0] == 4
    page.get_by_role("button", name="Close: Around S. Jaishankar").click()
    assert seen(page) == (45, 74)


def test_a_shortest_path_is_shown_with_its_evidence(opened: Opener) -> None:
    page = opened(state="sel=Person:jaishankar")
    page.get_by_role("button", name="Path to …").click()
    search(page, "netanyahu")
    page.keyboard.press("Enter")
    steps = page.locator("#panel section.step > h3")
    expect(steps).to_have_count(4)
    expect(steps.last).to_contain_text("Benjamin Netanyahu")
    expect(page.locator("#panel blockquote").first).to_contain_text("वांग यी")


def test_the_table_has_the_same_rows_and_sorts(opened: Opener) -> None:
    page = opened()
    page.click("#b-table")
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(74)
    page.get_by_role("button", name="Date").click()
    expect(rows.first).to_contain_text("2025-12")
    expect(page.locator("#table th").first).to_have_attribute("aria-sort", "descending")
    assert page.evaluate("document.activeElement.id") == "sort-date"
    expect(rows.filter(has_text="यूक्रेन की यात्रा करने वाले")).to_have_count(1)


def test_the_address_restores_everything(opened: Opener) -> None:
    page = opened()
    switch(page, "VISITED").uncheck()
    switch(page, "planned").uncheck()
    slide(page, "#r-from", "2022-01-01")
    search(page, "modi")
    page.keyboard.press("Enter")
    page.click("#b-theme")
    page.click("#b-table")
    before, hash_ = seen(page), page.evaluate("location.hash")
    again = opened(state=hash_[1:])
    assert seen(again) == before
    expect(again.locator("#panel h2")).to_have_text("Narendra Modi")
    expect(again.locator("html")).to_have_attribute("data-theme", "dark")
    expect(again.locator("#table")).to_be_visible()
    assert not switch(again, "VISITED").is_checked()


@pytest.mark.parametrize(
    "state", ["sel=nobody", "focus=9+x", "pins=%7B", "path=[1]", "from=x&to=99", "open=,,&sort=q", "table=zz"]
)
def test_a_mangled_address_does_no_harm(opened: Opener, state: str) -> None:
    assert seen(opened(state=state)) == (45, 74)


def test_all_that_was_asked_for_is_shown_at_once(opened: Opener) -> None:
    graph = example()
    lone = Node("Person", "lone", {"name": "Nobody Near", "names": (), "named": True})
    given = [lone, *(node for node in graph.nodes if node.id == "reuters")]
    asked = asked_for([*graph.nodes, lone], graph.edges, (given, ()))
    page = opened(render(*asked.shown, title="Asked", opened=asked.opened))
    nodes = [node for node in asked.shown.nodes if node.label not in ("Article", "Claim")]
    edges = [edge for edge in asked.shown.edges if edge.type not in ("STATES", "ASSERTS")]
    assert {"lone", "reuters", "e41", "musk", "iravani"} <= {node.id for node in nodes}
    assert seen(page) == (len(nodes), len(edges))


def test_the_drawing_is_clicked_and_dragged(opened: Opener) -> None:
    graph = subgraph(*example(), focus="musk", hops=1)
    page = opened(render(*graph, title="Two"))
    stage = page.locator("#mynetwork").bounding_box()
    assert stage is not None
    x, y = stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2 - 8
    page.mouse.click(x, y)
    expect(page.locator("#panel .kicker")).to_have_text("Met")
    page.keyboard.press("Escape")
    page.locator("#mynetwork > div").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#panel .kicker")).to_have_text("Person")
    before = page.inner_text("#panel h2")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    assert {before, page.inner_text("#panel h2")} <= {"Elon Musk", "Amir Saeid Iravani"}


def test_a_node_that_is_dragged_stays_pinned(opened: Opener) -> None:
    page = opened(
        render(*subgraph(*example(), focus="musk", hops=1, labels={"Person"}), title="Two"),
        "nodes=Person&sel=Person:musk",
    )
    frame = page.locator("#mynetwork").bounding_box()
    assert frame is not None
    shot = page.evaluate(
        """() => { const c = document.querySelector('#mynetwork canvas'); const k = c.width / c.clientWidth;
        const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; const hits = [];
        for (let i = 0; i < d.length; i += 4) if (d[i] === 0 && d[i + 1] === 114 && d[i + 2] === 178)
          hits.push([(i / 4) % c.width / k, Math.floor(i / 4 / c.width) / k]);
        return hits[Math.floor(hits.length / 2)]; }"""
    )
    x, y = frame["x"] + shot[0], frame["y"] + shot[1]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 90, steps=6)
    page.mouse.up()
    expect(page.locator("#chips")).to_contain_text("1 pinned node")
    assert "pins=" in page.evaluate("location.hash")
    page.get_by_role("button", name="Close: 1 pinned node").click()
    expect(page.locator("#chips")).to_be_empty()


def test_the_data_and_the_picture_can_be_saved(opened: Opener) -> None:
    page = opened(state="nodes=Person")
    with page.expect_download() as download:
        page.click("#b-json")
    saved = json.loads(download.value.path().read_text("utf-8"))
    assert {edge["kind"] for edge in saved["edges"]} == {"MET_WITH"}
    assert all(edge["claims"][0]["quotes"] and edge["claims"][0]["article"]["title"] for edge in saved["edges"])
    with page.expect_download() as download:
        page.click("#b-png")
    assert download.value.path().read_bytes()[:4] == b"\x89PNG"


def test_names_can_be_shown_in_one_script(opened: Opener) -> None:
    page = opened()
    page.locator("#script").select_option("hi")
    expect(page.locator("#panel .list .link").first).to_have_text("व्लादिमीर पुतिन")


def test_a_phone_sees_the_drawing_first(opened: Opener) -> None:
    page = opened(wide=390, high=800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator("#mynetwork").bounding_box()
    assert box is not None
    assert (box["y"] < 200, box["height"] > 380) == (True, True)
