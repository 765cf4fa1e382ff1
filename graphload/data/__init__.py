"""Data files of the project, checked against their schema as they are loaded.

Words, titles, frames and names are data, not code: a file that breaks its schema stops the program
with one line that names the file and the place.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import msgspec
import yaml

from graphload.errors import DataError

T = TypeVar("T")
ROOT = Path(str(files(__package__)))
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _UniqueKeys(_Loader):  # type: ignore[misc]
    """A safe loader that leaves dates text, and refuses a key given twice, which YAML readers otherwise let pass."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in _Loader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            if key_node.tag == "tag:yaml.org,2002:merge":
                continue
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} stands twice", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]


def load_yaml(path: Path | str, schema: type[T]) -> T:
    """The file at `path` (under the package's data folder when relative) as a `schema` record.

    Raises `DataError` where it cannot be read, is not YAML, or breaks the schema.
    """
    file = ROOT / path
    try:
        raw = yaml.load(file.read_text("utf-8"), Loader=_UniqueKeys)  # noqa: S506  (it derives from the safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataError(" ".join(str(error).split()), where=str(file), mend="mend the file") from error
    try:
        return msgspec.convert(raw, schema)
    except msgspec.ValidationError as error:
        raise DataError(str(error), where=str(file), mend="mend the file") from error
