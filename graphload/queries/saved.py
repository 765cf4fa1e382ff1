"""One saved query: a Cypher file whose header says what it is, takes and gives.

    // name: persons-by-country
    // title: People linked to a country
    // description: Persons ranked by the events they took part in, with one piece of evidence each.
    // category: persons
    // param country: str of Country by id  ISO 3166-1 alpha-3 code, e.g. "PRK"
    // param limit: int = 25
    // returns: person, id, events
    // nodes: id
    // view: graph

`nodes` names the columns that hold ids of nodes: they, and the edges among them, are the graph behind the rows.
A parameter that means a node says of which label (`of Person|Country`), and `by id` where a name will not do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import regex

from graphload.errors import ParameterError, QueryError
from graphload.ontology import ontology

ParameterType = Literal["str", "int", "float", "bool"]
View = Literal["table", "graph"]

_HEADER: Final = regex.compile(r"//\s*(?<key>[a-z]+(?: [a-z_]+)?):\s*(?<value>.*)")
_PARAMETER: Final = regex.compile(
    r"(?<type>\w+)(?:\s+of\s+(?<labels>\w+(?:\|\w+)*)(?<by_id>\s+by\s+id)?)?"
    r"(?:\s*=\s*(?<default>\"[^\"]*\"|\S+))?(?:\s+(?<what>.*))?"
)
_USED: Final = regex.compile(r"\$([a-z_]+)")
_COMMENT: Final = regex.compile(r"//[^\n]*")
_PLAIN: Final = ("name", "title", "description", "category", "returns", "nodes", "view")
_NEEDED: Final = ("name", "title", "description", "category", "returns")
_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the query takes. Without a `default` it must be given.

    One that means a node has the `labels` that it may be of; `by_id` where it is its id, and no name.
    """

    name: str
    type: ParameterType
    what: str = ""
    default: str | int | float | bool | None = None
    labels: tuple[str, ...] = ()
    by_id: bool = False

    @property
    def required(self) -> bool:
        """Whether it has no default."""
        return self.default is None

    def parse(self, text: Any) -> str | int | float | bool:
        """The value that `text` stands for. Raises `ParameterError` where it is not of the type."""
        try:
            return _parse(self.type, text)
        except ValueError as error:
            raise ParameterError(
                f"parameter {self.name} is no {self.type}: {text}", mend=self.what or "see `graphload queries`"
            ) from error


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query of the catalogue; `columns` are its aliases in order, `nodes` those that hold ids of nodes."""

    name: str
    title: str
    description: str
    category: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    nodes: tuple[str, ...]
    view: View
    cypher: str

    @property
    def signature(self) -> str:
        """Its parameters as one writes them: `country=…`, with the default where there is one."""
        return " ".join(f"{each.name}={'…' if each.default is None else each.default}" for each in self.parameters)

    def bind(self, given: dict[str, Any]) -> dict[str, Any]:
        """The values of all parameters. Raises `ParameterError` for one unknown, missing, or of the wrong type."""
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given.keys() - known.keys():
            takes = ", ".join(known) or "none"
            raise ParameterError(f"query {self.name} has no parameter {name}", mend=f"it takes {takes}")
        for parameter in self.parameters:
            if parameter.required and parameter.name not in given:
                raise ParameterError(
                    f"query {self.name} needs {parameter.name}", mend=f"give --param {parameter.name}=…"
                )
        return {name: p.parse(given[name]) if name in given else p.default for name, p in known.items()}


def read_query(path: Path) -> SavedQuery:
    """The query of one file. Raises `QueryError` where its header and its text do not fit."""
    text = path.read_text("utf-8")
    header: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        match = _HEADER.fullmatch(line.strip())
        if match is None:
            raise _fault(path, f"is no header line: {line}")
        key, value = match["key"], match["value"].strip()
        if key.startswith("param "):
            parameters.append(_parameter(path, key.removeprefix("param "), value))
        elif key in _PLAIN and key not in header:
            header[key] = value
        else:
            raise _fault(path, f"has the unknown or repeated key {key}")
    return _checked(path, header, tuple(parameters), text)


def _checked(path: Path, header: dict[str, str], parameters: tuple[Parameter, ...], text: str) -> SavedQuery:
    for key in _NEEDED:
        if key not in header:
            raise _fault(path, f"declares no {key}")
    cypher = "\n".join(line for line in text.splitlines() if not line.startswith("//")).strip() + "\n"
    if header["name"] != path.stem or header["category"] != path.parent.name:
        raise _fault(path, "does not bear the name and the category of its header")
    declared = {parameter.name for parameter in parameters}
    used = set(_USED.findall(_COMMENT.sub("", cypher)))
    for name in sorted(declared - used):
        raise _fault(path, f"declares ${name} and does not use it")
    for name in sorted(used - declared):
        raise _fault(path, f"uses ${name} and does not declare it")
    columns, nodes = _list(header["returns"]), _list(header.get("nodes", ""))
    view: View = "graph" if header.get("view") == "graph" else "table"
    if header.get("view", view) != view or not set(nodes) <= set(columns) or (view == "graph" and not nodes):
        raise _fault(path, "has a view or nodes that its columns do not give")
    return SavedQuery(
        name=header["name"],
        title=header["title"],
        description=header["description"],
        category=header["category"],
        parameters=parameters,
        columns=columns,
        nodes=nodes,
        view=view,
        cypher=cypher,
    )


def _parameter(path: Path, name: str, value: str) -> Parameter:
    match = _PARAMETER.fullmatch(value)
    kind = next((each for each in _PARSERS if match is not None and each == match["type"]), None)
    if match is None or kind is None:
        raise _fault(path, f"declares {name} with an unknown type")
    try:
        default = _parse(kind, match["default"].strip('"')) if match["default"] is not None else None
    except ValueError as error:
        raise _fault(path, f"declares {name} with a default that is no {kind}") from error
    labels = _list(match["labels"] or "", "|")
    for label in set(labels) - ontology().nodes.keys():
        raise _fault(path, f"declares {name} of the unknown label {label}")
    return Parameter(name, kind, match["what"] or "", default, labels, bool(match["by_id"]))


def _parse(kind: ParameterType, text: Any) -> str | int | float | bool:
    return _PARSERS[kind](str(text))


def _flag(text: str) -> bool:
    if text.lower() in (*_TRUE, *_FALSE):
        return text.lower() in _TRUE
    raise ValueError(text)


_PARSERS: Final[dict[ParameterType, Callable[[str], str | int | float | bool]]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": _flag,
}


def _list(text: str, mark: str = ",") -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def _fault(path: Path, what: str) -> QueryError:
    return QueryError(what, where=str(path), mend="mend the file")
