"""Which files are articles, by where they lie and how their names end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

Kind = Literal["text", "page", "jsonl"]
Archive = Literal["zip", "tar"]

_KINDS: dict[str, Kind] = {".txt": "text", ".html": "page", ".htm": "page", ".jsonl": "jsonl"}
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")


def kind_of(name: str) -> Kind | None:
    """How a file is to be read, by its name."""
    return _KINDS.get(Path(name).suffix.lower())


def archive_kind(name: str) -> Archive | None:
    """Which kind of archive a file is, by its name."""
    return "zip" if name.lower().endswith(".zip") else "tar" if name.lower().endswith(_TARS) else None


def is_hidden(name: str) -> bool:
    """Whether a path inside a folder or an archive is hidden, or a system's own note."""
    return any((step.startswith(".") and step != "..") or step == "__MACOSX" for step in Path(name).parts)


def files_under(path: Path) -> Iterator[Path]:
    """The file itself, or all files of a folder and its folders that can hold articles, sorted.

    A folder that may not be looked into is given itself: who opens it says so, and the rest is read all the same.
    Raises `OSError` where the path is not there.
    """
    if not path.is_dir():
        path.stat()
        yield path
        return
    try:
        entries = sorted(path.iterdir())
    except PermissionError:
        yield path
        return
    for entry in entries:
        if is_hidden(entry.name) or (entry.is_symlink() and entry.is_dir()):
            continue
        if entry.is_dir() or (entry.is_file() and (kind_of(entry.name) or archive_kind(entry.name))):
            yield from files_under(entry)
