"""Scenes: one trigger in its line, and how the phrases around it stand to it and to each other.

Every pair of phrases is weighed against the trigger, so that what is said of one phrase alone is worked out once.
"""

from __future__ import annotations

from graphload.extract.features import Features, bucket, trigger_features, word_at, word_class
from graphload.extract.lines import Atom, Line, Phrase
from graphload.extract.slots import marks_agent, role, slot, subject
from graphload.language.grammar import grammar

_PATH = 6
_NONE, _WORD = "none", "word"
_OBJECTS = ("target", "companion", "patient", "between")
_OBJECT_MARKERS = {"साथ": "companion", "खिलाफ": "target", "बीच": "between"}
"""The last words of longer markers, by the part that they give."""
_ORDERS = {True: ("Txy", "xTy", "xyT"), False: ("Tyx", "yTx", "yxT")}
"""The order in the text, by whether x stands before y, and by how many of the two stand before the trigger."""


class Stance:
    """How one phrase stands to the trigger: its `role`, its `slot`, and whether its way to the trigger is `clean`.

    Clean is a way within one clause, on which no other phrase of the same kind and role stands nearer.
    """

    __slots__ = ("_marked", "_told", "clean", "phrase", "role", "slot")

    def __init__(self, phrase: Phrase, slot: str, clean: bool, told: list[str]) -> None:
        self.phrase, self.role, self.slot, self.clean = phrase, role(phrase), slot, clean
        self._told = told
        self._marked: dict[str, Features] = {}

    def as_end(self, mark: str) -> Features:
        """The features of the phrase as the end `mark` of a relation: x, y, or a for an agreement."""
        found = self._marked.get(mark)
        if found is None:
            found = self._marked[mark] = Features(self._told, mark)
        return found


class Scene:
    """One trigger in its line."""

    __slots__ = ("_holders", "_stances", "lemma", "line", "tail", "trigger")

    def __init__(self, line: Line, trigger: Atom, lemma: str) -> None:
        self.line, self.trigger, self.lemma = line, trigger, lemma
        self.tail = word_class(line, trigger.last)
        self._stances: dict[int, Stance] = {}
        self._holders: dict[str, Phrase | str] = {}

    def features(self) -> list[str]:
        """What is said of the trigger alone."""
        return trigger_features(self.line, self.trigger, self.lemma)

    def stance(self, phrase: Phrase) -> Stance:
        """How `phrase` stands to the trigger."""
        found = self._stances.get(id(phrase))
        if found is None:
            # The stance keeps the phrase: its identity is the key, and must not pass to another.
            found = self._stances[id(phrase)] = self._work_out(phrase)
        return found

    def pair_features(self, a: Stance, b: Stance) -> list[str]:
        """How two phrases stand to each other and to the trigger."""
        lemma, tail, x, y = self.lemma, self.tail, a.phrase, b.phrase
        start, low, high = self.trigger.first, min(x.last, y.last), max(x.first, y.first)
        order = _ORDERS[x.first <= y.first][(x.first < start) + (y.first < start)]
        frame, cases = _frame(order, a, b), f"{x.case}|{y.case}|{order}"
        same = x.group == y.group >= 0
        slots = f"{a.slot}|{b.slot}{'=' if same else ''}"
        between = sum(
            [p.kind == y.kind and not (p.means(x) or p.means(y)) for p in self.line.phrases if low <= p.first < high]
        )
        told = [
            f"order={order}",
            f"frame={frame}",
            f"t+frame={lemma} {frame}",
            f"frame+tail={frame} {tail}",
            f"slots={slots}",
            f"t+slots={lemma} {slots}",
            f"slots+tail={slots} {tail}",
            f"cases={cases}",
            f"t+cases={lemma} {cases}",
            f"forms={x.form}|{y.form}",
            f"kinds={x.kind}|{y.kind}",
            f"gap={bucket(abs(x.first - y.first))}",
            f"rivals={min(between, 3)}",
        ]
        if same:
            told.append(f"together={x.case}|{order}")
        return told

    def holder_features(self, x: Phrase, y: Phrase) -> list[str]:
        """Who acts in the trigger's clause and whom its markers name: one of these two, another, or an unknown word."""
        if not self._holders:
            self._holders = _holders(self.line, self.trigger)
        told = []
        for part, holder in self._holders.items():
            who = holder if isinstance(holder, str) else _which(holder, x, y)
            told += [f"{part}={who}", f"t+{part}={self.lemma} {who}"]
        return told

    def _work_out(self, phrase: Phrase) -> Stance:
        """One phrase against the trigger: marker, distance, what parts them, what stands beside the phrase."""
        line, trigger, case = self.line, self.trigger, phrase.case
        before = phrase.first < trigger.first
        low, high = (phrase.last, trigger.first) if before else (trigger.last, phrase.first)
        side = "<" if before else ">"
        mine, after = role(phrase), word_at(line, phrase.behind)
        rivals = [
            p
            for p in line.phrases
            if low <= p.first < high and p.kind == phrase.kind and p.group != phrase.group and not p.means(phrase)
        ]
        crossed = [line.forms[k] for k in line.openers if low <= k < high]
        commas = sum([low <= k <= high for k in line.commas])
        clean = not crossed and all(role(p) != mine for p in rivals)
        told = [
            f"case={case}{side}",
            f"t+case={self.lemma} {case}{side}",
            f"form={phrase.form}",
            f"role={mine}{side}",
            f"clean={mine}{side}{clean}",
            f"next.class={case} {word_class(line, phrase.behind)}",
            f"far={bucket(max(0, high - low))}{side}",
            f"crossed={min(len(crossed), 2)}{side}",
            f"commas={min(commas, 3)}{side}",
            f"rivals={min(len(rivals), 3)}{side}",
            f"rivals.{case}={min(sum([p.case == case for p in rivals]), 2)}{side}",
            f"next={after}",
            f"next+case={case} {after}",
            f"prev={word_at(line, phrase.first - 1)}",
            *_own_features(phrase, side),
            *[f"cross={form}{side}" for form in dict.fromkeys(crossed[:2])],
        ]
        if phrase.behind == trigger.first:
            told.append(f"touches={case}")
        path = line.forms[max(low, high - _PATH) : high] if before else line.forms[low : min(high, low + _PATH)]
        told += [f"path={form}" if before else f"path={form}>" for form in dict.fromkeys(path)]
        return Stance(phrase, slot(line, phrase, trigger), clean, told)


