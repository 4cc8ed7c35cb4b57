from __future__ import annotations

import contextlib
import io
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.dates import Bounds, bounds, day
from claims.errors import DateError


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-12", ("2024-12-01", "2024-12-31")),
        ("2024-06-26", ("2024-06-26", "2024-06-26")),
        ("2024-03~", ("2024-02-01", "2024-04-30")),
        ("2024-06-26~", ("2024-06-25", "2024-06-27")),
        ("2024-01-01%", ("2023-12-31", "2024-01-02")),
        ("2024-06-26?", ("2024-06-26", "2024-06-26")),
        ("2024~", ("2023-01-01", "2025-12-31")),
        ("0001-01-01~", ("0001-01-01", "0001-01-02")),
        ("9999-12~", ("9999-11-01", "9999-12-31")),
        ("2024?", ("2024-01-01", "2024-12-31")),
        ("2024-06-26%", ("2024-06-25", "2024-06-27")),
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
        ("2024-06~/2024-08", ("2024-05-01", "2024-08-31")),
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


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("21", "03-01", "05-31"), ("22", "06-01", "08-31"), ("23", "09-01", "11-30"), ("25", "03-01", "05-31"), ("26", "06-01", "08-31"),
        ("27", "09-01", "11-30"), ("29", "09-01", "11-30"), ("31", "03-01", "05-31"), ("32", "06-01", "08-31"), ("33", "01-01", "03-31"),
        ("34", "04-01", "06-30"), ("35", "07-01", "09-30"), ("36", "10-01", "12-31"), ("37", "01-01", "04-30"), ("38", "05-01", "08-31"),
        ("39", "09-01", "12-31"), ("40", "01-01", "06-30"), ("41", "07-01", "12-31"),
    ],
)  # fmt: skip
def test_seasons_quarters_and_halves_of_a_year(part: str, first: str, last: str) -> None:
    """By the table of ISO 8601-2, 4.8.1."""
    for year in ("0001", "2024", "9999"):
        assert bounds(f"{year}-{part}") == (f"{year}-{first}", f"{year}-{last}")


@pytest.mark.parametrize("winter", ["24", "28", "30"])
def test_a_winter_ends_in_the_next_year(winter: str) -> None:
    assert bounds(f"2023-{winter}") == ("2023-12-01", "2024-02-29")
    assert bounds(f"9998-{winter}") == ("9998-12-01", "9999-02-28")
    assert bounds(f"9999-{winter}") == ("9999-12-01", "9999-12-31")
    assert bounds(f"2022-{winter}/2023-{winter}") == ("2022-12-01", "2024-02-29")


@given(st.dates(), st.dates())
def test_an_interval_runs_from_its_first_day_to_its_last(one: date, other: date) -> None:
    first, last = sorted((one.isoformat(), other.isoformat()))
    assert bounds(f"{first}/{last}") == (first, last)
    assert bounds(f"{first}/..") == (first, None)
    assert bounds(f"../{last}") == (None, last)
    if first < last:
        with pytest.raises(DateError, match="ends before it starts"):
            bounds(f"{last}/{first}")


@given(st.dates(), st.sampled_from("~%"))
def test_about_is_one_more_of_what_the_date_is_exact_to(day: date, about: str) -> None:
    before = day if day == date.min else day - timedelta(days=1)
    after = day if day == date.max else day + timedelta(days=1)
    assert bounds(f"{day}{about}") == (str(before), str(after))
    first, last = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    assert bounds(str(day)[:7]) == (str(first), str(last))
    before = first if first == date.min else (first - timedelta(days=1)).replace(day=1)
    after = last if last == date.max else last + timedelta(days=1)
    after = after.replace(day=monthrange(after.year, after.month)[1])
    assert bounds(str(day)[:7] + about) == (str(before), str(after))
    assert bounds(str(day)[:4]) == (f"{day.year:04}-01-01", f"{day.year:04}-12-31")
    assert bounds(str(day)[:4] + about) == (f"{max(day.year - 1, 1):04}-01-01", f"{min(day.year + 1, 9999):04}-12-31")


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("20XX", ("2000-01-01", "2099-12-31")), ("2XXX", ("2000-01-01", "2999-12-31")), ("2024-XX", ("2024-01-01", "2024-12-31")),
        ("2023-02-XX", ("2023-02-01", "2023-02-28")), ("2024-02-XX", ("2024-02-01", "2024-02-29")),
        ("2024-XX-XX", ("2024-01-01", "2024-12-31")),
        ("[2024-03..2024-06]", ("2024-03-01", "2024-06-30")), ("[2024..]", ("2024-01-01", None)),
        ("[2024-03,2024-01]", ("2024-01-01", "2024-03-31")),
        ("2024-06?-26", ("2024-06-26", "2024-06-26")), ("2024-06-26T23:59:59", ("2024-06-26", "2024-06-26")),
    ],
)  # fmt: skip
def test_digits_that_are_not_known_and_sets(edtf: str, expected: Bounds) -> None:
    assert bounds(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("0000", "years run from 0001"), ("0000-21", "years run from 0001"), ("2024/0000", "years run from 0001"),
        ("2024-20", "no such day"),
        ("2024-42", "no such day"), ("2024-13~", "no such day|not EDTF"), ("../..", "needs a start or an end"),
        ("/", "needs a start or an end"),
        ("2024-02-30/2024-03", "no such day"), ("2024/2023-02-29", "no such day"), ("[" + "1999," * 24 + "1999]", "too long"),
        ("June", "not EDTF"),
    ],
)  # fmt: skip
def test_the_error_says_why(edtf: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason):
        bounds(edtf)


def test_a_date_has_120_characters_at_most() -> None:
    longest = f"[{'1999,' * 22}1999-01?]"
    assert (len(longest), bounds(longest)) == (120, ("1999-01-01", "1999-12-31"))
    with pytest.raises(DateError, match="too long"):
        bounds(longest.replace("?", "-0"))


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


@pytest.mark.parametrize("text", ["2024", "2024-01", "2024-07", "2024-12", "2024-07-08", "2024-12-31"])
def test_a_day_may_be_partial(text: str) -> None:
    assert day(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-13",
        "2024-00",
        "2024-21",
        "2024-33",
        "0000",
        "2024-07~",
        "2024-07/2024-08",
        "2024-02-30",
        "24-07-08",
        "2024-7-8",
    ],
)
def test_a_day_is_nothing_else(text: str) -> None:
    with pytest.raises(DateError):
        day(text)
