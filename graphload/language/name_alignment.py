"""Which words of two names answer each other: in order, or with one moved from an end to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graphload.language.name_parts import Part, name_words
from graphload.language.sounds import likeness, sound

Parts = tuple[Part, ...]
NEAR = 0.6
"""Below this two words do not answer each other."""
SPELLING = 0.97
BY_INITIAL = 0.9
JOINED, JOINED_WEIGHT = 0.85, 1.0
"""How alike two words written as one have to be to the other side, in sound and in weight."""
TAKEN_TOGETHER = ((1, 1), (1, 2), (2, 1))
"""How many words of either side may answer each other: राम नाथ and रामनाथ are (2, 1)."""


class Match(NamedTuple):
    """Words of the left name that answer words of the right one."""

    left: Parts
    right: Parts
    score: float
    by_initial: bool = False


Step = tuple[float, tuple[int, int], Match | None]
"""What is answered from here on, the place that follows, and the match that leads there."""
Ways = dict[tuple[int, int], Step]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words that match, and those that nothing answers.

    `turned`: in another order. `inside`: the names agree at both ends, so that what is left over is in the middle.
    """

    matches: tuple[Match, ...]
    left: Parts
    right: Parts
    turned: bool = False
    inside: bool = False


def align(left: Parts, right: Parts) -> Alignment:
    """The best alignment of two names: that which answers most of them."""
    if len(left) == len(right) and not _has_particle(left) and not _has_particle(right):
        return _align_evenly(left, right)
    best = _in_order(left, right)
    for turned in _turns(right) if best.left or best.right else ():
        found = _in_order(left, turned)
        if not (found.left and found.right) and _value(found) > _value(best):
            best = Alignment(found.matches, found.left, found.right, turned=True)
    return best


def _align_evenly(left: Parts, right: Parts) -> Alignment:
    """The alignment of two names of as many words: one to one, or else not one name."""
    for turned in (right, *_turns(right)):
        pairs = [_match_words(one, other) for one, other in zip(left, turned, strict=True)]
        if all(pairs):
            return Alignment(tuple(filter(None, pairs)), (), (), turned=turned is not right)
    pairs = [_match_words(one, other) for one, other in zip(left, right, strict=True)]
    rest = [tuple(part for part, match in zip(side, pairs, strict=True) if not match) for side in (left, right)]
    return Alignment(tuple(filter(None, pairs)), rest[0], rest[1])


def _turns(right: Parts) -> tuple[Parts, ...]:
    """`right` with a word moved from one end to the other."""
    if len(right) < 2:
        return ()
    return (right[1:] + right[:1],) if len(right) == 2 else (right[1:] + right[:1], right[-1:] + right[:-1])


def _has_particle(parts: Parts) -> bool:
    return not name_words().particles.isdisjoint(part.text for part in parts)


def _value(found: Alignment) -> float:
    return sum(match.score * len(match.left + match.right) for match in found.matches)


def _in_order(left: Parts, right: Parts) -> Alignment:
    ways: Ways = {(len(left), len(right)): (0.0, (0, 0), None)}
    for i in range(len(left), -1, -1):
        for j in range(len(right), -1, -1):
            if (i, j) not in ways:
                ways[i, j] = max(_steps(left, right, (i, j), ways), key=lambda step: step[0])
    return _walk(left, right, ways)


def _steps(left: Parts, right: Parts, at: tuple[int, int], ways: Ways) -> Iterator[Step]:
    """The ways on from `at`: words that answer each other, or a word left alone."""
    i, j = at
    for many, others in TAKEN_TOGETHER:
        there = (i + many, j + others)
        if there in ways and (match := _match(left[i : there[0]], right[j : there[1]])):
            yield ways[there][0] + match.score * (many + others), there, match
    for there in ((i + 1, j), (i, j + 1)):
        if there in ways:
            yield ways[there][0], there, None


def _walk(left: Parts, right: Parts, ways: Ways) -> Alignment:
    particles = name_words().particles
    matches: list[Match] = []
    alone: tuple[list[Part], list[Part]] = ([], [])
    answered: list[bool] = []
    at = (0, 0)
    while at != (len(left), len(right)):
        _, there, match = ways[at]
        words = (left[at[0] : there[0]], right[at[1] : there[1]])
        telling = [[part for part in side if part.text not in particles] for side in words]
        if any(telling):
            answered.append(match is not None)
            if match:
                matches.append(match)
            else:
                alone[0].extend(telling[0])
                alone[1].extend(telling[1])
        at = there
    inside = bool(answered) and answered[0] and answered[-1]
    return Alignment(tuple(matches), tuple(alone[0]), tuple(alone[1]), inside=inside)


def _match(left: Parts, right: Parts) -> Match | None:
    if len(left) == len(right) == 1:
        return _match_words(left[0], right[0])
    if any(part.initial for part in left + right):
        return None
    one, other = ("".join(part.text for part in side) for side in (left, right))
    score = likeness(one, other)
    like = score >= JOINED and abs(sound(one).weight - sound(other).weight) <= JOINED_WEIGHT
    return Match(left, right, score) if like else None


@lru_cache(maxsize=1 << 16)
def _match_words(one: Part, other: Part) -> Match | None:
    if one.initial or other.initial:
        return _match_initial(one, other)
    score = _word_likeness(one.text, other.text)
    return Match((one,), (other,), score) if score >= NEAR else None


def _word_likeness(one: str, other: str) -> float:
    spellings = name_words().spellings
    names = spellings.get(one), spellings.get(other)
    if None not in names:
        return SPELLING if names[0] == names[1] else 0.0
    return likeness(one, other)


def _match_initial(one: Part, other: Part) -> Match | None:
    if one.initial and other.initial:
        return Match((one,), (other,), 1.0) if one.initial == other.initial else None
    letter, word = (one, other) if one.initial else (other, one)
    return Match((letter,), (word,), BY_INITIAL, by_initial=True) if _begins(letter.initial, word.text) else None


def _begins(letter: str, word: str) -> bool:
    return bool(set(sound(letter).slots[:1]) & set(sound(word).slots[:1])) or likeness(letter, word[:1]) >= BY_INITIAL
