"""Fixtures for every folder: an empty store on each engine, real servers included."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from graphload.settings import Settings
from graphload.store import Store, open_store
from tests.servers import RELEASES, NoServerError, Server, find_server

EMBEDDED = "embedded"

# Tests of one server stand in one group, since each empties it: run workers with `--dist loadgroup`.
SERVERS = [
    pytest.param(version, id=f"neo4j-{version}", marks=[pytest.mark.neo4j, pytest.mark.xdist_group(version)])
    for version in RELEASES
]

Servers = Callable[[str], Server]


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Gives the server of a version, started when first asked for. Skips where none can be had; in CI it fails."""
    found: dict[str, Server | NoServerError] = {}
    with ExitStack() as running:

        def server(version: str) -> Server:
            if version not in found:
                try:
                    found[version] = running.enter_context(find_server(version, tmp_path_factory.mktemp("neo4j")))
                except NoServerError as reason:
                    found[version] = reason
            here = found[version]
            if isinstance(here, NoServerError):
                (pytest.fail if os.environ.get("CI") else pytest.skip)(str(here))
            return here

        yield server


def settings_for(server: Server, workspace: Path) -> Settings:
    """Settings that lead to `server`."""
    return Settings(workspace, store=server.uri, username=server.username, password=server.password)


@pytest.fixture(params=[EMBEDDED, *SERVERS])
def engine(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> Settings:
    """Settings of an empty store, once for each engine."""
    if request.param == EMBEDDED:
        return Settings(tmp_path)
    settings = settings_for(servers(request.param), tmp_path)
    with open_store(settings) as store:
        store.clear()
    return settings


@pytest.fixture
def store(engine: Settings) -> Iterator[Store]:
    """An empty store, once for each engine."""
    with open_store(engine) as opened:
        yield opened
