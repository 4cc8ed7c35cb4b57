"""Korean sentences as newswire writes them: kinds of fault that fresh texts showed, each in several wordings."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, reading, told

PARTIES = ("participant", "signatory", "agent", "holder", "affected", "partner")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a name that begins like a verb or an adverb
        ("큰나루는 흰여울건설과 계약을 체결했다.", ["큰나루", "흰여울건설"]),
        ("환경단체 늘푸른숲은 새솔전자를 상대로 소송을 냈다.", ["늘푸른숲", "새솔전자"]),
        ("참빛교육은 9일 한솔미디어를 인수했다.", ["참빛교육", "한솔미디어"]),
        ("노동단체 밝은내일은 정부를 비난했다.", ["밝은내일", "정부"]),
        ("바른선거시민모임은 선관위에 조사를 요구했다.", ["바른선거시민모임", "선관위"]),
        # a first name that ends like a particle, and a country before or behind a name
        ("도윤호 장관은 리나 벨로 해양경찰청장과 만났다.", ["도윤호", "리나 벨로"]),
        ("김서윤 시장은 한나 베르크 대사를 만났다.", ["김서윤", "한나 베르크"]),
        ("벨로니아의 안나 코르다 총리는 12일 페루를 방문했다.", ["안나 코르다"]),
        ("최도윤 장관은 아르단의 마렉 요안 수산부 장관과 회담했다.", ["마렉 요안", "최도윤"]),
        ("서명식에는 해명대 윤재희 총장과 서남대 배기훈 총장이 참석했다.", ["배기훈", "윤재희"]),
        ("장현수 지사는 27일 남림도 우상혁 지사와 만났다.", ["우상혁", "장현수"]),
        # a name that ends like a verb, and those who begin a sentence whoever else is described in it
        ("하산 누르 재무장관은 7일 바레인을 방문했다.", ["하산 누르"]),
        ("백련호 유족들이 11일 선사인 남해고속해운을 고소했다.", ["남해고속해운", "백련호 유족들"]),
        ("박소연 장관은 7일 협의회 임원들을 만나 보조금을 지급하겠다고 약속했다.", ["박소연", "협의회 임원들"]),
        # a foreign name that begins like a Korean one, a deputy's title, and the minister of a clause before his country
        ("김도현 장관은 하워드 라임 상무장관과 만났다.", ["김도현", "하워드 라임"]),
        ("오마르 칼리드 통상차관보는 7일 서울을 방문했다.", ["오마르 칼리드"]),
        ("김도현 장관이 서울을 방문한 아르단의 하산 누르 장관과 협정에 서명했다.", ["김도현", "하산 누르"]),
        # those with whom a committee sits, a builder whose name begins like a number, who buys whom, and both delegations
        ("김도현 장관은 하산 누르 산업장관과 제2차 산업협력위원회를 개최했다.", ["김도현", "하산 누르"]),
        ("서울시는 지난해 12월 대보건설과 공사 계약을 맺었다.", ["대보건설", "서울시"]),
        ("한빛항공은 남도항공 인수를 포기했다.", ["남도항공", "한빛항공"]),
        ("한국과 페루의 서명은 다음 달 이뤄질 전망이다.", ["페루", "한국"]),
        ("한국에서는 김도현 장관이, 일본에서는 오노 다로 국장이 참석했다.", ["김도현", "오노 다로"]),
        # names of more than two parts, and who was only met before
        ("조 장관은 레 호아이 쭝 베트남 외교장관과 회담했다.", ["레 호아이 쭝", "조 장관"]),
        ("조 장관은 7일 소피 드 라크루아 루벤 경제부 장관과 만났다.", ["소피 드 라크루아", "조 장관"]),
        ("조 장관은 20일 팜 민 찐 총리를 예방하고 21일 외교장관회의에 참석한다.", ["조 장관", "팜 민 찐"]),
        # who acts in a clause that only says why, and nobody for a meeting that is told by its name
        ("산업부는 페루 정부가 제소될 것을 우려해 관세 인상을 철회했다는 보도는 사실이 아니라고 설명했다.", ["페루 정부"]),
        ("루비오 장관은 4일 이와야 외무상과 만났다. 다음 쿼드 정상회의는 올해 안에 열린다.", ["루비오", "이와야"]),
        # several, counted behind their names
        ("한국과 페루, 칠레 3국은 12일 협정에 서명했다.", ["칠레", "페루", "한국"]),
        ("한빛전자와 동해물산 양사는 계약을 체결했다.", ["동해물산", "한빛전자"]),
        ("서울시와 인천시, 경기도 세 단체는 협약을 맺었다.", ["경기도", "서울시", "인천시"]),
        ("칠레와 페루 양국은 관세를 철폐하기로 합의했다.", ["칠레", "페루"]),
        ("한국과 아르단의 수산 당국이 11일 여수에서 어업공동위원회를 열었다.", ["아르단", "한국"]),
        ("김도현 장관은 10일 에밀 하산 장관과 오찬을 겸한 회담을 했다.", ["김도현", "에밀 하산"]),
        ("정윤아 부시장은 라베나 시장 오스카르 멘데스를 예방했다.", ["오스카르 멘데스", "정윤아"]),
        ("민경수 장관은 칠레가 지난 4월 시행한 흑연 수출허가제에 대해 우려를 전달했다.", ["민경수"]),
        # who does it, and not what it hung on, or who dismissed them
        ("두 회사는 당초 계약을 체결할 예정이었지만 실사가 끝나지 않아 서명을 미뤘다.", ["두 회사"]),
        ("회사는 파업에 참가한 직원 20명을 해고했다.", ["직원 20명"]),
        # with whom a thing was made that is told of
        ("한별전자는 독일의 카를하임과 맺은 공급 계약을 해지했다.", ["카를하임", "한별전자"]),
        ("한별전력은 천성군과 체결한 협약에 따라 10억 원을 지급했다.", ["천성군", "한별전력"]),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, expected: list[str]) -> None:
    assert sorted({name for claim in read(text, "ko") for name in named(claim, *PARTIES)}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a report tells and somebody calls untrue
        ("한빛전자 관계자는 “공장을 폐쇄한다는 소문은 사실무근”이라고 말했다.", ["close intended not CT -"]),
        ("한빛전자가 동해물산을 인수했다는 소문에 대해 한빛전자는 “검토한 바 없다”고 밝혔다.", ["acquire occurred not CT -"]),
        ("페루 정부는 칠레와 합의했다는 보도에 대해 “그런 합의를 한 사실이 없다”고 부인했다.", ["sign occurred not CT -"]),
        ("외교부는 김도현 장관이 평양을 방문했다는 보도와 관련해 “방문한 일이 없다”고 밝혔다.", ["visit occurred not CT -"]),
        ("두 회사가 합병하기로 했다는 보도에 대해 한빛물산은 “들은 바 없다”고 말했다.", ["acquire agreed U -"]),
        ("한빛전자가 동해물산과 합의했다는 의혹에 대해 한빛전자는 “합의한 적이 없다”며 부인했다.", ["sign occurred not CT -"]),
        ("윤 총장은 본부를 옮기기로 했다고 말했지만, 배 총장은 “사실과 다르다”고 반박했다.",
         ["develop agreed CT -", "state occurred CT -"]),
        ("산업부 관계자는 정부가 부지를 정했다는 관측을 일축했다.", ["state occurred CT -"]),
        ("박 시장은 기자들에게 “예산을 삭감했다는 보도는 사실이 아니다”라고 말했다.", []),
        # what is not decided is no agreement that failed
        ("추가 고발 여부는 아직 결정된 바 없다고 장관은 말했다.", []),
        ("후보지는 아직 정해지지 않았다.", []),
        ("인상 폭은 결정된 바 없다고 시는 설명했다.", []),
        # "in case", which is a condition
        ("예산이 통과될 경우 시는 내년에 도서관을 연다.", ["open intended U 2026"]),
        ("협상이 결렬될 경우 노조는 20일 파업에 돌입할 방침이다.", ["strike intended U 2025-05-20"]),
        ("계약을 체결하지 못할 경우 회사는 공장을 폐쇄할 수 있다.", ["close expected U -"]),
        ("법원이 신청을 받아들이는 경우 은행은 소송을 취하하기로 했다.", ["withdraw agreed U -"]),
        ("찬성표가 과반인 경우 두 대학은 통합한다.", ["acquire intended U -"]),
        # days: that of agreeing and that of what is agreed, of a chain, of what is done before leaving, of next year's budget
        ("두 대학은 4일 법인을 10월 통합하기로 합의하고 합의서에 서명했다.",
         ["acquire agreed CT 2025-05-04", "sign occurred CT 2025-05-04"]),
        ("양국은 3일 협정을 내년 1월 발효하기로 합의했다.", ["cooperate agreed CT 2025-05-03"]),
        ("위원회는 다음 달 5일 투표를 실시하기로 의결했다.", ["vote occurred CT -"]),
        ("린드 총리는 14일 조선소를 시찰한 뒤 귀국한다.", ["visit scheduled CT 2025-05-14"]),
        ("시의회는 지난달 말 본회의를 열어 조례안을 가결했다.",
         ["meet occurred CT 2025-04-21/2025-04-30", "vote occurred CT 2025-04-21/2025-04-30"]),
        ("한국과 페루는 12일 회담을 열고 내년도 예산을 논의했다.", ["meet occurred CT 2025-05-12", "discuss discussed CT 2025-05-12"]),
        ("한국과 페루는 8일 회담했다. 장관은 이날 오후 협회 관계자들과 간담회를 가졌으며 9일 귀국할 예정이다.",
         ["meet occurred CT 2025-05-08", "meet occurred CT 2025-05-08"]),
        ("장현수 지사와 우상혁 지사는 27일 만날 예정이었으나 회동은 취소됐다.", ["meet cancelled CT 2025-05-27"]),
        ("두 정상은 당초 이달 중순 만나기로 했으나 회담이 다음 달로 연기됐다.",
         ["meet agreed CT 2025-05-11/2025-05-20", "postpone occurred CT 2025-06"]),
        ("의사협회는 정부가 계획을 철회하지 않으면 총파업에 나서겠다고 경고했다.", ["strike intended U -"]),
        # what is withdrawn stays withdrawn, and what is only discussed is no plan
        ("두 나라는 관세 인상을 철회하기로 합의했다.", ["develop cancelled CT -"]),
        ("정부가 관세 인상을 철회할 가능성이 있다.", ["develop cancelled PS -"]),
        ("페루는 협약에 다시 가입하는 방안을 논의하고 있다.", ["discuss discussed CT -"]),
        ("두 나라는 협상을 재개하는 방안을 논의했다.", ["discuss discussed CT -"]),
        ("양국 정부는 내년 상반기까지 공동연구센터를 설립하기로 뜻을 같이했다.", ["establish agreed CT ../2026-06"]),
        ("한빛조선은 노조와의 협상이 결렬됨에 따라 내달 3일로 예정된 진수식을 연기했다.",
         ["sign failed CT -", "postpone occurred CT 2025-06-03"]),
        # thanks are no resignation, a stance is taken before what is planned, and not to sign is no failure to
        ("윤 대통령은 유치를 도와준 데 대해 사의를 표명했다.", []),
        ("이 장관은 4일 사의를 표명했다.", ["resign intended CT -"]),
        ("어민 단체들은 협정에 반대하며 9일 시위를 벌일 계획이다.", ["concern occurred CT -"]),
        ("시는 “대보건설과 계약을 맺지 않았다”고 해명했다.", ["sign occurred not CT -"]),
        ("양사는 계약을 맺지 못했다.", ["sign failed CT -"]),
        # what is only called for
        ("환자단체는 파업을 철회하라고 호소했다.", []),
        # what may be is no plan, what is not ruled out is left open
        ("은행은 지점을 폐쇄하고 직원을 줄일 수 있다.", ["close expected PS -"]),
        ("총재는 다음 달 금리를 내릴 가능성을 배제하지 않았다.", ["develop intended U 2025-06"]),
        ("총재는 다음 달 금리를 내릴 가능성을 배제했다.", ["develop intended not PS 2025-06"]),
        # days: after how many, of a clause on a likeness, of what was agreed just before, and the day told behind a plan
        ("두 정상은 4일 회담했다. 공동성명은 17일 만에 발표됐다.", ["meet occurred CT 2025-05-04", "state occurred CT -"]),
        ("공사는 지난해 9월 남림도와 비슷한 협약을 맺은 바 있다.", ["sign occurred CT 2024-09"]),
        ("두 은행은 3일 합병하기로 했다.", ["acquire agreed CT 2025-05-03"]),
        ("시의회는 10일 회의를 열었다. 오 시장은 14일 결정하겠다고 말했다. 주민들은 이날 증설에 반대했다.",
         ["meet occurred CT 2025-05-10", "concern occurred CT 2025-05-10"]),
        # a denial within a denial, and the day of the saying behind its content
        ("한빛구단은 새 감독에 최영광 코치를 내정했다는 소문을 사실무근이라고 일축했다.", ["appoint occurred not CT -"]),
        ("시는 “사실을 왜곡한 주장”이라고 반박했다.", ["state occurred CT -"]),
        ("산업부는 6일 서울에서 민경수 장관과 안나 린드 장관이 회의를 개최했다고 8일 밝혔다.", ["meet occurred CT 2025-05-06"]),
        ("크링 단장은 지난 5일 대전을 찾아 박진영 대표와 만나 이적료를 협의했다.",
         ["visit occurred CT 2025-05-05", "meet occurred CT 2025-05-05", "discuss discussed CT 2025-05-05"]),
        ("임도훈 회장은 이번 방문에 동행하지 못했다.", ["attend occurred not CT -"]),
        # talks that came to no end, an occasion that fell through, a suit that is dropped, a debt that is not paid
        ("신해은행과 동방은행은 3일 회의를 열었으나 결론을 내지 못했다.", ["meet occurred CT 2025-05-03", "sign failed CT 2025-05-03"]),
        ("두 당은 이견을 좁히지 못했다.", ["sign failed CT -"]),
        ("양사는 비용을 세림이 부담하기로 합의했다.", ["cooperate agreed CT -"]),
        ("두 당은 이견을 좁혔다.", []),
        ("양해각서 서명식은 무산됐다.", ["sign cancelled CT -"]),
        ("납품업체들은 소송을 취하했다.", ["withdraw occurred CT -"]),
        ("한결유통은 회사채를 갚지 못했다.", ["pay occurred not CT -"]),
        ("정윤아 부시장은 오스카르 멘데스 시장을 예방했다.", ["meet occurred CT -"]),
        ("남림도는 유치에 반대한다는 입장을 재확인했다.", ["concern occurred CT -"]),
        ("어민회는 일시금을 지급할 것을 요구한 반면 회사는 나눠 지급하겠다고 맞섰다.", ["urge occurred CT -", "pay intended CT -"]),
        ("노조가 8일 치른 파업 찬반투표가 78%의 찬성으로 가결됐다.", ["vote occurred CT 2025-05-08"]),
        ("양측은 지난해 5월부터 세 차례 만났다.", ["meet occurred CT 2024-05/.."]),
        ("한나라병원협의회는 “지방 병원이 문을 닫게 될 것”이라며 거부권 행사를 건의했다.", ["urge occurred CT -"]),
        ("미래연합은 선거를 치러야 한다는 입장인 반면, 민생당은 선거 연기를 제안했다.", ["postpone proposed CT -"]),
        ("한빛정유 노사가 총파업을 하루 앞둔 9일 밤 임금협상에 잠정 합의했다.", ["sign occurred CT 2025-05-09"]),
        ("헌재는 6월 이전에 결론을 내릴 예정이다.", []),
        ("노조는 20일로 예정됐던 파업을 유보하고 16일 투표를 실시하기로 했다.", ["postpone agreed CT -", "vote agreed CT 2025-05-16"]),
        ("보르단이 EU를 제소했다는 보도에 대해 보르단 정부는 “아직 제소하지 않았으며 협의를 우선하겠다”고 해명했다.",
         ["sue occurred not CT -"]),
        ("나현철 대표는 6일 사의를 표명하고 다음 달 주주총회에서 물러나겠다고 밝혔다.", ["resign intended CT 2025-06"]),
        ("두 은행은 5일 이사회를 열어 합병 계약을 해지하기로 의결했다고 공시했다.",
         ["meet occurred CT 2025-05-05", "terminate agreed CT 2025-05-05"]),
    ],
)  # fmt: skip
def test_what_a_sentence_tells(text: str, expected: list[str]) -> None:
    assert told(read(text, "ko")) == expected


@pytest.mark.parametrize(
    ("text", "asserters"),
    [
        ("이 대표는 “한솔전자를 인수할 계획이 없다”고 잘라 말했다.", ["이 대표"]),
        ("정 회장은 “계약을 해지하지 않았다”며 “소송을 낼 계획도 없다”고 밝혔다.", ["정 회장", "정 회장"]),
        (
            "한결유통은 라온그룹과 협상을 벌이고 있지만, 라온그룹은 새벽장터를 인수할 계획이 없다고 말했다.",
            [None, "라온그룹"],
        ),
        (
            "서포터스는 이적에 반대하며 대표의 사퇴를 요구했으나 박 대표는 물러날 뜻이 없다고 밝혔다.",
            [None, None, "박 대표"],
        ),
        ("울산시는 지난해 10월 서명한 협약에 따라 보조금을 지급했다.", [None, None]),
        ("두 회사가 합병하기로 했다는 보도에 대해 한빛물산은 “들은 바 없다”고 말했다.", [None]),
        ("공정위에 따르면 한울산업은 공장을 폐쇄했다.", ["공정위"]),
    ],
)
def test_who_says_so(text: str, asserters: list[str | None]) -> None:
    assert [claim.asserter for claim in read(text, "ko")] == asserters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # states rather than the ministers who spoke for them, a company and no prosecutor, those who sued and not both
        ("칠레와 페루는 11일 회의를 열었다. 안나 린드 장관과 호세 비달 장관은 12일 만났다. 양측은 협정을 체결했다.", ["칠레", "페루"]),
        ("청명화학은 공장을 폐쇄했다. 검찰은 임직원 3명을 기소했다. 이 회사는 계약을 해지했다.", ["청명화학"]),
        ("납품업체 30여 곳은 한결유통을 상대로 소송을 냈다. 이들은 소송을 취하했다.", ["납품업체 30여 곳", "소송"]),
        ("청명화학은 공장을 폐쇄했다. 이 회사는 독일의 카를하임과 맺은 계약을 해지했다.", ["청명화학", "카를하임"]),
        ("한결유통은 공장을 폐쇄했다. 한결유통 이사회는 대표에 구본석 씨를 선임했다. 구 대표는 점포 12곳을 닫겠다고 밝혔다.", ["한결유통"]),
    ],
)  # fmt: skip
def test_whom_a_text_means_in_its_last_sentence(text: str, expected: list[str]) -> None:
    assert sorted(named(read(text, "ko")[-1], *PARTIES)) == expected


def test_a_span_in_which_the_text_was_written_is_when_a_thing_agreed_is_due() -> None:
    (met, *_) = read("두 정상은 당초 이달 중순 만나기로 했으나 회담이 다음 달로 연기됐다.", "ko")
    assert (met.date, met.due) == (None, "2025-05-11/2025-05-20")


def test_what_is_not_decided_is_told_in_the_ledger() -> None:
    (told_so,) = reading("장관은 대표단에 추가 고발 여부는 결정된 바 없다고 말했다.", "ko").ledger
    assert "it is not decided" in (told_so.reason or "")


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        # the thing that is signed, and not what was settled in the clause before, the number or the manner of it
        ("두 나라는 관세를 인하하는 데 합의했지만 문서에는 서명하지 않았다.", "instrument", ["문서"]),
        ("이번 협정은 한국이 체결한 열두 번째 협정이다.", "instrument", ["열두 번째 협정"]),
        ("양국의 정식 서명은 다음 달 이뤄질 전망이다.", "instrument", []),
        ("한빛가스는 2019년 맺은 장기 계약이 2028년 만료된다.", "instrument", ["장기 계약"]),
        # the office that is left, and not why
        ("순드 총리는 당 대표직에서 물러나겠다고 했다.", "office", ["당 대표직"]),
        ("성적 부진으로 물러난 서정기 감독은 10일 귀국했다.", "office", ["감독"]),
    ],
)
def test_what_it_is_done_to(text: str, role: str, expected: list[str]) -> None:
    assert (
        named(read(text, "ko")[-1], role) == expected
        if expected
        else all(not named(claim, role) for claim in read(text, "ko"))
    )


def test_two_who_are_appointed_at_once_are_left_to_the_ledger() -> None:
    (told_so,) = reading("정 대표는 사무총장에 하진수 의원을, 대변인에 백유리 변호사를 임명했다.", "ko").ledger
    assert "which office" in (told_so.reason or "")
