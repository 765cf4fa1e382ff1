"""The shapes of the lexicon's data files, and of the one index made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from graphload.lexicon.script import fold

FormKind = Literal[
    "name", "demonym", "metonym", "city", "office", "modifier", "title", "organization", "source", "ministry", "decoy"
]
Scope = Literal["country", "organization", "either"]
Holder = Literal["same", "former", "other"]
OrganizationKind = Literal["body", "alliance", "party", "armed group", "company", "bank", "agency"]
SourceKind = Literal["agency", "outlet", "official"]
Forms = tuple[str, ...]


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state or territory. `ambiguous` names are ordinary words or people's names too: they need a context."""

    name: str
    name_hi: str
    names: Forms
    demonyms: Forms = ()
    metonyms: Forms = ()
    cities: Forms = ()
    ambiguous: Forms = ()


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A post that people hold, keyed by its English name.

    `unique`: one person holds it in a country, or an organization, at a time. `spokesperson`: what the
    holder says is said by the institution. `means`: by country, the other office that the word stands for
    there; `beside`: by ministry, the one beside it. `ambiguous` forms count beside a country or a name only.
    """

    forms: Forms
    plural: Forms = ()
    latin: Forms = ()
    ambiguous: Forms = ()
    means: dict[str, str] = {}
    beside: dict[str, str] = {}
    unique: bool = False
    spokesperson: bool = False
    scope: Scope = "country"


class Modifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word before an office. Its holder: the `same` as without it, a `former` one, or of an `other` office."""

    forms: Forms
    holder: Holder


class Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`offices.yaml`."""

    modifiers: dict[str, Modifier]
    offices: dict[str, Office]


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Courtesy titles and ranks that stand before or after a name and are no part of it."""

    before: Forms
    after: Forms


class Organization(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that acts. `source`: the kind of Source it is where an article credits it."""

    name: str
    names: Forms
    kind: OrganizationKind
    country: str | None = None
    source: SourceKind | None = None
    ambiguous: Forms = ()


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom articles credit: a news agency, an outlet, or an official institution or channel."""

    name: str
    names: Forms
    kind: SourceKind
    country: str | None = None
    ambiguous: Forms = ()


class Ministry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A generic institution that a country makes definite ("Ministry of Foreign Affairs" + "of Russia").

    `called` gives its own name by country. `source`: articles credit it for information. `state`: it stands
    for the state itself. `country`: set where only one country has it by that name.
    """

    name: str
    names: Forms
    called: dict[str, str] = {}
    source: bool = True
    state: bool = False
    country: str | None = None
    ambiguous: Forms = ()


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of people's names, each in one list. `ambiguous` ones are ordinary words too, and never a name alone."""

    given: Forms
    ambiguous: Forms


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write one thing of the lexicon. `key` is its key in the file that it comes from.

    `plural` is for offices of several holders. An `ambiguous` form means it in the right context only. A
    decoy holds words of other forms and stands for nothing itself: its key is the reason.
    """

    kind: FormKind
    key: str
    text: str
    plural: bool = False
    ambiguous: bool = False

    def fits(self, surface: str) -> bool:
        """Whether `surface`, which folds to this form, has its capitals: WHO is no who, the US no us."""
        if not self.text[:1].isupper():
            return True
        return surface.isupper() if self.text.isupper() else surface[:1].isupper()


@dataclass(frozen=True)
class Lexicon:
    """All the words. `forms` maps each folded form to what it may mean: one thing, unless it is declared shared."""

    countries: Mapping[str, Country]
    offices: Mapping[str, Office]
    modifiers: Mapping[str, Modifier]
    titles: Titles
    organizations: Mapping[str, Organization]
    sources: Mapping[str, Source]
    ministries: Mapping[str, Ministry]
    given_names: frozenset[str]
    ambiguous_names: frozenset[str]
    forms: Mapping[str, tuple[Form, ...]]

    @cached_property
    def offices_beside(self) -> frozenset[str]:
        """The offices that tell the ministry too: the foreign ministry's spokesperson."""
        return frozenset(key for office in self.offices.values() for key in office.beside.values())

    def speaks_for_others(self, office: str) -> bool:
        """Whether who holds `office` only tells what the institution does; of an unknown one nothing is known."""
        known = self.offices.get(office)
        return known is not None and known.spokesperson

    def lookup(self, text: str) -> tuple[Form, ...]:
        """What `text` as a whole may mean, however it is spelt; empty where it is not in the lexicon."""
        return self.forms.get(fold(text), ())

    def office_in(self, office: str, country: str | None) -> str:
        """The office that `office` stands for in `country`: the defence secretary of the USA is its minister."""
        return self.offices[office].means.get(country or "", office)
