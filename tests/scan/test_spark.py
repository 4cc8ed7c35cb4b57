"""Spark answers as the database did: a short form, for it takes a second or more for each question."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims import Database
from claims.catalogue import catalogue
from claims.errors import ClaimsError
from claims.scan import Scan
from tests.scan.conftest import ASKED

pytest.importorskip("pyspark", reason="pyspark is not installed: claims[spark] has it")
if shutil.which("java") is None:
    pytest.skip("no Java: Spark needs it", allow_module_level=True)

#: Every question of nobody in particular, and those that ask by names, days and events once.
SHORT = [(name, given) for name, given in ASKED if not given] + [
    ("agreed", {"party": "韓国", "since": "2023"}), ("conflicts", {"event": "jucip-4"}), ("planned", {"as_of": "2024-06-30"}),
    ("timeline", {"entity": "Ada Lind"}), ("topics", {"topic": "人工知能"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def scan(folder: Path) -> Iterator[Scan]:
    with Scan(folder, on="local[2]", memory="1g") as opened:
        yield opened


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # py4j's sockets
def test_equal_rows_in_equal_order(lively: Database, scan: Scan) -> None:
    assert {name for name, _ in SHORT} == set(catalogue())
    for name, given in SHORT:
        expected = lively.query(name, **given)
        found = scan.query(name, limit=None, **given)
        assert found == expected, (name, given)
        assert found.notes == expected.notes, (name, given)
        assert scan.query(name, limit=3, **given) == expected[:3], (name, given)


def test_a_master_that_is_not_there_is_told_in_one_line(folder: Path) -> None:
    with pytest.raises(ClaimsError, match="is no engine that scans"):
        Scan(folder, on="sparks://nowhere:7077")
