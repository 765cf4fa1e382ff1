"""Files that are written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graphload.errors import OutputError


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
    if path.is_dir() and any(path.iterdir()) and not (path / mark).is_file():
        raise OutputError("is a folder with other files", where=str(path), mend="give a folder of its own")
    with written_aside(path) as aside:
        _clear(aside)
        aside.mkdir(parents=True)
        for name, pieces in files:
            write_text(aside / name, pieces)
        if path.is_dir():
            shutil.rmtree(path)
    return path


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to, which takes its place in the end; a pipe is written to as it is.

    Raises `OutputError` for what the system says of either.
    """
    is_plain = path.is_file() or path.is_dir() or not path.exists()
    whole = path.resolve() if is_plain else path
    aside = whole.with_name(f".{whole.name}.new") if is_plain else whole
    try:
        yield aside
        if aside != whole:
            aside.replace(whole)
    except BrokenPipeError:
        raise  # whoever reads it has seen enough
    except OSError as error:
        raise OutputError(
            error.strerror or str(error), where=str(path), mend="give a path that can be written"
        ) from error
    finally:
        if aside != whole:
            _clear(aside)


def _clear(aside: Path) -> None:
    if aside.is_dir():
        shutil.rmtree(aside)
    with suppress(OSError):
        aside.unlink()
