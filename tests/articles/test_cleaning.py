"""What cleaning keeps and drops, phenomenon by phenomenon. All texts were written for these tests."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphload.articles.cleaning import clean

LEAD = "नॉर्वे के विदेश मंत्री ने सोमवार को ओस्लो में अपने फिनलैंड के समकक्ष से मुलाकात की और मछली व्यापार पर बातचीत की."
MORE = "बैठक के बाद नॉर्वे के विदेश मंत्रालय ने बयान में कहा कि दोनों देश अगले साल नया समझौता करेंगे."
TITLE = "नॉर्वे और फिनलैंड के विदेश मंत्रियों की मुलाकात"

ARTICLE = f"{LEAD}\n{MORE}"


def reasons(page: str, title: str | None = TITLE) -> list[tuple[str, str]]:
    return [(dropped.reason, dropped.text) for dropped in clean(page, title).dropped]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Leave a Comment", "furniture"),
        ("Your email address will not be published. Required fields are marked *", "furniture"),
        ("Copyright © 2031 Udaharan Prakashan Pvt. Ltd., All Rights Reserved.", "furniture"),
        ("author img", "furniture"),
        ("ETV Bharat\xa0/\xa0international", "furniture"),
        ("Read Full Article at Source", "furniture"),
        ("7 hours ago", "furniture"),
        ("3 घंटे पहले", "furniture"),
        ("Published : Jan 16, 2024, 5:18 PM IST", "furniture"),
        ("अपडेटेड: 16 जनवरी 2024, 05:18 PM IST", "furniture"),
        ("शेयर करें", "furniture"),
        ("ये भी पढ़ें:Chile News: चिली में बाढ़, कई गांव डूबे", "teaser"),
        ("ये भी पढ़ें - चिली में बाढ़ से तबाही", "teaser"),
        ("यह भी पढ़ें: चिली में बाढ़ से तबाही", "teaser"),
        ("इसे भी पढ़ें: चिली में बाढ़ से तबाही!", "teaser"),
        ("Also Read | चिली में बाढ़ से तबाही", "teaser"),
        ("पढ़ेंः चिली में बाढ़ से तबाही", "teaser"),
        ("पढ़ें- चिली में बाढ़ से तबाही", "teaser"),
        ("वीडियो: चिली में बाढ़ से तबाही", "teaser"),
        ("यह भी देखें: चिली में बाढ़ से तबाही", "teaser"),
        ("ट्रेंडिंग न्यूज", "teaser"),
        ("![ओस्लो की तस्वीर [फाइल]](https://img.example.org/a.jpg?w=1)", "image"),
        ("फोटो: एजेंसी", "image"),
        ("विदेश मंत्री का फाइल फोटो", "image"),
        (f"  {TITLE} ", "title"),
        ("फिनलैंड के विदेश मंत्रियों की", "title"),
        (LEAD.replace(" ", "  "), "repeat"),
    ],
)
def test_a_line_that_is_not_the_article_is_dropped_with_its_reason(line: str, reason: str) -> None:
    cleaned = clean(f"{ARTICLE}\n\n{line}\n\nदोनों पक्ष फिर मिलेंगे.", TITLE)
    assert [(dropped.reason, dropped.text) for dropped in cleaned.dropped] == [(reason, line.strip())]
    assert cleaned.text == f"{ARTICLE}\n\nदोनों पक्ष फिर मिलेंगे."


@pytest.mark.parametrize(
    "line",
    [
        "By PTI",
        "(भाषा)",
        "(इनपुट- न्यूज़ एजेंसी आईएएनएस)",
        "--आईएएनएस",
        "सीमा द्विवेदी, संवाददाता",
        "समझौते पर क्या बोले दोनों पक्ष",
        "नई दिल्ली।",
        "16 जनवरी 2024 को प्रकाशित रिपोर्ट में समझौते का जिक्र था",
        "मंत्री ने पत्रकारों से कहा कि वे रिपोर्ट ध्यान से पढ़ें और फिर सवाल करें.",
        "उन्होंने बच्चों से कहा, ये भी पढ़ें और वो भी पढ़ें, ताकि आगे बढ़ें.",
        "यह भी देखें तो दोनों देशों का व्यापार दोगुना हुआ है.",
        "वीडियो में दोनों नेता हाथ मिलाते नजर आ रहे हैं",
        "लोग इस ऐप को डाउनलोड कर सकते हैं, मंत्री ने कहा.",
    ],
)
def test_bylines_subheadings_and_prose_stay(line: str) -> None:
    page = f"{LEAD}\n{line}\n{MORE}"
    assert clean(page, TITLE).text == page


@pytest.mark.parametrize(
    ("glued", "reason"),
    [
        ("ये भी पढ़ें: चिली में बाढ़ से तबाही", "teaser"),
        (" यह भी पढ़ें- चिली में बाढ़ से तबाही, सेना उतरी", "teaser"),
        ("(बीबीसी हिंदी का ऐप डाउनलोड करने के लिए यहां क्लिक करें. आप हमें फ़ॉलो भी कर सकते हैं.)", "furniture"),
        ("  मौसम की अन्य खबरें पढ़ने के लिए यहां क्लिक करें", "furniture"),
    ],
)
def test_what_is_glued_to_a_paragraph_is_cut_off(glued: str, reason: str) -> None:
    cleaned = clean(f"{LEAD}{glued}\n{MORE}", TITLE)
    assert cleaned.text.split("\n")[0].rstrip() == LEAD
    assert [dropped.reason for dropped in cleaned.dropped] == [reason]


def test_headlines_of_other_stories_go_and_the_own_subheading_behind_them_stays() -> None:
    others = [
        "चिली में भूकंप के बाद सुनामी की चेतावनी, हजारों बेघर",
        "अभिनेत्री रेवती ने बताई फिल्म छोड़ने की असली वजह",
        "क्रिकेट टीम में लौटा पुराना गेंदबाज, चयनकर्ता खुश",
    ]
    own = "फिनलैंड के साथ मछली व्यापार कैसे बढ़ेगा"
    cleaned = clean("\n\n".join([LEAD, *others, own, MORE]), TITLE)
    assert cleaned.text == f"{LEAD}\n\n{own}\n\n{MORE}"
    assert [dropped.reason for dropped in cleaned.dropped] == ["other headline"] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ["रेवती सुब्रमण्यम", "हेनरिक पेरेरा", "अनातोली ग्रोमोव"],
        ["- मादक पदार्थों की तस्करी रोकना आसान बनेगा", "- छात्रों को छात्रवृत्ति देना जारी रहेगा अब"],
        ["1. बंदरगाहों पर जांच तेज करने की योजना", "2. छात्रों को छात्रवृत्ति देने की योजना"],
        ["फिनलैंड में बंदरगाह बनाने पर सहयोग", "ओस्लो के विश्वविद्यालय में छात्रों को छात्रवृत्ति"],
        ["चिली में भूकंप के बाद सुनामी की चेतावनी, हजारों बेघर"],
    ],
    ids=["names", "bulleted", "numbered", "on the topic", "one line alone"],
)
def test_lists_of_the_article_stay(lines: list[str]) -> None:
    page = "\n".join([LEAD, *lines, MORE])
    assert clean(page, TITLE).text == page


def test_a_list_that_a_colon_introduces_stays() -> None:
    page = f"{LEAD}\nइन पर सहमति बनी:\nछात्रवृत्ति योजना का विस्तार करना जारी\nबंदरगाहों की जांच मिलकर तेज करना\n{MORE}"
    assert clean(page, TITLE).text == page


def test_a_box_takes_the_headlines_under_its_label_with_it() -> None:
    page = f"{LEAD}\nअन्य अहम खबरें\nचिली में बाढ़\nरेवती की नई फिल्म का पोस्टर जारी\n{MORE}"
    assert clean(page, TITLE).text == f"{LEAD}\n{MORE}"


def test_an_english_post_goes_and_its_signature_stays() -> None:
    markup = '" class="align-text-top noRightClick twitterSection" data=" ">'
    post = (
        "  • Minister greets his colleague at the Oslo city hall\n\n    📍 Oslo #Fish pic.twitter.com/Ab1\n\n"
        f"    — MFA Norway 🇳🇴 (@mfa_example) January 16, 2024 {markup}"
    )
    cleaned = clean(f"{LEAD}\n\n{post}\n\n{MORE}", TITLE)
    assert cleaned.text == f"{LEAD}\n\n    — MFA Norway 🇳🇴 (@mfa_example) January 16, 2024\n\n{MORE}"
    assert [dropped.reason for dropped in cleaned.dropped] == ["tweet"] * 3


def test_a_hindi_post_is_part_of_the_story() -> None:
    page = f"{LEAD}\nआज ओस्लो में अच्छी बातचीत हुई\n— Minister (@example)\n{MORE}"
    assert clean(page, TITLE).text == page


def test_a_body_that_is_repeated_is_kept_once() -> None:
    cleaned = clean(f"{LEAD}\n\n{MORE}\n\n{LEAD}\n\n  {MORE}", TITLE)
    assert cleaned.text == f"{LEAD}\n\n{MORE}"
    assert [dropped.reason for dropped in cleaned.dropped] == ["repeat"] * 2


@pytest.mark.parametrize(
    ("page", "title", "expected"),
    [
        (f"{TITLE}\n\n{ARTICLE}", None, TITLE),
        (f"Leave a Comment\n{TITLE}\n\n{ARTICLE}", None, TITLE),
        (ARTICLE, None, ""),
        (f"{TITLE}।\n{ARTICLE}", None, ""),
        (f"नई दिल्ली\n{ARTICLE}", None, ""),
        (TITLE, None, ""),
        (f"{TITLE}\n{ARTICLE}", "", ""),
        (ARTICLE, "कुछ और", "कुछ और"),
    ],
    ids=["headline", "behind furniture", "prose", "sentence", "place", "alone", "given empty", "given"],
)
def test_the_title_is_given_or_a_headline_on_the_first_line(page: str, title: str | None, expected: str) -> None:
    cleaned = clean(page, title)
    assert cleaned.title == expected
    assert TITLE not in cleaned.text or expected != TITLE


LINES = st.lists(
    st.one_of(
        st.sampled_from([LEAD, MORE, TITLE, "", " ", "Leave a Comment", "ये भी पढ़ें: चिली", f"{LEAD}ये भी पढ़ें: चिली"]),
        st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=40),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(LINES)
def test_what_is_kept_is_a_line_or_the_start_of_one_in_order(lines: list[str]) -> None:
    rest = iter(lines)
    for kept in filter(None, clean("\n".join(lines), "").text.split("\n")):
        assert any(line.strip().startswith(kept.strip()) for line in rest)


@settings(deadline=None)
@given(LINES)
def test_nothing_is_lost(lines: list[str]) -> None:
    cleaned = clean("\n".join(lines), "")
    parts = "".join([cleaned.text, *(dropped.text for dropped in cleaned.dropped)])
    assert sorted("".join(parts.split())) == sorted("".join("".join(lines).split()))


@pytest.mark.parametrize("unit", ["क", "(", "![a](", "ये भी पढ़ें: ", "1 ", "Published : ", "डाउनलोड करने के लिए क्लिक करें. "])
def test_five_million_characters_take_no_more_than_seconds(unit: str) -> None:
    started = time.process_time()
    clean(unit * (5_000_000 // len(unit)))
    assert time.process_time() - started < 10
