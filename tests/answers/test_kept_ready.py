"""What is kept ready after many small loads is what would be built anew."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from claims.identity import taken_back
from claims.models import instant_now
from claims.records import corpus_lines
from claims.storage import building
from tests.conftest import claim, taken

pytestmark = pytest.mark.both_engines

TABLES = ("acts", "broader", "encounters", "event_facts", "outcomes", "participation", "promises", "settled", "states")
NOW = "now"


def rows(db: Database) -> dict[str, list[dict[str, Any]]]:
    return {name: sorted(db.sql(f"select * from {name}"), key=lambda row: str(row.values())) for name in TABLES}


def anew(db: Database) -> dict[str, list[dict[str, Any]]]:
    with db.engine.begin() as connection:
        building.build(connection, building.drop(connection))
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


def test_what_gathering_places_and_takes_back_is_derived_as_if_built_anew(
    db: Database, few: list[dict[str, Any]]
) -> None:
    """A promise that names no event is placed on the one at which it was made: that the event was held is no outcome."""
    later = {
        "record": "document", "slug": "daily-2", "source": "Daily", "title": "Talks", "language": "en",
        "published_on": "2021-05-06", "text": "On 3 May 2021 Ueda and Lind agreed in Oslo to meet. They met on 4 May 2021.",
    }  # fmt: skip
    promise = claim(
        slug="p", document="daily-2", phase="agreed", event=None, evidence=[{"quote": "agreed in Oslo to meet"}]
    )
    met = claim(
        slug="m", document="daily-2", event=None, date="2021-05-03", evidence=[{"quote": "On 3 May 2021 Ueda and Lind"}]
    )
    taken(db, few)
    for change in (
        [later, promise, met],
        [claim(slug="c1", date="2021-05-04", date_text="4 May 2021", event="grain-talks")],
    ):
        taken(db, change)
        assert rows(db) == anew(db)
    assert db.sql("select 1 as one from placements where who = 'gather'")
    with db.engine.connect() as connection:
        withdrawn = taken_back(connection, instant_now())
    taken(db, withdrawn)
    assert rows(db) == anew(db)


def test_a_day_told_later_makes_of_an_outcome_the_event_of_the_promise(db: Database, few: list[dict[str, Any]]) -> None:
    """Neither the promise nor what seemed its outcome is touched by the load that tells it, or takes it back."""
    *base, held, _ = few
    promise = claim(slug="p", phase="agreed", evidence=[{"quote": "They agreed to share grain data"}])
    promise |= {"arguments": promise["arguments"][:2], "date": "2021-05-03", "event": "grain-talks"}
    met = promise | {"slug": "m", "phase": "occurred", "date": "2021-05-04", "date_text": "4 May 2021"}
    taken(db, [*base, promise, met])
    seen = [len(db.sql("select * from outcomes"))]
    for change in (held, held | {"retraction": "misread"}):
        taken(db, [change])
        seen.append(len(db.sql("select * from outcomes")))
        assert rows(db) == anew(db)
    assert seen == [1, 0, 1]


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
