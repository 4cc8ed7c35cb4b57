"""What a record names: what it means by that, and that no other thing can stand in its place."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.check import check
from claims.export import content_hash, export
from claims.load.changes import Changes
from claims.load.refused import Refused
from claims.load.rows import Rows
from claims.load.sources import Sources
from tests.conftest import TEXT, claim, taken

pytestmark = pytest.mark.both_engines
COMPOSED, APART = "café", unicodedata.normalize("NFD", "café")


def page(slug: str | None, **fields: Any) -> dict[str, Any]:
    """A document of this slug, with its text unless `text` is None."""
    given = {"record": "document", "source": "Daily", "title": "Grain", "language": "en", "text": TEXT, "slug": slug}
    return {name: value for name, value in (given | fields).items() if value is not None}


def refused(db: Database, *records: Any) -> tuple[str, str]:
    """(field, reason) of the one record that is refused, the last; the others are taken."""
    receipt = db.load([*records])
    (reject,) = receipt.rejects
    assert reject.line == len(records)
    return reject.field, reject.reason


def key(db: Database, table: str, slug: str) -> str:
    (row,) = db.sql(f"select key from {table} where slug = '{slug}'")
    return str(row["key"])


def of_whom(db: Database, slug: str) -> Any:
    (row,) = db.sql(
        f"select d.slug from claims as c join documents as d on d.id = c.document_id where c.slug = '{slug}'"
    )
    return row["slug"]


def copies_whole(db: Database, folder: Path) -> None:
    """It is well, its own export changes nothing in it, and loaded elsewhere gives the same."""
    with Database(folder / "other.db", create=True) as other, db.engine.connect() as connection:
        assert [problem for finding in check(connection) for problem in finding.problems] == []
        records = list(export(connection))
        taken(other, records)
        with other.engine.connect() as copied:
            assert content_hash(connection) == content_hash(copied)
    again = taken(db, records)
    assert (again.inserted, again.superseded) == (0, 0)


@pytest.mark.parametrize("table", ["documents", "entities", "events", "claims"])
def test_no_slug_is_another_ones_key(table: str, db: Database, few: list[dict[str, Any]]) -> None:
    """What refers to the one by its key would be given to the other."""
    taken(db, few)
    named = {"documents": few[1], "entities": few[2], "events": few[5], "claims": few[7]}[table]
    before = db.sql(f"select slug from {table} order by id")
    other = named | {"slug": key(db, table, named["slug"]), "summary" if table == "claims" else "name": "Another"}
    if table == "documents":
        other = page(other["slug"], title="Another")
    field, reason = refused(db, other)
    assert (field, "form of a key" in reason) == ("slug", True)
    assert db.sql(f"select slug from {table} order by id") == before


@pytest.mark.parametrize("record", ["document", "entity", "event", "claim"])
def test_slugs_that_look_the_same_are_the_same(record: str, db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, few)
    named = next(one for one in few if one["record"] == record)
    field, reason = refused(db, named | {"slug": APART})
    assert (field, "NFC" in reason) == ("slug", True)


def test_a_name_is_found_however_its_letters_are_put_together(db: Database, few: list[dict[str, Any]]) -> None:
    source = few[0]
    entity = {"record": "entity", "name": "Café", "kind": "place", "slug": COMPOSED}
    event = {"record": "event", "name": "Café talks", "kind": "meet", "slug": COMPOSED}
    told = claim(
        slug=COMPOSED, document=APART, event=APART, arguments=[{"role": "place", "name": "Oslo", "entity": APART}]
    )
    taken(db, [source, page(COMPOSED), entity, event, told])
    taken(db, [{"record": "review", "claim": APART, "verdict": "accepted", "reviewer": "Ada"}])
    taken(db, [claim(slug="later", document=COMPOSED, kind="rank", event=None, arguments=[], supersedes=APART)])
    assert db.sql("select retraction from claims order by id") == [{"retraction": "superseded"}, {"retraction": None}]


def test_a_publisher_is_one_however_its_letters_are_put_together(db: Database, tmp_path: Path) -> None:
    """Two of one name would count as two independent sources."""
    documents = [page(None, source=name, title=title) for name in (COMPOSED, APART) for title in ("One", "Two")]
    taken(db, [*documents, {"record": "source", "name": APART, "country": "NO"}])
    taken(db, [page(None, title="Three", origin=APART)])
    assert db.sql("select name, country from sources order by id") == [
        {"name": COMPOSED, "country": "NO"}, {"name": "Daily", "country": None},
    ]  # fmt: skip
    assert db.sql("select count(*) as n from documents") == [{"n": 3}]
    copies_whole(db, tmp_path)


def test_a_slug_that_moves_on_means_the_other_from_then_on(db: Database) -> None:
    stream = [page("a"), claim(document="a", event=None, arguments=[])]
    taken(
        db,
        [
            *stream,
            page("b"),
            page("a", title="Other"),
            claim(slug="c2", phase="failed", document="a", event=None, arguments=[]),
        ],
    )
    assert (of_whom(db, "c1"), of_whom(db, "c2")) == ("b", "a")
    assert (
        refused(db, page("c", title="Other"), claim(slug="c3", document="a", event=None, arguments=[]))[0] == "document"
    )


def test_a_slug_that_nobody_has_any_more_means_nothing_in_its_own_load(db: Database) -> None:
    told = claim(document="a", event=None, arguments=[])
    assert refused(db, page("a"), told, page("b"), told | {"slug": "c2", "phase": "failed"})[0] == "document"


def test_an_account_of_the_same_name_takes_no_claims_of_its_original(db: Database) -> None:
    taken(db, [page("first", text=None)])
    taken(
        db, [page("account", restates="first"), claim(document=key(db, "documents", "first"), event=None, arguments=[])]
    )
    assert of_whom(db, "c1") == "first"


@pytest.mark.parametrize("between", [0, 1, 3])
def test_no_document_restates_what_restates_it(between: int, db: Database, tmp_path: Path) -> None:
    """An export tells what is restated first: such a one could not be loaded."""
    names = [f"p{number}" for number in range(between + 2)]
    taken(db, [page("p0", title="p0"), *(page(b, title=b, restates=a) for a, b in pairwise(names))])
    field, reason = refused(db, page("p0", title="p0", restates=names[-1]))
    assert (field, "restates this one" in reason) == ("restates", True)
    taken(
        db,
        [page("p0", title="p0", note="as before"), page("free", title="free"), page("p0", title="p0", restates="free")],
    )
    copies_whole(db, tmp_path)


def test_no_source_repeats_what_repeats_it(db: Database, tmp_path: Path) -> None:
    """Neither would be an origin, and what they publish would count for nothing."""
    told = {"record": "source", "name": "A"}
    assert refused(db, told | {"origin": "A"})[0] == "origin"
    assert db.sql("select 1 from sources") == []
    assert refused(db, told | {"origin": "B"}, {"record": "source", "name": "B", "origin": "C"},
                   {"record": "source", "name": "C", "origin": "A"})[0] == "origin"  # fmt: skip
    taken(db, [told | {"origin": "B"}, {"record": "source", "name": "C", "origin": "D"}, page("a", source="A")])
    assert db.sql("select origin from origins") == [{"origin": "D"}]
    copies_whole(db, tmp_path)


@pytest.mark.parametrize("fields", [{"restates": "nothing"}, {"key": "a" * 26}, {"slug": "daily-1"}])
def test_a_refused_document_leaves_no_source_behind(
    fields: dict[str, Any], db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, few)
    refused(db, page(None, title="Other", source="Weekly", origin="Agency") | fields)
    assert db.sql("select name from sources") == [{"name": "Daily"}]


@pytest.mark.parametrize(
    "other", [{"text": "x" * 30 + TEXT}, {"text": None, "text_sha256": "0" * 64, "text_length": 300}]
)
def test_the_words_of_a_document_stay_where_claims_found_them(
    other: dict[str, Any], db: Database, tmp_path: Path
) -> None:
    """It was held without a text once, so that its key tells nothing of that."""
    taken(db, [page("a", text=None)])
    taken(db, [page("a"), claim(document="a", event=None, arguments=[])])
    stated = key(db, "documents", "a")
    field, reason = refused(db, page("a", key=stated) | other if other["text"] else page("a", key=stated, **other))
    assert (field, "has another text" in reason) == ("text" if other["text"] else "text_sha256", True)
    taken(db, [page("a", key=stated, note="as before")])
    copies_whole(db, tmp_path)


@pytest.mark.parametrize("kind", ["person", "organisation", "state", "place", "office", "group"])
def test_who_acts_is_no_topic_and_no_series(kind: str, db: Database, few: list[dict[str, Any]]) -> None:
    actor = {"record": "entity", "slug": "x", "name": "X", "kind": kind}
    topic = {"record": "entity", "slug": "grain", "name": "Grain", "kind": "topic"}
    for field, of in (("entity", "grain"), ("other", "x")):
        record = {"record": "relation", "entity": "x", "type": "broader", "other": "x"} | {
            "other" if field == "entity" else "entity": "grain"
        }
        told, reason = refused(db, actor, topic, record)
        assert (told, kind in reason) == (field, True), of
    assert (
        refused(db, actor, {"record": "event", "slug": "e", "name": "E", "kind": "meet", "series": "x"})[0] == "series"
    )


def test_two_are_judged_once_whichever_comes_first(db: Database, few: list[dict[str, Any]], tmp_path: Path) -> None:
    taken(db, few)
    same = {"record": "judgement", "left": "ueda", "right": "lind", "verdict": "same", "who": "Ada", "why": "a trial"}
    turned = same | {"left": "lind", "right": "ueda"}
    assert taken(db, [same, turned]).counts() == {"inserted": 1, "unchanged": 1, "superseded": 0, "rejected": 0}
    assert taken(db, [turned | {"verdict": "different"}]).superseded == 1
    assert db.sql("select verdict from judgements where withdrawn_at is null") == [{"verdict": "different"}]
    assert db.sql("select count(distinct canonical_id) as n from canonical") == [{"n": 3}]
    copies_whole(db, tmp_path)


def test_a_ring_that_a_damaged_database_holds_ends(db: Database) -> None:
    taken(db, [page("a", title="a"), page("b", title="b", restates="a"), page("c", title="c", source="C")])
    taken(db, [{"record": "source", "name": "A", "origin": "B"}])
    with db.engine.begin() as connection:
        for statement in (
            "update documents set restates_id = (select id from documents where slug = 'b') where slug = 'a'",
            "update sources set origin_id = (select id from sources where name = 'A') where name = 'B'",
        ):
            connection.exec_driver_sql(statement)
    taken(db, [page("c", title="c", source="C", restates="a"), {"record": "source", "name": "C", "origin": "A"}])


def test_what_refers_to_a_refused_source_is_refused_until_another_record_of_it_is_taken(db: Database) -> None:
    """Its document would be given to a source that says no more than its name."""
    wrong = {"record": "source", "name": "A", "origin": "A"}
    told = page("a", source="A")
    assert [(one.line, one.field) for one in db.load([wrong, told]).rejects] == [(1, "origin"), (2, "source")]
    assert db.sql("select 1 from sources") == []
    assert [one.line for one in db.load([wrong, {"record": "source", "name": "A"}, told]).rejects] == [1]


@pytest.mark.parametrize("table", ["documents", "entities", "events"])
def test_a_slug_that_moved_in_another_database_moves_here(table: str, db: Database, few: list[dict[str, Any]]) -> None:
    """It is the other's until its own record comes, which names it otherwise."""
    with db.engine.begin() as connection:
        rows = Rows(connection, Changes(connection, as_told=True), Refused())
        fields: dict[str, dict[str, Any]] = {
            "documents": {"source_id": Sources(rows).id_of("Daily", "source"), "title": "Grain", "language": "en"},
            "entities": {"name": "Ueda", "kind": "person"},
            "events": {"name": "Talks", "kind": "meet", "made_by": "record"},
        }
        told = fields[table]
        rows.put_keyed(table, "a" * 26, "here", told)
        assert rows.find(table, "here", "").key == "a" * 26
        rows.check_named(table, "a" * 26, "here", None)
        rows.check_named(table, "b" * 26, "here", None)
        rows.put_keyed(table, "b" * 26, "here", told)
        assert rows.find(table, "here", "").key == "b" * 26
        assert connection.exec_driver_sql(f"select key, slug from {table} order by key").fetchall() == [
            ("a" * 26, None), ("b" * 26, "here"),
        ]  # fmt: skip
