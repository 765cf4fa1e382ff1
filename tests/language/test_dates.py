"""Date expressions: a table of sentences, and laws that hold for any text and any day."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.data import load_yaml
from graphload.language.date_words import DateData
from graphload.language.dates import find_dates, resolve, resolve_from

TENSE = {"-": None, "past": False, "future": True}
with (Path(__file__).parent / "dates.tsv").open(encoding="utf-8") as table:
    CASES = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentence"])
def test_expressions_of_a_sentence(case: dict[str, str]) -> None:
    published = case["published"] or None
    found = find_dates(case["sentence"], published)
    dates = [resolve(one, published, future=TENSE[case["future"]]) or "" for one in found]
    assert "|".join(one.text for one in found) == case["text"]
    assert "|".join(dates) == case["date"]
    assert "|".join(one.kind for one in found) == case["kind"]
    assert all(case["sentence"][one.start : one.end] == one.text for one in found)


def test_anchored_expressions_need_no_published() -> None:
    (told,) = find_dates("वे 19 जून 2024 को मिले।", None)
    (untold,) = find_dates("वे 19 जून को मिले।", "2024-06-20")
    assert (told.anchored, untold.anchored) == (True, False)


@pytest.mark.parametrize(
    ("words", "day"),
    [("अगले दिन", "2024-03-01"), ("दो दिन बाद", "2024-03-02"), ("इससे एक दिन पहले", "2024-02-28")],
)
def test_some_expressions_count_from_the_day_that_is_spoken_of(words: str, day: str) -> None:
    (told,) = find_dates(f"{words} वे मिले।", "2024-12-31")
    assert told.date is None
    assert resolve_from(told, "2024-02-29") == day
    assert resolve_from(told, None) is None


def _first_dates(texts: dict[str, str], published: str) -> dict[str, str]:
    return {text: "|".join(one.date or "" for one in find_dates(text, published)) for text in texts}


def test_every_listed_word_is_found() -> None:
    data = load_yaml("language/dates.yaml", DateData)
    months = {f"{word} में": f"2024-{month:02d}" for month, words in data.months.items() for word in words}
    months |= {f"5 {word}.": f"2024-{month:02d}-05" for month, words in data.short_months.items() for word in words}
    months |= {f"5 {word.title()}": f"2024-{n:02d}-05" for n, words in data.latin_months.items() for word in words}
    weekdays = {f"{word} को": f"2024-07-{day + 1:02d}" for day, words in data.weekdays.items() for word in words}
    assert _first_dates(months, "2024-07-01") == months
    assert _first_dates(weekdays, "2024-07-07") == weekdays


DAYS = st.dates(date(1950, 1, 1), date(2050, 1, 1))
MIX = "15 31 99 2019 जून मार्च सोमवार आज कल पिछले अगले साल महीने हफ्ते दिन पहले से में के और - , ( ) . तारीख दो"
WORDS = st.sampled_from(MIX.split())


@given(st.lists(WORDS, max_size=14).map(" ".join), DAYS, st.sampled_from([10, 7, 4]))
def test_any_mix_of_words_gives_real_dates_in_order(text: str, day: date, size: int) -> None:
    published = day.isoformat()[:size]
    end = 0
    for one in find_dates(text, published):
        assert end <= one.start < one.end
        end = one.end
        for future in (None, True, False):
            found = resolve(one, published, future=future)
            assert found is None or date.fromisoformat((found + "-01-01")[:10])


@given(DAYS, st.sampled_from(["सोमवार", "29 फरवरी", "31 दिसंबर", "5 जून", "12 तारीख"]))
def test_tense_chooses_the_side(day: date, words: str) -> None:
    published = day.isoformat()
    (one,) = find_dates(f"वे {words} को मिले", published)
    past, future = resolve(one, published, future=False), resolve(one, published, future=True)
    assert past is None or past <= published
    assert future is None or future >= published


def test_cost_grows_with_length_alone() -> None:
    def seconds(text: str) -> float:
        start = perf_counter()
        find_dates(f"जून {text}", "2024-01-16")
        return perf_counter() - start

    for unit in ("1 ", "5, ", "पिछले ", "2019 ", "जून ", "1, 2 और "):
        assert seconds(unit * 20_000) < 2.0
