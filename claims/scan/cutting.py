"""Where the rows of a folder are cut into files: by the year of the claim, and by ranges of ids, so that little is written anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pyarrow
import pyarrow.compute as compute

#: Number of the range of ids, and the year; None where there is none.
Place = tuple[int, int | None]

_YEARS = 20_000  # more than there are
#: A range of so many claims is never put together with another.
_WIDEST = 1 << 20
#: A range that is not this many times as long as the next is put together with it: few files, each row rewritten seldom.
_STEP = 4


def ranges(cuts: Sequence[int], held: int, last: int) -> list[int]:
    """The first ids of the ranges of 1 to `last`, where those up to `held` were cut by `cuts` before.

    What is new is a range of its own; ranges then shorten from the first to the last by a step at least, but for the widest.
    """
    bounds = [*cuts, held + 1] if cuts else [1]
    while bounds[-1] + _WIDEST <= last:
        bounds.append(bounds[-1] + _WIDEST)
    if bounds[-1] <= last or len(bounds) == 1:
        bounds.append(last + 1)
    lengths = [end - start for start, end in pairwise(bounds)]
    merged: list[int] = []
    for length in lengths:
        merged.append(length)
        while len(merged) > 1 and merged[-2] < _STEP * merged[-1] and merged[-2] + merged[-1] <= _WIDEST:
            merged[-2:] = [merged[-2] + merged[-1]]
    starts = [1]
    for length in merged[:-1]:
        starts.append(starts[-1] + length)
    return starts


def parts(
    batch: pyarrow.RecordBatch, key: str, starts: Sequence[int], years: pyarrow.Array | None
) -> Iterator[tuple[tuple[int, int | None], pyarrow.RecordBatch]]:
    """The rows of a batch by (number of the range that `key` lies in, year of the claim that it names), each in the batch's order.

    `years` are those of the claims, by id; None where rows are not cut by year.
    """
    ids = batch.column(key)
    place = pyarrow.array([0] * len(ids), pyarrow.int64())
    for start in starts[1:]:
        place = compute.add(place, compute.cast(compute.greater_equal(ids, start), pyarrow.int64()))
    code = compute.multiply(place, _YEARS)
    if years is not None:
        code = compute.add(code, compute.cast(years.take(ids), pyarrow.int64()))
    told = compute.sort_indices(code)  # a stable sort: rows of one part keep their order
    sorted_rows, at = batch.take(told), 0
    for counted in sorted(compute.value_counts(code).to_pylist(), key=lambda one: int(one["values"])):
        number, year = divmod(counted["values"], _YEARS)
        yield (number, year or None), sorted_rows.slice(at, counted["counts"])
        at += counted["counts"]
