"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Final

import click

from graphload.errors import GraphloadError, ParameterError

paths_argument: Final = click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
confidence_option: Final = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out claims of lower confidence.",
)
parameters_option: Final = click.option(
    "-p",
    "--param",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    callback=lambda _context, _option, given: dict(map(_pair, given)),
    help="A parameter of the query; may be repeated.",
)
output_option: Final = click.option(
    "-o", "--output", type=click.Path(), required=True, metavar="FILE", help="The file to write."
)


def complete_query(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The names of saved queries that a shell can offer for what is typed so far."""
    from graphload.queries import catalogue

    return [name for name in catalogue() if name.startswith(begun)]


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise ParameterError("a parameter is a name and a value", where=f"--param {text}", mend="write NAME=VALUE")
    return name, value


def tell(error: GraphloadError) -> None:
    """Tells an error in one line on standard error."""
    click.echo(f"graphload: {error}", err=True)
