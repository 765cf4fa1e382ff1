"""Writes the golden tables anew, from the embedded engine: `python -m tests.queries.write_golden`."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from graphload.queries import catalogue, run_query
from graphload.settings import Settings
from graphload.store import Store, open_store
from tests.queries.graph import GRAPH, PARAMETERS
from tests.store.rows import at

GOLDEN = Path(__file__).parents[1] / "golden/queries"


def table(store: Store, name: str) -> list[dict[str, Any]]:
    """The rows of a saved query on the small graph, as JSON has them."""
    result = run_query(store, catalogue()[name], PARAMETERS.get(name, {}))
    rows: list[dict[str, Any]] = json.loads(
        json.dumps([dict(zip(result.columns, row, strict=True)) for row in result.rows])
    )
    return rows


def main() -> None:
    """Writes one file a query."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_store(Settings(Path(folder))) as store:
        store.apply(GRAPH, at(1))
        for name in catalogue():
            text = json.dumps(table(store, name), ensure_ascii=False, indent=1)
            (GOLDEN / f"{name}.json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