def _holders(line: Line, trigger: Atom) -> dict[str, Phrase | str]:
    """Who acts in the clause of the trigger (`doer`), and who holds each part of an object there, nearest before it.

    `none` stands for nobody, `word` for one that no phrase names.
    """
    here, words = line.clause_at(trigger.first), grammar()
    acts = _WORD if marks_agent(line, here) else _NONE
    found: dict[str, Phrase | str] = {"doer": subject(line, here) or acts} | dict.fromkeys(_OBJECTS, _NONE)
    marked = {p.behind - 1: p for p in line.phrases if here.holds(p.first)}
    for k in (*range(here.first, trigger.first), *range(trigger.last, here.last)):
        part = _OBJECT_MARKERS.get(line.forms[k]) or words.roles.get(words.cases.get((line.forms[k],), ""), "")
        if part in _OBJECTS and (k < trigger.first or found[part] == _NONE):
            found[part] = marked.get(k, _WORD)
    return found


def _which(holder: Phrase, x: Phrase, y: Phrase) -> str:
    """Which of two phrases it is, stands in one list with, or names again."""
    for name, phrase in (("x", x), ("y", y)):
        if holder is phrase or holder.group == phrase.group >= 0 or holder.means(phrase):
            return name
    return "other"


def _frame(order: str, x: Stance, y: Stance) -> str:
    """The roles of two phrases and the trigger in the order of the text, and whether both ways are clean."""
    marks = {"x": f"x:{x.role}", "y": f"y:{y.role}", "T": "T"}
    whole = " ".join([marks[mark] for mark in order])
    return f"{whole} clean" if x.clean and y.clean else whole


def _own_features(phrase: Phrase, side: str) -> list[str]:
    """What the phrase is, whatever stands around it."""
    if phrase.kind == "person":
        told = ["titled" if phrase.offices else "plain"]
    else:
        told = [f"sub={phrase.kind} {phrase.sub}{side}"]
    if phrase.form == "pair":
        told.append(f"pair={phrase.sub}")
    if phrase.former:
        told.append("former")
    if phrase.plural:
        told.append("plural")
    return told
