"""The program, run as a user runs it, in a folder of its own."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graphload.cli.main import run
from tests.cli.texts import write_pages

VARIABLES = (
    "GRAPHLOAD_DB",
    "GRAPHLOAD_STORE",
    "GRAPHLOAD_REGISTRY",
    "NEO4J_USERNAME",
    "NEO4J_PASSWORD",
    "NEO4J_DATABASE",
)


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[list[str]]:
        """The cells of each line of a table."""
        return [line.split("\t") for line in self.out.splitlines()]

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Program = Callable[..., Outcome]


@pytest.fixture
def graphload(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Runs one command line in `tmp_path`, without the environment's settings."""
    monkeypatch.chdir(tmp_path)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)

    def program(*arguments: str, stdin: str = "") -> Outcome:
        capfd.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        code = run(arguments)
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return program


@pytest.fixture
def loaded(graphload: Program, tmp_path: Path) -> Program:
    """The program, in a folder whose workspace holds the four articles of `pages/`."""
    write_pages(tmp_path / "pages")
    assert graphload("load", "pages").code == 0
    return graphload
