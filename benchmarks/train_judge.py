"""Trains the judge from annotated articles, and writes its data files.

    python -m benchmarks.train_judge ARTICLES.jsonl=GOLD.jsonl [...] [--judged ARTICLES.jsonl=JUDGED.jsonl]
        [--folds 5] [--only TYPE] [--write | --write-rules]

Each pair names articles (id, title, published, text) and their annotation. Prints what cross-validation by
article measures: precision, recall and F1 of every relation at its threshold, and how often each rule was right.
With --write the weights learnt from all pairs, the thresholds, the calibration and the record of every rule go to
graphload/data/extract/; with --write-rules only the record, which is enough where only names of rules have changed.
The page of the rules, docs/rules.md, follows.
With --only one relation type is measured and written, and what is known of the others stays: so a new type is learnt.

Judged readings are learnt from as well, and never measured on: single sentences of which somebody said whether they
tell a relation ({article, relation, start, source: [names], target: [names], verdict: y or n}, `start` in code points
of the article's title and text).
The same input gives the same files. Needs scikit-learn, at training time only.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from docs.generate import with_tables
from graphload.data import ROOT, load_yaml
from graphload.extract.analysis import Analysis, analyse
from graphload.extract.candidates import Candidate
from graphload.extract.claims import rule_of
from graphload.extract.entities import Drafts
from graphload.extract.features import BIAS
from graphload.extract.rulebook import COLUMNS, rules
from graphload.extract.rules import Record
from graphload.extract.status import PLANNED, status_features
from graphload.model import ARTICLE, Article
from graphload.relations import relations
from graphload.scoring.alignment import align, plain
from graphload.scoring.gold import GoldArticle, read_gold

RELATIONS = tuple(relations())
MODELS = (*RELATIONS, PLANNED)
STRENGTH = 0.3
RAREST = 3
ROUNDS = 3
JUDGED = 0.2
"""What a judged reading weighs beside an annotated one: only doubtful ones are put to anybody."""
LIGHTEST = 0.02
BETA = 0.75
PLATEAU = 0.002
BANDS = 5
REPEATS = 4
RULES_PAGE = Path(__file__).parents[1] / "docs/rules.md"
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with its label: true, false, or `None` where the annotation leaves it open."""

    features: tuple[str, ...]
    label: bool | None
    ends: tuple[object, ...]
    gold: tuple[object, ...] | None
    rule: str = ""
    line: int = -1


class Prediction(NamedTuple):
    """What weights that have not seen the article say of two ends of it, by which rule, and whether it is annotated."""

    probability: float
    right: bool
    rule: str


class Measured(NamedTuple):
    """What cross-validation gives: thresholds and bands by model, and the record of every rule by name."""

    thresholds: dict[str, float]
    bands: dict[str, list[dict[str, float]]]
    records: dict[str, Record]


@dataclass(frozen=True, slots=True)
class Sample:
    """One annotated article: the examples of every model, how many relations of each type it has, what it weighs."""

    examples: dict[str, list[Example]]
    gold: Counter[str]
    weight: float = 1.0


