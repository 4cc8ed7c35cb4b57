"""Which tests reach which lines: learnt once, so that a mutant is tried on few tests."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from coverage import CoverageData

from tests.mutants.code import ROOMS, ROOT, Mutant

#: What is run once, to learn which test reaches which line.
LEARNED = (
    *(f"tests/{room}" for room in ROOMS),
    *(
        "tests/answers",
        "tests/models",
        "tests/replica",
        "tests/stream",
        "tests/test_round_trip.py",
        "tests/test_export.py",
    ),
    *("tests/test_conflicts.py", "tests/test_lengths.py", "tests/test_bad_days.py", "tests/test_time.py"),
)
_MOST = 40  # tests of one mutant, many with several cases


class Reached:
    """Which tests reach which lines, as coverage.py found it; `data` is its file. Machines that hypothesis runs have no name to ask by.

    `broken` are the tests, or files of them, that fail where nothing was changed: they notice nothing.
    """

    def __init__(self, data: Path) -> None:
        self.broken = frozenset[str](json.loads(_broken(data).read_text("utf-8")))
        self._data = CoverageData(str(data))
        self._data.read()
        self._lines: dict[str, dict[int, list[str]]] = {}
        self._counted: dict[str, int] = defaultdict(int)  # lines that a test reaches: few = it is about few things
        for path in self._data.measured_files():
            name = path[path.rindex("claims/") :]
            self._lines[name] = self._data.contexts_by_lineno(path)
            for tests in self._lines[name].values():
                for test in tests:
                    self._counted[test] += 1

    def nearest(self, mutant: Mutant) -> list[str]:
        """The tests to try, in order: those of its module, those that reach its line, of its room and of few lines first; those
        that reach its file where none reaches the line, and the room's where none does that.
        """
        room, name = Path(mutant.path).parts[1], Path(mutant.path).stem
        lines = self._lines.get(mutant.path, {})
        last = mutant.line + mutant.was.count("\n")
        at = [test for line in range(mutant.line, last + 1) for test in lines.get(line, ())]
        found = {
            test for test in at or [test for tests in lines.values() for test in tests] if test.startswith("tests.")
        }
        ordered = sorted(found, key=lambda test: (f"tests.{room}." not in test, self._counted[test], test))
        nearest = [_node(test) for test in ordered[:_MOST]]
        own = f"tests/{room}/test_{name}.py"
        if (ROOT / own).is_file():
            nearest.insert(0, own)
        return nearest or [str(one.relative_to(ROOT)) for one in sorted((ROOT / "tests" / room).glob("test_*.py"))]


def _node(test: str) -> str:
    """tests.load.test_loading.test_x as pytest is asked for it."""
    module, _, name = test.rpartition(".")
    if (ROOT / f"{module.replace('.', '/')}.py").is_file():
        return f"{module.replace('.', '/')}.py::{name}"
    module, _, kind = module.rpartition(".")
    return f"{module.replace('.', '/')}.py::{kind}::{name}"


def learn(data: Path, folder: Path, at_once: int) -> None:
    """Run the tests once under coverage, so many processes at once, and leave in `data` which reaches which line."""
    sources = "\n".join(f"    claims/{room}" for room in ROOMS)
    settings = folder / "coverage.ini"
    settings.write_text(f"[run]\nrelative_files = true\ndynamic_context = test_function\nsource_dirs =\n{sources}\n")
    files = [
        path
        for name in LEARNED
        for path in ([ROOT / name] if name.endswith(".py") else (ROOT / name).rglob("test_*.py"))
    ]
    files.sort(key=lambda path: (-path.stat().st_size, path))
    shares = [files[first :: 4 * at_once] for first in range(min(4 * at_once, len(files)))]

    def one(number: int) -> Path:
        part = folder / f"coverage-{number}.db"
        words = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", f"--data-file={part}", "-m", "pytest"]
        words += asked(folder / f"tmp-{number}", *map(str, shares[number]))
        words.append("--continue-on-collection-errors")
        ended = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
        if ended.returncode not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            print(ended.stdout, ended.stderr)
        return part

    with ThreadPoolExecutor(at_once) as pool:
        parts = list(pool.map(one, range(len(shares))))
    broken = [name for told in folder.glob("tmp-*-cache/v/cache/lastfailed") for name in json.loads(told.read_text())]
    _broken(data).write_text(json.dumps(sorted(broken)), "utf-8")
    whole = CoverageData(str(data))
    for part in parts:
        if part.exists():
            read = CoverageData(str(part))
            read.read()
            whole.update(read)


def _broken(data: Path) -> Path:
    return data.with_suffix(".broken.json")


def asked(folder: Path, *names: str) -> list[str]:
    """What pytest is asked for, to learn and to try: on a server only what is about it."""
    told = ["-n", "0", "-o", f"cache_dir={folder}-cache", "--basetemp", str(folder)]
    return [*told, "-k", "not postgresql or test_postgresql", *(names or LEARNED)]
