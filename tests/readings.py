"""Readings written by hand: small worlds for the tests of ledger, resolve, project and pipeline."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.model import Article, Claim, Entity, Evidence, Mention, Reading, digest
from graphload.resolve.witnesses import bands


def person(
    id_: str, name: str, *, office: str | None = None, country: str | None = None, also: tuple[str, ...] = ()
) -> Entity:
    """A person, named `also` in other ways; without a name, one known by office alone."""
    names = (name or "मंत्री", *also)
    return Entity(id_, "Person", name or f"{office} of {country}", names, (), None, office, country, bool(name))


def country(iso: str, name: str) -> Entity:
    """A country; its local id is its code."""
    return Entity(iso, "Country", name, (name,), (), iso)


def thing(id_: str, label: str, name: str, *, key: str | None = None) -> Entity:
    """An organization, a source or an agreement."""
    return Entity(id_, label, name, (name,), (), key)  # type: ignore[arg-type]


def reading(
    id_: str,
    entities: Sequence[Entity],
    claims: Sequence[dict[str, object]],
    *,
    published: str | None = None,
    text: str = "",
) -> Reading:
    """The reading of one article. Each claim is given by type, source and target, and what differs from a plain one."""
    text = text or f"{id_} " + " ".join(f"{id_}{word}" for word in range(8))
    made = tuple(_claim(id_, number, **claim) for number, claim in enumerate(claims))  # type: ignore[arg-type]
    placed = tuple(_placed(entity, number) for number, entity in enumerate(entities))
    return Reading(Article(id_, f"Title {id_}", text, published=published), placed, made)


def _placed(entity: Entity, number: int) -> Entity:
    mention = Mention(number, number + 1, entity.names[0])
    fields = (entity.key, entity.office, entity.country, entity.named, entity.kind)
    return Entity(entity.id, entity.label, entity.name, entity.names, (mention,), *fields)


def _claim(article: str, number: int, *, type: str, source: str, target: str, **more: object) -> Claim:  # noqa: A002
    start = 10 * number
    fields: dict[str, object] = {"event": f"e{number}", "status": "happened", "rule": "test", **more}
    evidence = (Evidence(article, start, start + 9, f"sentence {number}"),)
    return Claim(
        digest(article, str(number), type, source, target),
        article,
        type,
        source,
        target,
        evidence=evidence,
        **fields,  # type: ignore[arg-type]
    )


def hashes_of(readings: Sequence[Reading]) -> dict[str, str]:
    """A hash for each article."""
    return {each.article.id: digest(repr(each)) for each in readings}


def bands_of(readings: Sequence[Reading]) -> dict[str, tuple[int, ...]]:
    """The bands of each article."""
    return {each.article.id: bands(each.article.text) for each in readings}
