"""What nobody in particular may do, and what Datasette says of tables and columns: asked once until a database changes.

A page of a table asks it fifteen times, each time by a statement that is put together and run in a thread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from datasette.permissions import _skip_permission_checks
from datasette.plugins import pm

from claims.datasette.editions import editions_of
from claims.datasette.once import Lasting

#: What is told of tables and columns, which Datasette keeps in a database of its own.
_DESCRIBING = re.compile(r"\s*select [\w, ]+ from (metadata_\w+|column_types)\b", re.IGNORECASE)
#: Whose rules of permission follow from the databases and from the settings with which the server began: Datasette's own, ours.
_STEADY = ("datasette.default_permissions", "claims.datasette.plugin")


def are_steady() -> bool:
    """Whether who may what changes with the databases alone: another plugin's rule may follow the clock, or a file of its own."""
    return all(
        getattr(rule.plugin, "__name__", "").startswith(_STEADY)
        for rule in pm.hook.permission_resources_sql.get_hookimpls()
    )


def remember(datasette: Any) -> None:
    """Let a Datasette remember both. Of who has a name or a token, each is asked anew."""
    decide, verdicts = datasette.allowed_many, Lasting()

    async def allowed_many(
        *, actions: Sequence[str], resource: Any = None, actor: dict[str, Any] | None = None
    ) -> dict[str, bool]:
        def ask() -> Any:
            return decide(actions=actions, resource=resource, actor=actor)

        if actor is not None or _skip_permission_checks.get() or not are_steady():
            return dict(await ask())
        asked_of = None if resource is None else (type(resource), resource.parent, resource.child)
        return dict(await verdicts.told(editions_of(datasette).now(), (*actions, asked_of), ask))

    internal = datasette.get_internal_database()
    execute, described = internal.execute, Lasting()

    async def told(sql: str, params: Any = None, **more: Any) -> Any:
        def ask() -> Any:
            return execute(sql, params, **more)

        if not _DESCRIBING.match(sql):
            return await ask()
        given = params.items() if isinstance(params, dict) else params or ()
        return await described.told(editions_of(datasette).of(internal), (sql, *given, *more.items()), ask)

    datasette.allowed_many, internal.execute = allowed_many, told
