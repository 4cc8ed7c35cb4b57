"""The time of a guarded connection: each statement has its own, however long the connection stood idle before."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest

from claims.storage import Budget, Guarded
from claims.storage.sqlite import guarding, weighing

ENDLESS = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n"


@pytest.fixture
def connection() -> Iterator[Guarded]:
    with closing(sqlite3.connect(":memory:", factory=Guarded)) as made:
        yield made


def test_an_idle_connection_owes_nothing(connection: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite looks at the clock after so many steps of a statement, those of its earlier runs among them."""
    now = time.monotonic()
    for asked in range(2000):
        monkeypatch.setattr(time, "monotonic", lambda at=now + 60 * asked: at)
        with Budget(1):
            assert connection.execute("select 1").fetchall() == [(1,)]


def test_a_statement_ends_when_its_time_is_up(connection: Guarded) -> None:
    connection.seconds = 0.05
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(ENDLESS).fetchall()


def test_the_statements_of_a_request_share_its_time(connection: Guarded) -> None:
    connection.set_progress_handler(lambda: False, 1000)
    with Budget(0.05):
        for _ in range(2):
            with pytest.raises(sqlite3.OperationalError, match="interrupted"):
                connection.execute(ENDLESS).fetchall()


class _Clock:
    """Time that goes on only where the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: self.now)


def test_what_the_caller_does_between_two_rows_costs_nothing(
    connection: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = _Clock(monkeypatch)
    connection.set_progress_handler(None, 1)  # the clock is looked at after each step
    with Budget(1) as budget:
        rows = connection.execute("select 1 union all select 2 union all select 3")
        for expected in (1, 2, 3):
            clock.now += 60
            assert rows.fetchone() == (expected,)
        assert budget.spent == 0


def test_what_one_request_spent_is_not_charged_to_what_comes_after_it(
    connection: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = _Clock(monkeypatch)
    connection.set_progress_handler(lambda: False, 1)
    with Budget(1) as spent:
        connection.execute("select 1").fetchall()
        spent.spent = 5
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            connection.execute("select 1 union select 2").fetchall()
    clock.now += 60
    for ask in (
        lambda: connection.executescript("select 1 union select 2; select 3 union select 4;"),  # by no cursor of ours
        lambda: connection.execute("select 1 union select 2").fetchall(),
        lambda: list(connection.iterdump()),
    ):
        ask()
        clock.now += 60


def test_a_refused_statement_leaves_nothing_behind(connection: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = _Clock(monkeypatch)
    connection.set_progress_handler(None, 1)
    for wrong in ("select nothing from nowhere", "select " + "(" * 300 + "1" + ")" * 300):
        with pytest.raises(sqlite3.Error):
            connection.execute(wrong).fetchall()
        clock.now += 60
        connection.executescript("select 1;")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            connection.execute("select 1 from nowhere")


def test_statements_of_two_cursors_by_turns_have_their_own_time(connection: Guarded) -> None:
    connection.seconds = 0.3
    long = connection.execute("with recursive n (i) as (select 1 union all select i + 1 from n) select i from n")

    def take_turns() -> None:
        until = time.monotonic() + 5
        while time.monotonic() < until:
            long.fetchmany(1000)
            assert connection.execute("select 1").fetchall() == [(1,)]

    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        take_turns()


def _doubling(levels: int) -> str:
    """Each name stands for two of the one before it."""
    names = ", ".join(f"c{i} as (select a.x from c{i - 1} a, c{i - 1} b)" for i in range(1, levels))
    return f"with c0 as (select 1 as x), {names} select x from c{levels - 1}"


def test_names_that_double_are_weighed_written_out(connection: Guarded) -> None:
    assert connection.execute(_doubling(8)).fetchall() == [(1,)]
    with pytest.raises(sqlite3.OperationalError, match="too many views and subqueries"):
        connection.execute(_doubling(16))


def test_the_widths_of_views_are_asked_once_for_each_state_of_the_database(
    connection: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    weigh = weighing.selects_of_views

    def noted(views: Mapping[str, str]) -> dict[str, int]:
        looked.append(len(views))
        return weigh(views)

    monkeypatch.setattr(weighing, "selects_of_views", noted)
    guarding._named.cache_clear()
    for _ in range(3):
        connection.execute("select 1").fetchall()
    assert looked == [0]
    plain = sqlite3.Connection.cursor(connection)
    plain.execute("create view v0 as select 1 as x")
    for level in range(1, 12):
        plain.execute(f"create view v{level} as select a.x from v{level - 1} a, v{level - 1} b")
    with pytest.raises(sqlite3.OperationalError, match="too many views and subqueries"):
        connection.execute("select 1 from v11 a, v11 b, v11 c")
    assert looked == [0, 12]


def test_what_a_parameter_searches_for_is_weighed_too(connection: Guarded) -> None:
    sqlite3.Connection.cursor(connection).execute("create virtual table words using fts5(word)")
    sought = "select count(*) from words where words match ?"
    assert connection.execute(sought, ("a b",)).fetchall() == [(0,)]
    with pytest.raises(sqlite3.OperationalError):
        connection.execute(sought, ("a " * 10_000,))


@pytest.mark.parametrize(
    ("more", "is_given"),
    [("", True), (" union all select 1", False), (" union all select ''", True), (" union all select null", False)],
)
def test_an_answer_has_twenty_million_bytes(connection: Guarded, more: str, is_given: bool) -> None:
    """A number counts eight, a text its letters."""
    ten = " union all ".join(["select zeroblob(2000000)"] * 10)
    for fetch in (lambda rows: rows.fetchall(), list, lambda rows: rows.fetchmany(99)):
        rows = connection.execute(ten + more)
        if is_given:
            assert len(fetch(rows)) == 10 + bool(more)
        else:
            with pytest.raises(sqlite3.OperationalError, match="the answer is larger than 20 MB"):
                fetch(rows)
    assert connection.execute("select 1").fetchall() == [(1,)]  # each statement has as much


@pytest.mark.parametrize(
    ("sql", "is_run"),
    [
        ("select length(zeroblob(2200000))", True), ("select length(zeroblob(2200001))", False), ("select 1".ljust(100_000), True),
        ("select 1".ljust(100_001), False),
        ("select " + ", ".join(["1"] * 500), True), ("select " + ", ".join(["1"] * 501), False),
        (" union all ".join(["select 1"] * 100), True),
        (" union all ".join(["select 1"] * 101), False), (f"select max({', '.join(['1'] * 50)})", True),
        (f"select max({', '.join(['1'] * 51)})", False),
        (f"select 'a' like '{'a' * 200}'", True), (f"select 'a' like '{'a' * 201}'", False), ("attach ':memory:' as other", False),
        ("select ?2000", True), ("select ?2001", False),
        ("select " + "+".join(["1"] * 199), True), ("select " + "+".join(["1"] * 202), False),
    ],
)  # fmt: skip
def test_a_statement_is_of_a_size(connection: Guarded, sql: str, is_run: bool) -> None:
    values = [0] * 2000 if "?" in sql else ()
    if is_run:
        assert connection.execute(sql, values).fetchall()
    else:
        with pytest.raises(sqlite3.Error):
            connection.execute(sql, values).fetchall()


def test_rows_come_as_many_as_are_asked_for(connection: Guarded) -> None:
    twenty = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 20) select i from n"
    rows = connection.execute(twenty)
    assert [i for (i,) in rows.fetchmany(10)] == [*range(1, 11)]
    assert rows.fetchone() == (11,)
    assert rows.fetchmany() == [(12,)]
    assert rows.fetchmany(0) == []
    assert next(rows) == (13,)
    assert [i for (i,) in rows.fetchmany(99)] == [*range(14, 21)]
    assert (rows.fetchone(), rows.fetchall(), [*rows], rows.fetchmany(3)) == (None, [], [], [])
    assert (
        [i for (i,) in connection.execute(twenty)]
        == [i for (i,) in connection.execute(twenty).fetchall()]
        == [*range(1, 21)]
    )


def test_a_connection_that_is_stopped_runs_nothing_more(connection: Guarded) -> None:
    connection.is_stopped = True
    connection.set_progress_handler(None, 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute("select 1 union select 2").fetchall()


def test_a_request_has_spent_what_its_statements_took(connection: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = _Clock(monkeypatch)

    def later() -> int:
        clock.now += 0.4
        return 1

    connection.create_function("later", 0, later)
    connection.set_progress_handler(lambda: False, 1)
    with Budget(1) as budget:
        for spent in (0.4, 0.8):
            connection.execute("select later()").fetchall()
            assert budget.spent == pytest.approx(spent)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            connection.execute("select later() union select 2").fetchall()
    with Budget(1) as other:
        connection.execute("select later()").fetchall()
        assert other.spent == pytest.approx(0.4)


def test_a_handler_of_the_callers_own_comes_beside(connection: Guarded) -> None:
    connection.set_progress_handler(lambda: True, 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute("select 1 union select 2").fetchall()
    connection.set_progress_handler(None, 1)
    assert len(connection.execute("select 1 union select 2").fetchall()) == 2


def test_an_answer_that_is_too_large_is_over(connection: Guarded) -> None:
    cursor = connection.execute(
        "with recursive n (i) as (select 1 union all select i + 1 from n limit 20) select zeroblob(2000000) from n"
    )
    with pytest.raises(sqlite3.OperationalError, match="larger than 20 MB"):
        cursor.fetchall()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        cursor.fetchone()