def main() -> None:
    """Reads the pairs, cross-validates, and writes the files if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", metavar="ARTICLES=GOLD")
    parser.add_argument("--judged", action="append", default=[], metavar="ARTICLES=JUDGED")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--only", choices=RELATIONS, metavar="TYPE")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--write-rules", action="store_true")
    arguments = parser.parse_args()
    samples = [sample(article, gold) for pair in arguments.pairs for article, gold in load(*pair.split("=", 1))]
    judged = [sample for pair in arguments.judged for sample in judged_samples(*pair.split("=", 1))]
    models = (arguments.only,) if arguments.only else MODELS
    measured = cross_validate(samples, judged, arguments.folds, models)
    if arguments.write:
        write({model: fit([*samples, *judged], model) for model in models}, measured)
    if arguments.write or arguments.write_rules:
        write_rules(measured.records)


def load(articles: str, gold: str) -> Iterable[tuple[Article, GoldArticle]]:
    """The annotated articles of one pair of files."""
    rows = (json.loads(line) for line in Path(articles).read_text("utf-8").splitlines() if line.strip())
    texts = {row["id"]: row for row in rows}
    for annotated in read_gold(Path(gold)):
        yield _article(texts[annotated.id], annotated.published), annotated


def _article(row: Mapping[str, str], published: str | None = None) -> Article:
    published = row.get("published") or published
    return Article(row["id"], row.get("title") or "", row["text"], outlet=row.get("outlet"), published=published)


def judged_samples(articles: str, judged: str) -> Iterator[Sample]:
    """The examples of single readings that were judged; they tell nothing of how many relations an article has."""
    verdicts: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for line in Path(judged).read_text("utf-8").splitlines():
        row = json.loads(line)
        verdicts[row["article"]].append(row)
    for line in Path(articles).read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in verdicts:
            yield _judged_sample(_article(row), verdicts[row["id"]])


def _judged_sample(article: Article, verdicts: Sequence[Mapping[str, Any]]) -> Sample:
    _, drafts, candidates = _read(article)
    names = {entity.id: {entity.name, *entity.names} for entity in drafts.entities()} | {ARTICLE: {ARTICLE}}
    labels = {"y": True, "n": False}
    examples: dict[str, list[Example]] = defaultdict(list)
    for candidate, source, target in candidates:
        for verdict in verdicts:
            told = candidate.relation == verdict["relation"] and candidate.line.start == verdict["start"]
            meant = names[source] & set(verdict["source"]) and names[target] & set(verdict["target"])
            if told and meant and verdict["verdict"] in labels:
                label = labels[verdict["verdict"]]
                example = Example(candidate.features, label, (source, target), None, line=candidate.line.number)
                examples[candidate.relation].append(example)
    return Sample(examples, Counter(), JUDGED)


def sample(article: Article, gold: GoldArticle) -> Sample:
    """Labels every candidate of an article by its annotation."""
    analysis, drafts, candidates = _read(article)
    mapping = align(gold.entities, drafts.entities())
    told: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, relation in enumerate(gold.relations):
        told[_key(relation.type, relation.source, relation.target)].append(number)
    examples: dict[str, list[Example]] = defaultdict(list)
    for candidate, source, target in candidates:
        key = _key(candidate.relation, *(e if e == ARTICLE else mapping.get(e, ("?", e)) for e in (source, target)))
        numbers = told.get(key, [])
        shown = [n for n in numbers if _shows(analysis, candidate, gold.relations[n].evidence)]
        label = bool(shown) if shown or not numbers else None
        example = Example(
            candidate.features,
            label,
            (source, target),
            key if numbers else None,
            rule_of(candidate),
            candidate.line.number,
        )
        examples[candidate.relation].append(example)
        if shown and candidate.source is not None:
            features = tuple(status_features(candidate.line, candidate.trigger, candidate.lemma).texts)
            status = gold.relations[shown[0]].status
            examples[PLANNED].append(Example(features, status == "planned", (), None))
    return Sample(examples, Counter(relation.type for relation in gold.relations))


def _read(article: Article) -> tuple[Analysis, Drafts, list[tuple[Candidate, str, str]]]:
    """An analysed article, its entities, and every candidate with the ids of its ends."""
    analysis = analyse(article)
    drafts = Drafts(analysis)
    return analysis, drafts, [(candidate, *_ends(drafts, candidate)) for candidate in analysis.candidates]


def _ends(drafts: Drafts, candidate: Candidate) -> tuple[str, str]:
    source = ARTICLE if candidate.source is None else drafts.of(candidate.source, candidate.line)
    return source, drafts.of(candidate.target, candidate.line, as_source=candidate.source is None)


def _key(relation: str, source: object, target: object) -> tuple[object, ...]:
    return (relation, *relations()[relation].ends(str(source), str(target)))


def _shows(analysis: Analysis, candidate: Candidate, evidence: str) -> bool:
    """Whether the candidate's sentence is (part of) the evidence, or holds it."""
    ours = set(plain(analysis.document[candidate.line.start : candidate.line.end]).split())
    theirs = set(plain(evidence).split())
    return len(ours & theirs) >= 0.6 * min(len(ours), len(theirs))


def fit(samples: Sequence[Sample], model: str) -> Weights:
    """The weights of one model, learnt from the labelled examples of `samples`.

    Of several candidates for the same ends in one sentence that tells their relation, which one tells it is not
    annotated: after each round only those that the weights take for right are learnt from again, and the likeliest.
    """
    labelled = [
        ((number, e.line, *e.ends), e, s.weight)
        for number, s in enumerate(samples)
        for e in s.examples.get(model, ())
        if e.label is not None
    ]
    if len({example.label for _, example, _ in labelled}) < 2:
        return {BIAS: -5.0}
    counts = Counter(f for s in samples for e in s.examples.get(model, ()) for f in e.features)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{f: 1 for f in e.features if counts[f] >= RAREST} for _, e, _ in labelled])
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    labels, weights = np.array([e.label for _, e, _ in labelled]), np.array([weight for *_, weight in labelled])
    keep = np.ones(len(labelled), dtype=bool)
    for _ in range(ROUNDS):
        learner = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
        learner.fit(matrix[keep], labels[keep], weights[keep])
        if model in RELATIONS:
            keep = _telling([key for key, *_ in labelled], labels, learner.predict_proba(matrix)[:, 1])
    learnt = dict(zip(vectorizer.get_feature_names_out(), map(float, learner.coef_[0]), strict=True))
    return {BIAS: float(learner.intercept_[0]), **learnt}


