"""One article, one id: whatever its address carries along, however its white space falls."""

from __future__ import annotations

import pytest

from graphload.articles import read_article_text
from graphload.articles.bylines import byline_in
from graphload.articles.detect import language_of
from graphload.articles.identity import article_id, canonical_url

TEXT = "नॉर्वे के विदेश मंत्री ने अपने समकक्ष से मुलाकात की."


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/world/news-1",
        "https://WWW.Example.org/world/news-1/",
        "https://www.example.org:443/world/news-1#comments",
        "https://www.example.org/world/news-1?utm_source=x&utm_medium=y&fbclid=1&gclid=2",
        "https://www.example.org/world/news-1/amp/",
        "https://www.example.org/world/news-1?amp=1",
        " https://www.example.org/world/news-1 ",
    ],
)
def test_addresses_of_one_page_are_one(url: str) -> None:
    assert canonical_url(url) == "https://www.example.org/world/news-1"


@pytest.mark.parametrize("url", ["", "news-1", "javascript:void(0)", "https://[::1", "file:///a.html", "https://"])
def test_what_is_no_web_address_is_none(url: str) -> None:
    assert canonical_url(url) is None


def test_a_query_that_names_the_page_stays() -> None:
    assert canonical_url("https://example.org/a?id=1") != canonical_url("https://example.org/a?id=2")


def test_given_id_then_address_then_words() -> None:
    assert article_id("a-1", "https://example.org/a", TEXT) == "a-1"
    assert article_id(None, "https://example.org/a", TEXT) == article_id(None, "https://example.org/a?utm_x=1", "")
    assert article_id(None, "no address", TEXT) == article_id(None, None, f" {TEXT.replace(' ', '  ')}\n")
    assert article_id(None, None, TEXT)[:2] == "t-"
    assert len(article_id(None, "https://example.org/a", TEXT)) == len("u-") + 16


def test_furniture_does_not_change_who_an_article_is() -> None:
    assert read_article_text(TEXT).id == read_article_text(f"{TEXT}\n\nLeave a Comment").id


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "hi"),
        ("Two ministers met in the city and signed an agreement.", "en"),
        ("परराष्ट्र मंत्री यांनी बैठक घेतली आणि करार झाला आहे.", "mr"),
        ("दुई मन्त्रीले भेट गरेको र सम्झौता भएको छ भने पनि", "ne"),
        ("இரு அமைச்சர்கள் சந்தித்தனர்", "ta"),
        ("وزیر خارجہ نے کہا کہ یہ ملاقات اہم ہے", "ur"),
        ("12345", "und"),
    ],
)
def test_language_by_script_and_function_words(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By PTI", "PTI"),
        ("Posted By: Seema Dwivedi", "Seema Dwivedi"),
        ("Edited By: सीमा द्विवेदी | Updated: 16 जनवरी 2024", "सीमा द्विवेदी"),
        ("लेखक: डॉ. हृषीकेश मिश्र", "डॉ. हृषीकेश मिश्र"),
        ("(सीमा द्विवेदी, संवाददाता)", "सीमा द्विवेदी"),
        ("सीमा द्विवेदी की रिपोर्ट", "सीमा द्विवेदी"),
        ("Byzantine art in Oslo", None),
        ("द्वारा की गई बैठक में तय हुआ", None),
    ],
)
def test_author_lines_keep_their_vowel_signs(line: str, byline: str | None) -> None:
    assert byline_in([line]) == byline
