"""AttestDB, as its README says: one claim for each pair of parties, with its document as provenance, in batches."""

from __future__ import annotations

from importlib.metadata import version as version_of
from pathlib import Path

import attest_rust  # noqa: F401 - its store, a package of its own: without it AttestDB does not open
import attestdb
from attestdb.core.types import ClaimInput

from tests.bench.peers.rows import batches

LACKS = "subject, predicate and object only: no phase, polarity or spans; a second load adds every claim again"


def version() -> str:
    return f"AttestDB {version_of('attestdb')}"


def load(path: Path, database: Path) -> None:
    db = attestdb.open(str(database), embedding_dim=None)
    for claims, arguments, _ in batches(path, 1000):
        names: dict[int, list[str]] = {}
        for one in arguments:
            names.setdefault(one["claim_id"], []).append(one["entity"] or one["mention"])
        db.ingest_batch([
            ClaimInput(
                subject=(names[one["id"]][0], "entity"), predicate=(one["kind"], "relates_to"),
                object=(names[one["id"]][1], "entity"), confidence=0.9,
                provenance={"source_type": "document_extraction", "source_id": f"d{one['document_id']}:{one['id']}"},
                payload={"schema": "claim", "data": {"summary": one["summary"], "date": one["day"]}},
            )
            for one in claims
        ])  # fmt: skip
    db.close()
