"""queries, query, cypher, stats, view, export, review, decide, undo, history, decisions."""

from __future__ import annotations

import csv
import gzip
import json
import re
from base64 import b64decode
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.texts import UNSURE

VISITORS = "MATCH (p:Person)-[v:VISITED]->(c:Country) RETURN p, v, c"


def names_in(page: str) -> set[str]:
    """The names in the records of a page, which are packed."""
    packed = re.findall(r"[A-Za-z0-9+/=]{100,}", Path(page).read_text("utf-8"))
    opened = b"".join(gzip.decompress(b64decode(each)) for each in packed if each.startswith("H4sI"))
    return set(re.findall(r'"name":"([^"]+)"', opened.decode()))


def test_every_saved_query_is_listed_with_what_it_takes(graphload: Program) -> None:
    rows = {row[1]: row for row in graphload("queries").lines}
    assert rows["visits-to"][0] == "visits"
    assert rows["visits-to"][3].split()[0] == "country=…"
    assert len(rows) > 12


def test_a_saved_query_in_every_format(loaded: Program) -> None:
    ask = ("query", "visits-to", "--param", "country=PRK", "--format")
    (row,) = loaded(*ask, "json").json
    assert (row["visitor"], row["date"], row["status"]) == ("Vladimir Putin", "2024-06-19", "happened")
    head, line = loaded(*ask, "table").lines
    assert dict(zip(head, line, strict=True))["visitor"] == "Vladimir Putin"
    (told,) = csv.DictReader(loaded(*ask, "csv").out.splitlines())
    assert told["visitor"] == "Vladimir Putin"
    graph = [json.loads(line) for line in loaded(*ask, "graph").out.splitlines()]
    assert {each["id"] for each in graph if each.get("label") == "Person"} == {"vladimir-putin"}
    assert "VISITED" in {each["type"] for each in graph if "type" in each}


def test_cypher_from_the_command_line_and_from_standard_input(loaded: Program) -> None:
    (row,) = loaded("cypher", VISITORS, "--format", "json").json
    assert row == loaded("cypher", "--format", "json", stdin=VISITORS).json[0]
    assert row["p"]["properties"]["name"] == "Vladimir Putin"
    assert (row["v"]["source"], row["v"]["target"]) == ("vladimir-putin", row["c"]["id"])
    assert loaded("cypher", "MATCH (n {id: $who}) RETURN n.name", "-p", "who=PRK").lines == [
        ["n.name"],
        ["North Korea"],
    ]


def test_no_rows_are_an_empty_table(loaded: Program) -> None:
    ask = "MATCH (n:Person {id: 'nobody'}) RETURN n.name AS name"
    assert [loaded("cypher", ask, "--format", form).out for form in ("table", "csv", "json", "graph")] == [
        "name\n",
        "name\n",
        "[]\n",
        "",
    ]


def test_an_empty_table_says_what_is_not_in_the_graph(loaded: Program) -> None:
    told = "graphload: Lavrof: no such person in the graph; nearest: sergey-lavrov (Sergey Lavrov)\n"
    done = loaded("query", "who-met", "-p", "person=Lavrof", "--format", "json")
    assert (done.code, done.out, done.err) == (5, "[]\n", told)
    drawn = loaded("view", "-o", "x.html", "--query", "who-met", "-p", "person=Lavrof")
    assert (drawn.code, drawn.err) == (5, told)
    known = loaded("query", "visits-by", "-p", "person=Sergey Lavrov", "--format", "json")
    assert (known.code, known.out, known.err) == (0, "[]\n", "")


def test_cypher_writes_only_when_told(loaded: Program) -> None:
    refused = loaded("cypher", "CREATE (:Person {id: 'x'})")
    assert (refused.code, refused.err) == (8, "graphload: the query writes; ask for it with --write\n")
    assert loaded("cypher", "--write", "CREATE (:Person {id: 'x', name: 'X'})").code == 0
    assert loaded("check").code == 1


