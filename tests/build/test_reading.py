"""Articles are read by several processes, which end when the first one does, however it ends."""

from __future__ import annotations

import signal
import subprocess
import sys

from graphload.build.reading import reader
from graphload.model import Article

TEXT = "रूस के राष्ट्रपति व्लादिमीर पुतिन ने मंगलवार को चीन के राष्ट्रपति शी जिनपिंग से मुलाकात की।"
ARTICLES = [Article(f"a{number}", "मुलाकात", TEXT, published="2024-05-16") for number in range(40)]

ENDLESS = """
from graphload.build.reading import reader
from tests.build.test_reading import ARTICLES
with reader(2) as read:
    while True:
        for _ in read(ARTICLES):
            print("read", flush=True)
"""


def test_several_processes_read_what_one_does() -> None:
    with reader(1) as alone, reader(2) as together:
        assert list(together(ARTICLES)) == list(alone(ARTICLES))


def test_no_process_outlives_one_that_is_killed() -> None:
    loader = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE)
    assert loader.stdout
    assert loader.stdout.readline() == b"read\n"
    loader.send_signal(signal.SIGKILL)
    loader.communicate(timeout=60)  # ends when nobody holds the pipe any more
    assert loader.returncode == -signal.SIGKILL
