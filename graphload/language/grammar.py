"""The closed classes of Hindi: case markers, pronouns, conjunctions, what opens a clause."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from graphload.data import ROOT, load_yaml
from graphload.errors import DataError
from graphload.language.verbs import Aspect, VerbForm, load_verbs
from graphload.lexicon.index import index_classes, index_lists
from graphload.lexicon.script import fold

_NO_MARKERS = ("", "zero", "it")
"""What stands for no marker: none, an end that is left out, and a pronoun that means no person."""


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cases: dict[str, str]
    particles: list[str]
    conjunctions: list[str]
    clause_openers: list[str]
    pausing_openers: list[str]
    pronouns: dict[str, str]
    speakers: dict[str, str]
    relatives: dict[str, str]
    reflexives: list[str]
    pair_heads: dict[str, list[str]]
    counterparts: list[str]
    function_words: list[str]
    name_particles: list[str]
    name_closers: list[str]
    fillers: list[str]
    roles: dict[str, str]
    kin: list[str]
    settlements: list[str]
    reciprocals: list[str]
    there: list[str]
    pluperfect: list[str]
    demonstratives: list[str]
    occasions: list[str]
    groups: list[str]
    becoming: list[str]
    complementizers: list[str]
    singular: list[str]
    blunt: list[str]
    crowds: list[str]
    means: list[str]


class Grammar(msgspec.Struct, frozen=True):
    """Folded word classes. `cases` maps the words of a marker to the name that rules use for it."""

    cases: dict[tuple[str, ...], str]
    case_heads: frozenset[str]
    particles: frozenset[str]
    conjunctions: frozenset[str]
    clause_openers: frozenset[str]
    pausing_openers: frozenset[str]
    pronouns: dict[str, str]
    speakers: dict[str, str]
    relatives: dict[str, str]
    reflexives: frozenset[str]
    pair_heads: dict[str, str]
    counterparts: frozenset[str]
    function_words: frozenset[str]
    common_words: frozenset[str]
    name_particles: frozenset[str]
    name_closers: frozenset[str]
    fillers: frozenset[str]
    roles: dict[str, str]
    verbs: dict[str, VerbForm]
    kin: frozenset[str]
    settlements: frozenset[str]
    reciprocals: frozenset[str]
    there: frozenset[str]
    pluperfect: frozenset[str]
    demonstratives: frozenset[str]
    occasions: frozenset[str]
    groups: frozenset[str]
    becoming: frozenset[str]
    complementizers: frozenset[str]
    singular: frozenset[str]
    blunt: frozenset[str]
    crowds: frozenset[str]
    means: frozenset[str]
    ordinary: frozenset[str]

    def verb_kind(self, form: str) -> str:
        """What kind of verb a folded word is a form of (`do`, `say`, …); an empty text for one that is no verb's."""
        verb = self.verbs.get(form)
        return verb.kind if verb else ""

    def aspect(self, form: str) -> Aspect | None:
        """The aspect of a folded word that is a verb's form."""
        verb = self.verbs.get(form)
        return verb.aspect if verb else None

    def case_at(self, forms: list[str], start: int) -> tuple[str, int]:
        """The longest case marker that starts at word `start`, and its length in words; `("", 0)` where none does."""
        if start < len(forms) and forms[start] not in self.case_heads:
            return "", 0
        for length in (3, 2, 1):
            marker = self.cases.get(tuple(forms[start : start + length]))
            if marker is not None and start + length <= len(forms):
                return marker, length
        return "", 0


@cache
def grammar() -> Grammar:
    """The grammar's word classes, read once. Raises `DataError` as `load_grammar` does."""
    return load_grammar(ROOT / "language")


def load_grammar(folder: Path) -> Grammar:
    """The word classes of `grammar.yaml` and the ordinary words of `common.txt` in `folder`.

    Raises `DataError` where a file breaks its schema, a word stands twice in a class or in two classes of pair heads,
    `verbs.yaml` is not right, or a role or pronoun names a case marker that is not there.
    """
    file = folder / "grammar.yaml"
    raw = load_yaml(file, _Raw)
    _check_markers(raw, str(file))
    common = frozenset(map(fold, (folder / "common.txt").read_text("utf-8").split()))
    words = index_lists(raw, f"{file}, ")
    return Grammar(
        cases={tuple(fold(words).split()): name for words, name in raw.cases.items()},
        case_heads=frozenset(fold(words).split()[0] for words in raw.cases),
        pronouns={fold(word): case for word, case in raw.pronouns.items()},
        speakers={fold(word): case for word, case in raw.speakers.items()},
        relatives={fold(word): case for word, case in raw.relatives.items()},
        pair_heads=index_classes(raw.pair_heads, str(file)),
        roles=raw.roles,
        verbs=load_verbs(folder / "verbs.yaml"),
        common_words=common,
        ordinary=(common | words["function_words"]) - words["reflexives"],
        **words,
    )


def _check_markers(raw: _Raw, file: str) -> None:
    known = {*raw.cases.values(), *_NO_MARKERS}
    for marker in (*raw.roles, *raw.pronouns.values(), *raw.relatives.values(), *raw.speakers.values()):
        if marker not in known:
            raise DataError(f"unknown case marker {marker}", where=file, mend="give one that `cases` has")
