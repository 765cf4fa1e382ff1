"""Files are written whole or not at all."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphload.errors import OutputError
from graphload.files import write_folder, write_text


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old", "utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    assert write_text(link, ["नया ", "पाठ\n"]) == link
    assert file.read_bytes() == "नया पाठ\n".encode()
    assert link.is_symlink()


def test_what_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old", "utf-8")

    def pieces() -> Iterator[str]:
        yield "new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_text(file, pieces())
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("a.txt", "old")]


@pytest.mark.parametrize("name", ["no/such/folder.txt", ".", "a.txt/b.txt", "क" * 300])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="a path that can be written"):
        write_text(tmp_path / name, ["x"])


@pytest.mark.parametrize("name", ["क" * 83, "loop"])
def test_a_place_that_can(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert write_text(tmp_path / name, ["x"]).read_text("utf-8") == "x"
    assert {each.name for each in tmp_path.iterdir()} == {"loop", name}


def test_a_folder_is_replaced_where_a_link_leads(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "folder")
    for text in ("one", "two"):
        write_folder(link, [("mark", [text]), (f"{text}.csv", [])], mark="mark")
    assert link.is_symlink()
    assert {each.name for each in (tmp_path / "folder").iterdir()} == {"mark", "two.csv"}
    assert {each.name for each in tmp_path.iterdir()} == {"link", "folder"}


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")))
    reader.start()
    write_text(pipe, ["x"])
    reader.join(10)
    assert read == ["x"]
    assert pipe.is_fifo()
