"""Writes what README.md and the handbook say of the code from the code itself.

python -m docs.generate             # the tables
python -m docs.generate --examples  # what the examples print too, run in order on a copy of corpus/

A table stands between `<!-- made: NAME -->` and `<!-- /made -->`, an example in a block marked `console`.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from docs.examples import ROOT, playground, rerun
from docs.tables import TABLES

PAGES: Final = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_TABLE: Final = re.compile(r"(<!-- made: (\S+) -->\n).*?(<!-- /made -->)", re.DOTALL)


def with_tables(text: str) -> str:
    """The page `text` with every table made anew. Raises `KeyError` for a table that nothing makes."""
    return _TABLE.sub(lambda found: found[1] + "".join(f"{line}\n" for line in TABLES[found[2]]()) + found[3], text)


def main() -> None:
    """Writes the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", action="store_true", help="run the examples too")
    given = parser.parse_args()
    for page in PAGES:
        text = with_tables(page.read_text("utf-8"))
        page.write_text(_with_examples(text) if given.examples else text, "utf-8")


def _with_examples(text: str) -> str:
    with TemporaryDirectory() as folder:
        return rerun(text, playground(Path(folder)))


if __name__ == "__main__":
    main()
