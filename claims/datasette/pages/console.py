"""Asking: the catalogue's questions with described fields, and SQL of one's own with the schema beside it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from math import isfinite
from typing import Any, TypedDict
from urllib.parse import urlencode

from datasette.database import QueryInterrupted
from datasette.resources import DatabaseResource, QueryResource
from datasette.utils import InvalidSql, named_parameters, sqlite3, validate_sql_select
from datasette.utils.asgi import NotFound, Response

from claims.catalogue import Meant, Query, askings, bound_sql, catalogue, given, meant_by, notes, sql_hint
from claims.datasette.asking import Ask
from claims.datasette.cells import KEY, link
from claims.datasette.doors import MOST_PARAMETERS
from claims.datasette.metadata import HIDDEN, stored_name
from claims.datasette.parameters import Field, fields
from claims.datasette.showing import Shown, slow
from claims.datasette.spreadsheet import as_csv
from claims.datasette.svg import chart_svg
from claims.datasette.taking import Parameter
from claims.errors import QueryError
from claims.resources import DB
from claims.storage.sqlite import naming

_SHADOWS = re.compile(r"_search(_data|_idx|_docsize|_config|_content)?$")
_OTHERS = re.compile(
    r"^(acts|broader|canonical|clocks|encounters|event_facts|known_names|mentions|outcomes|(past_)?participation|promises|referents|settled|states|units|zones|.*_words)$"
)
_CHARTED = 40
_SHOWN = 100  # rows of an answer that a page shows at first


#: Parameter of /ask -> what may be given.
TAKES = {"sql": Parameter("a statement that only reads; its own parameters (:name) are given likewise")}
#: And what the page alone takes.
DRAWS = {
    "_all": Parameter("anything: show every row, not the first hundred"),
    "_chart": Parameter("a column by which to draw bars; empty: none"),
    "_value": Parameter("a column of numbers that the bars add up; empty: count rows"),
}


_NOTHING: dict[str, Any] = {"columns": [], "rows": [], "truncated": False, "error": ""}


class Answered(TypedDict):
    """Rows, each as long as `columns`. `truncated`: there are more; `notes`: what is known of names, and what is nearest."""

    name: str | None
    title: str
    sql: str
    parameters: dict[str, str]
    columns: list[str]
    rows: list[list[str | int | float | None]]
    truncated: bool
    error: str
    notes: list[str]


async def page(ask: Ask) -> Shown[Answered] | Response:
    """What a statement answers: /ask, or a question of the catalogue: /ask/NAME.

    The page has the fields, and the answer once it is asked. It shows the first 100 rows, or all that Datasette gives; charts
    and files are of these. Of a question of the catalogue it reads no more than it shows. As .csv the answer is safe to open in
    a spreadsheet; as .sql the question runs in other clients.
    """
    name = ask.request.url_vars.get("name")
    query = _query(name)
    if query or ask.word("sql"):
        action = "view-query" if query else "execute-sql"
        resource = await _resource(ask, query)
        await ask.datasette.ensure_permission(action=action, resource=resource, actor=ask.request.actor)
    sql = query.sql if query else ask.word("sql")
    takes = [*query.parameters] if query else [*dict.fromkeys(named_parameters(sql))][:MOST_PARAMETERS]
    values = {parameter: ask.word(parameter) for parameter in takes}
    names = await ask.run(lambda run: meant_by(run, values)) if query else {}
    if ask.format == "sql" and query:
        return _for_other_clients(query, values, names)
    is_part = query and ask.format == "html" and not ask.word("_all") and not ask.word("_chart")
    most = _SHOWN if is_part else None
    answer = await _asked(ask, query, sql, values, names, most)
    if ask.format == "csv":
        return _csv(name or "claims", answer)
    data: Answered = {
        "name": name,
        "title": query.title if query else "",
        "sql": sql,
        "parameters": values,
        "columns": answer["columns"],
        "rows": answer["rows"],
        "truncated": answer["truncated"],
        "error": answer["error"],
        "notes": answer["notes"],
    }
    drawn = await _drawn(ask, query, sql, list(values), answer) if ask.format == "html" else {}
    return Shown("ask.html", data, drawn, status=400 if answer["error"] else 200)


async def _drawn(ask: Ask, query: Query | None, sql: str, names: list[str], answer: dict[str, Any]) -> dict[str, Any]:
    """What only the page shows beside the answer: fields with names to choose from, chart, schema, saved queries."""
    may_write_sql = await ask.datasette.allowed(
        action="execute-sql", resource=DatabaseResource(ask.database), actor=ask.request.actor
    )
    made = await fields(ask, names, query.parameters if query else {})
    return {
        "query": query,
        "fields": made,
        "shown": answer["rows"] if ask.word("_all") else answer["rows"][:_SHOWN],
        "shows_all": bool(ask.word("_all")),
        "all_url": f"?{query_string}&_all=1" if (query_string := ask.request.query_string) else "?_all=1",
        "link": lambda column, value, told: (
            ask.datasette.urls.path(path) if (path := _link(column, value, told)) else None
        ),
        "url_is_key": lambda value: isinstance(value, str) and bool(KEY.fullmatch(value)),
        "dict": dict,
        "chart": _chart(ask, answer),
        "chart_choice": (ask.word("_chart"), ask.word("_value")),
        "numeric": _numeric(answer),
        "csv_url": _with_format(ask, "csv"),
        "sql_url": _with_format(ask, "sql") if query else "",
        "permalink": ask.datasette.absolute_url(ask.request, _path(ask, made, sql, query)),
        "edit_url": "/ask?" + urlencode({"sql": sql, **{f.name: f.value for f in made if f.value}}),
        "save_url": await _save_url(ask, sql) if may_write_sql and sql and not query else "",
        "may_write_sql": may_write_sql,
        "catalogue": list(catalogue().values()),
        "examples": examples(),
        "schema": [] if query else await _schema(ask),
        "saved": await _saved(ask),
    }


@cache
def examples() -> list[dict[str, str]]:
    """[{"title", "sql"}] of db/examples/, in order of name."""
    told = []
    for path in sorted((DB / "examples").glob("*.sql")):
        title, _, sql = path.read_text("utf-8").partition("\n")
        told.append({"title": title.removeprefix("--").strip(), "sql": sql.strip()})
    return told


@cache
def questions() -> list[dict[str, str]]:
    """[{"title", "path", "needs"}] of db/examples/questions.toml: questions of the home page; `needs` is a slug."""
    with (DB / "examples" / "questions.toml").open("rb") as file:
        found: list[dict[str, str]] = tomllib.load(file)["question"]
    return found


def _query(name: str | None) -> Query | None:
    if name is not None and name not in catalogue():
        raise NotFound(f"the catalogue has no query {name}")
    return catalogue()[name] if name else None


async def _resource(ask: Ask, query: Query | None) -> DatabaseResource | QueryResource:
    if query is None:
        return DatabaseResource(ask.database)
    taken = await ask.sql("select name from sqlite_master where name = :name", {"name": query.name})
    return QueryResource(ask.database, stored_name(query.name, [row["name"] for row in taken]))


def _for_other_clients(query: Query, values: dict[str, str], names: dict[str, list[Meant]]) -> Response:
    try:
        given(query.name, values)
        return Response.text(bound_sql(query, values, names))
    except QueryError as error:
        return Response.text(f"-- {error}\n", status=400)


async def _asked(
    ask: Ask, query: Query | None, sql: str, values: dict[str, str], names: dict[str, list[Meant]], most: int | None
) -> dict[str, Any]:
    """The answer with its notes; in its place the `error` where a day is none, or where the statement does not run."""
    try:
        if query:
            given(query.name, values)
        elif len(values) == MOST_PARAMETERS:
            raise QueryError(f"a statement may name {MOST_PARAMETERS - 1} parameters", "write values into it")
    except QueryError as error:
        return {**_NOTHING, "notes": [], "error": str(error)}
    answer = _together(
        [
            (one.told, await _answer(ask, one.sql, one.parameters, most, check=query is None))
            for one in askings(sql, values, names)
        ]
    )
    if answer["error"]:
        answer["error"] = await _with_hint(ask, sql, answer["error"])
    elif query:
        is_empty = not answer["rows"]
        answer["notes"] = await ask.run(lambda run: notes(run, query, values, names, is_empty=is_empty))
    return answer


def _together(parts: list[tuple[dict[str, str], dict[str, Any]]]) -> dict[str, Any]:
    """The answers of one question as one, each row led by whom it is of."""
    told, first = parts[0]
    rows = [[*mine.values(), *row] for mine, answer in parts for row in answer["rows"]]
    columns = next((answer["columns"] for _, answer in parts if answer["columns"]), first["columns"])
    return {
        "columns": [*told, *columns],
        "rows": rows,
        "truncated": any(answer["truncated"] for _, answer in parts),
        "error": next((answer["error"] for _, answer in parts if answer["error"]), ""),
        "notes": [],
    }


async def _answer(ask: Ask, sql: str, values: dict[str, Any], most: int | None, *, check: bool) -> dict[str, Any]:
    """At most `most` rows, and whether there are more; None is as many as Datasette gives."""
    if not sql:
        return _NOTHING
    try:
        if check:
            validate_sql_select(sql)
        limited = sql if most is None else f"{sql.rstrip()}\nlimit {most + 1}"
        results = await ask.datasette.execute(ask.database, limited, values, truncate=True)
    except QueryInterrupted:
        return {**_NOTHING, "error": slow(ask.datasette)}
    except (sqlite3.DatabaseError, InvalidSql) as error:
        return {**_NOTHING, "error": str(error)}
    rows = [[_plain(value) for value in row] for row in results.rows[:most]]
    is_more = bool(results.truncated) or len(results.rows) > len(rows)
    return {**_NOTHING, "columns": list(results.columns), "rows": rows, "truncated": is_more}


async def _with_hint(ask: Ask, sql: str, error: str) -> str:
    """The error with the nearest column or table, where one is misspelt."""
    hint = await ask.run(lambda run: sql_hint(sql, naming.missing(error), naming.columns(run(naming.COLUMNS, {}))))
    return f"{error}; {hint}" if hint else error


def _link(column: str, value: Any, row: dict[str, Any]) -> str | None:
    """A summary leads to its claim, a quote to its place in the document; else as in any table."""
    name, _, side = column.partition("_")
    key = "outcome_claim" if column == "outcome_summary" else f"claim_{side}" if side else "claim"
    claim, document = row.get(key), row.get(f"document_{side}" if side else "document")
    if name == "summary" or column == "outcome_summary":
        return link(claim, "claim")
    if name == "quote" and value and claim and document:
        return f"{link(document, 'document')}?{urlencode({'claim': claim})}#words"
    return link(value, column)


async def _save_url(ask: Ask, sql: str) -> str:
    """Where Datasette keeps a query, for those whom it lets: root with `datasette --root`, or whom `permissions:` names."""
    resource = DatabaseResource(ask.database)
    if not await ask.datasette.allowed(action="store-query", resource=resource, actor=ask.request.actor):
        return ""
    return f"{ask.datasette.urls.database(ask.database)}/-/queries/store?{urlencode({'sql': sql})}"


def _plain(value: Any) -> Any:
    """The value; in words what JSON has no way to write."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return f"<{len(value)} bytes>" if isinstance(value, bytes) else value


