"""Jars of Neo4j, fetched once by Maven into `.neo4j/` of the repository."""

from __future__ import annotations

import fcntl
import subprocess
from pathlib import Path

CACHE = Path(__file__).parents[2] / ".neo4j"

POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>graphload</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <dependencies>
{dependencies}
  </dependencies>
</project>
"""

DEPENDENCY = """\
    <dependency>
      <groupId>{0}</groupId>
      <artifactId>{1}</artifactId>
      <version>{2}</version>
    </dependency>"""


def class_path(version: str) -> str:
    """The Java class path of Neo4j Community `version`; the first call on a machine downloads some 140 MB."""
    return f"{fetched(version, f'org.neo4j:neo4j:{version}', f'org.neo4j.app:neo4j-server:{version}')}/*"


def fetched(name: str, *coordinates: str) -> Path:
    """The folder with the jars of `coordinates` (`group:artifact:version`) and of all that they need."""
    folder = CACHE / name
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "complete").exists():
            _fetch(folder, coordinates)
            (folder / "complete").touch()
    return folder / "lib"


def _fetch(folder: Path, coordinates: tuple[str, ...]) -> None:
    dependencies = "\n".join(DEPENDENCY.format(*coordinate.split(":")) for coordinate in coordinates)
    (folder / "pom.xml").write_text(POM.format(dependencies=dependencies), "utf-8")
    command = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"]
    subprocess.run(command, cwd=folder, check=True, timeout=900)
