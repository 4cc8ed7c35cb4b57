"""Which claims are held, and which were: looked up for a batch of records at once, and kept in step with what it writes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from claims.errors import RecordError
from claims.load.prepared import Prepared
from claims.text import nfc

_HELD = "select id, key, slug, fingerprint, recorded_at from claims where retracted_at is null and"
_PAST = "select key, fingerprint, recorded_at from claims where retracted_at is not null and key"
_CALLED = (
    "select id from (select id, retracted_at from claims where key = :name and retracted_at is null"
    " union all select id, retracted_at from claims where key = :name and retracted_at is not null"
    " union all select id, retracted_at from claims where slug = :name and retracted_at is null) as c"
    " order by case when retracted_at is null then 0 else 1 end, id desc limit 1"
)
_VERSIONS = (
    "select id from claims where key = (select key from claims where id = ?)"
    " order by recorded_at, retracted_at nulls last, fingerprint, id"
)


@dataclass(slots=True)
class Held:
    """A claim that is held, as far as a record of it is compared with it."""

    id: int
    key: str
    slug: str | None
    fingerprint: int
    recorded_at: str


class HeldClaims:
    """What the claims of a batch could be, or replace. `as_told`: another database settled them, with the time of each."""

    def __init__(self, connection: Connection, *, as_told: bool) -> None:
        self._run = connection.exec_driver_sql
        self._as_told = as_told
        self._held: dict[str, Held] = {}  # by key and by slug
        self._past: set[tuple[Any, ...]] = set()  # what was superseded or withdrawn before

    def look_up(self, batch: Sequence[Prepared]) -> None:
        """Forget the last batch, and find what is held or was under the keys and slugs of this one."""
        self._held, self._past = {}, set()
        keys = [one.key for one in batch]
        slugs = [one.record.slug for one in batch if one.record.slug]
        named = [one.record.supersedes for one in batch if one.record.supersedes]
        corrected = [*named, *(nfc(name) for name in named if not name.isascii())]
        for row in (
            *self._named_in(f"{_HELD} key", [*keys, *corrected]),
            *self._named_in(f"{_HELD} slug", [*slugs, *corrected]),
        ):
            self.hold(Held(*row))
        self._past.update(self._said(*row) for row in self._named_in(_PAST, keys))

    def get(self, name: str | None) -> Held | None:
        """The claim that is held under this key or slug."""
        return None if name is None else self._held.get(name)

    def is_held(self, one: Held) -> bool:
        """Whether it still is, and was not replaced by another of its key."""
        return self._held.get(one.key) is one

    def hold(self, one: Held) -> None:
        """It is held from now on."""
        self._held[one.key] = one
        if one.slug:
            self._held[one.slug] = one

    def let_go(self, one: Held) -> None:
        """It is held no longer."""
        self._past.add(self._said(one.key, one.fingerprint, one.recorded_at))
        for name in (one.key, one.slug):
            if name is not None:
                self._held.pop(name, None)

    def was_said(self, one: Prepared) -> bool:
        """Whether this was superseded or withdrawn before: loading it again does not revive it."""
        return self._said(one.key, one.fingerprint, one.record.recorded_at) in self._past

    def never_held(self, one: Prepared) -> None:
        """It comes withdrawn."""
        self._past.add(self._said(one.key, one.fingerprint, one.record.recorded_at))

    def _said(self, key: str, fingerprint: int, recorded_at: str | None) -> tuple[Any, ...]:
        """What was said once, by which it is known again; what another database settled, by its time too."""
        return (key, fingerprint, recorded_at) if self._as_told else (key, fingerprint)

    def _named_in(self, select: str, names: list[str]) -> list[Any]:
        """Rows by these names, which go as one value: a server that was given each by itself would read it on every node."""
        if not names:
            return []
        asked = f"{select} in (select value from json_each(:names))"
        return [*self._run(asked, {"names": json.dumps(names)}).fetchall()]


def find_claim(connection: Connection, reference: str, field: str, version: int | None = None) -> int:
    """Id of the claim held under this slug or key, else of the last one that was; or of one of the rows of its key.

    Raises RecordError.
    """
    run = connection.exec_driver_sql
    names = dict.fromkeys((reference, nfc(reference)))
    row = next(filter(None, (run(_CALLED, {"name": name}).fetchone() for name in names)), None)
    if row is None:
        raise RecordError(field, "no claim has this slug or key; its record must come first", reference)
    if version is None:
        return int(row[0])
    rows = run(_VERSIONS, (row[0],)).fetchall()
    if version > len(rows):
        raise RecordError("version", f"the claim has {len(rows)} versions; its records must come first", version)
    return int(rows[version - 1][0])
