"""Reads the lexicon's files into one `Lexicon`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from graphload.data import ROOT, load_yaml
from graphload.errors import DataError
from graphload.lexicon.index import index_forms, index_tokens
from graphload.lexicon.records import (
    Country,
    Form,
    FormKind,
    Forms,
    Lexicon,
    Ministry,
    Names,
    Office,
    Offices,
    Organization,
    Source,
    Titles,
)


@cache
def lexicon() -> Lexicon:
    """The project's lexicon, read once. Raises `DataError` as `load_lexicon` does."""
    return load_lexicon(ROOT / "lexicon")


def load_lexicon(folder: Path) -> Lexicon:
    """The lexicon of the YAML files in `folder`.

    Raises `DataError` for a file that breaks its schema, an empty form, a form given twice, a form with two
    meanings that `shared.yaml` does not declare, a declaration that nothing needs, or an unknown country.
    """
    countries = load_yaml(folder / "countries.yaml", dict[str, Country])
    offices = load_yaml(folder / "offices.yaml", Offices)
    titles = load_yaml(folder / "titles.yaml", Titles)
    organizations = load_yaml(folder / "organizations.yaml", dict[str, Organization])
    sources = load_yaml(folder / "sources.yaml", dict[str, Source])
    ministries = load_yaml(folder / "ministries.yaml", dict[str, Ministry])
    names = load_yaml(folder / "names.yaml", Names)
    tokens = index_tokens((*names.given, *names.ambiguous), str(folder / "names.yaml"))
    ambiguous = index_tokens(names.ambiguous, str(folder / "names.yaml"))
    definite: list[Organization | Source | Ministry] = [
        *organizations.values(),
        *sources.values(),
        *ministries.values(),
    ]
    _check_countries(definite, countries, folder)
    _check_offices(offices.offices, countries, ministries, folder)
    shared = load_yaml(folder / "shared.yaml", dict[str, Forms])
    decoys = load_yaml(folder / "decoys.yaml", dict[str, Forms])
    forms = [
        *_country_forms(countries),
        *_office_forms(offices),
        *_title_forms(titles),
        *_named_forms("organization", organizations),
        *_named_forms("source", sources),
        *_named_forms("ministry", ministries),
        *(Form("decoy", reason, text) for reason, texts in decoys.items() for text in texts),
    ]
    return Lexicon(
        countries=countries,
        offices=offices.offices,
        modifiers=offices.modifiers,
        titles=titles,
        organizations=organizations,
        sources=sources,
        ministries=ministries,
        given_names=tokens - ambiguous,
        ambiguous_names=ambiguous,
        forms=index_forms(forms, (text for texts in shared.values() for text in texts), str(folder)),
    )


def _check_countries(
    records: Iterable[Organization | Source | Ministry], countries: Mapping[str, Country], folder: Path
) -> None:
    for record in records:
        called = record.called if isinstance(record, Ministry) else {}
        for code in ({record.country} | called.keys()) - countries.keys() - {None}:
            what = f"{record.name} has the unknown country {code}"
            raise DataError(what, where=str(folder), mend="give an alpha-3 code of countries.yaml")


def _check_offices(
    offices: Mapping[str, Office],
    countries: Mapping[str, Country],
    ministries: Mapping[str, Ministry],
    folder: Path,
) -> None:
    for key, office in offices.items():
        others = {*office.means.values(), *office.beside.values()}
        if not (office.means.keys() <= countries.keys() and office.beside.keys() <= ministries.keys()):
            what = f"{key} means {office.means | office.beside}, of an unknown country or ministry"
            raise DataError(what, where=str(folder / "offices.yaml"), mend="give keys of countries and ministries")
        if not others <= offices.keys():
            what = f"{key} means {office.means | office.beside}, an unknown office"
            raise DataError(what, where=str(folder / "offices.yaml"), mend="give keys of offices")


def _country_forms(countries: Mapping[str, Country]) -> Iterator[Form]:
    for key, country in countries.items():
        yield from (Form("name", key, text) for text in country.names)
        yield from (Form("name", key, text, ambiguous=True) for text in country.ambiguous)
        yield from (Form("demonym", key, text) for text in country.demonyms)
        yield from (Form("metonym", key, text) for text in country.metonyms)
        yield from (Form("city", key, text) for text in country.cities)


def _office_forms(offices: Offices) -> Iterator[Form]:
    for key, modifier in offices.modifiers.items():
        yield from (Form("modifier", key, text) for text in modifier.forms)
    for key, office in offices.offices.items():
        yield from (Form("office", key, text) for text in office.forms + office.latin)
        yield from (Form("office", key, text, ambiguous=True) for text in office.ambiguous)
        yield from (Form("office", key, text, plural=True) for text in office.plural)


def _title_forms(titles: Titles) -> Iterator[Form]:
    yield from (Form("title", "before", text) for text in titles.before)
    yield from (Form("title", "after", text) for text in titles.after)


def _named_forms(kind: FormKind, records: Mapping[str, Organization | Source | Ministry]) -> Iterator[Form]:
    for key, record in records.items():
        yield from (Form(kind, key, text) for text in record.names)
        yield from (Form(kind, key, text, ambiguous=True) for text in record.ambiguous)
