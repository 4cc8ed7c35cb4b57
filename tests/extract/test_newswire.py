"""Japanese and Korean sentences as newswire and ministries write them: kinds of fault that fresh texts showed."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, told

PARTIES = ("participant", "signatory", "agent", "holder", "affected")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # what is only considered, reported or under a condition
        ("ja", "北陸鉱業と南洋鉱業は、合弁契約を打ち切る方向で検討に入った。", ["terminate intended PS -"]),
        ("ja", "ただ、会社側が回答を撤回すれば、組合は改めてストに入る構えだ。", ["strike intended U -"]),
        ("ja", "組合は、回答がなければストを行うと通告している。", ["strike intended U -"]),
        ("ja", "JICAがフィリピンの鉄道事業に融資するのは4件目となる。", []),
        ("ko", "양측은 지난해 협정에 서명하려 했으나 원산지 규정에 합의하지 못했다.", ["sign failed CT -"]),
        ("ko", "노조는 지난 8일 파업을 가결했었다.", ["vote occurred CT 2025-05-08"]),
        ("ko", "공정거래위원회는 두 회사의 합병을 승인한 바 있다.", []),
        # planned once, and given up
        ("ja", "開発銀行も同じ事業への融資を検討していたが、先月撤回した。", ["pay cancelled CT 2025-04"]),
        # to say so is to do it
        ("ja", "ベルグ外相は、日本の立場を支持すると述べた。", ["support occurred CT -"]),
        ("ko", "농민회총연맹은 협정 비준에 반대한다고 밝혔다.", ["concern occurred CT -"]),
        # a meeting is told with what was said there
        ("ja", "岡村外務大臣は5日、ベルグ外相と会談し、決定を歓迎すると伝えた。",
         ["meet occurred CT 2025-05-05", "state occurred CT 2025-05-05"]),
        # days
        ("ja", "市議会は13日、2030年度の開業を目指す新施設の予算案を可決した。", ["vote occurred CT 2025-05-13"]),
        ("ja", "政府は13日の閣議で、制裁を強化することを決定した。", ["develop agreed CT 2025-05-13"]),
        ("ko", "국회는 13일 본회의를 열어 개정안을 가결했다.", ["meet occurred CT 2025-05-13", "vote occurred CT 2025-05-13"]),
        ("ko", "한빛중공업은 지난 1일 전차를 공급하는 2차 계약을 체결했다.", ["sign occurred CT 2025-05-01"]),
        ("ko", "도의회는 8일 유치에 반대하는 결의안을 부결시켰다.", ["vote failed CT 2025-05-08"]),
        ("ko", "양국은 다음 주 수요일 회담을 연다.", ["meet scheduled CT 2025-05-21"]),
        # what only follows what is to come
        ("ko", "은소로 장관은 29일 공장을 방문한 뒤 출국할 예정이다.", ["visit scheduled CT 2025-05-29"]),
        # talks that come to nothing, and a treaty that ends of itself
        ("ja", "ペルーとチリの交渉は7日、物別れに終わった。", ["sign failed CT 2025-05-07"]),
        ("ko", "한지우 의원과 오태식 의원의 단일화 협상이 무산됐다.", ["sign failed CT -"]),
        ("ja", "条約は2026年2月5日に期限切れとなる。", ["terminate scheduled CT 2026-02-05"]),
        ("ko", "조약은 2026년 6월 30일 만료된다.", ["terminate scheduled CT 2026-06-30"]),
        ("ja", "市議会は、校舎を建て替えることを賛成12、反対5で決めた。", ["develop agreed CT -"]),
        ("ko", "군과 공사는 운영 협약을 연장하지 않기로 했다.", ["sign agreed not CT -"]),
        ("ja", "青葉銀行と若葉銀行は10月に合併する。", ["acquire scheduled CT 2025-10"]),
        ("ja", "市は2019年に結んだ協定を来年度末で終了すると通知した。",
         ["sign occurred CT 2019", "terminate intended CT 2027-03-21/2027-03-31"]),
        ("ja", "回答がなければ、組合は20日にストに入る。", ["strike intended U 2025-05-20"]),
        ("ko", "특허청은 9일 면허를 취소했다.", ["terminate occurred CT 2025-05-09"]),
        ("ko", "의회는 본회의를 30일로 미뤘다.", ["postpone occurred CT 2025-05-30"]),
        ("ja", "会社と組合は、廃止については合意できず、来年2月に改めて協議する。",
         ["sign failed CT -", "meet scheduled CT 2026-02"]),
        ("ja", "梶谷氏側は起訴内容を認めていない。", ["state occurred CT -"]),
        ("ko", "도는 긴급복구비 20억 원을 지원했다.", ["pay occurred CT -"]),
        ("ko", "병원은 응급센터를 열 계획이었다.", ["open intended U -"]),
        ("ko", "벨라루스가 병력을 철수했다는 보도는 확인되지 않았다.", ["withdraw occurred U -"]),
        ("ja", "会社は、同業のB社との交渉が打ち切られたと認めた。", ["meet cancelled CT -"]),
        ("ko", "합의안은 조합원 투표를 거쳐 확정된다.", []),
        # marks of a list and datelines are no words
        ("ja", "・瀬戸内汽船は工場を閉鎖した。", ["close occurred CT -"]),
        ("ja", "【オスト共同】2　篠原大臣から、邦人の拘束について懸念を表明しました。", ["concern occurred CT -"]),
        # who takes no office, or does nothing that is looked for
        ("ja", "ルト大統領は工場を視察した後、帰国の途に就く。", ["visit scheduled CT -"]),
    ],
)  # fmt: skip
def test_what_a_sentence_tells(language: str, text: str, expected: list[str]) -> None:
    assert told(read(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "電子部品大手のミナト電機は、同業の太陽精密を買収した。", ["ミナト電機", "太陽精密"]),
        ("ja", "岩屋外務大臣はマールズ国防相と会談した。", ["マールズ", "岩屋"]),
        ("ja", "環境団体「グリーンマニラ」は事業の中断を求めている。", ["グリーンマニラ"]),
        ("ja", "太陽精密の創業者、原田氏は会長を退く。", ["原田"]),
        ("ja", "日和建設は処分の取り消しを求め、水沢市を相手取り仙台地裁に提訴した。", ["日和建設", "水沢市"]),
        ("ja", "趙外相は、日本側に誠意ある対応を求めた。", ["日本側", "趙"]),
        ("ja", "岩屋首相は、ケニアのルト大統領を官邸に迎え、会談する。", ["ルト", "岩屋"]),
        ("ja", "メルコスール(南米の共同市場)とペルー政府は、協定に署名した。", ["ペルー政府", "メルコスール"]),
        ("ko", "여한구 통상교섭본부장은 루베트킨 외교장관을 만났다.", ["루베트킨", "여한구"]),
        ("ko", "항공사 제이에어는 한빛해운을 인수했다.", ["제이에어", "한빛해운"]),
        ("ko", "걸프협력회의(GCC)는 한국과 협정에 서명했다.", ["걸프협력회의", "한국"]),
        ("ko", "부산 지하철 노조가 10일 예고한 총파업을 철회했다.", ["부산 지하철 노조"]),
        ("ko", "서명식은 부산에서 열렸으며 안규백 장관과 김도현 대표가 참석했다.", ["김도현", "안규백"]),
        ("ko", "제이에어는 박성호 사장이 사임하고 후임에 최윤정 부사장을 선임했다고 발표했다.", ["박성호", "제이에어", "최윤정"]),
        ("ja", "外務省は、島国の動きは緊張を高めると非難した。", ["外務省"]),
        ("ja", "水沢市は、電機会社4社に対し、賠償を求めて仙台地裁に提訴した。", ["水沢市", "電機会社4社"]),
        ("ko", "업체 가운데 중부전설은 담합 의혹을 부인하고 있다.", ["중부전설"]),
        ("ko", "시민단체는 한빛해운을 상대로 배상을 청구하는 소송을 제기했다.", ["시민단체", "한빛해운"]),
        ("ko", "항공노조는 고용 불안을 이유로 매각에 반대해 왔다.", ["항공노조"]),
    ],
)  # fmt: skip
def test_who_takes_part(language: str, text: str, expected: list[str]) -> None:
    assert sorted({name for claim in read(text, language) for name in named(claim, *PARTIES)}) == expected


@pytest.mark.parametrize(
    ("language", "text", "asserters"),
    [
        ("ko", "한국과 페루는 협정에 서명했다고 산업통상자원부가 밝혔다.", ["산업통상자원부"]),
        ("ko", "서울시는 합의를 환영한다며 요금 인상은 검토하지 않고 있다고 밝혔다.", ["서울시"]),
        ("ko", "외교부는 무기 수출 문제는 논의되지 않았다고 전했다.", ["외교부"]),
        ("ja", "鴻海工業は日和電機の株式を取得したとされる。", [None]),
    ],
)
def test_who_says_so(language: str, text: str, asserters: list[str | None]) -> None:
    assert [claim.asserter for claim in read(text, language)] == asserters


def test_the_pair_before_is_meant_by_both_ministers() -> None:
    text = "조태열 외교부 장관은 11일 얀 리파브스키 외교장관과 회담했다. 조 장관은 지원을 요청했다. 두 장관은 각서에 서명했다."
    (signed,) = [claim for claim in read(text, "ko") if claim.kind == "sign"]
    assert named(signed, "signatory") == ["얀 리파브스키", "조태열"]
    (signed,) = [claim for claim in read(text.replace("두 장관", "양국 장관"), "ko") if claim.kind == "sign"]
    assert named(signed, "signatory") == ["얀 리파브스키", "조태열"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "東洋海運の野々村昇CEOは、NSLとの統合を取りやめると発表した。両社は合意書を交わした。", ["NSL", "東洋海運"]),
        ("ja", "北川建設は南港製鉄を買収すると発表した。西峰商事は出資を見送った。両社は契約を結ぶ。", ["両社"]),
        ("ja", "佐藤健氏と山本弘氏は協定を結んだ。田村博氏は辞任した。両氏は会談した。", ["両氏"]),
        ("ja", "ノア製薬は副社長に木村涼子氏を起用した。同氏は辞任した。", ["木村涼子"]),
        ("ja", "ルマニアのペトル首相は、カルタスのハサン大統領と会談した。双方は協定に署名した。", ["ハサン", "ペトル"]),
        ("ja", "米ベルクのJohn Reed最高経営責任者は辞任した。", ["John Reed"]),
        ("ko", "남항제철은 4일 서봉상사를 인수했다. 한빛물산은 공장을 폐쇄했다. 양사는 계약을 체결했다.", ["양사"]),
        ("ko", "한별전자 김도윤 사장은 베르크의 존 리드 최고경영자를 만났다. 두 사람은 계약을 체결했다.", ["김도윤", "존 리드"]),
        ("ko", "최정우 시장은 강은지 의장을 만났다. 그는 사퇴했다.", ["최정우"]),
        ("ko", "한빛은행은 부행장에 오세라 씨를 선임했다. 오 부행장은 사임했다.", ["오세라"]),
        ("ko", "협약식에는 메디온 유다은 대표가 참석했다.", ["유다은"]),
        ("ja", "セレナ・モリス氏は、財団を通じて1億円を寄付した。", ["セレナ・モリス"]),
        ("ko", "감사원은 한국가스공사가 3천억 원을 부당하게 투자했다고 발표했다.", ["한국가스공사"]),
        ("ko", "바이젠 최고경영자 마크 올슨은 사임했다.", ["마크 올슨"]),
        ("ja", "梶谷誠氏側は容疑を否認した。", ["梶谷誠"]),
        ("ko", "법안은 찬성 180표로 국회를 통과했다.", ["국회"]),
        ("ko", "최은서 의장은 의장직에서 물러났다.", ["최은서"]),
        ("ja", "残る費用は事業者が支払う。", ["事業者"]),
        ("ja", "支払いを命じる判決が確定し、市は原告15人に3億円を支払った。", ["原告15人", "市"]),
        ("ko", "토론회에는 김소연 교수와 박현수 씨 등 6명이 참석했다.", ["김소연", "박현수"]),
        ("ko", "양 팀 선수와 코치진은 개막식에 참가하지 않았다.", ["양 팀 선수", "코치진"]),
        ("ko", "모리스는 이재민에게 10억 원을 기부했다.", ["모리스", "이재민"]),
    ],
)  # fmt: skip
def test_whom_a_text_means_in_its_last_sentence(language: str, text: str, expected: list[str]) -> None:
    assert sorted(named(read(text, language)[-1], *PARTIES)) == expected
