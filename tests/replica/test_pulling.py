"""Whatever changes at the source is at the replica after a pull."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from claims import Database
from claims.articles import attach
from claims.identity import made_again, merge, taken_back, unmerge
from claims.models import instant_now
from tests.conftest import TEXT, claim, taken
from tests.replica.conftest import Pair, lines

pytestmark = pytest.mark.both_engines


def _key(db: Database, slug: str = "c9") -> str:
    return str(db.sql("select key from claims where retracted_at is null and slug = :slug", {"slug": slug})[0]["key"])


def _held(db: Database, key: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [
        json.loads(line) for line in lines(db) if b'"record":"claim"' in line and f'"key":"{key}"'.encode() in line
    ]
    return next(one for one in found if "retraction" not in one) | {"recorded_at": None, "run": None}


def new_claims(db: Database, few: list[dict[str, Any]]) -> None:
    page = few[1] | {"slug": "daily-7", "title": "Later", "published_on": "2021-06"}
    person = {"record": "entity", "slug": "ek", "name": "Nils Ek", "kind": "person"}
    arguments = [{"role": "participant", "name": "Ek", "entity": "ek"}, {"role": "participant", "name": "Ada Lind"}]
    taken(
        db,
        [
            {"record": "source", "name": "Weekly"},
            page | {"source": "Weekly"},
            person,
            claim(slug="c7", document="daily-7", arguments=arguments),
        ],
    )


def correction(db: Database, few: list[dict[str, Any]]) -> None:
    key = _key(db)
    taken(db, [_held(db, key) | {"certainty": "PS"}])


def superseded(db: Database, few: list[dict[str, Any]]) -> None:
    key = _key(db)
    taken(db, [_held(db, key) | {"polarity": "-", "key": None, "supersedes": key}])


def withdrawal(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [_held(db, _key(db)) | {"retraction": "the paper took it back"}])


def review(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [{"record": "review", "claim": _key(db), "verdict": "rejected", "reviewer": "desk", "note": "not so"}])


def a_merge(db: Database, few: list[dict[str, Any]]) -> None:
    with db.engine.connect() as connection:
        record = merge(connection, "ueda", "lind", why="a test", who="desk")
    taken(db, [record])


def a_merge_undone(db: Database, few: list[dict[str, Any]]) -> None:
    a_merge(db, few)
    with db.engine.connect() as connection:
        record = unmerge(connection, "ueda", "lind", now=instant_now())
    taken(db, [record])


def placement(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [{"record": "placement", "claim": _key(db), "event": "grain-talks", "who": "desk", "why": "same day"}])


def placement_moved(db: Database, few: list[dict[str, Any]]) -> None:
    placement(db, few)
    taken(
        db, [{"record": "placement", "claim": _key(db), "event": "other-talks", "who": "desk", "why": "no, this one"}]
    )


def _accounts(few: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Two documents that tell of one meeting and name no event."""
    page = few[1] | {"slug": "daily-2", "title": "Grain again", "url": "https://daily.example/2"}
    return [page, claim(event=None), claim(slug="c3", document="daily-2", event=None)]


def gathered(db: Database, few: list[dict[str, Any]]) -> None:
    assert taken(db, _accounts(few)).new_events == 1


def an_account_withdrawn(db: Database, few: list[dict[str, Any]]) -> None:
    gathered(db, few)
    taken(db, [claim(slug="c3", document="daily-2", event=None, retraction="not so")])
    assert db.sql("select count(*) as n from events where made_by = 'gather'") == [{"n": 0}]


def an_event_named_anew(db: Database, few: list[dict[str, Any]]) -> None:
    gathered(db, few)
    before = db.sql("select key from events where made_by = 'gather'")
    series = {"record": "entity", "slug": "grain-series", "name": "Grain series", "kind": "series"}
    arguments = [*claim()["arguments"], {"role": "framework", "name": "Grain series", "entity": "grain-series"}]
    taken(
        db,
        [
            series,
            claim(event=None, arguments=arguments),
            {"record": "entity", "slug": "lind-2", "name": "A. Lind", "kind": "person"},
        ],
    )
    with db.engine.connect() as connection:
        record = merge(connection, "lind-2", "lind", why="a test", who="desk")
    taken(db, [record])
    assert db.sql("select key from events where made_by = 'gather'") != before


def gathering_undone(db: Database, few: list[dict[str, Any]]) -> None:
    gathered(db, few)
    with db.engine.connect() as connection:
        records = taken_back(connection, instant_now())
    assert records
    taken(db, records)


def gathered_again(db: Database, few: list[dict[str, Any]]) -> None:
    gathering_undone(db, few)
    with db.engine.connect() as connection:
        records = made_again(connection)
    taken(db, records)


