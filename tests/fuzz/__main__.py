"""The tries by hand, with figures."""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz import TRIES, loaded, tried

parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--times", type=int, default=100_000)
asked = parser.parse_args()
print(f"seed {asked.seed}")
for name in TRIES:
    started = time.process_time()
    taken, refused = tried(name, asked.seed, asked.times)
    print(f"{name}: {taken} taken, {refused} refused, in {time.process_time() - started:.0f} s of processor time")
started = time.process_time()
with tempfile.TemporaryDirectory() as folder:
    found = loaded(Path(folder), asked.seed, asked.times)
told = ", ".join(f"{count} {name}" for name, count in found.counts.items())
print(f"loads: {told}, in {time.process_time() - started:.0f} s of processor time")
print(
    f"claims check: {len(found.problems)} problems; a copy by export and load holds {'the same' if found.is_copied else 'ANOTHER THING'}"
)
print(*found.problems[:20], sep="\n", end="\n" if found.problems else "")
print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB at most")
sys.exit(bool(found.problems) or not found.is_copied)
