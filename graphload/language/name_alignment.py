"""Which words of two names answer each other: in order, or with one moved from an end to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
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


class Match(NamedTuple):
    """Words of the left name that answer words of the right one."""

    left: Parts
    right: Parts
    score: float
    by_initial: bool = False


class Place(NamedTuple):
    """A match with the stretch of words that it takes of either name."""

    left: int
    left_end: int
    right: int
    right_end: int
    match: Match

    @property
    def value(self) -> float:
        """What the match is worth: its score for every word that it answers."""
        return self.match.score * (self.left_end - self.left + self.right_end - self.right)


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
    if _are_even(left, right):
        return _align_evenly(left, right)
    best = _in_order(left, right)
    for turned in _turns(right) if best.left or best.right else ():
        found = _in_order(left, turned)
        if not (found.left and found.right) and _value(found) > _value(best):
            best = Alignment(found.matches, found.left, found.right, turned=True)
    return best


def may_answer(left: Parts, right: Parts) -> bool:
    """Whether an alignment may leave nothing of one of the names over; quick, and never no where one does."""
    if _are_even(left, right):
        return all(any(_match_words(one, other) for other in right) for one in left)
    return _may_be_answered(left, right) or _may_be_answered(right, left)


def _may_be_answered(name: Parts, by: Parts) -> bool:
    particles = name_words().particles
    joined, others = (_joined((*parts, *parts[:1])) for parts in (name, by))  # a turned name begins at another word
    return all(
        part.text in particles
        or any(_match_words(part, other) for other in by)
        or any(_match_joined(two, other.text) for two in (joined[place - 1], joined[place]) for other in by)
        or any(_match_joined(part.text, two) for two in others)
        for place, part in enumerate(name)
    )


def _are_even(left: Parts, right: Parts) -> bool:
    return len(left) == len(right) and not _has_particle(left) and not _has_particle(right)


def _align_evenly(left: Parts, right: Parts) -> Alignment:
    """The alignment of two names of as many words: one to one, or else not one name."""
    for turned in (right, *_turns(right)):
        if all(_match_words(one, other) for one, other in zip(left, turned, strict=True)):
            matches = filter(None, map(_match_words, left, turned))
            return Alignment(tuple(matches), (), (), turned=turned is not right)
    pairs = [_match_words(one, other) for one, other in zip(left, right, strict=True)]
    rest = [tuple(part for part, match in zip(side, pairs, strict=True) if not match) for side in (left, right)]
    return Alignment(tuple(filter(None, pairs)), rest[0], rest[1])


def _turns(right: Parts) -> tuple[Parts, ...]:
    """`right` with a word moved from one end to the other; nothing where it names the father."""
    if len(right) < 2 or not name_words().filial.isdisjoint(part.text for part in right):
        return ()
    return (right[1:] + right[:1],) if len(right) == 2 else (right[1:] + right[:1], right[-1:] + right[:-1])


def _has_particle(parts: Parts) -> bool:
    return not name_words().particles.isdisjoint(part.text for part in parts)


def _value(found: Alignment) -> float:
    return sum(match.score * len(match.left + match.right) for match in found.matches)


def _in_order(left: Parts, right: Parts) -> Alignment:
    """The alignment that keeps the order of both names: the best chain of matches."""
    chains: list[tuple[float, tuple[Place, ...]]] = [(0.0, ())]
    for place in _places(left, right):
        value, before = max((chain for chain in chains if _follows(place, chain[1])), key=lambda chain: chain[0])
        chains.append((value + place.value, (*before, place)))
    return _alignment(left, right, max(chains, key=lambda chain: chain[0])[1])


def _follows(place: Place, chain: tuple[Place, ...]) -> bool:
    return not chain or (chain[-1].left_end <= place.left and chain[-1].right_end <= place.right)


def _places(left: Parts, right: Parts) -> Iterator[Place]:
    """Every match of the two names, from left to right: word for word, and two words that answer one."""
    joined, others_joined = _joined(left), _joined(right)
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            if match := _match_words(one, other):
                yield Place(i, i + 1, j, j + 1, match)
            if i < len(joined) and (match := _match_joined(joined[i], other.text)):
                yield Place(i, i + 2, j, j + 1, match)
            if j < len(others_joined) and (match := _match_joined(one.text, others_joined[j])):
                yield Place(i, i + 1, j, j + 2, match)


@lru_cache(maxsize=1 << 16)
def _joined(parts: Parts) -> tuple[str, ...]:
    """Each word with the next one, as one; empty where either is an initial."""
    return tuple("" if one.initial or other.initial else one.text + other.text for one, other in pairwise(parts))


def _match_joined(one: str, other: str) -> Match | None:
    if not one or not other or abs(sound(one).weight - sound(other).weight) > JOINED_WEIGHT:
        return None
    score = likeness(one, other)
    return Match((Part(one),), (Part(other),), score) if score >= JOINED else None


def _alignment(left: Parts, right: Parts, chain: tuple[Place, ...]) -> Alignment:
    particles = name_words().particles
    telling = tuple(place.match for place in chain if place.match.left[0].text not in particles)
    answered = (
        {n for place in chain for n in range(place.left, place.left_end)},
        {n for place in chain for n in range(place.right, place.right_end)},
    )
    words = [[n for n, part in enumerate(side) if part.text not in particles] for side in (left, right)]
    alone = [[n for n in places if n not in found] for places, found in zip(words, answered, strict=True)]
    inside = all(
        places and places[0] in found and places[-1] in found for places, found in zip(words, answered, strict=True)
    )
    rest = [tuple(side[n] for n in places) for side, places in zip((left, right), alone, strict=True)]
    return Alignment(telling, rest[0], rest[1], inside=inside)


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
