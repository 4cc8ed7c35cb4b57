"""The suite in short: a few of each fault, for every change."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import faults

_SHORT = faults(8, 3.0)


@pytest.mark.parametrize("name", _SHORT)
def test_all_or_nothing_and_well_after(name: str, tmp_path: Path) -> None:
    tally = _SHORT[name](tmp_path, random.Random(name))
    assert tally.wrong == []
    assert tally.times > 0
