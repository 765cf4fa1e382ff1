"""Every benchmark runs to its end at a tiny size, and tells its options: what nobody starts falls into decay."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import graphload

ROOT = Path(__file__).parents[2]
SCRIPTS = {"__init__", "__main__", "rows", "rivals"}
MODULES = sorted({path.stem for path in (ROOT / "benchmarks").glob("*.py")} - SCRIPTS | {"faults"})
NEEDS = {"train_judge": "sklearn"}
TINY = {
    "loading": ("--nodes", "400", "--edges", "1600", "--neo4j", "none"),
    "reading": ("corpus", "--articles", "3"),
    "resolving": ("30",),
}


def run(module: str, *arguments: str) -> str:
    """What `python -m benchmarks.MODULE` prints; it has to end well."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("module", MODULES)
def test_it_tells_its_options(module: str) -> None:
    if find_spec(NEEDS.get(module, "graphload")) is None:
        pytest.skip(f"needs {NEEDS[module]}")
    assert run(module, "--help").startswith("usage: ")


@pytest.mark.parametrize("module", TINY)
def test_it_runs_to_its_end(module: str) -> None:
    assert run(module, *TINY[module])


def test_so_does_the_sheet_of_a_workspace(tmp_path: Path) -> None:
    with graphload.open(tmp_path) as graph:
        graph.load(ROOT / "corpus" / "daily.jsonl")
    assert "P1 " in run("sampling", str(tmp_path), "--people", "2", "--events", "2")


@pytest.mark.browser
def test_so_does_the_one_of_the_page() -> None:
    if not (os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("needs Chromium")
    assert "500" in run("viewing", "500")
