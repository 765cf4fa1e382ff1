"""What all commands share: options before and after, help, examples, errors, pipes, interrupts."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from graphload import __version__
from graphload.cli.main import cli
from graphload.cli.reference import page
from tests.cli.conftest import Program
from tests.cli.texts import UNSURE, VISIT, write_pages

REPOSITORY = Path(__file__).parents[2]


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    yield " ".join(path), group
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, (*path, name))


COMMANDS = dict(commands(cli))
EXAMPLES = [example for command in COMMANDS.values() for example in command.examples]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", COMMANDS)
def test_help_says_what_it_does_and_ends_with_an_example(graphload: Program, path: str) -> None:
    long, short = graphload(*path.split(), "--help"), graphload(*path.split(), "-h")
    assert long == short
    assert (long.code, long.err) == (0, "")
    last = long.out.rstrip().splitlines()[-1].strip()
    assert last.startswith(f"graphload {path}".strip())
    assert max(map(len, long.out.splitlines())) <= 110


def test_the_page_of_commands_is_current() -> None:
    written = (REPOSITORY / "docs/commands.md").read_text("utf-8")
    assert written == page(), "run `make docs`"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus, and its workspace loaded."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "corpus").symlink_to(REPOSITORY / "corpus")
    before = Path.cwd()
    os.chdir(folder)
    try:
        cli.main(["--quiet", "load", "corpus"], standalone_mode=False)
    finally:
        os.chdir(before)
    return folder


@pytest.mark.parametrize("example", [each for each in EXAMPLES if "bolt://" not in each])
def test_every_example_works(graphload: Program, tmp_path: Path, workspace: Path, example: str) -> None:
    shutil.copytree(workspace, tmp_path, symlinks=True, dirs_exist_ok=True)
    if "undo" in example:
        graphload("decide", "different", *shlex.split(example)[2:])
    if "import" in example:
        graphload("decisions", "export", "-o", "decisions.tsv")
    done = graphload(*shlex.split(example)[1:])
    assert (done.code, done.err) == (0, "")
    assert "query" not in example.split()[1] or len(done.out.splitlines()) > 1


def test_global_options_before_and_after_the_command(graphload: Program, tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert graphload("--db", "one", "-q", "load", "pages").out == ""
    assert graphload("load", "pages", "--db", "two", "--quiet").out == ""
    assert graphload("stats", "--db", "one").out == graphload("--db", "two", "stats").out
    assert graphload("--db", "nowhere", "stats", "--db", "one").code == 0


def test_settings_come_from_the_environment(
    graphload: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(tmp_path / "pages")
    monkeypatch.setenv("GRAPHLOAD_DB", "mine")
    assert graphload("load", "pages").code == 0
    assert (tmp_path / "mine").is_dir()
    monkeypatch.setenv("GRAPHLOAD_STORE", "bolt://127.0.0.1:1")
    assert graphload("stats").code == 9


def test_a_registry_of_ones_own_wins(graphload: Program, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("people: {broken", "utf-8")
    write_pages(tmp_path / "pages")
    done = graphload("load", "pages", "--registry", "own.yaml")
    assert done.code == 4
    assert "own.yaml" in done.err


def test_the_version(graphload: Program) -> None:
    assert graphload("--version").out == f"graphload {__version__}\n"


ERRORS = [
    (("stats",), 7, "no workspace is here"),
    (("stats", "--db", "nowhere"), 7, "nowhere: "),
    (("remove", "x"), 7, "load articles into it first"),
    (("check",), 7, "no workspace"),
    (("stats", "--store", "bolt://127.0.0.1:1"), 9, "start the server"),
    (("stats", "--store", "http://127.0.0.1:1"), 9, "bolt://"),
    (("load", "nowhere"), 3, "nowhere: No such file"),
    (("query", "visits-t"), 5, "visits-to"),
    (("frobnicate",), 2, "No such command"),
    (("load",), 2, "PATHS"),
    (("load", "--jobs", "0", "x"), 2, "--jobs"),
    (("cypher", "--param", "x", "RETURN 1"), 8, "NAME=VALUE"),
    (("query", "visits-to", "--format", "xml"), 2, "xml"),
    (("score", "nowhere.jsonl"), 3, "nowhere.jsonl"),
]


@pytest.mark.parametrize(("arguments", "code", "part"), ERRORS, ids=[" ".join(error[0]) for error in ERRORS])
def test_errors_have_their_exit_code_and_say_what_is_wrong(
    graphload: Program, arguments: tuple[str, ...], code: int, part: str
) -> None:
    done = graphload(*arguments)
    assert done.code == code
    assert part in done.err
    assert code == 2 or (done.err.count("\n"), done.err[:11]) == (1, "graphload: ")


LOADED_ERRORS = [
    (("query", "visits-to"), 8, "country"),
    (("query", "visits-to", "-p", "country=PRK", "-p", "limit=many"), 8, "limit"),
    (("query", "visits-to", "-p", "land=PRK"), 8, "land"),
    (("cypher", "MATCH (n"), 8, "mend the query"),
    (("cypher", "RETURN $x"), 8, "--param"),
    (("view", "-o", "x.html", "--focus", "nobody"), 5, "nobody"),
    (("view", "-o", "x.html", "--query", "MATCH (n:Person) RETURN n.name"), 8, "nothing to draw"),
    (("view", "-o", "no/such/folder.html"), 10, "no/such/folder.html"),
    (("export", "-o", "no/such/folder.jsonl"), 10, "no/such/folder.jsonl"),
    (("export", "--format", "parquet", "-o", "no/such/folder.parquet"), 10, "no/such/folder.parquet"),
    (("export", "--format", "csv", "-o", "pages/meeting.txt"), 10, "pages/meeting.txt"),
    (("history", "nobody"), 5, "nobody"),
    (("decide", "same", "nobody", "somebody", "--why", "x"), 5, "nobody"),
    (("decide", "maybe", "a", "b", "--why", "x"), 2, "maybe"),
    (("decide", "same", *UNSURE, "--why", " "), 6, "reason"),
]


@pytest.mark.parametrize(("arguments", "code", "part"), LOADED_ERRORS, ids=[" ".join(e[0]) for e in LOADED_ERRORS])
def test_errors_over_a_graph(loaded: Program, arguments: tuple[str, ...], code: int, part: str) -> None:
    test_errors_have_their_exit_code_and_say_what_is_wrong(loaded, arguments, code, part)


def test_a_damaged_workspace_is_one_line(loaded: Program) -> None:
    ledger = Path("graphload.db/ledger.sqlite")
    ledger.write_bytes(b"no database" * 1000)
    done = loaded("load", "pages")
    assert done.code == 7
    assert (done.err.count("\n"), "ledger.sqlite" in done.err) == (1, True)


def test_a_damaged_graph_file_is_one_line_and_can_be_made_anew(loaded: Program) -> None:
    loaded("export", "-o", "before")
    for file in Path("graphload.db").glob("graph.kgl"):
        file.write_bytes(file.read_bytes()[:100])
    done = loaded("stats")
    assert (done.code, done.err.count("\n")) == (9, 1)
    assert "check --repair" in done.err
    assert loaded("check", "--repair").out == "0 differences\n"
    loaded("export", "-o", "after")
    assert Path("before").read_bytes() == Path("after").read_bytes()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_every_shell(graphload: Program, shell: str) -> None:
    done = graphload("completion", shell)
    assert done.code == 0
    assert "_GRAPHLOAD_COMPLETE" in done.out


PROGRAM = [sys.executable, "-c", "from graphload.cli import main; main()"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("graphload que", {"queries", "query"}),
        ("graphload query meetings-b", {"meetings-between", "meetings-by-month"}),
        ("graphload view --query who", {"who-met"}),
    ],
)
def test_the_shell_is_given_names_to_complete(tmp_path: Path, typed: str, offered: set[str]) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    asked = {**os.environ, "_GRAPHLOAD_COMPLETE": "bash_complete", **words}
    script = [sys.executable, "-c", "import sys; sys.argv[0] = 'graphload'; from graphload.cli import main; main()"]
    told = subprocess.run(script, env=asked, capture_output=True, text=True, cwd=tmp_path, check=False).stdout
    assert set(told.split()) == {f"plain,{name}" for name in offered}


def test_a_pipe_that_closes_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": VISIT}) + "\n") * 300, "utf-8")
    reading = subprocess.Popen(
        [*PROGRAM, "read", "a.jsonl"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert reading.stdout is not None
    assert reading.stdout.readline()
    reading.stdout.close()
    assert reading.stderr is not None
    assert reading.stderr.read() == b""
    assert reading.wait(60) == 1


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """What a command shows on a terminal of 120 columns."""
    ours, theirs = pty.openpty()
    size = {**os.environ, "COLUMNS": "120", "TERM": "xterm"}
    running = subprocess.Popen([*PROGRAM, *arguments], cwd=folder, env=size, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # what reading gives where the other end is closed
        while piece := os.read(ours, 4096):
            shown += piece
    os.close(ours)
    assert running.wait(60) == 0
    return shown.decode()


def test_on_a_terminal_there_are_progress_and_tables(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    loading = on_a_terminal(tmp_path, "load", "pages")
    assert "reading" in loading
    assert "loaded 4," in loading
    table = on_a_terminal(tmp_path, "query", "visits-to", "-p", "country=PRK")
    assert "│ Vladimir Putin" in table
    assert "visitor" in table
    assert "person_id" not in table
    assert "रमेश चंद्र गोयनका" in on_a_terminal(tmp_path, "review")
    assert "Vladimir Putin (vladimir-putin)" in on_a_terminal(tmp_path, "history", "vladimir-putin")
    assert "reading" not in on_a_terminal(tmp_path, "load", "pages", "--quiet")


def test_on_a_terminal_an_explanation_has_colours(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(VISIT, "utf-8")
    shown = on_a_terminal(tmp_path, "explain", "visit.txt")
    assert "\x1b[32m  + VISITED: " in shown
    assert "\x1b[" not in subprocess.check_output([*PROGRAM, "explain", "visit.txt"], cwd=tmp_path, text=True)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_quietly_and_keeps_what_was_loaded(tmp_path: Path, jobs: str) -> None:
    loading = subprocess.Popen(
        [*PROGRAM, "load", "-", "--jobs", jobs], cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert loading.stdin is not None
    loading.stdin.write(b'{"text": "x y"}\n' * 10)
    loading.stdin.flush()
    deadline = time.monotonic() + 30
    while not (tmp_path / "graphload.db/ledger.sqlite").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    loading.send_signal(signal.SIGINT)
    assert loading.wait(60) == 130
    assert loading.stderr is not None
    assert loading.stderr.read().strip() == b""


def test_text_is_utf_8_whatever_the_locale_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(VISIT, "utf-8")
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([*PROGRAM, "read", "a.txt"], cwd=tmp_path, env=plain, capture_output=True, check=True)
    assert "व्लादिमीर पुतिन" in done.stdout.decode()
