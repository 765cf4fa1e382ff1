"""Extract: from an article to entities and claims with their evidence."""

from graphload.extract.explain import Explanation, explain, page
from graphload.extract.reading import read

__all__ = ["Explanation", "explain", "page", "read"]
