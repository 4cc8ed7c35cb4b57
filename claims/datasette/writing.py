"""Records over HTTP: POST a JSONL stream, and it goes through the same door as `claims load`.

Who may: an actor whom Datasette allows the actions of `claims.datasette.bearing`: the bearer of a token that
`claims token add` made, root, or whom `permissions:` in datasette.yaml names.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NotRequired, TypedDict

from datasette.resources import DatabaseResource
from datasette.utils.asgi import PayloadTooLarge, Response

from claims.datasette.asking import claims_databases
from claims.datasette.bearing import ACTIONS
from claims.datasette.failing import busy
from claims.datasette.freshness import brought, keeper_of
from claims.datasette.taking import Parameter, switch, word
from claims.errors import ClaimsError, DatabaseError, RecordError
from claims.load import load
from claims.records import Judgement, Placed, Record, Review, decode, record_from_object
from claims.replica import Keeper
from claims.storage import BusyError, check_revision, create_engine
from claims.stream import Stream, stream
from claims.stream.mapping import settings_of

#: Bytes of one request; send a longer stream in parts: loading is idempotent.
MOST_BYTES = 64 * 1024 * 1024
MOST_LINES = 100_000
#: Records of which one answer tells, and lines of which it tells why they were not taken.
_MOST_TOLD = 10_000
_MOST_REFUSED = 1_000
_SWITCHES = {
    "strict": Parameter("keep nothing where one record is refused", "boolean"),
    "dry_run": Parameter("write nothing, and tell what would be", "boolean"),
    "rows": Parameter("tell what became of each record", "boolean"),
}
#: Parameter -> what may be given.
TAKES = {
    "database": Parameter("name of the database; empty: the first that is served"),
    **_SWITCHES,
    "set": Parameter("NAME=VALUE for each row of a table", is_repeated=True),
}
_SCOPES: tuple[tuple[type[Record], str], ...] = ((Review, "review"), (Judgement, "merge"))


class Loaded(TypedDict):
    """The receipt of a load: how many records were new, there already, in the place of another or not taken, and why not."""

    ok: bool
    inserted: int
    unchanged: int
    superseded: int
    rejected: int
    doubts: NotRequired[int]
    placed: NotRequired[int]
    new_events: NotRequired[int]
    dry_run: NotRequired[bool]
    rejects: list[dict[str, Any]]
    notes: NotRequired[list[str]]
    rows: NotRequired[list[dict[str, Any]]]


async def load_records(datasette: Any, request: Any) -> Response:
    """Records or a table sent by POST: /-/claims/load.

    The body is records, one JSON object a line, or a table (CSV, .xlsx, JSON), of which `set` gives the settings.
    200 with counts and the rejected lines; 400 where nothing can be read from it, or `strict`
    stopped, and nothing was kept; 403 without leave; 503 with Retry-After while somebody else writes.
    """
    if request.method != "POST":
        return Response.error(["POST records, one JSON object a line, or a table"], 405, headers={"allow": "POST"})
    served = await claims_databases(datasette)
    name = word(request, "database") or (served[0] if served else "")
    if name not in served:
        return Response.error([f"no claims database {name!r} is served here"], 404)
    resource = DatabaseResource(name)
    scopes = {
        scope
        for scope, action in ACTIONS.items()
        if await datasette.allowed(action=action, resource=resource, actor=request.actor)
    }
    if not scopes:
        return Response.error(["loading needs a token of the database: Authorization: Bearer ..."], 403)
    database = datasette.get_database(name)
    if not database.is_mutable:
        return Response.error([f"{name} is served as immutable"], 403)
    try:
        asked = {name for name in _SWITCHES if switch(request, name)}
        body = await request.post_body(max_bytes=MOST_BYTES)
    except ClaimsError as error:
        return Response.error([str(error)], 400)
    except PayloadTooLarge:
        return Response.error([f"a request takes {MOST_BYTES // 1024**2} MB; send a longer stream in parts"], 413)
    if body.count(b"\n") > MOST_LINES:
        return Response.error([f"a request takes {MOST_LINES} lines; send a longer stream in parts"], 413)
    keeper = keeper_of(datasette, database)
    settings = request.args.getlist("set")
    return await asyncio.to_thread(_load, str(database.path), keeper, body, settings, asked, scopes)


def _load(
    path: str, keeper: Keeper | None, body: bytes, settings: list[str], asked: set[str], scopes: set[str]
) -> Response:
    try:
        engine = create_engine(path if keeper is None else keeper.source)
    except DatabaseError as error:
        return Response.json({"ok": False, "errors": [str(error)]}, status=409)
    try:
        check_revision(engine)
        read = stream(body, settings=settings_of(settings))
        if scopes != set(ACTIONS):
            read = Stream(_within(scopes, read), read.notes, read.parameters, read.is_at_hand)
        receipt = load(
            engine,
            read,
            strict="strict" in asked,
            dry_run="dry_run" in asked,
            rows="rows" in asked,
            run={"tool": "http"},
        )
    except RecordError as error:
        return Response.json({"ok": False, "errors": [str(error)], "field": error.field}, status=400)
    except BusyError as error:
        return busy(str(error))
    except DatabaseError as error:
        return Response.json({"ok": False, "errors": [str(error)]}, status=409)
    except ClaimsError as error:
        return Response.json({"ok": False, "errors": [str(error)]}, status=400)
    finally:
        engine.dispose()
    if keeper is not None and receipt.changed and not receipt.is_dry:
        receipt.notes += brought(keeper)
    if receipt.rejected > _MOST_REFUSED:
        receipt.notes.append(f"told is of the first {_MOST_REFUSED} lines of {receipt.rejected} that were not taken")
    rejects = [reject.as_dict() for reject in receipt.rejects[:_MOST_REFUSED]]
    told = {"ok": True, **receipt.as_dict(), "rejects": rejects}
    if receipt.rows is not None:
        if len(receipt.rows) > _MOST_TOLD:
            receipt.notes.append(f"told is of the first {_MOST_TOLD} records of {len(receipt.rows)}")
        told["rows"] = [row.as_dict() for row in receipt.rows[:_MOST_TOLD]]
    told |= {"notes": receipt.notes} if receipt.notes else {}
    return Response.json(told)


def _within(scopes: Collection[str], items: Iterable[Any]) -> Iterator[Any]:
    """The items; in the place of a record that these scopes do not let in, the reason."""
    for line, item in enumerate(items, 1):
        scope = _scope(item)
        if scope is None or scope in scopes:
            yield item
        else:
            at = item.line if isinstance(item, Placed) else line
            yield Placed(at, RecordError("record", f"needs a token with the scope {scope}", scope), {})


def _scope(item: Any) -> str | None:
    """The scope that a record needs; None where it is no record, which the loader then says."""
    try:
        record = decode(item) if isinstance(item, bytes) else record_from_object(item)
    except RecordError:
        return None
    return next((scope for kind, scope in _SCOPES if isinstance(record, kind)), "load")
