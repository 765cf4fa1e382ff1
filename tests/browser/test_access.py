from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import missing

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def axe(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of axe-core, which finds breaches of WCAG in a page."""
    npm, folder = shutil.which("npm"), tmp_path_factory.mktemp("axe")
    if not npm:
        missing("npm, to fetch axe-core")
    fetched = subprocess.run([npm, "install", "--no-save", "axe-core@4"], cwd=folder, capture_output=True, check=False)
    if fetched.returncode:
        missing("axe-core, which npm could not fetch")
    return Path(folder, "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "state",
    [
        "",
        "sel=Person:putin",
        "sel=Person:kim%7CMET_WITH%7CPerson:putin",
        "table=date",
        "focus=1+Person:modi",
        'path=["Person:modi","Person:kim"]',
    ],
)
def test_no_breach_of_wcag(opened: Opener, axe: str, state: str, dark: bool) -> None:
    page = opened(state=state, dark=dark)
    page.wait_for_timeout(200)
    page.evaluate(axe)
    found = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", RULES)
    breaches = [(breach["id"], [node["html"][:120] for node in breach["nodes"]]) for breach in found["violations"]]
    assert breaches == []
