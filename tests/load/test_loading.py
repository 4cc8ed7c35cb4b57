"""Loading: nothing twice, nothing lost, nothing overwritten."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import inspect

from claims import Database, records
from claims.check import check
from claims.errors import RecordError
from claims.export import content_hash
from claims.load import load
from claims.records import Placed, corpus_lines, record_from_object
from claims.storage import store_of
from tests.conftest import TEXT, claim, taken

pytestmark = pytest.mark.both_engines


def state(db: Database) -> tuple[str, dict[str, int]]:
    with db.engine.connect() as connection:
        tables = store_of(connection).tables(connection)
        counts = {name: connection.exec_driver_sql(f'select count(*) from "{name}"').scalar_one() for name in tables}
        return content_hash(connection), counts


def problems(db: Database) -> list[str]:
    with db.engine.connect() as connection:
        return [problem for finding in check(connection) for problem in finding.problems]


def derived(db: Database) -> dict[str, set[tuple[Any, ...]]]:
    """What is derived, with names for the numbers of bare names, which depend on the order of loading."""
    return {
        table: {tuple(row.values()) for row in db.sql(f"select * from {table}")}
        for table in (
            "participation",
            "encounters",
            "event_facts",
            "past_participation",
            "promises",
            "settled",
            "canonical",
        )
    }


def test_a_second_load_changes_nothing_by_count_and_by_hash(copy: Database) -> None:
    before = state(copy)
    receipt = copy.load(corpus_lines())
    assert receipt.counts() == {
        "inserted": 0,
        "unchanged": sum(1 for _ in corpus_lines()),
        "superseded": 0,
        "rejected": 0,
    }
    assert state(copy) == before


def test_a_bad_line_costs_no_good_one(db: Database, few: list[dict[str, Any]]) -> None:
    lines = [json.dumps(record).encode() for record in few]
    mixed = [lines[0], b"", b"{broken", *lines[1:], json.dumps(claim(slug="c9", document="nowhere")).encode()]
    receipt = db.load(mixed)
    assert receipt.counts() == {"inserted": len(few), "unchanged": 0, "superseded": 0, "rejected": 2}
    assert [(one.line, one.error.field) for one in receipt.rejects] == [(3, ""), (len(mixed), "document")]


def test_strict_stops_at_the_first_and_keeps_nothing(db: Database, few: list[dict[str, Any]]) -> None:
    before = state(db)
    with pytest.raises(RecordError, match=r"line 9, evidence\[0\].quote: does not stand in the text"):
        db.load([*few, claim(slug="c3", evidence=[{"quote": "Ueda refused to meet anybody"}])], strict=True)
    assert state(db) == before


REFUSED = {
    "no such document": ({"document": "daily-2"}, "document"),
    "no such entity": ({"arguments": [{"role": "place", "name": "Oslo", "entity": "bergen"}]}, "arguments[0].entity"),
    "no such event": ({"event": "x"}, "event"),
    "quote not there": ({"evidence": [{"quote": "They agreed to share wheat prices"}]}, "evidence[0].quote"),
    "quote with a changed day": (
        {"evidence": [{"quote": "met Governor Lind in Oslo on 4 May 2021"}]},
        "evidence[0].quote",
    ),
    "quote without its not": ({"evidence": [{"quote": "Lind did sign."}]}, "evidence[0].quote"),
    "quote in two places": ({"evidence": [{"quote": "Lind"}]}, "evidence[0].quote"),
    "span past the end": ({"evidence": [{"start": 0, "end": len(TEXT) + 1}]}, "evidence[0].end"),
    "mention elsewhere": (
        {"arguments": [{"role": "place", "name": "Oslo", "start": 0, "end": 4}]},
        "arguments[0].start",
    ),
    "another's key": ({"key": "a" * 26}, "key"),
    "from the future": ({"recorded_at": "2999-01-01T00:00:00.000Z"}, "recorded_at"),
    "corrects nothing": ({"supersedes": "nothing"}, "supersedes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_by_what_the_database_holds(name: str, db: Database, few: list[dict[str, Any]]) -> None:
    fields: dict[str, Any]
    fields, field = REFUSED[name]  # type: ignore[assignment]
    receipt = db.load([*few, claim(slug="c3", polarity="-", **fields)])
    assert [reject.error.field for reject in receipt.rejects] == [field]
    assert receipt.inserted == len(few)
    assert problems(db) == []


def test_a_folded_quote_is_found_and_says_so(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [*few, claim(slug="c3", polarity="-", evidence=[{"quote": "ｍｅｔ governor  LIND in Oslo"}])])
    row = db.sql(
        "select alignment, quote from evidence join claims on claims.id = claim_id join statements using (claim_id) where slug = 'c3'"
    )
    assert row == [{"alignment": "folded", "quote": "met Governor Lind in Oslo"}]


def test_other_contents_under_one_identity_supersede(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [*few, {"record": "link", "source": "c1", "type": "part_of", "target": "c2"}])
    corrected = claim(summary="Ueda and Lind met in Oslo.", certainty="PR")
    assert db.load([corrected]).counts()["superseded"] == 1
    rows = db.sql("select summary, certainty, retraction, supersedes_id from claims where slug = 'c1' order by id")
    assert [(row["certainty"], row["retraction"]) for row in rows] == [("CT", "superseded"), ("PR", None)]
    assert len(db.sql("select 1 from claims where key = (select key from claims where slug = 'c1' limit 1)")) == 2
    assert db.load([corrected, claim()]).counts() == {"inserted": 0, "unchanged": 2, "superseded": 0, "rejected": 0}
    assert [row["other"] for row in db.query("who_met_whom", person="lind")] == ["Ueda Mari"]
    assert {row["claim"] for row in db.query("timeline", entity="lind")} == {
        row["claim"] for row in db.sql("select claim from statements")
    }
    assert db.sql(
        "select count(*) as n from links join claims on claims.id = source_id where retracted_at is null"
    ) == [{"n": 1}]
    assert problems(db) == []


def test_a_slug_carries_a_correction_of_the_identity(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, few)
    assert db.load([claim(polarity="-")]).superseded == 1
    assert db.query("who_met_whom") == []
    assert db.load([claim(slug="c4", supersedes="c1")]).counts()["superseded"] == 1
    assert len(db.query("who_met_whom")) == 1
    assert problems(db) == []


def test_within_one_load_the_last_line_of_a_claim_stands(db: Database, few: list[dict[str, Any]]) -> None:
    receipt = db.load([*few, claim(certainty="PS"), claim(certainty="PR")])
    assert receipt.counts() == {"inserted": len(few), "unchanged": 0, "superseded": 2, "rejected": 0}
    assert db.sql("select certainty from claims where slug = 'c1' and retracted_at is null") == [{"certainty": "PR"}]
    assert problems(db) == []


def test_a_withdrawal_is_a_date_and_loading_again_does_not_revive(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, few)
    assert db.load([claim(retraction="the reporter took it back")]).superseded == 1
    assert db.query("who_met_whom") == []
    assert db.load(few).counts() == {"inserted": 0, "unchanged": len(few), "superseded": 0, "rejected": 0}
    assert [row["kind"] for row in db.query("as_known_on")] == ["cooperate"]
    assert problems(db) == []


def test_claims_cannot_be_overwritten_by_anybody(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, few)
    for statement in (
        "update claims set kind = 'sign'",
        "delete from claims",
        "update evidence set span_end = 9",
        "update arguments set mention = 'x'",
    ):
        with pytest.raises(sqlalchemy.exc.IntegrityError, match="never"), db.engine.begin() as connection:
            connection.exec_driver_sql(statement)


def test_constraints_hold_again_after_claims_are_written(db: Database, few: list[dict[str, Any]]) -> None:
    db.load([*few, claim(slug="c3", polarity="-", date="[2021-06..2021-03]")])
    assert problems(db) == []
    with pytest.raises(sqlalchemy.exc.IntegrityError), db.engine.begin() as connection:
        connection.exec_driver_sql("update documents set text_length = -1")
    with pytest.raises(sqlalchemy.exc.IntegrityError), db.engine.begin() as connection:
        connection.exec_driver_sql(
            "insert into evidence select claim_id, 9, document_id, 5, 5, 'exact', null, null from evidence limit 1"
        )


def test_a_review_decides_what_answers_hold(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, few)
    review = {"record": "review", "claim": "c1", "reviewer": "desk"}
    assert db.load([review | {"verdict": "rejected", "note": "misread"}]).inserted == 1
    assert db.query("who_met_whom") == []
    assert db.load([review | {"verdict": "rejected", "note": "misread"}]).unchanged == 1
    db.load([review | {"verdict": "accepted"}])
    assert len(db.query("who_met_whom")) == 1
    assert problems(db) == []


def test_names_without_an_entity_answer_for_themselves_until_one_takes_them(
    db: Database, few: list[dict[str, Any]]
) -> None:
    bare = claim(
        slug="c3",
        arguments=[{"role": "participant", "name": "Bo Ek"}, {"role": "participant", "name": "Lind", "entity": "lind"}],
    )
    taken(db, [*few, bare])
    assert [row["person"] for row in db.query("who_met_whom", person="EK, Bo")] == ["Bo Ek"]
    assert db.sql("select count(*) as n from entities where name = 'Bo Ek'") == [{"n": 0}]
    db.load(
        [
            {
                "record": "entity",
                "slug": "ek",
                "name": "Bo Anders Ek",
                "kind": "person",
                "country": "SE",
                "aliases": [{"name": "Bo Ek"}],
            }
        ]
    )
    assert [row["person"] for row in db.query("who_met_whom", person="ek")] == ["Bo Anders Ek"]
    db.load([{"record": "entity", "slug": "ek-2", "name": "Bo Ek", "kind": "person"}])
    assert [row["person"] for row in db.query("who_met_whom", person="ek-2")] == [
        "Bo Ek"
    ]  # an official name before a variant
    assert problems(db) == []


def test_the_order_of_loads_does_not_matter(tmp_path: Any, few: list[dict[str, Any]]) -> None:
    bare = [
        record
        | (
            {"arguments": [{"role": "participant", "name": n} for n in ("上田 真理", "Ada Lind")]}
            if record["record"] == "claim"
            else {}
        )
        for record in few
    ]
    with Database(tmp_path / "a.db") as first, Database(tmp_path / "b.db") as later:
        taken(first, bare)
        entities = [record for record in bare if record["record"] == "entity"]
        taken(later, [record for record in bare if record not in entities])
        for entity in entities:
            taken(later, [entity])
        for name in ("who_met_whom", "timeline", "agreed"):
            assert first.query(name) == later.query(name)
            assert first.query(name)
        assert state(first)[0] == state(later)[0]


def test_a_state_that_comes_after_its_people_acts_through_them(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [record | ({"country": "NO"} if record["record"] == "entity" else {}) for record in few])
    taken(db, [{"record": "entity", "slug": "norway", "name": "Norway", "kind": "state", "country": "NO"}])
    assert db.query("timeline", entity="Norway")
    assert problems(db) == []
    taken(db, [{"record": "entity", "slug": "no", "name": "Kingdom of Norway", "kind": "state", "country": "NO"}])
    taken(db, [{"record": "judgement", "left": "no", "right": "norway", "verdict": "same", "who": "w", "why": "y"}])
    assert db.query("timeline", entity="Norway")
    assert problems(db) == []


@pytest.mark.parametrize("seed", range(8))
def test_what_loads_derive_is_what_a_rebuild_derives(seed: int, copy: Database) -> None:
    """Reviews, withdrawals, corrections, merges and new names in a random order, one load each."""
    rng = random.Random(seed)
    claims = [json.loads(line) for line in corpus_lines() if b'"record": "claim"' in line]
    documents = [json.loads(line) for line in corpus_lines() if b'"record": "document"' in line]
    people = copy.sql("select slug, country from entities where kind in ('person', 'state')")
    for _ in range(12):
        one, (a, b) = rng.choice(claims), rng.sample(people, 2)
        same = {"record": "judgement", "left": a["slug"], "right": b["slug"], "verdict": "same", "who": "w", "why": "y"}
        copy.load([rng.choice([
            one | {"certainty": rng.choice(["PR", "PS", "U"])},
            one | {"retraction": "test"},
            {"record": "review", "claim": one["slug"], "reviewer": "r", "verdict": rng.choice(["rejected", "accepted"])},
            same,
            same | {"withdrawn_at": "2999-01-01T00:00:00.000Z"},
            rng.choice(documents) | {"published_on": f"{rng.randrange(2015, 2026)}-06"},
            {"record": "entity", "slug": f"n{rng.random()}", "name": "policy talks", "kind": "topic"},
        ])])  # fmt: skip
    assert problems(copy) == []
    before = derived(copy)
    from claims.storage import building

    with copy.engine.begin() as connection:
        building.build(connection, building.drop(connection))
    assert derived(copy) == before


def test_a_promise_falls_due_by_the_day_of_publication_as_it_is_now(db: Database, few: list[dict[str, Any]]) -> None:
    later = {"kind": "cooperate", "phase": "agreed", "date": "2021-06-01"}
    taken(db, [*few[:-2], claim(slug="c3", **later)])
    assert [row["due_to"] for row in db.query("planned")] == ["2021-06-01"]
    taken(db, [few[1] | {"published_on": "2021-07-01"}, claim(slug="c3", **later, certainty="PR")])
    assert [(row["due_to"], row["certainty"]) for row in db.query("planned")] == [(None, "PR")]
    assert len(db.sql("select * from promises where referent_id = 0")) == 1


def test_a_dry_run_gives_the_same_receipt_and_writes_nothing(
    db: Database, few: list[dict[str, Any]], engine: str
) -> None:
    db.load(few[:-1])
    few[-2] = claim(certainty="PR")
    few.append(claim(document="nowhere"))
    with db.engine.connect() as connection:
        before = content_hash(connection)
    path, bytes_before = Path(str(db.engine.url.database)), b""
    if engine == "sqlite":
        db.sql("pragma wal_checkpoint(truncate)")
        bytes_before = path.read_bytes()
    dry = load(db.engine, few, dry_run=True, rows=True)
    with db.engine.connect() as connection:
        assert content_hash(connection) == before
        assert connection.exec_driver_sql("select count(*) from runs").scalar() == 1
    assert not bytes_before or path.read_bytes() == bytes_before
    wet = load(db.engine, few, rows=True)
    assert (dry.is_dry, wet.is_dry) == (True, False)
    assert dry.counts() == wet.counts() == {"inserted": 1, "unchanged": 6, "superseded": 1, "rejected": 1}
    assert dry.rows == wet.rows
    assert [row.as_dict() for row in dry.rows or ()][-3:] == [
        {"line": 7, "record": "claim", "outcome": "superseded", "what": "Ueda met Lind in Oslo on 3 May 2021. (certainty CT -> PR)"},
        {"line": 8, "record": "claim", "outcome": "inserted", "what": "Ueda and Lind agreed to share grain data."},
        {"line": 9, "record": "", "outcome": "rejected",
         "what": "document: no document has this slug or key; its record must come first (got 'nowhere')"},
    ]  # fmt: skip


def test_a_dry_run_of_a_large_load_leaves_every_index(db: Database, few: list[dict[str, Any]]) -> None:
    many = [claim(slug=f"c{n}", date=f"{1000 + n:04}", date_text=None, event=None) for n in range(2, 2100)]
    indexes = _indexes(db)
    assert load(db.engine, [*few[:6], *many], dry_run=True).inserted == len(many) + 6
    assert _indexes(db) == indexes
    assert db.sql("select count(*) as n from claims") == [{"n": 0}]


def _indexes(db: Database) -> set[tuple[str, ...]]:
    return {
        (
            str(one["name"]),
            str(one["column_names"]),
            str(one["unique"]),
            ", ".join(map(str, one["dialect_options"].values())),
        )
        for table in ("claims", "arguments", "evidence")
        for one in inspect(db.engine).get_indexes(table)
    }


def test_what_is_only_referred_to_keeps_what_is_held(db: Database, few: list[dict[str, Any]]) -> None:
    db.load(few)
    source = records.Source(name="Daily", country="SE")
    document = records.Document(source="Daily", title="Grain", language="en", published_on="1999", text=TEXT)
    given = [Placed(1, source, given=frozenset(["country"])), Placed(2, document, given=frozenset())]
    receipt = load(db.engine, given)
    assert (receipt.superseded, receipt.unchanged) == (1, 1)
    assert db.sql("select kind, country, reliability from sources") == [
        {"kind": "outlet", "country": "SE", "reliability": "B"}
    ]
    assert db.sql("select slug, published_on from documents") == [{"slug": "daily-1", "published_on": "2021-05-04"}]


def test_a_slug_says_again_what_was_corrected_only_where_its_table_does(
    db: Database, few: list[dict[str, Any]]
) -> None:
    db.load(few)
    db.load([claim(date="2021-05-04", date_text="4 May")])
    assert db.load([claim()]).unchanged == 1
    receipt = load(db.engine, [Placed(1, record_from_object(claim()), is_current=True)])
    assert receipt.superseded == 1
    assert db.sql("select date_edtf from held_claims where slug = 'c1'") == [{"date_edtf": "2021-05-03"}]


def test_a_reject_names_line_field_value_and_reason(db: Database, few: list[dict[str, Any]]) -> None:
    few[-1] = claim(kind="met")
    (reject,) = db.load(few).rejects
    assert (reject.line, reject.field, reject.value) == (8, "kind", "met")
    assert reject.reason == "unknown kind 'met'; did you mean 'meet'?"
    assert str(reject) == "line 8: kind: unknown kind 'met'; did you mean 'meet'?"


def test_a_withheld_text_is_as_long_as_its_record_says(db: Database, few: list[dict[str, Any]]) -> None:
    """Spans of names, quotes and sentences are held to the length, and who goes beyond it is told it."""
    withheld = {"record": "document", "slug": "d2", "source": "Daily", "title": "T", "language": "en"}
    taken(db, [*few, withheld | {"text_sha256": "0" * 64, "text_length": 90}])
    spans = {"document": "d2", "event": None, "evidence": [{"start": 3, "end": 90}]}

    def refusal(record: dict[str, Any]) -> str:
        (reject,) = db.load([record]).rejects
        return str(reject.error)

    named = {"role": "participant", "name": "Ueda"}
    sentence = {"record": "sentence", "document": "d2", "reason": "background"}
    assert "the text ends at 90" in refusal(claim(slug="x1", arguments=[named | {"start": 86, "end": 91}], **spans))
    assert "ends at 90" in refusal(sentence | {"start": 80, "end": 91})
    assert "90" in refusal(claim(slug="x2", **(spans | {"evidence": [{"start": 3, "end": 91}]})))
    taken(
        db,
        [claim(slug="x3", arguments=[named | {"start": 86, "end": 90}], **spans), sentence | {"start": 80, "end": 90}],
    )


def test_rejects_that_are_filed_are_not_told_twice(db: Database) -> None:
    receipt = db.load([{"record": "source", "name": ""}] * 25)
    assert receipt.rejected == 25
    assert len([*receipt.told()]) == 21
    assert [*receipt.told(is_filed=True)] == []
