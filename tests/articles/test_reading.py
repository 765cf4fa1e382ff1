"""Files, folders, archives and standard input, good and bad, as a user would give them."""

from __future__ import annotations

import io
import json
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from graphload.articles import read_article_text, read_articles
from graphload.errors import InputError
from graphload.model import Article
from tests.permissions import closed, open_folder

TITLE = "नॉर्वे और फिनलैंड के विदेश मंत्रियों की मुलाकात"
BODY = "नॉर्वे के विदेश मंत्री ने सोमवार को ओस्लो में अपने फिनलैंड के समकक्ष से मुलाकात की."
TEXT = f"{TITLE}\n\n{BODY}\n"
PAGE = f"<html><head><meta charset='utf-8'></head><body><article><h1>{TITLE}</h1><p>{BODY}</p></article></body></html>"


def line(**fields: Any) -> str:
    return json.dumps({"id": "n-1", "title": TITLE, "text": BODY} | fields, ensure_ascii=False) + "\n"


def read(*paths: Path | str) -> tuple[list[Article], list[InputError]]:
    errors: list[InputError] = []
    return list(read_articles(paths, on_error=errors.append)), errors  # type: ignore[arg-type]


def ids(articles: list[Article]) -> list[str]:
    return [article.id for article in articles]


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT),
        ("a.TXT", TEXT.encode("utf-8-sig")),
        ("a.txt", TEXT.encode("utf-16")),
        ("a.txt", TEXT.replace("\n", "\r\n")),
        ("a.html", PAGE),
        ("a.htm", PAGE.encode("utf-16")),
        ("a.jsonl", line(id=None)),
        ("a.jsonl", line(id=None).encode("utf-16")),
        ("a", TEXT),
        ("a", PAGE),
        ("a", line(id=None)),
    ],
)
def test_one_article_is_the_same_whatever_file_it_comes_in(tmp_path: Path, name: str, data: str | bytes) -> None:
    (article,), errors = read(write(tmp_path / name, data))
    assert not errors
    assert (article.title, article.text, article.language) == (TITLE, BODY, "hi")
    assert article.id == read_article_text(TEXT).id


def test_a_page_in_the_charset_that_it_declares(tmp_path: Path) -> None:
    page = "<html><head><meta charset='iso-8859-1'></head><body><p>Président à Genève.</p><p>Déjà vu.</p></body></html>"
    (article,), _ = read(write(tmp_path / "a.html", page.encode("latin-1")))
    assert article.text == "Président à Genève.\nDéjà vu."


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "empty"),
        ("a.html", "<html></html>", "no article"),
        ("a.html", "<<<>>", "no article"),
        ("a.txt", "Leave a Comment", "no article"),
        ("a.txt", b"\x89PNG\r\n\x00\x01\x02", "binary"),
        ("a.txt", "नमस्ते जी".encode("utf-16-le"), "binary"),
        ("a.txt", "Président".encode("latin-1"), "it is not UTF-8 (or UTF-16 with its mark) text"),
        ("a.html", b"<meta charset='klingon'><p>x</p>", "klingon"),
        ("a.txt", "क".encode() * 12_000_000, "32 MiB"),
        ("a.txt", "क\n" * 100_001, "100,000 lines"),
        ("a.jsonl", "", "empty"),
        ("a.jsonl", '{"id": "g-1", "source": "x"}\n' * 3, "no text"),
        ("a.zip", b"PK\x03\x04 broken", "damaged"),
        ("a.tar.gz", b"\x1f\x8b broken", "damaged"),
        ("a.tar", b"broken", "damaged"),
    ],
)
def test_a_bad_file_is_one_clear_error_and_the_next_is_read(
    tmp_path: Path, name: str, data: str | bytes, what: str
) -> None:
    bad, good = write(tmp_path / name, data), write(tmp_path / "good" / "b.txt", TEXT)
    (article,), (error,) = read(bad, good)
    assert article.title == TITLE
    assert str(error).startswith(f"{bad}")
    assert what in str(error)
    assert error.mend
    assert "\n" not in str(error)


