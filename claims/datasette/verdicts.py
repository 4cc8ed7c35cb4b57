"""What nobody in particular may do, and what Datasette says of tables and columns: asked once until a database changes.

A page of a table asks it fifteen times, each time by a statement that is put together and run in a thread.
"""

from __future__ import annotations

import re
from typing import Any

from datasette.permissions import _skip_permission_checks

from claims.datasette.editions import editions_of
from claims.datasette.once import Lasting

#: What is told of tables and columns, which Datasette keeps in a database of its own.
_DESCRIBING = re.compile(r"\s*select [\w, ]+ from (metadata_\w+|column_types)\b", re.IGNORECASE)


def remember(datasette: Any) -> None:
    """Let a Datasette remember both. Of who has a name or a token, each is asked anew."""
    decide, verdicts = datasette._allowed_many, Lasting()

    async def allowed_many(*, actor: dict[str, Any] | None, resource: Any, **more: Any) -> dict[str, bool]:
        def ask() -> Any:
            return decide(actor=actor, resource=resource, **more)

        if actor is not None or _skip_permission_checks.get():
            return dict(await ask())
        asked_of = (resource.parent, resource.child) if resource is not None else None
        key = (
            *(tuple(value) if isinstance(value, list) else value for value in more.values()),
            type(resource),
            asked_of,
        )
        return dict(await verdicts.told(editions_of(datasette).now(), key, ask))

    internal = datasette.get_internal_database()
    execute, described = internal.execute, Lasting()

    async def told(sql: str, params: Any = None, **more: Any) -> Any:
        def ask() -> Any:
            return execute(sql, params, **more)

        if not _DESCRIBING.match(sql):
            return await ask()
        return await described.told(editions_of(datasette).of(internal), (sql, *(params or ()), *more.items()), ask)

    datasette._allowed_many, internal.execute = allowed_many, told
