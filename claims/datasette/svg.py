"""Drawings made on the server as SVG: they need no script, follow dark and light, print, and each mark is a link.

Lengths are in SVG user units, one CSS pixel at full size. Colours and type come from the stylesheet by class.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claims.datasette import wording

_LEFT = 12
_WIDTH = 1040
_CHART = 680
_ROW = 44
_CELL = 30
_STEPS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)))  # months
_LABEL = 190


@dataclass(frozen=True)
class Bar:
    """A range of days, both inclusive, drawn on a line of its own. `style` is "held", "planned" or "failed"."""

    label: str
    first: str
    last: str
    style: str
    url: str


def timeline_svg(title: str, bars: Sequence[Bar], ends: tuple[str, str] | None = None) -> Markup:
    """Ranges of days under each other: an exact day is a dot, an imprecise date as wide as it is vague.

    `ends` are the days that the axis spans; by default those of the bars.
    """
    days = [_number(bar.first) for bar in bars] + [_number(bar.last) for bar in bars]
    low, high = (_number(ends[0]), _number(ends[1])) if ends else (min(days), max(days))
    low, high = max(low - 3, 1), min(max(high + 3, low + 30), datetime.date.max.toordinal())
    scale = (_WIDTH - 2 * _LEFT) / (high - low)
    height = 34 + _ROW * len(bars)
    parts = [_grid(low, high, scale, height)]
    for number, bar in enumerate(bars):
        y = 34 + _ROW * number
        x = _LEFT + (max(_number(bar.first), low) - low) * scale
        width = max((min(_number(bar.last), high) + 1 - max(_number(bar.first), low)) * scale, 9)
        anchor = "end" if x > _WIDTH / 2 else "start"
        when = wording.days(bar.first, bar.last)
        parts.append(
            Markup(
                '<a href="{}" class="bar {}"><title>{}: {}</title>'
                '<rect x="{:.1f}" y="{}" width="{:.1f}" height="10" rx="5"/>'
                '<text x="{:.1f}" y="{}" text-anchor="{}">{}</text></a>'
            ).format(
                bar.url, bar.style, bar.label, when, x, y + 20, width,
                x + width if anchor == "end" else x, y + 14, anchor, f"{_short(bar.label, 90)}",
            )
        )  # fmt: skip
    return _svg(title, _WIDTH, height, parts, "timeline")


def matrix_svg(title: str, names: Sequence[tuple[str, str]], cells: dict[tuple[int, int], tuple[int, str]]) -> Markup:
    """Who with whom: `names` are (name, url), `cells` (row, column) -> (count, url), given once for each pair.

    Only the lower triangle is drawn: meeting goes both ways.
    """
    top = max((count for count, _ in cells.values()), default=1)
    size = len(names) * _CELL
    parts: list[Markup] = []
    for row, (name, url) in enumerate(names):
        y = row * _CELL
        if row:
            parts.append(
                Markup('<a href="{}" class="name"><text x="{}" y="{}" text-anchor="end">{}</text></a>').format(
                    url, _LABEL - 8, y + 20, _short(name, 26)
                )
            )
        x = _LABEL + row * _CELL
        parts.append(
            Markup('<a href="{}" class="name"><text transform="translate({} {}) rotate(-40)">{}</text></a>').format(
                url, x + 8, y + _CELL - 8, _short(name, 26)
            )
        )
        for column in range(row):
            count, link = cells.get((row, column)) or cells.get((column, row)) or (0, "")
            place = (_LABEL + column * _CELL + 1, y + 1, _CELL - 2, _CELL - 2)
            if not count:
                parts.append(Markup('<rect class="none" x="{}" y="{}" width="{}" height="{}" rx="3"/>').format(*place))
                continue
            share = 0.18 + 0.62 * count / top
            parts.append(
                Markup(
                    '<a href="{}" class="cell{}"><title>{} and {}: {}</title>'
                    '<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill-opacity="{:.2f}"/>'
                    '<text x="{}" y="{}" text-anchor="middle">{}</text></a>'
                ).format(
                    link, " strong" if share > 0.5 else "", name, names[column][0], _times(count), *place, share,
                    place[0] + _CELL / 2 - 1, y + 20, count,
                )
            )  # fmt: skip
    return _svg(title, _LABEL + size + 150, size + 10, parts, "matrix", top=110)


def chart_svg(title: str, points: Sequence[tuple[str, float]], unit: str) -> Markup:
    """Horizontal bars, one for each (label, value): negative values go left of the zero line."""
    low = min(0.0, *(value for _, value in points))
    high = max(0.0, *(value for _, value in points)) or 1.0
    left = 20 + 8 * min(max(len(label) for label, _ in points), 28)
    scale = (_CHART - left - 60) / ((high - low) or 1.0)
    zero = left - low * scale
    parts: list[Markup] = []
    for number, (label, value) in enumerate(points):
        y = number * 26
        x, width = (zero, value * scale) if value >= 0 else (zero + value * scale, -value * scale)
        parts.append(
            Markup(
                '<g class="column"><title>{}: {:g} {}</title><text x="{}" y="{}" text-anchor="end">{}</text>'
                '<rect x="{:.1f}" y="{}" width="{:.1f}" height="16" rx="2"/><text x="{:.1f}" y="{}">{:g}</text></g>'
            ).format(
                label, value, unit, left - 8, y + 16, _short(label, 28),
                x, y + 3, max(width, 1), x + max(width, 1) + 6, y + 16, value,
            )
        )  # fmt: skip
    return _svg(title, _CHART, len(points) * 26 + 6, parts, "chart")


def _svg(title: str, width: float, height: float, parts: Sequence[Markup], kind: str, top: int = 0) -> Markup:
    return Markup(
        '<div class="drawing" tabindex="0" role="region" aria-label="{}"><svg class="{}" role="group" aria-label="{}" '
        'viewBox="0 {} {} {}" width="{}" height="{}">{}</svg></div>'
    ).format(title, kind, title, -top, width, height + top, width, height + top, Markup("").join(parts))


def _grid(low: int, high: int, scale: float, height: int) -> Markup:
    """Vertical lines at years or months, no more than about twelve."""
    start, end = datetime.date.fromordinal(low), datetime.date.fromordinal(high)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    step = next((size for size in _STEPS if months / size <= 9), _STEPS[-1])
    lines = []
    month = start.year * 12 + start.month - (1 if start.day == 1 else 0)
    month += -month % step
    while month // 12 < 9999 and (day := datetime.date(month // 12, month % 12 + 1, 1)) <= end:
        x = _LEFT + (day.toordinal() - low) * scale
        label = str(day.year) if step >= 12 else day.strftime("%b %Y")
        lines.append(
            Markup('<line x1="{0:.1f}" x2="{0:.1f}" y1="20" y2="{1}"/><text x="{2:.1f}" y="13">{3}</text>').format(
                x, height, max(x, 26), label
            )
        )
        month += step
    return Markup('<g class="grid" aria-hidden="true">{}</g>').format(Markup("").join(lines))


def _number(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _short(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
