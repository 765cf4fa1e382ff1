"""Paths → articles: files, folders, archives and standard input, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import IO, Literal

from graphload.articles.archives import members
from graphload.articles.article import read_article_text
from graphload.articles.encoding import decode, read_bytes
from graphload.articles.files import Archive, Kind, archive_kind, files_under, kind_of
from graphload.articles.jsonl import read_jsonl
from graphload.articles.pages import read_page
from graphload.errors import InputError
from graphload.model import Article

_Result = Article | InputError
_HEAD = 1024


def read_articles(paths: Iterable[Path | Literal["-"]], *, on_error: Callable[[InputError], None]) -> Iterator[Article]:
    """The articles at `paths`, cleaned, in order; `-` is standard input.

    Text, HTML, JSON Lines, folders of these, zip and tar archives. What cannot be read is told to
    `on_error`, each with its place, and the rest is read all the same.
    """
    for path in paths:
        for result in _read(path):
            if isinstance(result, InputError):
                on_error(result)
            else:
                yield result


def _read(path: Path | Literal["-"]) -> Iterator[_Result]:
    if path == "-":
        yield from _read_stream(sys.stdin.buffer, "standard input", None)
        return
    try:
        for file in files_under(Path(path)):
            yield from _read_file(file)
    except OSError as error:
        yield _unreadable(error, str(path))


def _read_file(file: Path) -> Iterator[_Result]:
    if archive := archive_kind(file.name):
        yield from _read_archive(file, archive)
        return
    try:
        with file.open("rb") as stream:
            yield from _read_stream(stream, str(file), kind_of(file.name))
    except OSError as error:
        yield _unreadable(error, str(file))


def _read_archive(file: Path, archive: Archive) -> Iterator[_Result]:
    for member in members(file, archive):
        if isinstance(member, InputError):
            yield member
        else:
            yield from _read_stream(member.stream, member.name, kind_of(member.name))


def _unreadable(error: OSError, where: str) -> InputError:
    return InputError(error.strerror or str(error), where=where, mend="check the path and its permissions")


def _read_stream(stream: IO[bytes], name: str, kind: Kind | None) -> Iterator[_Result]:
    """The articles of one stream; a `kind` that is not known is told from how the stream begins."""
    try:
        if kind is None:
            stream = stream if isinstance(stream, BufferedReader) else BufferedReader(stream)  # type: ignore[type-var]
            kind = _detect(stream.peek(_HEAD)[:_HEAD])
        if kind == "jsonl":
            yield from read_jsonl(stream, name)
            return
        data = read_bytes(stream)
        yield read_page(decode(data, page=True)) if kind == "page" else read_article_text(decode(data))
    except InputError as error:
        yield InputError(error.what, where=name, mend=error.mend)


def _detect(head: bytes) -> Kind:
    encoding = "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    start = head.decode(encoding, "ignore").lstrip()
    return "page" if start.startswith("<") else "jsonl" if start.startswith(("{", "[{")) else "text"
