"""Files, pages and archives → articles: decoded, cleaned, dated by their own word, and identified."""

from graphload.articles.article import read_article_text
from graphload.articles.reading import read_articles

__all__ = ["read_article_text", "read_articles"]
