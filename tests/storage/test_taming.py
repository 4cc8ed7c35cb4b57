"""Functions that one call could keep busy: what they give is SQLite's own, and what is too much is refused with its name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from claims.storage import Guarded

#: Where Datasette was imported, sqlite3 prints the errors of functions besides.
TOLD_TWICE = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def guarded() -> Iterator[Guarded]:
    with closing(sqlite3.connect(":memory:", factory=Guarded)) as made:
        yield made


@pytest.mark.parametrize(
    ("call", "values"),
    [
        ("instr(?, ?)", ("hello", "l")), ("instr(?, ?)", (None, "l")), ("instr(?, ?)", (12345, 3)), ("instr(?, ?)", (b"abc", b"c")),
        ("replace(?, ?, ?)", ("hello", "l", "LL")),
        ("replace(?, ?, ?)", ("a", "", "b")), ("json_patch(?, ?)", ('{"a":1}', '{"a":null,"b":2}')), ("trim(?, ?)", ("xxaxx", "x")),
        ("ltrim(?, ?)", ("xxaxx", "x")),
        ("rtrim(?, ?)", ("xxaxx", "x")), ("trim(?, ?)", (121, 1)), ("trim(?)", ("  a ",)), ("printf(?, ?)", ("%5d|", 3)),
        ("printf(?, ?, ?)", ("%-*d|", 4, 3)),
        ("format(?, ?)", ("%.3f", 1.23456)), ("format(?, ?)", ("%s", "é")), ("printf()", ()), ("printf(?, ?)", ("100%%%d", 2)),
        ("printf(?, ?, ?)", ("%.*f", 2, 1.239)),
    ],
)  # fmt: skip
def test_what_they_give_is_sqlites_own(call: str, values: tuple[Any, ...], guarded: Guarded) -> None:
    with closing(sqlite3.connect(":memory:")) as plain:
        assert (
            guarded.execute(f"select {call}", values).fetchone() == plain.execute(f"select {call}", values).fetchone()
        )


@pytest.mark.parametrize(
    ("call", "values", "is_computed"),
    [
        # two hundred million comparisons
        ("instr(?, ?)", ("a" * 20_000, "b" * 10_000), True), ("instr(?, ?)", ("a" * 20_000, "b" * 10_001), False),
        ("instr(?, ?)", ("a" * 2_000_000, "b" * 100), True),
        ("instr(?, ?)", ("a" * 2_000_000, "b" * 101), False), ("instr(?, ?)", (b"a" * 2_000_000, b"b" * 101), False),
        ("replace(?, ?, ?)", ("a" * 20_000, "b" * 10_001, ""), False),
        ("replace(?, ?, ?)", ("a" * 20_000, "b" * 10_000, "c" * 99_999), True),
        ("json_patch(?, ?)", ("{}".ljust(20_000), "{}".ljust(10_001)), False),
        # a trim of five hundred characters
        ("trim(?, ?)", ("a", "b" * 500), True), ("trim(?, ?)", ("a", "b" * 501), False), ("ltrim(?, ?)", ("a", "b" * 501), False),
        ("rtrim(?, ?)", ("a", "b" * 501), False),
        ("trim(?, ?)", ("a", b"b" * 501), False), ("trim(?, ?)", ("a" * 9_999, "b"), True),
        # widths of two million two hundred thousand together
        ("length(printf(?, 1))", ("%2199999d",), True), ("length(printf(?, 1))", ("%2200001d",), False),
        ("length(printf(?, 1, 1))", ("%1100000d%1100001d",), False),
        ("length(format(?, 1))", ("%2200001d",), False), ("length(printf(?, ?, 1))", ("%*d", 2_199_999), True),
        ("length(printf(?, ?, 1))", ("%*d", 2_200_001), False),
        ("length(printf(?, ?, 1))", ("%*d", -2_200_001), False), ("length(printf(?, ?, 1))", ("%*d", "2200001"), False),
        ("length(printf(?, ?, 1))", ("%*d", b" +2200001x"), False),
        ("length(printf(?, ?, 1))", ("%*d", 2_200_001.5), False), ("length(printf(?, 1.5))", ("%.2200001f",), False),
        ("length(printf(?, ?, 1.5))", ("%.*f", 2_200_001), False),
        ("length(printf(?, 1))", ("%-+ 0,#!2200001d",), False), ("length(printf(?, ?))", ("%d", 2_200_001), True),
        ("length(printf(?, ?, 1))", ("%*d", None), True),
        ("length(printf(?, ?, 1))", ("%*d", "x2200001"), True), ("length(printf(?, ?, 1))", ("%1000000d%*d", 1_200_001), False),
    ],
)  # fmt: skip
@TOLD_TWICE
def test_what_is_too_much_is_refused(call: str, values: tuple[Any, ...], is_computed: bool, guarded: Guarded) -> None:
    if is_computed:
        assert len(guarded.execute(f"select {call}", values).fetchall()) == 1
        return
    name = call.removeprefix("length(").partition("(")[0]
    with pytest.raises(sqlite3.OperationalError, match=rf"^{name}\(\) of so much is not computed here$"):
        guarded.execute(f"select {call}", values).fetchall()
    assert guarded.execute("select 1").fetchall() == [(1,)]  # and nothing is left behind


@TOLD_TWICE
def test_what_sqlite_itself_says_of_a_call_is_told(guarded: Guarded) -> None:
    with pytest.raises(sqlite3.OperationalError, match=r"^json_patch\(\): malformed JSON"):
        guarded.execute("select json_patch('{', '{}')").fetchall()


def test_a_text_that_is_none_is_read_as_far_as_it_goes(guarded: Guarded) -> None:
    assert guarded.execute("select replace(x'61ff62', 'b', 'c')").fetchall() == [("a\ufffdc",)]
