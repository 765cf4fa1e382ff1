"""Pronouns: whom a pronoun stands for, where the sentence makes it plain.

In the agent's place it takes the one who acts in the clause before, in the same sentence or else in the sentence
before (the centre of attention, after centering theory); elsewhere it takes the last one spoken of who does not act
in its own clause. It stands for nobody where its verb is singular, as news never says of those it names, where
many or somebody unread stand between, and where it takes up what जो or an accusation speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphload.extract.cast import Cast
from graphload.extract.clauses import Clause
from graphload.extract.lines import Line, Phrase
from graphload.extract.slots import marks_agent, role, subject
from graphload.language.grammar import grammar
from graphload.lexicon.load import lexicon

ACTS = ("agent", "bare")
_SINGULAR = ("ेगा", "ेगी", "एगा", "एगी")
_CORRELATIVE = "जो"


def acting(line: Line, clause: Clause) -> list[int]:
    """The one person who acts in the clause."""
    actor = subject(line, clause)
    return actor.refs if actor is not None and actor.kind == "person" and len(actor.refs) == 1 else []


class Pronouns:
    """Follows the pronouns of one article back to its cast."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def whom(self, line: Line, phrase: Phrase, spoken: Sequence[int], quoted: list[int]) -> list[int]:
        """Whom the pronoun stands for, or nobody.

        `spoken` are the persons of the last sentence that names any; `quoted` is whose words the sentence goes on with.
        """
        here = line.clause_at(phrase.first)
        if phrase.sub == "speaker":
            return speaker(line, here) or quoted
        if phrase.sub == "relative":
            return _antecedent(line, phrase)
        if _tells_of_others(line, phrase, here):
            return []
        before = self._actors_before(line, here)
        if before is None:
            return []
        if role(phrase) in ACTS:
            accused = _accused(line, here)
            found = accused.refs if accused else [*before, *spoken][:1]
            found = found if len(found) == 1 else []
            return [ref for ref in found if not (line.forms[phrase.first] in grammar().blunt and self._known(ref))]
        own = acting(line, here) or before[:1]
        named = [p.refs[0] for p in line.phrases if p.last <= here.first and p.kind == "person" and len(p.refs) == 1]
        return [ref for ref in (*before, *reversed(named), *spoken) if ref not in own][:1]

    def _actors_before(self, line: Line, here: Clause) -> list[int] | None:
        """Who acts in the clauses before, the nearest first; `None` where it is somebody whom nothing tells."""
        found: list[int] = []
        for clause in reversed([c for c in line.clauses if c.first < here.first]):
            actor = subject(line, clause)
            unread = acts_unread(line, clause) or (
                actor is not None and actor.kind == "person" and len(actor.refs) != 1 and role(actor) == ACTS[0]
            )
            if unread and not found:
                return None
            known = acting(line, clause) if actor is not None else _topic(line, clause)
            found += [ref for ref in known if says(line, here) or not self.speaks_for_others(ref)]
        return found

    def speaks_for_others(self, ref: int) -> bool:
        """Whether the person is a spokesperson, who tells what others did."""
        return any(lexicon().speaks_for_others(office) for office, _ in self._cast.members[ref].posts)

    def _known(self, ref: int) -> bool:
        return self._cast.members[ref].key is not None


def body_before(line: Line, phrase: Phrase) -> Phrase | None:
    """The body or the country that a blunt pronoun takes up: who acts in the clause before, in the same sentence."""
    if line.forms[phrase.first] not in grammar().blunt | grammar().relatives.keys() or role(phrase) not in ACTS:
        return None
    here = line.clause_at(phrase.first)
    before = [clause for clause in line.clauses if clause.first < here.first]
    actor = subject(line, before[-1]) if before else None
    return actor if actor is not None and actor.kind != "person" and actor.form == "named" and actor.key else None


def acts_unread(line: Line, clause: Clause) -> bool:
    """Whether somebody acts in the clause whom no phrase names: कंपनी ने."""
    return marks_agent(line, clause) and subject(line, clause) is None


def _topic(line: Line, clause: Clause) -> list[int]:
    """The person with whom a clause breaks off that tells of nobody's doing: मोदी जब पहुंचे तो."""
    last = next((p for p in reversed(line.phrases) if clause.holds(p.first)), None)
    ends = last is not None and last.kind == "person" and role(last) == ACTS[1] and last.last == clause.last
    return last.refs if last is not None and ends and len(last.refs) == 1 else []


def speaker(line: Line, here: Clause | None = None) -> list[int]:
    """Who says what the clause `here` tells, or anything in the line: the nearest before it, else the first behind."""
    saying = [clause for clause in line.clauses if clause != here and says(line, clause)]
    before = [clause for clause in saying if here is not None and clause.first < here.first]
    return next(filter(None, (acting(line, clause) for clause in (*reversed(before), *saying))), [])


def says(line: Line, clause: Clause) -> bool:
    """Whether the clause has a verb of saying."""
    kind = grammar().verb_kind
    return any(kind(form) == "say" for form in line.forms[clause.first : clause.last])


def _antecedent(line: Line, phrase: Phrase) -> list[int]:
    """Whom a relative pronoun takes up: who stands right before it, else who is something, in the clause before."""
    before = [p for p in line.phrases if p.kind == "person" and p.last <= phrase.first]
    if before and phrase.first in (before[-1].last, before[-1].behind):
        return before[-1].refs if len(before[-1].refs) == 1 else []
    if phrase.first and grammar().verb_kind(line.forms[phrase.first - 1]) == "be":
        return acting(line, line.clause_at(phrase.first - 1))
    return []


def _tells_of_others(line: Line, phrase: Phrase, here: Clause) -> bool:
    """Whether the pronoun is no person of the article by what stands around it."""
    words, forms = grammar(), line.forms
    if role(phrase) == ACTS[1] and line.clear(phrase.last) and forms[phrase.last] in words.crowds:
        return True
    if any(clause.opener == _CORRELATIVE and clause.first < here.first for clause in line.clauses):
        return True
    if role(phrase) != ACTS[0] and any(forms[k] in words.crowds and forms[k + 1] != "ने" for k in range(phrase.first)):
        return True
    return role(phrase) == ACTS[1] and (_singular(forms[here.last - 1]) or _addressed(line, here))


def _singular(form: str) -> bool:
    return form in grammar().singular or form.endswith(_SINGULAR)


def _before(line: Line, here: Clause) -> Clause | None:
    """The clause that tells what `here` says, behind a कि."""
    if here.opener not in grammar().complementizers:
        return None
    return line.clause_at(here.first - 1) if here.first else None


def _addressed(line: Line, here: Clause) -> bool:
    """Whether somebody is told what to do: अधिकारियों से कहा कि वे."""
    told, kind = _before(line, here), grammar().verb_kind
    if told is None:
        return False
    return any(kind(line.forms[k]) == "say" and line.forms[k - 1] == "से" for k in range(told.first + 1, told.last))


def _accused(line: Line, here: Clause) -> Phrase | None:
    """Who is accused of what the clause tells: पुतिन पर आरोप लगाया कि उन्होंने."""
    told = _before(line, here)
    if told is None or not any(t.relation == "ACCUSED" and told.holds(t.atom.first) for t in line.triggers):
        return None
    return next((p for p in reversed(line.phrases) if told.holds(p.first) and role(p) == "target"), None)
