"""What is known of the people of an article, whatever a sentence says of them."""

from __future__ import annotations

from typing import NamedTuple

from graphload.extract.cast import Cast


class Known(NamedTuple):
    """One person of the cast: the country that the person acts for, and features that speak of the person."""

    home: str | None
    told: tuple[str, ...]


class World:
    """The finished cast of an article, each person of it looked up once."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._known: dict[int, Known] = {}

    def person(self, index: int) -> Known:
        """What is known of the person with this place in the cast."""
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._look_up(index)
        return found

    def _look_up(self, index: int) -> Known:
        member = self._cast.members[index]
        told = [f"told={min(len(member.phrases), 3)}"]
        if member.guessed:
            told.append("guessed")
        if member.key:
            told.append("known")
        return Known(member.country(), tuple(told))
