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
from claims.errors import ClaimsError, RecordError
from claims.load import load
from claims.storage import check_revision, create_engine

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
    """POST /-/claims/load[?strict=1][&database=NAME]: the receipt as JSON.

    200 with counts and the rejected lines; 400 where `strict` stopped at one and nothing was kept; 403 without leave.
    """
    if request.method != "POST":
        return Response.error(["POST records, one JSON object a line"], 405, headers={"allow": "POST"})
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
    return await asyncio.to_thread(_load, str(database.path), body, bool(request.args.get("strict")))


def _load(path: str, body: bytes, strict: bool) -> Response:
    engine = create_engine(path)
    try:
        check_revision(engine)
        receipt = load(engine, body.removeprefix(b"\xef\xbb\xbf").split(b"\n"), strict=strict, run={"tool": "http"})
    except RecordError as error:
        return Response.json({"ok": False, "errors": [str(error)], "field": error.field}, status=400)
    except ClaimsError as error:
        return Response.json({"ok": False, "errors": [str(error)]}, status=409)
    finally:
        engine.dispose()
    return Response.json({"ok": True, **receipt.as_dict(), "rejects": [reject.as_dict() for reject in receipt.rejects]})
