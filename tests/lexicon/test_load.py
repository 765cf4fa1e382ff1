import shutil
from pathlib import Path

import pytest

from graphload.data import ROOT
from graphload.errors import DataError
from graphload.lexicon.load import lexicon, load_lexicon


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("नॉर्थ-कोरियन", {("demonym", "PRK")}),
        ("उत्तर कोरियाई", {("demonym", "PRK")}),
        ("साउथ अफ्रीका", {("name", "ZAF")}),
        ("यूएई", {("name", "ARE")}),
        ("अमरीका", {("name", "USA")}),
        ("इस्राइल", {("name", "ISR")}),
        ("म्यामां", {("name", "MMR")}),
        ("फ़िलिस्तीनी", {("demonym", "PSE")}),
        ("मॉस्को", {("metonym", "RUS")}),
        ("वॉनसान", {("city", "PRK")}),
        ("शर्म-अल-शेख", {("city", "EGY")}),
        ("विदेशमंत्री", {("office", "foreign minister")}),
        ("विदेश मंत्रियों", {("office", "foreign minister")}),
        ("क्राउन प्रिन्स", {("office", "crown prince")}),
        ("एन.एस.ए.", {("office", "national security adviser")}),
        ("लेफ़्टिनेंट जनरल", {("title", "before")}),
        ("शांघाई सहयोग संगठन", {("organization", "sco")}),
        ("योन्हप", {("source", "yonhap")}),
        ("व्‍हाइट हाउस", {("metonym", "USA"), ("source", "white-house")}),
        ("विदेश मंत्रालय", {("ministry", "foreign ministry")}),
        ("पूर्व", {("modifier", "former")}),
        ("जैश-ए-मोहम्मद", {("organization", "jaish")}),
        ("डब्ल्यूटीओ", {("organization", "wto")}),
        ("जाब्यू", {("source", "dainik-jagran")}),
        ("गया", set()),
        ("सूरत", set()),
        ("बार", set()),
    ],
)
def test_what_a_form_may_mean(text: str, meanings: set[tuple[str, str]]) -> None:
    assert {(form.kind, form.key) for form in lexicon().lookup(text)} == meanings


@pytest.mark.parametrize("text", ["माली", "कोरिया", "अमीर", "भाषा", "वार्ता", "राजा", "एपी"])
def test_ordinary_words_are_marked_ambiguous(text: str) -> None:
    assert all(form.ambiguous for form in lexicon().lookup(text))
    assert lexicon().lookup(text)


@pytest.mark.parametrize("text", ["दक्षिण चीन सागर", "लैटिन अमेरिका", "पेरिस समझौते", "चीनी मिलों", "राष्ट्रपति चुनाव"])
def test_phrases_that_only_hold_a_known_word_are_decoys(text: str) -> None:
    assert [form.kind for form in lexicon().lookup(text)] == ["decoy"]


@pytest.mark.parametrize(
    ("office", "country", "meant"),
    [
        ("defence secretary", "USA", "defence minister"),
        ("defence secretary", "IND", "defence secretary"),
        ("foreign secretary", "GBR", "foreign minister"),
        ("foreign secretary", None, "foreign secretary"),
    ],
)
def test_an_office_may_mean_another_one_abroad(office: str, country: str | None, meant: str) -> None:
    assert lexicon().office_in(office, country) == meant


def test_plural_offices_are_marked() -> None:
    assert [form.plural for text in ("विदेश मंत्री", "विदेश मंत्रियों") for form in lexicon().lookup(text)] == [False, True]


@pytest.mark.parametrize(
    ("surface", "fits"),
    [("WHO", True), ("who", False), ("US", True), ("us", False), ("Kremlin", True), ("KREMLIN", True), ("रूस", True)],
)
def test_latin_forms_keep_their_capitals(surface: str, fits: bool) -> None:
    assert {form.fits(surface) for form in lexicon().lookup(surface)} == {fits}


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("organizations.yaml", "x: {name: X, kind: body, names: [रूस]}", "'रूस' is name of RUS and organization of x"),
        ("organizations.yaml", "x: {name: X, kind: body, names: [क्षक, क्‍षक]}", "are one form of x"),
        ("sources.yaml", "x: {name: X, kind: outlet, names: ['']}", "is empty"),
        ("sources.yaml", "x: {name: X, kind: outlet, country: XXX, names: [क्षक]}", "unknown country XXX"),
        ("ministries.yaml", "x: {name: X, called: {XXX: Y}, names: [क्षक]}", "unknown country XXX"),
        ("shared.yaml", "why: [रूस]", "has one meaning at most"),
        ("sources.yaml", "x: {name: X, kind: blog, names: [क्षक]}", "Invalid enum value"),
    ],
)
def test_bad_data_is_refused_with_one_line(tmp_path: Path, file: str, text: str, complaint: str) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(ROOT / "lexicon", folder)
    with (folder / file).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{text}\n")
    with pytest.raises(DataError) as caught:
        load_lexicon(folder)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)
