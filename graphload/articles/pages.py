"""HTML → article. trafilatura finds the body; author and date are read by our own rules (`metadata`)."""

from __future__ import annotations

import logging

import lxml.html
import trafilatura
from lxml.html import HtmlElement

from graphload.articles.article import read_article_text
from graphload.articles.metadata import read_metadata
from graphload.errors import InputError
from graphload.model import Article

logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_NO_ARTICLE = InputError("no article is on the page", mend="give a page that holds an article")


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
        tree = lxml.html.document_fromstring(html.encode(), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(_NO_ARTICLE.what, mend=_NO_ARTICLE.mend) from error
    return tree


def _body(tree: HtmlElement) -> str:
    """The body as lines. What breaks trafilatura gives no body, and so an error, never a crash."""
    try:
        document = trafilatura.bare_extraction(tree, include_comments=False, include_formatting=False)
    except Exception as error:  # a page may break it in ways that it does not document
        raise InputError(_NO_ARTICLE.what, mend=_NO_ARTICLE.mend) from error
    text = getattr(document, "text", None)
    if not text:
        raise InputError(_NO_ARTICLE.what, mend=_NO_ARTICLE.mend)
    return str(text)
