"""All the figures, one after the other: `python -m benchmarks`, or `make bench`."""

from __future__ import annotations

import subprocess
import sys

MODULES = ("reading", "loading", "resolving", "viewing")


def main() -> None:
    """Runs each benchmark in a process of its own, and ends with the worst exit code."""
    codes = []
    for name in MODULES:
        print(f"== {name}", flush=True)
        codes.append(subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode)
    sys.exit(max(codes))


if __name__ == "__main__":
    main()
