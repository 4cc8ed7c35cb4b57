"""A folder of Parquet answers as the database did, row by row and in the same order."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.catalogue import catalogue
from claims.scan import Scan
from claims.scan.spelling import for_duckdb, for_spark
from tests.scan.conftest import ASKED

pytest.importorskip("duckdb", reason="DuckDB is not installed: claims[duckdb] has it")


@pytest.fixture(scope="module")
def scan(folder: Path) -> Iterator[Scan]:
    with Scan(folder) as opened:
        yield opened


def test_every_question_is_asked_and_most_answer(lively: Database) -> None:
    assert {name for name, _ in ASKED} == set(catalogue())
    assert sum(not lively.query(name, **given) for name, given in ASKED) <= 14


@pytest.mark.parametrize(("name", "given"), ASKED, ids=lambda one: one if isinstance(one, str) else "-".join(one))
def test_equal_rows_in_equal_order(lively: Database, scan: Scan, name: str, given: dict[str, Any]) -> None:
    if given.get("claim") == "KEY":
        given = {"claim": lively.sql("select c.key from reviews as r join claims as c on c.id = r.claim_id")[-1]["key"]}
    expected = lively.query(name, **given)
    found = scan.query(name, **given)
    assert found == expected
    assert found.notes == expected.notes
    for most in (1, 3, 40):
        assert scan.query(name, limit=most, **given) == expected[:most]


CUT = ["about", "agreed", "as_known_on", "conflicts", "corroboration", "expected", "extractions", "failed", "planned"]
CUT += ["sources_of", "timeline", "who_met_whom"]


@pytest.mark.parametrize("name", CUT)
def test_of_what_comes_first_no_more_is_told(name: str) -> None:
    sql = catalogue()[name].sql.rstrip()
    cut = for_duckdb(f"{sql}\nlimit 3").sql
    assert cut.count("limit 3") == 2  # where rows are found, and at the end
    assert ":first" not in cut
    one = r"order by (?:p\.seq|w\.reviewed_at desc, w\.id desc)\s+limit 1\b"  # of what a row tells
    assert "limit" not in re.sub(one, "", for_duckdb(sql).sql)


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_spark_is_told_of_no_part_that_it_is_materialized(name: str) -> None:
    """It cannot read the word; what comes first is told in parts that have it."""
    sql = f"{catalogue()[name].sql.rstrip()}\nlimit 3"
    assert "materialized" not in for_spark(sql).sql
    assert for_spark(sql).sql.count(" as (\n") >= for_duckdb(sql).sql.count(" as materialized (\n")


def test_rows_of_a_part_are_not_sorted() -> None:
    """An order without a limit means nothing, and each part of a hundred million rows would be sorted for it."""
    assert for_duckdb(catalogue()["as_known_on"].sql).sql.count("order by") == 1


def test_what_does_not_fit_goes_to_disk_and_away(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    many = "select max(n) as n, max(length(t)) as t from (select r as n, r || t as t, row_number() over (order by hash(r)) as p"
    with Scan(folder, memory="150MB") as small:
        rows = small.sql(f"{many} from range(2000000) as r(r), (select repeat('word ', 20) as t)) where p > 0")
        assert rows == [{"n": 1999999, "t": 107}]
        assert any(tmp_path.rglob("*")), "nothing was put aside"
    assert list(tmp_path.iterdir()) == []
