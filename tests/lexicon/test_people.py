from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.errors import DataError
from graphload.lexicon.load import lexicon
from graphload.lexicon.people import Office, Person, Registry, registry
from graphload.lexicon.roll import Record
from graphload.lexicon.script import fold
from graphload.lexicon.terms import first_day, last_day


def test_the_registry_is_as_large_as_promised() -> None:
    people = registry().people
    holders = [person for person in people if person.offices]
    assert len(holders) >= 900
    assert len({term.country for person in holders for term in person.offices if term.country}) >= 150
    assert len({term.organization for person in holders for term in person.offices if term.organization}) >= 20
    assert all(person.name_hi for person in holders if person.id != "john-key")


def test_offices_and_organizations_are_those_of_the_lexicon() -> None:
    terms = [term for person in registry().people for term in person.offices]
    assert {term.office for term in terms} <= lexicon().offices.keys()
    # The commission has no name of its own in the lexicon: its head is not the one of the African Union.
    unknown = {term.organization for term in terms if term.organization} - lexicon().organizations.keys()
    assert unknown <= {"african-union-commission"}


@pytest.mark.parametrize(
    ("office", "place", "when", "who"),
    [
        ("foreign minister", "RUS", "2023", "sergey-lavrov"),
        ("foreign minister", "PAK", "2022-05-04", "bilawal-bhutto-zardari"),
        ("foreign minister", "USA", "2018-04", None),  # handed over within the month
        ("defence minister", "IND", "2017-03-14", "arun-jaitley"),
        ("defence minister", "IND", "2017-03-13", None),  # the day of handover
        ("prime minister", "IND", "2014", None),
        ("prime minister", "IND", "2015", "narendra-modi"),
        ("prime minister", "NPL", "2025-09-10", None),  # between two holders
        ("chancellor", "DEU", "2021-11", "angela-merkel"),
        ("supreme leader", "PRK", "2024-06", "kim-jong-un"),
        ("president", "KOR", "2025-02", None),  # suspended
        ("secretary-general", "nato", "2019-12-04", "jens-stoltenberg"),
        ("president", "USA", "2025-12-31", "donald-trump"),
        ("president", "USA", "2026-01-01", None),  # later than anyone vouches for
        ("president", "USA", None, None),
        ("ambassador", "USA", "2019", None),  # a country has many
        ("president", "un", "2019", None),
    ],
)
def test_holder_of_an_office_on_a_date(office: str, place: str, when: str | None, who: str | None) -> None:
    person = registry().holder(office, place, when)
    assert (person.id if person else None) == who


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("एस. जयशंकर", "subrahmanyam-jaishankar"),
        ("Choe Son Hui", "choe-son-hui"),
        ("डोनाल्ड ट्रम्प", "donald-trump"),
        ("इमरान ख़ान", "imran-khan"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("मारिया ज़खारोवा", "maria-zakharova"),
        ("अमिताभ बच्चन", None),
    ],
)
def test_full_names_in_both_scripts(name: str, who: str | None) -> None:
    assert [person.id for person in registry().by_name(fold(name))] == ([who] if who else [])


@pytest.mark.parametrize(
    ("form", "who"),
    [
        ("पुतिन", {"vladimir-putin"}),
        ("लावरोव", {"sergey-lavrov"}),
        ("शरीफ", {"nawaz-sharif", "shehbaz-sharif"}),
        ("राजपक्षे", {"gotabaya-rajapaksa", "mahinda-rajapaksa"}),
        ("सिंह", set()),
    ],
)
def test_short_forms_give_everybody_who_goes_by_them(form: str, who: set[str]) -> None:
    assert {person.id for person in registry().by_short(fold(form))} == who


def _extra(folder: Path, people: str) -> Path:
    file = folder / "people.yaml"
    file.write_text(f"vouched_until: 2026-06-30\npeople:\n{people}", "utf-8")
    return file


def test_the_users_file_replaces_and_joins(tmp_path: Path) -> None:
    mine = registry(
        _extra(
            tmp_path,
            """
- {id: karoline-leavitt, name: Karoline Leavitt, name_hi: कैरोलिन लेविट, country: USA}
- id: asha-devi-rawal
  name: Asha Devi Rawal
  name_hi: आशा देवी रावल
  shared_short: [ओली]
  country: NPL
  offices: [{office: finance minister, country: NPL, from: "2025", current: true}]
""",
        )
    )
    assert len(mine.people) == len(registry().people) + 1
    replaced = mine.get("karoline-leavitt")
    assert replaced is not None
    assert replaced.offices == ()
    assert mine.by_name(fold("कैरोलिन लीविट")) == ()
    assert {person.id for person in mine.by_short(fold("ओली"))} == {"kp-sharma-oli", "asha-devi-rawal"}
    assert mine.holder("finance minister", "NPL", "2026-06") == mine.get("asha-devi-rawal")
    assert mine.holder("finance minister", "NPL", "2026-07") is None
    assert registry().get("asha-devi-rawal") is None


