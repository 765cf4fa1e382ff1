"""Extract: from an article to entities and claims with their evidence."""

from graphload.extract.explain import explain, page
from graphload.extract.notes import Explanation
from graphload.extract.reading import read

__all__ = ["Explanation", "explain", "page", "read"]
