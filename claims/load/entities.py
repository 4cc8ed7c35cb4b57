"""Entities with their aliases, and events."""

from __future__ import annotations

from typing import Any

from claims import records
from claims.errors import RecordError
from claims.load.receipt import Outcome
from claims.load.rows import Rows
from claims.names import name_key
from claims.records import key_of

_ACTORS = frozenset(("person", "organisation", "state", "place", "office", "group"))


class Entities:
    """Writes them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def write(self, record: records.Entity) -> Outcome:
        """Insert the entity or bring it up to date. Raises RecordError where its slug or key is another's."""
        key = key_of("entity", kind=record.kind, name=record.name, slug=record.slug)
        self._rows.check_named("entities", key, record.slug, record.key)
        fields = {"name": record.name, "kind": record.kind, "country": record.country, "wikidata": record.wikidata}
        held = self._rows.run("select id, country from entities where key = ?", (key,)).fetchone()
        if held is not None and held[1] != record.country:
            self._rows.changes.before_entities_change(held[0])
        id_, outcome = self._rows.put_keyed("entities", key, record.slug, fields, is_new=held is None)
        canonical = records.Alias(record.name, "en", "official")
        aliases = (canonical, *(alias for alias in record.aliases if alias.name != record.name))
        if held is None:
            self._rows.remember("entities", key, record.slug, id_)
        if self._put_aliases(id_, aliases, is_new=held is None):
            self._rows.changes.mark("entities", id_)
            outcome = "superseded" if outcome == "unchanged" else outcome
        self._rows.changes.names |= outcome != "unchanged"
        return outcome

    def write_event(self, record: records.Event) -> Outcome:
        """Insert the event or bring it up to date. Raises RecordError where its slug, key or series is another's."""
        key = key_of("event", kind=record.kind, name=record.name, slug=record.slug)
        series_id = self._rows.find("entities", record.series, "series").id if record.series else None
        if series_id is not None and not self._rows.changes.as_told:
            self.refuse_actor(series_id, "series", record.series)
        if self._rows.changes.as_told and record.made_by is not None:  # what a rule made it may have named anew
            self._rows.run(
                "update events set key = ? where slug = ? and key <> ? and made_by is not null", (key, record.slug, key)
            )
            self._rows.found.pop(("events", record.slug or key), None)
        fields = {
            "name": record.name,
            "kind": record.kind,
            "series_id": series_id,
            "ordinal": record.ordinal,
            "made_by": record.made_by,
        }
        self._rows.check_named("events", key, record.slug, record.key)
        id_, outcome = self._rows.put_keyed("events", key, record.slug, fields)
        if outcome != "unchanged":
            self._rows.changes.events.add(id_)
        if outcome == "inserted":
            self._rows.remember("events", key, record.slug, id_)
        if outcome == "superseded":  # what came of promises is told by the series of the event
            told = self._rows.run("select claim_id from event_mentions where event_id = ?", (id_,)).fetchall()
            self._rows.changes.old_claims.update(number for (number,) in told)
        return outcome

    def refuse_actor(self, entity_id: int, field: str, reference: str | None) -> None:
        """Raise RecordError where the entity is someone or somewhere: no topic and no series of meetings."""
        (kind,) = self._rows.run("select kind from entities where id = ?", (entity_id,)).fetchone()
        if kind in _ACTORS:
            raise RecordError(field, f"names an entity of kind {kind}", reference)

    def _put_aliases(self, entity_id: int, aliases: tuple[records.Alias, ...], *, is_new: bool) -> bool:
        """Whether any of them was not there already; of one that is given twice the last counts."""
        rows: list[Any] = []
        if not is_new:
            rows = self._rows.run(
                "select name, language, kind from aliases where entity_id = ?", (entity_id,)
            ).fetchall()
        held = {name: (language, kind) for name, language, kind in rows}
        given = {alias.name: (alias.language, alias.kind) for alias in aliases}
        added = {name: told for name, told in given.items() if held.get(name) != told}
        if added:
            self._rows.run(
                f"insert into aliases (entity_id, name, folded, language, kind) values {', '.join(['(?, ?, ?, ?, ?)'] * len(added))}"
                " on conflict (entity_id, name) do update set language = excluded.language, kind = excluded.kind",
                [value for name, told in added.items() for value in (entity_id, name, name_key(name), *told)],
            )
        return bool(added)
