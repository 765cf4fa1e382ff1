"""The parts of the page that do not depend on the graph: script, styles, font, and the policy that names them."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pyvis

from graphload.data import ROOT

FOLDER = ROOT / "view"
SCRIPTS = (
    "dom", "dates", "data", "state", "filter", "search", "shapes", "edges", "labels", "overview", "stage", "pointer",
    "panel", "evidence", "summary", "legend", "time", "table", "path", "tools", "keys", "main",
)  # fmt: skip
"""The modules of the page's script, in the order in which they build on each other."""
_VIS = Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2/vis-network.min.js"


@cache
def library() -> str:
    """vis-network, as pyvis ships it, without the line that makes developer tools ask for its source map."""
    return _inline(re.sub(r"\n//# sourceMappingURL=\S+\s*$", "\n", _VIS.read_text("utf-8")))


@cache
def script() -> str:
    """The page's own modules as one strict function, so that no name of theirs is global."""
    modules = "\n".join((FOLDER / "js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    return _inline(f'(() => {{\n"use strict";\n{modules}}})();\n')


@cache
def style() -> str:
    """The style sheet, with the Devanagari font inside it."""
    font = b64encode((FOLDER / "font/devanagari.woff2").read_bytes()).decode()
    return (FOLDER / "view.css").read_text("utf-8").replace("FONT_DATA", font)


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The Content-Security-Policy that lets these texts run and nothing else, and no request leave."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_digest, scripts))}",
            f"style-src {' '.join(map(_digest, styles))}",
            "img-src data: blob:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _inline(text: str) -> str:
    """The script so that the HTML parser does not see its end within it."""
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")
