"""Which words belong to which claim: dates of earlier meetings, days that something is due, arguments of other clauses."""

from __future__ import annotations

import pytest

from claims.records import Claim
from tests.extract.test_rules import named, read

MET_EN = "Trade Minister Ana Lind met Prime Minister Jo Berg in Lima on 2 May 2025. "
MET_JA = "リンド外相は5月2日、ベルグ貿易相と会談した。"
MET_KO = "박영호 외교부 장관은 5월 2일 칠레 외교장관과 회담했다. "


def only(text: str, language: str, kind: str) -> Claim:
    (claim,) = [c for c in read(text, language) if c.kind == kind]
    return claim


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", MET_EN + "It was the third such meeting after one in March 2021."),
        ("en", MET_EN + "It was their third meeting following talks in 2022."),
        ("en", MET_EN + "It was their third meeting since 2019."),
        ("ja", MET_JA + "両氏の会談は昨年9月に続き3回目となる。"),
        ("ja", MET_JA + "会談は2021年3月以来3回目。"),
        ("ko", MET_KO + "회담은 2021년 3월에 이어 세 번째다."),
    ],
)
def test_a_rank_is_that_of_the_meeting_told_of(language: str, text: str) -> None:
    claim = only(text, language, "rank")
    assert (claim.date, claim.date_basis, claim.quantity) == ("2025-05-02", "inherited", "3")
    assert len(named(claim, "participant")) == 2
    assert claim.summary.startswith("It was the third meeting of ")


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("en", MET_EN[:-2] + " for the fourth session of the Fisheries Commission.", "Fisheries Commission"),
        ("en", MET_EN[:-2] + " for the fourth round of the Border Panel.", "Border Panel"),
        ("ja", "リンド外相は5月2日、ベルグ貿易相と合同漁業委員会の第4回会合を開いた。", "合同漁業委員会"),
        ("ko", "한국과 칠레는 5월 2일 어업공동위원회 제4차 회의를 열었다.", "어업공동위원회"),
    ],
)
def test_what_is_counted_is_a_framework(language: str, text: str, body: str) -> None:
    claim = only(text, language, "rank")
    assert [(one.role, one.name) for one in claim.arguments] == [("framework", body)]
    assert claim.date == "2025-05-02"


def test_an_argument_stays_in_its_clause() -> None:
    text = "Chile and Peru signed a customs treaty at the Lima Dialogue and agreed to reopen the border crossing."
    assert named(only(text, "en", "sign"), "instrument", "framework") == ["treaty", "Lima Dialogue"]
    agreed = only(text, "en", "cooperate")
    assert named(agreed, "participant") == ["Chile", "Peru"]
    assert named(agreed, "instrument", "framework") == []


def test_a_failure_does_not_take_what_was_discussed_before() -> None:
    text = "Chile and Peru discussed reform of the World Health Organization but failed to agree on a text."
    assert named(only(text, "en", "discuss"), "framework", "topic") == ["reform of the World Health Organization"]
    failed = only(text, "en", "sign")
    assert (failed.phase, named(failed, "signatory", "framework")) == ("failed", ["Chile", "Peru"])


def test_a_day_behind_by_is_when_it_is_due() -> None:
    text = "Chile and Peru signed a customs treaty on 2 May 2025 and agreed to cut tariffs by the end of the year."
    signed, agreed = read(text, "en")
    assert (signed.phase, signed.date, signed.due) == ("occurred", "2025-05-02", None)
    assert (agreed.due, named(agreed, "topic")) == ("../2025-12", ["cut tariffs"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", MET_JA + "ベルグ氏は「年末までに工場の建設を始める」と語った。"),
        ("ja", MET_JA + "ベルグ氏は来年3月まで待つと語った。"),
        ("ko", MET_KO + "박 장관은 연말까지 기다리겠다는 입장을 밝혔다."),
    ],
)
def test_a_due_day_is_no_day_of_saying(language: str, text: str) -> None:
    assert [c.date for c in read(text, language) if c.kind == "state"] == ["2025-05-02"]


def test_a_place_of_earlier_talks_is_not_that_of_the_meeting() -> None:
    text = "The second round of talks took place in Lima on 3 May 2025, after the first in Oslo in April."
    claim = only(text, "en", "meet")
    assert (named(claim, "place"), claim.date) == (["Lima"], "2025-05-03")


def test_a_name_at_the_end_of_a_sentence_has_no_full_stop() -> None:
    claim = only("Chile and Peru joined the Andean Fisheries Union. It was founded in 1998.", "en", "join")
    assert not any(one.name.endswith(".") for one in claim.arguments)


def test_what_is_to_begin_by_the_end_of_the_year() -> None:
    claim = only('박영호 외교부 장관은 "올해 말까지 공동훈련을 시작할 것"이라고 말했다.', "ko", "cooperate")
    assert (claim.phase, claim.date, claim.asserter) == ("scheduled", "../2025-12", "박영호")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "No date has been set for the visit of President Ana Lind to Peru.", "visit pending"),
        ("en", "Chile and Peru did not set a date for further talks.", "meet pending"),
        ("en", "The launch of a joint fund by Chile and Peru has not been decided.", "establish pending"),
        ("ja", "ベルグ外相は、共同研究所の設立については固まっていないと述べた。", "establish pending"),
        ("ja", "チリとペルーは条約への署名について決めていない。", "sign pending"),
        ("ko", "박영호 외교부 장관은 공동기금 설립은 아직 정해지지 않았다고 말했다.", "establish pending"),
        ("en", MET_EN + "They could not narrow their differences over quotas.", "sign failed"),
        ("ja", MET_JA + "漁獲枠を巡る隔たりは埋まらなかった。", "sign failed"),
        ("ja", MET_JA + "漁獲枠については一致をみなかった。", "sign failed"),
        ("ja", "チリとペルーは投資の保護策で一致できなかった。", "sign failed"),
        ("ko", "칠레와 페루는 관세에 대한 입장차를 좁히지 못했다.", "sign failed"),
    ],
)
def test_undecided_is_pending_and_no_meeting_of_minds_is_failed(language: str, text: str, expected: str) -> None:
    told = [f"{c.kind} {c.phase}" for c in read(text, language) if c.kind not in ("hold_office", "meet")]
    if "meet" in expected:
        told = [f"{c.kind} {c.phase}" for c in read(text, language)]
    assert told == [expected]


def test_how_long_talks_lasted_is_no_part_of_their_name() -> None:
    claim = only("リンド外相は5月2日、ベルグ貿易相と約40分間電話会談を行った。", "ja", "meet")
    assert named(claim, "framework") == []
