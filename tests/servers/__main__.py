"""`python -m tests.servers 5.26.30`: one server, until it is interrupted."""

import argparse
import signal
import tempfile
from pathlib import Path

from tests.servers import RELEASES, find_server


def main() -> None:
    """Prints what a client needs as shell assignments, and waits."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers", description="A Neo4j server for trying things.")
    parser.add_argument("version", choices=RELEASES, nargs="?", default=next(iter(RELEASES)))
    version = parser.parse_args().version
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder, find_server(version, Path(folder)) as server:
        print(f"GRAPHLOAD_STORE={server.uri}\nNEO4J_USERNAME={server.username}\nNEO4J_PASSWORD={server.password}")
        print("# interrupt to stop it", flush=True)
        try:
            signal.pause()
        except KeyboardInterrupt:
            print("# stopped")


if __name__ == "__main__":
    main()
