"""Asking: the catalogue's questions with described fields, and SQL of one's own with the schema beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from datasette.resources import DatabaseResource, QueryResource
from datasette.utils import named_parameters
from datasette.utils.asgi import NotFound, Response

from claims.catalogue import Meant, Query, bound_sql, catalogue, given, meant_by
from claims.datasette.answering import Answer, answered
from claims.datasette.asking import Ask
from claims.datasette.cells import link, way_of
from claims.datasette.charts import chart, numeric
from claims.datasette.doors import MOST_PARAMETERS
from claims.datasette.metadata import stored_name
from claims.datasette.pages import offered
from claims.datasette.parameters import Field, fields
from claims.datasette.showing import Shown
from claims.datasette.spreadsheet import as_csv
from claims.datasette.table_rows import Leads, answer_rows
from claims.datasette.taking import Parameter
from claims.errors import QueryError

#: Rows of an answer that a page shows at first.
SHOWN = 100


#: Parameter of /ask -> what may be given.
TAKES = {"sql": Parameter("a statement that only reads; its own parameters (:name) are given likewise")}
#: And what the page alone takes.
DRAWS = {
    "_all": Parameter("anything: show every row, not the first hundred"),
    "_chart": Parameter("a column by which to draw bars; empty: none"),
    "_value": Parameter("a column of numbers that the bars add up; empty: count rows"),
}


class Answered(Answer):
    """An answer with what was asked: a question of the catalogue by name, else a statement (`name` is None)."""

    name: str | None
    title: str
    sql: str
    parameters: dict[str, str]


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
    most = SHOWN if is_part else None
    answer = await answered(ask, query, sql, values, names, most)
    if ask.format == "csv":
        return _csv(name or "claims", answer)
    title = query.title if query else ""
    data = Answered(name=name, title=title, sql=sql, parameters=values, **answer)
    drawn = await _drawn(ask, query, sql, list(values), answer) if ask.format == "html" else {}
    return Shown("ask.html", data, drawn, status=400 if answer["error"] else 200)


async def _drawn(ask: Ask, query: Query | None, sql: str, names: list[str], answer: Answer) -> dict[str, Any]:
    """What only the page shows beside the answer: fields with names to choose from, chart, schema, saved queries."""
    may_write_sql = await ask.datasette.allowed(
        action="execute-sql", resource=DatabaseResource(ask.database), actor=ask.request.actor
    )
    made = await fields(ask, names, query.parameters if query else {})
    shown = answer["rows"] if ask.word("_all") else answer["rows"][:SHOWN]
    return {
        "query": query,
        "fields": made,
        "shown": shown,
        "shows_all": bool(ask.word("_all")),
        "all_url": f"?{query_string}&_all=1" if (query_string := ask.request.query_string) else "?_all=1",
        "answer": answer_rows(answer["columns"], shown, partial(_leads, str(ask.datasette.urls.path("/")))),
        "chart": chart(ask, answer),
        "chart_choice": (ask.word("_chart"), ask.word("_value")),
        "numeric": numeric(answer),
        "csv_url": _with_format(ask, "csv"),
        "sql_url": _with_format(ask, "sql") if query else "",
        "permalink": ask.datasette.absolute_url(ask.request, _path(ask, made, sql, query)),
        "edit_url": "/ask?" + urlencode({"sql": sql, **{f.name: f.value for f in made if f.value}}),
        "save_url": await offered.save_url(ask, sql) if may_write_sql and sql and not query else "",
        "may_write_sql": may_write_sql,
        "catalogue": list(catalogue().values()),
        "examples": [] if query else offered.examples(),
        "schema": [] if query else await offered.schema(ask),
        "saved": [] if query else await offered.saved(ask),
    }


def _query(name: str | None) -> Query | None:
    if name is not None and name not in catalogue():
        raise NotFound(f"the catalogue has no query {name}")
    return catalogue()[name] if name else None


async def _resource(ask: Ask, query: Query | None) -> DatabaseResource | QueryResource:
    if query is None:
        return DatabaseResource(ask.database)
    database = ask.datasette.get_database(ask.database)
    names = [*await database.table_names(), *await database.view_names()]
    return QueryResource(ask.database, stored_name(query.name, names))


def _for_other_clients(query: Query, values: dict[str, str], names: dict[str, list[Meant]]) -> Response:
    try:
        given(query.name, values)
        return Response.text(bound_sql(query, values, names))
    except QueryError as error:
        return Response.text(f"-- {error}\n", status=400)


def _leads(root: str, column: str) -> Leads | None:
    """A summary leads to its claim, a quote to its place in the document; else as in any table. `root` is where the site begins."""
    name, _, side = column.partition("_")
    claims = "outcome_claim" if column == "outcome_summary" else f"claim_{side}" if side else "claim"
    documents = f"document_{side}" if side else "document"

    def to_claim(value: Any, row: Mapping[str, Any]) -> str | None:
        return _below(root, link(row.get(claims), "claim"))

    def to_words(value: Any, row: Mapping[str, Any]) -> str | None:
        claim, document = link(row.get(claims), "claim"), link(row.get(documents), "document")
        return _below(root, f"{document}?claim={row[claims]}#words") if value and claim and document else None

    if name == "summary" or column == "outcome_summary":
        return to_claim
    if name == "quote":
        return to_words
    return (lambda value, row: _below(root, link(value, column))) if way_of(column) else None


def _below(root: str, path: str | None) -> str | None:
    return path and root + path[1:]


def _csv(name: str, answer: Answer) -> Response:
    if answer["error"]:
        return Response.text(answer["error"], status=400)
    return Response(
        as_csv(answer["columns"], answer["rows"]),
        content_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}.csv"'},
    )


def _path(ask: Ask, made: list[Field], sql: str, query: Query | None) -> str:
    wanted = {field.name: field.value for field in made if field.value}
    if not query and sql:
        wanted = {"sql": sql, **wanted}
    path = f"/ask/{query.name}" if query else "/ask"
    return str(ask.datasette.urls.path(path + (f"?{urlencode(wanted)}" if wanted else "")))


def _with_format(ask: Ask, extension: str) -> str:
    query = ask.request.query_string
    return f"{ask.request.path}.{extension}" + (f"?{query}" if query else "")
