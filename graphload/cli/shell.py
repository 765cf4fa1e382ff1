"""The command that lets a shell complete the others."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import get_completion_class

from graphload.cli.command import command

SHELLS: Final = ("bash", "zsh", "fish")


@command("completion", examples=["graphload completion bash"])
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Prints the script that completes commands in SHELL.

    \b
    bash: graphload completion bash > ~/.local/share/bash-completion/completions/graphload
    zsh:  graphload completion zsh > "${fpath[1]}/_graphload"
    fish: graphload completion fish > ~/.config/fish/completions/graphload.fish
    """  # noqa: D301  (click keeps the lines after this character as they are)
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(made(context.find_root().command, {}, "graphload", "_GRAPHLOAD_COMPLETE").source())


COMMANDS: Final = (completion,)
