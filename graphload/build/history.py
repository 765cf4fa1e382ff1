"""Why one person is one, and one event is one: what was joined, by which links, on whose word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphload.build.called import bearer
from graphload.build.people import reachable
from graphload.errors import NotFoundError
from graphload.ledger import Transaction
from graphload.model import Claim, Decision
from graphload.resolution import Key, Likeness, Report
from graphload.resolve.people import REGISTERED, means, own_id, people


@dataclass(frozen=True, slots=True)
class KeyUse:
    """One key of a person: in what forms articles use it, and how many do."""

    key: Key
    forms: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """Why a person is one: the keys, the links that joined them, strongest first, and all decisions on them."""

    id: str
    name: str
    keys: tuple[KeyUse, ...]
    links: tuple[Likeness, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class EventHistory:
    """Why an event is one: what each article reports of it, the most exact first, with the claims, and decisions."""

    id: str
    name: str
    reports: tuple[tuple[Report, tuple[Claim, ...]], ...]
    decisions: tuple[Decision, ...]


def history(ledger: Transaction, called: str) -> PersonHistory | EventHistory:
    """The history of the person or the event with this id, of the person of this name, or of a side of a decision.

    Raises `NotFoundError` where there is none, or several people bear the name.
    """
    id_ = called.removeprefix(REGISTERED)
    if not ledger.keys.of_entities([("Person", id_)]):
        id_ = bearer(ledger, called) or _side(ledger, called) or id_
    if keys := ledger.keys.of_entities([("Person", id_)]).get(("Person", id_)):
        return _person(ledger, id_, keys)
    if reports := ledger.reports.in_events([id_]).get(id_):
        return _event(ledger, id_, reports)
    raise NotFoundError("no such person or event", where=id_, mend="see `graphload query` for what there is")


def _side(ledger: Transaction, called: str) -> str | None:
    """Who or which event it is now that a decision calls by a key or a claim, or by an id that it took away."""
    sides = {side for each in ledger.decisions.all() for side in (each.left, each.right)}
    keys = {called, *(side for side in sides if own_id(side) == called)}
    reports = {*ledger.articles.reports_of_claims([called]).values(), *ledger.reports.in_groups([called])}
    found = {*ledger.keys.entities(keys).values(), *ledger.reports.events(reports).values()}
    return found.pop() if len(found) == 1 else None


def _person(ledger: Transaction, id_: str, keys: list[Key]) -> PersonHistory:
    standing = ledger.decisions.standing("person")
    region = reachable(ledger, keys, standing)
    names = ledger.names.alike({key.name for key in region if key.comparable})
    person = next(found for found in people(region, names, standing) if found.id == id_)
    forms = ledger.keys.forms(key.text for key in keys)
    mentions = ledger.keys.mentions({key.text: [key.text] for key in keys})
    uses = (KeyUse(key, tuple(sorted(forms[key.text])), mentions[key.text]) for key in keys)
    sides = {side for decision in ledger.decisions.all() for side in (decision.left, decision.right)}
    meant = {side for side in sides if side == REGISTERED + id_ or any(means(side, key) for key in keys)}
    name = ledger.rows.names([("Person", id_)])["Person", id_]
    return PersonHistory(id_, name, tuple(uses), person.links, _decisions(ledger, meant))


def _event(ledger: Transaction, id_: str, ids: list[str]) -> EventHistory:
    reports, claims = ledger.reports.by_id(ids), ledger.articles.claims_of_reports(ids)
    ordered = sorted(reports.values(), key=lambda report: (report.level, report.published or "", report.id))
    meant = {claim.id for told in claims.values() for claim in told}
    name = ledger.rows.names([("Event", id_)])["Event", id_]
    told = tuple((report, tuple(claims[report.id])) for report in ordered)
    return EventHistory(id_, name, told, _decisions(ledger, meant))


def _decisions(ledger: Transaction, sides: Iterable[str]) -> tuple[Decision, ...]:
    meant = set(sides)
    return tuple(each for each in ledger.decisions.all() if not meant.isdisjoint((each.left, each.right)))
