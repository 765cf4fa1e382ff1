"""Which phrases of a sentence are tried as the ends of a relation."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

CASES = [
    ("the pronoun, in the clause of the verb", "रामविलास पासवान ने कहा कि उन्होंने सोनिया गांधी से मुलाकात की।", {"उन्होंने"}),
    ("the name, where no pronoun stands nearer", "रामविलास पासवान ने मंगलवार को सोनिया गांधी से मुलाकात की।", {"पासवान"}),
    ("the name in the clause, and not the one before", "मोदी टोक्यो में हैं, जहां मोदी सोनिया गांधी से मिलेंगे।", {"मोदी"}),
]


@pytest.mark.parametrize(("text", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_person_is_tried_once(text: str, words: set[str]) -> None:
    tried = [c for c in analyse(Article("a", "", text)).candidates if c.relation == "MET_WITH"]
    assert {c.line.forms[c.source.phrase.last - 1] for c in tried if c.source} == words
    assert len(tried) == 1
