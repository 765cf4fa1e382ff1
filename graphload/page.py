"""A network page as a thing to hold: save it, or let a notebook show it."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from graphload.errors import OutputError

_FRAME = '<iframe srcdoc="{}" style="width:100%;height:640px;border:1px solid #8884" title="graph"></iframe>'


@dataclass(frozen=True, slots=True)
class Page:
    """One self-contained HTML page of a graph. `nodes` and `edges` tell how many are on it."""

    html: str
    nodes: int
    edges: int

    def save(self, path: str | Path) -> Path:
        """Writes the page. Raises `OutputError` where that cannot be done."""
        file = Path(path)
        try:
            file.write_bytes(self.html.encode())
        except OSError as error:
            raise OutputError.of(error, file) from error
        return file

    def _repr_html_(self) -> str:
        return _FRAME.format(html.escape(self.html))
