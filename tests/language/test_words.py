"""Words and sentences: vowel signs stay, initials and addresses end nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.language.words import sentences, tokenise

CASES = [
    (
        "विदेश मंत्री एस. जयशंकर ने कहा. डॉ. मनमोहन सिंह गए।वह आए",
        ["विदेश मंत्री एस. जयशंकर ने कहा.", "डॉ. मनमोहन सिंह गए।", "वह आए"],
    ),
    ("3.5 लाख लोग आए.इसके बाद वे गए.", ["3.5 लाख लोग आए.", "इसके बाद वे गए."]),
    ("ए.पी.जे. अब्दुल कलाम से मिले. उन्होंने बात की.", ["ए.पी.जे. अब्दुल कलाम से मिले.", "उन्होंने बात की."]),
    ("वह भारत आई. फिर गई.", ["वह भारत आई.", "फिर गई."]),
    ("शीर्षक\nपहला वाक्य", ["शीर्षक", "पहला वाक्य"]),
    ("उन्होंने कहा, 'हम आएंगे।' फिर वे गए।", ["उन्होंने कहा, 'हम आएंगे।'", "फिर वे गए।"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text)] == expected


def test_a_hyphen_joins_two_words() -> None:
    words = [(token.text, token.glued) for token in tokenise("चोई सोन-हुई")]
    assert words == [("चोई", False), ("सोन", False), ("हुई", True)]


@given(st.text(alphabet="कखि।. -\nएस.!क्ष़1aA\u200d'\"", max_size=60))
def test_tokens_are_stretches_of_the_text_in_order(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
