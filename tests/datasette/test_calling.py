"""Hooks and addresses that are asked for a thousand times a page give what Datasette's own would."""

from __future__ import annotations

from typing import Any

import pluggy
import pytest
from datasette.plugins import pm
from pluggy import HookCaller

from claims.datasette.calling import Straight
from tests.datasette.conftest import Served

spec, impl = pluggy.HookspecMarker("tried"), pluggy.HookimplMarker("tried")


class Specs:
    @spec
    def render_cell(self, row: Any, value: Any, column: Any) -> Any:
        """As Datasette's."""


class Twice:
    @impl
    def render_cell(self, value: int) -> int | None:
        return value * 2 if value else None


class Named:
    @impl
    def render_cell(self, column: str, value: int) -> str:
        return f"{column} {value}"


class Around:
    @impl(wrapper=True)
    def render_cell(self) -> Any:
        return [*(yield), "around"]


class Once:
    @impl(hookwrapper=True)
    def render_cell(self) -> Any:
        outcome = yield
        outcome.force_result(["over"])


class Other:
    @pluggy.HookimplMarker("datasette")
    def render_cell(self, column: str) -> str:
        return f"other {column}"


@pytest.mark.parametrize(
    "plugins", [[], [Twice], [Named], [Twice, Named], [Around], [Twice, Around], [Once], [Twice, Once]]
)
@pytest.mark.parametrize("value", [0, 2])
def test_a_hook_gives_what_pluggys_own_gives(plugins: list[type], value: int) -> None:
    manager = pluggy.PluginManager("tried")
    manager.add_hookspecs(Specs)
    for plugin in plugins:
        manager.register(plugin())
    given = {"row": 1, "value": value, "column": "c"}
    theirs = manager.hook.render_cell(**given)
    manager.hook.render_cell.__class__ = Straight
    assert manager.hook.render_cell(**given) == theirs


def test_cells_are_asked_for_straight(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """And still by pluggy where another plugin has something to say of them."""
    theirs: list[str] = []
    call = HookCaller.__call__

    def seen(self: HookCaller, **given: object) -> Any:
        theirs.append(self.name)
        return call(self, **given)

    monkeypatch.setattr(HookCaller, "__call__", seen)
    path = f"/{served.name}/claims?_size=1&_nocount=1"
    assert served.get(path).status_code == 200
    assert "extra_css_urls" in theirs
    assert "render_cell" not in theirs
    other = Other()
    pm.register(other)
    try:
        assert "other summary" in served.get(f"{path}&_nofacet=1").text
    finally:
        pm.unregister(other)


def test_static_files_are_looked_for_once(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"/{served.name}/claims?_size=1&_nosuggest=1"
    before = served.get(path).text
    monkeypatch.setattr(type(served.datasette), "_static_asset_path", lambda *_: pytest.fail("looked for again"))
    after = served.get(f"{path}&_nofacet=1").text
    assert "table.js?_hash=" in before
    assert "table.js?_hash=" in after
