"""Decisions as a small text file, which people can read, keep under version control and share.

Tab-separated with a head, a decision a line, in the order in which they were made.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path
from typing import Final

import msgspec

from graphload.errors import InputError
from graphload.model import Decision

_COLUMNS: Final = tuple(field.name for field in fields(Decision))


def decisions_text(decisions: Iterable[Decision]) -> str:
    """The text of a file with these decisions."""
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(map(astuple, decisions))
    return text.getvalue()


def read_decisions(path: Path) -> list[Decision]:
    """The decisions of a file. Raises `InputError` where it cannot be read, or a line is no decision."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream, dialect="excel-tab"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"cannot be read ({error})", where=str(path), mend="give a file of decisions") from error
    decisions: list[Decision] = []
    for number, row in enumerate(rows, 2):
        try:
            decisions.append(msgspec.convert(row, Decision))
        except msgspec.ValidationError as error:
            mend = f"give the columns {', '.join(_COLUMNS)}"
            raise InputError(f"no decision: {error}", where=f"{path}, line {number}", mend=mend) from error
    return decisions
