"""Commands of people's word on who is who and which event is which: decide, undo."""

from __future__ import annotations

import getpass
from typing import Final, cast

import click

from graphload.cli.command import command, is_quiet, opened
from graphload.model import Decision, Judgement

why_option: Final = click.option("--why", required=True, metavar="TEXT", help="The reason, for those who ask later.")
by_option: Final = click.option("--by", default=getpass.getuser, metavar="NAME", help="Who says so. [your login]")


@command("decide", examples=["graphload decide different 'व्लादिमीर पुतिन' 'सर्गेई लावरोव' --why 'two ministers'"])
@click.argument("judgement", type=click.Choice(["same", "different"]))
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@why_option
@by_option
@click.pass_context
def decide(context: click.Context, judgement: str, left: str, right: str, why: str, by: str) -> None:
    """Records that A and B are the same, or different.

    The graph follows, now and whatever is loaded later. A and B are names, ids of people, or ids of events or claims.
    """
    with opened(context) as graph:
        _report(context, graph.decide(cast("Judgement", judgement), left, right, by=by, why=why))


@command("undo", examples=["graphload undo 'व्लादिमीर पुतिन' 'सर्गेई लावरोव' --why 'a slip'"])
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@why_option
@by_option
@click.pass_context
def undo(context: click.Context, left: str, right: str, why: str, by: str) -> None:
    """Takes the decision on A and B back.

    The decision and its undoing stay on record.
    """
    with opened(context) as graph:
        _report(context, graph.undo(left, right, by=by, why=why))


def _report(context: click.Context, decision: Decision) -> None:
    if not is_quiet(context):
        click.echo(f"{decision.judgement}: {decision.left}, {decision.right} (by {decision.by})")


COMMANDS: Final = (decide, undo)
