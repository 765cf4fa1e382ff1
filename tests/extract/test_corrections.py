"""An article that says at its head that it corrects marks what it corrects, and that alone."""

from __future__ import annotations

import pytest

from graphload.extract import read
from graphload.extract.corrections import corrects
from graphload.model import Article

HEADS = [
    ("संशोधन: जयशंकर 13 मई को लावरोव से मिले", True),
    ("भूल-सुधार – जयशंकर 13 मई को लावरोव से मिले", True),
    ("(स्पष्टीकरण) जयशंकर लावरोव से नहीं मिले", True),
    ("Correction: जयशंकर 13 मई को लावरोव से मिले", True),
    ("शुद्धिपत्र", True),
    ("संशोधन विधेयक: संसद में बहस", False),
    ("संशोधन-विधेयक पर बहस", False),
    ("जयशंकर ने दिया स्पष्टीकरण: लावरोव से नहीं मिले", False),
    ("सुधार: कृषि मंत्री ने योजना बताई", False),
]


@pytest.mark.parametrize(("head", "marked"), HEADS, ids=[head for head, _ in HEADS])
def test_a_marker_at_the_head_is_a_correction(head: str, marked: bool) -> None:
    assert corrects(Article("a", head, "जयशंकर ने बात की।")) is marked
    assert corrects(Article("a", "", f"\n{head}\nजयशंकर ने बात की।")) is marked


MET = "एस जयशंकर ने {} को मॉस्को में सर्गेई लावरोव से मुलाकात की।"
TEXT = " ".join(["{}", "दिल्ली में बारिश हुई।", "तारीख गलत छपी थी।", "मौसम ठंडा था।", "{}"])


def test_what_is_told_behind_the_head_is_no_correction() -> None:
    article = Article("a", "संशोधन: तारीख", TEXT.format(MET.format("13 मई 2024"), MET.format("20 अप्रैल 2024")))
    assert {(claim.date, claim.correction) for claim in read(article).claims} == {
        ("2024-05-13", True),
        ("2024-04-20", False),
    }


def test_without_a_marker_nothing_corrects() -> None:
    assert not any(claim.correction for claim in read(Article("a", "मुलाकात", MET.format("13 मई 2024"))).claims)
