"""Real Neo4j servers for tests: one by address, one in a container, or one run from its published jars."""

from tests.servers.find import RELEASES, NoServerError, Server, find_server

__all__ = ["RELEASES", "NoServerError", "Server", "find_server"]
