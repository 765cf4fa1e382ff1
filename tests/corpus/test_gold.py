"""The corpus and its gold agree: well-formed, letter for letter, and every phenomenon shown more than once."""

import json
import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
BLOCKS = {"h1", "h2", "h3", "p", "li", "figcaption", "span"}
ENDS = {
    "MET_WITH": ({"Person"}, {"Person"}),
    "SIGNED": ({"Person", "Country", "Organization"}, {"Agreement"}),
    "ACCUSED": ({"Person", "Country", "Organization"}, {"Person", "Country", "Organization"}),
    "VISITED": ({"Person"}, {"Country"}),
    "REPORTED_BY": ({"article"}, {"Source"}),
}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def page_text(path: Path) -> str:
    article = lxml.html.fromstring(path.read_text(encoding="utf-8")).find(".//article")
    assert article is not None, path
    return "\n".join(node.text_content() for node in article.iter() if node.tag in BLOCKS)


def articles() -> dict[str, str]:
    """Article id to its text, over feeds, texts and pages."""
    feeds = [row for path in CORPUS.glob("*.jsonl") if path.name != "gold.jsonl" for row in rows(path)]
    texts = {f"text/{path.stem}": path.read_text(encoding="utf-8") for path in CORPUS.glob("text/*.txt")}
    pages = {f"html/{path.stem}": page_text(path) for path in CORPUS.glob("html/*.html")}
    return {row["id"]: f"{row['title'] or ''}\n{row['text']}" for row in feeds} | texts | pages


ARTICLES = articles()
GOLD = {row["id"]: row for row in rows(CORPUS / "gold.jsonl")}
each = pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD.keys())


def ends(relation: dict[str, Any]) -> tuple[str, str]:
    pair = (relation["source"], relation["target"])
    return (min(pair), max(pair)) if relation["type"] == "MET_WITH" else pair


def listed_phenomena() -> dict[str, set[str]]:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| ([a-z-]+) \| [^|]+ \| ([^|]+) \|$", readme, re.MULTILINE)
    return {slug: set(ids.split(", ")) for slug, ids in cells if slug != "phenomenon"}


def test_every_article_has_gold_and_every_gold_an_article() -> None:
    assert GOLD.keys() == ARTICLES.keys()
    assert len(rows(CORPUS / "gold.jsonl")) == len(GOLD)


def test_the_corpus_is_large_enough_and_in_three_forms() -> None:
    assert len(GOLD) >= 60
    assert len(list(CORPUS.glob("html/*.html"))) >= 8
    assert len(list(CORPUS.glob("text/*.txt"))) >= 8


@each
def test_file_and_id_agree(gold: dict[str, Any]) -> None:
    if "/" in gold["id"]:
        assert gold["file"].rsplit(".", 1)[0] == gold["id"]
        assert (CORPUS / gold["file"]).is_file()
    else:
        assert "file" not in gold


@each
def test_entities_are_well_formed_and_named_letter_for_letter(gold: dict[str, Any]) -> None:
    ids = [entity["id"] for entity in gold["entities"]]
    assert len(ids) == len(set(ids))
    for entity in gold["entities"]:
        assert entity["kind"] in {"Person", "Country", "Organization", "Agreement", "Source"}
        assert entity["names"]
        assert [name for name in entity["names"] if name not in ARTICLES[gold["id"]]] == []
        if entity["kind"] == "Country":
            assert re.fullmatch("[A-Z]{3}", entity["iso3"])
        if entity["kind"] == "Source":
            assert entity["source_kind"] in {"agency", "outlet", "official"}


@each
def test_relations_fit_the_ontology_and_quote_letter_for_letter(gold: dict[str, Any]) -> None:
    kinds = {entity["id"]: entity["kind"] for entity in gold["entities"]} | {"article": "article"}
    for relation in gold["relations"]:
        sources, targets = ENDS[relation["type"]]
        assert kinds[relation["source"]] in sources
        assert kinds[relation["target"]] in targets
        assert relation["source"] != relation["target"]
        assert relation["status"] in {"happened", "planned", "denied"}
        assert relation["date"] is None or DATE.fullmatch(relation["date"])
        assert relation["date_text"] is None or relation["date_text"] in ARTICLES[gold["id"]]
        assert 0 < len(relation["evidence"]) <= 400
        assert relation["evidence"] in ARTICLES[gold["id"]]


@each
def test_no_relation_twice_and_no_entity_idle(gold: dict[str, Any]) -> None:
    keys = [(r["type"], *ends(r), r["date"], r["status"], r.get("of")) for r in gold["relations"]]
    assert len(keys) == len(set(keys))
    used = {end for relation in gold["relations"] for end in (relation["source"], relation["target"])}
    assert {entity["id"] for entity in gold["entities"]} <= used


def test_every_phenomenon_of_the_readme_is_shown_twice_and_listed_right() -> None:
    listed = listed_phenomena()
    slugs = {slug for row in GOLD.values() for slug in row["phenomena"]}
    tagged = {slug: {id_ for id_, row in GOLD.items() if slug in row["phenomena"]} for slug in slugs}
    assert listed == tagged
    assert {slug for slug, ids in listed.items() if len(ids) < 2} == set()
