"""Ministries' accounts of meetings in Korean: who met, who was there, what they held, said together and settled."""

from __future__ import annotations

import pytest

from claims.records import Claim
from tests.extract.reader import named, read, reading, told

PARTIES = ("participant", "signatory", "agent")
MET = "정인호 장관은 2일 도쿄에서 케이트 몰린 상무장관과 한미 상무장관회의를 가졌다. "


def only(text: str, kind: str) -> Claim:
    """The one claim of a kind that a text makes."""
    (claim,) = (one for one in read(text, "ko") if one.kind == kind)
    return claim


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        # those before a comma, those of one letter and those whose name ends like a particle are with the others
        (
            "정인호 장관은 2일 러몬드 장관, 사이토 겐 대신과 한미일 산업장관회의를 개최했다.",
            "meet",
            ["러몬드", "사이토 겐", "정인호"],
        ),
        (
            "정인호 장관은 2일 하야카와 준 일본 경제산업대신과 회의를 가졌다.",
            "meet",
            ["정인호", "하야카와 준"],
        ),
        (
            "정인호 장관은 2일 케이트 몰리나 미국 상무장관, 하산 누르 장관과 회의를 가졌다.",
            "meet",
            ["정인호", "케이트 몰리나", "하산 누르"],
        ),
        ("정인호 장관은 외무성에서 하산 누르 장관과 각서에 서명했다.", "sign", ["정인호", "하산 누르"]),
        ("정인호 장관이 하산 누르 장관과 경제산업성에서 서명했다.", "sign", ["정인호", "하산 누르"]),
        ("회의가 끝난 뒤 하야시 대신은 공장을 방문했다.", "visit", ["하야시"]),
        # who signs, and not who tells of it
        (
            "산업부는 4일 정인호 장관과 하산 누르 장관이 수도 산라모에서 이 같은 내용의 각서에 서명했다고 밝혔다.",
            "sign",
            ["정인호", "하산 누르"],
        ),
        # with whom, before the clause on a contract
        (
            "호주 정부는 한강디펜스와 장갑차를 구매하는 24억 달러 규모의 계약을 맺었다.",
            "sign",
            ["한강디펜스", "호주 정부"],
        ),
        # whom the sentence before told of
        (MET + "양 장관은 배터리 분야에서 협력하기로 했다.", "cooperate", ["정인호", "케이트 몰린"]),
        (MET + "다음 상무장관회의는 내년 서울에서 개최하기로 하였다.", "agreed", ["정인호", "케이트 몰린"]),
        ("내달 26일 열리는 주주총회에서 새 회장이 선임된다.", "meet", []),
        # a name with a country's letter behind it, one that ends in one letter, one that ends like a determiner
        ("마크 델라니 미 국방장관과 헬렌 쇼 영국 국방장관은 만났다.", "meet", ["마크 델라니", "헬렌 쇼"]),
        ("이도현 대통령이 1일 하산 누르 대통령과 정상회담을 했다.", "meet", ["이도현", "하산 누르"]),
        # who presides over a meeting with others, those of whom the last is told by 등, and who welcomes what was done
        (
            "정인호 장관은 하산 누르 장관과 함께 제2차 핵심광물 장관회의를 주재하였다.",
            "meet",
            ["정인호", "하산 누르"],
        ),
        ("회의가 열렸으며, 주루아나대사와 코이카 소장 등이 배석하였다.", "attend", ["주루아나대사", "코이카"]),
        ("양측은 정부가 지원한 병원이 지난 10월 완공된 것을 환영하였다.", "state", ["양측"]),
    ],
)
def test_who_takes_part(text: str, kind: str, parties: list[str]) -> None:
    claims = [one for one in read(text, "ko") if kind in (one.kind, one.phase)]
    assert [named(one, *PARTIES) for one in claims] == [parties]


FOUR = "회의에는 조민정 외교부 장관과 서경준 국방부 장관, 나탈리 브룩 외교장관과 톰 하퍼 국방장관이 참석했다. "


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("네 장관은 침략을 규탄했다.", ["나탈리 브룩", "서경준", "조민정", "톰 하퍼"]),
        ("양국 국방장관은 침략을 규탄했다.", ["서경준", "톰 하퍼"]),
    ],
)
def test_several_ministers_are_those_of_that_office(text: str, parties: list[str]) -> None:
    assert named(only(FOUR + text, "concern"), "agent") == parties


def test_two_deputies_are_those_who_met() -> None:
    text = "배윤서 제1차관은 2일 하산 누르 차관과 회의를 개최했다. 양 차관은 침략을 규탄했다."
    assert named(only(text, "concern"), "agent") == ["배윤서", "하산 누르"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("두 장관은 공동성명에서 침략을 규탄했다.", {"agent": "두 장관", "instrument": "공동성명"}),
        (
            "두 장관은 공동성명을 발표했다. 성명은 관세에 대해 우려를 공유한다고 밝혔다.",
            {"agent": "두 장관", "instrument": "성명", "topic": "관세"},
        ),
        (
            "두 장관은 공동선언문에 서명했다. 선언문에는 평화를 지지하고 강제적 기술이전에 반대한다는 내용도 담겼다.",
            {"agent": "두 장관", "instrument": "선언문", "topic": "강제적 기술이전"},
        ),
        ("국민동맹은 결의안에 반대했다.", {"agent": "국민동맹", "topic": "결의안"}),
    ],
)
def test_a_statement_is_that_of_those_who_issued_it(text: str, roles: dict[str, str]) -> None:
    claim = only(text, "concern")
    assert {role: ", ".join(named(claim, role)) for role in roles} == roles


