"""Korean clauses that share a subject, a day or a saying with another: whose each is, and who suffers what is done."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, told

DOERS = ("participant", "signatory", "agent", "holder")


@pytest.mark.parametrize(
    ("text", "doers", "suffer"),
    [
        # the passive with an object: to whom it is done, and by whom
        ("환경부는 반월시로부터 예산 지원을 요청받았다.", ["반월시"], ["환경부"]),
        ("회사는 노조로부터 고발당했다.", ["노조"], ["회사"]),
        ("반월시는 지난해 8월 운영 계약을 해지당했다.", [], ["반월시"]),
        ("김현우 대표는 검찰에 의해 기소됐다.", ["검찰"], ["김현우"]),
        # somebody beside a clause on a noun that is not theirs
        ("국립박물관이 다음 달로 예정됐던 유물 반환을 연기했다고 외교부가 5일 밝혔다.", ["국립박물관"], []),
        ("강선교육청이 학생 수가 줄어든 학교 3곳의 통합을 보류했다.", ["강선교육청"], []),
        ("새솔전자가 한빛정밀을 인수한다고 2일 공시했다.", ["새솔전자"], ["한빛정밀"]),
        # two topics: that of what is said, and that of the saying
        ("최도윤 장관은 안나 린드 장관과 회담하는 방안을 검토하고 있다고 김서윤 대변인은 전했다.", ["안나 린드", "최도윤"], []),
        # what is marked with 도 is what nothing else is
        ("금감원은 지승호 행장도 검찰에 고발했다.", ["금감원"], ["지승호"]),
        ("한울노조도 28일 파업에 들어갔다.", ["한울노조"], []),
        # how somebody resigns is not who does
        ("권태산 감독이 자진 사퇴 의사를 밝혔다.", ["권태산"], []),
        # "with this" is nobody
        ("구단은 이와 함께 이강혁 시장을 만났다.", ["구단", "이강혁"], []),
        ("도윤호 총리와 야당 새길당의 한나 베르크 대표는 만났다.", ["도윤호", "한나 베르크"], []),
        # an official of a body, and a title in brackets
        ("산업부(장관 문지석)는 회의를 준비했다. 문 장관은 카렐 하베크 총리를 예방했다.", ["문지석", "카렐 하베크"], []),
        ("이들이 파업에 나설 수도 있다고 노조 관계자는 전했다.", None, None),
        # a name that the parser breaks up, used twice
        ("돌핀스가 이겼다. 돌핀스는 마정우 감독을 선임했다.", ["돌핀스", "마정우"], []),
    ],
)  # fmt: skip
def test_whose_it_is(text: str, doers: list[str] | None, suffer: list[str] | None) -> None:
    claims = read(text, "ko")
    if doers is None:
        assert not claims
        return
    assert (named(claims[-1], *DOERS), named(claims[-1], "affected")) == (doers, suffer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day beside the topic, a place before it, and the day of another clause behind it
        ("대책위는 11일 시장을 상대로 처분을 취소해 달라는 소송을 냈다.", ["sue occurred CT 2025-05-11"]),
        ("인권위는 12일 지난해 9월 참가자를 연행한 조치가 과도했다며 경찰에 사과하라고 권고했다.", ["urge occurred CT 2025-05-12"]),
        ("재무부는 다음 주 한나 베르크 총재와 안나 린드 장관이 만날 예정이라고 발표했다.",
         ["meet scheduled CT 2025-05-19/2025-05-25"]),
        ("한나 베르크 장관은 29일 공장을 시찰한 뒤 기업인들과 간담회를 가질 계획이다.",
         ["visit intended CT 2025-05-29", "meet intended CT 2025-05-29"]),
        ("라드만 의원은 지난 7일 공장을 방문했으나 사장을 만나지 못했다.",
         ["visit occurred CT 2025-05-07", "meet occurred not CT 2025-05-07"]),
        ("해명대는 지난해 서남대와 협정을 체결하고 오는 9월 교육원을 설립할 예정이다.",
         ["sign occurred CT 2024", "establish scheduled CT 2025-09"]),
        ("양국은 지난해 5월 협정을 체결한 바 있다.", ["sign occurred CT 2024-05"]),
        # a saying beside another, and what is only said to be done
        ("외무부는 12일 성명을 내고 합의가 무효라며 강한 유감을 표명했다.",
         ["state occurred CT 2025-05-12", "concern occurred CT 2025-05-12"]),
        ("기구는 12일 휴전을 촉구하고 다음 달 회담을 열자고 제안했다.", ["urge occurred CT 2025-05-12", "meet proposed CT 2025-06"]),
        ("학부모회는 교육감을 고발하겠다고 밝혔다.", ["accuse intended CT -"]),
        ("하베크 사장은 9일 “고객 여러분께 깊이 사죄드린다”고 말했다.", ["state occurred CT 2025-05-09"]),
        ("페루 의회는 협정을 비준하지 않고 있다.", ["ratify occurred not CT -"]),
        ("회사는 소송을 제기할지 검토하고 있다.", ["sue intended PS -"]),
        ("회사가 노조를 고소할 것이라는 소문은 사실이 아닌 것으로 확인됐다.", ["sue intended not CT -"]),
        ("은행은 영업점 폐쇄 계획을 재검토하겠다고 답했다.", []),
        ("경영진은 폐쇄 계획도 철회하라고 노조에 요구했다.", ["urge occurred CT -"]),
        ("홍 의원은 지난 12일 파업을 지지한다고 밝혔다.", ["support occurred CT 2025-05-12"]),
    ],
)  # fmt: skip
def test_what_each_clause_tells(text: str, expected: list[str]) -> None:
    assert told(read(text, "ko")) == expected
