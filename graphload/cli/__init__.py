"""The command line: each command is a call or two of the library; one file a group of commands."""

from graphload.cli.main import cli, main

__all__ = ["cli", "main"]