def _csv(name: str, answer: dict[str, Any]) -> Response:
    if answer["error"]:
        return Response.text(answer["error"], status=400)
    return Response(
        as_csv(answer["columns"], answer["rows"]),
        content_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}.csv"'},
    )


def _numeric(answer: dict[str, Any]) -> list[str]:
    return [
        column
        for place, column in enumerate(answer["columns"])
        if any(isinstance(row[place], int | float) for row in answer["rows"])
        and all(row[place] is None or isinstance(row[place], int | float) for row in answer["rows"])
    ]


def _chart(ask: Ask, answer: dict[str, Any]) -> Any:
    """The bars of the chosen columns: rows are counted where no column of values is chosen, else its values summed."""
    label, value = ask.word("_chart"), ask.word("_value")
    columns = answer["columns"]
    if label not in columns or (value and value not in _numeric(answer)):
        return ""
    sums: Counter[str] = Counter()
    for row in answer["rows"]:
        name = "(none)" if row[columns.index(label)] is None else str(row[columns.index(label)])
        sums[name] += row[columns.index(value)] or 0 if value else 1
    points = [(name, total) for name, total in sums.items() if isfinite(total)]
    if len(points) > _CHARTED:
        points = sorted(points, key=lambda point: -point[1])[:_CHARTED]
    unit = value or "rows"
    return chart_svg(f"{unit} by {label}", points, unit) if points else ""


