"""An archive written side by side: each copy is whole, and nothing is held twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.scan import Scan
from tests.bench import big, many

_TIMES = 3


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    one = tmp_path_factory.mktemp("archives") / "one"
    big.write(one, 2000)
    several = one.with_name("several")
    many.write(one, _TIMES, several)
    return one, several


@pytest.mark.parametrize("name", ["agreed", "failed", "who_met_whom", "timeline", "sources_of", "about"])
def test_an_answer_has_as_many_rows_as_there_are_copies_of_it(folders: tuple[Path, Path], name: str) -> None:
    one, several = (Scan(folder) for folder in folders)
    with one, several:
        assert 0 < _TIMES * len(one.query(name)) == len(several.query(name))


@pytest.mark.parametrize(
    ("table", "ids"),
    [("claims", "id, key"), ("documents", "id, key, slug"), ("events", "id, key"), ("evidence", "claim_id")],
)
def test_ids_and_keys_are_of_one_copy(folders: tuple[Path, Path], table: str, ids: str) -> None:
    for column in ids.split(", "):
        with Scan(folders[1]) as scan:
            (row,) = scan.sql(f"select count(*) as held, count(distinct {column}) as told from {table}")
        assert row["held"] == row["told"]


def test_what_points_to_a_claim_points_to_one_of_its_copy(folders: tuple[Path, Path]) -> None:
    with Scan(folders[1]) as scan:
        (row,) = scan.sql(
            "select count(*) as told, count(*) filter (c.key = s.claim and d.slug = s.document and c.document_id = d.id) as held"
            " from statements as s join claims as c on c.id = s.claim_id join documents as d on d.id = s.document_id"
        )
        assert row["told"] == row["held"] == _TIMES * 2000
        (row,) = scan.sql(
            "select count(*) as told, count(*) filter (p.event_id = f.event_id and p.document_id = f.document_id) as held"
            " from event_facts as f join placed as p on p.claim_id = f.claim_id"
        )
        assert row["told"] == row["held"] > 0
