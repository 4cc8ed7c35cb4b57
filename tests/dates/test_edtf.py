from __future__ import annotations

import contextlib
import io

import pytest

from claims.dates import Bounds, bounds, day
from claims.errors import DateError


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-12", ("2024-12-01", "2024-12-31")),
        ("2024-06-26", ("2024-06-26", "2024-06-26")),
        ("2024-03~", ("2024-03-01", "2024-03-31")),
        ("2024?", ("2024-01-01", "2024-12-31")),
        ("2024-06-26%", ("2024-06-26", "2024-06-26")),
        ("202X", ("2020-01-01", "2029-12-31")),
        ("2024-06-XX", ("2024-06-01", "2024-06-30")),
        ("2024-21", ("2024-03-01", "2024-05-31")),
        ("2024-24", ("2024-12-01", "2025-02-28")),
        ("2024-34", ("2024-04-01", "2024-06-30")),
        ("2024-03/..", ("2024-03-01", None)),
        ("2024-03/", ("2024-03-01", None)),
        ("../2024", (None, "2024-12-31")),
        ("/2024", (None, "2024-12-31")),
        ("2024-06-25/2024-06-28", ("2024-06-25", "2024-06-28")),
        ("2024-06-26/2024-06", ("2024-06-26", "2024-06-30")),
        ("2024-06~/2024-08", ("2024-06-01", "2024-08-31")),
        ("[2024-01,2024-03]", ("2024-01-01", "2024-03-31")),
        ("{2024-01, 2024-03}", ("2024-01-01", "2024-03-31")),
        ("[..2024]", (None, "2024-12-31")),
        ("2024-06-26T10:00:00Z", ("2024-06-26", "2024-06-26")),
        ("0001", ("0001-01-01", "0001-12-31")),
        ("9999-12-31", ("9999-12-31", "9999-12-31")),
    ],
)
def test_bounds(edtf: str, expected: Bounds) -> None:
    assert bounds(edtf) == expected


@pytest.mark.parametrize(
    "edtf",
    ["", " ", "..", "../..", "/", "2024-02-30", "2023-02-29", "2023-02-29~", "2024-13", "2024-00", "2024-42", "0000",
     "-0044", "Y-17000", "Y20240", "2024-Q2", "２０２４", "2024-６", "2024\n", " 2024", "2024-6", "2024-1X",
     "2024-06-3X", "2024-06/2024-03", "2024-06-26/2024-06-25",
     "2024-06-28/2024-06-26~", "[2024-06..2024-03]", "XXXX", "unknown", "2024/2025/2026",
     "今年", "2024-02-30/2024-03-01", "2" * 5000, "[" * 200, "nan", "\ud800"],
)  # fmt: skip
def test_what_is_no_date_raises(edtf: str) -> None:
    for _ in range(2):  # an error is remembered too
        with pytest.raises(DateError):
            bounds(edtf)


def test_the_error_names_the_accepted_forms() -> None:
    with pytest.raises(DateError, match="2024-33 to 2024-36"):
        bounds("2024-Q2")


def test_the_library_prints_nothing() -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        for edtf in ("2024-1X", "2024-06-26~"):
            with contextlib.suppress(DateError):
                bounds(edtf)
    assert out.getvalue() == ""


@pytest.mark.parametrize("text", ["2024", "2024-07", "2024-07-08"])
def test_a_day_may_be_partial(text: str) -> None:
    assert day(text) == text


@pytest.mark.parametrize("text", ["", "2024-21", "2024-07~", "2024-07/2024-08", "2024-02-30", "24-07-08", "2024-7-8"])
def test_a_day_is_nothing_else(text: str) -> None:
    with pytest.raises(DateError):
        day(text)
