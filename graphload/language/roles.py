"""Tells what names a person from what only says what the person is: व्लादिमीर पुतिन, रूस के राष्ट्रपति."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from graphload.lexicon.load import lexicon
from graphload.lexicon.script import fold

_LONGEST_OFFICE: Final = 4
_OF: Final = frozenset({"के", "की", "का", "of", "और", "एवं", "तथा", "and"})
"""Words that join an office to whose it is; no name of a person has one."""


@lru_cache(maxsize=1 << 16)
def is_role(text: str) -> bool:
    """Whether `text` says an office, with or without whose it is, and no name."""
    words = fold(text).split()
    if not _OF.isdisjoint(words):
        return True
    ends = (" ".join(words[-size:]) for size in range(1, min(_LONGEST_OFFICE, len(words)) + 1))
    return any(form.kind == "office" for end in ends for form in lexicon().lookup(end))
