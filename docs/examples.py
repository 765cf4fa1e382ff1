"""The examples of README.md and the handbook: what stands in blocks marked `console`, and what it prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
_EXAMPLE: Final = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
_COMMAND: Final = re.compile(r"^\$ ((?:.*\\\n)*.*)$", re.MULTILINE)


def commands(text: str) -> list[str]:
    """The commands in all examples of a page, in order."""
    return [command for block in _EXAMPLE.findall(text) for command in _COMMAND.findall(block[1])]


def playground(folder: Path) -> Path:
    """Makes `folder` the place where examples run: it holds a copy of the corpus."""
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    return folder


def run(command: str, folder: Path) -> str:
    """What a shell in `folder` prints for `command`. Raises `CalledProcessError` where it fails."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    shell = ["bash", "-e", "-o", "pipefail", "-c", command]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GRAPHLOAD_", "NEO4J_"))}
    done = subprocess.run(
        shell,
        cwd=folder,
        env={**environment, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
    )
    return done.stdout.decode("utf-8")


def rerun(text: str, folder: Path) -> str:
    """The page `text` with every example run anew in `folder`."""
    return _EXAMPLE.sub(lambda found: found[1] + "".join(_ran(found[2], folder)) + found[3], text)


def _ran(block: str, folder: Path) -> Iterator[str]:
    for command in _COMMAND.findall(block):
        yield f"$ {command}\n"
        yield run(command, folder)
