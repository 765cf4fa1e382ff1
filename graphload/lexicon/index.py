"""One index of every form of the lexicon, and the checks that keep a word from meaning two things unawares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from graphload.errors import DataError
from graphload.lexicon.records import Form
from graphload.lexicon.script import fold


def index_forms(forms: Iterable[Form], shared: Iterable[str], where: str) -> dict[str, tuple[Form, ...]]:
    """What each folded form may mean.

    `shared` are the forms that may mean several things. Raises `DataError` for an empty
    form, one given twice for the same thing, one with two meanings that is not shared, and a stale sharing.
    """
    meanings: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        meanings[_key(form.text, where)].append(form)
    declared = {_key(text, where) for text in shared}
    for key, found in meanings.items():
        _check_twins(found, where)
        if len(found) > 1 and key not in declared:
            both = " and ".join(f"{form.kind} of {form.key}" for form in found)
            raise DataError(f"{found[0].text!r} is {both}", where=where, mend="drop one, or declare it in shared.yaml")
    for key in declared:
        if len(meanings.get(key, ())) < 2:
            raise DataError(f"{key!r} has one meaning at most", where=f"{where}/shared.yaml", mend="take it out")
    return {key: tuple(found) for key, found in meanings.items()}


def index_tokens(tokens: Iterable[str], where: str) -> frozenset[str]:
    """The folded tokens. Raises `DataError` for one that is empty, of several words, or given twice."""
    seen: set[str] = set()
    for token in tokens:
        key = _key(token, where)
        if key in seen:
            raise DataError(f"{token!r} stands twice", where=where, mend="drop one")
        if " " in key:
            raise DataError(f"{token!r} is more than one word", where=where, mend="give its words one by one")
        seen.add(key)
    return frozenset(seen)


def index_lists(raw: msgspec.Struct, where: str) -> dict[str, frozenset[str]]:
    """The folded tokens of every list in `raw`, by the name of its field; `where` begins the place of a fault.

    What is no list of tokens, the fields of other types, is left out. Raises `DataError` as `index_tokens`.
    """
    fields = msgspec.structs.asdict(raw).items()
    return {name: index_tokens(tokens, f"{where}{name}") for name, tokens in fields if isinstance(tokens, list)}


def index_classes(classes: Mapping[str, Iterable[str]], where: str) -> dict[str, str]:
    """The class of each folded token. Raises `DataError` as `index_tokens`, and for a token in two classes."""
    found: dict[str, str] = {}
    for name, tokens in classes.items():
        for key in index_tokens(tokens, f"{where}, {name}"):
            if key in found:
                raise DataError(f"{key!r} is in {found[key]} and in {name}", where=where, mend="keep it in one")
            found[key] = name
    return found


def _key(text: str, where: str) -> str:
    if not (key := fold(text)).strip() or key != key.strip():
        raise DataError(f"{text!r} is empty or ends in space", where=where, mend="mend it")
    return key


def _check_twins(found: list[Form], where: str) -> None:
    owners = [(form.kind, form.key) for form in found]
    if len(set(owners)) < len(owners):
        texts = " and ".join(form.text for form in found)
        raise DataError(f"{texts} are one form of {found[0].key}", where=where, mend="drop one")
