"""The keys under which entities are gathered: who uses each, in what forms, and the entity that it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from graphload.ledger.access import chunks, delete_in, execute_all, insert_all, select_in
from graphload.ledger.schema import entities, forms, keys, uses
from graphload.resolution import Key

_COLUMNS = [
    keys.c[name] for name in ("text", "label", "name", "office", "country", "kind", "anchor", "basis", "comparable")
]
Forms = Mapping[tuple[str, str], int]
Use = tuple[str, str, bool]
T = TypeVar("T")


class Keys:
    """The keys of one ledger, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, texts: Iterable[str]) -> set[str]:
        """Those of `texts` that are there."""
        return {row.text for row in select_in(self._connection, select(keys.c.text), keys.c.text, texts)}

    def add(self, new: Mapping[Key, str]) -> None:
        """Adds keys, each with the id of its entity."""
        names = [column.name for column in _COLUMNS]
        rows = [{**{name: getattr(key, name) for name in names}, "entity": entity} for key, entity in new.items()]
        insert_all(self._connection, keys, rows)

    def remove_unused(self, texts: Iterable[str]) -> list[Key]:
        """Removes those of `texts` that no article uses any more, and gives them."""
        texts = sorted(texts)
        used = {row.key for row in select_in(self._connection, select(uses.c.key).distinct(), uses.c.key, texts)}
        unused = list(self.by_text(set(texts) - used))
        delete_in(self._connection, keys, keys.c.text, [key.text for key in unused])
        return unused

    def add_uses(self, rows: Iterable[Use], counts: Forms) -> None:
        """Adds what articles use: key, article and whether it is mentioned; and how many more have each form."""
        fields = ("key", "article", "mentioned")
        insert_all(self._connection, uses, [dict(zip(fields, row, strict=True)) for row in rows])
        self._count(counts)

    def remove_uses(self, articles: Sequence[str], counts: Forms) -> set[str]:
        """Removes what `articles` use and counts their forms off. Gives the keys that they used."""
        touched = {row.key for row in select_in(self._connection, select(uses.c.key), uses.c.article, articles)}
        delete_in(self._connection, uses, uses.c.article, articles)
        self._count({form: -count for form, count in counts.items()})
        for chunk in chunks(sorted({key for key, _ in counts})):
            self._connection.execute(delete(forms).where(forms.c.key.in_(chunk), forms.c.articles == 0))
        return touched

    def _count(self, counts: Forms) -> None:
        rows = [{"key": key, "form": form, "articles": count} for (key, form), count in counts.items()]
        statement = insert(forms)
        statement = statement.on_conflict_do_update(set_={"articles": forms.c.articles + statement.excluded.articles})
        execute_all(self._connection, statement, rows)

    def by_text(self, texts: Iterable[str]) -> Iterator[Key]:
        """The keys with these texts."""
        return self._keys(keys.c.text, texts)

    def by_name(self, names: Iterable[str]) -> Iterator[Key]:
        """The keys of people with these names."""
        return self._keys(keys.c.name, names, keys.c.label == "Person")

    def by_anchor(self, anchors: Iterable[str]) -> Iterator[Key]:
        """The keys of people whom the registry has under these ids."""
        return self._keys(keys.c.anchor, anchors, keys.c.label == "Person")

    def loose(self) -> Iterator[Key]:
        """The keys of people whom neither a full name nor the registry tells apart, by their text."""
        loose = (keys.c.label == "Person") & keys.c.anchor.is_(None) & ~keys.c.comparable
        return map(_key, self._connection.execute(select(*_COLUMNS).where(loose).order_by(keys.c.text)).all())

    def _keys(
        self, column: ColumnElement[Any], values: Iterable[str], *conditions: ColumnElement[bool]
    ) -> Iterator[Key]:
        for row in select_in(self._connection, select(*_COLUMNS).where(*conditions), column, values):
            yield _key(row)

    def entities(self, texts: Iterable[str]) -> dict[str, str]:
        """The entity that each key is, by the key's text."""
        rows = select_in(self._connection, select(keys.c.text, keys.c.entity), keys.c.text, texts)
        return {row.text: row.entity for row in rows}

    def set_entities(self, entity_of: Mapping[str, str]) -> None:
        """Notes which entity each key is."""
        statement = update(keys).where(keys.c.text == bindparam("key")).values(entity=bindparam("id"))
        execute_all(self._connection, statement, [{"key": key, "id": entity} for key, entity in entity_of.items()])

    def users(self, texts: Iterable[str]) -> set[str]:
        """The articles that use any of these keys."""
        return {row.article for row in select_in(self._connection, select(uses.c.article), uses.c.key, texts)}

    def of_articles(self, articles: Iterable[str]) -> dict[str, dict[str, tuple[Key, str]]]:
        """By article and local id of its entities: the key, and the id of the entity that it is."""
        found: dict[str, dict[str, tuple[Key, str]]] = {}
        joined = select(entities.c.article, entities.c.id, keys.c.entity, *_COLUMNS).join(
            keys, keys.c.text == entities.c.key
        )
        known: dict[str, Key] = {}
        for row in select_in(self._connection, joined, entities.c.article, articles):
            key = known.get(row.text) or known.setdefault(row.text, _key(row))
            found.setdefault(row.article, {})[row.id] = key, row.entity
        return found

    def of_entities(self, ids: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[Key]]:
        """The keys of each entity, by its label and id."""
        found: dict[tuple[str, str], list[Key]] = {}
        wanted = set(ids)
        statement = select(keys.c.entity, *_COLUMNS).order_by(keys.c.text)
        for row in select_in(self._connection, statement, keys.c.entity, {id_ for _, id_ in wanted}):
            if (row.label, row.entity) in wanted:
                found.setdefault((row.label, row.entity), []).append(_key(row))
        return found

    def forms(self, texts: Iterable[str]) -> dict[str, Counter[str]]:
        """By key: how many articles have each surface form under it. Every key asked for is there."""
        wanted = list(texts)
        counts: dict[str, Counter[str]] = {text: Counter() for text in wanted}
        for row in select_in(self._connection, select(forms), forms.c.key, wanted):
            counts[row.key][row.form] += row.articles
        return counts

    def forms_of_people(self) -> Iterator[tuple[str, str]]:
        """Every surface form under which articles have a person, with the person's id."""
        joined = select(forms.c.form, keys.c.entity).join(keys, keys.c.text == forms.c.key)
        for row in self._connection.execute(joined.where(keys.c.label == "Person").distinct()):
            yield row.form, row.entity

    def mentions(self, keys_of: Mapping[T, Sequence[str]]) -> dict[T, int]:
        """How many articles mention each entity, given its keys; an article that uses several of them counts once."""
        by_key = select(uses.c.key, func.count().label("articles")).where(uses.c.mentioned).group_by(uses.c.key)
        single = {texts[0] for texts in keys_of.values() if len(texts) == 1}
        counts = {row.key: row.articles for row in select_in(self._connection, by_key, uses.c.key, single)}
        return {
            entity: counts.get(texts[0], 0) if len(texts) == 1 else self._mentions_of_any(texts)
            for entity, texts in keys_of.items()
        }

    def _mentions_of_any(self, texts: Sequence[str]) -> int:
        condition = and_(uses.c.mentioned, uses.c.key.in_(texts))
        return self._connection.execute(select(func.count(uses.c.article.distinct())).where(condition)).scalar_one()


def _key(row: Row[Any]) -> Key:
    return Key(row.text, row.label, row.name, row.office, row.country, row.kind, row.anchor, row.basis, row.comparable)
