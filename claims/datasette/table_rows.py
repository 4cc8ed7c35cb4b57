"""Rows of tables written in one go: a template would ask for each of some thousand cells whether it is still to come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils import to_css_class
from markupsafe import Markup, escape

from claims.datasette.cells import KEY
from claims.datasette.templates import spoken
from claims.datasette.wording import coded


def rows(shown: Iterable[Any]) -> Markup:
    """The rows of a table on Datasette's own pages, as its template writes them cell by cell."""
    written: list[str] = []
    begun: dict[tuple[str, str], str] = {}
    told: dict[int, str] = {}  # what is written of a cell, which stands in many rows (see `distinct`)
    shown = list(shown)
    for row in shown:
        written.append("\n<tr")
        if row.pk_path is not None:
            written.append(f' data-row="{escape(row.row_path)}"')
            if row.row_label:
                written.append(f' data-row-label="{escape(row.row_label)}"')
        written.append(">")
        for cell in row:
            if id(cell) not in told:
                kind = (cell["column"], cell["value_type"])
                if kind not in begun:
                    begun[kind] = f'\n<td class="col-{escape(to_css_class(kind[0]))} type-{escape(kind[1])}">'
                told[id(cell)] = f"{begun[kind]}{escape(cell['value'])}</td>"
            written.append(told[id(cell)])
        written.append("\n</tr>")
    return Markup("".join(written))


def sorting(request: Any, fix_path: Callable[[str], str]) -> Callable[[str, str], str]:
    """What gives the address of this table in another order (`_sort` or `_sort_desc`, and the column).

    As Datasette's path_with_replaced_args, which reads the address anew for each column.
    """
    ordering = ("_sort", "_sort_desc", "_next")
    kept = urlencode([(name, value) for name, value in parse_qsl(request.query_string) if name not in ordering])
    path = f"{request.path}?{kept}&" if kept else f"{request.path}?"
    return lambda order, column: fix_path(path + urlencode({order: column}))


#: The address that a value of an answer leads to, by its row.
Leads = Callable[[Any, Mapping[str, Any]], str | None]


def answer_rows(columns: Sequence[str], shown: Iterable[Sequence[Any]], leads: Callable[[str], Leads | None]) -> Markup:
    """The rows of an answer on a page of ours. `leads` tells of a column where its values lead, None where nowhere."""
    cells = [_answer_cell(column, leads(column)) for column in columns]
    written: list[str] = []
    for row in shown:
        told = dict(zip(columns, row, strict=True))
        written.append("\n<tr>")
        written += [cell(value, told) for cell, value in zip(cells, row, strict=True)]
        written.append("</tr>")
    return Markup("".join(written))


def _answer_cell(column: str, leads: Leads | None) -> Callable[[Any, Mapping[str, Any]], str]:
    written: dict[tuple[type, Any, str | None], str] = {}  # most values of an answer stand in many of its rows

    def cell(value: Any, told: Mapping[str, Any]) -> str:
        url = leads(value, told) if leads is not None and value is not None else None
        key = (type(value), value, url)
        if key not in written:
            written[key] = _written(column, value, url)
        return written[key]

    return cell


def _written(column: str, value: Any, url: str | None) -> str:
    if value is None:
        return '<td><span class="null">–</span></td>'
    if not isinstance(value, str):
        kind, text = ' class="number"', spoken(str(value))
    else:
        is_key = len(value) == 26 and KEY.fullmatch(value) is not None
        kind = ' class="long"' if len(value) > 24 and not is_key else ' class="short"' if len(value) < 12 else ""
        text = Markup("open") if url and is_key else spoken(value)
        if code := coded(column, value):
            text += Markup(' <span class="muted">{}</span>').format(code)
    return f'<td{kind}><a href="{escape(url)}">{text}</a></td>' if url else f"<td{kind}>{text}</td>"
