"""graphload: Hindi news about diplomacy, read into a knowledge graph that shows its evidence."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Graph", "Page", "Rows", "Settings", "__version__", "open"]

if TYPE_CHECKING:
    from graphload.graph import Graph, open  # noqa: A004
    from graphload.page import Page
    from graphload.rows import Rows
    from graphload.settings import Settings


def __getattr__(name: str) -> Any:
    """The API, loaded when it is asked for: `graphload --version` need not wait for it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from graphload import graph

    return getattr(graph, name)
