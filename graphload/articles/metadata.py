"""What an HTML page says of its article: address, title, outlet, author and date, as the page itself tells them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from graphload.articles.bylines import byline_in
from graphload.articles.identity import canonical_url
from graphload.articles.stamps import day_in, published_in

_ARTICLE_TYPES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage"})
_MARKED = " or ".join(f"contains(@class,'{name}')" for name in ("author", "byline", "date", "publish", "time"))
_SMALL_PRINT = f"//*[{_MARKED} or @rel='author']"
_LONGEST = 200
_MOST_ELEMENTS = 200
_MOST_PARTS = 50
_Thing = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Metadata:
    """All of it as told by the page, `None` where it does not tell. `credit` is the visible author line."""

    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    byline: str | None
    credit: str | None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a parsed page."""
    things = [thing for thing in _json_ld(tree) if _types(thing) & _ARTICLE_TYPES]
    small_print = list(_small_print(tree))
    byline = _author(tree, things) or byline_in(small_print)
    return Metadata(
        url=_url(tree),
        title=_title(tree, things),
        outlet=_meta(tree, "og:site_name") or _publisher(things),
        published=_published(tree, things) or published_in(small_print),
        byline=byline,
        credit=next((line for line in small_print if byline_in([line]) or line == byline), None),
    )


def _meta(tree: HtmlElement, name: str) -> str | None:
    found = tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name)
    return next((text for text in map(_normal, found) if text), None)


def _normal(text: object) -> str:
    return " ".join(str(text).split())


def _json_ld(tree: HtmlElement) -> Iterator[_Thing]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _things(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue


def _things(value: Any) -> Iterator[_Thing]:
    if isinstance(value, list):
        for item in value:
            yield from _things(item)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph"))


def _types(thing: _Thing) -> set[str]:
    kind = thing.get("@type")
    return {str(name) for name in (kind if isinstance(kind, list) else [kind])}


def _url(tree: HtmlElement) -> str | None:
    links = [*tree.xpath("//link[@rel='canonical']/@href"), _meta(tree, "og:url") or ""]
    return next((link.strip() for link in map(str, links) if canonical_url(link)), None)


def _title(tree: HtmlElement, things: list[_Thing]) -> str | None:
    headings = [_normal(heading.text_content()) for heading in tree.xpath("//h1")[:_MOST_ELEMENTS]]
    shown = [heading for heading in headings if heading]
    if len(shown) == 1:
        return shown[0]
    told = [_normal(thing["headline"]) for thing in things if isinstance(thing.get("headline"), str)]
    return next((title for title in [*told, _meta(tree, "og:title"), *shown] if title), None)


def _publisher(things: list[_Thing]) -> str | None:
    return next((name for thing in things for name in _names(thing.get("publisher"))), None)


def _names(value: Any) -> list[str]:
    """The names of people or organisations as JSON-LD writes them: text, object, or a list of either."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    name = value.get("name") if isinstance(value, dict) else value
    return [_normal(name)] if isinstance(name, str) and _normal(name) else []


def _author(tree: HtmlElement, things: list[_Thing]) -> str | None:
    names = next((names for thing in things if (names := _names(thing.get("author")))), [])
    if names:
        return ", ".join(dict.fromkeys(names))
    told = _meta(tree, "author")
    return told if told and "://" not in told else None


def _published(tree: HtmlElement, things: list[_Thing]) -> str | None:
    told = [str(thing["datePublished"]) for thing in things if thing.get("datePublished")]
    told += [text for name in ("article:published_time", "datePublished") if (text := _meta(tree, name))]
    days = (day_in(text) for text in told)
    return next((day for day in days if day), None) or _time_element(tree)


def _time_element(tree: HtmlElement) -> str | None:
    """The day of the page's time elements, if they agree; those of links to other stories do not."""
    days = {day_in(str(stamp)) for stamp in tree.xpath("//time/@datetime")}
    return next(iter(days)) if len(days) == 1 else None


def _small_print(tree: HtmlElement) -> Iterator[str]:
    """The short texts of elements that are marked as author, date or time, first those of the head of the page."""
    for element in tree.xpath(_SMALL_PRINT)[:_MOST_ELEMENTS]:
        text = _normal("".join(islice(element.itertext(), _MOST_PARTS)))
        if 0 < len(text) <= _LONGEST:
            yield text
