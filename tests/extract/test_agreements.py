"""Which mentions of an article are one agreement."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

CASES = [
    ("जापान और पेरू ने समझौता किया। समझौता पांच साल का है।", 1),
    ("जापान और पेरू के बीच रक्षा समझौता हुआ। दोनों ने रक्षा करार पर हस्ताक्षर किए।", 1),
    ("जापान और पेरू ने रक्षा समझौता किया। दोनों ने व्यापार समझौता भी किया।", 2),
    ("जापान और पेरू के बीच तीन समझौते हुए। पिछले साल दोनों के बीच सात समझौते हुए थे।", 2),
    ("अदालत ने उसे आतंकी करार दिया।", 0),
]


@pytest.mark.parametrize(("text", "count"), CASES)
def test_agreements_are_told_apart(text: str, count: int) -> None:
    candidates = analyse(Article("a", "", text)).candidates
    assert len({c.target.phrase.key for c in candidates if c.relation == "SIGNED"}) == count
