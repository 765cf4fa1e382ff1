"""Which article is it? By the id it was given, else by its address, else by its words."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from graphload.data import load_yaml

_PORTS = {"http": 80, "https": 443}
_DIGITS = 16


class Addresses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parts of an address that do not say which page it is."""

    tracking: list[str]
    tracking_prefixes: list[str]
    mobile_paths: list[str]


@cache
def _addresses() -> Addresses:
    return load_yaml("articles/addresses.yaml", Addresses)


def article_id(given: str | None, url: str | None, document: str) -> str:
    """`given`, else `u-` and a hash of the canonical URL, else `t-` and a hash of the words of the document."""
    if given:
        return given
    if url and (address := canonical_url(url)):
        return f"u-{_digest(address)}"
    return f"t-{_digest(' '.join(document.split()))}"


def canonical_url(url: str) -> str | None:
    """The address without what does not tell pages apart; `None` if it is no web address."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        return None
    place = host if port in {None, _PORTS[scheme]} else f"{host}:{port}"
    return urlunsplit((scheme, place, _path(parts.path), _query(parts.query), ""))


def _path(path: str) -> str:
    steps = path.rstrip("/").split("/")
    if steps[-1].lower() in _addresses().mobile_paths:
        steps.pop()
    return "/".join(steps).rstrip("/")


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([(name, value) for name, value in pairs if not _is_tracking(name.lower())])


def _is_tracking(name: str) -> bool:
    words = _addresses()
    return name in words.tracking or name.startswith(tuple(words.tracking_prefixes))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]
