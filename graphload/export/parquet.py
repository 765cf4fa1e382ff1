"""Claims as one Parquet table: a row a claim, with the fields of its article and the id of its event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from graphload.errors import DataError
from graphload.export.claims import Stated
from graphload.ontology import PropertyType, ontology

ROWS_PER_GROUP: Final = 50_000
_ARTICLE: Final = {"name": "title", "url": "url", "outlet": "outlet", "published": "published", "language": "language"}


def write_parquet(claims: Iterable[Stated], path: Path) -> None:
    """Writes the claims in the order in which they come; the columns are the same for every graph.

    Raises `DataError` where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise DataError("Parquet needs pyarrow", mend="pip install 'graphload[parquet]'") from error
    schema = pa.schema([pa.field(name, _type(pa, kind)) for name, kind in _columns().items()])
    rows = map(_row, claims)
    with pq.ParquetWriter(path, schema) as writer:
        while group := list(islice(rows, ROWS_PER_GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema))


def _columns() -> Mapping[str, PropertyType]:
    of_claim = {name: declared.type for name, declared in ontology().nodes["Claim"].properties.items()}
    of_article = {column: ontology().nodes["Article"].properties[name].type for name, column in _ARTICLE.items()}
    return {"id": "text", **of_claim, "event": "text", "article": "text", **of_article}


def _type(pa: Any, kind: PropertyType) -> Any:
    types = {"integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_(), "texts": pa.list_(pa.string())}
    return types.get(kind, pa.string())


def _row(told: Stated) -> dict[str, Any]:
    return dict(_fields(told))


def _fields(told: Stated) -> Iterator[tuple[str, Any]]:
    yield "id", told.claim.id
    yield from told.claim.properties.items()
    yield from (("event", told.event), ("article", told.article.id))
    yield from ((column, told.article.properties.get(name)) for name, column in _ARTICLE.items())
