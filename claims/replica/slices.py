"""Slices: which documents of a source a replica holds, and what comes along with them so that nothing hangs loose."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection

from claims.dates import bounds
from claims.errors import ClaimsError
from claims.identity import find_entity
from claims.resources import DB

_AT_ONCE = 5000  # ids of one question


@dataclass(frozen=True)
class Slice:
    """The documents that bear a held claim on `topic`, in which `entity` takes part, of the day `since` or later; "" = any.

    Topic and entity are keys of entities, the day is YYYY-MM-DD. A slice is of whole documents, with every claim of them.
    """

    topic: str = ""
    entity: str = ""
    since: str = ""

    def __bool__(self) -> bool:
        """Whether it is less than everything."""
        return bool(self.topic or self.entity or self.since)

    def told(self, name: Callable[[str], str] = str) -> str:
        """As words: "topic X, since 2024-01-01"; "" = everything. `name` gives the name to call a key by."""
        parts = [f"{word} {name(key)}" for word, key in (("topic", self.topic), ("entity", self.entity)) if key]
        return ", ".join([*parts, *([f"since {self.since}"] if self.since else [])])


def slice_of(connection: Connection, topic: str, entity: str, since: str) -> Slice:
    """The slice that is asked for by names. Raises NotFoundError for a name that nobody or several carry, DateError for no date."""
    day = (bounds(since)[0] or "") if since else ""
    if since and not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise ClaimsError(f"{since} is no day to begin with", "give the first day of the slice, as in 2024-01-31")
    topic, entity = (find_entity(connection, name).key if name else "" for name in (topic, entity))
    return Slice(topic, entity, day)


class Closure:
    """What of a source belongs together; every method takes and gives ids of the source."""

    def __init__(self, connection: Connection, part: Slice) -> None:
        self._connection = connection
        self._slice = part

    def matched(self, among: Iterable[int] | None = None) -> set[int]:
        """The documents that bear a claim of the slice, of all or of these."""
        given: dict[str, object] = {"since": self._slice.since}
        given |= {"topic": self._referent(self._slice.topic), "entity": self._referent(self._slice.entity)}
        if among is None:
            return {row[0] for row in self._connection.exec_driver_sql(_sql("matched"), given)}
        return self._of("matched", among, given)

    def linked(self, documents: Iterable[int]) -> set[int]:
        """The documents whose claims links tie to claims of these."""
        return self._of("linked", documents)

    def corrected_together(self, documents: set[int]) -> dict[int, set[int]]:
        """Documents of which a claim superseded one of another, each with all that must come with it; also beyond these."""
        together: dict[int, set[int]] = {}
        known, waiting = set(documents), set(documents)
        while waiting:
            pairs = asked(self._connection, "superseding", waiting)
            for one, other in pairs:
                group = together.get(one, {one}) | together.get(other, {other})
                together.update(dict.fromkeys(group, group))
            waiting = {one for pair in pairs for one in pair} - known
            known |= waiting
        return together

    def cited(self, documents: set[int]) -> set[int]:
        """The documents that these restate or quote, and those that they restate in turn, but for these themselves."""
        return self._reach("cited", documents) - documents

    def entities(self, documents: Iterable[int], others: Iterable[int] = ()) -> set[int]:
        """The entities that claims of these documents name, those of the slice, `others`, and all that they bring along."""
        named = self._of("mentioned", documents) | set(others)
        named |= {find_entity(self._connection, key).id for key in (self._slice.topic, self._slice.entity) if key}
        return self._reach("bound", named)

    def events(self, documents: Iterable[int]) -> set[int]:
        """The events that claims of these documents speak of."""
        return self._of("told", documents)

    def sources(self, documents: Iterable[int], others: Iterable[int] = ()) -> set[int]:
        """The publishers of these documents, `others`, and those whom they repeat."""
        return self._reach("repeated", self._of("publishers", documents) | set(others))

    def _referent(self, key: str) -> int:
        """The id under which an entity, or the one that it was merged into, takes part; 0 = anyone."""
        if not key:
            return 0
        entity = find_entity(self._connection, key).id
        row = self._connection.exec_driver_sql("select canonical_id from canonical where entity_id = ?", (entity,))
        return int(row.scalar_one())

    def _reach(self, name: str, ids: set[int]) -> set[int]:
        """These and whatever can be reached from them, step by step."""
        found, waiting = set(ids), set(ids)
        while waiting:
            waiting = self._of(name, waiting) - found
            found |= waiting
        return found

    def _of(self, name: str, ids: Iterable[int], given: dict[str, object] | None = None) -> set[int]:
        return {row[0] for row in asked(self._connection, name, ids, given)}


def asked(connection: Connection, name: str, ids: Iterable[int], given: dict[str, object] | None = None) -> list[Any]:
    """The rows of a question of db/pull on these ids."""
    rows: list[Any] = []
    waiting = sorted(ids)
    for start in range(0, len(waiting), _AT_ONCE):
        some = json.dumps(waiting[start : start + _AT_ONCE])
        rows += map(
            tuple, connection.exec_driver_sql(_sql(name).replace("-- only: ", ""), {**(given or {}), "only": some})
        )
    return rows


@cache
def _sql(name: str) -> str:
    return (DB / "pull" / f"{name}.sql").read_text("utf-8")
