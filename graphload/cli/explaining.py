"""The command that shows why an article reads as it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graphload.cli.command import command
from graphload.cli.terms import paths_argument, tell
from graphload.errors import InputError

if TYPE_CHECKING:
    from graphload.extract import Explanation
    from graphload.extract.explain import CandidateNote, LineNote

COLOURS: Final = {
    "person": "blue",
    "country": "yellow",
    "organization": "magenta",
    "ministry": "magenta",
    "source": "cyan",
    "agreement": "green",
}


@command(
    "explain",
    examples=["graphload explain corpus/text/singapore-2018.txt", "graphload explain corpus/html --html why.html"],
)
@paths_argument
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write a page with the marked-up text.")
@click.option("--all", "everything", is_flag=True, help="Show also sentences in which nothing was tried.")
@click.pass_context
def explain(context: click.Context, paths: tuple[str, ...], html: Path | None, everything: bool) -> None:
    """Shows why articles read as they do, sentence by sentence.

    For each sentence: whom and what it mentions, with the case marker behind it; which relations were tried, with
    the judge's probability and the threshold; what fired (+), what did not (-), and the features that weighed most.
    """
    from graphload.extract import explain, page
    from graphload.files import write_text
    from graphload.inputs import articles_of

    failed: list[InputError] = []
    explanations = map(explain, articles_of(paths, on_error=failed.append))
    if html is None:
        for explanation in explanations:
            click.echo("".join(f"{line}\n" for line in _lines(explanation, everything)), nl=False)
    else:
        write_text(html, [page(explanations)])
    for error in failed:
        tell(error)
    if failed:
        context.exit(InputError.exit_code)


def _lines(explanation: Explanation, everything: bool) -> Iterator[str]:
    yield click.style(explanation.article.title or explanation.article.id, bold=True)
    for line in explanation.lines:
        if everything or line.candidates:
            yield ""
            yield _marked(line)
            for note in line.candidates:
                yield from _candidate(note)


def _marked(line: LineNote) -> str:
    from graphload.extract.explain import pieces

    def marked() -> Iterable[str]:
        for text, mention in pieces(line):
            if mention is None:
                yield text
            else:
                case = click.style(f"[{mention.case or mention.kind}]", dim=True)
                yield click.style(text, fg=COLOURS.get(mention.kind), underline=True) + case

    return "".join(marked())


def _candidate(note: CandidateNote) -> Iterator[str]:
    sign, colour = ("+", "green") if note.fired else ("-", "yellow")
    head = f"  {sign} {note.relation}: {note.source} -> {note.target}"
    yield click.style(head, fg=colour) + f"  {note.probability:.2f} (from {note.threshold:.2f})  {note.rule}"
    yield click.style("      " + ", ".join(f"{weight:+.2f} {feature}" for feature, weight in note.reasons), dim=True)


COMMANDS: Final = (explain,)
