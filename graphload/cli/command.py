"""Commands that take the global options after their name too, and end their help with examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from graphload.cli.terms import tell
from graphload.errors import StoreMismatch
from graphload.settings import Settings

if TYPE_CHECKING:
    from graphload.graph import Graph

_KEY: Final = "graphload.options"
_SECTION: Final = "Global options (before or after the command)"
_BRIEF: Final = "--db PATH  --store URI  --registry FILE  -q, --quiet  (see graphload --help)"


def _keep(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Remembers what is given; what stands after the command's name comes later, and wins."""
    if value is not None and option.name:
        context.meta.setdefault(_KEY, {})[option.name] = value


def _global_options() -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    options = [
        click.Option(
            ["--db", "workspace"], type=path, metavar="PATH", help="The workspace. [GRAPHLOAD_DB; graphload.db]"
        ),
        click.Option(
            ["--store"],
            metavar="URI",
            help="A Neo4j server (bolt://…) in place of the graph in the workspace; NEO4J_USERNAME, NEO4J_PASSWORD and"
            " NEO4J_DATABASE say how to get in. [GRAPHLOAD_STORE]",
        ),
        click.Option(
            ["--registry"],
            type=path,
            metavar="FILE",
            help="Your own people, over the project's registry. [GRAPHLOAD_REGISTRY]",
        ),
        click.Option(["-q", "--quiet"], is_flag=True, default=None, help="Print results and errors only."),
    ]
    for option in options:
        option.callback, option.expose_value = _keep, False
    return list(options)


class Command(click.Command):
    """A command with the global options and examples."""

    def __init__(self, *arguments: Any, examples: Sequence[str], **attributes: Any) -> None:
        attributes["context_settings"] = {"help_option_names": ["-h", "--help"]}
        super().__init__(*arguments, **attributes)
        self.examples = tuple(examples)
        self.global_options = _global_options()
        self.params += self.global_options

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the command's own options, then the global ones: in full only where there is no command yet."""
        own = [option for option in self.get_params(context) if option not in self.global_options]
        _write_options(context, formatter, "Options", own)
        if context.parent is None:
            _write_options(context, formatter, _SECTION, self.global_options)
        else:
            with formatter.section("Global options"):
                formatter.write_text(_BRIEF)
        if isinstance(self, click.Group):
            self.format_commands(context, formatter)

    def format_epilog(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the examples."""
        with formatter.section("Examples" if len(self.examples) > 1 else "Example"), formatter.indentation():
            for example in self.examples:
                formatter.write(f"{'':>{formatter.current_indent - formatter.indent_increment}}{example}\n")


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command
    group_class = type


def _write_options(
    context: click.Context, formatter: click.HelpFormatter, title: str, options: Sequence[click.Parameter]
) -> None:
    records = [option.get_help_record(context) for option in options if isinstance(option, click.Option)]
    if records := list(filter(None, records)):
        with formatter.section(title):
            formatter.write_dl(records)


def command(name: str, *, examples: Sequence[str]) -> Callable[[Callable[..., Any]], Command]:
    """Makes a function a command of this name."""
    return click.command(name, cls=Command, examples=examples)


def options(context: click.Context) -> dict[str, Any]:
    """The global options as given."""
    return dict(context.meta.get(_KEY, {}))


def is_quiet(context: click.Context) -> bool:
    """Whether only results and errors are wanted."""
    return bool(options(context).get("quiet"))


def settings(context: click.Context, **more: Any) -> Settings:
    """The settings of the environment, with the global options and `more` over them."""
    given = {name: value for name, value in options(context).items() if name != "quiet"}
    return replace(Settings.from_environment(), **given, **more)


@contextmanager
def opened(context: click.Context, **more: Any) -> Iterator[Graph]:
    """The graph that the global options name."""
    from graphload.graph import Graph  # here, since help and completion need not wait for it

    with Graph(settings(context, **more)) as graph:
        yield graph


@contextmanager
def resolving(context: click.Context, **more: Any) -> Iterator[Graph]:
    """The graph, for a command that goes by the registry; one line says so where the graph was made by another."""
    with opened(context, **more) as graph:
        tell_registry(graph)
        yield graph


@contextmanager
def asked(context: click.Context) -> Iterator[Graph]:
    """The graph, for a command that answers out of it; one line says so where it is behind what was loaded."""
    with opened(context) as graph:
        tell_lag(graph)
        yield graph


def tell_lag(graph: Graph) -> None:
    """Says on standard error, --quiet or not, that a graph is not that of the ledger: its answers would mislead.

    It lacks what was loaded since, or the ledger was set back to an older copy.
    """
    lag, fault, given = graph.lag(), graph.set_back(), graph.settings
    if fault:
        tell(StoreMismatch(fault.what, where=given.store or str(given.workspace), mend=fault.mend))
        return
    if lag is None:
        return
    place = f" --db {given.workspace}" + (f" --store {given.store}" if given.store else "")
    other = "" if given.store else ", or name with --store the server that has it"
    click.echo(
        f"graphload: {given.store or given.workspace}: the graph is at revision {lag.reached} of {lag.newest} and lacks"
        f" what was loaded since; run `graphload sync{place}`{other}",
        err=True,
    )


def tell_registry(graph: Graph) -> None:
    """Says on standard error, --quiet or not, that a graph was made by another registry: a forgotten option, mostly."""
    other = graph.other_registry()
    if other is None:
        return
    made_by = f"by the registry {other.made_by}" if other.made_by else "without a registry of your own"
    right = f"give --registry {other.made_by}" if other.made_by else "leave --registry and GRAPHLOAD_REGISTRY out"
    now = f"this command goes by {other.given or 'none'}; if that is not meant, {right}"
    if other.made_by == other.given:
        now = "which has changed since"
    place = graph.settings.workspace
    click.echo(
        f"graphload: {place}: the graph was made {made_by}, {now}; `load` and `check --repair` make it anew", err=True
    )
