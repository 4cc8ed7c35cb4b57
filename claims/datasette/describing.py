"""What our addresses take and give, for other programs: OpenAPI 3.1, made of the routes, the pages' types and the catalogue."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Any

import msgspec
from datasette.utils import named_parameters

from claims.catalogue import NAMED, Query, catalogue
from claims.datasette.asking import Ask
from claims.datasette.pages.console import Answered
from claims.datasette.parameters import examples
from claims.datasette.route import Route
from claims.datasette.showing import Redirect, Refused, Shown
from claims.datasette.writing import MOST_BYTES
from claims.records import Record

_JSON = "application/json"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_REFUSED = {"$ref": "#/components/responses/Refused"}


async def described(ask: Ask, routes: Sequence[Route]) -> dict[str, Any]:
    """The description of these routes. What their answers hold is told of JSON; the columns are those of this database."""
    columns = {query.name: await _columns(ask, query) for query in catalogue().values()}
    told = {route.path: _told(route) for route in routes}
    kinds = list({id(kind): kind for kind in (Record, Refused, *filter(None, told.values()))}.values())
    schemas, components = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    schema_of = {id(kind): schema for kind, schema in zip(kinds, schemas, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        ending = ".json" if "json" in route.formats else ""
        schema = schema_of.get(id(told[route.path]))
        if "{name}" in route.path:  # each question of the catalogue takes and gives something else
            for query in catalogue().values():
                path = route.path.format(name=query.name)
                paths[f"{path}{ending}"] = {"get": _question(route, query, schema or {}, columns[query.name])}
        else:
            paths[f"{route.path}{ending}"] = {route.method: _operation(route, schema, schema_of[id(Record)])}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "claims",
            "version": version("claims"),
            "description": "Who said what happened: claims with their sources, words, certainty and contradictions.",
        },
        "servers": [{"url": ask.datasette.setting("base_url")}],
        "paths": paths,
        "components": {
            "schemas": components,
            "responses": {"Refused": _answer(Refused.__doc__, _JSON, schema_of[id(Refused)])},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


async def _columns(ask: Ask, query: Query) -> list[str]:
    """The columns of a question's answer; the first are there where a name means several, and tell whom a row is of."""
    nothing = dict.fromkeys(named_parameters(query.sql), "")
    asked = await ask.datasette.execute(ask.database, f"select * from (\n{query.sql}\n) limit 0", nothing)
    return [*(f"asked_{name}" for name in query.parameters if name in NAMED), *asked.columns]


def _told(route: Route) -> Any:
    """The type of a route's JSON, None where it gives none: what the annotation says that is shown."""
    if route.told is not None or route.gives != _JSON:
        return route.told
    return next(typing.get_args(one)[0] for one in _gives(route) if typing.get_origin(one) is Shown)


def _gives(route: Route) -> tuple[Any, ...]:
    """Each of what the annotation says that a page gives."""
    told = typing.get_type_hints(route.shows)["return"]
    return typing.get_args(told) if typing.get_origin(told) is not Shown and typing.get_args(told) else (told,)


def _operation(route: Route, schema: Any, record: Any) -> dict[str, Any]:
    summary, _, more = (inspect.getdoc(route.shows) or "").partition("\n")
    operation: dict[str, Any] = {
        "operationId": "_".join(part for part in route.path.replace(".", "/").split("/") if part.isalpha()),
        "summary": summary,
        "parameters": [
            *({**_parameter(name, "a key or slug"), "in": "path", "required": True} for name in route.names),
            *(_parameter(name, text) for name, text in route.takes.items()),
        ],
        "responses": _responses(route, schema),
    }
    if more.strip():
        operation["description"] = more.strip()
    if route.method == "post":
        operation |= {"requestBody": _records(record), "security": [{"token": []}]}
    return operation


def _question(route: Route, query: Query, answered: Mapping[str, Any], columns: Iterable[str]) -> dict[str, Any]:
    own = {"properties": {"name": {"const": query.name}, "columns": {"items": {"enum": list(columns)}}}}
    return {
        "operationId": f"ask_{query.name}",
        "summary": query.title,
        "description": query.description,
        "parameters": [_parameter(name, text) for name, text in query.parameters.items()],
        "responses": _responses(route, {"allOf": [answered, own]}),
    }


def _parameter(name: str, text: str) -> dict[str, Any]:
    """A parameter of the address. What is listed are examples, as any other value is taken too, and finds nothing."""
    listed = examples(name)
    return {
        "name": name,
        "in": "query",
        "description": text,
        "schema": {"type": "string", **({"examples": listed} if listed else {})},
    }


def _responses(route: Route, schema: Any) -> dict[str, Any]:
    responses = {"200": _answer("What was asked.", route.gives, schema)}
    if route.gives != _JSON:
        return responses | {"default": _answer("A page that says why there is no answer.", "text/html", None)}
    if Redirect in _gives(route):
        responses["302"] = {
            "description": "Another address tells this.",
            "headers": {"location": {"schema": {"type": "string"}}},
        }
    if _told(route) is Answered:
        responses["400"] = _answer("A statement that cannot be asked, with the reason in `error`.", _JSON, schema)
    return responses | {"default": _REFUSED}


def _answer(description: str | None, media: str, schema: Any) -> dict[str, Any]:
    return {"description": description, "content": {media: {"schema": schema} if schema else {}}}


def _records(record: Any) -> dict[str, Any]:
    text = {"schema": {"type": "string"}}
    return {
        "description": f"Records, one JSON object a line, or a table; {MOST_BYTES // 1024**2} MB at most.",
        "required": True,
        "content": {"application/x-ndjson": {"schema": record}, "text/csv": text, _WORKBOOK: {}},
    }
