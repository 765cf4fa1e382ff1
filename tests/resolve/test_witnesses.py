"""Copies of one text are one witness, whatever order they come in."""

from __future__ import annotations

import random

import pytest

from graphload.resolve.witnesses import bands, copies, shingles
from tests.graphs import graph_of
from tests.readings import person, reading

WORDS = [f"शब्द{number}" for number in range(400)]


def text(seed: int, length: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def changed(original: str, every: int) -> str:
    """`original` with one word in `every` replaced."""
    words = original.split()
    return " ".join("और" if place % every == 0 else word for place, word in enumerate(words))


@pytest.mark.parametrize(("every", "one"), [(1000, True), (40, True), (20, True), (5, False), (2, False)])
def test_a_copy_shares_half_of_its_runs(every: int, one: bool) -> None:
    assert copies(shingles(text(1)), shingles(changed(text(1), every))) is one


def test_bands_propose_every_copy() -> None:
    found = [set(bands(text(seed))) & set(bands(changed(text(seed), 20))) for seed in range(50)]
    assert all(found)


def test_bands_are_the_same_in_every_process() -> None:
    assert bands("एक दो तीन चार")[:2] == (22783850050272583, 5560007177242444)


def told(id_: str, written: str, **more: object) -> object:
    met = {"type": "MET_WITH", "source": "p", "target": "q", "date": "2024-01-16", **more}
    return reading(id_, [person("p", "रमेश चंद्र गोयनका"), person("q", "विक्रम प्रताप नेगी")], [met], text=written)


def test_copies_of_copies_are_one_witness() -> None:
    first = text(1)
    chain = [
        told("a", first),
        told("b", changed(first, 10)),
        told("c", changed(changed(first, 10), 13)),
        told("d", text(2)),
    ]
    for order in (chain, chain[::-1], [chain[2], chain[0], chain[3], chain[1]]):
        (event,) = graph_of(order, one_by_one=True).of("Event")
        assert (event.properties["articles"], event.properties["witnesses"]) == (4, 2)


CONTRARY = {
    "denied by one": ([{}, {"status": "denied"}], (2, 2, True)),
    "denied by two that are copies of each other": ([{}, {"status": "denied"}, {"status": "denied"}], (3, 2, True)),
    "corrected": ([{}, {"date": "2024-01-17", "correction": True}], (2, 2, True)),
    "told as a plan before": ([{}, {"status": "planned"}], (2, 1, False)),
}


@pytest.mark.parametrize("name", CONTRARY)
def test_a_text_that_contradicts_is_no_copy(name: str) -> None:
    claims, expected = CONTRARY[name]
    articles = [told(str(number), changed(text(1), 40), **claim) for number, claim in enumerate(claims)]
    for order in (articles, articles[::-1]):
        (event,) = graph_of(order, one_by_one=True).of("Event")
        assert tuple(event.properties[key] for key in ("articles", "witnesses", "disputed")) == expected
