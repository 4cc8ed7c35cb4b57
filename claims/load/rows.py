"""Rows that others refer to: found by slug or key, inserted, or brought up to date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from claims.errors import RecordError
from claims.load.changes import Changes
from claims.load.receipt import Outcome
from claims.load.refused import Refused
from claims.storage import store_of
from claims.text import nfc


@dataclass(frozen=True)
class Named:
    """A row that a record can refer to: by its slug or its key."""

    id: int
    key: str


class Rows:
    """Finds and writes them. Every look-up is remembered for the load.

    `only`: where the row is held, only these of the record's fields are brought up to date; None = all.
    """

    def __init__(self, connection: Connection, changes: Changes, refused: Refused) -> None:
        self.run = store_of(connection).runner(connection)
        self.changes = changes
        self.refused = refused
        self.only: frozenset[str] | None = None
        self.found: dict[tuple[str, str], Named] = {}
        self.called: dict[str, str] = {}  # keys of documents without their text -> of the same with it

    def find(self, table: str, reference: str, field: str, number: int = 0) -> Named:
        """The row of `table` ("documents", "entities", "events") with this slug or key.

        Raises RecordError naming `field`, in which {} stands for `number`.
        """
        if self.refused:
            self.refused.check(table, reference, field.format(number))
        known = self.found.get((table, reference))
        if known is None:
            rows = (
                self._so_called(table, name) for name in (reference, self.called.get(reference), nfc(reference)) if name
            )
            row = next(filter(None, rows), None)
            if row is None:
                singular = {"documents": "document", "entities": "entity", "events": "event"}[table]
                reason = f"no {singular} has this slug or key; its record must come first"
                raise RecordError(field.format(number), reason, reference)
            known = self.found[table, reference] = Named(*row)
        return known

    def remember(self, table: str, key: str, slug: str | None, id_: int) -> None:
        """The row was just made: its slug means it, or else its key."""
        self.found[table, slug or key] = Named(id_, key)

    def _so_called(self, table: str, name: str) -> Any:
        return self.run(
            f"select id, key from {table} where slug = :name or key = :name order by case when slug = :name then 0 else 1 end limit 1",
            {"name": name},
        ).fetchone()

    def check_named(self, table: str, key: str, slug: str | None, stated: str | None) -> None:
        """Raise RecordError where the record states another key than its own, or a slug that is another's.

        What another database settled has its slug, and the other one's is taken off.
        """
        if stated not in (None, key):
            raise RecordError("key", f"the record's own fields give {key}", stated)
        if slug is not None:
            other = self.run(f"select key from {table} where slug = ? and key <> ?", (slug, key)).fetchone()
            if other is not None and self.changes.as_told:  # it moved there, and the other's own record comes too
                self.run(f"update {table} set slug = null where key = ?", (other[0],))
                self.found.pop((table, slug), None)
            elif other is not None:
                raise RecordError(
                    "slug", f"names another of the {table} already (key {other[0]}); choose another slug", slug
                )

    def put_keyed(
        self, table: str, key: str, slug: str | None, fields: dict[str, Any], *, is_new: bool = False
    ) -> tuple[int, Outcome]:
        """`put` by its key; a record without a slug leaves the one that is held."""
        return self.put(table, {"key": key}, fields if slug is None else {"slug": slug, **fields}, is_new=is_new)

    def put(
        self, table: str, identity: dict[str, Any], fields: dict[str, Any], *, is_new: bool = False
    ) -> tuple[int, Outcome]:
        """Insert the row, or update the one with this identity where a field differs; its id, and what became of it.

        `is_new`: it was looked for, and is not there.
        """
        names = [name for name in fields if self.is_given(name.removesuffix("_id"))] or list(fields)
        held = None
        if not is_new:
            where = " and ".join(f"{name} = ?" for name in identity)
            held = self.run(
                f"select id, {', '.join(names)} from {table} where {where}", tuple(identity.values())
            ).fetchone()
        if held is None:
            id_ = self.insert(table, identity | fields)
            self._mark(table, id_, identity)
            return id_, "inserted"
        values = [fields[name] for name in names]
        if list(held[1:]) == values or self.only == frozenset():
            return int(held[0]), "unchanged"
        self.run(f"update {table} set {', '.join(f'{name} = ?' for name in names)} where id = ?", (*values, held[0]))
        self._mark(table, int(held[0]), identity)
        return int(held[0]), "superseded"

    def _mark(self, table: str, id_: int, identity: dict[str, Any]) -> None:
        """A ledger changes with its document."""
        if table == "sentences":
            self.changes.mark("documents", identity["document_id"])
        else:
            self.changes.mark(table, id_)

    def insert(self, table: str, row: dict[str, Any]) -> int:
        """The id of the row, now that it is there."""
        marks = ", ".join("?" * len(row))
        cursor = self.run(f"insert into {table} ({', '.join(row)}) values ({marks}) returning id", tuple(row.values()))
        return int(cursor.fetchone()[0])

    def is_given(self, name: str) -> bool:
        """Whether this field of a row that is held is brought up to date."""
        return self.only is None or name in self.only
