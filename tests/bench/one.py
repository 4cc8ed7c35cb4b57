"""One measurement in a process of its own: `python -m tests.bench.one PEER FILE DATABASE` prints it as JSON."""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
from pathlib import Path


def main(peer: str, file: str, database: str) -> None:
    try:
        module = importlib.import_module(f"tests.bench.peers.{peer}")
    except ImportError as error:
        print(json.dumps({"skipped": str(error)}))
        return
    wall, cpu = time.perf_counter(), _cpu()
    module.load(Path(file), Path(database))
    wall, cpu = time.perf_counter() - wall, _cpu() - cpu
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    size = sum(one.stat().st_size for one in Path(database).parent.rglob("*") if one.is_file())
    print(
        json.dumps({
            "version": module.version(), "lacks": module.LACKS, "seconds": wall, "cpu_seconds": cpu, "peak_mb": peak,
            "bytes": size,
        })
    )  # fmt: skip


def _cpu() -> float:
    """Processor time of this process and of those that it started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main(*sys.argv[1:])
