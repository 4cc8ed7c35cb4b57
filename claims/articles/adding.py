"""An article into the database: taken in, read by an extractor, loaded as unreviewed claims."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, Engine

from claims.extract import extract
from claims.extract.gazetteer import Names, shipped_names
from claims.extract.llm import extract_with_model
from claims.load import Receipt, load
from claims.names import name_key
from claims.records import Alias, Claim, Document, Entity, Record, Source, claim_key
from claims.resources import DB


@dataclass(frozen=True)
class Reading:
    """What an extractor read: records that load in this order, and the columns of the run's row."""

    source: Source
    document: Document
    entities: list[Entity]
    claims: list[Claim]
    run: dict[str, Any]
    refused: list[str]

    @property
    def records(self) -> list[Record]:
        return [self.source, *self.entities, self.document, *self.claims]


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
    model: str | None = None,
    anchor: str | None = None,
) -> Reading:
    """Read the document: "auto", an offline extractor's name (`claims.extract.EXTRACTORS`) or "llm" (with `model`).

    The records carry the entities of the shipped alias table that the claims name, so that they load elsewhere too.
    """
    anchor = anchor or document.published_on
    refused: list[str] = []
    run: dict[str, Any] = {"version": version("claims"), "anchor_on": anchor}
    if extractor == "llm":
        claims, asked = extract_with_model(document, names, model=model, anchor=anchor)
        refused = asked.refused
        run |= {"tool": "llm", "model": asked.model, "parameters": json.dumps(asked.as_parameters())}
    else:
        claims = extract(document, names, extractor=extractor, anchor=anchor)
        if extractor.endswith("+ginza"):
            run["parameters"] = json.dumps({"ja-ginza": version("ja-ginza")})
        run["tool"] = f"rules-{document.language[:2]}" if extractor == "auto" else extractor
    named = {argument.entity for claim in claims for argument in claim.arguments}
    return Reading(source, document, [one for one in names.shipped if one.slug in named], claims, run, refused)


def add_article(engine: Engine, reading: Reading) -> Added:
    """Load what was read. A claim that the database holds already, by whichever tool or review, stays as it is."""
    slug = reading.document.slug or ""
    with engine.connect() as connection:
        held = {row[0] for row in connection.exec_driver_sql(_sql("held"), {"document": slug})}
        page = connection.exec_driver_sql("select key from documents where slug = ?", (slug,)).scalar()
        known = {row[0] for row in connection.exec_driver_sql("select slug from entities")}
    fresh = [claim for claim in reading.claims if not page or claim_key(claim, {claim.document: page}) not in held]
    entities = [one for one in reading.entities if one.slug not in known]
    receipt = load(engine, [reading.source, *entities, reading.document, *fresh], run=reading.run)
    return Added(reading, receipt, fresh, len(reading.claims) - len(fresh))


def _sql(name: str) -> str:
    return (DB / "extract" / f"{name}.sql").read_text("utf-8")
