"""A slice has everything that its claims need, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.errors import ClaimsError, NotFoundError, ReplicaError
from tests.conftest import claim, taken
from tests.replica.conftest import Pair, lines, sound

pytestmark = pytest.mark.both_engines

SLICES = [
    {"topic": "semiconductors"}, {"entity": "Ken Saito"}, {"entity": "Japan", "since": "2024-06-27"},
    {"since": "2024-07-01"}, {"topic": "semiconductors", "entity": "Gina Raimondo", "since": "2024-01-01"},
]  # fmt: skip
#: Who takes part in each held claim, by key: names must mean in a slice what they mean at the source.
MEANT = (
    "select c.key, coalesce(r.entity_key, r.name) as who, p.is_party from participation as p"
    " join claims as c on c.id = p.claim_id join referents as r on r.id = p.referent_id where p.referent_id <> 0"
)


@pytest.mark.parametrize("asked", SLICES, ids=str)
def test_a_slice_of_what_ships_is_closed(shipped_pair: Pair, asked: dict[str, str]) -> None:
    done = shipped_pair.pull(**asked)
    assert 0 < done.claims < 283
    source = shipped_pair.source
    with shipped_pair.replica() as replica:
        sound(replica)
        theirs = set(lines(source))
        ours = set(lines(replica))
        assert ours < theirs
        keys = {row["key"] for row in replica.sql("select key from claims")}
        meant = {tuple(row.values()) for row in source.sql(MEANT) if row["key"] in keys}
        assert {tuple(row.values()) for row in replica.sql(MEANT)} == meant
        told = {
            row["key"]
            for row in source.sql("select d.key from documents as d join claims as c on c.document_id = d.id")
        }
        whole = {row["key"] for row in replica.sql("select key from pulled where record = 'document'")}
        assert whole <= told
        bare = replica.sql(
            "select d.key from documents as d left join claims as c on c.document_id = d.id where c.id is null"
            " and d.key not in (select key from pulled where record = 'cited')"
        )
        assert bare == []
        unnamed = "select count(*) as n from events where id not in (select event_id from event_mentions)"
        assert replica.sql(unnamed) == [{"n": 0}]
    assert shipped_pair.pull(**asked).pieces == 0
    assert shipped_pair.pull().pieces == 0


def _page(slug: str, **fields: Any) -> dict[str, Any]:
    from tests.conftest import TEXT

    return {"record": "document", "slug": slug, "source": "Daily", "title": slug, "language": "en",
            "published_on": "2021-05-04", "text": TEXT} | fields  # fmt: skip


def _told(slug: str, page: str, **fields: Any) -> dict[str, Any]:
    arguments = [{"role": "participant", "name": "Ueda", "entity": "ueda"}, {"role": "place", "name": "Oslo"}]
    return claim(slug=slug, document=page, event=None, arguments=arguments) | fields


def _slugs(pair: Pair, table: str) -> set[str]:
    with pair.replica() as replica:
        return {row["slug"] for row in replica.sql(f"select slug from {table} where slug is not null")}


def test_only_what_is_asked_for_comes(pair: Pair) -> None:
    ek = {"record": "entity", "slug": "ek", "name": "Nils Ek", "kind": "person"}
    alone = {"arguments": [{"role": "agent", "name": "Ek", "entity": "ek"}], "kind": "state"}
    taken(
        pair.source, [_page("daily-2"), _page("daily-3"), ek, _told("c2b", "daily-2"), _told("c3", "daily-3", **alone)]
    )
    pair.pull(entity="ek")
    assert _slugs(pair, "documents") == {"daily-3"}
    assert _slugs(pair, "claims") == {"c3"}
    assert _slugs(pair, "entities") == {"ek"}
    assert _slugs(pair, "events") == set()
    taken(pair.source, [_told("c4", "daily-2"), _told("c5", "daily-3", certainty="PS", date="2021")])
    assert pair.pull().claims == 2
    assert _slugs(pair, "claims") == {"c3", "c5"}
    assert _slugs(pair, "entities") == {"ek", "ueda", "oslo"}


def test_a_document_comes_once_a_claim_of_it_is_of_the_slice(pair: Pair) -> None:
    taken(pair.source, [_page("daily-2"), _told("c2b", "daily-2")])
    pair.pull(entity="lind")
    assert _slugs(pair, "documents") == {"daily-1"}
    with pair.source.engine.connect() as connection:
        from claims.identity import merge

        record = merge(connection, "lind", "ueda", why="a test", who="desk")
    taken(pair.source, [record])
    pair.pull()
    assert _slugs(pair, "documents") == {"daily-1", "daily-2"}


def test_a_name_that_becomes_ambiguous_is_so_in_the_slice(pair: Pair) -> None:
    taken(
        pair.source,
        [_page("daily-2"), _told("c2b", "daily-2", arguments=[{"role": "participant", "name": "Ada Lind"}])],
    )
    pair.pull(entity="lind")
    taken(pair.source, [{"record": "entity", "slug": "lind-2", "name": "Ada Lind", "kind": "person"}])
    pair.pull()
    assert "lind-2" in _slugs(pair, "entities")
    with pair.replica() as replica:
        assert replica.sql(MEANT + " and c.slug = 'c2b'") == pair.source.sql(MEANT + " and c.slug = 'c2b'")


def test_what_links_and_corrections_tie_comes_along(pair: Pair) -> None:
    pages = [_page(f"daily-{number}") for number in (2, 3, 4, 5)]
    ek = {"record": "entity", "slug": "ek", "name": "Nils Ek", "kind": "person"}
    alone = {"arguments": [{"role": "agent", "name": "Ek", "entity": "ek"}], "kind": "state"}
    others = [_told(f"d{number}", f"daily-{number}") for number in (2, 4, 5)]
    taken(pair.source, [*pages, ek, _told("c3", "daily-3", **alone), *others])
    taken(pair.source, [{"record": "link", "source": "d2", "type": "repeats", "target": "c3"}])
    taken(pair.source, [_told("c3b", "daily-4", supersedes="c3", **alone)])
    pair.pull(entity="ek")
    assert _slugs(pair, "documents") == {"daily-2", "daily-3", "daily-4"}
    taken(pair.source, [{"record": "link", "source": "d5", "type": "repeats", "target": "c3b"}])
    pair.pull()
    assert _slugs(pair, "documents") == {"daily-2", "daily-3", "daily-4", "daily-5"}
    with pair.replica() as replica:
        sound(replica)
        assert replica.sql("select count(*) as n from links") == [{"n": 2}]


def test_what_is_restated_is_there_without_its_claims(pair: Pair) -> None:
    ek = {"record": "entity", "slug": "ek", "name": "Nils Ek", "kind": "person"}
    alone = {"arguments": [{"role": "agent", "name": "Ek", "entity": "ek"}], "kind": "state"}
    taken(pair.source, [_page("daily-3", restates="daily-1"), ek, _told("c3", "daily-3", **alone)])
    pair.pull(entity="ek")
    assert _slugs(pair, "documents") == {"daily-1", "daily-3"}
    assert _slugs(pair, "claims") == {"c3"}
    taken(pair.source, [_told("c8", "daily-1", **alone)])
    pair.pull()
    assert {"c1", "c2", "c3", "c8", "c9"} == _slugs(pair, "claims")
    with pair.replica() as replica:
        assert replica.sql("select count(*) as n from pulled where record = 'cited'") == [{"n": 0}]


def test_another_slice_is_refused(pair: Pair) -> None:
    pair.pull(entity="lind")
    with pytest.raises(ReplicaError, match=r"holds entity Ada Lind, not entity Ueda Mari; .*--anew"):
        pair.pull(entity="ueda")
    with pytest.raises(ReplicaError, match="holds entity Ada Lind, not entity Ada Lind, since 2021-01-01"):
        pair.pull(entity="Ada Lind", since="2021")
    pair.pull(entity="Ada Lind")


def test_names_and_days_that_mean_nothing_make_no_file(pair: Pair) -> None:
    with pytest.raises(NotFoundError, match="no entity is known as 'Nobody'"):
        pair.pull(entity="Nobody")
    with pytest.raises(ClaimsError, match="soon"):
        pair.pull(since="soon")
    assert not pair.file.exists()


def test_a_database_of_its_own_is_left_alone(pair: Pair, tmp_path: Path, few: list[dict[str, Any]]) -> None:
    with Database(pair.file) as other:
        taken(other, few)
    with pytest.raises(ReplicaError, match="claims of its own"):
        pair.pull()


def test_another_source_is_refused(pair: Pair, tmp_path: Path) -> None:
    pair.pull()
    with Database(tmp_path / "other.db", create=True):
        pass
    from claims.replica import pull

    with pytest.raises(ReplicaError, match="is a replica of"):
        pull(tmp_path / "other.db", pair.file)
