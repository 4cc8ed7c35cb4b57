from __future__ import annotations

import timeit

import pytest

from claims.names import name_key, similarity


@pytest.mark.parametrize(
    "spellings",
    [
        ["Saito Ken", "Ken Saito", "KEN SAITO", "Saitō Ken", "Saito, Ken", "ＫＥＮ ＳＡＩＴＯ"],
        ["斎藤健", "斎藤 健", "齋藤健", "齊藤　健", "斉藤健", "斎藤・健"],
        ["Ahn Duk-geun", "Ahn Duk Geun", "Duk-geun Ahn", "Dukgeun Ahn", "AHN Duk-Geun"],
        ["An Deok-geun", "Deok-geun An", "An Deokgeun"],
        ["Yoon Suk Yeol", "Yoon Suk-yeol", "Suk Yeol Yoon"],
        ["Kim Jong-un", "Kim Jong Un", "Jong-un Kim"],
        ["ジーナ・レモンド", "ｼﾞｰﾅ･ﾚﾓﾝﾄﾞ", "ジーナ レモンド", "ジーナ=レモンド"],
        ["Washington, D.C.", "Washington DC"],
        ["U.S.-Japan", "Japan-US", "Japan – U.S."],
        ["Ｇ７", "G7", "g7"],
        ["佐々木", "佐佐木"],
        ["安徳根", "安德根"],
        ["渡辺", "渡邊", "渡邉"],
        ["高崎", "髙﨑"],
        ["안덕근", "안 덕근"],
        ["O'Brien", "O’Brien", "OBrien"],
        ["Łódź", "Lodz"],
        ["Straße", "STRASSE"],
        ["日米EPCC 2+2会合", "日米 EPCC 2＋2 会合"],
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: list[str]) -> None:
    assert len({name_key(name) for name in spellings}) == 1
    assert name_key(spellings[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("西村康人", "西村康稔"),
        ("木原稔", "木原誠二"),
        ("Ahn Duk-geun", "An Deok-geun"),
        ("Saito", "Saitou"),
        ("か", "が"),
        ("й", "и"),
        ("Framework 2.0", "Framework 20"),
        ("2+2", "22"),
        ("斎藤長官", "斎藤"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["", " ", "・", "...", "—", "\ud800", "\u0301"])
def test_a_name_without_letters_has_no_key(name: str) -> None:
    assert name_key(name) == ""
    assert similarity(name, "Saito") == 0


def test_similarity_cannot_decide() -> None:
    assert similarity("Ken Saito", "SAITO Ken") == 1
    assert abs(similarity("西村康人", "西村康稔") - similarity("木原稔", "木原誠二")) < 0.3


def test_a_key_is_quick() -> None:
    assert min(timeit.repeat(lambda: name_key("Ahn Duk-geun"), number=1000, repeat=5)) / 1000 < 5e-6
