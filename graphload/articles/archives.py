"""Archives, read member by member in memory: nothing is unpacked to disk, so no path can lead astray.

A member larger than 256 MiB, or an archive that grows out of all proportion, is refused.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO

from graphload.articles.files import Archive, is_hidden, kind_of
from graphload.errors import InputError

MEMBER_LIMIT = 256 * 2**20
RATIO_LIMIT = 200
_RATIO_FREE = 16 * 2**20
_MEND = "unpack it and give the folder"
_DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, open until the next one is asked for."""

    name: str
    stream: IO[bytes]


def members(path: Path, kind: Archive) -> Iterator[Member | InputError]:
    """The members that can hold articles; an error for each that cannot be read, and for a damaged archive."""
    try:
        yield from _zip_members(path) if kind == "zip" else _tar_members(path)
    except InputError as error:
        yield InputError(error.what, where=str(path), mend=error.mend)
    except (*_DAMAGED, OSError) as error:
        yield InputError(f"a damaged archive: {error}", where=str(path), mend=_MEND)


def _wanted(name: str) -> bool:
    return not is_hidden(name) and kind_of(name) is not None


def _zip_members(path: Path) -> Iterator[Member | InputError]:
    with zipfile.ZipFile(path) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            name = f"{path}!{info.filename}"
            if info.is_dir() or not _wanted(info.filename):
                continue
            if problem := _problem(info.file_size, info.compress_size):
                yield InputError(problem, where=name, mend=_MEND)
                continue
            with archive.open(info) as stream:
                yield Member(name, stream)


def _problem(size: int, packed: int) -> str | None:
    if size > MEMBER_LIMIT:
        return "more than 256 MiB in one member"
    if size > _RATIO_FREE and size > packed * RATIO_LIMIT:
        return f"packed more than {RATIO_LIMIT} to 1, as an archive bomb is"
    return None


class _Guard(RawIOBase):
    """A stream that counts what it gives against what its packed file took."""

    def __init__(self, unpacked: IO[bytes], packed: IO[bytes]) -> None:
        self._unpacked, self._packed, self._given = unpacked, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._unpacked.read(len(buffer))
        self._given += len(data)
        if self._given > _RATIO_FREE and self._given > self._packed.tell() * RATIO_LIMIT:
            raise InputError(f"packed more than {RATIO_LIMIT} to 1, as an archive bomb is", mend=_MEND)
        buffer[: len(data)] = data
        return len(data)


def _tar_members(path: Path) -> Iterator[Member | InputError]:
    with path.open("rb") as packed:
        guard = BufferedReader(_Guard(_unpacked(packed), packed))
        with tarfile.open(fileobj=guard, mode="r|") as archive:
            for info in archive:
                if not info.isfile() or not _wanted(info.name):
                    continue
                name = f"{path}!{info.name}"
                stream = archive.extractfile(info)
                if info.size > MEMBER_LIMIT or stream is None:
                    yield InputError("more than 256 MiB in one member", where=name, mend=_MEND)
                else:
                    yield Member(name, stream)


def _unpacked(packed: BufferedReader) -> IO[bytes]:
    """The tar inside, by the magic numbers of gzip, bzip2 and xz."""
    head = packed.peek(6)[:6]
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=packed)  # type: ignore[return-value]
    if head.startswith(b"BZh"):
        return bz2.BZ2File(packed)
    return lzma.LZMAFile(packed) if head.startswith(b"\xfd7zXZ") else packed
