"""Sources, documents with their ledgers, entities with their aliases, and events: rows that others refer to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from claims import records
from claims.errors import RecordError
from claims.load.changes import Changes
from claims.load.held_document import HeldDocument, check_against, held_key
from claims.load.receipt import Outcome, Receipt
from claims.load.refused import Refused
from claims.names import name_key
from claims.records import document_key, key_of
from claims.storage import store_of
from claims.text import nfc, sha256

_ACTORS = frozenset(("person", "organisation", "state", "place", "office", "group"))


@dataclass(frozen=True)
class Named:
    """A row that a record can refer to: by its slug or its key."""

    id: int
    key: str


@dataclass
class Page:
    """A document as claims need it. `text` is None where withheld, `length` None where its text was never held."""

    id: int
    key: str
    text: str | None
    length: int | None
    restates_id: int | None
    language: str
    published_on: str | None


class NamedWriter:
    """Writes these records and finds them again. Every look-up is remembered for the load."""

    def __init__(self, connection: Connection, receipt: Receipt, changes: Changes, refused: Refused) -> None:
        self._run = store_of(connection).runner(connection)
        self._receipt = receipt
        self._changes = changes
        self.refused = refused
        self._bearing: list[tuple[int, records.Sentence, Page]] = []
        self._found: dict[tuple[str, str], Named] = {}
        self._pages: dict[str, Page] = {}
        self._length = 0  # of the texts of these pages
        self._only: frozenset[str] | None = None
        self._called: dict[str, str] = {}  # keys of documents without their text -> of the same with it
        self._given: list[int] = []  # ids of documents whose text came in this load

    def write(self, line: int, record: records.Record, given: frozenset[str] | None = None) -> None:
        """Insert or update the row; sentences that are to bear claims wait for `close`.

        `given`: where the row is held, only these of the record's fields are brought up to date; None = all. Raises
        RecordError where it refers to nothing or its slug is another's.
        """
        self._only = given
        match record:
            case records.Source():
                outcome = self._source(record)
            case records.Document():
                outcome = self._document(record)
            case records.Sentence():
                page = self._page_of(record)
                if record.reason is None:
                    self._bearing.append((line, record, page))
                    return
                outcome = self._sentence(record, page)
            case records.Run():
                outcome = self._run_of(record)
            case records.Entity():
                outcome = self._entity(record)
            case records.Event():
                outcome = self._event(record)
            case _:
                raise TypeError(f"{type(record).__name__} is written elsewhere")
        self._receipt.count(outcome, record)

    def find(self, table: str, reference: str, field: str, number: int = 0) -> Named:
        """The row of `table` ("documents", "entities", "events") with this slug or key.

        Raises RecordError naming `field`, in which {} stands for `number`.
        """
        if self.refused:
            self.refused.check(table, reference, field.format(number))
        known = self._found.get((table, reference))
        if known is None:
            rows = (
                self._so_called(table, name)
                for name in (reference, self._called.get(reference), nfc(reference))
                if name
            )
            row = next(filter(None, rows), None)
            if row is None:
                singular = {"documents": "document", "entities": "entity", "events": "event"}[table]
                reason = f"no {singular} has this slug or key; its record must come first"
                raise RecordError(field.format(number), reason, reference)
            known = self._found[table, reference] = Named(*row)
        return known

    def _remember(self, table: str, key: str, slug: str | None, id_: int) -> None:
        """The row was just made: its slug means it, or else its key."""
        self._found[table, slug or key] = Named(id_, key)

    def _so_called(self, table: str, name: str) -> Any:
        return self._run(
            f"select id, key from {table} where slug = :name or key = :name order by case when slug = :name then 0 else 1 end limit 1",
            {"name": name},
        ).fetchone()

    def refuse_actor(self, entity_id: int, field: str, reference: str | None) -> None:
        """Raise RecordError where the entity is someone or somewhere: no topic and no series of meetings."""
        (kind,) = self._run("select kind from entities where id = ?", (entity_id,)).fetchone()
        if kind in _ACTORS:
            raise RecordError(field, f"names an entity of kind {kind}", reference)

    def page(self, reference: str, field: str) -> Page:
        """The document with this slug or key, with its text. Raises RecordError naming `field`."""
        if self.refused:
            self.refused.check("documents", reference, field)
        page = self._pages.get(reference)
        if page is None:
            named = self.find("documents", reference, field)
            row = self._run(
                "select text, text_length, restates_id, language, published_on from documents where id = ?", (named.id,)
            ).fetchone()
            page = Page(named.id, named.key, *row)
            self._keep(reference, page)
        return page

    def _keep(self, reference: str, page: Page) -> None:
        """Texts are large: hold no more than a load is likely to come back to."""
        if len(self._pages) >= 512 or self._length > 1 << 24:
            self._pages.clear()
            self._length = 0
        self._pages[reference] = page
        self._length += page.length or 0

    def texts_given(self) -> list[int]:
        """Ids of the documents that were there without their text, and have it since this was asked last."""
        given, self._given = self._given, []
        return given

    def _source(self, record: records.Source) -> Outcome:
        name = nfc(record.name)
        if record.origin is not None and not self._changes.as_told:
            self._check_origin(name, record.origin)
        origin_id = self._source_id(record.origin, "origin") if record.origin else None
        return self._put(
            "sources",
            {"name": name},
            {
                "kind": record.kind,
                "country": record.country,
                "reliability": record.reliability,
                "origin_id": origin_id,
            },
        )[1]

    def _check_origin(self, name: str, origin: str) -> None:
        """Raise RecordError where the origin repeats this source, itself or through others: none would be the first then."""
        passed: set[str] = set()
        repeated: str | None = nfc(origin)
        while repeated is not None and repeated not in passed:
            if repeated == name:
                reason = "names the source itself, or one that repeats it; leave it out where it repeats none"
                raise RecordError("origin", reason, origin)
            passed.add(repeated)
            row = self._run(
                "select o.name from sources as s join sources as o on o.id = s.origin_id where s.name = ?", (repeated,)
            ).fetchone()
            repeated = None if row is None else row[0]

    def _source_id(self, name: str, field: str) -> int:
        self.refused.check("sources", name, field)
        name = nfc(name)  # as a document's key has it
        known = self._found.get(("sources", name))
        if known is None:
            row = self._run("select id from sources where name = ?", (name,)).fetchone()
            if row is None:  # made as its record would be that says no more than the name
                record = records.Source(name=name)
                row = self._put("sources", {"name": name}, {"kind": record.kind, "reliability": record.reliability})
            known = self._found["sources", name] = Named(row[0], name)
        return known.id

    def _document(self, record: records.Document) -> Outcome:
        digest, length = record.text_sha256, record.text_length
        if record.text is not None:
            digest, length = sha256(record.text), len(record.text)
            if record.text_sha256 not in (None, digest):
                raise RecordError("text_sha256", f"the text's hash is {digest}", record.text_sha256)
        key = self._settled_key(record) or held_key(self._run, record, digest, self._only)
        self._called[document_key(record, None)] = key
        restates_id = self.find("documents", record.restates, "restates").id if record.restates else None
        row = self._run(
            "select id, slug, published_on, text, text_sha256, text_length, restates_id from documents where key = ?",
            (key,),
        ).fetchone()
        held = None if row is None else HeldDocument(*row)
        if held is not None and not self._changes.as_told:
            check_against(self._run, held, record, digest, length, restates_id)
        self._check_named("documents", key, record.slug, record.key)
        for field, name in (("source", record.source), ("origin", record.origin)):
            self.refused.check("sources", name or "", field)
        fields: dict[str, Any] = {  # nothing of the record is refused any more: what follows may write
            "source_id": self._source_id(record.source, "source"),
            "url": record.url,
            "title": record.title,
            "author": record.author,
            "language": record.language,
            "published_on": record.published_on,
            "origin_id": self._source_id(record.origin, "origin") if record.origin else None,
            "restates_id": restates_id,
            "text": record.text,
            "text_sha256": digest,
            "text_length": length,
            "note": record.note,
        }
        if held is not None:
            if record.text is None:  # a record without the text does not take it away
                fields["text"] = held.text
                if digest is None:
                    fields["text_sha256"], fields["text_length"] = held.text_sha256, held.text_length
            if not self._is_given("published_on"):
                fields["published_on"] = held.published_on
            if (held.published_on, held.text) != (fields["published_on"], fields["text"]):
                self._changes.before_document_changes(held.id)
        id_, outcome = self._put_keyed("documents", key, record.slug, fields, is_new=held is None)
        if outcome == "inserted":
            self._changes.new_documents.add(id_)
        elif held is not None and held.text is None and record.text is not None:
            self._given.append(id_)
        self._pages.pop(key, None)
        for slug in (record.slug, None if held is None else held.slug):  # one that moves on means another from now on
            if slug is not None:
                self._pages.pop(slug, None)
                self._found.pop(("documents", slug), None)
        if held is None:
            self._remember("documents", key, record.slug, id_)
            page = Page(id_, key, record.text, length, restates_id, record.language, record.published_on)
            self._keep(record.slug or key, page)
        return outcome

    def _settled_key(self, record: records.Document) -> str | None:
        """The key that the record says it has, where another database settled which document it is."""
        return record.key if self._changes.as_told else None

    def _page_of(self, record: records.Sentence) -> Page:
        page = self.page(record.document, "document")
        if page.length is None or record.end > page.length:
            raise RecordError("end", f"the text of {record.document} ends at {page.length or 0}", record.end)
        return page

    def _sentence(self, record: records.Sentence, page: Page) -> Outcome:
        return self._put(
            "sentences",
            {"document_id": page.id, "span_start": record.start},
            {
                "span_end": record.end,
                "reason": record.reason,
                "note": record.note,
            },
        )[1]

    def close(self) -> None:
        """Write the sentences that gave no reason, now that the claims are there; one that bears none is refused."""
        for line, record, page in self._bearing:
            bears = self._run(
                "select 1 from evidence where document_id = ? and span_start < ? and span_end > ?",
                (page.id, record.end, record.start),
            ).fetchone()
            if bears is None and not self._changes.as_told:
                reason = "the sentence bears no claim; say why"
                self._receipt.reject(
                    line, RecordError("reason", reason, f"{record.document} {record.start}-{record.end}")
                )
            else:
                self._receipt.count(self._sentence(record, page), record)
        self._bearing.clear()

    def _run_of(self, record: records.Run) -> Outcome:
        """Insert the run unless it is there, and remember it by its key."""
        fields = {name: getattr(record, name) for name in record.__struct_fields__ if name != "key"}
        key = key_of("run", **fields)
        if record.key not in (None, key):
            raise RecordError("key", f"the record's own fields give {key}", record.key)
        where = " and ".join(f"{name} is null" if value is None else f"{name} = ?" for name, value in fields.items())
        known = tuple(value for value in fields.values() if value is not None)
        held = self._run(f"select id from runs where {where} order by id limit 1", known).fetchone()
        outcome: Outcome = "unchanged"
        if held is None:
            held, outcome = (self._insert("runs", fields),), "inserted"
            self._changes.runs.add(held[0])
        self._found["runs", key] = Named(held[0], key)
        return outcome

    def run(self, key: str) -> int:
        """Id of the run with this key. Raises RecordError."""
        self.refused.check("runs", key, "run")
        known = self._found.get(("runs", key))
        if known is None:
            names = [name for name in records.Run.__struct_fields__ if name != "key"]
            for id_, *row in self._run(f"select id, {', '.join(names)} from runs").fetchall():
                one = Named(id_, key_of("run", **dict(zip(names, row, strict=True))))
                self._found["runs", one.key] = one
            known = self._found.get(("runs", key))
        if known is None:
            raise RecordError("run", "no run has this key; its record must come first", key)
        return known.id

    def _entity(self, record: records.Entity) -> Outcome:
        key = key_of("entity", kind=record.kind, name=record.name, slug=record.slug)
        self._check_named("entities", key, record.slug, record.key)
        fields = {"name": record.name, "kind": record.kind, "country": record.country, "wikidata": record.wikidata}
        held = self._run("select id, country from entities where key = ?", (key,)).fetchone()
        if held is not None and held[1] != record.country:
            self._changes.before_entities_change(held[0])
        id_, outcome = self._put_keyed("entities", key, record.slug, fields, is_new=held is None)
        canonical = records.Alias(record.name, "en", "official")
        aliases = (canonical, *(alias for alias in record.aliases if alias.name != record.name))
        if held is None:
            self._remember("entities", key, record.slug, id_)
        if self._put_aliases(id_, aliases, is_new=held is None):
            self._changes.mark("entities", id_)
            outcome = "superseded" if outcome == "unchanged" else outcome
        self._changes.names |= outcome != "unchanged"
        return outcome

    def _put_aliases(self, entity_id: int, aliases: tuple[records.Alias, ...], *, is_new: bool) -> bool:
        """Whether any of them was not there already; of one that is given twice the last counts."""
        rows: list[Any] = []
        if not is_new:
            rows = self._run("select name, language, kind from aliases where entity_id = ?", (entity_id,)).fetchall()
        held = {name: (language, kind) for name, language, kind in rows}
        given = {alias.name: (alias.language, alias.kind) for alias in aliases}
        added = {name: told for name, told in given.items() if held.get(name) != told}
        if added:
            self._run(
                f"insert into aliases (entity_id, name, folded, language, kind) values {', '.join(['(?, ?, ?, ?, ?)'] * len(added))}"
                " on conflict (entity_id, name) do update set language = excluded.language, kind = excluded.kind",
                [value for name, told in added.items() for value in (entity_id, name, name_key(name), *told)],
            )
        return bool(added)

    def _event(self, record: records.Event) -> Outcome:
        key = key_of("event", kind=record.kind, name=record.name, slug=record.slug)
        series_id = self.find("entities", record.series, "series").id if record.series else None
        if series_id is not None and not self._changes.as_told:
            self.refuse_actor(series_id, "series", record.series)
        if self._changes.as_told and record.made_by is not None:  # what a rule made it may have named anew
            self._run(
                "update events set key = ? where slug = ? and key <> ? and made_by is not null", (key, record.slug, key)
            )
            self._found.pop(("events", record.slug or key), None)
        fields = {
            "name": record.name,
            "kind": record.kind,
            "series_id": series_id,
            "ordinal": record.ordinal,
            "made_by": record.made_by,
        }
        self._check_named("events", key, record.slug, record.key)
        id_, outcome = self._put_keyed("events", key, record.slug, fields)
        if outcome != "unchanged":
            self._changes.events.add(id_)
        if outcome == "inserted":
            self._remember("events", key, record.slug, id_)
        if outcome == "superseded":  # what came of promises is told by the series of the event
            told = self._run("select claim_id from event_mentions where event_id = ?", (id_,)).fetchall()
            self._changes.old_claims.update(number for (number,) in told)
        return outcome

    def _check_named(self, table: str, key: str, slug: str | None, stated: str | None) -> None:
        """Raise RecordError where the record states another key than its own, or a slug that is another's.

        What another database settled has its slug, and the other one's is taken off.
        """
        if stated not in (None, key):
            raise RecordError("key", f"the record's own fields give {key}", stated)
        if slug is not None:
            other = self._run(f"select key from {table} where slug = ? and key <> ?", (slug, key)).fetchone()
            if other is not None and self._changes.as_told:  # it moved there, and the other's own record comes too
                self._run(f"update {table} set slug = null where key = ?", (other[0],))
                self._found.pop((table, slug), None)
            elif other is not None:
                raise RecordError(
                    "slug", f"names another of the {table} already (key {other[0]}); choose another slug", slug
                )

    def _put_keyed(
        self, table: str, key: str, slug: str | None, fields: dict[str, Any], *, is_new: bool = False
    ) -> tuple[int, Outcome]:
        return self._put(table, {"key": key}, fields if slug is None else {"slug": slug, **fields}, is_new=is_new)

    def _put(
        self, table: str, identity: dict[str, Any], fields: dict[str, Any], *, is_new: bool = False
    ) -> tuple[int, Outcome]:
        """Insert the row, or update the one with this identity where a field differs; its id, and what became of it.

        `is_new`: it was looked for, and is not there.
        """
        names = [name for name in fields if self._is_given(name.removesuffix("_id"))] or list(fields)
        held = None
        if not is_new:
            where = " and ".join(f"{name} = ?" for name in identity)
            held = self._run(
                f"select id, {', '.join(names)} from {table} where {where}", tuple(identity.values())
            ).fetchone()
        if held is None:
            id_ = self._insert(table, identity | fields)
            self._mark(table, id_, identity)
            return id_, "inserted"
        values = [fields[name] for name in names]
        if list(held[1:]) == values or self._only == frozenset():
            return int(held[0]), "unchanged"
        self._run(f"update {table} set {', '.join(f'{name} = ?' for name in names)} where id = ?", (*values, held[0]))
        self._mark(table, int(held[0]), identity)
        return int(held[0]), "superseded"

    def _mark(self, table: str, id_: int, identity: dict[str, Any]) -> None:
        """A ledger changes with its document."""
        if table == "sentences":
            self._changes.mark("documents", identity["document_id"])
        else:
            self._changes.mark(table, id_)

    def _insert(self, table: str, row: dict[str, Any]) -> int:
        """The id of the row, now that it is there."""
        marks = ", ".join("?" * len(row))
        cursor = self._run(f"insert into {table} ({', '.join(row)}) values ({marks}) returning id", tuple(row.values()))
        return int(cursor.fetchone()[0])

    def _is_given(self, name: str) -> bool:
        return self._only is None or name in self._only
