"""What a text denies, doubts, reports, plans or conditions is kept as that, or not told at all."""

from __future__ import annotations

import pytest

from tests.extract.reader import read, reading, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # denied
        ("en", "Reports that Ken Saito met Gina Raimondo are false, the ministry said.", ["meet occurred not CT -"]),
        ("en", "The ministry denied that Norway had signed a pact.", ["sign occurred not CT -"]),
        ("en", "A spokesman dismissed reports that Uganda had withdrawn its troops.", ["withdraw occurred not CT -"]),
        ("ja", "岡村外相がベルグ外相と会談したとの報道を外務省は否定した。", ["meet occurred not CT -"]),
        ("ja", "市長が辞任するとの報道について、広報担当者は「事実ではない」と述べた。", ["resign intended not CT -"]),
        ("ko", "외교부는 박영호 장관이 칠레 외교장관과 회담했다는 보도를 부인했다.", ["meet occurred not CT -"]),
        ("ko", "장관이 페루를 방문했다는 보도에 대해 외교부는 사실이 아니라고 밝혔다.", ["visit occurred not CT -"]),
        ("en", "Officials denied a report that India had asked Russia to join the mission.", ["urge occurred not CT -"]),
        ("en", "Newspapers reported that Ana Lind met Jo Berg; the ministry called the reports false.", ["meet occurred not CT -"]),
        # not so
        ("en", "Never before have Chile and Peru signed a pact.", ["sign occurred not CT -"]),
        ("en", "Neither company has paid a fee.", ["pay occurred not CT 2025-05-14"]),
        ("en", "Chile and Peru were expected to sign a pact on Monday but did not.", ["sign occurred not CT 2025-05-12"]),
        ("ja", "チリとペルーは協定に署名する見通しだったが、署名しなかった。", ["sign occurred not CT -"]),
        ("ko", "칠레와 페루는 협정에 서명할 것으로 예상됐으나 서명하지 않았다.", ["sign occurred not CT -"]),
        ("en", "Norway refused to sign the statement.", ["sign occurred not CT -"]),
        # agreed not to
        ("en", "Chile and Peru agreed not to raise tariffs.", ["develop agreed not CT -"]),
        ("ja", "チリとペルーは協定に署名しないことで合意した。", ["sign agreed not CT -"]),
        ("ko", "칠레와 페루는 관세를 부과하지 않기로 합의했다.", ["develop agreed not CT -"]),
        # doubted, unlikely, possible
        ("en", "Norway is unlikely to join the treaty.", ["join expected not PR -"]),
        ("en", "Truckers may walk out next week.", ["strike expected PS 2025-05-19/2025-05-25"]),
        ("ko", "칠레가 조약에서 탈퇴할 가능성은 낮다고 전문가들은 내다봤다.", ["withdraw expected not PR -"]),
        ("en", "It is unclear whether Ana Lind met Jo Berg.", ["meet occurred U -"]),
        # under a condition
        ("en", "Chile would sign the deal if congress approves it.", ["sign intended U -"]),
        ("en", "Chile will sign the treaty unless Peru objects.", ["sign intended U -"]),
        ("ja", "可決されれば、市は8億円を会社に支払う。", ["pay intended U -"]),
        ("ko", "칠레는 관세가 철회되면 3천만 달러를 기금에 내겠다고 약속했다.", ["pay agreed U -"]),
        # what would have been is told by nobody
        ("en", "Had Ana Lind met Jo Berg in January, the treaty would have been signed.", []),
        ("ko", "관세가 없었더라면 공장을 모두 닫았을 것이라고 회사는 주장했다.", []),
        # planned, and what was to come
        ("en", "The border crossing was to open on Monday.", ["open scheduled U 2025-05-12"]),
        ("en", "Acme plans to close the plant in 2026.", ["close intended CT 2026"]),
        ("ja", "岡村首相は来月、ペルーを訪問する予定だ。", ["visit scheduled CT 2025-06"]),
        ("ko", "장관은 26일 리마에서 다시 만날 예정이다.", ["meet scheduled CT 2025-05-26"]),
        ("ja", "議会は3月に予算案を採決する予定だった。", ["vote scheduled U 2025-03"]),
        # undecided and failed
        ("en", "Chile and Peru failed to agree on a border map.", ["sign failed CT -"]),
        ("en", "No agreement was reached.", ["sign failed CT -"]),
        ("ja", "ドイツとインドは合意に至らなかった。", ["sign failed CT -"]),
        ("ko", "칠레와 페루는 12일 합의에 이르지 못했다.", ["sign failed CT 2025-05-12"]),
        # called off
        ("en", "A meeting between Norway and Chile on 3 May 2025 was called off.", ["meet cancelled CT 2025-05-03"]),
        ("en", "Nurses called off a strike on Monday.", ["strike cancelled CT 2025-05-12"]),
        ("en", "President Ana Lind was to visit Lima, but the trip was cancelled.", ["visit cancelled CT -"]),
        ("en", "President Ana Lind's visit to Peru is expected to be cancelled.", ["visit cancelled PR -"]),
        ("ja", "リンド大統領のペルー訪問は中止になった。", ["visit cancelled CT -"]),
        ("ko", "박영호 외교부 장관은 13일 페루 방문을 취소했다.", ["visit cancelled CT 2025-05-13"]),
        # what others are accused of, urged to do or vote against is no claim of its own
        ("en", "Brazil accused Argentina of closing the border.", ["accuse occurred CT -"]),
        ("en", "The union urged the company to sign the deal.", ["urge occurred CT -"]),
        ("en", "Railway workers voted against joining the strike.", ["vote occurred CT -"]),
        ("ja", "同盟は、会社が工場を閉鎖したと非難した。", ["accuse occurred CT -"]),
        ("ko", "노조는 회사에 협정 서명을 촉구했다.", ["urge occurred CT -"]),
        ("en", "The minister refused to resign and called for talks.", ["resign occurred not CT -", "urge occurred CT -"]),
        # denied of those who do it, told of no one or of every time
        ("en", "The deal, signed by neither Chile nor Peru, expired in May.", ["sign occurred not CT -", "terminate occurred CT 2025-05"]),
        ("en", "Companies that sign the pledge pay lower fees.", []),
        ("en", "Ministers usually meet twice a year.", []),
        ("en", "The treaty will enter into force when 60 states have ratified it.", []),
        ("en", "Ana Lind is to return to Oslo on Sunday after visiting Lima.", []),
        ("en", "Under the deal, officers will begin work on 1 June.", []),
        # set for a day
        ("en", "The signing of a pact between Chile and Peru is set for June.", ["sign scheduled CT 2025-06"]),
        ("en", "A vote on the budget was planned for 12 May.", ["vote scheduled U 2025-05-12"]),
        ("en", "Italy is hosting a conference on Tunisia in Rome next month.", ["meet scheduled CT 2025-06"]),
        ("en", "The minister promised that the state would pay 3 million euros.", ["pay agreed CT -"]),
        ("en", "Talks between Peru and Chile on fish are continuing.", ["meet ongoing CT 2025-05-14"]),
        ("en", "The pact has yet to be ratified by Chile.", ["ratify pending CT 2025-05-14"]),
        ("en", "Talks on the line were suspended in 2022 and resumed in May.",
             ["postpone occurred CT 2022", "meet occurred CT 2025-05"]),
        ("en", "Zinni said the envoy threatened to quit if the two sides failed to agree on a truce.",
             ["resign intended U -"]),
        # the sense of a verb
        ("en", "The commission was dissolved after Malawi walked out.", []),
        ("en", "The agency has not yet granted a permit.", []),
        ("en", "The takeover of Acme is expected to close in June.", []),
        ("en", "Parliament rejected a proposal to raise fees.", ["vote failed CT -"]),
        ("en", "The union rejected a proposal on shifts.", ["concern occurred CT -"]),
        ("en", "Angola left OPEC in January 2024.", ["withdraw occurred CT 2024-01"]),
        # what hangs on a noun holds, whatever is said of that noun
        ("en", "Chile rejected the treaty that Peru and Brazil signed in 2020.", ["sign occurred CT 2020"]),
    ],
)  # fmt: skip
def test_the_path_to_the_root_decides(language: str, text: str, expected: list[str]) -> None:
    assert told(read(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "asserter"),
    [
        ("Chile and Peru signed a pact, officials from both countries said.", "officials from both countries"),
        ("Chile signed a pact, Emma Watson and Ken Saito said.", "Emma Watson and Ken Saito"),
        ("Quiroga denied that Paraguay had paid ranchers.", "Quiroga"),
        ("Paraguay had paid ranchers, Quiroga said.", "Quiroga"),
        ("Bolivia may sue Peru, according to one of its senators, Óscar Villca.", "Óscar Villca"),
        ("Analysts expect Chile to sign the treaty.", "Analysts"),
        ("Chile is expected to sign the treaty.", None),
    ],
)
def test_who_says_so_is_named(text: str, asserter: str | None) -> None:
    (claim,) = read(text, "en")
    assert claim.asserter == asserter


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Chile flew to Lima to sign the treaty.", "“sign”: it is told as an aim"),
        ("Chile almost signed the treaty.", "“signed”: it tells only of what nearly happened"),
        ("Chile tried to sign the treaty.", "“sign”: it tells only of an attempt"),
        ("The weather was fine.", "no word of it tells of an event that is looked for"),
    ],
)
def test_the_ledger_says_why_nothing_is_told(text: str, reason: str) -> None:
    found = reading(text, "en")
    assert [c.kind for c in found.claims if c.kind not in ("visit",)] == []
    (entry,) = found.ledger
    assert reason in (entry.reason or entry.note or "")
    assert text[entry.start : entry.end] == text


