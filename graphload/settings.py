"""The settings of one run, frozen. The CLI and the Python API fill them in; no stage reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_WORKSPACE = Path("graphload.db")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the workspace and the store are, and how to get in.

    `store` is `None` for the embedded graph inside the workspace, else a Neo4j address (`bolt://`, `neo4j://`).
    """

    workspace: Path = DEFAULT_WORKSPACE
    store: str | None = None
    username: str = "neo4j"
    password: str | None = None
    database: str | None = None
    registry: Path | None = None
    jobs: int = 1
    min_confidence: float = 0.0

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Settings from `GRAPHLOAD_DB`, `GRAPHLOAD_STORE`, `GRAPHLOAD_REGISTRY`, and Neo4j's own `NEO4J_…`."""
        registry = environment.get("GRAPHLOAD_REGISTRY")
        return cls(
            workspace=Path(environment.get("GRAPHLOAD_DB", DEFAULT_WORKSPACE)),
            store=environment.get("GRAPHLOAD_STORE") or None,
            username=environment.get("NEO4J_USERNAME", "neo4j"),
            password=environment.get("NEO4J_PASSWORD"),
            database=environment.get("NEO4J_DATABASE"),
            registry=Path(registry) if registry else None,
        )