def test_who_says_so_is_the_text_that_holds_it() -> None:
    text = "두 장관은 공동선언문에 서명했다. 선언문에는 평화를 지지한다는 내용이 담겼다."
    assert only(text, "support").asserter == "선언문"
    denied = "성명에는 중국을 규탄하는 표현이 담기지 않았다."
    assert read(denied, "ko") == []


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("두 장관은 한반도의 완전한 비핵화를 위해 긴밀히 공조해 나가기로 하였다.", ["한반도의 완전한 비핵화"]),
        ("두 장관은 공급망의 회복력을 높이기 위해 협력하기로 했다.", ["공급망의 회복력"]),
        (
            "두 장관은 제3국의 압박에 공동으로 대응하고 연락망을 만들기로 했다.",
            ["연락망을 만들기", "제3국의 압박에 공동으로 대응"],
        ),
        ("두 장관은 일본을 시험에 참여시키기로 했다.", ["일본을 시험에 참여"]),
        ("두 장관은 방산, 우주 분야에서 연구를 추진하기로 했다.", ["방산", "연구를 추진", "우주 분야"]),
    ],
)
def test_in_what_they_work_together(text: str, topics: list[str]) -> None:
    assert named(only(text, "cooperate"), "topic") == topics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a working group that is to be formed, a meeting that lies ahead, and what was not settled
        ("전문가 교류를 위한 작업반은 이르면 내년 1분기 출범한다.", ["establish scheduled CT 2026-33"]),
        ("김 장관은 오는 8월 일본에서 열리는 정상회의를 소개했다.", ["meet scheduled CT 2025-08"]),
        ("첫 회의는 하반기 중 서울에서 열린다.", ["meet scheduled CT 2025-07/2025-12"]),
        ("두 회사는 공장을 짓기로 합의하지 않았다.", ["cooperate occurred not CT -"]),
        ("두 회사는 공장을 짓지 않기로 합의했다.", ["cooperate agreed not CT -"]),
        ("양 장관은 규칙 기반 질서를 지지한다는 점을 재확인하였다.", ["support occurred CT -"]),
        ("김현수 장관은 현충원을 참배했다.", ["visit occurred CT -"]),
        ("남우홀딩스는 지난해 11월 염호의 채굴권을 사들였다.", ["acquire occurred CT 2024-11"]),
        ("한국과 페루가 ‘디지털 파트너십’을 맺었다.", ["sign occurred CT -"]),
        ("참가국들은 반도체·배터리 등 2개 분야 실행계획을 채택했다.", ["state occurred CT -"]),
        ("한국과 페루는 2일 작업반을 만들기로 합의했다.", ["establish agreed CT 2025-05-02"]),
        # the day of a meeting of which only the outcome is told
        ("양 장관은 작년 10월 정상회담의 후속조치를 평가하고 침략을 규탄했다.", ["concern occurred CT -"]),
    ],
)
def test_what_becomes_of_it_and_when(text: str, expected: list[str]) -> None:
    assert told(read(text, "ko")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "정 장관은 회의에 앞서 몰린 장관과 별도로 면담했다.",
        "정 장관은 회의를 계기로 몰린 장관과 별도로 면담했다.",
        "정 장관은 회의를 마치고 몰린 장관과 별도로 면담했다.",
        "정 장관은 회의가 끝난 뒤 몰린 장관과 별도로 면담했다.",
    ],
)
def test_what_is_done_beside_a_meeting_has_its_day(text: str) -> None:
    assert [one.date for one in read(MET + text, "ko") if one.kind == "meet"] == ["2025-05-02", "2025-05-02"]


def test_a_visit_after_a_meeting_is_no_new_frame() -> None:
    text = MET + "몰린 장관은 회의를 마친 뒤 연구소를 둘러봤다. 양국은 다음 회의를 오는 9월 열기로 했다."
    assert [one.date for one in read(text, "ko") if one.kind != "rank"] == ["2025-05-02"] * 3


def test_a_meeting_of_two_days_dates_what_was_settled_there() -> None:
    text = "한국과 페루는 6일부터 7일까지 서울에서 회의를 열었다. 양국은 작업반을 구성하기로 합의했다."
    assert [one.date for one in read(text, "ko")] == ["2025-05-06/2025-05-07"] * 2


def test_a_ministry_that_tells_so_too_is_who_says_so() -> None:
    text = "일본 외무성도 자료를 내고 양국 정상이 공급망에 대한 협력을 확인했다고 발표했다."
    assert only(text, "cooperate").asserter == "일본 외무성"
    text = "일본 외무성은 자료를 내고 양국이 공급망에 대한 협력을 확인했다고 발표했다."
    assert only(text, "cooperate").asserter == "일본 외무성"


def test_a_list_before_a_count_is_a_part_of_what_is_adopted() -> None:
    claim = only("참가국들은 반도체·배터리 등 2개 분야 실행계획을 채택했다.", "state")
    assert named(claim, "instrument") == ["반도체·배터리 등 2개 분야 실행계획"]


def test_what_is_held_so_that_is_told_once() -> None:
    claims = reading("다음 회담은 2026년 페루에서 개최하기로 하였다.", "ko").claims
    assert told(claims) == ["meet agreed CT 2026"]
