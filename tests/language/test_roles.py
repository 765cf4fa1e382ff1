"""What names a person, and what only says what the person is."""

from __future__ import annotations

import pytest

from graphload.language.roles import is_role

ROLES = [
    "राष्ट्रपति",
    "रूस के राष्ट्रपति",
    "भारत और जापान के रक्षा मंत्रियों",
    "बांग्लादेश के विदेश मंत्री डा",
    "सऊदी शाह",
    "शाह",
    "समकक्ष",
    "अपने भूटानी समकक्ष",
    "President of Russia",
]
NAMES = ["व्लादिमीर पुतिन", "अमित शाह", "वी के सिंह", "के पी शर्मा ओली", "आंग सान सू की", "एजाज अहमद शाह", "Kim Jong Un"]


@pytest.mark.parametrize("text", ROLES)
def test_a_role_is_no_name(text: str) -> None:
    assert is_role(text)


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_no_role_though_a_word_of_it_is_one_elsewhere(text: str) -> None:
    assert not is_role(text)
