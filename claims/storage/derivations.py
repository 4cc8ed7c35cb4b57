"""The files of db/derived: each makes one table, fills it and clears it.

A file has three parts, each led by a comment: `-- create`, `-- fill` and `-- clear`. Fill and clear work on the rows named
in the temporary tables of `touched`, so that a load costs what it changes. A bare `on conflict do nothing` passes over rows
that stayed where names moved; what a fill itself gives twice names the columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sqlalchemy import Connection

from claims.resources import DB
from claims.storage.stores import store_of

_INDEX = re.compile(r"^create index (\w+) [^;]+", re.MULTILINE)
_TABLE = re.compile(r"^create (?:virtual )?table (\w+)", re.MULTILINE)
_STAYED = re.compile(r"^on conflict do nothing(?=;)", re.MULTILINE)
_TAKEN = re.compile(r"^insert into (touched_takers)\b", re.MULTILINE)
_PART = re.compile(r"^-- (create|fill|clear)\b.*$", re.MULTILINE)


@dataclass(frozen=True)
class Derivation:
    """A file of db/derived: its table, and its parts as SQL."""

    table: str
    create: str
    fill: str
    clear: str

    @property
    def is_search(self) -> bool:
        """Whether it is a search index, which each engine keeps in its own way."""
        return self.table.endswith("_search")

    @property
    def tables(self) -> list[str]:
        """The tables that it makes."""
        return _TABLE.findall(self.create)

    def run(
        self, connection: Connection, part: Literal["create", "fill", "clear"], *, indexed_after: bool = False
    ) -> None:
        """Do one part. `indexed_after`: most rows are new and none stayed, so make the indexes again after them."""
        script, store = str(getattr(self, part)), store_of(connection)
        if self.is_search:
            store.search(connection, part, script, self.table.removesuffix("_search"), indexed_after=indexed_after)
            return
        after: list[str] = []
        if indexed_after:
            script = _STAYED.sub("", script)
            if "on conflict" not in script:
                after += store.put_off(connection, self.table)
            for index in _INDEX.finditer(self.create):
                connection.exec_driver_sql(f"drop index {index[1]}")
                after.append(index[0])
        store.run(connection, script)
        for statement in after:
            connection.exec_driver_sql(statement)
        if part == "fill":
            store.settled(connection, (self.table, *_TAKEN.findall(script)))


@cache
def derivations() -> tuple[Derivation, ...]:
    """All of them, in the order in which they are filled."""
    found = []
    for path in sorted((DB / "derived").glob("*.sql")):
        pieces = _PART.split(path.read_text("utf-8"))
        found.append(Derivation(path.stem.split("_", 1)[1], **dict(zip(pieces[1::2], pieces[2::2], strict=True))))
    return tuple(found)


@cache
def filled_from(*touched: str) -> tuple[Derivation, ...]:
    """Those whose fill reads what was touched of these; of nothing touched the others find nothing, and a cluster is long at it."""
    reads = re.compile(rf"\btouched_(?:{'|'.join(touched)})\b")
    return tuple(one for one in derivations() if reads.search(one.fill))
