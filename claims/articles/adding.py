"""An article into the database: taken in, read by an extractor, loaded as unreviewed claims."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine

from claims.articles.address import same_page
from claims.articles.intake import UNNAMED
from claims.articles.ledger import ledger
from claims.dates import Anchor, dates_in
from claims.extract import LEAST, read_text
from claims.extract.gazetteer import Names, shipped_names
from claims.extract.llm import Asking, extract_with_model
from claims.load import Receipt, load
from claims.names import name_key
from claims.records import Alias, Claim, Document, Entity, Record, Sentence, Source, claim_key
from claims.resources import DB
from claims.text import sha256, split_sentences


@dataclass(frozen=True)
class Reading:
    """What an extractor read: records that load in this order, and the columns of the run's row.

    `unread`: why some sentences were not read; they are marked in `sentences`, the ledger. None = all were read.
    """

    source: Source
    document: Document
    entities: list[Entity]
    claims: list[Claim]
    run: dict[str, Any]
    refused: list[str] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    unread: str | None = None

    def of(self, source: Source, document: Document) -> Reading:
        """The same, as a reading of what the database holds this document as (`as_held`)."""
        told = document.slug or document.key or document.title
        claims = [msgspec.structs.replace(one, document=told) for one in self.claims]
        sentences = [msgspec.structs.replace(one, document=told) for one in self.sentences]
        return replace(self, source=source, document=document, claims=claims, sentences=sentences)

    @property
    def records(self) -> list[Record]:
        return [self.source, *self.entities, self.document, *self.claims, *self.sentences]


@dataclass(frozen=True)
class Added:
    """What became of an article: the receipt of all its records, its claims that were new, how many were held already."""

    reading: Reading
    receipt: Receipt
    claims: list[Claim]
    kept: int


def known_names(connection: Connection) -> Names:
    """The database's alias table, and what the shipped one has besides under names that the database does not use."""
    entities: dict[str, Entity] = {}
    for row in connection.exec_driver_sql(_sql("entities")).mappings():
        handle = row["handle"]
        one = entities.setdefault(
            handle, Entity(slug=handle, name=row["canonical"], kind=row["kind"], country=row["country"])
        )
        if row["name"]:
            one.aliases = (*one.aliases, Alias(name=row["name"]))
    shipped = shipped_names().shipped
    held = {name_key(one.name) for one in entities.values()}
    held |= {name_key(alias.name) for one in entities.values() for alias in one.aliases}
    more = [
        one
        for one in shipped
        if one.slug not in entities
        and held.isdisjoint(name_key(name) for name in [one.name, *(a.name for a in one.aliases)])
    ]
    names = Names([*entities.values(), *more])
    names.shipped = shipped
    return names


def read_article(
    source: Source,
    document: Document,
    names: Names,
    *,
    extractor: str = "auto",
    asking: Asking | None = None,
    anchor: str | None = None,
    pipeline: str | None = None,
    least: float = LEAST,
    only: Sequence[tuple[int, int]] | None = None,
    tell: Callable[[str], None] | None = None,
) -> Reading:
    """Read the document: "auto", an offline extractor's name (`claims.extract.EXTRACTORS`) or "llm" (as `asking` says).

    `pipeline`: an installed parser by name; None = the first that suits the language. `least`: how sure the offline
    reader must be of a claim that it makes, 0 to 1 (`claims.extract.read_text`).

    The records carry the entities of the shipped alias table that the claims name, so that they load elsewhere too.
    The records end with the ledger, of each sentence; with "llm" only where it could not read all, or where `only` was
    given, of what it had to read. For `only` and `tell` see `claims.extract.llm.extract_with_model`.
    """
    anchor = anchor or document.published_on
    refused: list[str] = []
    sentences: list[Sentence] = []
    unread: str | None = None
    run: dict[str, Any] = {"version": version("claims"), "anchor_on": anchor}
    if extractor == "llm":
        claims, asked = extract_with_model(document, names, asking=asking, anchor=anchor, only=only, tell=tell)
        refused = asked.refused
        run |= {"tool": "llm", "model": asked.model, "parameters": json.dumps(asked.as_parameters())}
        if asked.unread or only is not None:
            sentences = ledger(document, claims, asked)
        if asked.unread:
            unread = f"{len(asked.unread)} of {len(asked.asked)} sentences unread ({asked.unread[-1].why})"
    else:
        read = read_text(document, names, extractor=extractor, anchor=anchor, pipeline=pipeline, least=least)
        claims, sentences = read.claims, read.ledger
        run |= {"tool": f"reader-{document.language[:2]}", "model": read.parser}
    named = {argument.entity for claim in claims for argument in claim.arguments}
    entities = [one for one in names.shipped if one.slug in named]
    return Reading(source, document, entities, claims, run, refused, sentences, unread)


def as_held(connection: Connection, source: Source, document: Document) -> tuple[Source, Document]:
    """The article as the database holds it already, if it does, under the handle, address and title that it has there.

    One story is one document: the same text at two addresses of one page (`address.same_page`), or added again without
    an address or a publisher. The same text of another publisher, or at another page, is a copy and another document.
    """
    digest = sha256(document.text or "")
    for row in connection.exec_driver_sql(_sql("same_text"), {"text_sha256": digest}).mappings():
        if document.url and row["url"]:
            same = same_page(document.url) == same_page(row["url"])
        else:
            same = row["source"] == document.source or UNNAMED in (row["source"], document.source)
        if same:
            kept = {name: getattr(document, name) or row[name] for name in ("published_on", "author", "note")}
            taken = {name: row[name] for name in ("slug", "source", "url", "title", "language")}
            return Source(name=row["source"]), msgspec.structs.replace(document, **taken, **kept)
    return source, document


def open_dates(document: Document, anchor: str | None = None) -> list[str]:
    """The words of dates that count from the day of publication, where that is not known: "Tuesday", "last month"."""
    language: Any = document.language[:2]
    if anchor or document.published_on or language not in ("en", "ja", "ko"):
        return []
    text = document.text or ""
    words: dict[str, None] = {}
    for span in split_sentences(text, language):
        sentence = text[span.start : span.end]
        known = {one.start for one in dates_in(sentence, language, Anchor(None))}
        words |= {
            one.text: None for one in dates_in(sentence, language, Anchor("2000-06-15")) if one.start not in known
        }
    return list(words)


def add_article(engine: Engine, reading: Reading) -> Added:
    """Load what was read. A claim that the database holds already, by whichever tool or review, stays as it is."""
    slug = reading.document.slug or ""
    with engine.connect() as connection:
        held = {row[0] for row in connection.exec_driver_sql(_sql("held"), {"document": slug})}
        page = connection.exec_driver_sql("select key from documents where slug = ?", (slug,)).scalar()
        known = {row[0] for row in connection.exec_driver_sql("select slug from entities")}
        name = reading.source.name
        publisher = connection.exec_driver_sql("select id from sources where name = ?", (name,)).scalar()
    fresh = [claim for claim in reading.claims if not page or claim_key(claim, {claim.document: page}) not in held]
    entities = [one for one in reading.entities if one.slug not in known]
    sources = [reading.source] if publisher is None else []  # what is known of a publisher is more than its name
    records = [*sources, *entities, reading.document, *fresh, *reading.sentences]
    receipt = load(engine, records, run=reading.run)
    return Added(reading, receipt, fresh, len(reading.claims) - len(fresh))


def _sql(name: str) -> str:
    return (DB / "extract" / f"{name}.sql").read_text("utf-8")
