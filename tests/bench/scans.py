"""Each question of the catalogue put to a folder of Parquet without a restriction: `python -m tests.bench.scans FOLDER [MEMORY]`.

The first 101 rows, on DuckDB with two threads within MEMORY (4GB), each question in a process of its own: seconds by the
clock and of the processor, of two askings the cheaper, and the most memory that the process held. By the clock only on a
machine that nobody else uses.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from claims.catalogue import catalogue
from claims.scan import Scan

_ROWS, _TIMES = 101, 2


def main(folder: str, memory: str) -> None:
    """Print a line for each question as it is answered."""
    print(f"{'question':16} {'clock, s':>9} {'processor, s':>13} {'peak, MB':>9} {'rows':>5}", flush=True)
    for name in catalogue():
        subprocess.run([sys.executable, "-m", "tests.bench.scans", folder, memory, name], check=True)


def ask(folder: str, memory: str, name: str) -> None:
    """Print what one question costs."""
    clock, processor, rows = [], [], 0
    with Scan(folder, memory=memory) as scan:
        scan.sql("set threads = 2")
        for _ in range(_TIMES):
            began, used = time.perf_counter(), time.process_time()
            rows = len(scan.query(name, limit=_ROWS))
            clock.append(time.perf_counter() - began)
            processor.append(time.process_time() - used)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:16} {min(clock):9.2f} {min(processor):13.2f} {peak:9,} {rows:5}", flush=True)


if __name__ == "__main__":
    (main if len(sys.argv) < 4 else ask)(sys.argv[1], *(sys.argv[2:] or ["4GB"]))
