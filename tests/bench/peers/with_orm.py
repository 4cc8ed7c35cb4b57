"""SQLAlchemy's ORM on this project's own models: bulk inserts, as its documentation says (session.execute(insert(...), rows))."""

from __future__ import annotations

from importlib.metadata import version as version_of
from pathlib import Path

from sqlalchemy import create_engine, insert
from sqlalchemy.orm import Session

from claims.models import Argument, Base, Claim, Document, Entity, Evidence, Run, Source
from tests.bench.peers.rows import batches

LACKS = "no validation but the CHECKs, no names resolved, no search, no derived tables"
_NOW = "2026-01-01T00:00:00.000Z"


def version() -> str:
    return f"SQLAlchemy {version_of('sqlalchemy')} ORM"


def load(path: Path, database: Path) -> None:
    engine = create_engine(f"sqlite:///{database}")
    Base.metadata.create_all(engine)
    documents: set[int] = set()
    entities: dict[str, int] = {}
    with Session(engine) as session:
        session.execute(insert(Source), [{"id": 1, "name": "Source", "kind": "outlet", "reliability": "C"}])
        told = {"tool": "orm", "version": "1", "started_at": _NOW, "finished_at": _NOW}
        session.execute(insert(Run), [{"id": 1, **told, "inserted": 0, "unchanged": 0, "superseded": 0, "rejected": 0}])
        for claims, arguments, evidence in batches(path):
            seen = {one["document_id"] for one in claims} - documents
            documents |= seen
            if seen:
                session.execute(insert(Document), [
                    {"id": one, "key": f"{one:026}", "source_id": 1, "title": "Document", "language": "en"} for one in seen
                ])  # fmt: skip
            named = {one["entity"] for one in arguments if one["entity"]} - entities.keys()
            entities |= {name: len(entities) + number for number, name in enumerate(sorted(named), 1)}
            if named:
                session.execute(insert(Entity), [
                    {"id": entities[name], "key": f"{entities[name]:026}", "name": name, "kind": "person"}
                    for name in sorted(named)
                ])  # fmt: skip
            session.execute(insert(Claim), [
                {
                    "id": one["id"], "key": f"{one['id']:026}", "document_id": one["document_id"], "run_id": 1,
                    "kind": one["kind"], "phase": one["phase"], "polarity": one["polarity"], "certainty": one["certainty"],
                    "speech_act": "report", "summary": one["summary"], "date_edtf": one["day"], "fingerprint": one["id"],
                    "recorded_at": _NOW,
                }
                for one in claims
            ])  # fmt: skip
            session.execute(insert(Argument), [
                {
                    "claim_id": one["claim_id"], "seq": one["seq"], "role": one["role"], "mention": one["mention"],
                    "entity_id": entities.get(one["entity"]), "name_key": None if one["entity"] else one["mention"],
                }
                for one in arguments
            ])  # fmt: skip
            session.execute(insert(Evidence), [
                {
                    "claim_id": one["claim_id"], "seq": 0, "document_id": claim["document_id"],
                    "span_start": one["span_start"], "span_end": one["span_end"], "alignment": "exact",
                }
                for one, claim in zip(evidence, claims, strict=True)
            ])  # fmt: skip
        session.commit()
    engine.dispose()
