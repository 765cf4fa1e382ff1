"""The closed classes of Hindi: case markers, pronouns, conjunctions, what opens a clause."""

from __future__ import annotations

from functools import cache

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.lexicon.script import fold


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cases: dict[str, str]
    particles: list[str]
    conjunctions: list[str]
    with_comma: list[str]
    clause_openers: list[str]
    pronouns: dict[str, str]
    reflexives: list[str]
    pair_heads: dict[str, list[str]]
    function_words: list[str]
    name_particles: list[str]
    name_closers: list[str]
    fillers: list[str]
    roles: dict[str, str]
    verbs: dict[str, list[str]]
    participles: list[str]
    infinitives: list[str]
    kin: list[str]
    settlements: list[str]
    there: list[str]
    pluperfect: list[str]
    demonstratives: list[str]
    occasions: list[str]
    groups: list[str]
    becoming: list[str]


class Grammar(msgspec.Struct, frozen=True):
    """Folded word classes. `cases` maps the words of a marker to the name that rules use for it."""

    cases: dict[tuple[str, ...], str]
    particles: frozenset[str]
    conjunctions: frozenset[str]
    clause_openers: frozenset[str]
    pronouns: dict[str, str]
    reflexives: frozenset[str]
    pair_heads: dict[str, str]
    function_words: frozenset[str]
    common_words: frozenset[str]
    name_particles: frozenset[str]
    name_closers: frozenset[str]
    fillers: frozenset[str]
    roles: dict[str, str]
    verbs: dict[str, str]
    participles: frozenset[str]
    infinitives: frozenset[str]
    kin: frozenset[str]
    settlements: frozenset[str]
    there: frozenset[str]
    pluperfect: frozenset[str]
    demonstratives: frozenset[str]
    occasions: frozenset[str]
    groups: frozenset[str]
    becoming: frozenset[str]
    ordinary: frozenset[str]

    def case_at(self, forms: list[str], start: int) -> tuple[str, int]:
        """The longest case marker that starts at word `start`, and its length in words; `("", 0)` where none does."""
        for length in (3, 2, 1):
            marker = self.cases.get(tuple(forms[start : start + length]))
            if marker is not None and start + length <= len(forms):
                return marker, length
        return "", 0


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def grammar() -> Grammar:
    """The grammar's word classes, read once. Raises `DataError` where the file breaks its schema."""
    raw = load_yaml("language/grammar.yaml", _Raw)
    common = (ROOT / "language/common.txt").read_text("utf-8").split()
    return Grammar(
        cases={tuple(fold(words).split()): name for words, name in raw.cases.items()},
        particles=_folded(raw.particles),
        conjunctions=_folded(raw.conjunctions),
        clause_openers=_folded(raw.clause_openers),
        pronouns={fold(word): case for word, case in raw.pronouns.items()},
        reflexives=_folded(raw.reflexives),
        pair_heads={fold(word): kind for kind, words in raw.pair_heads.items() for word in words},
        function_words=_folded(raw.function_words),
        common_words=_folded(common),
        name_particles=_folded(raw.name_particles),
        name_closers=_folded(raw.name_closers),
        fillers=_folded(raw.fillers),
        roles=raw.roles,
        verbs={fold(form): verb for verb, forms in raw.verbs.items() for form in forms},
        participles=_folded(raw.participles),
        infinitives=_folded(raw.infinitives),
        kin=_folded(raw.kin),
        settlements=_folded(raw.settlements),
        there=_folded(raw.there),
        pluperfect=_folded(raw.pluperfect),
        demonstratives=_folded(raw.demonstratives),
        occasions=_folded(raw.occasions),
        groups=_folded(raw.groups),
        becoming=_folded(raw.becoming),
        ordinary=(_folded(common) | _folded(raw.function_words)) - _folded(raw.reflexives),
    )
