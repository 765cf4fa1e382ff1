"""What README and handbook say of the code is so: tables, links, commands, variables, error codes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from docs.examples import ROOT
from docs.generate import PAGES, with_tables
from graphload.cli import cli

TEXTS = {page: page.read_text("utf-8") for page in (*PAGES, ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md")}
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
USAGE = ROOT / "docs/commands.md"


def pages() -> list[pytest.ParameterSet]:
    return [pytest.param(page, text, id=page.name) for page, text in TEXTS.items()]


@pytest.mark.parametrize(("page", "text"), pages())
def test_tables_are_as_the_code_makes_them(page: Path, text: str) -> None:
    assert with_tables(text) == text, "run `python -m docs.generate`"


def test_a_stale_table_is_found() -> None:
    text = "<!-- made: errors -->\n| old |\n<!-- /made -->\n"
    assert "| 3 | `InputError` |" in with_tables(text)


def anchors(text: str) -> set[str]:
    """The anchors of the headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize(("page", "text"), pages())
def test_links_lead_somewhere(page: Path, text: str) -> None:
    for target in LINK.findall(FENCED.sub("", text)):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        file = page.parent / path if path else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.read_text("utf-8")), target


def shown(text: str) -> Iterator[str]:
    """Every command line of graphload in the blocks and between the backquotes of a page."""
    for language, block in FENCED.findall(text):
        if language in ("", "sh", "console"):
            yield from re.findall(r"^(?:\$ )?(graphload .*)$", block.replace("\\\n", " "), re.MULTILINE)
    yield from re.findall(r"`(graphload [^`]+)`", FENCED.sub("", text))


def words_of(line: str) -> list[str]:
    """The words after the program's name, up to a comment or what the shell does next."""
    words = shlex.split(line, comments=True)[1:]
    end = next((place for place, word in enumerate(words) if word in ("|", "||", ">", ">>", "&&", ";")), len(words))
    return words[:end]


def parse(words: list[str]) -> None:
    """Parses a command line without running it; a command that is only named need not have its arguments."""
    command: click.Command = cli
    context = click.Context(cli, **cli.context_settings)
    name: str | None = "graphload"
    while isinstance(command, click.Group) and words:
        _, rest, _ = command.make_parser(context).parse_args(words)
        if not rest:
            return
        name, found, words = command.resolve_command(context, rest)
        assert found is not None
        command, context = found, click.Context(found, parent=context, info_name=name, **found.context_settings)
    if words:
        command.make_context(name, words, parent=context)


LINES = [(page.name, line) for page, text in TEXTS.items() if page != USAGE for line in shown(text)]


@pytest.mark.parametrize(("page", "line"), LINES)
def test_commands_parse(page: str, line: str) -> None:
    parse(words_of(line))


@pytest.mark.parametrize(
    "line", ["graphload lod corpus/", "graphload view --focuss x -o y", "graphload decide same A B"]
)
def test_a_wrong_command_would_be_found(line: str) -> None:
    with pytest.raises(click.UsageError):
        parse(words_of(line))


def test_the_variables_are_those_that_are_read() -> None:
    said = set(re.findall(r"`((?:GRAPHLOAD|NEO4J)_\w+)`", TEXTS[ROOT / "README.md"]))
    read = set(re.findall(r'"((?:GRAPHLOAD|NEO4J)_\w+)"', (ROOT / "graphload/settings.py").read_text("utf-8")))
    assert said == read
