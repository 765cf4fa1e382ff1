"""Are two spellings one person's name? Devanagari and Latin, with reasons.

The score of a pair depends on the pair alone. Words are compared by sound; a consonant without a
partner keeps two words apart for good. A name that has less to it than the other (a surname, an
initial) is never more than unsure, unless what it has is rare.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from graphload.language.name_alignment import Alignment, align, may_answer
from graphload.language.name_parts import Part, is_patronymic, name_words, readings
from graphload.language.sounds import first_sounds, sound
from graphload.model import Verdict

SAME, UNSURE = 0.86, 0.6
ALONE = 0.92
"""What words have to reach that stand alone, in another order, or with a word between them on one side."""
RARE = 5.5
"""The weight from which a surname is rare enough to stand with an initial (जयशंकर, not गांधी)."""
FULL = 2.5
"""The weight from which a word is more than a syllable of a Korean or Chinese name."""
LESS, PARTIAL, CONFLICT = 0.8, 0.7, 0.4
KEY_SOUNDS = str.maketrans(
    {"a": "", "K": "k", "G": "g", "C": "c", "J": "j", "z": "j", "T": "t", "D": "d", "P": "p", "B": "b", "S": "s"}
    | {"O": "o", "E": "e"}
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score` from 0 to 1, the verdict that it comes to, and what spoke for and against."""

    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


def compare(a: str, b: str) -> Comparison:
    """Whether `a` and `b` spell one name; the same whichever comes first."""
    first, second = sorted((a, b))
    pairs = product(readings(first), readings(second))
    return max((_judge(align(left, right)) for left, right in pairs), key=lambda found: found.score)


def may_be_alike(a: str, b: str) -> bool:
    """Whether `compare` may come to more than `different`; quick, for the many pairs where it cannot."""
    return any(may_answer(left, right) for left, right in product(readings(a), readings(b)))


def name_key(name: str) -> str:
    """A key that trivial variants share: hyphens, nukta, half nasals, titles, aspiration, long i and u."""
    sounds = "".join(first_sounds(part.text) for part in readings(name)[0])
    return sounds.translate(KEY_SOUNDS)


@lru_cache(maxsize=1 << 16)
def blocks(name: str) -> frozenset[str]:
    """Keys by which candidates are found: two names that compare as same or unsure share one at least."""
    found: set[str] = set()
    spellings = name_words().spellings
    for parts in readings(name):
        words = [part.text for part in parts if not part.initial]
        found |= set() if words else {" ".join(part.initial for part in parts)}
        found |= {spellings[word] for word in words if word in spellings}
        for text in (*words, *("".join(pair) for pair in pairwise(words))):
            found |= sound(text).keys
    return frozenset(found)


def _judge(found: Alignment) -> Comparison:
    factor, against = _doubts(found)
    score = round(factor * min((match.score for match in found.matches), default=0.0), 3)
    verdict: Verdict = "same" if score >= SAME else "unsure" if score >= UNSURE else "different"
    return Comparison(score, verdict, (*_grounds(found), *against))


def _grounds(found: Alignment) -> Iterator[str]:
    for match in found.matches:
        left, right = (" ".join(part.text for part in side) for side in (match.left, match.right))
        yield f"{left} is the initial of {right}" if match.by_initial else f"{left} ~ {right} {match.score:.2f}"
    if found.turned:
        yield "the words are in another order"


def _doubts(found: Alignment) -> tuple[float, tuple[str, ...]]:
    """What the score is multiplied by, and why."""
    left, right = (" ".join(part.text for part in side) for side in (found.left, found.right))
    if left and right:
        return CONFLICT, (f"{left} is not {right}",)
    if (left or right or _by_initial(found)) and not _words(found):
        return CONFLICT, ("nothing but initials agree",)
    if left or right:
        return _doubt_of_more(found, found.left or found.right)
    if _by_initial(found):
        return _doubt_of_initial(found)
    return _doubt_of_little(found)


def _by_initial(found: Alignment) -> bool:
    return any(match.by_initial for match in found.matches)


def _words(found: Alignment) -> list[Part]:
    """The words of the left name that words answer, initials left out."""
    return [part for match in found.matches if not match.by_initial for part in match.left if not part.initial]


def _doubt_of_little(found: Alignment) -> tuple[float, tuple[str, ...]]:
    least = min((match.score for match in found.matches), default=0.0)
    if found.turned and least < ALONE:
        return LESS, ("too little alike for another order",)
    if len(found.matches) == 1 and least < ALONE:
        return LESS, ("nothing but one word to go by",)
    return 1.0, ()


def _doubt_of_more(found: Alignment, extra: tuple[Part, ...]) -> tuple[float, tuple[str, ...]]:
    reason = f"only one has {' '.join(part.text for part in extra)}"
    answered = [match for match in found.matches if not match.by_initial]
    if len(answered) < 2:
        return PARTIAL, (reason,)
    middle = found.inside and all(
        match.score >= ALONE and sound(match.left[0].text).weight >= FULL for match in answered
    )
    usual = name_words().leading.isdisjoint(part.text for part in extra)
    harmless = all(is_patronymic(part) for part in extra) or (middle and usual)
    return (1.0 if harmless else LESS), (reason,)


def _doubt_of_initial(found: Alignment) -> tuple[float, tuple[str, ...]]:
    rare = max(sound(part.text).weight for part in _words(found)) >= RARE
    return (1.0, ()) if rare else (LESS, ("an initial beside a name that many bear",))
