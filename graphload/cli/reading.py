"""Commands about reading, which need no workspace: read, score, compare."""

from __future__ import annotations

from dataclasses import astuple, fields
from pathlib import Path
from typing import Final

import click

from graphload.cli.command import command
from graphload.cli.output import show_lines, show_table
from graphload.cli.terms import confidence_option, paths_argument, tell
from graphload.errors import InputError

BELOW: Final = 1
FILE: Final = click.Path(path_type=Path)


@command("read", examples=["graphload read corpus/text/singapore-2018.txt", "graphload read --dropped corpus/html"])
@paths_argument
@confidence_option
@click.option("--dropped", is_flag=True, help="Show also what was left out as no part of the article.")
@click.pass_context
def read(context: click.Context, paths: tuple[str, ...], min_confidence: float, dropped: bool) -> None:
    """Prints what articles say as JSON, without a workspace.

    One object a line with article, entities and relations. PATHS as for load. Offsets of evidence count code
    points in title, line feed and text.
    """
    from graphload.export.readings import reading_line
    from graphload.inputs import readings_of

    failed: list[InputError] = []
    for reading in readings_of(paths, on_error=failed.append, min_confidence=min_confidence):
        click.echo(reading_line(reading, dropped=dropped))
    for error in failed:
        tell(error)
    if failed:
        context.exit(InputError.exit_code)


@command("score", examples=["graphload score corpus/gold.jsonl", "graphload score corpus/gold.jsonl --at-least 0.5"])
@click.argument("gold", type=FILE)
@click.option("--errors", type=click.IntRange(0), default=0, metavar="N", help="List the first N errors.")
@click.option("--rules", is_flag=True, help="Say how often each rule was right.")
@click.option("--at-least", type=click.FloatRange(0, 1), default=0.0, metavar="F1", help="Exit 1 below this F1.")
@click.pass_context
def score(context: click.Context, gold: Path, errors: int, rules: bool, at_least: float) -> None:
    """Says how well annotated articles are read.

    GOLD annotates articles that lie beside it.
    The table gives, for each relation: annotated, claimed and found relations; precision, recall and F1; and how many
    of the found agree in status, date (where there is one) and evidence. A second table gives how many of the claims
    of at least some confidence were right.
    """
    from graphload.quality import score_gold
    from graphload.scoring.score import Error

    table = score_gold(gold)
    show_table(table.COLUMNS, table.rows())
    click.echo()
    show_table(table.SURE_COLUMNS, table.sure_rows())
    if rules:
        click.echo()
        show_table(table.RULE_COLUMNS, table.rule_rows())
    if errors:
        click.echo()
        show_table([field.name for field in fields(Error)], map(astuple, table.errors[:errors]))
    if table.total.f1 < at_least:
        context.exit(BELOW)


@command("compare", examples=["graphload compare 'किम जोंग उन' 'Kim Jong Un'"])
@click.argument("names", nargs=-1, metavar="[A B]")
@click.option("--file", "pairs", type=FILE, metavar="TSV", help="Compare the columns a and b of a table with a head.")
def compare(names: tuple[str, ...], pairs: Path | None) -> None:
    """Says whether A and B spell one person's name.

    One JSON object a pair: score, verdict (same, unsure, different) and reasons.
    """
    from graphload.comparing import compare_all, read_pairs

    if (pairs is None) != (len(names) == 2) or (pairs and names) or not all(map(str.strip, names)):
        raise click.UsageError("give two names, or --file")
    show_lines(compare_all(read_pairs(pairs) if pairs else [names]))


COMMANDS: Final = (read, score, compare)