def _telling(keys: Sequence[tuple[object, ...]], labels: Any, probabilities: Any) -> Any:
    """Which examples to learn from: all false ones, and of the true ones with one key the likely and the likeliest."""
    best: dict[tuple[object, ...], float] = {}
    for key, label, p in zip(keys, labels, probabilities, strict=True):
        if label:
            best[key] = max(p, best.get(key, 0.0))
    return np.array(
        [not label or p >= min(0.5, best[key]) for key, label, p in zip(keys, labels, probabilities, strict=True)]
    )


def probability(weights: Weights, features: Iterable[str]) -> float:
    """The logistic of the summed weights, as the judge computes it."""
    return 1 / (1 + math.exp(-(weights[BIAS] + sum(weights.get(f, 0.0) for f in features))))


def cross_validate(
    samples: Sequence[Sample], judged: Sequence[Sample], folds: int, models: Sequence[str] = MODELS
) -> Measured:
    """What the `models` do on articles that their weights have not seen: thresholds, calibration, records of rules.

    The `judged` readings are learnt from in every fold.
    """
    predicted: dict[str, list[Prediction]] = {model: [] for model in models}
    for held in _folds(len(samples), folds):
        training = [*(s for i, s in enumerate(samples) if i not in held), *judged]
        for model in models:
            weights = fit(training, model)
            for number in sorted(held):
                predicted[model] += _predictions(samples[number].examples.get(model, ()), weights, model in RELATIONS)
    records = {r.name: Record() if r.relation in models else rules().record(r.name) for r in rules()}
    measured = Measured({}, {}, records)
    total = Counter()
    for model, rows in predicted.items():
        gold = REPEATS * sum(s.gold[model] for s in samples) if model in RELATIONS else sum(row.right for row in rows)
        threshold, found, claimed = _best_threshold(sorted(rows, reverse=True), gold)
        measured.thresholds[model] = threshold
        if model in RELATIONS:
            measured.bands[model] = _bands(rows, threshold)
            measured.records.update(_records([row for row in rows if row.probability >= threshold]))
            total.update(found=found, claimed=claimed, gold=gold)
        _print(model, gold, claimed, found, threshold)
    _print("all", total["gold"], total["claimed"], total["found"], 0.0)
    for name, record in measured.records.items():
        print(f"{name:<40}{record}")
    return measured


def _folds(size: int, folds: int) -> Iterator[set[int]]:
    """The articles to hold out, each article `REPEATS` times; once over, the thresholds would lean on one drawing."""
    for seed in range(1, REPEATS + 1):
        order = np.random.RandomState(seed).permutation(size)
        yield from (set(order[fold::folds].tolist()) for fold in range(folds))


def _predictions(examples: Sequence[Example], weights: Weights, of_relation: bool) -> list[Prediction]:
    """For each pair of ends in the article its likeliest candidate, and whether the pair is annotated (once)."""
    if not of_relation:
        return [Prediction(probability(weights, e.features), bool(e.label), e.rule) for e in examples]
    best: dict[tuple[object, ...], tuple[float, Example]] = {}
    for example in examples:
        p = probability(weights, example.features)
        key = (
            tuple(sorted(map(str, example.ends)))
            if example.gold is None or relations()[str(example.gold[0])].undirected
            else example.ends
        )
        if key not in best or p > best[key][0]:
            best[key] = (p, example)
    seen: set[object] = set()
    rows = []
    for p, example in sorted(best.values(), key=lambda pair: -pair[0]):
        rows.append(Prediction(p, example.gold is not None and example.gold not in seen, example.rule))
        seen.add(example.gold)
    return rows


def _records(claimed: Sequence[Prediction]) -> dict[str, Record]:
    """Of the claims of each rule, how many were right: the mean over the drawings."""
    claims, right = Counter(row.rule for row in claimed), Counter(row.rule for row in claimed if row.right)
    return {name: Record(round(count / REPEATS), round(right[name] / REPEATS)) for name, count in claims.items()}


