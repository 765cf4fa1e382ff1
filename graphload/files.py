"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from graphload.errors import OutputError

LONGEST_NAME: Final = 60
"""Signs of a name that surely leave room for a few more: systems count 255 bytes."""


def write_text(path: str | Path, pieces: Iterable[str]) -> Path:
    """Writes `pieces` as UTF-8, in place of what was at `path`; that stays where writing breaks off.

    Raises `OutputError` where the file cannot be written.
    """
    with written_aside(Path(path)) as aside, aside.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(pieces)
    return Path(path)


def write_folder(path: Path, files: Iterable[tuple[str, Iterable[str]]], *, mark: str) -> Path:
    """Writes files by name into a folder, in place of an earlier one; that stays where writing breaks off.

    `mark` names a file that every such folder has. Raises `OutputError` where the folder cannot be written, or is of
    another making.
    """
    whole = _real(path)
    with _told(path):
        replaces = whole.is_dir() and any(whole.iterdir())
    if replaces and not (whole / mark).is_file():
        raise OutputError("is a folder with other files", where=str(path), mend="give a folder of its own")
    old = _beside(whole, "old")
    with written_aside(path) as aside:
        _clear(aside)
        aside.mkdir(parents=True)
        for name, pieces in files:
            write_text(aside / name, pieces)
        if replaces:
            _clear(old)
            whole.replace(old)
    if replaces:
        _clear(old)
    return path


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to, which takes its place in the end; a pipe is written to as it is.

    Raises `OutputError` for what the system says of either.
    """
    with _told(path):
        is_plain = path.is_file() or path.is_dir() or not path.exists()
        whole = _real(path) if is_plain else path
        aside = _beside(whole, "new") if is_plain else whole
        try:
            yield aside
            if aside != whole:
                aside.replace(whole)
        finally:
            if aside != whole:
                _clear(aside)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Raises what the system says as `OutputError`; but whoever closes a pipe has seen enough."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            error.strerror or str(error), where=str(path), mend="give a path that can be written"
        ) from error


def _real(path: Path) -> Path:
    """Where links lead; one that leads to itself stands for itself."""
    return Path(os.path.realpath(path))


def _beside(path: Path, what: str) -> Path:
    """A name beside `path` that is not too long where that of `path` is not."""
    return path.with_name(f".{path.name[:LONGEST_NAME]}.{what}")


def _clear(aside: Path) -> None:
    if aside.is_dir():
        shutil.rmtree(aside)
    with suppress(OSError):
        aside.unlink()
