"""The jars of Neo4j Community, fetched once by Maven into `.neo4j/<version>/lib` of the repository."""

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
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>{version}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j.app</groupId>
      <artifactId>neo4j-server</artifactId>
      <version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""


def class_path(version: str) -> str:
    """The Java class path of Neo4j `version`; the first call on a machine downloads some 140 MB."""
    folder = CACHE / version
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "complete").exists():
            _fetch(folder, version)
            (folder / "complete").touch()
    return f"{folder / 'lib'}/*"


def _fetch(folder: Path, version: str) -> None:
    (folder / "pom.xml").write_text(POM.format(version=version), "utf-8")
    command = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"]
    subprocess.run(command, cwd=folder, check=True, timeout=900)
