"""Institutions that no list holds, and the agencies of datelines."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

CASES = [
    ("ordinary words", "राज्य बाढ़ राहत प्राधिकरण ने चेतावनी दी।", {"राज्य बाढ़ राहत प्राधिकरण"}),
    ("with its country", "पेरू के केंद्रीय बाढ़ आयोग के मुताबिक पानी बढ़ा है।", {"पेरू के केंद्रीय बाढ़ आयोग"}),
    ("of a whole country", "ऑल इंडिया तुषिरा बोर्ड ने चेतावनी दी।", {"ऑल इंडिया तुषिरा बोर्ड"}),
    ("a joint of two words", "तुषिरा चैंबर ऑफ कॉमर्स के अनुसार मांग घटी।", {"तुषिरा चैंबर ऑफ कॉमर्स"}),
    ("an acronym behind it", "तुषिरा काउंसिल (टीसी) ने सोमवार को बताया।", {"तुषिरा काउंसिल"}),
    ("of a province", "असम सरकार ने चेतावनी दी।", {"असम सरकार"}),
    ("a party, taken up by its kind", "कांग्रेस ने सभा की। पार्टी का कहना है कि चुनाव होंगे।", {"कांग्रेस", "पार्टी"}),
    ("another party", "कांग्रेस ने सभा की। नई पार्टी का कहना है कि चुनाव होंगे।", {"कांग्रेस"}),
    ("no party before", "पार्टी का कहना है कि चुनाव होंगे।", set()),
    ("any one of its kind", "जांच एजेंसी ने बताया।", set()),
    ("what opens the sentence is no part of it", "हालांकि तुषिरा काउंसिल ने बताया।", {"तुषिरा काउंसिल"}),
    ("it does nothing", "राज्य बाढ़ राहत प्राधिकरण में बैठक हुई।", set()),
    ("a dateline in brackets", "लीमा (भाषा): पेरू के राष्ट्रपति ने चेतावनी दी।", {"भाषा"}),
    ("a dateline without", "नई दिल्ली, भाषा।", {"भाषा"}),
    ("the language", "वह नई भाषा बोलता है।", set()),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_institutions(text: str, names: set[str]) -> None:
    lines = analyse(Article("a", "", text)).lines
    bodies = [(line, p) for line in lines for p in line.phrases if p.kind in ("organization", "source")]
    assert {line.surface(p.first, p.last, f"\n{text}") for line, p in bodies} == names
