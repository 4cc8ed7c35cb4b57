"""Rows of tables written in one go: a template would ask for each of some thousand cells whether it is still to come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from datasette.utils import to_css_class
from markupsafe import Markup, escape

from claims.datasette.cells import KEY
from claims.datasette.templates import spoken
from claims.datasette.wording import coded


def rows(shown: Iterable[Any]) -> Markup:
    """The rows of a table on Datasette's own pages, as its template writes them cell by cell."""
    written: list[str] = []
    begun: dict[tuple[str, str], str] = {}
    for row in shown:
        written.append("\n<tr")
        if row.pk_path is not None:
            written.append(f' data-row="{escape(row.row_path)}"')
            if row.row_label:
                written.append(f' data-row-label="{escape(row.row_label)}"')
        written.append(">")
        for cell in row:
            kind = (cell["column"], cell["value_type"])
            if kind not in begun:
                begun[kind] = f'\n<td class="col-{escape(to_css_class(kind[0]))} type-{escape(kind[1])}">'
            written += (begun[kind], escape(cell["value"]), "</td>")
        written.append("\n</tr>")
    return Markup("".join(written))


def answer_rows(
    columns: Sequence[str], shown: Iterable[Sequence[Any]], link: Callable[[str, Any, dict[str, Any]], str | None]
) -> Markup:
    """The rows of an answer on a page of ours. `link` gives the address that a value of a column leads to, by its row."""
    written: list[str] = []
    for row in shown:
        told = dict(zip(columns, row, strict=True))
        written.append("\n<tr>")
        written += (
            _answer_cell(column, value, link(column, value, told)) for column, value in zip(columns, row, strict=True)
        )
        written.append("</tr>")
    return Markup("".join(written))


def _answer_cell(column: str, value: Any, url: str | None) -> str:
    if value is None:
        return '<td><span class="null">–</span></td>'
    if not isinstance(value, str):
        kind, text = ' class="number"', spoken(str(value))
    else:
        is_key = KEY.fullmatch(value) is not None
        kind = ' class="long"' if len(value) > 24 and not is_key else ' class="short"' if len(value) < 12 else ""
        text = Markup("open") if url and is_key else spoken(value)
        if code := coded(column, value):
            text += Markup(' <span class="muted">{}</span>').format(code)
    return f'<td{kind}><a href="{escape(url)}">{text}</a></td>' if url else f"<td{kind}>{text}</td>"
