"""What Datasette does alike for each cell and each page, done with less: a hook with one answer, and parts of addresses."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from datasette.plugins import pm
from datasette.views import table
from pluggy import HookCaller

from claims.datasette.distinct import Labelled, each_once


class Straight(HookCaller):
    """A hook that asks the only plugin that answers it straight away; where there are others, or wrappers, as pluggy does.

    Datasette asks `render_cell` for each of the 1,400 cells of a page, which takes longer than all answers together.
    """

    __slots__ = ()

    def __call__(self, **given: object) -> Any:
        """As pluggy's: a list of the answers that are not None."""
        asked = self._hookimpls
        if len(asked) != 1 or asked[0].wrapper or asked[0].hookwrapper:
            return super().__call__(**given)
        answer = asked[0].function(*[given[name] for name in asked[0].argnames])
        return [] if answer is None else [answer]


def shorten(datasette: Any, environment: Any) -> None:
    """Let a Datasette ask for cells straight, spell what links of cells have in common once, and look once where a static file lies."""
    pm.hook.render_cell.__class__ = Straight
    if table.CustomRow is not Labelled:
        table.CustomRow = Labelled
        table.display_columns_and_rows = each_once(table.display_columns_and_rows)
    if not hasattr(table.tilde_encode, "cache_info"):
        table.tilde_encode = lru_cache(maxsize=4096)(table.tilde_encode)
    if datasette.cache_headers:  # else a file may change while it is served
        environment.globals["static"] = cache(datasette.static)
