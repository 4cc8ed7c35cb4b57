"""Bars of an answer: rows counted, or a column of numbers summed, by another column."""

from __future__ import annotations

from collections import defaultdict
from math import isfinite
from typing import Any

from claims.datasette.answering import Answer
from claims.datasette.asking import Ask
from claims.datasette.svg import chart_svg

_CHARTED = 40


def numeric(answer: Answer) -> list[str]:
    sorts = [set(map(type, values)) - {type(None)} for values in zip(*answer["rows"], strict=True)]
    return [column for column, sort in zip(answer["columns"], sorts, strict=False) if sort and sort <= {int, float}]


def chart(ask: Ask, answer: Answer) -> Any:
    """The bars of the chosen columns: rows are counted where no column of values is chosen, else its values summed."""
    label, value = ask.word("_chart"), ask.word("_value")
    columns = answer["columns"]
    if label not in columns or (value and value not in numeric(answer)):
        return ""
    sums: defaultdict[str, int | float] = defaultdict(int)
    for row in answer["rows"]:
        name, amount = row[columns.index(label)], row[columns.index(value)] if value else 1
        sums["(none)" if name is None else str(name)] += amount if isinstance(amount, int | float) else 0
    points = [(name, total) for name, total in sums.items() if isfinite(total)]
    if len(points) > _CHARTED:
        points = sorted(points, key=lambda point: -point[1])[:_CHARTED]
    unit = value or "rows"
    return chart_svg(f"{unit} by {label}", points, unit) if points else ""
