"""Small loads of each kind, into a database that was filled by `fill`; and the tables that none of them may read whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claims import Database
from tests.bench.workload import records
from tests.conftest import claim, taken

CLAIMS = 600
#: Tables that grow with what is claimed; names and what they mean are all looked at where one of them changes.
BIG = (
    *("claims", "arguments", "evidence", "doubts", "documents", "links", "reviews", "seals"),
    *("participation", "encounters", "acts", "settled", "promises", "event_facts", "outcomes", "past_participation"),
)


def fill(db: Database) -> None:
    """Claims, with some links and reviews, by some of which claims are held no longer."""
    db.load(records(CLAIMS))
    keys = db.sql("select key from claims where id <= 100 order by id")
    told = [
        one
        for source, target in zip(keys[::2], keys[1::2], strict=True)
        for one in (
            {"record": "link", "source": source["key"], "target": target["key"], "type": "outcome_of", "who": "one"},
            {"record": "review", "claim": source["key"], "verdict": "accepted", "reviewer": "one"},
        )
    ]
    gone = db.sql("select key from claims where id > 500 order by id")
    told += [{"record": "review", "claim": one["key"], "verdict": "rejected", "reviewer": "one"} for one in gone]
    taken(db, told)


def _of(db: Database, number: int) -> str:
    return str(db.sql("select key from claims where id = :number", {"number": number})[0]["key"])


def _one(**fields: Any) -> dict[str, Any]:
    return claim(
        document="d3", date="2020-03-04", date_text=None, event=None, evidence=[{"start": 0, "end": 20}],
        arguments=[{"role": "participant", "name": "A", "entity": "e20"}, {"role": "topic", "name": "whoever"}], **fields,
    )  # fmt: skip


LOADS: dict[str, Callable[[Database], list[dict[str, Any]]]] = {
    "a claim": lambda db: [_one(slug="first")],
    "a claim on an event": lambda db: [_one(slug="other") | {"event": "v3", "date": "2020-03-05"}],
    "a claim that supersedes": lambda db: [_one(slug="first") | {"date": "2020-03-06"}],
    "a withdrawal": lambda db: [_one(slug="first", retraction="withdrawn") | {"date": "2020-03-06"}],
    "an article": lambda db: [
        {"record": "document", "slug": "new", "source": "Source 1", "title": "New", "language": "en", "text": "A met B. " * 9},
        *(_one(slug=f"n{number}") | {"document": "new", "date": f"2020-04-0{number}"} for number in (1, 2, 3)),
    ],
    "a review": lambda db: [{"record": "review", "claim": _of(db, 90), "verdict": "rejected", "reviewer": "one"}],
    "a merge": lambda db: [{"record": "judgement", "left": "e30", "right": "e31", "verdict": "same", "who": "one", "why": "so"}],
    "a placement": lambda db: [{"record": "placement", "claim": _of(db, 91), "event": "v2", "who": "one", "why": "so"}],
    "a link": lambda db: [
        {"record": "link", "source": _of(db, 92), "target": _of(db, 93), "type": "outcome_of", "who": "one"}
    ],
    "a new name": lambda db: [{"record": "entity", "slug": "who", "name": "whoever", "kind": "topic"}],
    "a document of another day": lambda db: [
        {"record": "document", "slug": "d4", "published_on": "2019-01-02"} | _page(db)
    ],
}  # fmt: skip


def _page(db: Database) -> dict[str, Any]:
    row = db.sql("select title, language, text from documents where slug = 'd4'")[0]
    return {"source": "Source 4", **row}
