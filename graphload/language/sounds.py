"""How one word of a name sounds, in Devanagari or Latin letters, and how far two such words are apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Literal

import msgspec
import regex

from graphload.data import load_yaml

FILE = "language/sounds.yaml"
VOWELS = frozenset("aAieEuoO")
VETO = 9.0
"""The cost of a consonant for which there is none on the other side: no two words survive it."""
LIGHT = 0.1
"""Up to this cost two sounds are as good as one."""
KEY_LENGTH = 3
KEY_SLOTS = 6
VIRAMA = "\u094d"
CONSONANTS = frozenset(map(chr, range(ord("क"), ord("ह") + 1)))
SIGNS = frozenset(map(chr, range(ord("ा"), ord("्") + 1)))
"""Vowel signs and the virama: after a consonant they take the place of the inherent vowel."""
DEVANAGARI = regex.compile(r"\p{Devanagari}")
Script = Literal["devanagari", "latin"]


class SoundData(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The data file."""

    devanagari: dict[str, str]
    latin: dict[str, str]
    groups: list[str]
    loose: str
    costs: dict[float, list[str]]
    vowel: float
    missing: dict[str, float]
    silent: dict[str, float]
    edge_vowel: float
    unlikely: float
    both_latin: float
    doubtful: float


@dataclass(frozen=True, slots=True)
class Sound:
    """A word as slots of sounds, its weight (a consonant 1, a vowel a half), and its keys.

    Two words that are near each other share a key.
    """

    slots: tuple[str, ...]
    weight: float
    keys: frozenset[str]


@cache
def sound_data() -> SoundData:
    """The project's own table."""
    return load_yaml(FILE, SoundData)


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> Sound:
    """The sound of one folded word."""
    slots = _devanagari_slots(word) if DEVANAGARI.search(word) else _latin_slots(word)
    weight = sum(0.5 if slot[0] in VOWELS else 1.0 for slot in slots)
    return Sound(slots, weight, _keys(slots))


def likeness(left: str, right: str) -> float:
    """How alike two folded words sound, from 0 to 1, the same in both directions."""
    if left == right:
        return 1.0
    return 0.0 if sound(left).keys.isdisjoint(sound(right).keys) else _likeness(left, right)


@lru_cache(maxsize=1 << 17)
def _likeness(left: str, right: str) -> float:
    one, other = sound(left), sound(right)
    most = max((one.weight + other.weight) / 2, 1.0)
    return max(0.0, 1.0 - _distance(one.slots, other.slots, most) / most)


def first_sounds(word: str) -> str:
    """The likeliest sound of each slot, silent letters left out."""
    return "".join(slot[0] for slot in sound(word).slots if slot[0] not in sound_data().silent)


def _devanagari_slots(word: str) -> tuple[str, ...]:
    slots: list[str] = []
    for piece, after in _pieces(f"{word}$", "devanagari"):
        slots += sound_data().devanagari[piece].split()
        if piece in CONSONANTS and after != "$" and after not in SIGNS:
            slots.append("a")
    if len(word) > 2 and word[-2] == VIRAMA:
        slots.append("a-")
    return _without_doubles(slots)


def _latin_slots(word: str) -> tuple[str, ...]:
    slots = [slot for piece, _ in _pieces(f"^{word}$", "latin") for slot in sound_data().latin[piece].split()]
    return _without_doubles(slots)


def _pieces(word: str, script: Script) -> Iterator[tuple[str, str]]:
    """The longest pieces of `word` that the script's table knows, from left to right, each with the sign after it."""
    for found in _longest_piece(script).finditer(word):
        yield found[0], word[found.end() : found.end() + 1]


@cache
def _longest_piece(script: Script) -> regex.Pattern[str]:
    """What matches the longest piece at a place."""
    table = sound_data().devanagari if script == "devanagari" else sound_data().latin
    return regex.compile("|".join(regex.escape(piece) for piece in sorted(table, key=len, reverse=True)))


def _without_doubles(slots: list[str]) -> tuple[str, ...]:
    return tuple(slot for slot, _ in groupby(slots))


def _keys(slots: tuple[str, ...]) -> frozenset[str]:
    choices = map(_groups_of_slot, slots)
    telling = [choice for choice in choices if choice != {""}][:KEY_SLOTS]
    keys = {""}
    for choice in telling:
        keys = {_longer(key, group) for key in keys for group in choice}
    return frozenset(keys)


