"""Commands that fill the graph, and keep it right: load, remove, sync, check."""

from __future__ import annotations

from typing import Any, Final

import click

from graphload.cli.command import command, is_quiet, opened, resolving, tell_lag
from graphload.cli.output import show_table
from graphload.cli.progress import progress
from graphload.cli.terms import confidence_option, paths_argument, tell
from graphload.errors import InputError

DIFFERS: Final = 1
FIRST: Final = 50
"""Differences that are printed unless all are asked for."""


@command("load", examples=["graphload load corpus/", "graphload load corpus/ --store bolt://localhost:7687"])
@paths_argument
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read articles.")
@confidence_option
@click.pass_context
def load(context: click.Context, /, paths: tuple[str, ...], **settings: Any) -> None:
    """Loads articles into the graph.

    PATHS are text, HTML or JSON Lines files, folders, zip and tar archives, or - for standard input. Loading again
    changes nothing; an article whose text has changed replaces the old one. What cannot be read is listed at the end,
    the rest is loaded, and the exit code is 3.
    """
    with resolving(context, **settings) as graph, progress(context) as told:
        report = graph.load(paths, progress=told)
    for error in report.failed:
        tell(error)
    if not is_quiet(context):
        click.echo(
            f"loaded {report.loaded}, replaced {report.replaced}, unchanged {report.unchanged}, "
            f"failed {len(report.failed)}; {report.claims} claims read, revision {report.revision}"
        )
    if report.failed:
        context.exit(InputError.exit_code)


@command("remove", examples=["graphload remove portal-2018-helsinki"])
@click.argument("ids", nargs=-1, required=True, metavar="ARTICLE_ID...")
@click.pass_context
def remove(context: click.Context, ids: tuple[str, ...]) -> None:
    """Takes articles back, as if they had never been loaded."""
    with resolving(context) as graph:
        revision = graph.remove(*ids)
    if not is_quiet(context):
        click.echo(f"removed {len(set(ids))}, revision {revision}")


@command("sync", examples=["graphload sync", "graphload sync --store bolt://localhost:7687"])
@click.pass_context
def sync(context: click.Context) -> None:
    """Brings a store up to what was loaded.

    One that missed something, or a second one.
    """
    with opened(context) as graph, progress(context) as told:
        rows = graph.sync(progress=told)
    if not is_quiet(context):
        click.echo(f"wrote {rows} rows")


@command("check", examples=["graphload check", "graphload check --repair"])
@click.option("--repair", is_flag=True, help="Mend what differs.")
@click.option("--all", "every", is_flag=True, help=f"Print every difference, not only the first {FIRST}.")
@click.pass_context
def check(context: click.Context, repair: bool, every: bool) -> None:
    """Checks that the graph is what the articles say.

    Every row of ledger and store is compared with what articles and decisions make; exit code 1 where they differ, 0
    where that was mended.
    """
    with resolving(context) as graph:
        if not repair:
            tell_lag(graph)
        found = graph.repair() if repair else graph.check()
    shown = found if every else found[:FIRST]
    if found:
        show_table(("where", "what", "kind", "id"), ((each.where, each.what, each.kind, each.id) for each in shown))
    if not is_quiet(context):
        rest = f", the first {FIRST} are shown; --all shows every one" if len(shown) < len(found) else ""
        click.echo(f"{len(found)} differences{' mended' if found and repair else ''}{rest}", err=bool(found))
    if found and not repair:
        context.exit(DIFFERS)


COMMANDS: Final = (load, remove, sync, check)
