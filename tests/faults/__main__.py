"""The whole suite by hand: `python -m tests.faults [--kills 200] [--seconds 60] [--seed 1]`."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.faults import faults


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(
        f"seed {asked.seed}\n\n| fault | times | whole before | whole after | told in one line | wrong |\n|---|---|---|---|---|---|"
    )
    wrong = 0
    for name, fault in faults(asked.kills, asked.seconds).items():
        with tempfile.TemporaryDirectory() as folder:
            tally = fault(Path(folder), random.Random(f"{asked.seed} {name}"))
        wrong += len(tally.wrong)
        print(
            f"| {name} | {tally.times} | {tally.before} | {tally.after} | {tally.told} | {len(tally.wrong)} |",
            flush=True,
        )
        for line in tally.wrong[:10]:
            print(f"  {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
