"""Family names that begin like 西側 or end like 정부, and the words before titles that are nobody's name."""

from __future__ import annotations

import pytest

from claims.extract.ja_ko.stopwords import is_no_japanese_name, is_no_korean_name
from tests.extract.test_rules import named, read


@pytest.mark.parametrize(
    "name",
    [
        "西村",
        "西村康稔",
        "東国原",
        "北村",
        "前原誠司",
        "新藤",
        "三木",
        "服部",
        "外山",
        "財前",
        "中西",
        "国光",
        "全斗煥",
    ],
)
def test_a_japanese_family_name_is_a_name(name: str) -> None:
    text = f"{name}外務大臣は12日、オスロを訪問した。"
    found = [named(claim, "participant") for claim in read(text, "ja") if claim.kind == "visit"]
    assert found == [[name]]


@pytest.mark.parametrize(
    "word", ["新", "前", "元", "次期", "両", "東側", "西側", "日米", "新駐日", "女性", "暫定", "東欧", "関係国", "歴代"]
)
def test_a_part_of_a_japanese_title_is_no_name(word: str) -> None:
    assert is_no_japanese_name(word)
    found = read(f"{word}大統領は12日、オスロを訪問した。", "ja")
    assert [claim for claim in found if claim.kind == "hold_office"] == []


@pytest.mark.parametrize(
    "name", ["전재수", "신원식", "남궁민", "박지원", "이재성", "김영은", "세르게이", "타이", "스가", "이시카와"]
)
def test_a_korean_name_is_a_name(name: str) -> None:
    assert not is_no_korean_name(name)


@pytest.mark.parametrize(
    "word",
    [
        "전",
        "현",
        "신",
        "차기",
        "남한은",
        "북한의",
        "한국은",
        "정부는",
        "외무성",
        "국방부",
        "장관은",
        "회담에서",
        "독일과",
    ],
)
def test_a_korean_word_before_a_title_is_no_name(word: str) -> None:
    assert is_no_korean_name(word)


def test_a_korean_minister_called_like_an_office_holds_one() -> None:
    (claim,) = [c for c in read("박지원 외교부 장관은 12일 페루를 방문했다.", "ko") if c.kind == "visit"]
    assert named(claim, "participant") == ["박지원"]