def _best_threshold(rows: Sequence[Prediction], gold: int) -> tuple[float, int, int]:
    """The middle of the probabilities at which F-beta is all but best; beta below 1 prefers precision.

    The curve is flat around its top, and where the very top lies there is chance.
    """
    found = list(accumulate(row.right for row in rows))
    values = [
        (1 + BETA**2) * right / (BETA**2 * gold + claimed) if gold else 0.0 for claimed, right in enumerate(found, 1)
    ]
    high = [row.probability for row, value in zip(rows, values, strict=True) if value >= max(values) - PLATEAU]
    threshold = round((high[0] + high[-1]) / 2 - 5e-5, 4) if high else 0.5
    claimed = sum(row.probability >= threshold for row in rows)
    return threshold, found[claimed - 1] if claimed else 0, claimed


def _bands(rows: Sequence[Prediction], threshold: float) -> list[dict[str, float]]:
    """Equal shares of the claims by rising probability, with the precision measured in each, never falling."""
    kept = sorted(row for row in rows if row.probability >= threshold)
    size = max(1, math.ceil(len(kept) / BANDS))
    bands: list[dict[str, float]] = []
    for start in range(0, len(kept), size):
        part = kept[start : start + size]
        precision = sum(row.right for row in part) / len(part)
        if bands and precision < bands[-1]["precision"]:
            last = bands.pop()
            count = last["claims"] + len(part)
            precision = (last["precision"] * last["claims"] + precision * len(part)) / count
            bands.append({"above": last["above"], "precision": precision, "claims": count})
        else:
            bands.append({"above": part[0].probability, "precision": precision, "claims": len(part)})
    return [
        {"above": round(b["above"], 4), "precision": round(b["precision"], 3), "claims": round(b["claims"] / REPEATS)}
        for b in bands
    ]


def _print(model: str, gold: int, claimed: int, found: int, threshold: float) -> None:
    precision, recall = found / max(1, claimed), found / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    counts = f"{model:<16}gold {gold // REPEATS:>5}  claimed {round(claimed / REPEATS):>5}"
    print(f"{counts}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  from {threshold:.3f}")


def write(weights: dict[str, Weights], measured: Measured) -> None:
    """Writes weights, thresholds and calibration where the judge reads them; what is known of other models stays."""
    folder = ROOT / "extract"
    rows = ["# model, feature, weight. Written by benchmarks/train_judge.py; not for editing."]
    old = (folder / "weights.tsv").read_text("utf-8").splitlines()
    rows += [row for row in old if row.split("\t")[0] in set(MODELS) - weights.keys()]
    for model, table in weights.items():
        rows += [
            f"{model}\t{feature}\t{weight:.3f}"
            for feature, weight in sorted(table.items())
            if abs(weight) >= LIGHTEST or feature == BIAS
        ]
    (folder / "weights.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    lines = ["# Written by benchmarks/train_judge.py: from which probability on a relation is claimed."]
    thresholds = {model: {"claim": value} for model, value in measured.thresholds.items()}
    for model, told in _with_others(folder / "thresholds.yaml", thresholds).items():
        lines.append(f"{model}: {{claim: {told['claim']}}}")
    (folder / "thresholds.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    lines = ["# Written by benchmarks/train_judge.py: cross-validated precision, by band of the judge's probability."]
    for model, table in _with_others(folder / "calibration.yaml", measured.bands).items():
        lines.append(f"{model}:" if table else f"{model}: []")
        lines += [f"  - {{above: {b['above']}, precision: {b['precision']}, claims: {b['claims']}}}" for b in table]
    (folder / "calibration.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def _with_others(file: Path, learnt: Mapping[str, Any]) -> dict[str, Any]:
    """What `file` holds of the models that were not learnt now, and what was learnt."""
    told = load_yaml(file, dict[str, Any])
    return {model: row for model, row in (told | dict(learnt)).items() if model in MODELS}


def write_rules(records: dict[str, Record]) -> None:
    """Writes how often each rule was right where the rule book reads it, and into its page."""
    rows = ["\t".join(COLUMNS)]
    for name, record in records.items():
        precision = "-" if record.precision is None else f"{record.precision:.3f}"
        rows.append(f"{name}\t{record.claims}\t{record.right}\t{precision}")
    (ROOT / "extract/rules.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    rules.cache_clear()
    RULES_PAGE.write_text(with_tables(RULES_PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
