"""Who may what is asked once until something changes, and never told to another than it was said of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from datasette import hookimpl
from datasette.database import Database
from datasette.permissions import PermissionSQL, SkipPermissions
from datasette.plugins import pm
from datasette.resources import DatabaseResource, TableResource

from claims.datasette.verdicts import are_steady
from claims.tokens import add_token
from tests.datasette.conftest import Served
from tests.datasette.test_keeping import Asked

ROOT = {"id": "root"}
PRIVATE = {"permissions": {"view-table": {"id": "root"}}}


@pytest.fixture
def decided(served_copy: Served, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, tuple[str, ...]]]:
    """(actor, actions) of each decision that Datasette took."""
    taken: list[tuple[Any, tuple[str, ...]]] = []
    kind = type(served_copy.datasette)
    decide = kind._allowed_many

    async def seen(self: Any, *, actions: Any, actor: Any, **more: Any) -> Any:
        taken.append((actor, tuple(actions)))
        return await decide(self, actions=actions, actor=actor, **more)

    monkeypatch.setattr(kind, "_allowed_many", seen)
    served_copy.run(served_copy.datasette.invoke_startup())
    return taken


def may(served: Served, action: str, actor: Any = None, database: str = "claims", table: str | None = None) -> bool:
    resource = TableResource(database, table) if table else DatabaseResource(database)
    return bool(served.run(served.datasette.allowed(action=action, resource=resource, actor=actor)))


@contextmanager
def plugged(plugin: Any) -> Iterator[None]:
    pm.register(plugin)
    try:
        yield
    finally:
        pm.unregister(plugin)


def test_the_rules_that_ship_are_asked_once(served_copy: Served, decided: list[Any]) -> None:
    assert are_steady()
    for _ in range(3):
        assert may(served_copy, "execute-sql")
        assert not may(served_copy, "load-claims")
    assert [actions for _, actions in decided] == [("execute-sql",), ("load-claims",)]


def test_who_has_a_name_is_asked_anew_and_told_nothing_of_others(served_copy: Served, decided: list[Any]) -> None:
    served_copy.datasette.root_enabled = True
    for _ in range(2):
        assert may(served_copy, "load-claims", ROOT)
        assert not may(served_copy, "load-claims")
    assert [actor for actor, _ in decided].count(ROOT) == 2
    assert not may(served_copy, "load-claims", {"id": "somebody"})


def test_a_token_is_asked_anew_and_its_end_is_the_end(served_copy: Served, decided: list[Any]) -> None:
    path = served_copy.datasette.get_database("claims").path
    headers = {"authorization": f"Bearer {add_token(path, 'a', ['load'], 1)}"}
    assert served_copy.post("/-/claims/load").status_code == 403
    assert served_copy.post("/-/claims/load", headers=headers).status_code == 200
    assert served_copy.post("/-/claims/load").status_code == 403
    Path(f"{path}.tokens").unlink()
    assert served_copy.post("/-/claims/load", headers=headers).status_code == 401


def test_what_is_let_pass_within_the_server_is_not_remembered(served_copy: Served, decided: list[Any]) -> None:
    with SkipPermissions():
        assert may(served_copy, "load-claims")
    assert not may(served_copy, "load-claims")
    with SkipPermissions():
        assert may(served_copy, "load-claims")


def test_two_databases_have_verdicts_of_their_own(served_copy: Served, tmp_path: Path) -> None:
    served = served_copy.datasette
    served.config.setdefault("databases", {})["other"] = PRIVATE
    served.add_database(
        Database(served, path=str(shutil.copy(served.get_database("claims").path, tmp_path / "other.db")))
    )
    served_copy.run(served.invoke_startup())
    for _ in range(2):
        assert may(served_copy, "view-table", table="claims")
        assert not may(served_copy, "view-table", database="other", table="claims")
    served.remove_database("other")
    assert may(served_copy, "view-table", table="claims")


def test_another_writer_is_asked_after(served_copy: Served, decided: list[Any]) -> None:
    assert may(served_copy, "view-table", table="claims")
    before = len(decided)
    served_copy.run(served_copy.datasette.get_internal_database().execute_write("create table others (x)"))
    assert may(served_copy, "view-table", table="claims")
    assert len(decided) > before


def test_what_is_told_of_a_table_changes_at_run_time(served_copy: Served) -> None:
    served = served_copy.datasette
    served_copy.run(served.invoke_startup())
    for text in ("one", "another"):
        served_copy.run(served.set_resource_metadata("claims", "claims", "description", text))
        told = served_copy.run(served.get_resource_metadata("claims", "claims"))
        assert told["description"] == text
        assert text in served_copy.get("/claims/claims?_size=1").text


def test_a_rule_of_another_plugin_is_asked_each_time(served_copy: Served) -> None:
    """It may follow the clock; nor is a page kept that was shown while it let in."""
    is_open = True

    class ByClock:
        @hookimpl  # type: ignore[untyped-decorator]
        def permission_resources_sql(self, action: str) -> Any:
            return None if is_open or action != "view-table" else PermissionSQL.deny(reason="after hours")

    asked = Asked(served_copy)
    with plugged(ByClock()):
        assert not are_steady()
        assert asked.get("/claims/claims.json?_size=1")[0] == 200
        assert may(served_copy, "view-table", table="claims")
        is_open = False
        assert not may(served_copy, "view-table", table="claims")
        assert asked.get("/claims/claims.json?_size=1")[0] == 403
    assert are_steady()
    assert asked.get("/claims/claims.json?_size=1")[0] == 200
