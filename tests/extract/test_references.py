"""Whom pronouns and offices without a name stand for."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

CASES = [
    ("the one who acts in the clause before", "नरेंद्र मोदी ने कहा कि उन्होंने पुतिन से बात की।", "उन्होंने", "मोदी"),
    ("the one who acted in the sentence before", "सर्गेई लावरोव वॉनसान पहुंचे। उन्होंने किम से बात की।", "उन्होंने", "लावरोव"),
    (
        "not the one who speaks for others",
        "सुषमा स्वराज ढाका पहुंचीं। प्रवक्ता रवीश कुमार ने कहा कि वह शेख हसीना से मिलेंगी।",
        "वह",
        "स्वराज",
    ),
    ("not the one who acts in its own clause", "शिंजो आबे दिल्ली पहुंचे, जहां नरेंद्र मोदी ने उनका स्वागत किया।", "उनका", "आबे"),
    (
        "the home country's, beside a guest's",
        "नेपाल के प्रधानमंत्री केपी ओली ने नरेंद्र मोदी को फोन किया। बाद में प्रधानमंत्री ने ट्वीट किया।",
        "प्रधानमंत्री",
        "मोदी",
    ),
    (
        "the holder named in another clause",
        "उपराष्ट्रपति वेंकैया नायडू रीगा पहुंचे, जहां उपराष्ट्रपति ने सभा को संबोधित किया।",
        "उपराष्ट्रपति",
        "नायडू",
    ),
    ("who stands before a relative pronoun", "इमरान खान, जिन्होंने शी जिनपिंग से बात की, लौट आए।", "जिन्होंने", "खान"),
    ("who is something, before one", "पुतिन पहले नेता थे, जिनसे नरेंद्र मोदी ने मुलाकात की।", "जिनसे", "पुतिन"),
    ("nobody, where the pronoun takes up a thing", "नरेंद्र मोदी ने उन देशों की बात की जिनसे भारत के संबंध हैं।", "जिनसे", None),
    ("nobody, where the relative takes up people", "नरेंद्र मोदी उन बच्चों से मिले जिन्होंने पदक जीते।", "जिन्होंने", None),
    ("nobody, where its verb is singular", "सुषमा स्वराज ने कहा कि पाकिस्तान झूठा है। वह आतंक फैला रहा है।", "वह", None),
    ("nobody, where people are told what to do", "नरेंद्र मोदी ने मंत्रियों से कहा कि वे गांव जाएं।", "वे", None),
    ("nobody, where many stand between", "नरेंद्र मोदी सूरत में किसानों के घर गए और उनसे बात की।", "उनसे", None),
    ("nobody, behind somebody unread", "नरेंद्र मोदी सूरत पहुंचे। कंपनी ने कहा कि उन्होंने काम रोक दिया।", "उन्होंने", None),
    ("nobody, where it answers जो", "नरेंद्र मोदी ने कहा कि जो दल लड़ते हैं, वे हारते हैं।", "वे", None),
    ("who speaks, for a first person", "नरेंद्र मोदी ने कहा कि मैंने पुतिन से बात की।", "मैंने", "मोदी"),
    ("who speaks, told behind", "“मैंने पुतिन से बात की”, नरेंद्र मोदी ने कहा।", "मैंने", "मोदी"),
    ("whose quotation goes on", "नरेंद्र मोदी ने कहा, “शांति रहे। मैंने पुतिन से बात की।”", "मैंने", "मोदी"),
    ("nobody, where the quotation is closed", "नरेंद्र मोदी ने कहा, “शांति रहे।” मैंने पुतिन से बात की।", "मैंने", None),
    (
        "a ruler of the country told for the first of a list",
        "मोदी ने नेपाल के राष्ट्रपति और प्रधानमंत्री से बात की।",
        "प्रधानमंत्री",
        "",
    ),
    ("who is accused", "राहुल गांधी ने नरेंद्र मोदी पर आरोप लगाया कि उन्होंने झूठ बोला।", "उन्होंने", "मोदी"),
    ("nobody, where it is the office itself", "नरेंद्र मोदी ने मुख्यमंत्री बनने के बाद पुतिन से मुलाकात की।", "मुख्यमंत्री", None),
    ("nobody in particular", "नरेंद्र मोदी ढाका पहुंचे। किसी भी भारतीय प्रधानमंत्री की यह पहली यात्रा है।", "प्रधानमंत्री", None),
    ("nobody out of several", "डोनाल्ड ट्रंप दिल्ली पहुंचे। स्वागत में कई और बड़े नेता मौजूद रहे।", "नेता", None),
    ("nobody out of those of one country", "डोनाल्ड ट्रंप ने ट्वीट किया। चीन ने अमेरिकी नेताओं से बात की।", "नेताओं", None),
    ("nobody, where it is what somebody is", "शिंजो आबे जापान के सबसे युवा प्रधानमंत्री थे।", "प्रधानमंत्री", None),
    ("nobody, where it is what somebody becomes", "शिंजो आबे हटे। सुगा ने प्रधानमंत्री के रूप में शपथ ली।", "प्रधानमंत्री", None),
    ("the home country's, by a body of it", "लोकसभा में हंगामा हुआ। प्रधानमंत्री ने जवाब दिया।", "प्रधानमंत्री", ""),
    ("nobody, where no country is told", "मौसम बदला। प्रधानमंत्री ने जवाब दिया।", "प्रधानमंत्री", None),
    ("nobody, where nobody holds it at home", "भारत में मेला लगा। महारानी ने उद्घाटन किया।", "महारानी", None),
    ("nobody, where somebody is named to it", "मारियानो राजॉय बोले। राजा ने भाई को प्रधानमंत्री नामित किया।", "नामित", None),
    ("nobody, behind a verb of becoming", "शिंजो आबे हटे। सुगा बनेंगे प्रधानमंत्री।", "प्रधानमंत्री", None),
    ("nobody, where its owner is not known", "डोनाल्ड ट्रंप ने बात की। जाम्बेजिया के राष्ट्रपति ने उन्हें बुलाया।", "राष्ट्रपति", None),
    (
        "the home country's, behind what is done",
        "नरेंद्र मोदी वाराणसी पहुंचे। पुल का प्रधानमंत्री ने उद्घाटन किया।",
        "प्रधानमंत्री",
        "मोदी",
    ),
    (
        "nobody, where one named behind may hold it",
        "नरेंद्र मोदी बोले। भाजपा के नेता और पूर्व मंत्री यशवंत सिन्हा आए।",
        "नेता",
        None,
    ),
    (
        "nobody, beside the home country's",
        "व्लादिमीर पुतिन दिल्ली आए। नरेंद्र मोदी के साथ प्रधानमंत्री ने सैर की।",
        "प्रधानमंत्री",
        None,
    ),
    ("a ruler, before another one's name", "भूटान के राजा राष्ट्रपति रामनाथ कोविंद से मिले।", "राजा", ""),
    ("nobody, where it is an office of several bodies", "नरेंद्र मोदी ने नाटो और ब्रिक्स के प्रमुख से बात की।", "प्रमुख", None),
    (
        "nobody, where two hold the office",
        "ईरान के विदेश मंत्री जवाद जरीफ तुर्की के विदेश मंत्री हाकन फिदान से मिले। विदेश मंत्री ने बयान दिया।",
        "मंत्री",
        None,
    ),
    ("not who held it before", "पूर्व राष्ट्रपति मोहम्मद नशीद बोले। मालदीव के राष्ट्रपति ने जवाब दिया।", "राष्ट्रपति", ""),
    ("who held it before", "मालदीव के पूर्व राष्ट्रपति मोहम्मद नशीद बोले। पूर्व राष्ट्रपति ने जवाब दिया।", "राष्ट्रपति", "नशीद"),
    (
        "a counterpart in the country where they meet",
        "सुषमा स्वराज ने बहरीन में अपने समकक्ष से बात की। विदेश मंत्री स्वराज लौट आईं।",
        "समकक्ष",
        "",
    ),
    (
        "a counterpart who is named behind",
        "विदेश मंत्री सुषमा स्वराज ने अपने समकक्ष जापान के विदेश मंत्री तारो कोनो से बात की।",
        "समकक्ष",
        "कोनो",
    ),
    ("nobody's counterpart", "विदेश मंत्री सुषमा स्वराज ने अपने समकक्ष से बात की।", "समकक्ष", None),
    ("nobody, where it only describes", "शी जिनपिंग ने चीन के प्रमुख कारोबारियों से बात की।", "प्रमुख", None),
    ("nobody, where it is those of others", "शी जिनपिंग दिल्ली आए। उनके विदेश मंत्री नरेंद्र मोदी से मिले।", "मंत्री", None),
    (
        "not whom a word before the country puts in the past",
        "पूर्व अमेरिकी राष्ट्रपति बराक ओबामा बोले। अमेरिकी राष्ट्रपति ने सुना।",
        "राष्ट्रपति",
        "",
    ),
    ("the only minister, shortly behind", "केंद्रीय मंत्री हरदीप पुरी दिल्ली में थे। केंद्रीय मंत्री ने कहा।", "मंत्री", "पुरी"),
    ("nobody out of ministers", "केंद्रीय मंत्री हरदीप पुरी दिल्ली में थे। केंद्रीय मंत्री दौरे करेंगे।", "मंत्री", None),
    ("nobody, where many hold the office", "कांग्रेस के सांसद ने पुतिन से मुलाकात की।", "सांसद", None),
]


GOVERNMENTS = [
    ("केंद्र सरकार ने पाकिस्तान पर आरोप लगाया। भारत ने जवाब मांगा।", "IND"),
    ("नवाज शरीफ की सरकार ने अफगानिस्तान पर आरोप लगाया।", "PAK"),
    ("पंजाब सरकार ने भारत के रेल मंत्रालय पर आरोप लगाया।", None),
    ("असम सरकार ने भारत के रेल मंत्रालय पर आरोप लगाया।", None),
]


@pytest.mark.parametrize(("text", "country"), GOVERNMENTS, ids=range(len(GOVERNMENTS)))
def test_a_government_stands_for_its_country(text: str, country: str | None) -> None:
    phrases = [phrase for line in analyse(Article("a", "", text)).lines for phrase in line.phrases]
    assert [phrase.key for phrase in phrases if phrase.sub == "government"] == ([country] if country else [])


@pytest.mark.parametrize(("text", "word", "name"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_reference_stands_for(text: str, word: str, name: str | None) -> None:
    analysis = analyse(Article("a", "", text))
    found = [
        " ".join(analysis.cast.members[ref].words[-1:])
        for line in analysis.lines
        for phrase in line.phrases
        if phrase.name is None and line.forms[phrase.last - 1] == word
        for ref in phrase.refs
    ]
    assert found == ([] if name is None else [name])


BODIES = [
    ("a country", "ऑस्ट्रेलिया ऐसा देश है जिसने भारत के साथ समझौते पर हस्ताक्षर किए।", "जिसने", "AUS"),
    ("a party", "कांग्रेस ने कहा कि उसने वादा निभाया।", "उसने", "congress"),
    ("nobody in another sentence", "कांग्रेस ने सभा की। उसने वादा निभाया।", "उसने", None),
]


@pytest.mark.parametrize(("text", "word", "key"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
def test_a_blunt_pronoun_takes_up_a_body(text: str, word: str, key: str | None) -> None:
    lines = analyse(Article("a", "", text)).lines
    assert [p.key for line in lines for p in line.phrases if line.forms[p.first] == word] == [key]


BOTH = [
    ("two persons", "नरेंद्र मोदी ने पुतिन से बात की। दोनों ने हाथ मिलाया।", 2),
    ("two ministers", "एस जयशंकर ने वांग यी से बात की। दोनों मंत्री सहमत हुए।", 2),
    ("somebody beside them", "नरेंद्र मोदी ने पुतिन से बात की। शी जिनपिंग के साथ बैठक में दोनों नेताओं ने हाथ मिलाया।", 0),
    ("two things", "नरेंद्र मोदी ने पुतिन से बात की। दोनों सदनों में बहस हुई।", 0),
    ("two that stand before it", "नरेंद्र मोदी ने पुतिन से बात की। सरकार और विपक्ष दोनों ने बयान दिया।", 0),
]


@pytest.mark.parametrize(("text", "count"), [case[1:] for case in BOTH], ids=[case[0] for case in BOTH])
def test_both_stands_for(text: str, count: int) -> None:
    phrases = analyse(Article("a", "", text)).lines[1].phrases
    assert sum(len(phrase.refs) for phrase in phrases if phrase.form == "pair") == count


PROVINCES = [
    ("two provinces", "असम के मुख्यमंत्री ने त्रिपुरा के मुख्यमंत्री से बात की।", 2),
    ("one, told twice", "असम के मुख्यमंत्री दिल्ली आए। असम के मुख्यमंत्री ने नरेंद्र मोदी से बात की।", 1),
]


@pytest.mark.parametrize(("text", "count"), [case[1:] for case in PROVINCES], ids=[case[0] for case in PROVINCES])
def test_each_province_has_its_own_chief_minister(text: str, count: int) -> None:
    members = analyse(Article("a", "", text)).cast.members
    assert len([member for member in members if ("chief minister", "IND") in member.posts]) == count