def test_a_question_claims_nothing() -> None:
    text = "The talks go on. Will Chile sign the treaty that Peru signed in Lima? Nobody knows."
    assert reading(text, "en").ledger[1].reason == "a question claims nothing"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "野党は採決を欠席した。", ["attend occurred not CT -"]),
        ("ko", "야당 의원들은 표결에 불참했다.", ["attend occurred not CT -"]),
        ("en", "Chile skipped the talks in Lima.", ["attend occurred not CT -"]),
        ("ja", "アンデス鉱業の社長は辞任していないと、広報担当者は説明した。", ["resign occurred not CT -"]),
        ("ko", "코브레사 노조는 인수가 승인되면 파업에 들어갈 수 있다고 밝혔다.", ["strike expected U -"]),
        ("en", "Chile and Peru had planned to sign a treaty.", ["sign intended U -"]),
        ("en", "Should the vote fail, Ana Lind will resign.", ["resign intended U -"]),
        ("en", "Ana Lind will travel to Oslo to meet Jo Berg.", ["visit scheduled CT -", "meet scheduled CT -"]),
        ("en", "The minister did not say if Chile had signed the treaty.", []),
        ("en", "Chile did not sign the treaty, nor did Peru ratify it.",
            ["sign occurred not CT -", "ratify occurred not CT -"]),
        ("en", "Chile and Peru did not fail to sign the pact.", ["sign occurred CT -"]),
        ("en", "No report says that Chile signed the treaty.", []),
        ("ko", "언론은 김도윤 사장이 사임한다고 보도했지만 회사는 부인했다.", ["resign intended not CT -"]),
        ("ja", "可決されれば、市は8億円を会社に支払っていた。", []),
        ("ko", "경찰은 실종자를 찾았다.", []),
        ("en", "Chile and Peru could not agree on prices.", ["sign failed CT -"]),
        ("en", "Analysts believe Chile will cut tariffs.", ["develop expected PR -"]),
        ("ja", "市は損害賠償を求めて会社を提訴した。", ["sue occurred CT -"]),
        # an act that only a noun names is what the predicate above makes of it
        ("ja", "チリは協定からの脱退を表明した。", ["withdraw intended CT -"]),
        ("ja", "岡村外相は制裁の解除を否定した。", ["develop intended not CT -"]),
        ("ja", "議会は協定からの脱退を議決した。", ["vote occurred CT -"]),
        # a clause that goes on in another one keeps its own standing
        ("ja", "野党は増額を求めており、審議は遅れる可能性がある。", ["urge occurred CT -"]),
        ("ja", "チリが条約に署名したことは一度もない。", ["sign occurred not CT -"]),
        ("ja", "両社が合意していれば、工場は閉鎖されていたとみられる。", []),
        ("ko", "위원회는 회의를 열 예정이었으나 연기했다.", ["meet scheduled U -", "postpone occurred CT -"]),
        ("ko", "박영호 장관은 합병이 성사되면 물러나겠다는 뜻을 밝혔다.", ["resign intended U -"]),
        ("ja", "チリは首脳会談を延期すると発表した。", ["postpone occurred CT -"]),
        # what nobody plans
        ("en", "Acme has plans to buy Orbitel.", ["acquire intended CT -"]),
        ("en", "Acme has no plans to buy Orbitel.", ["acquire intended not CT -"]),
        ("en", "There are no plans to close the plant, Acme said.", ["close intended not CT -"]),
        ("en", "Acme said it had no intention of closing the plant.", ["close intended not CT -"]),
        ("en", "Acme has never had any intention of buying Orbitel.", ["acquire intended not CT -"]),
        ("en", "Acme denied it had plans to buy Orbitel.", ["acquire intended not CT -"]),
        ("en", "The union has the right to strike.", []),
        # a particle between what is done and its verb
        ("ja", "両国は条約に署名はしたが、批准はしていない。", ["sign occurred CT -", "ratify occurred not CT -"]),
        ("ja", "佐藤健町長は「辞任はしない」と語った。", ["resign intended not CT -"]),
        ("ja", "チリは協定に署名もしていない。", ["sign occurred not CT -"]),
        ("ko", "두 나라는 조약에 서명은 했지만 비준은 하지 않았다.", ["sign occurred CT -", "ratify occurred not CT -"]),
        ("ko", "노조는 파업도 하지 않았다.", ["strike occurred not CT -"]),
    ],
)  # fmt: skip
def test_what_is_not_so_for_certain_is_not_told_so(language: str, text: str, expected: list[str]) -> None:
    assert told(read(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "두 나라는 작년에 무역협정에 서명하지 못했다."),
        ("ja", "両国は昨年、貿易協定に署名する予定だったが、署名しなかった。"),
    ],
)
def test_the_words_that_bear_a_claim_hold_its_negation(language: str, text: str) -> None:
    (claim,) = read(text, language)
    (words,) = claim.evidence
    assert text[words.start : words.end] == text.rstrip("。.")


