"""Coordination: who shares a marker with whom, in lists whose names descriptions part."""

from __future__ import annotations

import pytest

from graphload.extract.analysis import analyse
from graphload.model import Article

CASES = [
    ("नरेंद्र मोदी और शी जिनपिंग ने बात की।", ["नरेंद्र मोदी ने", "शी जिनपिंग ने"]),
    (
        "अमित शाह, पार्टी के नए महासचिव सुनील देवधर और प्रचार की अगुआई कर रहे पीयूष गोयल ने राम माधव से भेंट की।",
        ["अमित शाह ने", "सुनील देवधर ने", "पीयूष गोयल ने", "राम माधव से"],
    ),
    ("नरेंद्र मोदी और समिति के संयोजक पीयूष गोयल की बातचीत हुई।", ["नरेंद्र मोदी का", "पीयूष गोयल का"]),
    ("नरेंद्र मोदी आए और समिति के संयोजक राम माधव ने बात की।", ["नरेंद्र मोदी", "राम माधव ने"]),
    ("नरेंद्र मोदी और दिल्ली में राम माधव ने बात की।", ["नरेंद्र मोदी", "राम माधव ने"]),
]


@pytest.mark.parametrize(("text", "people"), CASES, ids=range(len(CASES)))
def test_people_of_one_list_share_its_marker(text: str, people: list[str]) -> None:
    (line,) = analyse(Article("a", "", text)).lines
    named = [p for p in line.phrases if p.kind == "person" and p.name]
    told = [f"{' '.join(line.words[p.name[0] : p.name[1]])} {p.case}".strip() for p in named if p.name]
    assert told == people
