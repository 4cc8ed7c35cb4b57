"""Mutants by hand, with figures.

`python -m tests.mutants data [--count 30] [--seed 1 2 3]` and `python -m tests.mutants code [--count 100] [--seed 1]`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.mutants import code, data
from tests.mutants.forks import Tried, tried
from tests.mutants.reaching import Reached, learn


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    doors = parser.add_subparsers(required=True)
    of_code = doors.add_parser("code", help="changes of the code: which does a test notice?")
    of_code.add_argument("--count", type=int, default=100)
    of_code.add_argument("--seed", type=int, default=1)
    of_code.add_argument(
        "--seconds", type=int, default=60, help="of processor time for one, after which no test is begun"
    )
    of_code.add_argument(
        "--learned", type=Path, help="which test reaches which line: learnt and left there, unless it is there already"
    )
    of_code.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="processes (one for each processor)")
    of_code.add_argument("--list", action="store_true", help="only name them")
    of_code.set_defaults(run=_code)
    of_data = doors.add_parser("data", help="changes of a good database: which does `claims check` name?")
    of_data.add_argument("--count", type=int, default=30)
    of_data.add_argument("--seed", type=int, nargs="+", default=[1])
    of_data.set_defaults(run=_data)
    asked = parser.parse_args()
    return int(asked.run(asked))


def _code(asked: argparse.Namespace) -> int:
    some = code.chosen(asked.count, asked.seed)
    print(f"seed {asked.seed}", flush=True)
    if asked.list:
        print(*some, sep="\n")
        return 0
    survived: list[Tried] = []
    count = 0

    def told(one: Tried) -> None:
        nonlocal count
        count += 1
        if not one.found_by:
            survived.append(one)
        print(f"{count} {one.found_by or 'SURVIVED'} {one.seconds:.0f} s  {one.mutant}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        learned: Path = asked.learned or folder / "learned.db"
        began = time.monotonic()
        if not learned.exists():
            learn(learned, folder, asked.at_once)
            print(f"learnt which test reaches which line: {time.monotonic() - began:.0f} s", flush=True)
        reached = Reached(learned)
        if reached.broken:
            print(f"{len(reached.broken)} tests fail where nothing is changed, and are not asked", flush=True)
        tried(some, reached, folder, asked.seconds, asked.at_once, told)
    print(*(f"SURVIVED {one.mutant}" for one in survived), sep="\n")
    print(f"{count - len(survived)} of {len(some)} found, {time.monotonic() - began:.0f} s")
    return 0 if count - len(survived) >= 0.9 * len(some) else 1


def _data(asked: argparse.Namespace) -> int:
    named = total = 0
    with tempfile.TemporaryDirectory() as folder:
        base = data.good(Path(folder) / "good.db")
        for seed in asked.seed:
            some = list(data.tried(base, Path(folder), asked.count, seed))
            for one in some:
                if not one.named_by:
                    print(f"MISSED {one.what}; {one.told}", flush=True)
            print(f"seed {seed}: {sum(bool(one.named_by) for one in some)} of {len(some)} named", flush=True)
            named += sum(bool(one.named_by) for one in some)
            total += len(some)
    return 0 if named * 30 >= total * 29 else 1


if __name__ == "__main__":
    sys.exit(main())
