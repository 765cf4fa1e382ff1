"""Commands that ask the graph: queries, query, cypher, stats."""

from __future__ import annotations

import sys
from typing import Final

import click

from graphload.cli.command import asked, command
from graphload.cli.output import format_option, show, show_table
from graphload.cli.terms import complete_query, parameters_option, tell
from graphload.errors import NotFoundError


@command("queries", examples=["graphload queries"])
def queries() -> None:
    """Lists the saved queries and what they take."""
    from graphload.queries import catalogue

    columns = ("category", "name", "title", "parameters")
    show_table(columns, ((each.category, each.name, each.title, each.signature) for each in catalogue().values()))


@command(
    "query",
    examples=[
        "graphload query who-met --param person=vladimir-putin",
        "graphload query visits-to -p country=RUS --format json",
    ],
)
@click.argument("name", shell_complete=complete_query)
@parameters_option
@format_option
@click.pass_context
def query(context: click.Context, name: str, parameters: dict[str, str], form: str) -> None:
    """Runs a saved query; `graphload queries` lists them.

    Where there are no rows because a person, a country or the like is not in the graph, the exit code is 5.
    """
    with asked(context) as graph:
        rows = graph.query(name, **parameters)
        unknown = [] if len(rows) else graph.unknown(name, **parameters)
    show(rows, form)
    for error in unknown:
        tell(error)
    if unknown:
        context.exit(NotFoundError.exit_code)


@command("cypher", examples=["graphload cypher 'MATCH (p:Person) RETURN p.name, p.name_hi ORDER BY p.id LIMIT 5'"])
@click.argument("text", required=False)
@parameters_option
@click.option("--write", is_flag=True, help="Let the query change the store; `graphload check` will find it.")
@format_option
@click.pass_context
def run_cypher(context: click.Context, text: str | None, parameters: dict[str, str], write: bool, form: str) -> None:
    """Runs Cypher from TEXT or standard input.

    It may only read, unless --write is given. Parameters are texts; toInteger($n) makes a number of one.
    """
    with asked(context) as graph:
        show(graph.cypher(sys.stdin.read() if text is None else text, parameters, write=write), form)


@command("stats", examples=["graphload stats"])
@click.pass_context
def stats(context: click.Context) -> None:
    """Counts what is in the store: nodes by label, relationships by type."""
    with asked(context) as graph:
        found = graph.stats()
    show_table(("kind", "count"), [*found.nodes.items(), *found.edges.items(), ("revision", found.revision)])


COMMANDS: Final = (queries, query, run_cypher, stats)
