"""Where nothing answers, what is nearest is told."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from claims.catalogue import catalogue
from claims.errors import QueryError

pytestmark = pytest.mark.both_engines


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("who_met_whom", {"person": "Ken Saitoo"}, "did you mean Ken Saito?"),
        ("agreed", {"topic": "semiconducter"}, "did you mean semiconductor?"),
        ("agreed", {"event": "jucip4"}, "did you mean jucip-4 (Fourth JUCIP"),
        ("conflicts", {"event": "camp david sumit"}, "did you mean camp-david-summit"),
        ("offices", {"person": "METI"}, "give it as organisation"),
        ("offices", {"office": "METI"}, "give it as organisation"),
        ("timeline", {"entity": "Katherine Tai", "since": "2024"}, "of whom 2 claims tell from 2023-03-28 to 2023-03-28"),
        ("about", {"kind": "met"}, "did you mean meet?"),
        ("conflicts", {"slot": "dates"}, "did you mean date?"),
        ("expected", {"likelihood": "unlikly"}, "did you mean unlikely?"),
        ("sources_of", {"claim": "jf-03"}, "did you mean jf-03-"),
        ("extractions", {"document": "meti-jucip4"}, "did you mean meti-jucip4-en?"),
        ("failed", {"until": "1999"}, "leave out until"),
    ],
)  # fmt: skip
def test_an_empty_answer_says_what_is_nearest(name: str, given: dict[str, Any], told: str, shipped: Database) -> None:
    answer = shipped.query(name, **given)
    assert answer == []
    assert told in " ".join(answer.notes)


@pytest.mark.parametrize("name", list(catalogue()))
def test_what_is_answered_needs_no_note_and_what_is_not_has_one(name: str, shipped: Database, db: Database) -> None:
    assert shipped.query(name).notes == []
    assert db.query(name).notes == ["no claim answers this yet"]


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("select sumary from statements", "did you mean `summary`, of `statements`?"),
        ("select s.partys from statements as s join claims as c on c.id = s.claim_id", "did you mean `parties`, of `statements`?"),
        ("select quote from claims", "did you mean `quote`, of `statements`, `quotes`?"),
        ('select "summary" from statement', "did you mean the table `statements`?"),
        ("select x.recordedat from claims as x", "did you mean `recorded_at`, of `claims`?"),
    ],
)  # fmt: skip
def test_a_misspelt_column_or_table_is_told(sql: str, told: str, shipped: Database) -> None:
    with pytest.raises(QueryError) as error:
        shipped.sql(sql)
    assert told in str(error.value)


def test_what_is_nothing_like_any_is_not_guessed(shipped: Database) -> None:
    with pytest.raises(QueryError, match="only reads"):
        shipped.sql("select qqqqqqqqqqqqq from statements")
