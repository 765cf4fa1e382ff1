"""What was said: articles with their entities and claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from graphload.ledger.access import delete_in, execute_all, insert_all, select_in
from graphload.ledger.codec import UndecodableError, decode, encode
from graphload.ledger.schema import articles, claims, entities
from graphload.model import Article, Claim, Entity, Reading
from graphload.relations import CREDIT, relations


class Articles:
    """The articles of one ledger, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hashes(self, ids: Iterable[str]) -> dict[str, str]:
        """The hash of each of the articles that is there."""
        statement = select(articles.c.id, articles.c.hash)
        return {row.id: row.hash for row in select_in(self._connection, statement, articles.c.id, ids)}

    def count(self) -> int:
        """How many articles there are."""
        return self._connection.execute(select(func.count()).select_from(articles)).scalar_one()

    def ids(self) -> list[str]:
        """The ids of all articles, sorted."""
        return list(self._connection.execute(select(articles.c.id).order_by(articles.c.id)).scalars())

    def add(self, readings: Sequence[Reading], hashes: Mapping[str, str]) -> None:
        """Records the articles of `readings` and their claims; the entities come with `set_entities`."""
        self._insert_articles(readings, hashes)
        insert_all(
            self._connection,
            claims,
            [
                {"id": claim.id, "article": claim.article, "report": None, "record": encode(claim)}
                for reading in readings
                for claim in reading.claims
            ],
        )

    def set_entities(self, readings: Sequence[Reading], keys: Mapping[str, Mapping[str, str]]) -> None:
        """Records the entities of `readings`, new or again; `keys` gives the key of each by article and local id."""
        rows = [
            {
                "article": reading.article.id,
                "id": entity.id,
                "key": keys[reading.article.id][entity.id],
                "record": encode(entity),
            }
            for reading in readings
            for entity in reading.entities
        ]
        statement = upsert(entities)
        execute_all(self._connection, statement.on_conflict_do_update(set_={"key": statement.excluded.key}), rows)

    def _insert_articles(self, readings: Iterable[Reading], hashes: Mapping[str, str]) -> None:
        rows = [
            {
                "id": reading.article.id,
                "hash": hashes[reading.article.id],
                "published": reading.article.published,
                "witness": None,
                "record": encode(reading.article),
            }
            for reading in readings
        ]
        insert_all(self._connection, articles, rows)

    def remove(self, ids: Sequence[str]) -> None:
        """Forgets what the articles said."""
        delete_in(self._connection, claims, claims.c.article, ids)
        delete_in(self._connection, entities, entities.c.article, ids)
        delete_in(self._connection, articles, articles.c.id, ids)

    def readings(self, ids: Iterable[str]) -> Iterator[Reading]:
        """The readings as they were recorded, for those of `ids` that are there."""
        wanted = list(ids)
        said = self.entities(wanted)
        claimed = self.claims(wanted)
        for row in select_in(self._connection, select(articles.c.record), articles.c.id, wanted):
            article = decode(row.record, Article)
            yield Reading(article, tuple(said.get(article.id, ())), tuple(claimed.get(article.id, ())))

    def entities(self, ids: Iterable[str]) -> dict[str, list[Entity]]:
        """The entities of each article, by its id."""
        found: dict[str, list[Entity]] = {}
        statement = select(entities.c.article, entities.c.record).order_by(entities.c.article, entities.c.id)
        for row in select_in(self._connection, statement, entities.c.article, ids):
            found.setdefault(row.article, []).append(decode(row.record, Entity))
        return found

    def claims(self, ids: Iterable[str]) -> dict[str, list[Claim]]:
        """The claims of each article, by its id."""
        return self._claims(claims.c.article, ids)

    def claims_of_reports(self, ids: Iterable[str]) -> dict[str, list[Claim]]:
        """The claims of each report, by its id."""
        return self._claims(claims.c.report, ids)

    def credits(self, ids: Iterable[str]) -> dict[str, list[Claim]]:
        """The claims of each article that credit a source, by the article's id."""
        said = self._claims(claims.c.article, ids, claims.c.report.is_(None))
        return {article: [claim for claim in found if claim.type == CREDIT] for article, found in said.items()}

    def reports_of_claims(self, ids: Iterable[str]) -> dict[str, str]:
        """The report of each claim that has one, by the id of the claim."""
        statement = select(claims.c.id, claims.c.report).where(claims.c.report.is_not(None))
        return {row.id: row.report for row in select_in(self._connection, statement, claims.c.id, ids)}

    def _claims(self, column: Any, ids: Iterable[str], *conditions: Any) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        statement = select(column.label("group"), claims.c.record).where(*conditions).order_by(claims.c.id)
        for row in select_in(self._connection, statement, column, ids):
            claim = decode(row.record, Claim)
            if claim.type not in relations():
                raise UndecodableError(f"unknown relation type {claim.type}")
            found.setdefault(row.group, []).append(claim)
        return found

    def set_reports(self, ids: Iterable[str], report_of: Mapping[str, str]) -> None:
        """Notes which report each claim of these articles belongs to, and that the others belong to none."""
        told = select(claims.c.id, claims.c.report)
        before = {row.id: row.report for row in select_in(self._connection, told, claims.c.article, ids)}
        changed = [
            {"claim": claim, "told": report_of.get(claim)} for claim in before if before[claim] != report_of.get(claim)
        ]
        statement = update(claims).where(claims.c.id == bindparam("claim")).values(report=bindparam("told"))
        execute_all(self._connection, statement, changed)

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """The clean text of each article, by its id."""
        rows = select_in(self._connection, select(articles.c.id, articles.c.record), articles.c.id, ids)
        return {row.id: decode(row.record, Article).text for row in rows}

    def published(self, ids: Iterable[str]) -> dict[str, str | None]:
        """When each article was published, by its id."""
        rows = select_in(self._connection, select(articles.c.id, articles.c.published), articles.c.id, ids)
        return {row.id: row.published for row in rows}

    def witnesses(self, ids: Iterable[str]) -> dict[str, str]:
        """The witness group of each article, by its id."""
        rows = select_in(self._connection, select(articles.c.id, articles.c.witness), articles.c.id, ids)
        return {row.id: row.witness for row in rows if row.witness is not None}

    def of_witnesses(self, witnesses: Iterable[str]) -> dict[str, list[str]]:
        """The articles of each witness group, by its id."""
        found: dict[str, list[str]] = {}
        statement = select(articles.c.witness, articles.c.id).order_by(articles.c.id)
        for row in select_in(self._connection, statement, articles.c.witness, witnesses):
            found.setdefault(row.witness, []).append(row.id)
        return found

    def set_witnesses(self, witness_of: Mapping[str, str]) -> None:
        """Notes the witness group of each article."""
        statement = update(articles).where(articles.c.id == bindparam("article")).values(witness=bindparam("group"))
        rows = [{"article": article, "group": witness} for article, witness in witness_of.items()]
        execute_all(self._connection, statement, rows)
