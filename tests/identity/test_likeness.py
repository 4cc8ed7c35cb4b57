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
    [
        ("Ohno", "Ono"), ("Satoh", "Sato"), ("Satou", "Sato"), ("Oosaka", "Osaka"), ("Ryuu", "Ryu"), ("Niigata", "Nigata"),
        ("Valeriy", "Valeri"),
        ("Valerij", "Valeri"), ("Kim", "Gim"), ("Pak", "Bak"), ("Jeong", "Jong"), ("Yoo", "Yu"), ("Tchaikovsky", "Chaikovsky"),
        ("Tschernow", "Chernow"), ("Tanaka", "Danaka"), ("Namba", "Nanba"), ("Sampei", "Sanpei"), ("Mikhail", "Mihail"),
        ("Kennedy", "Kenedy"),
        ("Ilya", "Ilia"), ("Alyosha", "Aliosha"), ("Hanah", "Hana"), ("Sarah", "Sara"), ("Bahn", "Ban"), ("Koh", "Ko"),
    ],
)  # fmt: skip
def test_spellings_of_one_sound(one: str, other: str) -> None:
    for a, b in ((f"{one} ek", f"{other} ek"), (f"ek {other}", f"{one} ek")):
        assert likeness(name_key(a), name_key(b)) == (0.92, "another spelling of the same sounds")


@pytest.mark.parametrize(("one", "other"), [("Kohei", "Koi"), ("Natsume", "Nadume"), ("Ohe", "Oe"), ("Kato", "Kata")])
def test_letters_that_tell_two_sounds_apart(one: str, other: str) -> None:
    found = likeness(name_key(f"{one} Ek"), name_key(f"{other} Ek"))
    assert found is None or found[1] != "another spelling of the same sounds"


def test_what_is_likelier_comes_first() -> None:
    likeliest_first = [
        ("maria luisa ek", "marialuisa ek"), ("ivan petrovich orlov", "ivan orlov"), ("sato ek", "satoh ek"), ("m ueda", "mari ueda"),
        ("wandel", "wandels"),
    ]  # fmt: skip
    found = [likeness(*pair) for pair in likeliest_first]
    scores = [one[0] for one in found if one is not None]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 5
    assert all(0 < score < 1 for score in scores)


@pytest.mark.parametrize(
    ("one", "other", "is_like"),
    [
        # nine letters of ten, and six at least
        ("wandel", "wandels", True), ("wande", "wandel", False), ("abcdefghij", "abcdefghiz", True), ("abcdefghi", "abcdefghz", False),
        # put together in any order, of four parts at most
        ("an na lu is", "luis anna", True), ("an na lu is ev a", "luisanna eva", False), ("an na lu is", "luisanna", True),
        ("an na lu is ev", "evluisanna", False), ("an na lu is", "luis an ek", False), ("ann ann", "ann", False),
        ("mari mari ueda", "mari ueda", False),
        # a whole part, and an initial for each of the others that has one
        ("m u", "mari ueda", False), ("a m ueda", "anna mari ueda", True), ("a m ueda", "anna ueda", False), ("u ueda", "ueda", False),
        ("ueda m", "mari ueda", True),
        ("m ueda", "mari ueda kenji", True), ("m ueda ek", "mari ueda", False), ("m", "mari", False),
        # a father's name that only one gives, beside two other parts
        ("ivan petrovich", "ivan", False), ("orlov ivan petrovich", "ivan orlov", True),
        ("ivan petrovich orlov", "ivan sergeevich orlov", False),
        ("ivan ivanovich petrovich", "ivan", False), ("anna ilyinichna ek", "anna ek", True), ("anna petrovna ek", "ek anna", True),
        ("ivan ilyich ek", "ivan ek", True),
    ],
)  # fmt: skip
def test_how_like_is_like_enough(one: str, other: str, is_like: bool) -> None:
    assert (likeness(one, other) is not None) is is_like
    assert (likeness(other, one) is not None) is is_like


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
