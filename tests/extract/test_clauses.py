"""Where one verb's words end and the next one's begin."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

CASES = [
    ("मोदी ने कहा कि पुतिन दिल्ली आएंगे।", ["मोदी ने कहा", "कि पुतिन दिल्ली आएंगे"]),
    ("लावरोव ने चोई से बातचीत की और वे सोमवार को लौटेंगे।", ["लावरोव ने चोई से बातचीत की", "और वे सोमवार को लौटेंगे"]),
    ("मोदी ने आबे, मैक्रों और मर्केल से मुलाकात की।", ["मोदी ने आबे मैक्रों और मर्केल से मुलाकात की"]),
    ("ट्रंप के साथ हुई बैठक में, मोदी ने व्यापार पर बात की।", ["ट्रंप के साथ हुई बैठक में मोदी ने व्यापार पर बात की"]),
    ("शी से मुलाकात कर, किम ने विदा ली।", ["शी से मुलाकात कर", "किम ने विदा ली"]),
    ("मोदी ने ऊर्जा जैसे मुद्दों पर उनके साथ वार्ता की।", ["मोदी ने ऊर्जा जैसे मुद्दों पर उनके साथ वार्ता की"]),
    ("मोदी दिल्ली लौट आए, साथ ही शांति बनी रही।", ["मोदी दिल्ली लौट आए", "साथ ही शांति बनी रही"]),
    ("मर्केल, जिन्होंने ट्रंप के साथ वार्ता की, बर्लिन लौट आईं।", ["मर्केल", "जिन्होंने ट्रंप के साथ वार्ता की", "बर्लिन लौट आईं"]),
]


@pytest.mark.parametrize(("text", "clauses"), CASES, ids=range(len(CASES)))
def test_a_line_is_cut_into_clauses(text: str, clauses: list[str]) -> None:
    (line,) = analyse(Article("a", "", text)).lines
    assert [" ".join(line.forms[c.first : c.last]) for c in line.clauses] == clauses


JOURNEYS = [
    ("निर्मला सीतारमण बैठक में भाग लेने वाशिंगटन गई हैं।", {"गई"}),
    ("निर्मला सीतारमण वाशिंगटन में बैठक में भाग लेने गई हैं।", {"गई"}),
    ("निर्मला सीतारमण वाशिंगटन में बयान देने जा रही हैं।", set()),
    ("वाशिंगटन में निर्मला सीतारमण से मिला गया।", set()),
]


@pytest.mark.parametrize(("text", "words"), JOURNEYS, ids=range(len(JOURNEYS)))
def test_a_verb_of_motion_may_only_shade_another(text: str, words: set[str]) -> None:
    (line,) = analyse(Article("a", "", text)).lines
    assert {line.forms[t.atom.first] for t in line.triggers if t.lemma == "जाना"} == words
