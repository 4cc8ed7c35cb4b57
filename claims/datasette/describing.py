"""What our addresses take and give, for other programs: OpenAPI 3.1, made of the routes, the pages' types and the catalogue."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

import msgspec
from datasette.utils import named_parameters

from claims.catalogue import DAYS, NAMED, Query, catalogue
from claims.datasette.asking import Ask
from claims.datasette.pages.console import Answered
from claims.datasette.parameters import examples
from claims.datasette.route import JSON, MEDIA, Route
from claims.datasette.showing import Redirect, Refused, Shown
from claims.datasette.taking import Parameter, Takes
from claims.datasette.writing import MOST_BYTES, MOST_LINES
from claims.records import Record

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KEY = Parameter("a key or slug", least=1)
_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
#: Parameter of the catalogue -> pattern of what it takes: a day, for `day` an instant too, or nothing.
_FORMS = dict.fromkeys(DAYS, f"^({_DAY})?$") | {"day": rf"^({_DAY}(T[\d:.]*Z?)?)?$"}
#: Status -> when it is given, at any address.
_REFUSALS = {
    400: "What was asked cannot be read, or is more than this server does at once.",
    401: "The token that was sent is over, or nobody's.",
    403: "Who asks may not, or another site asks on their behalf.",
    404: "Nothing is there by that name.",
    414: "The address is too long.",
    421: "This server is not asked by that name.",
    503: "Too much is asked at once, or it takes too long; where Retry-After is given, ask again after so many seconds.",
}
#: And where records are sent.
_OF_LOADING = {
    408: "The rest of the request did not come.",
    409: "The database cannot be written to by this version.",
    413: f"A request takes {MOST_BYTES // 1024**2} MB and {MOST_LINES} lines.",
}


async def described(ask: Ask, routes: Sequence[Route]) -> dict[str, Any]:
    """The description of these routes. The columns of a question are those that this database answers it with."""
    columns = {query.name: await _columns(ask, query) for query in catalogue().values()}
    told = {route.path: _told(route) for route in routes}
    kinds = list({id(kind): kind for kind in (Record, Refused, *filter(None, told.values()))}.values())
    schemas, components = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    schema_of = {id(kind): schema for kind, schema in zip(kinds, schemas, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        schema = schema_of.get(id(told[route.path]), {})
        for ending in route.media:
            if "{name}" in route.path:  # each question of the catalogue takes and gives something else
                for query in catalogue().values():
                    path = route.path.format(name=query.name) + ending
                    paths[path] = {"get": _question(route, ending, query, schema, columns[query.name])}
            else:
                paths[f"{route.path}{ending}"] = {route.method: _operation(route, ending, schema)}
    paths["/-/claims/load"]["post"]["requestBody"] = _records(schema_of[id(Record)])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "claims",
            "version": version("claims"),
            "description": "Who said what happened: claims with their sources, words, certainty and contradictions."
            " What is read by GET is read by HEAD too; no other method is taken than those told.",
        },
        "servers": [{"url": ask.datasette.setting("base_url")}],
        "paths": paths,
        "components": {
            "schemas": components,
            "responses": {str(status): _refusal(status, schema_of[id(Refused)]) for status in _REFUSALS | _OF_LOADING},
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
    if route.told is not None or JSON not in route.media.values():
        return route.told
    return next(typing.get_args(one)[0] for one in _gives(route) if typing.get_origin(one) is Shown)


def _gives(route: Route) -> tuple[Any, ...]:
    """Each of what the annotation says that a page gives."""
    told = typing.get_type_hints(route.shows)["return"]
    return typing.get_args(told) if typing.get_origin(told) is not Shown and typing.get_args(told) else (told,)


def _operation(route: Route, ending: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    summary, _, more = (inspect.getdoc(route.shows) or "").partition("\n")
    operation: dict[str, Any] = {
        "operationId": "_".join(
            part for part in f"{route.path}{ending}".replace(".", "/").split("/") if part.isalpha()
        ),
        "summary": summary,
        "parameters": [
            *({**_parameter(name, _KEY), "in": "path", "required": True} for name in route.names),
            *_parameters({**route.takes, **({} if ending else route.draws)}),
        ],
        "responses": _responses(route, ending, schema),
    }
    if more.strip():
        operation["description"] = more.strip()
    if route.method == "post":
        operation["security"] = [{"token": []}]
    elif _told(route) is Answered:
        operation["parameters"].append(_OWN)
    return operation


def _question(
    route: Route, ending: str, query: Query, answered: Mapping[str, Any], columns: Sequence[str]
) -> dict[str, Any]:
    own = {"properties": {"name": {"const": query.name}, "columns": {"items": {"enum": list(columns)}}}}
    takes = {name: Parameter(text, form=_FORMS.get(name)) for name, text in query.parameters.items()}
    return {
        "operationId": "_".join(filter(None, ("ask", query.name, ending.removeprefix(".")))),
        "summary": query.title,
        "description": query.description,
        "parameters": _parameters({**takes, **({} if ending else route.draws)}),
        "responses": _responses(route, ending, {"allOf": [answered, own]}),
    }


def _parameters(takes: Takes) -> list[dict[str, Any]]:
    return [_parameter(name, one) for name, one in takes.items()]


def _parameter(name: str, one: Parameter) -> dict[str, Any]:
    """A parameter of the address. What is listed are examples, as any other value is taken too, and finds nothing."""
    listed = examples(name)
    schema = one.schema | ({"examples": listed} if listed else {})
    return {"name": name, "in": "query", "description": one.text, "schema": schema}


#: Parameters that a statement names.
_OWN = {
    "name": "parameters",
    "in": "query",
    "description": "what the statement names, each by its name",
    "style": "form",
    "explode": True,
    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
}


def _responses(route: Route, ending: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    media = route.media[ending]
    responses: dict[str, Any] = {"200": _answer("What was asked.", media, schema if media == JSON else {})}
    if Redirect in _gives(route):
        responses["302"] = {
            "description": "Another address tells this.",
            "headers": {"location": {"schema": {"type": "string"}}},
        }
    refusals = _REFUSALS | (_OF_LOADING if route.method == "post" else {})
    for status, text in refusals.items():
        if media == JSON:
            responses[str(status)] = {"$ref": f"#/components/responses/{status}"}
        else:  # the doors speak JSON to all, a page tells people, and a file those who open it
            kinds = (JSON, "text/plain" if ending else "text/html")
            responses[str(status)] = {"description": text, "content": {kind: {} for kind in kinds}}
    if media == JSON and {"error", "errors"} & getattr(_told(route), "__annotations__", {}).keys():
        whole = {"anyOf": [schema, {"$ref": "#/components/schemas/Refused"}]}
        responses["400"] = _answer(f"{_REFUSALS[400]} The answer says why, and is otherwise empty.", JSON, whole)
    return responses


def _answer(description: str, media: str, schema: Any) -> dict[str, Any]:
    return {"description": description, "content": {media: {"schema": schema} if schema else {}}}


def _refusal(status: int, schema: Any) -> dict[str, Any]:
    return _answer((_REFUSALS | _OF_LOADING)[status], JSON, schema)


def _records(record: Any) -> dict[str, Any]:
    text = {"schema": {"type": "string"}}
    return {
        "description": f"Records, one JSON object a line, or a table; {MOST_BYTES // 1024**2} MB and {MOST_LINES} lines at most.",
        "required": True,
        "content": {"application/x-ndjson": {"schema": record}, MEDIA["csv"]: text, _WORKBOOK: {}},
    }
