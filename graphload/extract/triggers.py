"""Trigger words: which words open the reading of which relation, and the lemma that rules and weights name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graphload.data import load_yaml
from graphload.errors import DataError
from graphload.lexicon.script import fold
from graphload.relations import CREDIT, Relation, relations

Lemmas = dict[str, list[str]]
Triggers = dict[str, Lemmas]


def load_triggers(file: Path) -> Triggers:
    """The trigger words in `file`.

    Raises `DataError` for an unknown relation type, or one without words or without a lemma that it is declared with;
    a lemma without words; a word given twice or in two lemmas of a relation, and one that stands for different lemmas
    in different relations.
    """
    found = load_yaml(file, Triggers)
    lemma_of: dict[str, str] = {}
    for name, lemmas in found.items():
        if name not in relations():
            what = f"unknown relation type {name}"
            raise DataError(what, where=str(file), mend=f"give one of {', '.join(relations())}")
        _check_lemmas(name, lemmas, lemma_of, file)
    for name, relation in relations().items():
        if name != CREDIT:
            _check_declared(name, relation, found.get(name, {}), file)
    return found


def _check_declared(name: str, relation: Relation, lemmas: Lemmas, file: Path) -> None:
    if not lemmas:
        raise DataError(f"{name} has no trigger words", where=str(file), mend="give it a lemma with words")
    for lemma in (relation.lemmas.acts, relation.lemmas.names) if relation.lemmas else ():
        if lemma not in lemmas:
            raise DataError(f"{name} has no lemma {lemma}", where=str(file), mend="give it, or mend relations.yaml")


def _check_lemmas(relation: str, lemmas: Mapping[str, list[str]], lemma_of: dict[str, str], file: Path) -> None:
    seen: dict[str, str] = {}
    for lemma, words in lemmas.items():
        if not words:
            raise DataError(f"{relation} {lemma} has no words", where=str(file), mend="give some, or drop it")
        for word in words:
            key = fold(word)
            if key in seen:
                lemmas_of_it = " and ".join(dict.fromkeys((seen[key], lemma)))
                what = f"{word} stands twice in {relation}, under {lemmas_of_it}"
                raise DataError(what, where=str(file), mend="keep it under one lemma, spelt once")
            if lemma_of.setdefault(key, lemma) != lemma:
                what = f"{word} is of {lemma_of[key]} in one relation and of {lemma} in {relation}"
                raise DataError(what, where=str(file), mend="call the lemma the same")
            seen[key] = lemma
