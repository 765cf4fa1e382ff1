"""Progress of long work, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from graphload.cli.command import is_quiet


@contextmanager
def progress(context: click.Context) -> Iterator[Callable[[str, int], None] | None]:
    """Gives what is to be told of progress; `None` where nobody would see it."""
    if is_quiet(context) or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)
        yield lambda what, done: shown.update(task, description=what, completed=done)
