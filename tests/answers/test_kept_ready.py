"""What is kept ready after many small loads is what would be built anew."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from claims.models import instant_now
from claims.records import corpus_lines
from claims.storage import derived

TABLES = ("acts", "broader", "encounters", "event_facts", "outcomes", "participation", "promises", "settled", "states")
NOW = "now"


def rows(db: Database) -> dict[str, list[dict[str, Any]]]:
    return {name: db.sql(f"select * from {name}") for name in TABLES}


def anew(db: Database) -> dict[str, list[dict[str, Any]]]:
    with db.engine.begin() as connection:
        derived.build(connection, derived.drop(connection))
    return rows(db)


@pytest.mark.parametrize(
    "change",
    [
        [{"record": "relation", "entity": "clean-energy", "type": "narrower", "other": "batteries"}],
        [{"record": "relation", "entity": "ai-safety", "type": "broader", "other": "artificial-intelligence", "withdrawn_at": NOW}],
        [{"record": "judgement", "left": "ai-safety", "right": "ai-standards", "verdict": "same", "who": "desk", "why": "one"}],
        [{"record": "judgement", "left": "jucip", "right": "epcc", "verdict": "same", "who": "desk", "why": "a trial"}],
        [{"record": "link", "source": "reuters-trilateral-en-02-a", "type": "outcome_of",
          "target": "reuters-trilateral-en-03-a", "withdrawn_at": NOW}],
        [{"record": "link", "source": "jf-12-a", "type": "counts_from", "target": "jf-12-b", "withdrawn_at": NOW}],
        [{"record": "review", "claim": "reuters-trilateral-en-02-a", "verdict": "rejected", "reviewer": "desk"}],
        [{"record": "review", "claim": "jf-54-b", "verdict": "rejected", "reviewer": "desk"}],
        [{"record": "placement", "claim": "jf-05-a", "event": "jucip-4", "who": "desk", "why": "as told"}],
        [{"record": "entity", "slug": "yoon-suk-yeol", "name": "Yoon Suk Yeol", "kind": "person", "country": "PH"}],
        [{"record": "event", "slug": "trilateral-cim-1", "kind": "meet", "series": "jucip",
          "name": "First Japan-ROK-U.S. Commerce and Industry Ministerial Meeting, June 2024"}],
    ],
    ids=lambda change: " ".join(str(value) for value in change[0].values())[:60],
)  # fmt: skip
def test_a_change_is_derived_as_if_built_anew(change: list[dict[str, Any]], copy: Database) -> None:
    before = rows(copy)
    dated = [{key: instant_now() if value == NOW else value for key, value in record.items()} for record in change]
    assert copy.load(dated, strict=True).changed
    after = rows(copy)
    assert after != before
    assert after == anew(copy)


def test_documents_one_by_one_are_as_all_at_once(db: Database, shipped: Database) -> None:
    part: list[bytes] = []
    for line in corpus_lines():
        if b'"record": "document"' in line and len(part) > 20:
            db.load(part, strict=True)
            part = []
        part.append(line)
    db.load(part, strict=True)
    assert {name: len(found) for name, found in rows(db).items()} == {
        name: len(found) for name, found in rows(shipped).items()
    }
