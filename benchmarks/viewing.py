"""How fast the network page is made, opens and answers, against the goals; and the picture for the README.

python -m benchmarks.viewing                          # 500, 2,000 and 10,000 nodes
python -m benchmarks.viewing --page network.html --picture docs/network.png
python -m benchmarks.viewing --page network.html --picture docs/evidence.png --select "Kim Jong Un – Vladimir Putin"
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from graphload.model import Edge, Node
from graphload.view import write_page
from graphload.view.build import build

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
GOALS = {500: (1.0, 100, 900, None), 2000: (1.5, 200, 1500, 1.0), 10000: (2.0, 100, 5000, 5.0)}
"""Nodes: seconds until ready, milliseconds to filter, KB of the page, seconds of layout."""
KINDS = (("Person", 60), ("Country", 15), ("Organization", 10), ("Agreement", 15))
TEXT = "विदेश मंत्री ने शुक्रवार को राजधानी में अपने समकक्ष से मुलाकात की और दोनों देशों के संबंधों पर बातचीत हुई"
WORDS = TEXT.split(" ")


def graph(size: int, seed: int = 1) -> tuple[list[Node], list[Edge]]:
    """A scale-free graph in communities, three edges a node, each edge with its event, claim and article."""
    dice = random.Random(seed)
    labels = dice.choices([kind for kind, _ in KINDS], [share for _, share in KINDS], k=size)
    nodes = [_node(dice, labels[number], number) for number in range(size)]
    edges: list[Edge] = []
    drawn: list[list[int]] = [[] for _ in range(max(1, size // 60))]
    for number in range(size):
        home = drawn[number % len(drawn)]
        for _ in range(3):
            pool = home if dice.random() < 0.9 else drawn[dice.randrange(len(drawn))]
            other = dice.choice(pool) if pool else number
            if other != number:
                rows = _relation(dice, nodes[number], nodes[other], len(edges))
                nodes += rows[0]
                edges += rows[1]
                home += [number, other]
        home.append(number)
    return nodes, edges


def _node(dice: random.Random, label: str, number: int) -> Node:
    hindi = " ".join(dice.sample(WORDS, 2))
    return Node(
        label, f"n{number}", {"name": f"{label} {number}", "name_hi": hindi, "names": (f"{label} {number}", hindi)}
    )


def _relation(dice: random.Random, left: Node, right: Node, number: int) -> tuple[list[Node], list[Edge]]:
    kind = {"Person": "MET_WITH", "Country": "VISITED", "Agreement": "SIGNED"}.get(right.label, "ACCUSED")
    date = f"{dice.randint(2012, 2025)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    quote = " ".join(dice.choices(WORDS, k=18)) + "।"
    facts = {"status": "happened", "date": date}
    claim = Node(
        "Claim",
        f"c{number}",
        {"kind": kind, "quote": quote, "quotes": (quote,), "rule": "met.with", "confidence": 0.95} | facts,
    )
    article = Node(
        "Article",
        f"a{number // 4}",
        {"name": quote[:60], "url": f"https://example.org/{number // 4}", "published": date},
    )
    shared = {"event": f"e{number}", "quote": quote, "article": article.id, "articles": 1, "witnesses": 1} | facts
    return [claim, article], [
        Edge(kind, f"r{number}", left.label, left.id, right.label, right.id, shared),
        Edge("STATES", f"s{number}", "Article", article.id, "Claim", claim.id),
        Edge("ASSERTS", f"t{number}", "Claim", claim.id, "Event", f"e{number}"),
    ]


@contextmanager
def opened(file: Path, *, width: int = 1400, height: int = 900) -> Iterator[tuple[Browser, Page]]:
    """The page of `file` in Chromium, once it says that it is ready."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(file.resolve().as_uri())
        page.wait_for_selector("html[data-ready]")
        yield browser, page
        browser.close()


SLIDE = """async (share) => {
  const range = document.getElementById("r-to");
  const began = performance.now();
  range.value = Number(range.min) + (range.max - range.min) * share;
  range.dispatchEvent(new Event("input"));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  return performance.now() - began;
}"""
TOGGLE = """async () => {
  const began = performance.now();
  document.querySelector("input[name=Agreement]").click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}"""
DRAG = """async () => {
  const canvas = document.querySelector("#mynetwork canvas");
  const times = [];
  let last = performance.now();
  for (let step = 0; step < 20; step++) {
    const at = { clientX: 500 + step * 6, clientY: 400, pointerId: 1, isPrimary: true, bubbles: true, buttons: 1 };
    canvas.dispatchEvent(new PointerEvent(step ? "pointermove" : "pointerdown", at));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - last);
    last = performance.now();
  }
  canvas.dispatchEvent(new PointerEvent("pointerup", { pointerId: 1, bubbles: true }));
  return 1000 / (times.slice(2).reduce((a, b) => a + b) / (times.length - 2));
}"""


def measure(size: int, folder: Path) -> dict[str, Any]:
    """One row of the table: what a page of so many nodes costs."""
    rows = graph(size)
    began = time.process_time()
    page_rows = build(*rows, {})
    laid = time.process_time() - began
    assert len(page_rows.nodes) == size
    began = time.process_time()
    file = write_page(folder / f"{size}.html", *rows, title=f"{size} nodes")
    made = time.process_time() - began
    with opened(file) as (_, page):
        ready = int(page.evaluate("document.documentElement.dataset.ready")) / 1000
        slides = sorted(page.evaluate(SLIDE, share) for share in (0.5, 0.7, 0.3, 0.9, 1.0))
        toggle = page.evaluate(TOGGLE)
        page.evaluate(TOGGLE)
        every = page.get_by_role("button", name="Show every node")
        if every.count():
            every.click()
        redraws = page.evaluate(DRAG)
    return {
        "nodes": size, "records CPU s": laid, "page CPU s": made, "KB": file.stat().st_size / 1024, "ready s": ready,
        "slide ms": slides[2], "toggle ms": toggle, "redraws/s": redraws,
    }  # fmt: skip


def table(sizes: list[int]) -> None:
    """Prints a row for each size, with the goals below it."""
    with TemporaryDirectory() as folder:
        for size in sizes:
            row = measure(size, Path(folder))
            print(
                "  ".join(
                    f"{name} {value:,.2f}" if isinstance(value, float) else f"{name} {value:,}"
                    for name, value in row.items()
                )
            )
            ready, filtered, kilobytes, laid = GOALS.get(size, (None,) * 4)
            print(f"      goal: ready {ready} s, filter {filtered} ms, page {kilobytes} KB, layout {laid} s")


def picture(file: Path, target: Path, select: str | None = None) -> None:
    """The README's pictures: the page as it opens, or with the item `select` of its overview chosen."""
    with opened(file) as (_, page):
        if select:
            page.get_by_role("button", name=select).first.click()
        page.wait_for_timeout(500)
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=target)


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[500, 2000, 10000])
    parser.add_argument("--page", type=Path, help="a page made by `graphload view`")
    parser.add_argument("--picture", type=Path, help="where its picture goes (PNG)")
    parser.add_argument("--select", help="text of the item of the overview to choose first")
    given = parser.parse_args()
    if given.page and given.picture:
        picture(given.page, given.picture, given.select)
    else:
        table(given.sizes)


if __name__ == "__main__":
    main()
