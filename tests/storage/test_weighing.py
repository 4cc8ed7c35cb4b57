"""What a statement would cost, told from its words: what is run, and what is turned away at which size."""

from __future__ import annotations

import pytest

from claims.storage.sqlite.weighing import Named, Token, TooMuchError, check, iterated, selects_of_views, tokens

NAMED = Named({"small": 3, "wide": 2_499, "widest": 4_999}, frozenset({"words", "others"}))


def refusal(sql: str, *parameters: object) -> str:
    """Why the statement is not run; "" = it is."""
    try:
        check(sql, NAMED, parameters)
    except TooMuchError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT Ab, c1", [("word", "select"), ("word", "ab"), ("sign", ","), ("word", "c1")]),
        ("'It''s' x", [("text", "It''s"), ("word", "x")]),
        ('"A ""b" `C``d` [E f]', [("word", 'a ""b'), ("word", "c``d"), ("word", "e f")]),
        ("a--b\nc /* d */ e /* f", [("word", "a"), ("word", "c"), ("word", "e")]),
        (
            ":a @B $c ?1 ?",
            [("parameter", ":a"), ("parameter", "@b"), ("parameter", "$c"), ("parameter", "?1"), ("parameter", "?")],
        ),
        ("1.5e3 .5 2", [("number", "1.5e3"), ("number", ".5"), ("number", "2")]),
        ("a.b<=é", [("word", "a"), ("sign", "."), ("word", "b"), ("sign", "<"), ("sign", "="), ("word", "é")]),
        ("", []),
    ],
)
def test_words_of_a_statement(sql: str, expected: list[tuple[str, str]]) -> None:
    assert tokens(sql) == [Token(*one) for one in expected]


@pytest.mark.parametrize(
    ("sql", "is_run"),
    [
        # each select counts one, and a view as many as it is made of: five thousand in all
        ("select 1 from widest", True), ("select 1 from widest, small", False), ("select 1 from wide a, wide b", True),
        ("select 1 from wide, wide, small", False),
        ("select 1 from WIDEST", True), ('select 1 from "Widest" union select 1', False),
        ("select 1 from [widest] union select 1", False),
        ("select 1 from 'widest' union select 1", False), ("select ':widest' from widest -- widest", True),
        ("select :widest from widest", True),
        # what a name stands for is counted as often as the name is written
        ("with a as (select 1 from wide) select 1 from a", True), ("with a as (select 1 from wide) select 1 from a, a", False),
        ("with a as (select 1 from wide), b as (select 1 from a) select 1 from b", True),
        ("with a as (select 1 from wide), b as (select 1 from a, a) select 1 from b", False),
        ("with a (x, y) as (select 1 from wide) select 1 from a, a", False),
        ("with a as materialized (select 1 from wide) select 1 from a, a", False),
        ("with a as not materialized (select 1 from wide) select 1 from a, a", False),
        ("with A as (select 1 from wide) select 1 from a, a", False),
        # one that is written for a view takes its place, and one that stands within itself counts once there
        ("with widest as (select 1) select 1 from widest, widest", True),
        ("with recursive a as (select 1 union all select x from a, wide) select 1 from a", True),
        ("with recursive a as (select 1 union all select x from a, widest) select 1 from a", False),
        ("select 1 from (select 1 from wide), (select 1 from wide)", False), ("select 1 from unknown, unknown", True),
        ("select x as widest", True),
        ("with a as (select 1 from (with b as (select 1 from wide) select 1 from b, b)) select 1 from a", False),
        ("select cast(1 as text) from widest", True),
    ],
)  # fmt: skip
def test_selects_are_counted_written_out(sql: str, is_run: bool) -> None:
    assert refusal(sql) == ("" if is_run else "the statement asks too much of too many views and subqueries")


def test_views_come_to_what_they_are_made_of() -> None:
    views = {
        "one": "create view one as select 1",
        "Two": "create view Two as select 1 from one, (select 2)",
        "four": 'create view four as select 1 from "TWO"',
        "nothing": "create view nothing as values (1)",
        "itself": "create view itself as select 1 from itself",
        "own": "create view own as select 1 from one, one",
    }
    found = selects_of_views(views)
    assert found == {"one": 1, "two": 3, "four": 4, "nothing": 1, "itself": 2, "own": 3}


def test_views_that_double_are_counted_no_further_than_matters() -> None:
    views = {"v0": "create view v0 as select 1"} | {
        f"v{n}": f"create view v{n} as select 1 from v{n - 1}, v{n - 1}" for n in range(1, 60)
    }
    found = selects_of_views(views)
    assert [found[f"v{n}"] for n in range(5)] == [1, 3, 7, 15, 31]
    assert 5_000 < found["v59"] < 20_000