_A = "- {id: a, name: Alpha Beta, country: IND, offices: [%s]}"


@pytest.mark.parametrize(
    ("people", "fault"),
    [
        ("- {id: a, name: Alpha Beta}\n- {id: a, name: Gamma Delta}", "the id stands twice"),
        ("- {id: a, name: NARENDRA MODI}", "the full name NARENDRA MODI is also of narendra-modi"),
        ("- {id: a, name: Alpha Beta, short: [पुतिन]}", "the short form पुतिन is also of vladimir-putin"),
        ("- {id: a, name: Alpha Beta, country: XYZ}", "unknown country XYZ"),
        (_A % "{office: king, country: XYZ}", "unknown country XYZ"),
        (_A % "{office: king}", "neither of one country nor of one organization"),
        (_A % "{office: king, country: IND, organization: un}", "neither of one country nor of one organization"),
        (_A % "{office: king, country: IND, from: 2020-05, to: 2020-04-30}", "before it begins"),
        (_A % '{office: king, country: IND, from: 2020-02-30, to: "2021"}', "day is out of range for month"),
        (
            _A % '{office: king, country: IND, from: "2020", to: "2021", current: true}',
            "current, and yet it has an end",
        ),
        (
            _A % "{office: prime minister, country: IND, from: 2010-05-25, to: 2010-05-27}",
            "prime minister of IND at the same time as manmohan-singh",
        ),
        (_A % "{office: king, country: IND, since: 2020-05}", "unknown field `since`"),
        (_A % "{office: king, country: IND, from: May 2020}", "$.people[0].offices[0].from"),
    ],
)
def test_faults_are_told_with_their_place(tmp_path: Path, people: str, fault: str) -> None:
    file = _extra(tmp_path, people)
    with pytest.raises(DataError) as raised:
        registry(file)
    assert fault in str(raised.value)
    assert str(file) in str(raised.value)


def test_a_day_of_handover_is_no_overlap(tmp_path: Path) -> None:
    file = _extra(tmp_path, _A % "{office: prime minister, country: IND, from: 2014-05-26, to: 2014-05-26}")
    assert registry(file).holder("prime minister", "IND", "2014-05-26") is None


DAYS = st.dates(date(2010, 1, 1), date(2026, 12, 31))
CUTS = st.sampled_from([4, 7, 10, None])
REIGNS = st.lists(DAYS, min_size=2, max_size=7, unique=True).map(sorted)


def _cut(day: date, length: int | None) -> str | None:
    return day.isoformat()[:length] if length else None


def _succession(days: list[date], cuts: list[tuple[int | None, int | None]]) -> Registry:
    """Everybody rules from the day of the one before to the next day of the list, as far as the files know."""
    reigns = zip(pairwise(days), cuts, strict=False)
    return Registry(
        Record(
            Person(
                f"p{n}",
                f"Ruler {n}",
                offices=(Office("king", "BTN", start=_cut(since, start), end=_cut(until, end)),),
            ),
            Path("rolls.yaml"),
            "2026-12-31",
        )
        for n, ((since, until), (start, end)) in enumerate(reigns)
    )


@given(REIGNS, st.lists(st.tuples(CUTS, CUTS), min_size=6, max_size=6), DAYS, st.sampled_from([4, 7, 10]))
def test_whoever_is_found_ruled_on_every_day_of_the_date(
    days: list[date], cuts: list[tuple[int | None, int | None]], day: date, length: int
) -> None:
    text = day.isoformat()[:length]
    found = _succession(days, cuts).holder("king", "BTN", text)
    if found:
        n = int(found.id[1:])
        assert days[n] < first_day(text)
        assert last_day(text) < days[n + 1]


@given(REIGNS, DAYS)
def test_dated_to_the_day_everyone_is_found_but_on_the_days_of_handover(days: list[date], day: date) -> None:
    found = _succession(days, [(10, 10)] * 6).holder("king", "BTN", day.isoformat())
    expected = [f"p{n}" for n, (since, until) in enumerate(pairwise(days)) if since < day < until]
    assert [found.id if found else None] == (expected or [None])


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_a_cut_date_means_the_days_that_begin_like_it(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    first, last = first_day(text), last_day(text)
    assert first <= day <= last
    assert first.isoformat().startswith(text)
    assert last.isoformat().startswith(text)
    assert not (first - timedelta(days=1)).isoformat().startswith(text)
    assert not (last + timedelta(days=1)).isoformat().startswith(text)
