"""The phrase index of all that the lexicon, the registry and the trigger lists know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graphload.extract.lines import Entry, PhraseIndex
from graphload.extract.rulebook import rules
from graphload.lexicon.load import lexicon
from graphload.lexicon.people import registry
from graphload.lexicon.records import Form

COUNTERPART = "counterpart"
_COUNTERPART_FORMS = {"समकक्ष": "", "समकक्षों": "plural"}
_OF_COUNTRY = frozenset({"name", "demonym", "metonym", "city"})


def _entry(form: Form) -> Entry:
    latin = form if form.text.isascii() else None
    if form.kind in _OF_COUNTRY:
        return Entry("country", form.key, form.kind, latin)
    if form.kind == "office":
        return Entry("office", form.key, "plural" if form.plural else "ambiguous" if form.ambiguous else "", latin)
    if form.kind == "modifier":
        return Entry("modifier", lexicon().modifiers[form.key].holder, "", latin)
    if form.kind == "ministry" and lexicon().ministries[form.key].state:
        return Entry("ministry", form.key, "state", latin)
    return Entry(form.kind, form.key, "ambiguous" if form.ambiguous else "", latin)


def _lexicon() -> Iterator[tuple[str, Entry]]:
    for forms in lexicon().forms.values():
        for form in forms:
            if form.ambiguous and form.kind not in ("office", "source"):
                continue
            yield form.text, _entry(form)
    for text, sub in _COUNTERPART_FORMS.items():
        yield text, Entry("office", COUNTERPART, sub)
    for token in lexicon().given_names - lexicon().ambiguous_names:
        yield token, Entry("given", token)


def _people() -> Iterator[tuple[str, Entry]]:
    for person in registry().people:
        for text in person.full_names:
            yield text, Entry("person", person.id, "full")
        for text in (*person.short, *person.shared_short):
            yield text, Entry("person", person.id, "short")


def _triggers() -> Iterator[tuple[str, Entry]]:
    for relation, lemmas in rules().triggers.items():
        for lemma, forms in lemmas.items():
            for form in forms:
                yield form, Entry("trigger", relation, lemma)


@cache
def vocabulary() -> PhraseIndex:
    """One index over every phrase that the reading looks up."""
    return PhraseIndex((*_lexicon(), *_people(), *_triggers()))
