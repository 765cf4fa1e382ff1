"""Names that no list holds: what licenses them, and where they end."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

CASES = [
    ("behind a calling", "पत्रकार तुषिर वलंगे को पुरस्कार मिला।", {"तुषिर वलंगे"}),
    ("the calling is no part of it", "गोलकीपर तुषिर वलंगे ने गोल बचाया।", {"तुषिर वलंगे"}),
    ("one word behind a calling", "पत्रकार वलंगे को पुरस्कार मिला।", set()),
    ("one word behind whose kin", "उनके छोटे बेटे तुषिर की शादी है।", {"तुषिर"}),
    ("one word behind kin of nobody", "भाई तुषिर की शादी है।", set()),
    ("two words behind kin of nobody", "मां तुषिर वलंगे की जय हो।", set()),
    ("several, behind a calling", "जवान दुर्गम परिसिथियों में डटे हैं।", set()),
    ("a noun goes on", "छात्र तुषिर वलंगे मीटिंग में गए।", set()),
    ("in a list", "नरेंद्र मोदी, तुषिर वलंगे और कदुरी गुरशेल की चर्चा हुई।", {"नरेंद्र मोदी", "तुषिर वलंगे", "कदुरी गुरशेल"}),
    ("a place in a list", "नरेंद्र मोदी और तुषिर वलंगे के राष्ट्रपति की चर्चा हुई।", {"नरेंद्र मोदी"}),
    ("an alias", "तुषिर उर्फ गुरशेल की चर्चा हुई।", {"तुषिर उर्फ गुरशेल"}),
    ("nothing tells", "कल तुषिर वलंगे की चर्चा हुई।", set()),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_that_no_list_holds(text: str, names: set[str]) -> None:
    named = [(line, phrase.name) for line in analyse(Article("a", "", text)).lines for phrase in line.phrases]
    assert {line.surface(*name, f"\n{text}") for line, name in named if name} == names
