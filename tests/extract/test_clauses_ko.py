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


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        # the charge, what is asked of a court, and which court
        ("검찰은 12일 조합장을 사기 혐의로 기소했다.", "topic", ["사기 혐의"]),
        ("주민들은 시장을 상대로 손해배상 소송을 수원지법에 냈다.", "topic framework", ["손해배상 소송", "수원지법"]),
        ("주민들은 시장을 상대로 소송을 법원에 냈다.", "topic framework", []),
        # the office that is left, and the one that is won
        ("김태온 교통국장은 11일 사임했다.", "office", ["교통국장"]),
        ("김태온 의원은 11일 사임했다.", "office", []),
        ("기은정 감독이 14일 치러진 협회 회장 선거에서 당선됐다.", "office", ["협회 회장"]),
        # what is voted on, taken part in, spoken of
        ("의회는 12일 폐교 반대 결의안을 채택했다.", "topic", ["폐교 반대 결의안"]),
        ("진봉대는 통합 논의에 참여하지 않기로 했다.", "framework", ["통합 논의"]),
        ("아슬란 중앙은행은 12일 통화정책회의를 열었다.", "framework", ["통화정책회의"]),
        ("노조는 임금 인상을 요구하며 12일 파업에 들어갔다.", "topic", ["임금 인상"]),
        ("한국과 페루는 반도체 공급망 분야에서 협력하기로 했다.", "topic", ["반도체 공급망 분야"]),
        # what is denied, and not that it is
        ("사장은 기록을 폐기했다는 의혹은 부인했다.", "topic", ["기록을 폐기했다"]),
        ("총장은 협박했다는 보도에 대해 “사실과 다르다”고 반박했다.", "topic", ["협박했다"]),
        ("군수는 “절차에 문제가 없었다”고 반박했다.", "topic", ["절차에 문제가 없었다"]),
        # who signs is no document, and what is told of at a signing is none
        ("두 사람은 복직 시기를 논의했지만 결론을 내지 못했다.", "instrument", []),
        ("한나 베르크 청장은 서명식에서 “접종을 마칠 것”이라고 말했다.", "instrument", []),
        # a name that ends like a verb, and one that begins like "this"
        ("청하댐은 8월 10일까지 폐쇄된다.", "topic", ["청하댐"]),
        ("서포터스는 이적에 반대했다.", "topic", ["이적"]),
        ("교육청은 지난해 폐교한 물음초 건물을 정비했다.", "agent topic", ["지난해 폐교한 물음초 건물"]),
    ],
)  # fmt: skip
def test_what_it_tells_of(text: str, roles: str, expected: list[str]) -> None:
    claims = read(text, "ko")
    assert (named(claims[-1], *roles.split()) if claims else []) == expected
