"""docs/adding.md, done as it says on a copy of the package: only data changes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```yaml\n# (\S+?)(, first)?\n(.*?)```", re.DOTALL)
BLOCKS = {file: yaml.safe_load(text) for file, _, text in BLOCK.findall((ROOT / "docs/adding.md").read_text("utf-8"))}
FIRST = {file for file, first, _ in BLOCK.findall((ROOT / "docs/adding.md").read_text("utf-8")) if first}
RULES, CASES = "graphload/data/extract/rules.yaml", "tests/extract/cases.yaml"
READ = """
import json, sys
from graphload.extract import read
from graphload.model import Article
for text in json.load(sys.stdin):
    reading = read(Article("a-1", "", text))
    names = {entity.id: entity.name for entity in reading.entities}
    print(json.dumps([[c.type, c.rule, names.get(c.target)] for c in reading.claims]))
"""
Claims = list[list[str]]


def add(told: Any, new: Any, first: bool) -> Any:
    """`told` with what is `new`, level by level."""
    if not isinstance(told, dict):
        return new
    joined = {key: add(told[key], new[key], first) if key in told else new[key] for key in new}
    return joined | {key: told[key] for key in told if key not in new} if first else told | joined


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "graphload", folder / "graphload", ignore=shutil.ignore_patterns("__pycache__"))
    for file in BLOCKS.keys() - {CASES}:
        place = folder / file
        told = add(yaml.safe_load(place.read_text("utf-8")), BLOCKS[file], file in FIRST)
        place.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def claims(folder: Path, *texts: str) -> list[Claims]:
    done = subprocess.run(
        [sys.executable, "-c", READ], cwd=folder, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_new_rule_reads_its_examples_and_passes_by_its_near_misses(copied: Path) -> None:
    ((relation, added),) = BLOCKS[RULES].items()
    ((name, rule),) = added.items()
    read = claims(copied, *rule["examples"], *rule["near_misses"])
    count = len(rule["examples"])
    assert all(f"{relation} {name}" in {rule for _, rule, _ in found} for found in read[:count])
    assert all(relation not in {kind for kind, _, _ in found} for found in read[count:])
    assert all(relation not in {kind for kind, _, _ in found} for found in claims(ROOT, *rule["examples"]))


def test_the_new_name_is_credited(copied: Path) -> None:
    (case,) = BLOCKS[CASES]
    ((kind, _, name),) = claims(copied, case["text"])[0]
    assert [[kind, "article", name, "happened", None, None]] == case["claims"]
    assert claims(ROOT, case["text"]) == [[]]


def test_a_lemma_alone_is_refused(copied: Path, tmp_path: Path) -> None:
    shutil.copytree(copied / "graphload", tmp_path / "graphload")
    shutil.copy(ROOT / RULES, tmp_path / RULES)
    with pytest.raises(subprocess.CalledProcessError) as caught:
        claims(tmp_path, "भारत")
    assert "no example exercises the lemma भोज" in caught.value.stderr
