"""Each mutant on its tests: does one of them fail?"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutants.code import ROOT, Mutant
from tests.mutants.forks import ELSEWHERE, Trial, Tried
from tests.mutants.reaching import Reached, asked

#: A test that takes longer is taken for one that hangs, and ends the run.
_HANGING = ("-o", "faulthandler_timeout=120", "-o", "faulthandler_exit_on_timeout=true")


def tried(
    chosen: list[Mutant], reached: Reached, folder: Path, seconds: int, on_tried: Callable[[Tried], None]
) -> None:
    """Try each mutant, and tell of it: in a fork, or in a copy of the tree where it changes what modules do as they begin.

    `seconds`: of processor time, after which no other test of the mutant is begun.
    """
    tree: list[Path] = []

    def told(one: Tried) -> None:
        if one.found_by == ELSEWHERE:
            tree[:] = tree or [_copied(folder / "tree")]
            one = _tried(one.mutant, reached.nearest(one.mutant), tree[0], seconds * 20)
        on_tried(one)

    pytest.main(asked(folder), plugins=[Trial(chosen, reached, seconds, told)])


def _tried(mutant: Mutant, tests: list[str], tree: Path, limit: float) -> Tried:
    path = tree / mutant.path
    source = path.read_bytes()
    started = time.monotonic()
    path.write_bytes(mutant.written(source))
    try:
        found_by = _failing(tree, ["-k", "not postgresql or test_postgresql", *tests], limit)
    finally:
        path.write_bytes(source)
    return Tried(mutant, found_by, time.monotonic() - started)


def _failing(tree: Path, tests: list[str], limit: float) -> str:
    """The first of these tests to fail; "" = none, "time" = they did not end."""
    words = [sys.executable, "-m", "pytest", "-x", "-n", "0", "-q", "-p", "no:cacheprovider", *_HANGING]
    words += ["--basetemp", str(tree.parent / f"{tree.name}-tmp")]
    try:
        ended = subprocess.run([*words, *tests], cwd=tree, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return "time"
    if ended.returncode in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return ""
    if ended.returncode == pytest.ExitCode.USAGE_ERROR:  # of what was asked nothing ran
        if "ImportError while loading conftest" in ended.stderr:
            return "the import"
        raise RuntimeError(ended.stderr)
    told = [line for line in ended.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if told:
        return told[0].split(" - ")[0].split(maxsplit=1)[1]
    return "a test that hangs" if "Timeout" in ended.stderr + ended.stdout else f"exit {ended.returncode}"


def _copied(to: Path) -> Path:
    """A copy of the tree as git knows it, with what is changed here."""
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in names.stdout.splitlines():
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to / name)
    return to
