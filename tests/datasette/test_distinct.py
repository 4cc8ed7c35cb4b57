"""Rows of which each value is shown once are those that Datasette makes cell by cell."""

from __future__ import annotations

from typing import Any

import pytest
from datasette import hookimpl
from datasette.plugins import pm
from datasette.utils import CustomRow
from datasette.views import table

from claims.datasette.distinct import Labelled
from tests.datasette.conftest import Served

OURS = (
    "claims", "claims?_labels=on&kind=meet", "claims?_search=agreement", "claims?_sort_desc=date_earliest&_col=kind&_col=phase",
    "claims?_size=1", "claims?kind=nothing", "documents", "participation", "arguments", "evidence", "statements", "runs",
)  # fmt: skip
MADE = """
    create table bare (a, b);
    insert into bare values (1, 'x'), (1.0, 'x'), ('1', null), (0.0, ''), (-0.0, 'https://a.b/?c&d'), (1, '<b>');
    create table pair (a text, b text, c text, primary key (b, a)) without rowid;
    insert into pair values ('x/y', 'ü', 'c'), ('', 'z', 'c');
    create table parent (id integer primary key, name text);
    create table child (id integer primary key, parent_id integer references parent(id), blob blob);
    insert into parent values (1, 'one'), (2, '2'), (3, null);
    insert into child (parent_id) values (1), (1), (2), (3), (null), (9);
    create table held (id integer primary key, a text, b blob);
    insert into held (a, b) values ('x', x'00'), ('x', x'0001');
    create view seen as select a, b, 7 as seven from bare;
"""  # fmt: skip
THEIRS = ("bare", "bare?_labels=on", "pair", "child", "child?_labels=on", "held", "seen", "seen?_size=2")


@pytest.fixture
def asked(served: Served, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Cells of each page that is asked for, and cells that Datasette was given for it; both ways of showing are compared."""
    served.run(served.datasette.invoke_startup())
    if "tried" not in served.datasette.databases:
        served.run(served.datasette.add_memory_database("tried", name="tried").execute_write_script(MADE))
    counts: list[tuple[int, int]] = []
    ours, theirs = table.display_columns_and_rows, table.display_columns_and_rows.__wrapped__

    async def both(*given: Any, **more: Any) -> Any:
        rendered: list[Any] = []
        with monkeypatch.context() as patched:
            patched.setattr(pm.hook, "render_cell", _counting(pm.hook.render_cell, rendered))
            shown = await ours(*given, **more)
        expected = await theirs(*given, **more)
        assert _told(*shown) == _told(*expected)
        counts.append((sum(len(row.cells) for row in expected[1]), len(rendered)))
        return shown

    monkeypatch.setattr(table, "display_columns_and_rows", both)
    return counts


@pytest.mark.parametrize("path", [*(f"claims/{one}" for one in OURS), *(f"tried/{one}" for one in THEIRS)])
def test_rows_are_as_datasette_shows_them(path: str, served: Served, asked: list[tuple[int, int]]) -> None:
    assert served.get(f"/{path}{'&' if '?' in path else '?'}_nocount=1").status_code == 200
    assert len(asked) == 1


def test_a_value_of_many_rows_is_shown_once(served: Served, asked: list[tuple[int, int]]) -> None:
    served.get("/claims/claims?_nocount=1&_nofacet=1")
    ((cells, shown),) = asked
    assert 0 < shown < 0.6 * cells


def test_another_plugin_sees_every_cell(served: Served, asked: list[tuple[int, int]]) -> None:
    class Other:
        @hookimpl  # type: ignore[untyped-decorator]
        def render_cell(self, row: Any, column: str) -> str | None:
            return f"{row['id']} and {row['kind']}" if column == "phase" else None

    other = Other()
    pm.register(other)
    try:
        page = served.get("/claims/claims?_nocount=1&_nosuggest=1").text
    finally:
        pm.unregister(other)
    ((cells, shown),) = asked
    assert shown >= cells * 0.9  # the key of a row is a link of Datasette's own
    assert "1 and " in page


def test_a_labelled_row_is_datasettes() -> None:
    columns = ["b", "a"]
    rows = []
    for made in (CustomRow(columns), Labelled(columns), CustomRow(columns, {"b": 1}), Labelled(columns, {"b": 1})):
        made["b"], made["a"] = {"value": 1, "label": "one"}, None
        rows.append(
            (list(made), made["a"], made[0], made[-1], dict(made), [*made.keys()], [*made.items()], "b" in made)
        )
    assert rows[0] == rows[1] == rows[2] == rows[3]


def test_a_table_is_sorted_by_a_column_that_it_does_not_show(served: Served) -> None:
    """Datasette's own row is of no use here: it tells by a KeyError that it has no such column."""
    answer = served.get("/claims/claims?_sort_desc=date_earliest&_col=kind&_size=2")
    assert answer.status_code == 200
    assert "_next=2" in answer.text


def _told(columns: list[Any], rows: list[Any]) -> str:
    """With types: 1 and 1.0 are equal."""
    return repr((columns, [(row.cells, row.pk_path, row.row_path, row.row_label) for row in rows]))


def _counting(hook: Any, seen: list[Any]) -> Any:
    def call(**given: Any) -> Any:
        seen.append(given["value"])
        return hook(**given)

    call.get_hookimpls = hook.get_hookimpls  # type: ignore[attr-defined]
    return call
