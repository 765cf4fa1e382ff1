"""A network page as a thing to hold: save it, or let a notebook show it."""

from __future__ import annotations

import html
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graphload.files import write_text
from graphload.view import Subgraph, render

_FRAME: Final = '<iframe srcdoc="{}" style="width:100%;height:640px;border:1px solid #8884" title="graph"></iframe>'


@dataclass(frozen=True, slots=True)
class Page:
    """One self-contained HTML page of a graph. `nodes` and `edges` tell how many are on it, evidence included."""

    html: str
    nodes: int
    edges: int

    @classmethod
    def of(cls, shown: Subgraph, title: str, *, opened: Collection[str] | None = None) -> Page:
        """The page of a graph; `opened` as in `render`."""
        return cls(render(*shown, title=title, opened=opened), len(shown.nodes), len(shown.edges))

    def save(self, path: str | Path) -> Path:
        """Writes the page. Raises `OutputError` where that cannot be done."""
        return write_text(path, [self.html])

    def _repr_html_(self) -> str:
        return _FRAME.format(html.escape(self.html))
