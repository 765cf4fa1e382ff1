"""Commands of people's word on who is who and which event is which: review, decide, undo, history, decisions."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from graphload.cli.command import Group, command, is_quiet, opened, resolving
from graphload.cli.told import show_history, show_unsure
from graphload.model import Decision, Judgement

if TYPE_CHECKING:
    from graphload.build.unsure import Kind

why_option: Final = click.option("--why", required=True, metavar="TEXT", help="The reason, for those who ask later.")
by_option: Final = click.option("--by", default=getpass.getuser, metavar="NAME", help="Who says so. [your login]")


@command("review", examples=["graphload review --limit 10", "graphload review --kind event"])
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="The first so many pairs.")
@click.option("--kind", type=click.Choice(["person", "event"]), help="Pairs of people or of events only.")
@click.pass_context
def review(context: click.Context, limit: int, kind: Kind | None) -> None:
    """Lists pairs that may be one person or one event, for you to decide.

    Those on which most of the graph hangs come first, each pair side by side: names, office and country or date and
    place, claims and sentences. On a terminal as tables, else as JSON, a pair a line.
    """
    with resolving(context) as graph:
        show_unsure(graph.review(limit, kind))


@command("decide", examples=["graphload decide different 'व्लादिमीर पुतिन' 'सर्गेई लावरोव' --why 'two ministers'"])
@click.argument("judgement", type=click.Choice(["same", "different"]))
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@why_option
@by_option
@click.pass_context
def decide(context: click.Context, judgement: str, left: str, right: str, why: str, by: str) -> None:
    """Records that A and B are the same, or different.

    The graph follows, now and whatever is loaded later. A and B are names of people in either script, as articles or
    the graph have them, ids of people, ids of events or claims, or what `review` calls them.
    """
    with resolving(context) as graph:
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
    with resolving(context) as graph:
        _report(context, graph.undo(left, right, by=by, why=why))


@command("history", examples=["graphload history 'व्लादिमीर पुतिन'"])
@click.argument("what", metavar="PERSON|EVENT")
@click.pass_context
def history(context: click.Context, what: str) -> None:
    """Says why a person or an event is one.

    Of a person (by name or id): the names that were joined, each link with its score and reasons, and the decisions. Of
    an event (by id): what each article reports. What `review` or a decision calls a side will do too. On a terminal as
    tables, else as JSON.
    """
    with opened(context) as graph:
        show_history(graph.history(what))


@click.group("decisions", cls=Group, examples=["graphload decisions export -o decisions.tsv"])
def decisions() -> None:
    """Shares decisions as a text file."""


@decisions.command("export", examples=["graphload decisions export", "graphload decisions export -o decisions.tsv"])
@click.option("-o", "--output", type=click.Path(), default="-", metavar="FILE", help="The file. [standard output]")
@click.pass_context
def export_decisions(context: click.Context, output: str) -> None:
    """Writes all decisions: tab-separated, in their order."""
    from graphload.files import write_text
    from graphload.sharing import decisions_text

    with opened(context) as graph:
        text = decisions_text(graph.decisions())
    if output == "-":
        click.echo(text, nl=False)
    else:
        write_text(output, [text])


@decisions.command("import", examples=["graphload decisions import decisions.tsv"])
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def import_decisions(context: click.Context, file: Path) -> None:
    """Records the decisions of a file that are not on record."""
    from graphload.sharing import read_decisions

    with resolving(context) as graph:
        new = graph.import_decisions(read_decisions(file))
    if not is_quiet(context):
        click.echo(f"recorded {new}")


def _report(context: click.Context, decision: Decision) -> None:
    if not is_quiet(context):
        click.echo(f"{decision.judgement}: {decision.left}, {decision.right} (by {decision.by})")


COMMANDS: Final = (review, decide, undo, history, decisions)
