"""What was not signed, called off, put off or came to nothing: kind, phase and polarity in three languages."""

from __future__ import annotations

import re

import pytest

from tests.extract.test_rules import named, read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile did not sign the treaty in Geneva on 2 May 2025.", "sign occurred not 2025-05-02"),
        ("Norway refused to sign the joint statement on Monday.", "sign occurred not 2025-05-12"),
        ("Chile and Peru have not signed the fisheries agreement.", "sign occurred not 2025-05-14"),
        ("Brazil has not yet ratified the treaty.", "sign pending 2025-05-14"),
        ("The visit of President Ana Lind to Peru was cancelled on Monday.", "visit cancelled 2025-05-12"),
        ("President Ana Lind called off her visit to Peru on Tuesday.", "visit cancelled 2025-05-13"),
        ("The summit between Kenya and India was postponed on Friday.", "meet cancelled 2025-05-09"),
        ("President Ana Lind's trip to Chile was postponed until June.", "visit pending 2025-05-14"),
        ("Talks between Chile and Peru broke down in Lima on Monday.", "sign failed 2025-05-12"),
        ("Jo Berg said that talks with Chile over copper had broken down.", "sign failed 2025-05-14"),
        ("Kenya suspended talks with India on Friday.", "sign failed 2025-05-09"),
        ("No joint statement was issued by Chile and Peru in Lima on 2 May 2025.", "state occurred not 2025-05-02"),
        ("The ministers of Chile and Peru did not issue a joint statement.", "state occurred not 2025-05-14"),
        ("Norway cancelled a meeting with Chile planned for 20 May.", "meet cancelled 2025-05-20"),
        ("The planned signing of the pact between Brazil and Kenya did not take place.", "sign cancelled -"),
        ("Brazil turned down an invitation to visit Kenya.", "visit occurred not 2025-05-14"),
        ("Brazil ruled out joining OPEC.", "join intended not 2025-05-14"),
        ("Prime Minister Jo Berg skipped the summit in Nairobi on Monday.", "attend occurred not 2025-05-12"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert [one for one in told(read(text, "en")) if not one.startswith("hold_office")] == [expected]


def test_a_visit_called_off_keeps_its_place_and_its_words() -> None:
    text = "The visit of President Ana Lind to Peru was cancelled on Monday."
    (claim,) = [c for c in read(text, "en") if c.kind == "visit"]
    assert named(claim, "participant", "place") == ["Ana Lind", "Peru"]
    assert claim.evidence[0].start == 0


def test_no_agreement_is_that_of_those_who_met() -> None:
    text = "Trade Minister Ana Lind met Prime Minister Jo Berg on 2 May 2025. No agreement was reached."
    (claim,) = [c for c in read(text, "en") if c.kind == "sign"]
    assert (claim.phase, named(claim, "signatory")) == ("failed", ["Ana Lind", "Jo Berg"])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "チリは12日、条約への署名を見送った。", "sign failed 2025-05-12"),
        ("ja", "チリは12日、条約に署名しなかった。", "sign occurred not 2025-05-12"),
        ("ja", "チリは署名を拒否した。", "sign occurred not 2025-05-14"),
        ("ja", "チリとペルーは共同声明を出さなかった。", "state occurred not 2025-05-14"),
        ("ja", "チリとペルーの会談後、共同声明の発表は見送られた。", "state failed 2025-05-14"),
        ("ja", "リンド大統領は来月に予定していたペルー訪問を取りやめた。", "visit cancelled 2025-06"),
        ("ja", "リンド大統領のペルー訪問は中止になった。", "visit cancelled -"),
        ("ja", "リンド大統領のペルー訪問は6月に延期された。", "visit pending 2025-05-14"),
        ("ja", "チリとペルーの12日の会談は中止となった。", "meet cancelled 2025-05-12"),
        ("ja", "チリとペルーの協議は12日、決裂した。", "sign failed 2025-05-12"),
        ("ja", "ベルグ外相は会合を欠席した。", "attend occurred not 2025-05-14"),
        ("ja", "ベルグ外相は会談に応じなかった。", "meet occurred not 2025-05-14"),
        ("ko", "칠레는 12일 협정에 서명하지 않았다.", "sign occurred not 2025-05-12"),
        ("ko", "칠레는 협정 서명을 거부했다.", "sign occurred not 2025-05-14"),
        ("ko", "칠레와 페루는 12일 합의에 이르지 못했다.", "sign failed 2025-05-12"),
        ("ko", "공동성명은 채택되지 않았다.", "state occurred not 2025-05-14"),
        ("ko", "박영호 외교부 장관은 13일 페루 방문을 취소했다.", "visit cancelled 2025-05-13"),
        ("ko", "칠레와 페루의 회담이 무산됐다.", "meet failed 2025-05-14"),
        ("ko", "칠레와 페루의 협상이 결렬됐다.", "sign failed 2025-05-14"),
        ("ko", "칠레와 페루는 만나지 않았다.", "meet occurred not 2025-05-14"),
        ("ko", "박영호 외교부 장관은 회의에 불참했다.", "attend occurred not 2025-05-14"),
    ],
)
def test_japanese_and_korean(language: str, text: str, expected: str) -> None:
    assert [one for one in told(read(text, language)) if not one.startswith("hold_office")] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "role", "names"),
    [
        ("ja", "チリとペルーの12日の会談は中止となった。", "participant", ["チリ", "ペルー"]),
        ("ko", "칠레와 페루의 협상이 결렬됐다.", "signatory", ["칠레", "페루"]),
        ("ja", "リンド大統領はペルー訪問を取りやめた。", "place", ["ペルー"]),
        ("ko", "박영호 외교부 장관은 페루 방문을 취소했다.", "place", ["페루"]),
    ],
)
def test_whose_plan_it_was(language: str, text: str, role: str, names: list[str]) -> None:
    (claim,) = [c for c in read(text, language) if c.kind != "hold_office"]
    assert named(claim, role) == names


