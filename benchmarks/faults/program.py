"""The program as its users run it, and what becomes of accidents to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

from benchmarks.faults.child import FORKS, opened, program
from benchmarks.faults.plan import articles
from graphload.errors import GraphloadError
from graphload.export.jsonl import dump
from graphload.settings import Settings
from graphload.store import open_store

PATIENCE = 300


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    command: str
    code: int
    errors: list[str]

    def amiss(self, codes: Collection[int]) -> str:
        """What is not right: an exit code that is none of `codes`, or an error that is not one line with a way out."""
        if self.code not in codes:
            return f"{self.command} ended with {self.code}: {' / '.join(self.errors[-3:])}"
        if self.code and (len(self.errors) != 1 or not self.errors[0].startswith("graphload: ")):
            return f"{self.command} said {len(self.errors)} lines: {' / '.join(self.errors[-3:])}"
        return "" if not self.code or "; " in self.errors[0] else f"{self.command} told no way out: {self.errors[0]}"


class Run:
    """The program at work."""

    def __init__(self, settings: Settings, *arguments: str | Path) -> None:
        self.command = " ".join(map(str, arguments))
        self._errors = NamedTemporaryFile("r", prefix="errors-", encoding="utf-8")  # noqa: SIM115  # closed by `ended`
        told = ([*map(str, arguments)], _environment(settings), self._errors.name)
        self._process = FORKS.Process(target=program, args=told)
        self._process.start()

    def ended(self) -> Outcome:
        """How it ended."""
        self._process.join(PATIENCE)
        code = self._process.exitcode
        self._process.kill()
        with self._errors as told:
            return Outcome(self.command, -1 if code is None else code, told.read().splitlines())

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self._process.exitcode is not None


def run(settings: Settings, *arguments: str | Path) -> Outcome:
    """How the program ended, given these arguments."""
    return Run(settings, *arguments).ended()


@dataclass
class Accident:
    """What became of one kind of accident, made to happen several times."""

    name: str
    times: int = 0
    codes: set[int] = field(default_factory=set)
    line: str = ""
    wrong: list[str] = field(default_factory=list)

    def refused(self, outcome: Outcome, codes: Collection[int]) -> None:
        """Takes in a run that must end with one of `codes` and, where that is not 0, one clear line."""
        self.codes.add(outcome.code)
        if amiss := outcome.amiss(codes):
            self.wrong.append(amiss)
        elif outcome.code:
            self.line = outcome.errors[0]

    def mended(self, settings: Settings, right: Path, *commands: tuple[str | Path, ...]) -> None:
        """Carries on by `commands`: then nothing may differ from the articles, and the graph be that of `right`."""
        self.times += 1
        for command in commands:
            if amiss := run(settings, *command).amiss({0}):
                self.wrong.append(f"afterwards, {amiss}")
                return
        try:
            with opened(settings) as pipeline, open_store(settings, readonly=True) as store:
                differences = len(pipeline.check(store))
                same = list(dump(store.nodes(), store.edges())) == right.read_text("utf-8").splitlines()
        except GraphloadError as error:
            self.wrong.append(f"afterwards, {error}")
            return
        if differences or not same:
            what = "the same" if same else "another one"
            self.wrong.append(f"afterwards, {differences} rows differ, and the graph is {what}")


def pages(file: Path, count: int) -> Path:
    """A file of so many articles."""
    file.write_bytes(b"".join(msgspec.json.encode(article) + b"\n" for article in articles(count)))
    return file


def loaded(settings: Settings, count: int) -> tuple[Path, Path]:
    """Loads so many articles into a workspace that no accident befell. Gives their file, and the export."""
    stem = settings.workspace.parent / f"{settings.workspace.name}-{count}"
    file, export = pages(stem.with_suffix(".pages.jsonl"), count), stem.with_suffix(".export.jsonl")
    for command in (("load", file), ("export", "-o", export)):
        if amiss := run(settings, *command).amiss({0}):
            raise RuntimeError(amiss)
    return file, export


def _environment(settings: Settings) -> dict[str, str]:
    place = {"GRAPHLOAD_DB": str(settings.workspace)}
    if settings.store is None:
        return place
    return {
        **place,
        "GRAPHLOAD_STORE": settings.store,
        "NEO4J_USERNAME": settings.username,
        "NEO4J_PASSWORD": settings.password or "",
    }
