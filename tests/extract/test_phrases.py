"""Which phrases tell of an agreement, and which of them tell of the same one."""

from __future__ import annotations

import pytest

from graphload.extract.agreements import unify
from graphload.extract.analysis import analyse
from graphload.extract.phrases import agreements
from graphload.model import Article

CASES = [
    ("a shared word", "भारत ने रक्षा समझौते पर हस्ताक्षर किए। सैन्य समझौता दस साल चलेगा।", [0, 0]),
    ("two topics", "भारत ने मत्स्य समझौते पर हस्ताक्षर किए। बाद में वीजा समझौता हुआ।", [0, 1]),
    ("a bare one is the last", "मत्स्य समझौता हुआ। फिर वीजा समझौता हुआ। इस समझौते का स्वागत हुआ।", [0, 1, 1]),
    ("two numbers", "पुर्तगाल से 11 समझौतों पर हस्ताक्षर हुए। नीदरलैंड से तीन समझौते हुए।", [0, 1]),
    ("a word that joins two groups", "परमाणु समझौता हुआ। ईंधन समझौता हुआ। परमाणु ईंधन समझौता लागू है।", [0, 0, 0]),
    ("one is not several", "छह समझौतों पर हस्ताक्षर हुए। वीजा समझौते का स्वागत हुआ।", [0, 1]),
    ("the first of several", "दो समझौतों पर हस्ताक्षर हुए। पहले समझौते के तहत चावल बिकेगा।", [0, 0]),
    ("another sum", "17 अरब डॉलर के रक्षा सौदे हुए। 10 अरब डॉलर के रक्षा सौदे बाकी हैं।", [0, 1]),
    ("a sum counts nothing", "मत्स्य समझौता हुआ। वह 10 साल का समझौता है।", [0, 0]),
    ("no agreement: giving way", "देश अपने हितों से समझौता नहीं करेगा।", []),
    ("no agreement: declared", "सेना ने हमले को साजिश करार दिया।", []),
]


@pytest.mark.parametrize(("text", "groups"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_agreements_of_one_article(text: str, groups: list[int]) -> None:
    found = [(line, phrase) for line in analyse(Article("a", "", text)).lines for phrase in agreements(line)]
    unify(found)
    keys = [phrase.key for _, phrase in found]
    assert [list(dict.fromkeys(keys)).index(key) for key in keys] == groups


NAMES = [
    ("a day is no part of it", "नेपाल और पेरू अगले महीने मुक्त व्यापार समझौते पर हस्ताक्षर करेंगे।", "मुक्त व्यापार समझौते"),
    ("a place is no part of it", "नेपाल ने काठमांडू में बाढ़ प्रबंधन समझौते पर हस्ताक्षर किए।", "बाढ़ प्रबंधन समझौते"),
    ("what it is about is", "नेपाल ने ऊर्जा क्षेत्र में सहयोग के समझौते पर हस्ताक्षर किए।", "ऊर्जा क्षेत्र में सहयोग के समझौते"),
]


@pytest.mark.parametrize(("text", "name"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_what_describes_an_agreement(text: str, name: str) -> None:
    (line,) = analyse(Article("a", "", text)).lines
    assert [line.surface(p.first, p.last, f"\n{text}") for p in agreements(line)] == [name]


BODIES = [
    ("a ruler's government is the country", "पुतिन सरकार ने यूक्रेन पर आरोप लगाया।", {"RUS", "UKR"}),
    ("a government with its ruler's office", "प्रधानमंत्री नरेंद्र मोदी की सरकार ने चीन पर आरोप लगाया।", {"IND", "CHN"}),
    ("a party's people speak for it", "कांग्रेस नेताओं ने पाकिस्तान पर आरोप लगाया।", {"congress", "PAK"}),
    ("a party's government is the party", "यूपीए सरकार ने पेरू पर आरोप लगाया।", {"upa", "PER"}),
    ("a state government", "राज्य सरकार ने पेरू पर आरोप लगाया।", {"PER"}),
    ("money", "पेरू को 20 लाख अमेरीकी डॉलर मिले।", {"PER"}),
    ("a state is no country", "योगी सरकार ने पाकिस्तान पर आरोप लगाया।", {"PAK"}),
]


@pytest.mark.parametrize(("text", "keys"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
def test_who_acts_where_no_person_is_named(text: str, keys: set[str]) -> None:
    phrases = [phrase for line in analyse(Article("a", "", text)).lines for phrase in line.phrases]
    assert {phrase.key for phrase in phrases if phrase.kind in ("country", "organization")} == keys


def test_a_ministry_without_its_country_is_the_one_named_before() -> None:
    text = "ईरान के विदेश मंत्रालय ने बयान दिया। विदेश मंत्रालय ने कहा कि वार्ता होगी।"
    phrases = [phrase for line in analyse(Article("a", "", text)).lines for phrase in line.phrases]
    assert [phrase.countries for phrase in phrases] == [("IRN",), ("IRN",)]
