"""Records over HTTP: POST a JSONL stream, and it goes through the same door as `claims load`.

Who may: an actor whom Datasette allows the action load-claims (root, or `permissions:` in datasette.yaml), or the bearer
of the token that the environment variable CLAIMS_TOKEN or the plugin's setting `token` holds.
"""

from __future__ import annotations

import asyncio
import hmac
import os
from typing import Any

from datasette.permissions import PermissionSQL
from datasette.resources import DatabaseResource
from datasette.utils.asgi import Response

from claims.datasette.asking import claims_databases
from claims.datasette.freshness import brought, keeper_of
from claims.errors import ClaimsError, DatabaseError, RecordError
from claims.load import load
from claims.replica import Keeper
from claims.storage import check_revision, create_engine
from claims.stream.mapping import settings_of

ACTION = "load-claims"
#: Bytes of one request; send a longer stream in parts: loading is idempotent.
MOST_BYTES = 64 * 1024 * 1024
_WRITER = "claims-writer"


def actor(datasette: Any, request: Any) -> dict[str, str] | None:
    """The writer, where the request bears the token of this server; it may load records and nothing more than others may."""
    token = (datasette.plugin_config("claims") or {}).get("token") or os.environ.get("CLAIMS_TOKEN")
    given = (request.headers.get("authorization") or "").removeprefix("Bearer ")
    if not token or not given or not hmac.compare_digest(given.encode(), str(token).encode()):
        return None
    return {"id": _WRITER}


def permission(actor: dict[str, Any] | None, action: str) -> PermissionSQL | None:
    """Allow the bearer of the token to load; nobody else is allowed by this."""
    if action == ACTION and actor is not None and actor.get("id") == _WRITER:
        return PermissionSQL.allow(reason="bears the writing token")
    return None


async def load_records(datasette: Any, request: Any) -> Response:
    """POST /-/claims/load: the receipt as JSON. The body is records, one JSON object a line, or a table (CSV, .xlsx, JSON).

    In the address: `database`; `strict=1`; `dry_run=1` to write nothing; `rows=1` to tell of each record; `set=NAME=VALUE`,
    repeated, of a table. 200 with counts and the rejected lines; 400 where nothing can be read from it, or `strict`
    stopped, and nothing was kept; 403 without leave.
    """
    if request.method != "POST":
        return Response.error(["POST records, one JSON object a line, or a table"], 405, headers={"allow": "POST"})
    served = await claims_databases(datasette)
    name = request.args.get("database") or (served[0] if served else "")
    if name not in served:
        return Response.error([f"no claims database {name!r} is served here"], 404)
    if not await datasette.allowed(action=ACTION, resource=DatabaseResource(name), actor=request.actor):
        return Response.error(["loading needs the server's token: Authorization: Bearer ..."], 403)
    database = datasette.get_database(name)
    if not database.is_mutable:
        return Response.error([f"{name} is served as immutable"], 403)
    body = await request.post_body(max_bytes=MOST_BYTES)
    asked = {name for name in ("strict", "dry_run", "rows") if request.args.get(name)}
    keeper = keeper_of(datasette, database)
    return await asyncio.to_thread(_load, str(database.path), keeper, body, request.args.getlist("set"), asked)


def _load(path: str, keeper: Keeper | None, body: bytes, settings: list[str], asked: set[str]) -> Response:
    try:
        engine = create_engine(path if keeper is None else keeper.source)
    except DatabaseError as error:
        return Response.json({"ok": False, "errors": [str(error)]}, status=409)
    try:
        check_revision(engine)
        receipt = load(
            engine,
            body,
            settings=settings_of(settings),
            strict="strict" in asked,
            dry_run="dry_run" in asked,
            rows="rows" in asked,
            run={"tool": "http"},
        )
    except RecordError as error:
        return Response.json({"ok": False, "errors": [str(error)], "field": error.field}, status=400)
    except DatabaseError as error:
        return Response.json({"ok": False, "errors": [str(error)]}, status=409)
    except ClaimsError as error:
        return Response.json({"ok": False, "errors": [str(error)]}, status=400)
    finally:
        engine.dispose()
    if keeper is not None and receipt.changed and not receipt.is_dry:
        receipt.notes += brought(keeper)
    told = {"ok": True, **receipt.as_dict(), "rejects": [reject.as_dict() for reject in receipt.rejects]}
    told |= {"notes": receipt.notes} if receipt.notes else {}
    told |= {"rows": [row.as_dict() for row in receipt.rows]} if receipt.rows is not None else {}
    return Response.json(told)
