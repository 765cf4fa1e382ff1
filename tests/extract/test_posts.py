"""Who holds an office that several countries share in one breath."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

CASES = [
    ("one office of two countries", "पेरू और चिली के विदेश मंत्री से बात हुई।", ["PER", "CHL"]),
    ("of three", "पेरू, घाना और चिली के राष्ट्रपति पहुंचे।", ["PER", "GHA", "CHL"]),
    ("under the name of their group", "पेरू और घाना यानी ब्रिक्स के विदेश मंत्रियों ने बात की।", ["PER", "GHA"]),
    ("a name behind it is one person", "पेरू और चिली के विदेश मंत्री तुषिर वलंगे पहुंचे।", ["CHL"]),
    ("an office that many hold", "पेरू और चिली के सांसद पहुंचे।", []),
    ("no office: an adjective", "पेरू और चिली के प्रमुख शहरों में वर्षा हुई।", []),
    ("counterparts are not who meets them", "रक्षा मंत्री ने पेरू और चिली के अपने समकक्षों से भेंट की।", ["PER", "CHL"]),
]


@pytest.mark.parametrize(("text", "countries"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_office_of_several_countries(text: str, countries: list[str | None]) -> None:
    analysis = analyse(Article("a", "", text))
    refs = [ref for line in analysis.lines for phrase in line.phrases if phrase.kind == "person" for ref in phrase.refs]
    assert [analysis.cast.members[ref].country() for ref in refs] == countries
