"""Records as the bytes that the ledger keeps: JSON with sorted keys, so that equal records are equal bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from graphload.model import Value

T = TypeVar("T")
_encoder = msgspec.json.Encoder(order="sorted")
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


class UndecodableError(ValueError):
    """Bytes of the ledger that are no record: somebody else wrote them, or the file is damaged."""


def encode(record: Any) -> bytes:
    """`record` as canonical JSON."""
    return _encoder.encode(record)


def decode(data: bytes, kind: type[T]) -> T:
    """The record of `kind` that `data` holds. Raises `UndecodableError` where it holds none."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    try:
        return decoder.decode(data)  # type: ignore[no-any-return]
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UndecodableError(str(error)) from error


def decode_properties(data: bytes) -> Mapping[str, Value]:
    """The properties of a node or an edge."""
    return decode(data, dict[str, str | int | float | bool | tuple[str, ...]])