def _longer(key: str, group: str) -> str:
    """`key` with the next sound's group, which one after its like adds nothing to."""
    return key if len(key) == KEY_LENGTH or key.endswith(group) else key + group


@cache
def _groups_of_slot(slot: str) -> frozenset[str]:
    """The groups of all that a slot may sound like."""
    return frozenset().union(*map(_groups_of, slot))


@cache
def _groups_of(one: str) -> frozenset[str]:
    """The group of a sound by its first member; an empty one where the sound may be no part of a key."""
    data = sound_data()
    found = {group[0] for group in data.groups if one in group}
    return frozenset(found | {""} if one in data.loose or not found else found)


def _distance(left: tuple[str, ...], right: tuple[str, ...], most: float) -> float:
    """What the slots cost together; `most` where it is clear before the end that they cost as much or more."""
    row = [0.0]
    for slot in right:
        row.append(row[-1] + _missing_cost(slot))
    for slot in left:
        alone = _missing_cost(slot)
        diagonal, row[0] = row[0], row[0] + alone
        for place, other in enumerate(right):
            best = min(diagonal + _pair_cost(slot, other), row[place + 1] + alone, row[place] + _missing_cost(other))
            diagonal, row[place + 1] = row[place + 1], best
        if min(row) >= most:
            return most
    edges = _starts(left).isdisjoint(_starts(right)) + _ends(left).isdisjoint(_ends(right))
    return row[-1] + edges * sound_data().edge_vowel


@lru_cache(maxsize=1 << 17)
def _starts(slots: tuple[str, ...]) -> frozenset[bool]:
    """Whether a word may start with a vowel, and whether with none."""
    return frozenset(one in VOWELS for slot in _edge(slots) for one in slot if one not in sound_data().silent)


@lru_cache(maxsize=1 << 17)
def _ends(slots: tuple[str, ...]) -> frozenset[str]:
    """The ways a word may end: in a consonant, a short or a full vowel; e and y may go unheard."""
    edge = _edge(slots[::-1])
    kinds = {_ending(one) for slot in edge for one in slot if one not in sound_data().silent}
    return frozenset(kinds | {"consonant"}) if any(slot[0] in "ey" for slot in edge) else frozenset(kinds)


def _ending(one: str) -> str:
    return "short" if one == "a" else "full" if one in VOWELS or one == "y" else "consonant"


def _edge(slots: tuple[str, ...]) -> tuple[str, ...]:
    """The first slots, up to one that is surely heard."""
    heard = next((place for place, slot in enumerate(slots) if "-" not in slot), len(slots))
    return slots[: heard + 1]


@cache
def _missing_cost(slot: str) -> float:
    data = sound_data()
    costs = (
        data.silent.get(one, data.missing.get(one, VETO) + 2 * data.unlikely * place) for place, one in enumerate(slot)
    )
    return min(costs)


@cache
def _pair_cost(left: str, right: str) -> float:
    if left == right:
        return 0.0
    ambiguous = min(_choices(left), _choices(right)) > 1
    costs = (_reading_cost(*one, *other, ambiguous) for one in enumerate(left) for other in enumerate(right))
    return min(costs, default=VETO)


def _choices(slot: str) -> int:
    return sum(one not in sound_data().silent for one in slot)


def _reading_cost(place: int, one: str, there: int, other: str, ambiguous: bool) -> float:
    """The cost of reading one slot as its sound at `place` and the other as that at `there`."""
    data = sound_data()
    if one in data.silent or other in data.silent:
        return VETO
    cost, unlikeness = _sound_cost(one, other), place + there
    doubt = data.doubtful if unlikeness and cost > LIGHT else 0.0
    return cost + doubt + data.unlikely * unlikeness * (data.both_latin if ambiguous else 1)


@cache
def _sound_costs() -> dict[str, float]:
    costs = sound_data().costs
    return {pair[::side]: cost for cost, pairs in costs.items() for pair in pairs for side in (1, -1)}


def _sound_cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    vowels = one in VOWELS and other in VOWELS
    return _sound_costs().get(one + other, sound_data().vowel if vowels else VETO)
