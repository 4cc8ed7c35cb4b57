"""Kinds of fault that unseen Korean articles showed, each over several words: who speaks for whom, whose day, where."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, reading, told

PARTIES = ("participant", "signatory", "agent", "holder", "affected", "partner")
DOERS = ("participant", "signatory", "agent")

#: who says it, and for whom
SPEAKERS = {
    "단비식품 관계자는": "단비식품",
    "단비식품의 한 임원은": "단비식품",
    "단비식품 측 변호인은": "단비식품",
    "단비식품의 법률대리인인 민소라 변호사는": "단비식품",
    "노하진 단비식품 대변인은": "단비식품",
    "익명을 요구한 단비식품 고위 관계자는": "단비식품",
    "단비식품 노조의 여민석 위원장은": "단비식품 노조",
    "한 소식통은": "",
    "전문가들은": "",
    "업계 관계자는": "",
}
SAID = [
    "공장을 폐쇄할 방침이라고 밝혔다.",
    "온새물산을 상대로 소송을 내겠다고 말했다.",
    "보조금을 지급하지 않을 것이라고 전했다.",
    "온새물산을 인수할 계획이라고 설명했다.",
    "계약을 해지하기로 했다고 밝혔다.",
]


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_who_only_speaks_does_not_do_it(speaker: str) -> None:
    for said in SAID:
        doers = {name for claim in read(f"{speaker} {said}", "ko") for name in named(claim, *DOERS)}
        assert doers <= {SPEAKERS[speaker]}, said


def test_a_spokesman_does_it_in_the_name_of_his_body() -> None:
    told_of = [
        named(claim, *DOERS)
        for speaker, body in list(SPEAKERS.items())[:6]
        for said in SAID
        for claim in read(f"{speaker} {said}", "ko")
        if body
    ]
    assert told_of.count(["단비식품"]) >= 28


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is only visited, pushed for, heard of, or counted among things
        ("박영수 장관은 페루를 방문 중인 카르도 장관과 13일 만났다.", ["박영수", "카르도"]),
        ("대한은행연합회는 한결은행과 새벽은행의 합병을 추진한다는 소문을 부인했다.", ["새벽은행", "한결은행"]),
        ("계약 기간은 3년이며, 계약서에는 13일 서명한다.", []),
        ("재판은 2021년 3월 제기한 소송에 대해 열렸다.", []),
        ("두 사람은 관계 정상화 로드맵과 대사관 설치 문제를 논의했다.", ["두 사람"]),
        ("정부는 마르코 비엔 특사가 9일 서울을 방문해 조민찬 장관과 회담했다고 밝혔다.", ["마르코 비엔", "조민찬"]),
        ("이 회사는 지난해 말 달무리군과의 공사 계약을 해지당했다.", ["달무리군", "회사"]),
        # names that the morphemes split
        ("협회는 후임에 글렌 토머슨 코치를 선임했다.", ["글렌 토머슨", "협회"]),
        ("아미나 살라 후보는 9일 토론회에 참석했다.", ["아미나 살라"]),
        ("별빛전자는 노르웨이의 아르크틱샛과 공급계약을 맺었다.", ["별빛전자", "아르크틱샛"]),
        ("중앙은행은 국제개발기금과 통화스와프 계약을 연장했다.", ["국제개발기금", "중앙은행"]),
        # an office for which nobody is named
        ("주현태 회장은 물러난다. 이사회는 새 회장을 선임한다.", ["이사회", "주현태"]),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, expected: list[str]) -> None:
    assert sorted({name for claim in read(text, "ko") for name in named(claim, *PARTIES)}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 안 that is no negation, and one that is
        ("회사는 공장을 올해 안에 폐쇄할 방침이다.", ["close intended CT 2025"]),
        ("회사는 협정에 안 서명했다.", ["sign occurred not CT -"]),
        # no condition, and one
        ("회사는 공장을 이르면 다음 달 폐쇄한다.", ["close scheduled CT 2025-06"]),
        ("노조가 합의를 어겼다면 회사는 소송을 낼 것이다.", ["sue scheduled U -"]),
        # what goes on or is weighed
        ("노조는 회사를 고소하는 방안을 검토 중이다.", ["sue intended PS -"]),
        ("세진중공업은 페루 해군과 협상을 벌이고 있다.", ["meet ongoing CT -"]),
        ("정부는 협정 탈퇴를 검토 중이다.", ["withdraw intended PS -"]),
        # a plan that is dropped
        ("한솔전자는 온새물산 인수 계획을 백지화했다.", ["acquire cancelled CT -"]),
        ("노조는 파업 계획을 접었다.", ["strike cancelled CT -"]),
        ("두 은행은 합병 추진을 중단하기로 했다.", ["acquire cancelled CT -"]),
        ("정부는 협약에 참여하지 않기로 했다.", ["join agreed not CT -"]),
        ("공장을 닫을 것이라는 소문이 돌았으나 회사 측은 “사실이 아니다”라고 일축했다.", ["close intended not CT -"]),
        ("장관이 사임했다는 소문은 사실이 아니다.", ["resign occurred not CT -"]),
        # whose day it is
        ("주민들은 지난해 4월 군이 조사를 부실하게 했다며 소송을 제기한 바 있다.", ["sue occurred CT 2024-04"]),
        ("윤리센터는 이달 10일 감독의 자격을 정지해 달라고 협회에 요청했다.", ["urge occurred CT 2025-05-10"]),
        ("외교부는 박영수 장관이 20일부터 사흘간 페루를 방문한다고 발표했다.", ["visit intended CT 2025-05-20/2025-05-22"]),
        ("두 나라는 지난해 3월 체결한 협정을 13일 파기했다.", ["sign occurred CT 2024-03", "terminate occurred CT 2025-05-13"]),
        ("두 사람은 13일 전화 통화에서 경제 협력을 논의했다.", ["discuss discussed CT 2025-05-13"]),
        ("2018년부터 회사를 이끈 우병철 대표는 6월 말 물러난다.", ["resign scheduled CT 2025-06-21/2025-06-30"]),
        ("회사는 다음 달 10일까지 배상금을 지급한다.", ["pay scheduled CT ../2025-06-10"]),
    ],
)  # fmt: skip
def test_what_a_sentence_tells(text: str, expected: list[str]) -> None:
    assert told(read(text, "ko")) == expected


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [
        ("노조는 지난 6일 파업에 들어갔다.", "회사는 다음 날 노조를 고소했다.", "2025-05-07"),
        ("노조는 지난 6일 파업에 들어갔다.", "회사는 이튿날 노조를 고소했다.", "2025-05-07"),
        ("노조는 지난 6일 파업에 들어갔다.", "같은 날 회사는 노조를 고소했다.", "2025-05-06"),
        ("노조는 지난 6일 파업에 들어갔다.", "회사는 사흘 뒤 노조를 고소했다.", "2025-05-09"),
        ("시는 13일 협약을 맺었다. 노조는 지난 6일 파업을 벌였다.", "회사는 다음 날 노조를 고소했다.", "2025-05-07"),
        ("노조는 2019년 3월 파업을 벌였다.", "회사는 이듬해 노조를 고소했다.", "2020"),
        ("노조는 2019년 3월 파업을 벌였다.", "회사는 같은 해 9월 노조를 고소했다.", "2019-09"),
        ("노조는 2019년 3월 파업을 벌였다.", "회사는 2년 뒤 노조를 고소했다.", "2021"),
    ],
)
def test_a_day_that_counts_from_the_sentence_before(before: str, after: str, day: str) -> None:
    assert read(f"{before} {after}", "ko")[-1].date == day


@pytest.mark.parametrize(
    "site", ["국회", "일본 외무성", "서울 단비식품 본사", "정부서울청사", "유엔 본부", "부산 조선소"]
)
@pytest.mark.parametrize(
    "frame", ["두 장관은 13일 {}에서 만났다.", "양측은 {}에서 협정에 서명했다.", "서명식은 13일 {}에서 열렸다."]
)
def test_a_building_is_where_they_met(site: str, frame: str) -> None:
    (claim,) = read(frame.format(site), "ko")
    assert named(claim, "place") == [site]


def test_a_meeting_is_no_place() -> None:
    assert [named(one, "place") for one in read("13일 열린 서명식에서 한국과 페루는 협정에 서명했다.", "ko")][-1] == []


@pytest.mark.parametrize(
    "text", ["금리를 0.25%포인트 인하했다.", "정부는 %포인트 단위로 지지를 밝혔다.", "은행은 지지라고 말했다."]
)
def test_it_reads_on(text: str) -> None:
    assert reading(text, "ko").parser
