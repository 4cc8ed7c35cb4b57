"""The tries by hand, with figures."""

from __future__ import annotations

import argparse
import time

from tests.fuzz import TRIES, tried

parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--times", type=int, default=100_000)
asked = parser.parse_args()
print(f"seed {asked.seed}")
for name in TRIES:
    started = time.process_time()
    taken, refused = tried(name, asked.seed, asked.times)
    print(f"{name}: {taken} taken, {refused} refused, in {time.process_time() - started:.0f} s of processor time")
