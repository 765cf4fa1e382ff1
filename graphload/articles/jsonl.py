"""JSON Lines: one article a line, read one at a time."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from enum import Enum
from typing import IO

import msgspec

from graphload.articles.article import read_article_text
from graphload.articles.encoding import ARTICLE_LIMIT, lines
from graphload.errors import InputError
from graphload.model import Article

_MEND = "give one object a line with id, url, title, outlet, published, text"


class Record(msgspec.Struct, frozen=True):
    """What a line may say; other fields are let pass."""

    text: str | None = None
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    relations: msgspec.Raw = msgspec.Raw()


class _Annotation(Enum):
    """A line of a gold file, which annotates an article that stands elsewhere."""

    LINE = 0


_DECODER = msgspec.json.Decoder(Record)


def read_jsonl(stream: IO[bytes], name: str) -> Iterator[Article | InputError]:
    """An article or an error for each line that is not blank; one error for all where no line has a text.

    Lines that annotate articles (`relations` without `text`) are passed over.
    """
    textless: list[int] = []
    some = annotated = False
    for number, line in enumerate(lines(stream), 1):
        if not line.strip(codecs.BOM_UTF8 + b" \t\r\n"):
            continue
        result = _read_line(line, f"{name}:{number}")
        if isinstance(result, _Annotation):
            annotated = True
            continue
        if result is None and not some:
            textless.append(number)
            continue
        some = True
        yield from (_no_text(f"{name}:{earlier}") for earlier in textless)
        textless.clear()
        yield result or _no_text(f"{name}:{number}")
    if not some and (textless or not annotated):
        yield _no_text(name) if textless else InputError("it is empty", where=name, mend=_MEND)


def _no_text(where: str) -> InputError:
    return InputError("no text field, so no articles", where=where, mend=_MEND)


def _read_line(line: bytes, where: str) -> Article | InputError | _Annotation | None:
    if len(line) > ARTICLE_LIMIT:
        return InputError("more than 32 MiB for one article", where=where, mend="cut the text")
    try:
        record = _DECODER.decode(line.removeprefix(codecs.BOM_UTF8))
        if record.text is None:
            return _Annotation.LINE if bytes(record.relations) else None
        return _article(record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return InputError(f"no article: {error}", where=where, mend=_MEND)
    except InputError as error:
        return InputError(error.what, where=where, mend=error.mend)


def _article(record: Record) -> Article:
    return read_article_text(
        record.text or "",
        id=None if record.id is None else str(record.id),
        url=record.url,
        title=record.title or "",
        outlet=record.outlet,
        published=record.published,
    )
