"""Who is who: judged by people, suggested by likeness, undone without a trace."""

from __future__ import annotations

from typing import Any

import pytest

from claims import ClaimsError, Database
from claims.errors import NotFoundError
from claims.export import content_hash
from claims.identity import find_entity, merge, suggest_merges, unmerge
from claims.models import instant_now
from claims.records import Judgement
from tests.conftest import claim, taken

pytestmark = pytest.mark.both_engines


@pytest.fixture
def twins(db: Database, few: list[dict[str, Any]]) -> Database:
    """Three entities that are one man, each with a meeting."""
    rows = list(few)
    for number, name in enumerate(["Mari Uyeda", "M. Ueda"], 2):
        slug = f"ueda-{number}"
        people = [
            {"role": "participant", "name": name, "entity": slug},
            {"role": "participant", "name": "Lind", "entity": "lind"},
        ]
        rows.append({"record": "entity", "slug": slug, "name": name, "kind": "person", "country": "JP"})
        rows.append(claim(slug=f"t{number}", arguments=people))
    taken(db, [{"record": "entity", "slug": "japan", "name": "Japan", "kind": "state", "country": "JP"}, *rows])
    return db


def judge(db: Database, name: str, other: str) -> None:
    with db.engine.connect() as connection:
        record = merge(connection, name, other, why="same office", who="desk")
    taken(db, [record])


def take_back(db: Database, name: str, other: str) -> None:
    with db.engine.connect() as connection:
        record = unmerge(connection, name, other, now=instant_now())
    taken(db, [record])


def answers(db: Database) -> tuple[Any, ...]:
    with db.engine.connect() as connection:
        digest = content_hash(connection)
    tables = ("participation", "encounters", "event_facts", "promises", "settled")
    rows = [db.sql(f"select * from {table} order by 1, 2, 3, 4, 5") for table in tables]
    return (digest, *rows, db.query("who_met_whom"), db.query("corroboration"), db.query("conflicts"))


def test_a_merge_is_transitive_and_its_undoing_restores_every_answer(twins: Database) -> None:
    before = answers(twins)
    assert len(twins.query("who_met_whom", person="ueda")) == 1
    judge(twins, "ueda", "ueda-2")
    one = answers(twins)
    judge(twins, "M. Ueda", "Mari Uyeda")
    for name in ("ueda", "M. Ueda", "Mari Uyeda", "上田真理"):
        rows = twins.query("who_met_whom", person=name)
        assert len(rows) == 3
        assert {row["person"] for row in rows} <= {"Ueda Mari", "M. Ueda"}
    take_back(twins, "ueda-3", "ueda-2")
    assert answers(twins)[1:] == one[1:]
    take_back(twins, "ueda", "ueda-2")
    assert answers(twins) == before


def test_the_first_name_stays(twins: Database) -> None:
    judge(twins, "ueda", "ueda-2")
    assert {row["person"] for row in twins.query("who_met_whom", person="Mari Uyeda")} == {"Ueda Mari"}


def test_corroboration_recounts(twins: Database) -> None:
    def fact() -> list[str]:
        return sorted(row["fact"] for row in twins.query("corroboration") if row["fact"].startswith("participant"))

    assert fact() == [
        "participant: Ada Lind",
        "participant: M. Ueda",
        "participant: Mari Uyeda",
        "participant: Ueda Mari",
    ]
    judge(twins, "ueda", "ueda-2")
    judge(twins, "ueda", "ueda-3")
    assert fact() == ["participant: Ada Lind", "participant: Ueda Mari"]


def test_judgements_that_contradict_are_refused(twins: Database) -> None:
    judge(twins, "ueda", "ueda-2")
    with pytest.raises(ClaimsError, match="one already"):
        judge(twins, "ueda-2", "ueda")
    twins.load(
        [Judgement(left="ueda", right="ueda-3", verdict="different", who="desk", why="two ministries")], strict=True
    )
    with pytest.raises(ClaimsError, match="judged different by desk: two ministries"):
        judge(twins, "ueda-2", "ueda-3")
    with pytest.raises(NotFoundError, match="no judgement on"):
        take_back(twins, "ueda-2", "lind")


def test_undoing_what_holds_through_others_names_them(twins: Database) -> None:
    judge(twins, "ueda", "ueda-2")
    judge(twins, "ueda-2", "ueda-3")
    with pytest.raises(NotFoundError, match="one through others; unmerge one of"):
        take_back(twins, "ueda", "ueda-3")


def test_a_load_never_merges(twins: Database) -> None:
    assert twins.sql("select count(*) as n from judgements") == [{"n": 0}]
    assert len(twins.sql("select distinct canonical_id from canonical")) == len(twins.sql("select id from entities"))


def test_likeness_only_suggests_what_is_not_judged(twins: Database) -> None:
    with twins.engine.connect() as connection:
        found = suggest_merges(connection)
    assert {"Ueda Mari", "Mari Uyeda"} in [{row["left"], row["right"]} for row in found]
    assert all(0 <= row["similarity"] <= 1 and row["why"] for row in found)
    keys = {row["key"]: row["name"] for row in twins.sql("select key, name from entities")}
    assert all((keys[row["left_key"]], keys[row["right_key"]]) == (row["left"], row["right"]) for row in found)
    taken(twins, [Judgement(left="ueda", right="ueda-2", verdict="different", who="desk", why="two")])
    with twins.engine.connect() as connection:
        assert {"Ueda Mari", "Mari Uyeda"} not in [{row["left"], row["right"]} for row in suggest_merges(connection)]


def test_finding_says_who_is_near_or_which_are_meant(twins: Database) -> None:
    taken(twins, [{"record": "entity", "slug": "lind-2", "name": "Ada Lind", "kind": "person"}])
    with twins.engine.connect() as connection:
        with pytest.raises(NotFoundError, match=r"2 entities are known as 'Ada Lind'.*key"):
            find_entity(connection, "Ada Lind")
        assert find_entity(connection, "lind-2").name == "Ada Lind"
        with pytest.raises(NotFoundError, match="did you mean Mari Uyeda"):
            find_entity(connection, "Mari Uyedda")
    (note,) = twins.query("who_met_whom", person="Ada Lind", since="2021").notes
    assert "is the name of 2" in note
    (note,) = twins.query("agreed", party="Zzz").notes
    assert "nobody" in note


def test_a_suggestion_says_by_which_names(twins: Database) -> None:
    taken(
        twins,
        [
            {
                "record": "entity",
                "slug": "lind-2",
                "name": "A. Lindh",
                "kind": "person",
                "aliases": [{"name": "ADA LIND"}],
            }
        ],
    )
    with twins.engine.connect() as connection:
        why = {frozenset((row["left"], row["right"])): row["why"] for row in suggest_merges(connection)}
    assert why[frozenset(("Ada Lind", "A. Lindh"))] == "both are known as ada lind"
    assert " looks like " in why[frozenset(("Ueda Mari", "Mari Uyeda"))]
