"""A node has the name that reading gives, whatever the order: the lexicon's or the registry's, not one spelt out."""

from __future__ import annotations

import pytest

from graphload.extract.reading import read
from graphload.model import Article
from tests.graphs import graph_of

SENTENCES = {
    "रूस के रक्षा मंत्रालय के मुताबिक पुतिन ने किम जोंग उन से मुलाकात की।": {
        "Ministry of Defence of Russia", "Vladimir Putin", "Kim Jong Un",
    },
    "भारत के विदेश मंत्रालय के मुताबिक मोदी ने बाइडेन से मुलाकात की।": {
        "Ministry of External Affairs of India", "Narendra Modi", "Joe Biden",
    },
    "उत्तर कोरिया की सरकारी समाचार एजेंसी के मुताबिक लावरोव ने वांग यी से मुलाकात की।": {
        "State media of North Korea", "Sergey Lavrov", "Wang Yi",
    },
    "संयुक्त राष्ट्र के मुताबिक पेरू के व्यापार मंत्री ने लावरोव से मुलाकात की।": {
        "United Nations", "Trade Minister of Peru", "Sergey Lavrov",
    },
    "रॉयटर्स के अनुसार ईरान ने इजराइल पर हमले का आरोप लगाया।": {"Reuters", "Iran", "Israel"},
}  # fmt: skip
ARTICLES = [Article(f"a{number}", "", text, published="2024-05-16") for number, text in enumerate(SENTENCES)]
LABELS = {"Person", "Country", "Organization", "Source"}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_the_name_that_reading_gives_is_that_of_the_node(article: Article) -> None:
    reading = read(article)
    told = {entity.name for entity in reading.entities if entity.label in LABELS}
    assert told == SENTENCES[article.text]
    assert {node.properties["name"] for node in graph_of([reading]).all_nodes if node.label in LABELS} == told


def test_names_do_not_depend_on_the_order() -> None:
    readings = [read(article) for article in ARTICLES]
    assert graph_of(readings).rows == graph_of(readings[::-1], one_by_one=True).rows
