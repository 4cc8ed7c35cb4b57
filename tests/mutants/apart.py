"""A mutant tried in a copy of the tree: one that changes what a module does as it begins."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from tests.mutants.code import ROOT, Mutant

#: A test that takes longer is taken for one that hangs, and ends the run.
_HANGING = ("-o", "faulthandler_timeout=120", "-o", "faulthandler_exit_on_timeout=true")
_LONGEST = 240  # seconds of all its tests together


def tried(mutant: Mutant, tests: list[str], broken: Collection[str], tree: Path) -> str:
    """The first of these tests to fail, but for those that are `broken` anyhow; "" = none in good time."""
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*", "__pycache__", "_build", "*.db"))
    path = tree / mutant.path
    path.write_bytes(mutant.written(path.read_bytes()))
    try:
        without = [word for name in broken for word in ("--deselect", name)]
        return failing(tree, ["-k", "not postgresql or test_postgresql", *without, *tests])
    finally:
        shutil.rmtree(tree)


def failing(tree: Path, tests: list[str]) -> str:
    """The first of what pytest is asked for to fail; "" = none in good time."""
    words = [sys.executable, "-m", "pytest", "-x", "-n", "0", "-q", "-p", "no:cacheprovider", *_HANGING]
    words += ["--basetemp", str(tree.parent / f"{tree.name}-tmp")]
    try:
        ended = subprocess.run([*words, *tests], cwd=tree, capture_output=True, text=True, timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        return ""
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
