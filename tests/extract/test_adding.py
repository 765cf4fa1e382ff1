"""docs/adding.md, done as it says on a copy of the package: only data changes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE, _, TYPE_PAGE = (ROOT / "docs/adding.md").read_text("utf-8").partition("## A relation type")
BLOCK = re.compile(r"```yaml\n# (\S+?)(?:, first)?\n(.*?)```", re.DOTALL)
BLOCKS, TYPE_BLOCKS = dict(BLOCK.findall(PAGE)), dict(BLOCK.findall(TYPE_PAGE))
RULES, CASES = "graphload/data/extract/rules.yaml", "tests/extract/cases.yaml"
LEARNT = {
    "weights.tsv": "THREATENED\tbias\t-4.0\nTHREATENED\tframe=x:agent y:patient T clean\t6.0\n",
    "thresholds.yaml": "THREATENED: {claim: 0.5}\n",
    "calibration.yaml": "THREATENED:\n  - {above: 0.5, precision: 0.9, claims: 9}\n",
}
"""What training would write, in the small."""
READ = """
import json, sys
from graphload.extract import read
from graphload.model import Article
for text in json.load(sys.stdin):
    reading = read(Article("a-1", "", text))
    names = {entity.id: entity.name for entity in reading.entities}
    print(json.dumps([[c.type, c.rule, names.get(c.target)] for c in reading.claims]))
"""
LOAD = """
import json, sys
import graphload
from graphload.model import Article
with graphload.open("db") as graph:
    graph.load(Article("a-1", "", json.load(sys.stdin)))
    graph.export("graph.jsonl")
"""
Claims = list[list[str]]


def copy(folder: Path, blocks: Iterable[tuple[str, str]]) -> Path:
    """The package with the blocks in it: each at the end of its file, or under the line there that it begins with."""
    shutil.copytree(ROOT / "graphload", folder / "graphload", ignore=shutil.ignore_patterns("__pycache__"))
    for file, block in blocks:
        place = folder / file
        told = place.read_text("utf-8")
        head, _, rest = block.partition("\n")
        under = f"\n{head}\n"
        place.write_text(told.replace(under, under + rest, 1) if under in told else f"{told}\n{block}", "utf-8")
    return folder


def run(folder: Path, program: str, given: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, input=given, capture_output=True, text=True, check=True
    ).stdout


def claims(folder: Path, *texts: str) -> list[Claims]:
    return [json.loads(line) for line in run(folder, READ, json.dumps(texts)).splitlines()]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(tmp_path_factory.mktemp("copy"), [block for block in BLOCKS.items() if block[0] != CASES])


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy(tmp_path_factory.mktemp("type"), TYPE_BLOCKS.items())
    for file, learnt in LEARNT.items():
        with (folder / "graphload/data/extract" / file).open("a", encoding="utf-8") as end:
            end.write(learnt)
    return folder


def test_the_new_rule_reads_its_examples_and_passes_by_its_near_misses(copied: Path) -> None:
    ((relation, added),) = yaml.safe_load(BLOCKS[RULES]).items()
    ((name, rule),) = added.items()
    read = claims(copied, *rule["examples"], *rule["near_misses"])
    count = len(rule["examples"])
    assert all(f"{relation} {name}" in {rule for _, rule, _ in found} for found in read[:count])
    assert all(relation not in {kind for kind, _, _ in found} for found in read[count:])
    assert all(relation not in {kind for kind, _, _ in found} for found in claims(ROOT, *rule["examples"]))


def test_the_new_name_is_credited(copied: Path) -> None:
    (case,) = yaml.safe_load(BLOCKS[CASES])
    ((kind, _, name),) = claims(copied, case["text"])[0]
    assert [[kind, "article", name, "happened", None, None]] == case["claims"]
    assert claims(ROOT, case["text"]) == [[]]


def test_a_lemma_alone_is_refused(copied: Path, tmp_path: Path) -> None:
    shutil.copytree(copied / "graphload", tmp_path / "graphload")
    shutil.copy(ROOT / RULES, tmp_path / RULES)
    with pytest.raises(subprocess.CalledProcessError) as caught:
        claims(tmp_path, "भारत")
    assert "no example exercises the lemma भोज" in caught.value.stderr


def test_the_new_relation_type_reads_its_examples_and_passes_by_its_near_misses(typed: Path) -> None:
    ((relation, rules),) = yaml.safe_load(TYPE_BLOCKS[RULES]).items()
    examples, near = ([t for rule in rules.values() for t in rule[kind]] for kind in ("examples", "near_misses"))
    read = claims(typed, *examples, *near)
    told = [{rule for kind, rule, _ in found if kind == relation} for found in read]
    assert told == [{f"{relation} {name}"} for name in rules] + [set()] * len(near)


def test_the_new_relation_type_comes_through_to_the_graph(typed: Path) -> None:
    run(typed, LOAD, json.dumps("उत्तर कोरिया ने दक्षिण कोरिया को हमले की धमकी दी।"))
    rows = [json.loads(line) for line in (typed / "graph.jsonl").read_text("utf-8").splitlines()]
    edges = {(row["type"], row["source"]["id"], row["target"]["id"]) for row in rows if "source" in row}
    (event,) = [row for row in rows if row.get("label") == "Event"]
    assert event["properties"].items() >= {"kind": "threat", "name": "North Korea threatened South Korea"}.items()
    assert edges >= {("THREATENED", "PRK", "KOR"), *(("TOOK_PART_IN", end, event["id"]) for end in ("PRK", "KOR"))}


@pytest.mark.parametrize(
    ("left_out", "fault"),
    [
        ("graphload/data/relations.yaml", "unknown relation type THREATENED"),
        ("graphload/data/ontology.yaml", "THREATENED: no edge of the ontology"),
        ("graphload/data/extract/triggers.yaml", "THREATENED has no trigger words"),
        (RULES, "no rules of THREATENED"),
        ("graphload/data/extract/weights.tsv", "nothing learnt of THREATENED"),
        ("graphload/data/extract/thresholds.yaml", "nothing learnt of THREATENED"),
        ("graphload/data/extract/calibration.yaml", "nothing learnt of THREATENED"),
    ],
)
def test_a_step_that_is_left_out_is_said_in_one_line(typed: Path, tmp_path: Path, left_out: str, fault: str) -> None:
    shutil.copytree(typed / "graphload", tmp_path / "graphload")
    shutil.copy(ROOT / left_out, tmp_path / left_out)
    with pytest.raises(subprocess.CalledProcessError) as caught:
        claims(tmp_path, "उत्तर कोरिया ने दक्षिण कोरिया को हमले की धमकी दी।")
    assert fault in caught.value.stderr.splitlines()[-1]
