"""The program `graphload`: its commands, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

import click

from graphload import __version__
from graphload.cli import deciding, explaining, loading, querying, reading, shell, showing
from graphload.cli.command import Group
from graphload.cli.terms import tell
from graphload.errors import GraphloadError

INTERRUPTED = 130
PIPE_CLOSED = 1


@click.group(cls=Group, examples=["graphload load corpus/", "graphload view -o network.html"])
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
def cli() -> None:
    """Reads Hindi news about diplomacy into a knowledge graph that shows its evidence.

    A workspace (a folder, ./graphload.db by default) keeps what the articles say; the graph is in it too, or in a
    Neo4j server.
    """


for module in (loading, reading, explaining, querying, showing, deciding, shell):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> NoReturn:
    """Runs the command line of this process, and ends it."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line, and gives its exit code; an error is one line on standard error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        code = cli.main(list(arguments), prog_name="graphload", standalone_mode=False)
        sys.stdout.flush()
    except GraphloadError as error:
        tell(error)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return code if isinstance(code, int) else 0