@pytest.mark.parametrize(("depth", "is_run"), [(1, True), (200, True), (201, False)])
def test_brackets_stand_two_hundred_deep(depth: int, is_run: bool) -> None:
    for sql in (
        "select " + "(" * depth + "1" + ")" * depth,
        "select " + "(" * depth + "1",
        "select (1)" + ", (1)" * 300 + "(" * depth,
    ):
        assert refusal(sql) == ("" if is_run else "the statement is nested too deeply")
    assert refusal("select " + ")" * 300 + "(" * depth) == ("" if is_run else "the statement is nested too deeply")


@pytest.mark.parametrize(
    "name",
    ["dbstat", "sqlite_dbpage", "sqlite_stmt", "fts3_tokenizer", "pragma_database_list", "pragma_module_list", "pragma_compile_options",
    "pragma_table_infos"],
)  # fmt: skip
def test_what_tells_of_the_server_is_not_asked(name: str) -> None:
    for written in (name, name.upper(), f'"{name}"', f"[{name}]", f"'{name}'"):
        assert refusal(f"select * from {written}") == f"{name} is not to be asked here"


@pytest.mark.parametrize(
    "name",
    ["pragma_foreign_key_list", "pragma_function_list", "pragma_index_info", "pragma_index_xinfo", "pragma_index_list",
    "pragma_page_count",
     "pragma_max_page_count", "pragma_page_size", "pragma_schema_version", "pragma_table_info", "pragma_table_xinfo",
     "pragma_table_list", "dbstats",
     "my_dbstat", "pragmatic"],
)  # fmt: skip
def test_what_tells_of_the_tables_is(name: str) -> None:
    assert refusal(f"select * from {name}('x')") == ""
    assert refusal("select ':dbstat' as dbstatus") == ""


@pytest.mark.parametrize(
    "sql",
    [
        "select * from words where words match 'a b'", "select * from words where words match :w",
        "select * from words where words match ?",
        "select * from words where words match search_query(:w)", "select * from words where words match escape_fts('a')",
        "select * from words w join t on t.id = w.rowid where words match :w", "select * from t join words on 1 where words match :w",
        "select * from t, words where words match :w", "select words.rowid from words where words match :w order by words.rank",
        "select * from WORDS where Words MATCH :w", 'select * from "words" where "words" match :w', "pragma table_info(words)",
        "select * from pragma_table_info('words')", "select * from words where word match :w",
        "select * from words where words match :w and x = 1",
        "select * from words where words match 'a' or x", "select * from words", "select count(*) from words",
    ],
)  # fmt: skip
def test_full_text_is_asked_by_match(sql: str) -> None:
    assert refusal(sql) == ""


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        *((sql, "asked by `match` alone") for sql in (
            "select * from words where words = 'a'", "select * from words('a')", "select * from words where words like 'a'",
            "select words from words",
            "select * from t where words", "select rank(words) from words", "select x as words from t, others",
            "select * from words = 'a'",
            "select * from t where 'words' = x", "select * from t order by others", "insert into words values (1)",
            "select 1 from t where x = words.y and words = 1", "select x = words.y from words", "select f(words) from t",
        )),
        *((f"select * from words where words match {operand}", "takes words in quotes") for operand in (
            "'a' || 'b'", "(select x)", "x", "lower(:w)", "search_query(x)", "search_query(:w || 'a')", ":w || 'a'", "5", "'a' + 1",
            "'a' * 2", ":w -1",
            "search_query(:w) || 'a'", "", "'a' < 'b'", "'a' > 'b'", "'a' & 1", "'a' % 2", "'a' / 2", "search_query('a'",
        )),
    ],
)  # fmt: skip
def test_full_text_is_asked_in_no_other_way(sql: str, reason: str) -> None:
    assert reason in refusal(sql)


@pytest.mark.parametrize(
    ("words", "is_run"),
    [
        ("a" * 2_000, True),
        ("a" * 2_001, False),
        ("a NEAR b".ljust(100, "c"), True),
        ("a NEAR b".ljust(101, "c"), False),
        ("near" + "a" * 97, False),
    ],
)
def test_a_search_is_of_two_thousand_letters_and_of_a_hundred_where_words_are_near(words: str, is_run: bool) -> None:
    told = "" if is_run else "too many words are searched for at once; give fewer"
    assert refusal(f"select * from words where words match '{words}'") == told
    assert refusal("select * from words where words match :w", 5, words) == told
    assert refusal(f"select * from words where words match search_query('{words}')") == told
    assert refusal("select * from others where x match ?", words) == told
    assert refusal("select x from t where y = :w", words) == ""  # nothing is searched there


def test_values_are_bound_by_place_or_by_name() -> None:
    assert [*iterated([1, 2])] == [*iterated({"a": 1, "b": 2})] == [*iterated((1, 2))] == [1, 2]
