"""Readable features of a candidate: what a linguist would point at to say that a relation holds, or not.

A feature is a short text such as `cases=ने|से|xyT` (an agent in ने, a companion in से, both before the
trigger). The judge weighs them; explain prints them. Nothing here knows a name or a topic.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphload.extract.lines import Atom, Line, Phrase
from graphload.language.grammar import grammar

_EDGES = (1, 2, 4, 7, 12, 20)
_QUOTES = frozenset("'\"‘’“”")
_END = "."


def bucket(distance: int) -> str:
    """A distance in words as one of seven bands."""
    return str(next((edge for edge in _EDGES if distance <= edge), "far"))


def word_at(line: Line, position: int) -> str:
    """The folded word at `position`; a full stop where the line, or its clause, has ended before it."""
    if not 0 <= position < len(line.forms):
        return _END
    return line.forms[position]


def trigger_features(line: Line, trigger: Atom, lemma: str) -> Iterator[str]:
    """The trigger, the words beside it, how its clause ends, and where it stands."""
    last = trigger.last
    first_after, second_after = word_at(line, last), word_at(line, last + 1)
    yield f"t={lemma}"
    yield f"t.form={' '.join(line.forms[trigger.first : last])}"
    yield f"tail={first_after}"
    yield f"tail2={first_after} {second_after}"
    yield f"t+tail={lemma} {first_after}"
    yield f"tail3={second_after} {word_at(line, last + 2)}"
    yield f"before={word_at(line, trigger.first - 1)}"
    yield f"end={clause_end(line, last)}"
    yield f"t+end={lemma} {clause_end(line, last)}"
    if line.title:
        yield "title"
    if line.number <= 1:
        yield "lead"
    if _quoted(line, trigger.first):
        yield "quoted"


def clause_end(line: Line, position: int) -> str:
    """The last two words of the clause that holds `position`, as a rough sign of tense and mood."""
    stop = position
    openers = grammar().clause_openers
    while stop < len(line.forms) and line.forms[stop] not in openers and not (stop > position and "," in line.gaps[stop]):
        stop += 1
    return " ".join(line.forms[max(position, stop - 2) : stop]) or _END


def _quoted(line: Line, position: int) -> bool:
    return sum(mark in _QUOTES for gap in line.gaps[: position + 1] for mark in gap) % 2 == 1


def pair_features(line: Line, x: Phrase, y: Phrase, trigger: Atom, lemma: str) -> Iterator[str]:
    """How two phrases stand to each other and to the trigger."""
    order = "".join(mark for _, mark in sorted([(x.first, "x"), (y.first, "y"), (trigger.first, "T")]))
    yield f"order={order}"
    yield f"cases={x.case}|{y.case}|{order}"
    yield f"t+cases={lemma} {x.case}|{y.case}|{order}"
    yield f"forms={x.form}|{y.form}"
    yield f"kinds={x.kind}|{y.kind}"
    yield f"gap={bucket(abs(x.first - y.first))}"
    if x.group == y.group and x.group >= 0:
        yield f"together={x.case}|{order}"
    between = sum(p.kind == y.kind for p in line.phrases if min(x.last, y.last) <= p.first < max(x.first, y.first))
    yield f"rivals={min(between, 3)}"


def phrase_features(line: Line, phrase: Phrase, trigger: Atom, lemma: str, mark: str) -> Iterator[str]:
    """One phrase against the trigger: marker, distance, what parts them, what stands beside the phrase."""
    before = phrase.first < trigger.first
    low, high = (phrase.last, trigger.first) if before else (trigger.last, phrase.first)
    side = "<" if before else ">"
    yield f"{mark}.case={phrase.case}{side}"
    yield f"{mark}.t+case={lemma} {phrase.case}{side}"
    yield f"{mark}.form={phrase.form}"
    yield f"{mark}.sub={phrase.kind} {phrase.sub}{side}" if phrase.kind != "person" else f"{mark}.{'titled' if phrase.offices else 'plain'}"
    yield f"{mark}.far={bucket(max(0, high - low))}{side}"
    openers = grammar().clause_openers
    crossed = [form for form in line.forms[low:high] if form in openers]
    yield f"{mark}.crossed={min(len(crossed), 2)}{side}"
    for form in crossed[:2]:
        yield f"{mark}.cross={form}{side}"
    commas = sum("," in gap for gap in line.gaps[low : high + 1])
    yield f"{mark}.commas={min(commas, 3)}{side}"
    rivals = sum(p.kind == phrase.kind and p.group != phrase.group for p in line.phrases if low <= p.first < high)
    yield f"{mark}.rivals={min(rivals, 3)}{side}"
    same = sum(p.kind == phrase.kind and p.case == phrase.case and p.group != phrase.group for p in line.phrases if low <= p.first < high)
    yield f"{mark}.rivals.{phrase.case}={min(same, 2)}{side}"
    yield f"{mark}.next={word_at(line, phrase.behind)}"
    yield f"{mark}.next+case={phrase.case} {word_at(line, phrase.behind)}"
    yield f"{mark}.prev={word_at(line, phrase.first - 1)}"
    if before:
        for form in line.forms[max(low, high - 6) : high]:
            yield f"{mark}.path={form}"
    else:
        for form in line.forms[low : min(high, low + 6)]:
            yield f"{mark}.path={form}>"
    if phrase.former:
        yield f"{mark}.former"
    if phrase.plural:
        yield f"{mark}.plural"
