"""The relation types that ship, and what a broken declaration is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphload.data import ROOT
from graphload.errors import DataError
from graphload.relations import event_kinds, load_relations, relations


def test_every_type_but_the_credit_has_a_kind_of_event() -> None:
    told = {name: relation.event for name, relation in relations().items()}
    assert told == {"MET_WITH": "meeting", "SIGNED": "signing", "ACCUSED": "accusation", "VISITED": "visit"} | {
        "REPORTED_BY": ""
    }
    assert set(event_kinds()) == set(told.values()) - {""}


def test_the_ends_of_a_type_without_direction_have_one_order() -> None:
    assert relations()["MET_WITH"].ends("p2", "p1") == ("p1", "p2")
    assert relations()["ACCUSED"].ends("p2", "p1") == ("p2", "p1")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("MET_WITH:", "MARRIED:", "MARRIED: no edge of the ontology"),
        ("REPORTED_BY:", "CREDITED_TO:", "no REPORTED_BY"),
        ("proposed: pairs of people", "proposed: pairs of ships", "pairs of ships"),
        (
            "proposed: person to country",
            "proposed: pairs of people",
            "VISITED: pairs of people never joins Person to Country",
        ),
        ("proposed: credit", "proposed: party to party", "REPORTED_BY: party to party never joins Event to Source"),
        ("event: visit", "event: meeting", "VISITED and MET_WITH have events of one kind, meeting"),
        ("  event: visit\n", "", "VISITED: no event"),
        ("  proposed: credit", "  proposed: credit\n  event: credit", "REPORTED_BY: an event"),
        ("{source} visited {target}", "{source} visited {place}", "VISITED: sentence"),
        ("  place: target", "  place: target\n  lemmas: {acts: यात्रा, names: दौरा}", "VISITED: lemmas"),
        ("  place: target", "  place: target\n  undirected: true", "VISITED: undirected"),
        ("  place: target", "  place: nowhere", "nowhere"),
        ("  place: target", "  places: target", "places"),
    ],
)
def test_a_broken_declaration_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    text, file = (ROOT / "relations.yaml").read_text("utf-8"), tmp_path / "relations.yaml"
    head, body = text.split("\n\n", 1)
    assert old in body
    file.write_text(f"{head}\n\n{body.replace(old, new, 1)}", "utf-8")
    with pytest.raises(DataError, match=fault) as caught:
        load_relations(file)
    assert "\n" not in str(caught.value)
