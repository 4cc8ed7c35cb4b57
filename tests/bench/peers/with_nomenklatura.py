"""nomenklatura's SQL store: each claim an Event of FollowTheMoney, one statement for each value, by the store's writer."""

from __future__ import annotations

from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from followthemoney import Dataset, Statement
from nomenklatura.db import get_engine
from nomenklatura.resolver import Linker
from nomenklatura.store.sql import SQLStore

from tests.bench.peers.rows import claims_in

LACKS = "no spans, no phase or polarity or certainty of its own, no search"


def version() -> str:
    return f"nomenklatura {version_of('nomenklatura')}"


def load(path: Path, database: Path) -> None:
    dataset = Dataset.make({"name": "bench", "title": "Benchmark"})
    store: Any = SQLStore(dataset, Linker({}), get_engine(f"sqlite:///{database}"))
    with store.writer() as writer:
        for claim, arguments, evidence in claims_in(path):
            told = [("date", claim["day"]), ("summary", claim["summary"]), ("description", evidence["quote"])]
            told += [
                ("keywords", claim["kind"]),
                ("notes", claim["phase"]),
                ("sourceUrl", f"urn:d{claim['document_id']}"),
            ]
            told += [("involved", one["entity"] or one["mention"]) for one in arguments]
            for prop, value in told:
                writer.add_statement(Statement(
                    entity_id=f"c{claim['id']}", prop=prop, schema="Event", value=value, dataset="bench"
                ))  # fmt: skip