def test_who_asks_claims_nothing() -> None:
    assert read("Q: Will President Ana Lind visit Peru on 2 June 2025?", "en") == []


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "NAIROBI, May 12 (Reuters) - Chile and Peru signed a pact in Lima on Monday.", ["Lima"]),
        ("ja", "(ベルリン=共同)チリとペルーは13日、リマで漁業協定に署名した。", ["リマ"]),
        ("ko", "(베를린=연합뉴스) 칠레와 페루는 13일 리마에서 어업 협정에 서명했다.", ["리마"]),
    ],
)
def test_where_a_report_was_written_is_no_place(language: str, text: str, places: list[str]) -> None:
    (claim,) = read(text, language)
    assert named(claim, "place") == places


def test_a_visit_to_come_in_autumn_lies_ahead() -> None:
    (claim,) = read("Chile and Peru may resume negotiations in the autumn.", "en")
    assert claim.date == "2025-23"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The summit between Kenya and India is likely to be postponed.", "meet cancelled + PR -"),
        ("en", "President Ana Lind's visit to Peru in July is expected to be cancelled.", "visit cancelled + PR 2025-07"),
        ("en", "President Ana Lind is expected to call off her visit to Peru.", "visit cancelled + PR -"),
        ("en", "The talks between Chile and Peru may be called off.", "meet cancelled + PS -"),
        ("en", "Talks between Chile and Peru are likely to fail.", "sign failed + PR -"),
        ("en", "The summit between Kenya and India is unlikely to be postponed.", "meet cancelled - PR -"),
        ("en", "President Ana Lind decided to cancel her visit to Peru.", "visit cancelled + CT -"),
        ("ja", "チリとペルーの20日の会談は延期される見込みだ。", "meet cancelled + PR 2025-05-20"),
        ("ja", "6月に予定されていたリンド大統領の訪英は取りやめとなる公算が大きい。", "visit cancelled + PR 2025-06"),
        ("ja", "リンド大統領のペルー訪問は中止される可能性がある。", "visit cancelled + PS -"),
        ("ja", "チリとペルーの協議は決裂するとみられる。", "sign failed + PR -"),
        ("ko", "칠레와 페루의 회담은 취소될 것으로 보인다.", "meet cancelled + PR -"),
        ("ko", "박영호 외교부 장관의 페루 방문은 연기될 수도 있다.", "visit cancelled + PS -"),
        ("ko", "칠레와 페루의 협상은 결렬될 전망이다.", "sign failed + PR -"),
    ],
)  # fmt: skip
def test_what_is_foreseen_to_come_to_nothing(language: str, text: str, expected: str) -> None:
    (claim,) = [c for c in read(text, language) if c.kind != "hold_office"]
    assert f"{claim.kind} {claim.phase} {claim.polarity} {claim.certainty} {claim.date or '-'}" == expected
    assert claim.speech_act == ("report" if claim.certainty == "CT" else "predict")
    assert claim.certainty == "CT" or re.search(r"likely|may", claim.summary)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chile decided to scrap tariffs on Peruvian fish."),
        ("en", "Peru may postpone its decision on the tariffs."),
        ("en", "The final date is to be decided by Chile and Peru."),
        ("ja", "ペルーは会談の延期を求めた。"),
        ("ko", "칠레는 회담 연기를 요청했다."),
    ],
)
def test_no_meeting_is_called_off_where_none_is_or_where_it_is_only_asked_for(language: str, text: str) -> None:
    assert [c for c in read(text, language) if c.kind == "meet"] == []


def test_a_denial_is_that_of_who_denies() -> None:
    text = "Prime Minister Jo Berg denied that Norway had agreed to visit Peru."
    (claim,) = [c for c in read(text, "en") if c.kind != "hold_office"]
    assert (claim.polarity, claim.speech_act, claim.asserter) == ("-", "deny", "Jo Berg")
    assert claim.summary.startswith("Jo Berg denied that Norway ")