def test_annotations_of_articles_are_passed_over_in_silence(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", '{"id": "g-1", "entities": [], "relations": []}\n' * 3)
    mixed = write(tmp_path / "mixed.jsonl", '{"id": "g-1", "relations": []}\n' + line(id="n-1"))
    (article,), errors = read(gold, mixed)
    assert (article.id, errors) == ("n-1", [])


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    (article,), (error,) = read(tmp_path / "none.txt", write(tmp_path / "b.txt", TEXT))
    assert "No such file" in str(error)
    assert article.text == BODY


def test_json_lines_give_their_fields_and_each_bad_line_its_number(tmp_path: Path) -> None:
    lines = [
        line(url="https://example.org/a", outlet="पत्रिका", published="2024-01-16T17:18:00+05:30", extra={"x": [1]}),
        "{broken\n",
        "\n",
        line(id="n-2", published="जनवरी"),
        line(id="n-3", text=5),
        line(id="n-4", text=None),
        line(id=5, title=None),
        '{"id": "n-6", "text": "\\ud800"}\n',
    ]
    path = write(tmp_path / "a.jsonl", "".join(lines))
    (first, last), errors = read(path)
    assert (first.id, first.url, first.outlet) == ("n-1", "https://example.org/a", "पत्रिका")
    assert (first.published, first.title, first.text) == ("2024-01-16", TITLE, BODY)
    assert (last.id, last.title) == ("5", "")
    assert [error.where for error in errors] == [f"{path}:{number}" for number in (2, 4, 5, 6, 8)]


def test_a_first_line_that_says_the_given_title_leaves_the_body(tmp_path: Path) -> None:
    (article,), _ = read(write(tmp_path / "a.jsonl", line(text=f"{TITLE}\n{BODY}")))
    assert article.text == BODY


def test_the_text_tells_a_date_that_the_line_does_not(tmp_path: Path) -> None:
    (article,), _ = read(write(tmp_path / "a.jsonl", line(text=f"Published : Jan 16, 2024\n{BODY}")))
    assert article.published == "2024-01-16"


def test_a_folder_is_read_in_order_without_what_is_hidden_or_of_no_known_kind(tmp_path: Path) -> None:
    write(tmp_path / "b" / "2.jsonl", line(id="two"))
    write(tmp_path / "a.jsonl", line(id="one"))
    write(tmp_path / "c.jsonl", line(id="three"))
    for name in (".hidden.jsonl", ".git/d.jsonl", "README.md", "picture.png"):
        write(tmp_path / name, line(id=name))
    (tmp_path / "loop").symlink_to(tmp_path)
    articles, errors = read(tmp_path)
    assert ids(articles) == ["one", "two", "three"]
    assert not errors


def test_a_closed_folder_keeps_back_nothing_but_itself() -> None:
    with open_folder() as folder:
        write(folder / "a.jsonl", line(id="one")).chmod(0o644)
        shut = write(folder / "closed" / "b.jsonl", line(id="two")).parent
        write(folder / "d.jsonl", line(id="three")).chmod(0o644)
        with closed(shut):
            articles, (error,) = read(folder)
        assert ids(articles) == ["one", "three"]
        assert error.where == str(shut)


def pack_zip(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def pack_tar(path: Path, members: dict[str, str | bytes]) -> Path:
    with tarfile.open(path, f"w:{path.suffix[1:].replace('tar', '').replace('tgz', 'gz')}") as archive:
        for name, data in members.items():
            content = data.encode() if isinstance(data, str) else data
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tar.xz"])
def test_an_archive_is_read_like_a_folder(tmp_path: Path, name: str) -> None:
    members: dict[str, str | bytes] = {
        "x/1.txt": TEXT,
        "../2.html": PAGE,
        "3.jsonl": line(id="three"),
        "4.txt": b"\0",
        "__MACOSX/._1.txt": b"\0",
        "README.md": "x",
    }
    articles, (error,) = read((pack_zip if name.endswith("zip") else pack_tar)(tmp_path / name, members))
    assert sorted(article.text for article in articles) == [BODY] * 3
    assert error.where == f"{tmp_path / name}!4.txt"
    assert list(tmp_path.rglob("*")) == [tmp_path / name]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar.xz"])
@pytest.mark.parametrize("member", ["bomb.jsonl", "bomb.bin"])
def test_an_archive_bomb_is_refused(tmp_path: Path, name: str, member: str) -> None:
    bomb: dict[str, str | bytes] = {member: b"\n" * 60_000_000, "a.txt": TEXT}
    articles, errors = read((pack_zip if name.endswith("zip") else pack_tar)(tmp_path / name, bomb))
    unread = name.endswith("zip") and member.endswith(".bin")
    assert any("bomb" in str(error) for error in errors) != unread
    assert len(articles) == (1 if name.endswith("zip") else 0)


@pytest.mark.parametrize(
    "data", [TEXT, PAGE, line(id=None), f"\n {PAGE}"], ids=["text", "page", "lines", "blank first"]
)
def test_standard_input_is_told_by_how_it_begins(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (article,), errors = read("-")
    assert not errors
    assert (article.title, article.text) == (TITLE, BODY)


def test_reading_is_lazy_and_holds_one_line_at_a_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", line() + "{broken\n" * 3)
    errors: list[InputError] = []
    articles = read_articles([path], on_error=errors.append)
    assert next(articles).id == "n-1"
    assert not errors
    assert next(articles, None) is None
    assert len(errors) == 3
