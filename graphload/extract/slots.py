"""Slots: the part that each phrase plays for a trigger, once clauses and the phrases between are reckoned with.

A marker alone does not tell it: in "A ने कहा कि B ने C से मुलाकात की" both A and B are agents, but only B's clause has
the meeting. The agent of a clause that names none is that of the clause before; the companion never is.
"""

from __future__ import annotations

from graphload.extract.clauses import Clause
from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon

OUT, HOLDER = "out", "holder"
_ACTORS = ("person", "country", "organization", "ministry", "source")


def role(phrase: Phrase) -> str:
    """The role that the phrase's marker may give it."""
    return grammar().roles.get(phrase.case, "other")


def slot(line: Line, phrase: Phrase, trigger: Atom) -> str:
    """The part of `phrase` for the trigger: its role, `2` behind it where a like phrase stands nearer, or `out`.

    `>` marks a phrase behind the trigger, `shared` an agent of an earlier clause.
    """
    if phrase.form == "zero" or phrase.first < 0:
        return "zero"
    here = line.clause_at(trigger.first)
    if here.holds(phrase.first):
        return _near(line, phrase, trigger, here)
    if phrase.first > here.first:
        return _told(line, phrase, here)
    bearer = subject(line, here)
    if bearer is None:
        earlier = [c for c in line.clauses if c.first < here.first]
        for clause in reversed(earlier):
            bearer = subject(line, clause)
            if bearer is not None and not speaks_for_others(bearer):
                return f"shared {role(phrase)}" if _together(phrase, bearer) else OUT
    return OUT


def _told(line: Line, phrase: Phrase, here: Clause) -> str:
    """The part of a phrase behind the trigger's clause: what is said, of whom, or nothing that the trigger tells."""
    clause = line.clause_at(phrase.first)
    if clause.first != here.last or clause.opener not in grammar().complementizers:
        return f"{OUT}>"
    actor = subject(line, clause)
    return "said subject" if actor is not None and _together(phrase, actor) else f"said {role(phrase)}"


def _near(line: Line, phrase: Phrase, trigger: Atom, here: Clause) -> str:
    mine, behind = role(phrase), phrase.first > trigger.first
    low, high = (trigger.last, phrase.first) if behind else (phrase.behind, trigger.first)
    nearer = any(
        other.kind == phrase.kind
        and role(other) == mine
        and not _together(other, phrase)
        and not other.means(phrase)
        and low <= other.first < high
        for other in line.phrases
        if here.holds(other.first)
    )
    part = HOLDER if mine == "owner" and _has_own(line, phrase) else mine
    return f"{part}{'2' if nearer else ''}{'>' if behind else ''}"


def _has_own(line: Line, phrase: Phrase) -> bool:
    """Whether what the phrase owns is somebody or something else than the trigger tells: X के बयान का, X की बेटी से."""
    return phrase.behind < len(line.forms) and line.forms[phrase.behind] in grammar().kin


def subject(line: Line, clause: Clause) -> Phrase | None:
    """Who acts in a clause: the last phrase with an agent's marker, else the first actor without any."""
    actors = [p for p in line.phrases if p.kind in _ACTORS and clause.holds(p.first)]
    agents = [p for p in actors if role(p) == "agent"]
    if agents:
        return agents[-1]
    return next((p for p in actors if role(p) == "bare" and p.behind < clause.last), None)


def marks_agent(line: Line, clause: Clause) -> bool:
    """Whether the marker of an agent stands in a clause, be its bearer a phrase or not."""
    return "ने" in line.forms[clause.first : clause.last]


def may_leave_out(line: Line, trigger: Atom) -> bool:
    """Whether the clause of the trigger, and those before it in the sentence, may leave their subject unsaid."""
    here = line.clause_at(trigger.first)
    owned = any(p.kind == "person" and role(p) == "owner" and here.holds(p.first) for p in line.phrases)
    return not owned and not any(
        _acts_unread(line, clause) if (actor := subject(line, clause)) is None else not speaks_for_others(actor)
        for clause in line.clauses
        if clause.first <= here.first
    )


def speaks_for_others(phrase: Phrase) -> bool:
    """Whether the phrase names a spokesperson, who tells what others did."""
    return any(map(lexicon().speaks_for_others, phrase.offices))


def _acts_unread(line: Line, clause: Clause) -> bool:
    """Whether somebody acts whom no phrase names: a word before ने, or a body of people (प्रतिनिधिमंडल)."""
    return marks_agent(line, clause) or not grammar().groups.isdisjoint(line.forms[clause.first : clause.last])


def _together(a: Phrase, b: Phrase) -> bool:
    return a is b or (a.group >= 0 and a.group == b.group)
