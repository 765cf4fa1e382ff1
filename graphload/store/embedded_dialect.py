"""What kglite says, in graphload's words: its graph values and its errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import kglite

from graphload.errors import ParameterError, QueryError, ReadOnlyError, StoreDamaged, StoreError, StoreUnavailable
from graphload.store import values

SYNTHETIC: Final = {"title", "type"}
"""Properties that kglite adds to what it returns; the ontology uses neither name."""

DISK_FULL: Final = ("No space left on device", "write-ahead log refused an append")
"""What kglite says of a full disk: once in these words of the system, and from then on in its own."""

DAMAGED_LOG: Final = "failed to read the write-ahead log"


def stored(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that were written, without those that kglite adds."""
    return {key: value for key, value in properties.items() if key not in SYNTHETIC}


def tell(value: Any) -> Any:
    """Tells kglite's graph values, which are dicts, by their keys."""
    if not isinstance(value, dict):
        return value
    keys = value.keys()
    if keys == {"id", "labels", "properties"}:
        return values.RawNode(str(value["id"]), value["labels"], stored(value["properties"]))
    if keys == {"id", "start", "end", "type", "properties"}:
        ends = str(value["start"]), str(value["end"])
        return values.RawEdge(str(value["id"]), value["type"], *ends, stored(value["properties"]))
    if keys == {"nodes", "relationships"}:
        return _path(value["nodes"], value["relationships"])
    return value


def _path(nodes: Sequence[Any], edges: Sequence[Any]) -> values.RawPath:
    steps = [tell(nodes[0])]
    for edge, node in zip(edges, nodes[1:], strict=True):
        steps += [tell(edge), tell(node)]
    return values.RawPath(tuple(steps))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises what kglite raises inside as an error of graphload's, in one line."""
    try:
        yield
    except kglite.WriterLeaseHeldError as error:
        holder = error.holder.get("pid")
        raise StoreUnavailable(
            f"process {holder} is writing it", where=str(path), mend="wait until it is done"
        ) from error
    except kglite.ReadOnlyError as error:
        raise ReadOnlyError("the query writes", mend="ask for it with --write") from error
    except (kglite.CypherError, kglite.SchemaError, kglite.ConstraintError, kglite.ArgumentError) as error:
        raise _query_error(str(error)) from error
    except (kglite.KgError, OSError, RuntimeError, ValueError) as error:
        raise _store_error(error, path) from error


def _store_error(error: Exception, path: Path) -> StoreError:
    what = " ".join(str(error).split())
    if isinstance(error, kglite.FileFormatError) or DAMAGED_LOG in what:
        mend = "`graphload check --repair` makes it anew from the ledger"
        return StoreDamaged("the graph file is damaged", where=str(path), mend=mend)
    if any(said in what for said in DISK_FULL):
        mend = "free some space and sync again: the ledger has all of it"
        return StoreError("the disk is full", where=str(path), mend=mend)
    return StoreError(what, where=str(path))


def _query_error(message: str) -> QueryError:
    what = " ".join(message.splitlines()[0].split())
    if "Missing parameter: $" in what:
        return ParameterError(f"parameter {what.rsplit('$', 1)[1]} is not given", mend="give it with --param")
    return QueryError(what, mend="mend the query")
