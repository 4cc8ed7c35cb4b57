"""Names that may be one: in the ways that names are written in several ways, and no others."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from claims.identity import suggest_merges
from claims.identity.likeness import likeness, pairs
from claims.names import name_key
from tests.conftest import claim, taken


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Maria Luisa Ek", "Marialuisa Ek", "spaces"),
        ("Ivan Petrovich Orlov", "Ivan Orlov", "father"),
        ("Иван Петрович Орлов", "Иван Орлов", "father"),
        ("Saitou Kenichi", "Kenichi Saito", "sounds"),
        ("M. Ueda", "Mari Ueda", "initials"),
        ("Mari Ueda", "Mari Uedda", "sounds"),
        ("Margarethe Lindqvist", "Margrethe Lindqvist", "alike"),
    ],
)
def test_one_name_in_two_forms(one: str, other: str, why: str) -> None:
    a, b = name_key(one), name_key(other)
    found = likeness(a, b)
    assert found is not None
    assert why in found[1]
    assert list(pairs([a], [b])) == [(a, b)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mari Ueda", "Kenji Ueda"), ("K. Ueda", "Mari Ueda"), ("Ivan Orlov", "Pyotr Orlov"), ("木原稔", "木原誠二")],
)
def test_two_names(one: str, other: str) -> None:
    assert likeness(name_key(one), name_key(other)) is None


def test_a_name_of_nobody_known_is_suggested_for_whom_it_may_be(db: Database, few: list[dict[str, Any]]) -> None:
    bare = claim(
        slug="c3", arguments=[{"role": "participant", "name": "M. Ueda"}, {"role": "topic", "name": "A. Lind"}]
    )
    taken(db, [*few, bare])
    with db.engine.connect() as connection:
        (found,) = suggest_merges(connection)
    assert (found["left"], found["right"], found["right_key"]) == ("Ueda Mari", "M. Ueda", None)
    assert "in 1 claims" in found["why"]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("solberg", "erna solberg"),
        ("岸田", "岸田文雄"),
        ("文雄", "岸田文雄"),
        ("saito kenichi", "kenichi saitou"),
        ("mari ueda", "mariueda"),
    ],
)
def test_names_that_share_a_part_are_compared(name: str, other: str) -> None:
    assert list(pairs([name], [other])) == [(name, other)]


@pytest.mark.parametrize(("name", "other"), [("solberg", "erna lind"), ("岸田", "石破茂"), ("a lind", "a ueda")])
def test_names_that_share_none_are_not(name: str, other: str) -> None:
    assert list(pairs([name], [other])) == []


@pytest.mark.parametrize(("bearers", "are_compared"), [(200, True), (201, False)])
def test_a_part_that_many_carry_tells_nobody_apart(bearers: int, are_compared: bool) -> None:
    others = [f"solberg {chr(97 + n // 20)}{chr(97 + n % 20)}" for n in range(bearers)]
    assert bool(list(pairs(["solberg"], others))) is are_compared
