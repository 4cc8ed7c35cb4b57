from __future__ import annotations

import csv
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.datasette.spreadsheet import Cells, as_csv, safe
from tests.datasette.conftest import Get, Served


@pytest.mark.parametrize(
    "value", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1+1", "-cmd|' /C calc'!A0"]
)
def test_formulas_are_disarmed(value: str) -> None:
    assert safe(value) == "'" + value


@pytest.mark.parametrize("value", ["", "-", "+", "-1", "+2.5", "-1e-3", "岸田", "a=b", 5, None, 2.5])
def test_what_is_no_formula_stays(value: object) -> None:
    assert safe(value) is value


ROWS = [["=1", 'say "=2"', "a,b", "-3"], ["line\n=4", "＝5", "岸田,東京", '"=6"'], ["", "@7", "-x\ny", "+"]]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_a_stream_is_safe_however_it_is_cut(size: int) -> None:
    file = io.StringIO()
    csv.writer(file).writerows(ROWS)
    data = file.getvalue().encode()
    cells = Cells()
    out = b"".join(cells.feed(data[start : start + size]) for start in range(0, len(data), size)) + cells.feed(
        b"", last=True
    )
    assert list(csv.reader(io.StringIO(out.decode()))) == [[safe(value) for value in row] for row in ROWS]


def test_random_streams_agree_with_the_writer() -> None:
    chosen = random.Random(7)
    for _ in range(200):
        rows = [["".join(chosen.choices('=+-@,"\n\ra岸 ', k=chosen.randint(0, 6))) for _ in range(3)] for _ in range(4)]
        file = io.StringIO()
        csv.writer(file).writerows(rows)
        out = Cells().feed(file.getvalue().encode(), last=True).decode()
        assert list(csv.reader(io.StringIO(out))) == [[safe(value) for value in row] for row in rows], rows


#: Whatever a record's text may hold, the awkward oftener than chance would have it.
_CELLS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        st.sampled_from("=+-@＝＋－＠\t\r\n,;\"'\x01\x0b\x1b\x85\u2028\u202e\ufeff👩‍👩‍👧"),
    ),
    max_size=60,
)


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=2), max_size=5), st.integers(1, 50))
@settings(max_examples=300, deadline=None)
def test_whatever_the_cells_hold_they_are_read_back_and_safe(rows: list[list[str]], size: int) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    data = file.getvalue().encode()
    cells = Cells()
    out = b"".join(cells.feed(data[start : start + size]) for start in range(0, len(data), size))
    streamed = (out + cells.feed(b"", last=True)).decode()
    written = as_csv(["a", "b"], rows).removeprefix("\ufeffa,b\r\n")
    for text in (streamed, written):
        assert list(csv.reader(io.StringIO(text, newline=""))) == [[safe(value) for value in row] for row in rows]


def test_as_csv_disarms_headers_too() -> None:
    assert as_csv(["=a"], [["b"]]) == "\ufeff'=a\r\nb\r\n"


def test_datasettes_own_csv_is_safe(served: Served, get: Get) -> None:
    response = get(f"/{served.name}/-/query.csv", params={"sql": "select '=1+1' as a, 'x' as b"})
    assert response.text.splitlines()[1] == "'=1+1,x"
    raw = get(f"/{served.name}/-/query.csv", params={"sql": "select '=1+1' as a", "_raw": "1"})
    assert raw.text.splitlines()[1] == "=1+1"


def test_a_streamed_table_is_whole(served: Served, get: Get) -> None:
    text = get(f"/{served.name}/arguments.csv?_stream=1&_raw=1").text
    assert get(f"/{served.name}/arguments.csv?_stream=1").text == text