def _path(ask: Ask, made: list[Field], sql: str, query: Query | None) -> str:
    wanted = {field.name: field.value for field in made if field.value}
    if not query and sql:
        wanted = {"sql": sql, **wanted}
    path = f"/ask/{query.name}" if query else "/ask"
    return str(ask.datasette.urls.path(path + (f"?{urlencode(wanted)}" if wanted else "")))


def _with_format(ask: Ask, extension: str) -> str:
    query = ask.request.query_string
    return f"{ask.request.path}.{extension}" + (f"?{query}" if query else "")


async def _schema(ask: Ask) -> list[dict[str, Any]]:
    """[{"name", "is_view", "columns": [(name, type)]}]: facts and views first, what is derived last."""
    tables: dict[str, dict[str, Any]] = {}
    for row in await ask.rows("console/schema"):
        name = row["table_name"]
        if name in HIDDEN or _SHADOWS.search(name):
            continue
        entry = tables.setdefault(name, {"name": name, "is_view": row["table_type"] == "view", "columns": []})
        entry["columns"].append((row["column_name"], row["column_type"]))
    return sorted(
        tables.values(), key=lambda t: (t["name"] != "statements", bool(_OTHERS.match(t["name"])), t["is_view"])
    )


async def _saved(ask: Ask) -> list[dict[str, str]]:
    """Queries that people saved in Datasette, or configured."""
    found = await ask.datasette.list_queries(ask.database, actor=ask.request.actor, limit=100)
    return [
        {"title": query.title or query.name, "url": str(ask.datasette.urls.query(ask.database, query.name))}
        for query in found.queries
        if query.source != "claims"
    ]
