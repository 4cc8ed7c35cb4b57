"""Python's values on their way into a record."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from claims import records
from claims.errors import RecordError
from claims.records import record_from_object
from claims.records.plain import plain
from tests.conftest import claim

DAY = datetime.date(2021, 5, 3)
TOKYO = datetime.timezone(datetime.timedelta(hours=9))


class Kind(Enum):
    MEET = "meet"


@pytest.mark.parametrize(
    ("value", "there"),
    [
        (DAY, "2021-05-03"),
        (datetime.datetime(2021, 5, 3, 23, 30), "2021-05-03"),
        (datetime.datetime(2021, 5, 3, 23, 30, tzinfo=TOKYO), "2021-05-03"),
        (float("nan"), None),
        (Decimal("NaN"), None),
        (3.0, 3),
        (Decimal("0.5"), 0.5),
        (True, True),
        (Kind.MEET, "meet"),
        (Path("a/b"), "a/b"),
        ((1, None, float("nan"), "x"), [1, "x"]),
        ({"a": float("nan"), "b": None, "c": {"d": DAY}}, {"b": None, "c": {"d": "2021-05-03"}}),
    ],
)
def test_values(value: Any, there: Any) -> None:
    assert plain(value) == there
    assert type(plain(value)) is type(there)


def test_arrays_are_lists_of_what_they_hold() -> None:
    """To compare an array with itself gives an array, which is neither true nor false."""
    pandas = pytest.importorskip("pandas")
    held = pandas.DataFrame({"a": ["x", None], "b": [1.0, 2.5]})
    assert plain(held["b"].to_numpy()) == [1, 2.5]
    assert plain({"a": held["a"].to_numpy(), "b": held["b"]}) == {"a": ["x"], "b": [1, 2.5]}


def test_what_pandas_calls_missing_is_nothing() -> None:
    pandas = pytest.importorskip("pandas")
    for missing in (pandas.NA, pandas.NaT, float("nan")):
        assert plain(missing) is None
        assert plain({"a": missing, "b": [missing, 1]}) == {"b": [1]}


def test_an_instant_needs_its_time_zone() -> None:
    at = datetime.datetime(2021, 5, 4, 1, 0, 0, 5000, tzinfo=TOKYO)
    assert plain(at, "recorded_at") == "2021-05-03T16:00:00.005Z"
    with pytest.raises(RecordError, match=r"^recorded_at: a time needs its time zone"):
        plain(at.replace(tzinfo=None), "recorded_at")


@pytest.mark.parametrize("value", [float("inf"), object(), b"bytes", Decimal("-Infinity")])
def test_what_is_no_value_is_named_with_its_field(value: object) -> None:
    with pytest.raises(RecordError, match=r"^arguments\[1\]\.name: "):
        plain({"arguments": [{"name": "a"}, {"name": value}]})


def test_days_as_objects_and_as_text_are_one_record() -> None:
    assert record_from_object(claim(date=DAY, confidence=float("nan"))) == record_from_object(claim(date="2021-05-03"))


def test_what_types_let_through_is_refused() -> None:
    made = records.Review(claim="c1", verdict="good", reviewer="desk")  # type: ignore[arg-type]
    with pytest.raises(RecordError, match="verdict: unknown verdict 'good'"):
        record_from_object(made)
    dated = records.Document(source="s", title="t", language="en", published_on=DAY)  # type: ignore[arg-type]
    assert record_from_object(dated) == records.Document(
        source="s", title="t", language="en", published_on="2021-05-03"
    )


@pytest.mark.parametrize(("data", "told"), [(3, "not int"), (None, "not NoneType"), ([], "not list")])
def test_what_is_no_record_says_what_one_is(data: object, told: str) -> None:
    with pytest.raises(RecordError, match=f"a record is a mapping.*{told}"):
        record_from_object(data)