def link(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [{"record": "link", "source": "c1", "type": "repeats", "target": "c2", "who": "desk", "why": "so"}])


def link_refused(db: Database, few: list[dict[str, Any]]) -> None:
    link(db, few)
    said = {"verdict": "refused", "who": "ann", "why": "no"}
    taken(db, [{"record": "link", "source": "c1", "type": "repeats", "target": "c2", **said}])


def withheld(db: Database, few: list[dict[str, Any]]) -> None:
    page = {name: value for name, value in few[1].items() if name != "text"} | {"slug": "daily-3", "title": "Withheld"}
    evidence = [{"quote": "met Governor Lind in Oslo"}]
    taken(db, [page, claim(slug="c3", document="daily-3", evidence=evidence)])


def text_given(db: Database, few: list[dict[str, Any]]) -> None:
    withheld(db, few)
    with db.engine.connect() as connection:
        record = attach(connection, TEXT.encode(), "daily-3", "text.txt")
    taken(db, [record])


def author(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [few[1] | {"author": "Ida Berg"}])


def a_source_known_better(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [few[0] | {"reliability": "A"}])


def another_name(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [few[3] | {"aliases": [{"name": "Guvernør Lind", "language": "no", "kind": "variant"}]}])


def an_event_told_better(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [few[5] | {"ordinal": 3}])


def ledger(db: Database, few: list[dict[str, Any]]) -> None:
    spans = [(0, 54), (55, 87), (88, 106)]
    assert [TEXT[end - 1] for _, end in spans] == ["."] * 3
    taken(db, [{"record": "sentence", "document": "daily-1", "start": start, "end": end} for start, end in spans])
    taken(db, [{"record": "sentence", "document": "daily-1", "start": 88, "end": 106, "note": "of the whole text"}])


def topic_related(db: Database, few: list[dict[str, Any]]) -> None:
    topics = [{"record": "entity", "slug": slug, "name": slug.title(), "kind": "topic"} for slug in ("grain", "wheat")]
    taken(db, [*topics, {"record": "relation", "entity": "wheat", "type": "broader", "other": "grain"}])


def slugs_that_moved_on_since(db: Database, few: list[dict[str, Any]]) -> None:
    taken(
        db,
        [
            few[1] | {"slug": "earlier"},
            few[1] | {"title": "Another", "slug": "daily-1"},
            claim(slug="c7", document="daily-1"),
        ],
    )


CHANGES = [
    new_claims, correction, superseded, withdrawal, review, a_merge, a_merge_undone, placement, placement_moved,
    gathered, an_account_withdrawn, an_event_named_anew, gathering_undone, gathered_again, link, link_refused,
    withheld, text_given, author, a_source_known_better, another_name, an_event_told_better, ledger, topic_related,
    slugs_that_moved_on_since,
]  # fmt: skip


def test_slugs_that_two_documents_have_had_by_turns_come(pair: Pair, few: list[dict[str, Any]]) -> None:
    pages = [few[1] | {"title": title, "slug": title.lower()} for title in ("First", "Second")]
    told = claim(slug="c8", document="first")
    taken(pair.source, [*pages, told])
    pair.agree()
    for names in (("third", "first"), ("second", "third"), ("first", "second")):
        free = [page | {"slug": f"none-{number}"} for number, page in enumerate(pages)]
        taken(pair.source, [*free, *(page | {"slug": slug} for page, slug in zip(pages, names, strict=True))])
        pair.agree()
    with pair.replica() as replica:
        assert replica.sql("select title from documents where slug in ('first', 'second') order by slug") == [
            {"title": "First"}, {"title": "Second"},
        ]  # fmt: skip


def test_what_ships_comes_whole(shipped_pair: Pair) -> None:
    assert shipped_pair.agree().claims > 250
    questions = ("timeline", "conflicts", "corroboration", "planned", "offices")
    with shipped_pair.replica() as replica:
        for name in questions:  # in another order where rows of one rank come as they were recorded
            assert sorted(map(str, replica.query(name))) == sorted(map(str, shipped_pair.source.query(name)))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_kind_of_change_comes(
    pair: Pair, few: list[dict[str, Any]], change: Callable[[Database, list[dict[str, Any]]], None]
) -> None:
    assert pair.agree().claims > 0
    before = lines(pair.source)
    change(pair.source, few)
    assert lines(pair.source) != before
    assert pair.agree().pieces > 0
    assert pair.pull().pieces == 0


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_comes_step_by_step(
    pair: Pair, few: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, change: Callable[[Database, Any], None]
) -> None:
    pair.pull()
    load = pair.source.load

    def and_pull(records: Any) -> Any:
        receipt = load(records)
        pair.agree()
        return receipt

    monkeypatch.setattr(pair.source, "load", and_pull)
    change(pair.source, few)
