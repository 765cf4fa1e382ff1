"""Where a server comes from: `GRAPHLOAD_TEST_NEO4J`, else a container engine, else Java and Maven."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.jars import class_path
from tests.servers.java import JarServer, find_java

PASSWORD = "graphload-test"


@dataclass(frozen=True)
class Release:
    """How a version of Neo4j is run from its jars: the Javas it supports, and its main class."""

    version: str
    java: frozenset[int]
    main: tuple[str, ...]


RELEASES = {
    release.version: release
    for release in (
        Release("5.26.30", frozenset({17, 21}), ("org.neo4j.server.CommunityEntryPoint",)),
        Release(
            "2026.08.1",
            frozenset({21, 25}),
            ("--add-modules", "jdk.incubator.vector", "org.neo4j.server.Neo4jCommunity"),
        ),
    )
}


@dataclass(frozen=True)
class Server:
    """A running Neo4j. `process` is there where the test started it from jars, and may stop and start it."""

    uri: str
    username: str
    password: str
    process: JarServer | None = None


class NoServerError(Exception):
    """No server can be had here, and why."""


@contextmanager
def find_server(version: str, home: Path, *, heap: str = "512m") -> Iterator[Server]:
    """A Neo4j of `version` for as long as the context lasts; `home` is an empty folder for its data.

    `heap` is the memory of a server that is run from jars.

    Raises `NoServerError`.
    """
    address = os.environ.get("GRAPHLOAD_TEST_NEO4J")
    if address:
        yield _given(address, version)
    elif _containers_run():
        with _container(version) as server:
            yield server
    else:
        with _from_jars(RELEASES[version], home, heap) as server:
            yield server


def _given(address: str, version: str) -> Server:
    """One address is one server: it stands for the first release, whatever its version is."""
    first = next(iter(RELEASES))
    if version != first:
        raise NoServerError(f"GRAPHLOAD_TEST_NEO4J names one server, which stands for {first}")
    username = os.environ.get("NEO4J_USERNAME", "neo4j")
    return Server(address, username, os.environ.get("NEO4J_PASSWORD", PASSWORD))


def _containers_run() -> bool:
    if not shutil.which("docker"):
        return False
    try:
        return subprocess.run(["docker", "info"], capture_output=True, timeout=10, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


@contextmanager
def _container(version: str) -> Iterator[Server]:
    from testcontainers.neo4j import Neo4jContainer

    with Neo4jContainer(f"neo4j:{version}-community", password=PASSWORD) as container:
        yield Server(container.get_connection_url(), "neo4j", PASSWORD)


@contextmanager
def _from_jars(release: Release, home: Path, heap: str) -> Iterator[Server]:
    java = find_java(release.java)
    if java is None:
        wanted = " or ".join(map(str, sorted(release.java)))
        raise NoServerError(f"Neo4j {release.version} needs a container engine, or Java {wanted} and Maven")
    if not shutil.which("mvn"):
        raise NoServerError(f"Neo4j {release.version} needs a container engine, or Maven")
    server = JarServer(java, class_path(release.version), release.main, home, heap)
    try:
        server.start()
        server.set_password(PASSWORD)
        yield Server(server.uri, "neo4j", PASSWORD, server)
    finally:
        server.stop(kill=True)  # nothing of it is kept
