"""The command that shows why an article reads as it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from graphload.cli.command import command
from graphload.cli.terms import paths_argument, tell
from graphload.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from graphload.extract import Explanation
    from graphload.extract.notes import CandidateNote, ClaimNote, LineNote, Reason

COLOURS: Final = {
    "person": "blue",
    "country": "yellow",
    "organization": "magenta",
    "ministry": "magenta",
    "source": "cyan",
    "agreement": "green",
}
STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "marker": {"dim": True},
    "trigger": {"fg": "red", "bold": True},
    "date": {"italic": True},
}


@command(
    "explain",
    examples=[
        "graphload explain corpus/text/singapore-2018.txt",
        "graphload explain corpus/html --html why.html",
        "graphload explain corpus --rule 'MET_WITH loose'",
    ],
)
@paths_argument
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write a page with the marked-up text.")
@click.option("--all", "everything", is_flag=True, help="Show also sentences in which nothing was tried.")
@click.option("--rule", metavar="NAME", help="Show only what this rule tried.")
@click.pass_context
def explain(
    context: click.Context, paths: tuple[str, ...], html: Path | None, everything: bool, rule: str | None
) -> None:
    """Shows why articles read as they do, sentence by sentence.

    For each sentence: whom and what it mentions, with the case marker behind it, trigger words and dates; which
    relations were tried, with the judge's probability and the threshold, and the rule with its record on gold; what
    fired (+), what did not (-), and the features that weighed most for it and against it. Then the claims.
    """
    from graphload.extract import explain, page
    from graphload.files import write_text
    from graphload.inputs import articles_of

    failed: list[InputError] = []
    explanations: Iterable[Explanation] = map(explain, articles_of(paths, on_error=failed.append))
    if rule is not None:
        explanations = _by_rule(explanations, rule)
    if html is None:
        for explanation in explanations:
            click.echo("".join(f"{line}\n" for line in _lines(explanation, everything)), nl=False)
    else:
        write_text(html, [page(explanations)])
    for error in failed:
        tell(error)
    if failed:
        context.exit(InputError.exit_code)


def _by_rule(explanations: Iterable[Explanation], rule: str) -> Iterator[Explanation]:
    from graphload.extract.rulebook import rules

    if rule not in rules():
        raise NotFoundError(f"no rule {rule!r}", mend="give a name of docs/rules.md")
    kept = (explanation.by_rule(rule) for explanation in explanations)
    return (explanation for explanation in kept if explanation.lines)


def _lines(explanation: Explanation, everything: bool) -> Iterator[str]:
    yield click.style(explanation.article.title or explanation.article.id, bold=True)
    for line in explanation.lines:
        if everything or line.candidates:
            yield ""
            yield _marked(line)
            for note in line.candidates:
                yield from _candidate(note)
    yield ""
    yield click.style("Claims" if explanation.claims else "No claims", bold=True)
    yield from map(_claim, explanation.claims)
    yield ""


def _marked(line: LineNote) -> str:
    def marked() -> Iterable[str]:
        for text, mark in line.pieces():
            if mark is None:
                yield text
            elif mark.form:
                case = click.style(f"[{mark.case or mark.kind}]", dim=True)
                yield click.style(text, fg=COLOURS.get(mark.kind), underline=True) + case
            else:
                yield click.style(text, **STYLES[mark.kind])

    return "".join(marked())


def _candidate(note: CandidateNote) -> Iterator[str]:
    sign, colour = ("+", "green") if note.fired else ("-", "yellow")
    head = f"  {sign} {note.relation}: {note.source} -> {note.target}"
    yield click.style(head, fg=colour) + f"  {note.probability:.2f} (from {note.threshold:.2f})"
    yield f"      rule {note.rule} ({note.record}), opened by {note.trigger}"
    yield from _reasons("for", note.speaks_for)
    yield from _reasons("against", note.speaks_against)


def _reasons(name: str, reasons: Sequence[Reason]) -> Iterator[str]:
    if reasons:
        told = ", ".join(f"{weight:+.2f} {feature}" for feature, weight in reasons)
        yield click.style(f"      {name:<8}{told}", dim=True)


def _claim(claim: ClaimNote) -> str:
    told = ", ".join(filter(None, (claim.status, claim.date, claim.country)))
    head = click.style(f"  {claim.relation}: {claim.source} -> {claim.target}", fg="green")
    seen = f"{claim.sentences} sentence{'s' * (claim.sentences > 1)}"
    return f"{head}, {told}; {seen}, confidence {claim.confidence:.2f}, rule {claim.rule} ({claim.record})"


COMMANDS: Final = (explain,)
