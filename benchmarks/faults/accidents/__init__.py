"""Accidents other than kills: each is made to happen, the program is asked, and then the way out is tried.

Each takes `times`, where it need not happen as often as it can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.faults.accidents.copies import copied_in_use
from benchmarks.faults.accidents.damage import damaged_graph, damaged_ledger, damaged_log
from benchmarks.faults.accidents.disk import disk_full
from benchmarks.faults.accidents.servers import server_gone, server_restarts
from benchmarks.faults.accidents.writers import second_writer, two_loads
from benchmarks.faults.program import Accident

Accidents = Callable[..., Iterator[Accident]]

LOCAL: dict[str, Accidents] = {
    "disk-full": disk_full,
    "second-writer": second_writer,
    "damaged-graph": damaged_graph,
    "damaged-log": damaged_log,
    "damaged-ledger": damaged_ledger,
    "copied-in-use": copied_in_use,
}
"""What befalls the files of a workspace, by name; each is given an empty folder."""

OF_STORES: dict[str, Accidents] = {"two-loads": two_loads}
"""What may befall a store of either engine; each is given a workspace to make, and an empty store."""

OF_SERVERS: dict[str, Accidents] = {
    "server-restarts": server_restarts,
    "server-gone": server_gone,
}
"""What befalls a server."""

__all__ = ["LOCAL", "OF_SERVERS", "OF_STORES"]
