"""Annotated articles, as `corpus/README.md` describes their form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from graphload.errors import InputError
from graphload.model import Label, Status
from graphload.relations import relations


class GoldEntity(msgspec.Struct, frozen=True):
    """An entity of an annotated article; `names` are exact substrings of it."""

    id: str
    kind: Label
    name: str = ""
    names: tuple[str, ...] = ()
    iso3: str | None = None


class GoldRelation(msgspec.Struct, frozen=True):
    """A relation of an annotated article."""

    type: str
    source: str
    target: str
    status: Status = "happened"
    date: str | None = None
    evidence: str = ""


class GoldArticle(msgspec.Struct, frozen=True):
    """What a careful reader takes out of one article. `file` names it where it is not known by its id."""

    id: str
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]
    file: str | None = None
    published: str | None = None
    phenomena: tuple[str, ...] = ()
    notes: str | Literal[""] | None = None


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """The annotated articles of a JSON Lines file. Raises `InputError` at the first line that breaks the form."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path), mend="give a gold file in UTF-8") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            article = msgspec.json.decode(line, type=GoldArticle)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise InputError(str(error), where=f"{path}:{number}", mend="mend the line") from error
        for relation in article.relations:
            if relation.type not in relations():
                what, mend = f"unknown relation type {relation.type}", f"give one of {', '.join(relations())}"
                raise InputError(what, where=f"{path}:{number}", mend=mend)
        yield article
