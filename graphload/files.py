"""Files that are written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from graphload.errors import OutputError


def write_text(path: str | Path, pieces: Iterable[str]) -> Path:
    """Writes `pieces` as UTF-8, in place of what was at `path`; that stays where writing breaks off.

    Raises `OutputError` where the file cannot be written.
    """
    file = Path(path)
    is_plain = file.is_file() or not file.exists()
    whole = file.resolve() if is_plain else file
    aside = whole.with_name(f".{whole.name}.new") if is_plain else whole
    try:
        with aside.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(pieces)
        if aside != whole:
            aside.replace(whole)
    except BrokenPipeError:
        raise  # whoever reads it has seen enough
    except OSError as error:
        raise OutputError(
            error.strerror or str(error), where=str(file), mend="give a path that can be written"
        ) from error
    finally:
        if aside != whole:
            with suppress(OSError):
                aside.unlink()
    return file
