"""Scoring: how well a reading agrees with annotated articles."""

from graphload.scoring.alignment import align
from graphload.scoring.gold import GoldArticle, GoldEntity, GoldRelation, read_gold
from graphload.scoring.score import Score, Table, score

__all__ = ["GoldArticle", "GoldEntity", "GoldRelation", "Score", "Table", "align", "read_gold", "score"]
