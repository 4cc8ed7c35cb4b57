"""What an index of FTS5 holds that belongs to no part of it, page by page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy

from claims.storage.sqlite.segments import _numbers, stray

#: Four bytes that count changes; one level of two segments, each with its number, its first page and its last.
TWO = b"\0\0\0\1" + bytes([1, 2, 0, 0, 2, 3, 1, 4, 5, 2, 2])
NEWER = TWO[:4] + b"\xff\x00\x00\x01" + TWO[4:]


@pytest.fixture
def connection() -> Iterator[sqlalchemy.Connection]:
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as made:
        made.exec_driver_sql("create table x_data (id integer primary key, block blob)")
        made.exec_driver_sql("create table x_idx (segid integer, term text)")
        yield made
    engine.dispose()


def page(segment: int, number: int, *, is_list: bool = False, height: int = 0) -> int:
    return (segment << 37) + (is_list << 36) + (height << 31) + number


@pytest.mark.parametrize(
    ("block", "pages", "words", "strays"),
    [
        (TWO, [], [], 0), (TWO, [page(3, 1), page(3, 4), page(5, 2)], [3, 5], 0), (TWO, [page(3, 0)], [], 1),
        (TWO, [page(3, 5)], [], 1), (TWO, [page(5, 1), page(5, 3)], [], 2), (TWO, [page(4, 1)], [], 1), (TWO, [page(0, 1)], [], 0),
        (TWO, [page(0, 2)], [], 1), (TWO, [page(3, 9, is_list=True), page(3, 9, is_list=True, height=1)], [], 0),
        (TWO, [page(4, 9, is_list=True)], [], 1), (TWO, [page(3, 1, height=1)], [], 0), (TWO, [], [4, 4, 3], 2),
        (TWO[:-3], [page(3, 1), page(5, 2)], [3, 5], 2), (TWO[:-1], [page(3, 1), page(5, 2)], [], 1), (TWO[:5], [page(3, 1)], [], 1),
        (NEWER, [page(4, 1)], [4], 0), (None, [page(4, 1)], [4], 0),
        (bytes(4) + bytes([2, 2, 0, 0, 1, 3, 1, 4, 0, 1, 5, 2, 2]), [page(3, 1), page(5, 2)], [3, 5], 0),
        (bytes(4) + bytes([1, 1, 0, 0, 1, 3, 1, 0x81, 0x00]), [page(3, 128), page(3, 129)], [], 1),
    ],
)  # fmt: skip
def test_pages_and_words_of_no_segment_are_counted(
    block: bytes | None, pages: list[int], words: list[int], strays: int, connection: sqlalchemy.Connection
) -> None:
    rows = [(1, b"averages"), *([] if block is None else [(10, block)]), *((id_, b"") for id_ in pages if id_ != 1)]
    for row in rows:
        connection.exec_driver_sql("insert into x_data values (?, ?)", row)
    for word in words:
        connection.exec_driver_sql("insert into x_idx values (?, '')", (word,))
    assert stray(connection, "x") == strays


@pytest.mark.parametrize(
    ("data", "numbers"),
    [
        (b"", []), (b"\x00\x7f", [0, 127]), (b"\x81\x00", [128]), (b"\xff\x7f", [16383]), (b"\x81\x80\x00", [16384]),
        (b"\x81\x00" * 5, [128] * 5), (b"\xff" * 9, [(1 << 64) - 1]), (b"\xff" * 9 + b"\x01", [(1 << 64) - 1, 1]),
        (b"\x80" * 7 + b"\x05\x06", [5, 6]), (b"\x80" * 8 + b"\x05\x06", [5, 6]), (b"\x80" * 7 + b"\x81\x05\x06", [261, 6]),
        (b"\x01\x81", [1]),
    ],
)  # fmt: skip
def test_numbers_of_varying_length(data: bytes, numbers: list[int]) -> None:
    assert list(_numbers(data)) == numbers
