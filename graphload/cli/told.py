"""Unsure pairs and histories for people's eyes: tables on a terminal, else JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from graphload.cli.output import show_framed, show_lines

if TYPE_CHECKING:
    from graphload.build.history import EventHistory, PersonHistory
    from graphload.build.unsure import Side, Unsure
    from graphload.model import Decision

_DECISION: Final = ("judgement", "left", "right", "by", "why", "at")


def show_unsure(pairs: Sequence[Unsure]) -> None:
    """Prints pairs of people or events, each side by side."""
    if not sys.stdout.isatty():
        show_lines(pairs)
        return
    if not pairs:
        click.echo("nothing is left to decide")
    for pair in pairs:
        facts = dict.fromkeys((*pair.left.facts, *pair.right.facts))
        names = ("id", "forms", *facts, "claims", "sentences")
        rows = zip(names, _side(pair.left, facts), _side(pair.right, facts), strict=True)
        title = f"{pair.score:.2f}: {'; '.join(pair.reasons)} ({pair.claims} claims)"
        show_framed(("", pair.left.name, pair.right.name), rows, title=title)


def show_history(history: PersonHistory | EventHistory) -> None:
    """Prints why a person or an event is one."""
    from graphload.build.history import EventHistory

    if not sys.stdout.isatty():
        show_lines([history])
    elif isinstance(history, EventHistory):
        _show_event(history)
    else:
        _show_person(history)


def _side(side: Side, facts: Iterable[str]) -> Sequence[Any]:
    told = (side.facts.get(fact) for fact in facts)
    return side.id, side.forms, *told, side.claims, "\n\n".join(side.quotes)


def _show_person(person: PersonHistory) -> None:
    keys = (
        (use.key.name or use.key.text, use.key.office, use.key.country, use.forms, use.articles) for use in person.keys
    )
    show_framed(("name", "office", "country", "forms", "articles"), keys, title=f"{person.name} ({person.id})")
    links = ((link.left, link.right, link.score, link.verdict, link.reasons) for link in person.links)
    if person.links:
        show_framed(("left", "right", "score", "verdict", "reasons"), links, title="links")
    _show_decisions(person.decisions)


def _show_event(event: EventHistory) -> None:
    rows = (
        (report.article, claim.status, claim.date, claim.country, claim.evidence[0].quote)
        for report, claims in event.reports
        for claim in claims
    )
    show_framed(("article", "status", "date", "country", "sentence"), rows, title=f"{event.name} ({event.id})")
    _show_decisions(event.decisions)


def _show_decisions(decisions: Sequence[Decision]) -> None:
    if decisions:
        show_framed(_DECISION, ([getattr(each, name) for name in _DECISION] for each in decisions), title="decisions")
