"""The page of all commands, made from their help: `python -m graphload.cli.reference > docs/commands.md`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from graphload.cli.main import cli
from graphload.errors import GraphloadError

HEAD = """\
# Commands

Made from `--help` by `make docs`. Every command takes the global options, before or after its name.

## Exit codes
| code | when |
|---|---|
| 0 | all went well |
| 1 | `check` found differences, `score` is below `--at-least`, or the reader of a pipe went away |
| 2 | the command line is wrong |
{codes}
| 130 | interrupted by Ctrl-C |
"""


def page() -> str:
    """The whole page as Markdown."""
    sections = (f"\n## {path}\n\n```\n{text}\n```\n" for path, text in _helps(cli, "graphload", None))
    return HEAD.format(codes="\n".join(_codes())) + "".join(sections)


def _codes() -> Iterator[str]:
    kinds = [kind for kind in GraphloadError.__subclasses__() if kind.exit_code > 1]
    for kind in sorted(kinds, key=lambda kind: kind.exit_code):
        what = (kind.__doc__ or "").splitlines()[0].rstrip(".")
        yield f"| {kind.exit_code} | {what[0].lower()}{what[1:]} |"


def _helps(command: click.Command, path: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    name = path.rsplit(" ", 1)[-1]
    context = command.make_context(name, [], parent, resilient_parsing=True, terminal_width=100)
    yield path, command.get_help(context)
    for below, child in sorted(getattr(command, "commands", {}).items()):
        yield from _helps(child, f"{path} {below}", context)


if __name__ == "__main__":
    click.echo(page(), nl=False)
