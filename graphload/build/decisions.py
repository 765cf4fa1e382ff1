"""What people say of names and events, as decisions that stay true whatever is loaded later.

A decision on people speaks of names, of the text of a key, or of a person of the registry (`@` and the id); one on
events speaks of claims. Ids of people and events are for people to type: they are looked up once, and what
is kept is the smallest key of the person, and the smallest claim of the event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations
from typing import Final, Literal

from graphload.build.called import also_called, fully_named, only
from graphload.errors import DecisionError, NotFoundError
from graphload.language.romanise import romanise
from graphload.ledger import Transaction
from graphload.lexicon.script import fold_name
from graphload.model import Decision
from graphload.resolve.bearers import Bearers, Told
from graphload.resolve.people import REGISTERED, own_id, smallest
from graphload.resolve.sets import DisjointSets

Kind = Literal["person", "event"]
_A: Final = {"person": "a person", "event": "an event"}
_LOOK: Final = "see `graphload review` and `graphload query`"


def sides(ledger: Transaction, bearers: Bearers, left: str, right: str) -> tuple[Kind, str, str]:
    """The kind of a decision on `left` and `right`, and what it keeps of each, in order.

    Raises `NotFoundError` where one is nothing known, or a name that several people bear; `DecisionError` where they
    are of two kinds or one thing.
    """
    both = [_side(ledger, bearers, text) for text in (left, right)]
    (kind, first), (other_kind, second) = both
    if kind != other_kind:
        one, other = (f"{text} is {_A[each]}" for text, each in ((left, kind), (right, other_kind)))
        raise DecisionError(f"{one} and {other}", mend="name two of one kind")
    if first == second:
        raise DecisionError(f"{left} and {right} are the same {kind} name", mend="name two that differ")
    return kind, min(first, second), max(first, second)


def _side(ledger: Transaction, bearers: Bearers, text: str) -> tuple[Kind, str]:
    if claim := _claim(ledger, text):
        return "event", claim
    if bearers.get(text.removeprefix(REGISTERED)):
        return "person", REGISTERED + text.removeprefix(REGISTERED)
    if key := _own_key(ledger, text):
        return "person", key
    if any(ledger.keys.by_text([text])):
        return "person", text
    if only(ledger, text, fully_named(ledger, text)):
        return "person", fold_name(text)
    if id_ := only(ledger, text, also_called(ledger, text)):
        return _side(ledger, bearers, id_)
    raise NotFoundError("no person, event, claim or name", where=text, mend=_LOOK)


def _own_key(ledger: Transaction, id_: str) -> str | None:
    """The key that the person with this id has the id from."""
    keys = ledger.keys.of_entities([("Person", id_)]).get(("Person", id_), ())
    return smallest(key.text for key in keys) if keys else None


def _claim(ledger: Transaction, text: str) -> str | None:
    """The claim `text`, or the smallest claim of the event `text`."""
    if text in ledger.articles.reports_of_claims([text]):
        return text
    reports = ledger.reports.in_events([text]).get(text, [])
    claims = [claim.id for told in ledger.articles.claims_of_reports(reports).values() for claim in told]
    return min(claims, default=None)


def standing_on(ledger: Transaction, bearers: Bearers, left: str, right: str) -> Decision:
    """The decision that stands on two sides, be they told in its own words or by ids, even by one that is gone.

    Raises `DecisionError` where none stands, or several do.
    """
    standing = [each for kind in ("person", "event") for each in ledger.decisions.standing(kind)]
    words = [_words(ledger, bearers, text, standing) for text in (left, right)]
    exact = [each for each in standing if {each.left, each.right} == {left, right}]
    found = exact or [each for each in standing if _joins(each, *words)]
    if not found:
        what, mend = "no decision stands on these two", "see `graphload decisions export` for those that do"
    else:
        what, mend = "several decisions stand on these two", f"name the sides of one: {_listed(found)}"
    if len(found) != 1:
        raise DecisionError(what, where=f"{left}, {right}", mend=mend)
    return found[0]


def _joins(decision: Decision, left: Collection[str], right: Collection[str]) -> bool:
    return (decision.left in left and decision.right in right) or (decision.right in left and decision.left in right)


def _listed(decisions: Iterable[Decision]) -> str:
    return "; ".join(f"{each.left}, {each.right}" for each in decisions)


def _words(ledger: Transaction, bearers: Bearers, text: str, standing: Iterable[Decision]) -> set[str]:
    """Every side by which a decision may speak of `text`: names and keys of a person, claims of an event."""
    words = {text, fold_name(text)}
    if bearers.get(text.removeprefix(REGISTERED)):
        words.add(REGISTERED + text.removeprefix(REGISTERED))
    named = list(ledger.keys.by_name([fold_name(text)]))
    people = {text} if named else {text, *also_called(ledger, text)}
    words |= {REGISTERED + id_ for id_ in people if bearers.get(id_)}
    of_ids = ledger.keys.of_entities(("Person", id_) for id_ in people)
    keys = [*named, *(key for found in of_ids.values() for key in found)]
    words |= {word for key in keys for word in (key.text, key.name) if word}
    reports = list(ledger.reports.in_groups([text])) or ledger.reports.in_events([text]).get(text, [])
    words |= {claim.id for told in ledger.articles.claims_of_reports(reports).values() for claim in told}
    return words | {side for each in standing for side in (each.left, each.right) if _was(side, text)}


def _was(side: str, text: str) -> bool:
    """Whether `text` is the id, or the name in Latin script, that the side of a decision had for itself."""
    name = side.split("|")[1] if side.startswith("Person|") else side
    return own_id(side) == text or fold_name(romanise(name)) == fold_name(text)


def check_reasoned(decision: Decision) -> None:
    """Raises `DecisionError` where nobody could see why it was made."""
    if not decision.why.strip():
        raise DecisionError("a decision needs a reason", mend="say why (--why TEXT)")


def check_consistent(ledger: Transaction, bearers: Bearers, decision: Decision) -> None:
    """Raises `DecisionError` where `decision` and those that stand contradict each other, over however many steps.

    So does one that makes two people of the registry one, be they named by id or by name.
    """
    where, two = f"{decision.left}, {decision.right}", {decision.left, decision.right}
    standing = ledger.decisions.standing(decision.kind)
    all_ = [*(each for each in standing if {each.left, each.right} != two), decision]
    same = DisjointSets({side for each in all_ for side in (each.left, each.right)})
    for each in all_:
        if each.judgement == "same":
            same.join(each.left, each.right)
    for each in all_:
        if each.judgement == "different" and same.together(each.left, each.right):
            raise DecisionError(
                f"{each.left} and {each.right} were decided different by {each.by}, and other decisions make them one",
                where=where,
                mend="undo one of them first",
            )
    if decision.kind == "person" and decision.judgement == "same":
        _check_registered(ledger, bearers, same.members(decision.left), where)


def _check_registered(ledger: Transaction, bearers: Bearers, sides_: Iterable[str], where: str) -> None:
    meant = list(filter(None, (_registered(ledger, bearers, side) for side in sorted(sides_))))
    for one, other in combinations(meant, 2):
        if one.isdisjoint(other):
            what = f"{REGISTERED}{min(one)} and {REGISTERED}{min(other)} are two people of the registry"
            raise DecisionError(what, where=where, mend="correct the registry instead")


def _registered(ledger: Transaction, bearers: Bearers, side: str) -> set[str]:
    """Whom of the registry a side stands for: all who bear the name in the graph, else whom the registry has by it."""
    if side.startswith(REGISTERED):
        return {side.removeprefix(REGISTERED)}
    keys = [*ledger.keys.by_text([side]), *ledger.keys.by_name([side])]
    anchors = {key.anchor for key in keys} if keys else {bearers.bearer(None, Told(side, None, None))[0]}
    return {anchor for anchor in anchors if anchor}
