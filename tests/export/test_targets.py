"""Where exports are written to: files, folders, streams; and the same bytes whatever the order."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from graphload.cli.showing import FORMS
from graphload.errors import OutputError
from graphload.export.jsonl import dump
from graphload.exporting import WRITERS, write_csv, write_jsonl
from tests.export.rows import HARD

STREAMED = ("jsonl", "graphml", "statements")


def bytes_of(path: Path) -> dict[str, bytes]:
    files = path.iterdir() if path.is_dir() else [path]
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


def test_the_program_has_every_form() -> None:
    assert tuple(WRITERS) == FORMS


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_graph_in_another_order_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    WRITERS[form](HARD.nodes, HARD.edges, tmp_path / "one")
    WRITERS[form](iter(HARD.nodes[::-1]), iter(HARD.edges[::-1]), tmp_path / "other")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "other")


@pytest.mark.parametrize("form", STREAMED)
def test_text_goes_to_a_stream_and_to_standard_output(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    WRITERS[form](HARD.nodes, HARD.edges, tmp_path / "file")
    text = (tmp_path / "file").read_bytes().decode()
    stream = io.StringIO(newline="")
    WRITERS[form](HARD.nodes, HARD.edges, stream)
    WRITERS[form](HARD.nodes, HARD.edges, Path("-"))
    assert stream.getvalue() == capsys.readouterr().out == text


@pytest.mark.parametrize("form", sorted(WRITERS.keys() - set(STREAMED)))
def test_what_is_no_text_goes_to_no_stream(form: str) -> None:
    with pytest.raises(OutputError, match="give a path"):
        WRITERS[form]((), (), io.StringIO())
    with pytest.raises(OutputError, match="give a path"):
        WRITERS[form]((), (), Path("-"))


@pytest.mark.parametrize("form", WRITERS)
def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path, form: str) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="a path that can be written"):
        WRITERS[form](HARD.nodes, HARD.edges, tmp_path / "file" / "below")
    assert bytes_of(tmp_path) == {"file": b"x"}


def test_a_folder_of_an_earlier_export_is_replaced_and_one_of_another_making_is_not(tmp_path: Path) -> None:
    write_csv(HARD.nodes, HARD.edges, tmp_path / "csv")
    write_csv(HARD.nodes[:1], (), tmp_path / "csv")
    assert bytes_of(tmp_path / "csv").keys() == {f"nodes-{HARD.nodes[0].label}.csv", "import.args"}
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.csv").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="other files"):
        write_csv(HARD.nodes, HARD.edges, tmp_path / "mine")
    assert bytes_of(tmp_path / "mine") == {"notes.csv": b"x"}


def test_json_lines_are_the_canonical_dump(tmp_path: Path) -> None:
    write_jsonl(HARD.nodes, HARD.edges, tmp_path / "g.jsonl")
    assert (tmp_path / "g.jsonl").read_text("utf-8").split("\n") == [*dump(HARD.nodes, HARD.edges), ""]
