"""The stream of a load, read to its end before anything is locked: whoever sends slowly keeps nobody else from writing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from claims.errors import RecordError
from claims.records.decoding import line_of

_IN_MEMORY = 8 * 1024 * 1024  # bytes of lines; more go to a temporary file
_LENGTH = 4  # bytes that tell how long a line is


@contextmanager
def gathered(items: Iterable[Any], *, is_at_hand: bool) -> Iterator[Iterable[Any]]:
    """The same items, all there, records as lines. What `is_at_hand` (a file of this machine, a list) is left as it is.

    They are kept as lines of JSON, in a temporary file where they are many; only rows of tables stay in memory, as they were.
    """
    if is_at_hand or isinstance(items, (list, tuple)):
        yield items
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        others: dict[int, Any] = {}
        count = 0
        for count, item in enumerate(items, 1):
            try:
                line = line_of(item)
            except RecordError:  # a row of a table, or what the loader will refuse
                others[count] = item
            else:
                file.write(len(line).to_bytes(_LENGTH, "big") + line)
        file.seek(0)
        yield (
            others.pop(n) if n in others else file.read(int.from_bytes(file.read(_LENGTH), "big"))
            for n in range(1, count + 1)
        )
