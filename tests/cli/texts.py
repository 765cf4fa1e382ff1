"""A few articles, written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

MEETING = """\
जयशंकर ने मास्को में लावरोव से मुलाकात की
भारत के विदेश मंत्री एस. जयशंकर ने 16 जनवरी 2024 को मास्को में रूस के विदेश मंत्री सर्गेई लावरोव से मुलाकात की।
यह जानकारी समाचार एजेंसी तास ने दी।
"""
VISIT = "रूस के राष्ट्रपति व्लादिमीर पुतिन 19 जून 2024 को उत्तर कोरिया की यात्रा पर पहुंचे। यह जानकारी समाचार एजेंसी तास ने दी।"
ENVOY = "भारत के राजदूत रमेश चंद्र गोयनका ने 3 मई 2023 को नेपाल के विदेश मंत्री नारायण प्रकाश सऊद से मुलाकात की।"
AGAIN = "जर्मनी के राजदूत रामेश चंद्रा गोएनका ने 5 मई 2023 को नेपाल के विदेश मंत्री नारायण प्रकाश सऊद से मुलाकात की।"

UNSURE = ("रमेश चंद्र गोयनका", "रामेश चंद्रा गोएनका")
"""Two names among these texts that may be one person's."""


def write_pages(folder: Path) -> Path:
    """A folder with a text and a feed: four articles."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meeting.txt").write_text(MEETING, "utf-8")
    told = {"visit": VISIT, "envoy": ENVOY, "again": AGAIN}
    lines = [
        {"id": id_, "title": f"समाचार {id_}", "outlet": "पत्रिका", "published": "2024-07-01", "text": text}
        for id_, text in told.items()
    ]
    (folder / "feed.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return folder


def write_junk(folder: Path) -> Path:
    """A folder in which nothing can be read: one file for each way of being bad."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "latin.txt").write_bytes("Président".encode("latin-1"))
    (folder / "lines.jsonl").write_text('{"id": "x", "text"\n{"id": "y", "text": 5}\n', "utf-8")
    (folder / "page.html").write_text("<html><body></body></html>", "utf-8")
    return folder
