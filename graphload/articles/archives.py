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
_RATIO_FREE = 4 * 2**20
_MEND = "unpack it and give the folder"
_DAMAGED = (
    OSError,
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
    """A file in an archive, open until the next one is asked for. Reading raises `InputError` where it is damaged."""

    name: str
    stream: IO[bytes]


def members(path: Path, kind: Archive) -> Iterator[Member | InputError]:
    """The members that can hold articles; an error for each that cannot be read, and for a damaged archive."""
    try:
        yield from _zip_members(path) if kind == "zip" else _tar_members(path)
    except InputError as error:
        yield InputError(error.what, where=str(path), mend=error.mend)
    except _DAMAGED as error:
        yield _damaged(error, str(path))


def _damaged(error: Exception, where: str = "") -> InputError:
    return InputError(f"a damaged archive: {error}", where=where, mend=_MEND)


def _wanted(name: str) -> bool:
    return not is_hidden(name) and kind_of(name) is not None


class _Stream(RawIOBase):
    """What a packed stream gives, counted against what its file took; damage raises `InputError`."""

    def __init__(self, unpacked: IO[bytes], packed: IO[bytes] | None = None) -> None:
        self._unpacked, self._packed, self._given = unpacked, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._unpacked.read(len(buffer))
        except _DAMAGED as error:
            raise _damaged(error) from error
        self._given += len(data)
        if self._packed is not None and (problem := _growth(self._given, self._packed.tell())):
            raise InputError(problem, mend=_MEND)
        buffer[: len(data)] = data
        return len(data)


def _growth(unpacked: int, packed: int) -> str | None:
    if unpacked <= _RATIO_FREE or unpacked <= packed * RATIO_LIMIT:
        return None
    return f"packed more than {RATIO_LIMIT} to 1, as an archive bomb is"


def _too_large(size: int) -> str | None:
    return "more than 256 MiB in one member" if size > MEMBER_LIMIT else None


def _zip_members(path: Path) -> Iterator[Member | InputError]:
    with zipfile.ZipFile(path) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            if not info.is_dir() and _wanted(info.filename):
                yield from _zip_member(archive, info, f"{path}!{info.filename}")


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[Member | InputError]:
    if problem := _too_large(info.file_size) or _growth(info.file_size, info.compress_size):
        yield InputError(problem, where=name, mend=_MEND)
        return
    try:
        stream = archive.open(info)
    except _DAMAGED as error:
        yield _damaged(error, name)
        return
    with stream:
        yield Member(name, BufferedReader(_Stream(stream)))


def _tar_members(path: Path) -> Iterator[Member | InputError]:
    with path.open("rb") as packed:
        unpacked = BufferedReader(_Stream(_unpack(packed), packed))
        with tarfile.open(fileobj=unpacked, mode="r|") as archive:
            for info in archive:
                if info.isfile() and _wanted(info.name):
                    yield _tar_member(archive, info, f"{path}!{info.name}")


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str) -> Member | InputError:
    stream = archive.extractfile(info)
    problem = "no plain file" if stream is None else _too_large(info.size)
    if stream is None or problem:
        return InputError(problem or "", where=name, mend=_MEND)
    return Member(name, BufferedReader(_Stream(stream)))


def _unpack(packed: BufferedReader) -> IO[bytes]:
    """The tar inside, by the magic numbers of gzip, bzip2 and xz."""
    head = packed.peek(6)[:6]
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=packed)  # type: ignore[return-value]
    if head.startswith(b"BZh"):
        return bz2.BZ2File(packed)
    return lzma.LZMAFile(packed) if head.startswith(b"\xfd7zXZ") else packed