@pytest.mark.parametrize(
    ("language", "ending", "expected"),
    [
        # denied in each form
        ("ja", "は辞任する考えはないと述べた。", "resign intended not CT"),
        ("ja", "は辞任することなく任期を終えた。", "resign occurred not CT"),
        ("ja", "は辞任を拒否した。", "resign occurred not CT"),
        ("ja", "は辞任しないまま帰国した。", "resign occurred not CT"),
        ("ja", "は辞任するに至らなかった。", "resign occurred not CT"),
        ("ja", "が辞任したという事実はない。", "resign occurred not CT"),
        ("ja", "は大統領との会談を拒んだ。", "meet occurred not CT"),
        ("ko", "은 사임한 적이 없다.", "resign occurred not CT"),
        ("ko", "은 사임할 뜻이 없다고 밝혔다.", "resign intended not CT"),
        ("ko", "은 사임 의사를 부인했다.", "resign intended not CT"),
        ("ko", "이 사임했다는 소문은 사실무근이라고 밝혔다.", "resign occurred not CT"),
        ("ko", "이 사임했다는 주장은 사실과 다르다.", "resign occurred not CT"),
        ("ko", "은 협정을 비준하지 않기로 했다.", "ratify agreed not CT"),
        ("ko", "은 표결을 하지 않았다.", "vote occurred not CT"),
        ("ko", "은 사임 의사가 없음을 분명히 했다.", "resign intended not U"),
        ("ko", "이 사임할 것이라는 관측은 사실이 아니라고 회사가 밝혔다.", "resign expected not CT"),
        # how sure, by the ending
        ("ja", "が辞任したという。", "resign occurred U"),
        ("ja", "は辞任したとみられる。", "resign occurred PR"),
        ("ja", "は辞任するとみられる。", "resign expected PR"),
        ("ko", "은 사임한 것으로 전해졌다.", "resign occurred U"),
        ("ko", "은 사임할 것으로 알려졌다.", "resign intended U"),
        ("ko", "은 사임 의사를 밝혔다.", "resign intended CT"),
        # left open
        ("ja", "が辞任するかどうかは不明だ。", "resign occurred U"),
        ("ja", "が辞任するかは決まっていない。", "resign pending CT"),
        ("ko", "이 사임할지는 불투명하다.", "resign occurred U"),
        ("ko", "이 사임할지 여부는 결정되지 않았다.", "resign pending CT"),
    ],
)
def test_denial_and_certainty_stand_in_the_ending(language: str, ending: str, expected: str) -> None:
    who = {"ja": "小林社長", "ko": "김도윤 사장"}[language]
    assert [line.removesuffix(" -") for line in told(read(who + ending, language))] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chile and Peru had been due to sign the pact last November, but the ceremony was called off."),
        ("en", "Chile and Peru were to meet in May but the event was cancelled."),
        ("ja", "両国は昨年11月に署名する予定だったが、脱線事故を受けて式典は中止された。"),
        ("ja", "チリとペルーは5月に会談する予定だったが、大雨で行事が取りやめになった。"),
        ("ko", "양국은 지난해 11월 서명할 예정이었으나 탈선 사고로 행사를 취소했다."),
    ],
)
def test_what_was_planned_is_called_off_with_its_occasion(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert (claim.phase, claim.certainty) == ("cancelled", "CT")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chile was to open the bridge in May, but the festival was cancelled."),
        ("ja", "市は橋を開通させる予定だったが、祭りは中止された。"),
    ],
)
def test_another_thing_called_off_says_nothing_of_the_plan(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert (claim.phase, claim.certainty) == ("scheduled", "U")
