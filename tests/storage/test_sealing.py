"""Seals are right after every kind of load, and wrong once anything else wrote."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Connection

from claims import Database
from claims.storage import broken, seal_all, sealing
from tests.conftest import claim, taken

_JUDGED = {"record": "judgement", "left": "ueda", "right": "lind", "verdict": "different", "who": "Ada", "why": "two"}
_AT = {"judged_at": "2024-07-01T00:00:00.000Z"}
#: What a load may bring after `few`, each of which writes to other tables.
LATER: dict[str, list[dict[str, Any]]] = {
    "nothing new": [],
    "a source repeats another": [{"record": "source", "name": "Daily", "kind": "wire", "origin": "Weekly"}],
    "a text withheld": [
        {"record": "document", "slug": "d2", "source": "Daily", "title": "T", "language": "en", "text_sha256": "0" * 64, "text_length": 9}
    ],
    "a note": [{"record": "document", "slug": "daily-1", "source": "Daily", "title": "Grain", "language": "en", "note": "n"}],
    "a ledger": [{"record": "sentence", "document": "daily-1", "start": 55, "end": 88, "reason": "background"}],
    "a name": [{"record": "entity", "slug": "ueda", "name": "Ueda Mari", "kind": "person", "aliases": [{"name": "M. Ueda"}]}],
    "another country": [{"record": "entity", "slug": "ueda", "name": "Ueda Mari", "kind": "person", "country": "KR"}],
    "an event of a series": [
        {"record": "entity", "slug": "talks", "name": "Talks", "kind": "series"},
        {"record": "event", "slug": "grain-talks", "name": "Grain talks, May 2021", "kind": "meet", "series": "talks", "ordinal": 2},
    ],
    "a correction": [claim(summary="Ueda met Lind."), claim(slug="c2", summary="They met again.", phase="ongoing")],
    "a withdrawal": [claim(retraction="a mistake")],
    "a doubt": [claim(slug="c3", date="1066-01-01", date_text="1066")],
    "a judgement": [_JUDGED | _AT],
    "a judgement taken back": [_JUDGED | _AT, _JUDGED | _AT | {"withdrawn_at": "2024-07-02T00:00:00.000Z"}],
    "a merge": [_JUDGED | {"verdict": "same"}],
    "a relation": [
        *({"record": "entity", "slug": slug, "name": slug, "kind": "topic"} for slug in ("chips", "trade")),
        {"record": "relation", "entity": "chips", "type": "broader", "other": "trade"},
        {"record": "relation", "entity": "trade", "type": "narrower", "other": "chips"},
    ],
    "a link, and its target corrected": [
        {"record": "document", "slug": "d3", "source": "Daily", "title": "T3", "language": "en", "text": "Ueda met Lind."},
        claim(slug="c4", document="d3", event=None, evidence=[{"quote": "Ueda met Lind"}]),
        {"record": "link", "source": "c4", "type": "repeats", "target": "c1"},
        claim(summary="Ueda met Lind, in Oslo."),
    ],
    "a review": [{"record": "review", "claim": "c1", "verdict": "rejected", "reviewer": "Ada"}],
    "a placement taken back": [
        {"record": "placement", "claim": "c1", "event": "grain-talks", "who": "Ada", "why": "so", "placed_at": "2024-07-01T00:00:00.000Z"},
        {"record": "placement", "claim": "c1", "event": "grain-talks", "who": "Ada", "why": "so",
         "placed_at": "2024-07-01T00:00:00.000Z", "withdrawn_at": "2024-07-02T00:00:00.000Z"},
    ],
    "accounts gathered, and one withdrawn": [
        {"record": "document", "slug": "d4", "source": "Weekly", "title": "T4", "language": "en", "text": "Ueda met Lind."},
        {"record": "document", "slug": "d5", "source": "Monthly", "title": "T5", "language": "en", "text": "Ueda met Lind."},
        claim(slug="c5", document="d4", event=None, evidence=[{"quote": "Ueda met Lind"}], date="2022-01-01"),
        claim(slug="c6", document="d5", event=None, evidence=[{"quote": "Ueda met Lind"}], date="2022-01-01"),
        claim(slug="c6", document="d5", event=None, evidence=[{"quote": "Ueda met Lind"}], date="2022-01-01", retraction="no"),
    ],
}  # fmt: skip


@pytest.mark.both_engines
@pytest.mark.parametrize("name", LATER)
def test_what_loads_leave_is_sealed(db: Database, few: list[dict[str, Any]], name: str) -> None:
    taken(db, few)
    for record in LATER[name]:
        taken(db, [record])
        with db.engine.connect() as connection:
            assert list(broken(connection)) == []
    with Database(":memory:") as other:
        taken(other, [*few, *LATER[name]])
        with other.engine.connect() as connection:
            assert list(broken(connection)) == []


def _all_of(connection: Connection) -> dict[str, int]:
    rows = connection.exec_driver_sql("select record, count(*) from seals group by record").fetchall()
    return dict(map(tuple, rows))


@pytest.mark.both_engines
def test_every_row_is_sealed(copy: Database) -> None:
    with copy.engine.connect() as connection:
        counted = _all_of(connection)
        for record, (table, _) in {kind: tables[0] for kind, tables in sealing._PIECES.items()}.items():
            assert counted[record] == connection.exec_driver_sql(f"select count(*) from {table}").scalar_one()


@pytest.mark.both_engines
def test_what_something_else_wrote_is_told(copy: Database) -> None:
    def told(*statements: str) -> list[tuple[str, str]]:
        with copy.engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
            found = [(kind, what) for kind, _, what in broken(connection)]
            connection.rollback()
        return found

    assert told("update sources set country = 'NO' where name = 'METI'") == [("source", "is not as it was loaded")]
    assert told("update aliases set language = 'ko' where id = 1") == [("entity", "is not as it was loaded")]
    assert told("delete from sentences where id = 1") == [("document", "is not as it was loaded")]
    assert told("insert into sources (name, kind, reliability) values ('X', 'other', 'F')") == [
        ("source", "was not loaded")
    ]
    assert told("delete from seals where record = 'run'") == [("run", "was not loaded")]
    assert told("update seals set row_id = 7777 where record = 'run'") == [
        ("run", "was not loaded"),
        ("run", "is gone"),
    ]
    assert told("update marks set mark = 7 where record = 'event' and row_id = 1") == [
        ("event", "is not as it was loaded")
    ]


def test_sealing_all_gives_the_seals_of_the_loads(copy: Database) -> None:
    with copy.engine.begin() as connection:
        before = connection.exec_driver_sql("select * from seals order by 1, 2").fetchall()
        seal_all(connection)
        assert connection.exec_driver_sql("select * from seals order by 1, 2").fetchall() == before
