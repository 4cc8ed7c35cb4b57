"""Who takes part: groups of officials, companies, names behind commas; what was denied or shared; days to come."""

from __future__ import annotations

import pytest

from tests.extract.test_rules import named, read, told


@pytest.mark.parametrize(
    ("language", "text", "kind", "role", "names"),
    [
        ("en", "The trade ministers of Chile and Peru met in Lima on 2 May 2025.", "meet", "participant",
         ["trade ministers of Chile and Peru"] * 2),
        ("en", "Norwegian and Finnish officials signed a pact on 2 May 2025.", "sign", "signatory",
         ["Norwegian and Finnish officials"] * 2),
        ("en", "The ministers of Chile and Peru, Ana Lind and Jo Berg, met on 2 May 2025.", "meet", "participant",
         ["Ana Lind", "Jo Berg"]),
        ("en", "Ana Lind and Jo Berg met in Oslo on 2 May 2025.", "meet", "participant", ["Ana Lind", "Jo Berg"]),
        ("en", "Chile's trade minister, Ana Lind, visited Oslo on 2 May 2025.", "visit", "participant", ["Ana Lind"]),
        ("en", "NordGas signed a contract with Lind Energy on 2 May 2025.", "sign", "signatory",
         ["NordGas", "Lind Energy"]),
        ("en", "Prime Minister Ana van der Lind visited Oslo on 2 May 2025.", "visit", "participant",
         ["Ana van der Lind"]),
        ("en", "Prime Minister Ana Lind, who also leads a party, met Jo Berg on 2 May 2025.", "meet", "participant",
         ["Ana Lind", "Jo Berg"]),
        ("en", "MOTIE said that Chile and Peru signed a pact on 2 May 2025.", "sign", "signatory", ["Chile", "Peru"]),
        ("ja", "チリとペルーの外相は12日、リマで会談した。", "meet", "participant", ["チリとペルーの外相"] * 2),
        ("ja", "チリのリンド・エネルギー相は12日、リマを訪問した。", "visit", "participant", ["リンド"]),
        ("ja", "岡村外務大臣は12日、ベルグ外相と会談し、漁業での協力を強化することで一致した。", "cooperate", "participant",
         ["岡村", "ベルグ"]),
        ("ko", "칠레와 페루 외교장관은 12일 리마에서 회담했다.", "meet", "participant", ["칠레와 페루 외교장관"] * 2),
        ("ko", "칠레 안나 린드 총리는 12일 페루를 방문했다.", "visit", "participant", ["안나 린드"]),
    ],
)  # fmt: skip
def test_who_takes_part(language: str, text: str, kind: str, role: str, names: list[str]) -> None:
    (claim,) = [c for c in read(text, language) if c.kind == kind]
    assert named(claim, role) == names


def test_two_unnamed_ministers_are_two() -> None:
    text = "The trade ministers of Chile and Peru met in Lima on 2 May 2025. The two ministers discussed fish."
    (claim,) = [c for c in read(text, "en") if c.kind == "discuss"]
    assert named(claim, "participant") == ["The two ministers"] * 2
    assert claim.date == "2025-05-02"


def test_those_present_are_the_participants_of_the_meeting() -> None:
    text = (
        "The second Chile-Peru Trade Dialogue was held on 2 May 2025. Trade Minister Ana Lind represented Chile, while"
        " Trade Minister Jo Berg led the Peruvian delegation."
    )
    (claim,) = [c for c in read(text, "en") if c.kind == "meet"]
    assert sorted(named(claim, "participant")) == ["Ana Lind", "Jo Berg"]


def test_what_was_denied_to_be_agreed_is_not_agreed() -> None:
    (claim,) = [c for c in read("Chile denied that it had agreed to sign the treaty.", "en") if c.kind == "sign"]
    assert (claim.phase, claim.polarity, claim.speech_act) == ("agreed", "-", "deny")


def test_what_is_to_come_is_no_fact() -> None:
    assert "develop scheduled 2025-07" in told(read("Chile will cut tariffs in July 2025.", "en"))
    assert told(read("The pipe will bring gas to Chile in July 2025.", "en")) == []
    assert "meet occurred not 2025-05-14" in told(read("President Ana Lind did not meet Jo Berg.", "en"))


def test_who_agreed_is_not_who_comes() -> None:
    found = read("双方は、ベルグ外相が来年チリを訪問し、会合を開くことで合意した。", "ja")
    assert {(c.kind, c.phase) for c in found if c.kind != "hold_office"} == {("visit", "agreed"), ("meet", "agreed")}
    (visit,) = [c for c in found if c.kind == "visit"]
    assert named(visit, "participant") == ["ベルグ"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "다음 회담은 7월 2일 리마에서 열린다.", "meet scheduled 2025-07-02"),
        ("ja", "リンド大統領はペルーも訪れる計画だ。", "visit intended -"),
        ("ja", "ベルグ外相も会合に参加する方向だ。", "attend scheduled -"),
        ("ja", "リンド大統領は「対話の窓口は開いている」と強調した。", "state occurred 2025-05-14"),
        ("en", "Chile will meet the target this year.", ""),
        ("en", "President Ana Lind rejected Peru's claim that the treaty threatened trade.", ""),
        ("en", "Farmers in Chile said that Peru signed a pact on 2 May 2025.", "sign occurred 2025-05-02"),
    ],
)
def test_nothing_is_told_that_the_text_does_not_bear_out(language: str, text: str, expected: str) -> None:
    found = read(text, language)
    assert [one for one in told(found) if not one.startswith("hold_office")] == ([expected] if expected else [])
    assert [claim.asserter for claim in found if claim.asserter == "Chile"] == []


def test_who_met_and_signed_signed_both() -> None:
    (claim,) = [
        c for c in read("リンド外相は12日、ペルーのベルグ外相と会談し、覚書に署名した。", "ja") if c.kind == "sign"
    ]
    assert named(claim, "signatory") == ["リンド", "ベルグ"]


def test_a_state_in_the_name_of_a_deal_signs_nothing() -> None:
    (claim,) = read("Peru signed the EU-Chile agreement on 2 May 2025.", "en")
    assert named(claim, "signatory") == ["Peru"]
