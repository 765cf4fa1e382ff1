"""The tables of README.md and the handbook that follow from the code: the graph, the errors, the commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from graphload import errors
from graphload.cli import cli
from graphload.extract.rulebook import rules
from graphload.ontology import Property, ontology


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = list(head)
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


def _nodes() -> Iterator[str]:
    rows = (
        (f"`{name}`", kind.what, ", ".join(map(_shown, kind.properties.items())))
        for name, kind in ontology().nodes.items()
    )
    return _table(("node", "what it is", "carries"), rows)


def _edges() -> Iterator[str]:
    rows = ((f"`{name}`", _ends(kind.ends), kind.what) for name, kind in ontology().edges.items())
    return _table(("edge", "from → to", "what it says"), rows)


def _evidence() -> Iterator[str]:
    return _properties(ontology().evidence)


def _model() -> Iterator[str]:
    """Every node and edge with all that it carries."""
    for name, node in ontology().nodes.items():
        yield from ("", f"### {name}", node.what, f"Its `id`: {node.id}.", "")
        yield from _properties(node.properties)
    for name, edge in ontology().edges.items():
        yield from ("", f"### {name}", f"{_ends(edge.ends)}. {edge.what}", *([""] if edge.properties else []))
        own = {key: declared for key, declared in edge.properties.items() if key not in _shared(edge.properties)}
        if _shared(edge.properties):
            yield from (("It carries the evidence, and:", "") if own else ("It carries the evidence.",))
        if own:
            yield from _properties(own)


def _errors() -> Iterator[str]:
    kinds = sorted(_below(errors.GraphloadError), key=lambda kind: kind.exit_code)
    rows = ((str(kind.exit_code), f"`{kind.__name__}`", _first_line(kind.__doc__)) for kind in kinds)
    return _table(("exit code", "error", "when"), rows)


def _program() -> Iterator[str]:
    rows = ((f"`graphload {name}`", command.get_short_help_str(limit=100)) for name, command in cli.commands.items())
    return _table(("command", "what it does"), sorted(rows))


def _rules() -> Iterator[str]:
    """Every rule with its record and the first sentence that it reads."""
    rows = (
        (f"`{rule.name}`", str(rules().record(rule.name)), rule.shape.examples[0], rule.shape.near_misses[0])
        for rule in rules()
    )
    return _table(("rule", "on gold", "reads", "but not"), rows)


def _properties(properties: Mapping[str, Property]) -> Iterator[str]:
    rows = ((_shown((name, declared)), declared.type, declared.what) for name, declared in properties.items())
    return _table(("property", "type", "what it is"), rows)


def _shown(item: tuple[str, Property]) -> str:
    name, declared = item
    return f"**`{name}`**" if declared.required else f"`{name}`"


def _shared(properties: Mapping[str, Property]) -> Mapping[str, Property]:
    """The properties of the evidence, where all of them are there."""
    evidence = ontology().evidence
    return evidence if evidence.items() <= properties.items() else {}


def _ends(ends: Iterable[tuple[str, str]]) -> str:
    """The pairs of labels, those that share a side in one: `Event, Article → Source`."""
    pairs = list(ends)
    sources, targets = (list(dict.fromkeys(side)) for side in zip(*pairs, strict=True))
    if len(pairs) == len(sources) * len(targets):
        return f"{', '.join(sources)} → {', '.join(targets)}"
    return "; ".join(f"{source} → {target}" for source, target in pairs)


def _below(kind: type[errors.GraphloadError]) -> Iterator[type[errors.GraphloadError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)


def _first_line(text: str | None) -> str:
    return (text or "").splitlines()[0]


TABLES: Final[Mapping[str, Callable[[], Iterator[str]]]] = {
    "nodes": _nodes,
    "edges": _edges,
    "evidence": _evidence,
    "model": _model,
    "errors": _errors,
    "program": _program,
    "rules": _rules,
}
"""What makes each table: its lines."""
