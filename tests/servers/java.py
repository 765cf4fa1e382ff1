"""A Neo4j Community process on a Java of this machine, with authentication on, on a free port of loopback."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import ServiceUnavailable

SECONDS_TO_START = 180

CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.security.auth_enabled=true
dbms.security.procedures.unrestricted=apoc.*
dbms.usage_report.enabled=false
"""


class JarServer:
    """One server process; `stop` and `start` keep its data, its port and its password."""

    def __init__(self, java: Path, class_path: str, main: tuple[str, ...], home: Path, heap: str) -> None:
        self._home = home
        self._port = _free_port()
        folders = (f"--home-dir={home}", f"--config-dir={home / 'conf'}")
        class_path += f":{home / 'plugins'}/*"  # where a caller may have put some, as Neo4j's own script has it
        self._command = [
            str(java),
            f"-Xms{heap}",
            f"-Xmx{heap}",
            "-XX:+UseParallelGC",
            "-cp",
            class_path,
            *main,
            *folders,
        ]
        self._process: subprocess.Popen[bytes] | None = None
        (home / "conf").mkdir(parents=True)
        (home / "conf" / "neo4j.conf").write_text(CONFIGURATION.format(port=self._port), "utf-8")

    @property
    def uri(self) -> str:
        """The server's address."""
        return f"bolt://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Starts the process and waits until it answers."""
        log = (self._home / "console.log").open("ab")
        self._process = subprocess.Popen(self._command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        log.close()
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Neo4j did not start:\n{(self._home / 'console.log').read_text('utf-8')[-2000:]}")
            time.sleep(0.2)

    def set_password(self, password: str) -> None:
        """Changes the password that a new server has."""
        with GraphDatabase.driver(self.uri, auth=("neo4j", "neo4j")) as driver:
            change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
            driver.execute_query(change, password=password, database_="system")

    def stop(self, *, kill: bool = False) -> None:
        """Ends the process, at once and without warning where `kill` is set."""
        if self._process:
            self._process.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
            self._process.wait(60)
            self._process = None

    def _answers(self) -> bool:
        try:
            with GraphDatabase.driver(self.uri, connection_timeout=2) as driver:
                driver.get_server_info()
        except (ServiceUnavailable, OSError):
            return False
        except Exception:  # whatever it says of the missing password, it is up
            return True
        return True


def find_java(versions: frozenset[int]) -> Path | None:
    """The `java` of the oldest JDK on this machine that is one of `versions`."""
    found = {version: java for java in _javas() if (version := _version(java)) in versions}
    return found[min(found)] if found else None


def _javas() -> Iterator[Path]:
    homes = [Path(value) for name, value in os.environ.items() if name.startswith("JAVA_HOME")]
    for folder in ("/usr/lib/jvm", "/opt", "/Library/Java/JavaVirtualMachines"):
        homes += sorted(Path(folder).glob("*"))
    for home in homes:
        yield from (java for java in (home / "bin/java", home / "Contents/Home/bin/java") if java.is_file())
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path)


def _version(java: Path) -> int:
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    match = re.search(r'version "(\d+)', told)
    return int(match[1]) if match else 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
