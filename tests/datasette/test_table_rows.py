"""Rows that are written in one go are those that a template would write cell by cell."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from datasette.utils import path_with_replaced_args
from markupsafe import Markup

from claims.datasette.table_rows import answer_rows
from tests.datasette.conftest import Served

KEY = "a" * 26


class Row(list[dict[str, object]]):
    """As Datasette's."""

    def __init__(self, cells: list[dict[str, object]], path: str | None, label: str | None) -> None:
        super().__init__(cells)
        self.pk_path = self.row_path = path
        self.row_label = label


@pytest.mark.parametrize(
    ("path", "label", "query"),
    [
        (None, None, ""),
        ("1,<2>", None, "_sort=a+b%3C&_next=7"),
        ("7", 'a "label" <b>', "kind=meet&_sort_desc=id&kind__not=%E5%90%88&empty="),
    ],
)
def test_a_table_is_drawn_as_by_datasettes_own_template(
    served: Served, path: str | None, label: str | None, query: str
) -> None:
    """Ours is a copy of it but for the rows: another version of Datasette is told of here."""
    served.run(served.datasette.invoke_startup())
    cells: list[dict[str, object]] = [
        {"column": "id", "value_type": "pk", "value": Markup('<a href="/x">1</a>')},
        {"column": "a b<", "value_type": "str", "value": "<script>&"},
        {"column": "kind", "value_type": "none", "value": Markup("&nbsp;")},
    ]
    told: dict[str, Any] = {
        "display_columns": [
            {"name": "id", "type": "INTEGER", "sortable": False, "notnull": 1, "is_pk": True},
            {
                "name": "a b<",
                "type": "TEXT",
                "sortable": True,
                "notnull": 0,
                "is_pk": False,
                "description": 'as "told"',
            },
        ],
        "display_rows": [Row(cells, path, label), Row(cells[:1], path, None)],
        "fix_path": lambda path: f"/below{path}",
        "path_with_replaced_args": path_with_replaced_args,
        "request": SimpleNamespace(path="/t", query_string=query),
        "sort": "a b<",
        "claims_freshness": None,  # a page of ours
    }
    environment = served.datasette.get_jinja_environment(None)
    written = {
        name: served.run(environment.get_template(name).render_async(told))
        for name in ("_table.html", "default:_table.html")
    }
    ours, theirs = ("".join(text.split()).replace(">", ">\n") for text in written.values())
    assert ours == theirs
    assert "&lt;script&gt;" in ours
    assert written["_table.html"] != written["default:_table.html"]  # which indents each cell


def test_an_answer_leads_where_its_values_do() -> None:
    columns = ["claim", "summary", "count", "note", "key"]
    row = [KEY, "合意した <b>", 12, None, KEY]
    addresses = {"claim": "/claim/a?b&c", "summary": "/x"}
    written = answer_rows(
        columns,
        [row],
        lambda column: lambda _value, told: addresses.get(column) if told["note"] is None else "",
    )
    assert written == (
        '\n<tr><td><a href="/claim/a?b&amp;c">open</a></td>'
        '<td class="short"><a href="/x"><span lang="ja">合意した &lt;b&gt;</span></a></td>'
        '<td class="number">12</td><td><span class="null">–</span></td>'
        f"<td>{KEY}</td></tr>"
    )


def test_a_long_value_is_told_as_one() -> None:
    assert answer_rows(["quote"], [["word " * 6]], lambda _: None) == f'\n<tr><td class="long">{"word " * 6}</td></tr>'
