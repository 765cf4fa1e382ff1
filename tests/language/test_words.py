"""Words and sentences: vowel signs stay, initials and addresses end nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.language.words import sentences

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
    (sentence,) = sentences("चोई सोन-हुई")
    assert (sentence.words, sentence.glued) == (["चोई", "सोन", "हुई"], (2,))


@given(st.text(alphabet="कखि।. -\nएस.!क्ष़1aA\u200d'\"", max_size=60))
def test_words_and_marks_are_stretches_of_the_text_in_order(text: str) -> None:
    place = 0
    for sentence in sentences(text):
        assert place <= sentence.start < sentence.end
        place = sentence.start
        for word, start, end, gap in zip(
            sentence.words, sentence.starts, sentence.ends, sentence.gaps[:-1], strict=True
        ):
            assert text[start:end] == word
            assert set(gap) <= set(text[place:start])
            place = end
        assert place <= sentence.end
        place = sentence.end


@given(st.text(alphabet="कि़।. -\nएस.!1aA\u200d'\"", max_size=40))
def test_a_rare_sign_changes_nothing_before_it(text: str) -> None:
    assert [s.forms for s in sentences(f"{text}\nΩ") if "Ω" not in s.words] == [s.forms for s in sentences(text)]
