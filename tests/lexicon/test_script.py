import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.lexicon.script import fold, fold_name, fold_with_offsets

NEWS = st.text(st.sampled_from("कखगचजटडतदनपफबमयरलवशसहङञणािीुूेैोौंँः़्ॉ०५९\u200c\u200d -–’abzÉéİß…।\nज़ड़फ़\u0301"))
ANY = st.text() | NEWS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ट्रम्प", "ट्रंप"),
        ("हिन्दुस्तान", "हिंदुस्तान"),
        ("अन्तर", "अंतर"),
        ("कान्फ्रेंस", "कांफ्रेंस"),
        ("पाण्डे", "पांडे"),
        ("फ़्रांस", "फ्रांस"),
        ("\u095e", "फ\u093c"),
        ("चाँद", "चांद"),
        ("किम जोंग-उन", "किम जोंग उन"),
        ("क्‍या", "क्या"),
        ("२०२४", "2024"),
        ("ERDOĞAN", "erdogan"),
        ("Ｒｅｕｔｅｒｓ", "reuters"),
    ],
)
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("किर्बी", "केरी"), ("न्यू", "म्यू"), ("जन्म", "जंम"), ("सम्मेलन", "संमेलन"), ("इमरान", "इरफान"), ("उन्हें", "उंहें")],
)
def test_words_that_differ_keep_their_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(ANY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(NEWS)
def test_the_form_of_normalisation_does_not_matter(text: str) -> None:
    assert {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")} == {fold(text)}


@given(ANY)
def test_offsets_lead_back_to_the_source(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert all(left <= right for left, right in pairwise(offsets))


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_keeps_its_offsets(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert list(offsets) == list(range(len(text) + 1))
    assert folded == text.casefold().replace("-", " ")


def test_a_folded_span_quotes_the_source() -> None:
    text = "कहा… ट्रम्प ने फ़्रांस-जर्मनी"
    folded, offsets = fold_with_offsets(text)
    for word in ("ट्रम्प", "फ़्रांस", "जर्मनी"):
        start = folded.index(fold(word))
        assert text[offsets[start] : offsets[start + len(fold(word))]] == word


def test_a_name_is_one_however_its_words_are_spaced() -> None:
    assert fold_name("किम  जोंग\u00a0उन") == fold_name("किम जोंग उन") == fold("किम जोंग उन")
