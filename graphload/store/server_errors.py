"""What a Neo4j server or its driver complains of, as one line for people."""

from __future__ import annotations

import re
from typing import Final

from graphload.errors import (
    GraphloadError,
    ParameterError,
    QueryError,
    ReadOnlyError,
    StoreDenied,
    StoreError,
    StoreUnavailable,
)

_ADDRESSES: Final = re.compile(r":? \(?(?:resolved to|(?:Resolved)?IPv[46]Address)\b.*", re.DOTALL)
"""Where the driver names the server in its own notations: our address stands before what it says."""


def server_error(code: str, message: str, where: str) -> GraphloadError:
    """The error for one of Neo4j's own codes (`Neo.ClientError.Statement.SyntaxError`)."""
    what = _one_line(message)
    if code.startswith("Neo.ClientError.Security"):
        return StoreDenied(what, where=where, mend="check NEO4J_USERNAME and NEO4J_PASSWORD")
    if code == "Neo.ClientError.Statement.AccessMode":
        return ReadOnlyError("the query writes", mend="ask for it with --write")
    if code == "Neo.ClientError.Statement.ParameterMissing":
        return ParameterError(what, mend="give it with --param")
    if code.startswith("Neo.ClientError.Statement"):
        return QueryError(what, mend="mend the query")
    if code.startswith(("Neo.ClientError.Database", "Neo.TransientError")):
        return StoreUnavailable(what, where=where, mend="check NEO4J_DATABASE, and whether the server is up")
    return StoreError(what, where=where)


def unreachable(message: str, where: str) -> StoreUnavailable:
    """The error where the driver never got an answer, or the address is none."""
    what = _one_line(_ADDRESSES.sub("", message))
    return StoreUnavailable(what, where=where, mend="start the server, or mend the address in --store")


def _one_line(text: str) -> str:
    return " ".join(text.split())
