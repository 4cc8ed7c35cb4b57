"""What FTS5 does not look at when it checks itself: pages and words of its index that belong to no part of it.

The form is that of fts5_index.c: the structure record (id 10) lists the segments with their first and last pages, and a
page's id is its segment's number above 37 bits, of which the highest marks a list of documents and 31 count pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

_AVERAGES, _STRUCTURE = 1, 10
_NEWER = b"\xff\x00\x00\x01"  # a structure that counts where rows came from (contentless_delete)


def stray(connection: Connection, name: str) -> int:
    """How many pages and words of the index `name` belong to no segment; no answer comes of them, and no load leaves them."""
    run = connection.exec_driver_sql
    block = run(f"select block from {name}_data where id = {_STRUCTURE}").scalar()
    if block is None or block[4:8] == _NEWER:
        return 0
    segments = dict(_segments(block))
    strays = 0
    for (id_,) in run(f"select id from {name}_data where id not in ({_AVERAGES}, {_STRUCTURE})"):
        pages = segments.get(id_ >> 37)
        is_list, page = id_ >> 36 & 1, id_ & (1 << 31) - 1
        strays += pages is None or not (is_list or pages[0] <= page <= pages[1])
    for (segment,) in run(f"select segid from {name}_idx"):
        strays += segment not in segments
    return strays


def _segments(block: bytes) -> Iterator[tuple[int, tuple[int, int]]]:
    """(number, (first page, last page)) of each segment. A block that was cut short ends them: FTS5 tells of it itself."""
    numbers = _numbers(block[4:])
    try:
        levels, _, _ = next(numbers), next(numbers), next(numbers)
        for _ in range(levels):
            _, count = next(numbers), next(numbers)
            for _ in range(count):
                yield next(numbers), (next(numbers), next(numbers))
    except StopIteration:
        return


def _numbers(data: bytes) -> Iterator[int]:
    """SQLite's numbers of varying length: seven bits a byte, the highest tells that more follow; the ninth has eight."""
    number = count = 0
    for byte in data:
        count += 1
        if count == 9:
            yield number << 8 | byte
            number = count = 0
        elif byte & 0x80:
            number = number << 7 | byte & 0x7F
        else:
            yield number << 7 | byte
            number = count = 0