def test_a_view_is_one_page(loaded: Program) -> None:
    assert loaded("view", "-o", "all.html").code == 0
    assert Path("all.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert {"Vladimir Putin", "North Korea", "Sergey Lavrov"} <= names_in("all.html")


@pytest.mark.parametrize(
    "options",
    [
        ("--query", "visits-to", "--param", "country=PRK"),
        ("--query", VISITORS),
        ("--focus", "vladimir-putin", "--hops", "1"),
        ("--limit", "2", "--focus", "PRK"),
    ],
)
def test_a_view_of_a_part_shows_that_part(loaded: Program, options: tuple[str, ...]) -> None:
    assert loaded("view", "-o", "part.html", *options).code == 0
    assert "Vladimir Putin" in names_in("part.html")
    assert "Sergey Lavrov" not in names_in("part.html")


def test_an_export_holds_the_whole_graph(loaded: Program) -> None:
    assert loaded("export", "--format", "jsonl", "-o", "graph.jsonl").code == 0
    rows = [json.loads(line) for line in Path("graph.jsonl").read_text("utf-8").splitlines()]
    counts = dict(loaded("stats").lines)
    assert sum("label" in row for row in rows if row.get("label") == "Person") == int(counts["Person"])
    assert len(rows) == sum(int(count) for kind, count in counts.items() if kind not in {"kind", "revision"})


@pytest.mark.parametrize("form", ["jsonl", "graphml", "csv", "parquet", "statements"])
def test_every_export_can_be_written_again(loaded: Program, form: str) -> None:
    assert [loaded("export", "--format", form, "-o", "out").code for _ in range(2)] == [0, 0]
    assert Path("out").stat().st_size > 0


def test_tables_of_an_earlier_export_do_not_stay(loaded: Program) -> None:
    loaded("export", "--format", "csv", "-o", "out")
    loaded("remove", "visit")
    loaded("export", "--format", "csv", "-o", "out")
    assert not list(Path("out").glob("edges-VISITED-*.csv"))
    assert list(Path("out").glob("edges-MET_WITH-*.csv"))


def test_a_decision_is_followed_until_it_is_undone(loaded: Program) -> None:
    people = "MATCH (p:Person) RETURN p.id ORDER BY p.id"
    before = loaded("cypher", people).out
    assert loaded("decide", "same", *UNSURE, "--why", "one envoy", "--by", "asha").code == 0
    after = loaded("cypher", people).out
    assert len(after.splitlines()) == len(before.splitlines()) - 1
    told = loaded("history", UNSURE[0]).json
    assert [(each["judgement"], each["by"], each["why"]) for each in told["decisions"]] == [
        ("same", "asha", "one envoy")
    ]
    assert loaded("decide", "different", *UNSURE, "--why", "two after all").code == 0
    assert loaded("undo", *UNSURE, "--why", "a slip").code == 0
    assert loaded("cypher", people).out == before
    assert loaded("undo", *UNSURE, "--why", "again").code == 6


def test_a_person_has_a_history_by_every_form_of_the_name(loaded: Program) -> None:
    assert {loaded("history", form).json["id"] for form in ("सर्गेई लावरोव", "लावरोव")} == {"sergey-lavrov"}


def test_an_event_and_a_person_are_not_one(loaded: Program) -> None:
    event = loaded("cypher", "MATCH (e:Event) RETURN e.id LIMIT 1").lines[-1][0]
    done = loaded("decide", "same", event, "sergey-lavrov", "--why", "x")
    assert (done.code, f"{event} is an event and sergey-lavrov is a person" in done.err) == (6, True)


def test_decisions_go_from_one_workspace_to_another(loaded: Program) -> None:
    loaded("decide", "same", *UNSURE, "--why", 'the "envoy"\tof 2023\nin Nepal')
    assert loaded("decisions", "export", "-o", "decisions.tsv").code == 0
    assert Path("decisions.tsv").read_text("utf-8") == loaded("decisions", "export").out
    loaded("load", "pages", "--db", "other")
    assert loaded("--db", "other", "decisions", "import", "decisions.tsv").out == "recorded 1\n"
    assert loaded("decisions", "import", "decisions.tsv", "--db", "other").out == "recorded 0\n"
    for name, place in (("one", "graphload.db"), ("two", "other")):
        loaded("--db", place, "export", "-o", name)
    assert Path("one").read_bytes() == Path("two").read_bytes()


def test_a_file_of_bad_decisions_records_none(loaded: Program) -> None:
    head = "kind\tleft\tright\tjudgement\tby\twhy\tat\n"
    Path("bad.tsv").write_text(
        f"{head}person\ta\tb\tsame\tasha\twhy\t2024\nperson\ta\tb\tmaybe\tasha\twhy\t2024\n", "utf-8"
    )
    done = loaded("decisions", "import", "bad.tsv")
    assert done.code == 3
    assert "bad.tsv, line 3" in done.err
    assert loaded("decisions", "export").out == head


def test_unsure_pairs_are_shown_with_what_speaks_for_them(loaded: Program) -> None:
    pairs = [json.loads(line) for line in loaded("review").out.splitlines()]
    (pair,) = (each for each in pairs if {each["left"]["name"], each["right"]["name"]} == set(UNSURE))
    assert pair["reasons"]
    assert pair["left"]["quotes"]
