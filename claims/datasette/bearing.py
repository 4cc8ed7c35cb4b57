"""Who bears a token of a claims database, and what that allows: Datasette's own tokens, actors and permissions."""

from __future__ import annotations

from typing import Any

from datasette.permissions import Action, PermissionSQL
from datasette.resources import DatabaseResource
from datasette.tokens import TokenHandler, TokenInvalid

from claims.datasette.asking import claims_databases
from claims.errors import ClaimsError
from claims.tokens import PREFIX, SCOPES, token_of

#: scope -> the action that it allows on the database whose token it is
ACTIONS = {"load": "load-claims", "review": "review-claims", "merge": "merge-entities"}
_READING = ("view-instance", "view-database", "view-table", "view-query", "execute-sql")


def actions() -> list[Action]:
    """An action for each scope, so that `permissions:` in datasette.yaml can name it too."""
    return [
        Action(name=name, description=f"Send a claims database {SCOPES[scope]}", resource_class=DatabaseResource)
        for scope, name in ACTIONS.items()
    ]


class ClaimsTokens(TokenHandler):  # type: ignore[misc]  # Datasette has no types
    """The tokens beside the databases that are served; `claims token add` makes them, and no page does."""

    name = "claims"

    async def create_token(self, datasette: Any, actor_id: str, **_: Any) -> str:
        """Raises ValueError: a page is no place for it."""
        raise ValueError("`claims token add NAME` makes a token of a claims database")

    async def verify_token(self, datasette: Any, token: str) -> dict[str, Any] | None:
        """The actor, restricted to reading and to its scopes. Raises TokenInvalid where it is over or nobody's."""
        if not token.startswith(PREFIX):
            return None
        for database in await claims_databases(datasette):
            try:
                held = token_of(datasette.get_database(database).path, token)
            except ClaimsError as error:
                raise TokenInvalid("The tokens of this server cannot be read") from error
            if held is not None:
                if held.is_over:
                    raise TokenInvalid("Token has expired")
                scopes = [ACTIONS[scope] for scope in held.scopes if scope in ACTIONS]
                return {
                    "id": f"token {held.name}",
                    "token": "claims",
                    "_r": {"a": [*_READING], "d": {database: scopes}},
                }
        raise TokenInvalid("Invalid token")


def permission(actor: dict[str, Any] | None, action: str) -> PermissionSQL | None:
    """Allow the bearer of a token what its restrictions leave it; nobody else is allowed anything by this."""
    if action in ACTIONS.values() and actor is not None and actor.get("token") == "claims" and "_r" in actor:
        return PermissionSQL.allow(reason="bears a token of the database")
    return None
