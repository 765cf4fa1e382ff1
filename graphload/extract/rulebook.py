"""The rule book: `rules.yaml` names the rules, `rules.tsv` says how often each was right; checked when loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Final

from graphload.data import ROOT, load_yaml
from graphload.errors import DataError
from graphload.extract.rules import BARE, Record, Rule, Rules, Shape
from graphload.extract.triggers import Lemmas, load_triggers
from graphload.language.grammar import grammar
from graphload.language.words import words_of
from graphload.relations import relations

COLUMNS: Final = ("rule", "claims", "right", "precision")
_LEFT_OUT: Final = "zero"


@cache
def rules() -> Rules:
    """The rules that ship, read once. Raises `DataError` as `load_rules` does."""
    return load_rules(ROOT / "extract")


def load_rules(folder: Path) -> Rules:
    """The rules of `rules.yaml` in `folder`, with the records of `rules.tsv`.

    Raises `DataError` for an unknown relation type, or one without rules; an unknown trigger lemma, marker or measured
    rule; a rule without example or near miss, or where one of them holds no word that opens it; a lemma that no example
    exercises; a rule that an earlier one leaves nothing to; and a relation type whose last rule does not take the rest.
    """
    file, known = folder / "rules.yaml", load_triggers(folder / "triggers.yaml")
    shapes = load_yaml(file, dict[str, dict[str, Shape]])
    for relation in sorted(shapes.keys() - relations().keys()):
        what = f"rules of the unknown relation type {relation}"
        raise DataError(what, where=str(file), mend="declare it, or drop them")
    for relation in sorted(relations().keys() - shapes.keys()):
        raise DataError(f"no rules of {relation}", where=str(file), mend="give one that asks for nothing")
    found = [Rule(kind, f"{kind} {name}", shape) for kind, named in shapes.items() for name, shape in named.items()]
    book = Rules(found, known, _records(folder / "rules.tsv", found))
    for relation in shapes:
        ordered, lemmas = list(book.of(relation)), known.get(relation, {})
        for rule in ordered:
            _check(rule, lemmas, f"{file}, {rule.name}")
        _check_order(ordered, f"{file}, {relation}")
        _check_lemmas(ordered, lemmas, f"{file}, {relation}")
    return book


def _check(rule: Rule, lemmas: Lemmas, where: str) -> None:
    shape, markers = rule.shape, _markers()
    for lemma in shape.triggers:
        if lemma not in lemmas:
            raise DataError(f"unknown trigger lemma {lemma}", where=where, mend="give lemmas of triggers.yaml")
    for marker in (*shape.source, *shape.target):
        if marker not in markers:
            raise DataError(f"unknown case marker {marker}", where=where, mend="give markers of grammar.yaml")
    if not shape.examples or not shape.near_misses:
        raise DataError("no example, or no near miss", where=where, mend="give at least one of each")
    opening = [word for lemma in shape.triggers or lemmas for word in lemmas[lemma]]
    for text in (*shape.examples, *shape.near_misses):
        if opening and not _says(text, opening):
            raise DataError(f"no word in {text!r} opens the rule", where=where, mend="give another sentence")


def _check_order(ordered: Sequence[Rule], where: str) -> None:
    for earlier, later in combinations(ordered, 2):
        if earlier.covers(later):
            what = f"{earlier.name} leaves nothing to {later.name}"
            raise DataError(what, where=where, mend="put the narrower rule first")
    if not ordered or any(ordered[-1].shape.parts()):
        raise DataError("no rule takes the rest", where=where, mend="end with a rule that asks for nothing")


def _check_lemmas(ordered: Iterable[Rule], lemmas: Lemmas, where: str) -> None:
    examples = "\n".join(example for rule in ordered for example in rule.shape.examples)
    for lemma, words in lemmas.items():
        if not _says(examples, words):
            raise DataError(f"no example exercises the lemma {lemma}", where=where, mend="add one, or drop the lemma")


def _markers() -> frozenset[str]:
    """Every case marker that the grammar names, with those for none and for an end that is left out."""
    return frozenset(grammar().cases.values()) | {BARE, _LEFT_OUT}


def _says(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of the `phrases` stands in `text`, word for word."""
    spoken = _spoken(text)
    return any(_spoken(phrase) in spoken for phrase in phrases)


@cache
def _spoken(text: str) -> str:
    return " ".join(("", *words_of(text), ""))


def _records(file: Path, known: Iterable[Rule]) -> Mapping[str, Record]:
    names, found = {rule.name for rule in known}, dict[str, Record]()
    for number, row in enumerate(file.read_text("utf-8").splitlines()[1:], 2):
        try:
            name, claims, right, _ = row.split("\t")
            found[name] = Record(int(claims), int(right))
        except ValueError as error:
            what = f"not {', '.join(COLUMNS)}"
            raise DataError(what, where=f"{file}:{number}", mend="measure the rules again") from error
        if name not in names:
            raise DataError(f"unknown rule {name}", where=f"{file}:{number}", mend="measure the rules again")
    return found
