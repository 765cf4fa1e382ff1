"""The law: graph rows are a function of claims and decisions, whatever the order, number and batching of loads."""

from __future__ import annotations

from functools import cache

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from graphload.build import build
from graphload.export.jsonl import dump
from graphload.ledger import Ledger
from graphload.lexicon.people import registry
from graphload.model import Decision, Entity, Reading
from graphload.resolve.bearers import Bearers
from tests.readings import bands_of, country, hashes_of, person, reading, thing

PEOPLE = [
    ("सर्गेई लावरोव", "foreign minister", "RUS"),
    ("लावरोव", None, "RUS"),
    ("", "foreign minister", "RUS"),
    ("", "foreign minister", "XKX"),
    ("रमेश चंद्र गोयनका", None, None),
    ("रमेश चन्द्र गोयनका", "spokesperson", "IND"),
    ("रमेश चंद्र गोयंका", "envoy", "NPL"),
    ("रमेशचंद्र गोएनका", "envoy", "IND"),
    ("गोयनका", None, "IND"),
    ("Ramesh Chandra Goenka", "envoy", "NPL"),
]
ALSO = [(), (), ("साहब",), ("Mr",)]
DATES = [None, None, "2024", "2024-01", "2024-01-16", "2024-01-17"]
PLACES = [None, None, "RUS", "IND"]
TEXTS = [f"{' '.join(f'{stem}{number}' for number in range(40))}" for stem in ("क", "ख", "ग")]


@cache
def bearers() -> Bearers:
    return Bearers(registry())


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """One article out of six, on a few people, countries and dates, so that much of it meets."""
    people = [
        person(f"p{number}", name, office=office, country=place, also=draw(st.sampled_from(ALSO)))
        for number, (name, office, place) in enumerate(draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3)))
    ]
    others: list[Entity] = [country("RUS", "रूस"), country("IND", "भारत"), thing("s", "Source", "तास")]
    others += [thing("x1", "Agreement", draw(st.sampled_from(["समझौता", "घोषणापत्र"])))]
    others += [thing("x2", "Agreement", "संधि"), thing("o", "Organization", "दल")]
    return reading(
        draw(st.sampled_from("abcdef")),
        [*people, *others],
        draw(st.lists(claims([each.id for each in people]), max_size=4)),
        published=draw(st.sampled_from([None, "2024-01-18", "2024-06-01"])),
        text=f"{draw(st.sampled_from(TEXTS))} {draw(st.integers(0, 2))}",
    )


@st.composite
def claims(draw: st.DrawFn, people: list[str]) -> dict[str, object]:
    kind = draw(st.sampled_from(["MET_WITH", "MET_WITH", "VISITED", "SIGNED", "ACCUSED", "REPORTED_BY"]))
    sources = {"REPORTED_BY": ["article"], "SIGNED": ["RUS", "IND", *people], "ACCUSED": ["RUS", "o", *people]}
    targets = {"MET_WITH": people, "VISITED": ["RUS", "IND"], "SIGNED": ["x1", "x2"], "REPORTED_BY": ["s"]}
    return {
        "type": kind,
        "source": draw(st.sampled_from(sources.get(kind, people))),
        "target": draw(st.sampled_from(targets.get(kind, ["IND", "o"]))),
        "event": draw(st.sampled_from(["e1", "e2"])),
        "status": draw(st.sampled_from(["happened", "happened", "planned", "denied"])),
        "date": draw(st.sampled_from(DATES)),
        "country": draw(st.sampled_from(PLACES)),
        "correction": draw(st.integers(0, 9)) == 9,
    }


class Law(RuleBasedStateMachine):
    """One ledger goes through everything; a fresh one is given what is left, at once."""

    decided = Bundle("decided")

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger.in_memory()
        self.said: dict[str, Reading] = {}
        self.decisions: list[Decision] = []

    @rule(batch=st.lists(readings(), min_size=1, max_size=4, unique_by=lambda each: each.article.id))
    def load_or_revise(self, batch: list[Reading]) -> None:
        replaced = [each.article.id for each in batch if each.article.id in self.said]
        give(self.ledger, batch, replaced)
        self.said |= {each.article.id: each for each in batch}

    @rule(data=st.data())
    def load_again(self, data: st.DataObject) -> None:
        if self.said:
            article = data.draw(st.sampled_from(sorted(self.said)))
            before = list(self.ledger.nodes()), list(self.ledger.edges())
            give(self.ledger, [self.said[article]], [article])
            assert (list(self.ledger.nodes()), list(self.ledger.edges())) == before

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        if self.said:
            articles = data.draw(st.lists(st.sampled_from(sorted(self.said)), min_size=1, unique=True))
            give(self.ledger, [], articles)
            for article in articles:
                del self.said[article]

    @rule(
        target=decided,
        data=st.data(),
        judgement=st.sampled_from(["same", "different"]),
        kind=st.sampled_from(["person", "event"]),
    )
    def decide(self, data: st.DataObject, judgement: str, kind: str) -> tuple[str, str, str]:
        sides = people_sides() if kind == "person" else self._claims()
        left = data.draw(st.sampled_from(sides))
        right = data.draw(st.sampled_from(sides))
        self._decide(Decision(kind, *sorted((left, right)), judgement, "asha", "test", "2024-01-01"))  # type: ignore[arg-type]
        return kind, left, right

    @rule(decision=consumes(decided))
    def undo(self, decision: tuple[str, str, str]) -> None:
        kind, left, right = decision
        self._decide(Decision(kind, *sorted((left, right)), "undone", "asha", "test", "2024-01-01"))  # type: ignore[arg-type]

    def _claims(self) -> list[str]:
        return ["nothing", *(claim.id for said in self.said.values() for claim in said.claims)]

    def _decide(self, decision: Decision) -> None:
        self.decisions.append(decision)
        with self.ledger.writing() as ledger:
            ledger.decisions.add(decision)
            build(ledger, bearers(), decided=[decision])

    @invariant()
    def graph_is_that_of_a_fresh_build(self) -> None:
        fresh = Ledger.in_memory()
        with fresh.writing() as ledger:
            for decision in self.decisions:
                ledger.decisions.add(decision)
        give(fresh, list(self.said.values()), [])
        assert list(dump(self.ledger.nodes(), self.ledger.edges())) == list(dump(fresh.nodes(), fresh.edges()))
        fresh.close()

    def teardown(self) -> None:
        self.ledger.close()


def people_sides() -> list[str]:
    return ["रमेश चंद्र गोयनका", "रमेश चंद्र गोयंका", "रमेशचंद्र गोएनका", "@sergey-lavrov", "ramesh chandra goenka"]


def give(ledger: Ledger, batch: list[Reading], removed: list[str]) -> None:
    with ledger.writing() as open_:
        build(open_, bearers(), readings=batch, hashes=hashes_of(batch), bands=bands_of(batch), removed=removed)


TestLaw = Law.TestCase
TestLaw.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)


def test_a_revised_article_may_call_another_agreement_by_the_same_local_id() -> None:
    signed = [{"type": "SIGNED", "source": "RUS", "target": local, "event": "e1"} for local in ("x1", "x2")]
    ledger, fresh = Ledger.in_memory(), Ledger.in_memory()
    for name, into in (("समझौता", [ledger]), ("घोषणापत्र", [ledger, fresh])):
        named = [country("RUS", "रूस"), thing("x1", "Agreement", name), thing("x2", "Agreement", "संधि")]
        for each in into:
            give(each, [reading("a", named, signed)], ["a"])
    assert list(dump(ledger.nodes(), ledger.edges())) == list(dump(fresh.nodes(), fresh.edges()))
