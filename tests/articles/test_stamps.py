"""The article's own date: from stamps only, never out of prose."""

from __future__ import annotations

import pytest

from graphload.articles.stamps import day_in, published_in

PROSE = "नॉर्वे के विदेश मंत्री ने सोमवार को ओस्लो में अपने फिनलैंड के समकक्ष से मुलाकात की. " * 4


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published : Jan 16, 2024, 5:18 PM IST", "2024-01-16"),
        ("Updated Thu, 29 May 2025 10:13 AM IST", "2025-05-29"),
        ("अपडेटेड: 16 जनवरी 2024, 05:18 PM", "2024-01-16"),
        ("प्रकाशित: मंगलवार, १६ जनवरी २०२४", "2024-01-16"),
        ("Published on 2024-01-16T17:18:00", "2024-01-16"),
        ("प्रकाशित 16/01/2024", "2024-01-16"),
        ("Edited By: सीमा द्विवेदी | Updated: 16 फ़रवरी 2024", "2024-02-16"),
        ("Published: Jan 16, 2024 | Updated: Jan 18, 2024", "2024-01-16"),
        ("16 जनवरी 2024", "2024-01-16"),
        ("By PTI | Jan 16, 2024", "2024-01-16"),
        ("नई दिल्ली, 16 जनवरी 2024 (भाषा) नॉर्वे के विदेश मंत्री ने कहा.", "2024-01-16"),
        ("ओस्लो, १६ जनवरी २०२४", "2024-01-16"),
        ("प्रकाशित 03/04/2024", None),
        ("Published : Feb 30, 2024", None),
        ("नई दिल्ली, 16 जनवरी (भाषा) नॉर्वे के विदेश मंत्री ने कहा.", None),
        ("समझौता 16 जनवरी 2024 को हुआ था.", None),
        ("यह रिपोर्ट प्रकाशित 16 जनवरी 2024 की घटना पर है.", None),
        ("— MFA Norway (@mfa_example) January 16, 2024", None),
        ("शिखर सम्मेलन की तारीख 16 जनवरी 2024", None),
        ("प्रस्ताव संशोधित 16 जनवरी 2024", None),
        ("7 hours ago", None),
        ("Copyright © 2025", None),
    ],
)
def test_a_stamp_is_read_and_prose_is_not(line: str, day: str | None) -> None:
    assert published_in(["नॉर्वे और फिनलैंड की बैठक", line, PROSE]) == day


def test_stamps_that_contradict_each_other_give_no_date() -> None:
    assert published_in(["Published : Jan 16, 2024", PROSE, "Published : Jan 12, 2024"]) is None


def test_a_bare_date_behind_the_first_paragraph_is_a_heading_and_no_stamp() -> None:
    assert published_in([PROSE, "16 जनवरी 2024", PROSE]) is None


def test_a_date_of_publication_wins_over_one_of_change() -> None:
    assert published_in(["Updated : Jan 18, 2024", "Published : Jan 16, 2024"]) == "2024-01-16"


@pytest.mark.parametrize(
    ("text", "day"), [("2024-01-16T17:18:00+05:30", "2024-01-16"), ("Jan 16, 2024", "2024-01-16"), ("कल", None)]
)
def test_a_text_that_is_known_to_be_a_date(text: str, day: str | None) -> None:
    assert day_in(text) == day
