"""Rows of Datasette's tables, of which each value of a column is shown once, however many rows of a page have it.

Of the 1,400 cells of a page of claims a third differ: there are few kinds, phases and documents among a hundred rows.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import wraps
from typing import Any

from datasette.plugins import pm

#: Datasette's display_columns_and_rows: what heads the columns, and rows of the cells that are shown.
Show = Callable[..., Awaitable[tuple[list[Any], list[Any]]]]
#: Whose plugin looks at a value and at nothing beside it in its row.
_OURS = "claims.datasette.plugin"


class Labelled(dict[Any, Any]):
    """A row whose keys have labels, as Datasette's CustomRow: asked by name or by number, walked through by its values.

    What is not there is an IndexError, as in a row without labels: Datasette asks so for the column by which it sorts.
    """

    def __init__(self, columns: Sequence[str], values: dict[str, Any] | None = None) -> None:
        super().__init__(values or {})
        self.columns = columns

    def __missing__(self, key: object) -> Any:
        if isinstance(key, int):
            return self[self.columns[key]]
        raise IndexError(f"no column {key}")

    def __iter__(self) -> Iterator[Any]:
        return (self[column] for column in self.columns)


def each_once(show: Show) -> Show:
    """`show`, which is given each value of a column once: the same columns and rows. All of it as it is where another plugin has
    something to say of cells, or where one holds bytes, whose link tells of the row."""

    @wraps(show)
    async def shown(
        datasette: Any, database: str, table: str, description: Sequence[Sequence[Any]], rows: Sequence[Any],
        link_column: bool = False, **more: Any,
    ) -> tuple[list[Any], list[Any]]:  # fmt: skip
        given = (datasette, database, table)
        keys = [[_key(value) for value in values] for values in zip(*rows, strict=True)]
        values = [
            dict(zip(known, held, strict=True)) for known, held in zip(keys, zip(*rows, strict=True), strict=True)
        ]
        if (
            not values
            or not _looks_at_values_alone()
            or any(type(one) is bytes for held in values for one in held.values())
        ):
            return await show(*given, description, rows, link_column=link_column, **more)
        heads, linked = await show(*given, (), rows, link_column=link_column, **more)
        # columns of more values first, so that each row is as long as there are values for it
        order = sorted(range(len(values)), key=lambda place: -len(values[place]))
        columns = [list(values[place].values()) for place in order]
        packed = [[column[line] for column in columns if line < len(column)] for line in range(len(columns[0]))]
        told, made = await show(*given, [description[place] for place in order], packed, **more)
        leading = heads[0]["name"] if heads and not heads[0].get("is_special_link_column") else None  # the key
        columns_of, cells_of = dict(zip(order, told, strict=True)), {}
        for at, place in enumerate(order):
            cells_of[place] = dict(zip(values[place], (row.cells[at] for row in made), strict=False))
        places = [place for place in range(len(values)) if description[place][0] != leading]
        for number, row in enumerate(linked):
            row.cells += [cells_of[place][keys[place][number]] for place in places]
        return [*heads, *(columns_of[place] for place in places)], linked

    return shown


def _key(value: Any) -> Any:
    """What values that are shown alike have in common: 1 and 1.0 are not, though they are equal, nor 0.0 and -0.0."""
    if type(value) is dict:  # a key with its label
        return tuple(_key(one) for one in value.values())
    return type(value), repr(value) if type(value) is float else value


def _looks_at_values_alone() -> bool:
    return all(getattr(one.plugin, "__name__", "") == _OURS for one in pm.hook.render_cell.get_hookimpls())
