"""How Hindi says that an event was denied, is still to come, or was done: word classes around what tells it."""

from __future__ import annotations

from functools import cache

import msgspec

from graphload.data import load_yaml
from graphload.lexicon.script import fold


class Moods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word classes of `data/language/moods.yaml`, which says what each is for; `framing` holds case markers."""

    denials: frozenset[str]
    negations: frozenset[str]
    failures: frozenset[str]
    bridges: frozenset[str]
    indefinite: frozenset[str]
    contrasts: frozenset[str]
    rumours: frozenset[str]
    refutations: frozenset[str]
    framing: frozenset[str]
    joining: frozenset[str]
    possible: frozenset[str]
    due: frozenset[str]
    present: frozenset[str]
    motion: frozenset[str]
    towards: frozenset[str]
    progressive: frozenset[str]
    intentions: frozenset[str]
    prospects: frozenset[str]
    awaiting: frozenset[str]
    conditionals: frozenset[str]
    perfective: frozenset[str]
    arrived: frozenset[str]
    remote: frozenset[str]
    lasting: frozenset[str]
    future_endings: tuple[str, ...]

    def future(self, form: str) -> bool:
        """Whether a folded verb form is in the future (होगा, करेंगे, करेगें)."""
        return form.endswith(self.future_endings)


@cache
def moods() -> Moods:
    """The classes with their words folded, read once. Raises `DataError` where the file breaks its schema."""
    raw = msgspec.structs.asdict(load_yaml("language/moods.yaml", Moods))
    return Moods(**{name: type(words)(map(fold, words)) for name, words in raw.items()})
