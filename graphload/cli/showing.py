"""Commands that carry the graph out: view, export."""

from __future__ import annotations

from typing import Final

import click

from graphload.cli.command import asked, command, is_quiet
from graphload.cli.terms import complete_query, output_option, parameters_option

FORMS: Final = ("jsonl", "graphml", "csv", "parquet", "statements")


@command(
    "view",
    examples=[
        "graphload view -o network.html",
        "graphload view -o russia.html --query visits-to --param country=RUS",
        "graphload view -o putin.html --focus vladimir-putin --hops 1",
    ],
)
@output_option
@click.option(
    "--query",
    metavar="NAME|CYPHER",
    shell_complete=complete_query,
    help="Show the nodes and edges that a query gives.",
)
@parameters_option
@click.option("--focus", multiple=True, metavar="ID", help="Show what lies around this node; may be repeated.")
@click.option("--hops", type=click.IntRange(0), default=1, show_default=True, help="How far around.")
@click.option("--limit", type=click.IntRange(1), default=300, show_default=True, help="Show the best-joined nodes.")
@click.option("--title", default="graphload", help="The page's title.")
@click.pass_context
def view(
    context: click.Context,
    output: str,
    query: str | None,
    parameters: dict[str, str],
    focus: tuple[str, ...],
    hops: int,
    limit: int,
    title: str,
) -> None:
    """Draws the graph as one HTML page that works offline.

    It has search, filters, time, and the evidence of every edge.
    """
    with asked(context) as graph:
        rows = graph.query(query, **parameters) if query else None
        for error in graph.unknown(query, **parameters) if query and not rows else ():
            raise error
        page = graph.view(rows, title=title, focus=focus or None, hops=hops, limit=limit)
    file = page.save(output)
    if not is_quiet(context):
        click.echo(f"{file}: {page.nodes} nodes, {page.edges} edges")


@command(
    "export",
    examples=["graphload export --format jsonl -o graph.jsonl", "graphload export --format graphml -o graph.graphml"],
)
@click.option("--format", "form", type=click.Choice(FORMS), default="jsonl", show_default=True)
@output_option
@click.pass_context
def export(context: click.Context, form: str, output: str) -> None:
    """Writes the whole graph to a file.

    jsonl: canonical, the same bytes for the same graph. graphml: for Gephi. csv: a folder for `neo4j-admin database
    import`. parquet, statements: the claims.
    """
    with asked(context) as graph:
        graph.export(output, form)


COMMANDS: Final = (view, export)
