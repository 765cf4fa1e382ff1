"""What the README shows runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from docs.examples import ROOT, commands, playground, run
from docs.generate import PAGES

README = (ROOT / "README.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
PAGES_WITH_EXAMPLES = [page for page in PAGES if commands(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", PAGES_WITH_EXAMPLES, ids=lambda page: page.name)
def test_examples_run_and_print_something(page: Path, tmp_path: Path) -> None:
    folder = playground(tmp_path)
    silent = [
        command for command in commands(page.read_text("utf-8")) if not run(command, folder) and "> " not in command
    ]
    assert not silent


def test_the_python_example_runs(tmp_path: Path) -> None:
    (example,) = PYTHON
    done = subprocess.run([sys.executable, "-c", example], cwd=playground(tmp_path), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    first, *meetings = done.stdout.decode("utf-8").splitlines()
    assert first.startswith(f"{len((ROOT / 'corpus/gold.jsonl').read_text('utf-8').splitlines())} articles,")
    assert meetings
    assert (tmp_path / "network.html").stat().st_size > 100_000
    assert (tmp_path / "graph.jsonl").stat().st_size > 100_000
