"""HTML → article. trafilatura finds the body; author and date are read by our own rules (`metadata`)."""

from __future__ import annotations

import logging
from itertools import islice

import lxml.html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from graphload.articles.article import read_article_text
from graphload.articles.metadata import read_metadata
from graphload.errors import InputError
from graphload.model import Article

_MOST_ELEMENTS = 30_000


def read_page(html: str) -> Article:
    """The article of an HTML page, however broken. Raises `InputError` where there is none."""
    tree = _parse(html)
    metadata = read_metadata(tree)
    body = _body(tree)
    if metadata.credit and metadata.credit not in body:
        body = f"{metadata.credit}\n{body}"
    return read_article_text(
        body,
        url=metadata.url,
        title=metadata.title,
        outlet=metadata.outlet,
        published=metadata.published,
        byline=metadata.byline,
    )


def _parse(html: str) -> HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(html.encode(), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise InputError("no article is on the page", mend="give a page that holds an article") from error


def _body(tree: HtmlElement) -> str:
    """The body as lines; a page that is too large for trafilatura, or breaks it, gives its paragraphs."""
    if next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is None and (text := _main_text(tree)):
        return text
    return "\n".join(" ".join(paragraph.text_content().split()) for paragraph in tree.iter("p"))


def _main_text(tree: HtmlElement) -> str:
    import trafilatura  # here, for it takes a quarter of a second, and text and JSON Lines do without

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        document = trafilatura.bare_extraction(tree, include_comments=False, include_formatting=False)
    except Exception:  # a broken page may break it in ways that it does not document
        return ""
    return str(getattr(document, "text", None) or "")
