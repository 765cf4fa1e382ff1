"""Bytes → text: UTF-8, UTF-16 with a byte order mark, or the charset that a page declares. Nothing is guessed."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO

import regex

from graphload.errors import InputError

ARTICLE_LIMIT = 32 * 2**20
"""The most bytes that one article may have."""

_TOO_LARGE = "more than 32 MiB for one article"
_MEND_SIZE = "split it, or give one article a line as JSON Lines"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = regex.compile(rb"""<meta[^>]{1,200}charset\s{0,3}=\s{0,3}["']?([\w.:-]{1,40})""", regex.IGNORECASE)
_HEAD = 4096
_CALLED = {"utf-8-sig": "UTF-8 (or UTF-16 with its mark)", "utf-16": "UTF-16"}
"""What people call a charset that Python has another name for."""


def read_bytes(stream: IO[bytes]) -> bytes:
    """All of a stream. Raises `InputError` past the limit for one article, and for an empty stream."""
    data = stream.read(ARTICLE_LIMIT + 1)
    if len(data) > ARTICLE_LIMIT:
        raise InputError(_TOO_LARGE, mend=_MEND_SIZE)
    if not data.strip():
        raise InputError("it is empty", mend="give a file that holds an article")
    return data


def decode(data: bytes, *, page: bool = False) -> str:
    """The text of `data`, with plain line feeds. `page` lets HTML declare its charset. Raises `InputError`."""
    charset = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    if page and charset != "utf-16" and (declared := _DECLARED.search(data[:_HEAD])):
        charset = _charset(declared[1].decode("ascii"))
    if charset != "utf-16" and b"\0" in data:
        raise InputError("binary data, no text", mend="give plain text, HTML or JSON Lines")
    try:
        text = data.decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(f"it is not {_CALLED.get(charset, charset)} text", mend="save it as UTF-8") from error
    if "\0" in text:
        raise InputError("binary data, no text", mend="give plain text, HTML or JSON Lines")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _charset(declared: str) -> str:
    """What a declaration means: a page that one can read up to its declaration is no UTF-16."""
    name = declared.lower()
    return "utf-8-sig" if name.startswith(("utf-8", "utf8", "utf-16", "utf16")) else name


def lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream as UTF-8, one at a time; one that is too long comes cut past the limit."""
    head = stream.peek(2)[:2] if hasattr(stream, "peek") else b""
    if head in _UTF16:
        text = TextIOWrapper(stream, "utf-16", errors="strict")
        yield from (line.encode() for line in iter(lambda: text.readline(ARTICLE_LIMIT), ""))
        return
    too_long = False
    for line in iter(lambda: stream.readline(ARTICLE_LIMIT + 1), b""):
        if not too_long:
            yield line
        too_long = len(line) > ARTICLE_LIMIT and not line.endswith(b"\n")
