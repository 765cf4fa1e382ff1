"""The English names that the lexicon gives to bodies by their keys, and to the holders of offices."""

from __future__ import annotations

from typing import Final, NamedTuple

from graphload.lexicon.load import lexicon
from graphload.lexicon.records import SourceKind

_SMALL: Final = frozenset({"of", "for", "the", "and", "in"})


class Body(NamedTuple):
    """An organization, a source or a ministry: its usual name, and its kind where articles credit it."""

    name: str
    kind: SourceKind


def body(key: str) -> Body | None:
    """The body with this key (`un`, `tass`, `RUS:foreign ministry`); `None` where the lexicon has none."""
    words = lexicon()
    if source := words.sources.get(key):
        return Body(source.name, source.kind)
    if organization := words.organizations.get(key):
        return Body(organization.name, organization.source or "official")
    code, _, generic = key.rpartition(":")
    ministry, country = words.ministries.get(generic), words.countries.get(code)
    if ministry is None:
        return None
    name = ministry.called.get(code, ministry.name)
    return Body(f"{name} of {country.name}" if country else name, "official")


def holder(office: str, owner: str | None) -> str:
    """Who holds an office, where nobody is named: Foreign Minister of Pakistan, Director General of IAEA."""
    title = " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in office.split())
    return f"{title} of {owner}" if owner else title
