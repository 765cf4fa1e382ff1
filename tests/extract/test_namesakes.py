"""Words of a person's name that name somebody or something else."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

OPENING = "राहुल गांधी ने नरेंद्र मोदी पर आरोप लगाया। इमरान खान और पी चिदंबरम भी बोले।"

CASES = [
    ("the person, by the surname", "गांधी ने कहा", "गांधी", True),
    ("a family", "पूरे गांधी परिवार ने विरोध किया", "गांधी", False),
    ("a company", "मोदी समूह की जांच होगी", "मोदी", False),
    ("an airport", "राहुल गांधी अंतरराष्ट्रीय हवाई अड्डे पर भीड़ थी", "गांधी", False),
    ("the person, at an airport", "राहुल गांधी को हवाई अड्डे पर रोका गया", "गांधी", True),
    ("the person, of whom a fund is told", "राहुल गांधी अंतरराष्ट्रीय मुद्रा कोष की बैठक में गए", "गांधी", True),
    ("somebody else of that surname", "अदीलुर खान को बुलाया गया", "खान", False),
    ("another first name before a name of one word", "गोपन चिदंबरम ने कहा", "चिदंबरम", False),
    ("somebody whose first name is a word too", "आरोपी विकास खान को पकड़ा गया", "खान", False),
    ("a son of that surname", "उनके बेटे कार्ति चिदंबरम ने इनकार किया", "चिदंबरम", False),
    ("an event", "मेले का नाम हाउडी मोदी था", "मोदी", False),
    ("the person, behind a verb", "इसके बाद बोले खान ने इनकार किया", "खान", True),
]


@pytest.mark.parametrize(("text", "word", "meant"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_surname_stands_for_the_person(text: str, word: str, meant: bool) -> None:
    analysis = analyse(Article("a", "", f"{OPENING} {text}।"))
    known = {m.index for m in analysis.cast.members if m.key}
    found = [
        p for p in analysis.lines[-1].phrases if analysis.lines[-1].forms[p.last - 1] == word and known & {*p.refs}
    ]
    assert bool(found) == meant


def test_a_scheme_is_not_who_holds_the_office() -> None:
    text = "नरेंद्र मोदी ने बात की। प्रधानमंत्री ग्राम सिंचाई योजना का शुभारंभ हुआ। प्रधानमंत्री ने योजना देखी।"
    refs = [p.refs for line in analyse(Article("a", "", text)).lines for p in line.phrases if p.form == "office"]
    assert refs == [[], [0]]


THINGS = [
    ("somebody whom no list knows", "प्रधानमंत्री ओरवेलिन ने बैठक की", True),
    ("a town", "प्रधानमंत्री हरिगढ़पुर में रैली करेंगे", False),
    ("a means", "प्रधानमंत्री दूरलिंक के जरिए जुड़ेंगे", False),
    ("what is done", "विदेश मंत्री कमानखट संभालेंगे", False),
    ("who speaks", "विदेश मंत्री ओरवेलिन बोले", True),
    ("what is called chief", "यह भारत के प्रमुख मंडपघट है", False),
]


@pytest.mark.parametrize(("text", "named"), [case[1:] for case in THINGS], ids=[case[0] for case in THINGS])
def test_unknown_words_behind_an_office_are_a_name(text: str, named: bool) -> None:
    phrases = analyse(Article("a", "", f"{text}।")).lines[0].phrases
    assert any(phrase.kind == "person" and phrase.name for phrase in phrases) == named
