"""HTML: the body from the page, author and date from what the page itself says, and no page that crashes."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphload.articles.pages import read_page
from graphload.errors import InputError

TITLE = "रूस के विदेश मंत्री से मिलीं कोरिया की विदेश मंत्री"
LEAD = "मॉस्को: रूस के विदेश मंत्री ने मंगलवार को अपनी कोरियाई समकक्ष से मुलाकात की और संबंधों पर बातचीत की."
MORE = "बैठक में दोनों पक्षों ने पिछले साल हुए समझौतों को लागू करने पर चर्चा की."


def page(head: str = "", byline: str = "", end: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>{TITLE} - समाचार</title>{head}</head>
    <body><nav><ul><li><a href="/">होम</a></li><li><a href="/a">देश</a></li></ul></nav>
    <article><h1>{TITLE}</h1>{byline}<p>{LEAD}</p><h2>समझौतों पर चर्चा</h2><p>{MORE}</p>
    <p><b>ये भी पढ़ें: </b><a href="/x">चिली में बाढ़ से तबाही</a></p>{end}</article>
    <div class="comments"><h3>Comments</h3><p>बहुत अच्छा लेख है.</p></div><footer>Copyright © 2031</footer></body></html>"""


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_title_and_body_without_menu_comments_teaser_and_footer() -> None:
    article = read_page(page())
    assert (article.title, article.text) == (TITLE, f"{LEAD}\nसमझौतों पर चर्चा\n{MORE}")
    assert (article.published, article.byline, article.url, article.outlet) == (None, None, None, None)


def test_what_the_page_says_of_itself() -> None:
    story = {
        "@type": ["NewsArticle"],
        "datePublished": "2024-01-16T17:18:00+05:30",
        "author": [{"@type": "Person", "name": "हृषीकेश मिश्र"}, "सीमा द्विवेदी"],
    }
    head = '<link rel="canonical" href="https://example.org/a?utm_source=x">'
    head += '<meta property="og:site_name" content="पत्रिका">'
    head += json_ld(json.dumps({"@graph": [{"@type": "Person", "name": "कोई और"}, story]}))
    article = read_page(page(head))
    assert (article.url, article.outlet) == ("https://example.org/a?utm_source=x", "पत्रिका")
    assert (article.published, article.byline) == ("2024-01-16", "हृषीकेश मिश्र, सीमा द्विवेदी")
    assert article.id.startswith("u-")


def test_a_visible_byline_is_kept_for_it_credits_an_agency() -> None:
    article = read_page(page(byline='<div class="byline">By PTI</div>'))
    assert article.text.startswith("By PTI\n")
    assert article.byline == "PTI"


@pytest.mark.parametrize(
    ("head", "byline", "published"),
    [
        ('<meta property="article:published_time" content="2024-01-16T10:00:00Z">', "", "2024-01-16"),
        ("", '<time datetime="2024-01-16">16 जनवरी</time>', "2024-01-16"),
        ("", '<span class="date">Updated Thu, 29 May 2025 10:13 AM IST</span>', "2025-05-29"),
        ("", '<time datetime="2024-01-16"></time><time datetime="2023-01-01"></time>', None),
        (json_ld("{broken"), "<p>समझौता 16 जनवरी 2024 को हुआ था, यह सबको याद है.</p>", None),
        ('<meta name="date" content="bald">', "", None),
        ('<meta property="article:modified_time" content="2024-01-16">', "", None),
    ],
)
def test_the_date_is_told_by_the_page_or_not_at_all(head: str, byline: str, published: str | None) -> None:
    assert read_page(page(head, byline)).published == published


@pytest.mark.parametrize(
    "html",
    [
        page().partition("</article>")[0],
        page().replace("</p>", "").replace("</h1>", ""),
        page(json_ld("[" * 100_000)),
        f"<p>{LEAD}</p>" + "<p>x</p>" * 40_000,
        f"<p>{LEAD}<table><tr><p></table></p></p>{MORE}<img src='",
        f"<?xml version='1.0' encoding='utf-8'?><html><body><p>{LEAD}</p><p>{MORE}</p></body></html>",
    ],
    ids=["cut off", "unclosed", "deep script", "long", "tangled", "xml"],
)
def test_broken_pages_give_what_can_be_read(html: str) -> None:
    assert LEAD in read_page(html).text


@settings(deadline=None)
@given(st.text(st.sampled_from("<>/!-=\"' pdivhtmlbrक।\n[]&;"), max_size=300))
def test_no_page_crashes(html: str) -> None:
    with suppress(InputError):
        read_page(html)


@pytest.mark.parametrize(
    "html", ["<div>" * 500_000, "<" * 2_000_000, "<p>" + "क<br>" * 300_000, "<li><a href=x>y" * 100_000], ids=len
)
def test_a_hostile_page_takes_no_more_than_seconds(html: str) -> None:
    started = time.process_time()
    with suppress(InputError):
        read_page(html)
    assert time.process_time() - started < 15
