"""The disk runs full: while the ledger, the graph file, or an export is written."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults.program import Accident, loaded, run
from graphload.errors import LedgerError, OutputError, StoreError
from graphload.settings import Settings
from graphload.store.embedded import FILE_NAME

FEW, MANY = 20, 80
DISK = 24 << 20
FREE = (0, 4 << 10, 64 << 10, 256 << 10, 512 << 10, 1 << 20)
"""Bytes left on a full disk: each stops the work at another moment."""

REFUSED = (LedgerError.exit_code, StoreError.exit_code)
FORMS = ("jsonl", "csv", "parquet")


def disk_full(folder: Path, times: int | None = None) -> Iterator[Accident]:
    """A small disk that runs full in a load, in a sync and in an export."""
    if reason := _no_disk(folder / "disk"):
        yield Accident("disk full", line=f"left out: {reason}")
        return
    before, whole = Settings(folder / "before"), Settings(folder / "whole")
    loaded(before, FEW)
    articles, right = loaded(whole, MANY)
    yield _in_export(folder / "disk", whole)
    yield _in(Accident("disk full in load"), folder / "disk", before, right, ("load", articles), times)
    for file in whole.workspace.glob(f"{FILE_NAME}*"):
        file.unlink()
    yield _in(Accident("disk full in sync"), folder / "disk", whole, right, ("sync",), times)


def _in(
    accident: Accident, disk: Path, workspace: Settings, right: Path, command: tuple[str | Path, ...], times: int | None
) -> Accident:
    for free in FREE[:times]:
        with _full(disk, workspace.workspace, free) as (settings, filler):
            accident.refused(run(settings, *command), (0, *REFUSED))
            filler.unlink()
            accident.mended(settings, right, command)
    return accident


def _in_export(disk: Path, whole: Settings) -> Accident:
    """An export that does not fit leaves nothing, and a file that was there before as it was."""
    accident = Accident("disk full in export")
    for form in FORMS:
        with _full(disk, whole.workspace, free=16 << 10) as (settings, _):
            (disk / "old").write_bytes(b"old")
            before = sorted(disk.iterdir())
            target = disk / ("new" if form == "csv" else "old")
            accident.refused(run(settings, "export", "--format", form, "-o", target), {OutputError.exit_code})
            accident.times += 1
            if sorted(disk.iterdir()) != before or (disk / "old").read_bytes() != b"old":
                accident.wrong.append(f"{form}: not all is as it was before")
    return accident


def _no_disk(place: Path) -> str:
    """Why no small disk can be had here."""
    try:
        with _disk(place):
            return ""
    except (OSError, subprocess.CalledProcessError):
        return "only root can mount a small disk"


@contextmanager
def _disk(place: Path) -> Iterator[None]:
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", place], check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)


@contextmanager
def _full(place: Path, workspace: Path, free: int) -> Iterator[tuple[Settings, Path]]:
    """A small disk with a copy of `workspace` and `free` bytes left, and the file that fills it."""
    with _disk(place):
        shutil.copytree(workspace, place / "db")
        filler = place / "filler"
        filler.write_bytes(bytes(shutil.disk_usage(place).free - free))
        yield Settings(place / "db"), filler
