"""Who stands beside an act without taking part in it: whom others differ from, who speaks of something else, who was named before."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read

TAKING_PART = ("participant", "signatory", "agent", "affected")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("노르웨이는 스웨덴과 달리 협정에 서명했다.", "ko"),
        ("노르웨이는 스웨덴과는 달리 협정에 서명했다.", "ko"),
        ("노르웨이는 스웨덴과 다르게 협정에 서명했다.", "ko"),
        ("노르웨이는 스웨덴과 무관하게 협정에 서명했다.", "ko"),
        ("노르웨이는 스웨덴과의 갈등 속에 협정에 서명했다.", "ko"),
        ("스웨덴 대신 노르웨이가 협정에 서명했다.", "ko"),
        ("ノルウェーはスウェーデンと違い、協定に署名した。", "ja"),
        ("ノルウェーはスウェーデンとは別に、協定に署名した。", "ja"),
        ("スウェーデンの代わりにノルウェーが協定に署名した。", "ja"),
        ("ノルウェーは圧力の下に協定に署名した。", "ja"),
        ("Norway, unlike Sweden, signed the accord.", "en"),
        ("Norway rather than Sweden signed the accord.", "en"),
        ("Norway signed the accord in place of Sweden.", "en"),
    ],
)
def test_whom_a_state_differs_from_signs_nothing(text: str, language: str) -> None:
    (claim,) = read(text, language)
    assert named(claim, "signatory") in (["Norway"], ["노르웨이"], ["ノルウェー"])
    assert named(claim, "instrument") in (["accord"], ["협정"], ["協定"])


def test_with_whom_one_signs_signs_too() -> None:
    assert named(read("노르웨이는 스웨덴과 별도로 만났다.", "ko")[0], "participant") == ["노르웨이", "스웨덴"]
    assert named(read("노르웨이는 스웨덴과 별도로 덴마크와 만났다.", "ko")[0], "participant") == ["노르웨이", "덴마크"]
    assert named(read("노르웨이는 스웨덴과 함께 협정에 서명했다.", "ko")[0], "signatory") == ["노르웨이", "스웨덴"]
    together = read("ノルウェーはスウェーデンとともに協定に署名した。", "ja")[0]
    assert sorted(named(together, "signatory")) == ["スウェーデン", "ノルウェー"]


@pytest.mark.parametrize(
    ("text", "language", "asserter"),
    [
        ("정부가 협정을 파기했다고 밝히자 야당은 총리를 비난했다.", "ko", "정부"),
        ("한빛전자가 동해물산을 인수했다고 발표하면서 노조는 파업에 들어갔다.", "ko", "한빛전자"),
        ("정부는 협정을 파기했다고 밝혔지만 야당은 총리를 비난했다.", "ko", "정부"),
        ("政府が協定を破棄したと発表したのを受け、野党は首相を非難した。", "ja", "政府"),
        ("政府は協定を破棄したと発表したが、野党は首相を非難した。", "ja", "政府"),
        ("市によると、黒田市長は三浦社長と面会したが、三浦社長は「待ってほしい」と述べたという。", "ja", "市"),
        ("黒田市長は三浦社長と面会したが、三浦社長は資料を提出したという。", "ja", None),
    ],
)
def test_who_comes_later_says_nothing_of_it(text: str, language: str, asserter: str | None) -> None:
    assert read(text, language)[0].asserter == asserter


@pytest.mark.parametrize(
    "text",
    [
        "Governor Tunde Alade witnessed the ceremony. The firm sued the state.",
        "Alade promised a reply. A concession of a Turkish firm was cancelled. The firm sued the state.",
    ],
)
def test_a_firm_without_a_name_is_not_whoever_was_named(text: str) -> None:
    assert all("Alade" not in name for name in named(read(text, "en")[-1], *TAKING_PART))


def test_a_plan_that_goes_on_is_its_own_subjects() -> None:
    text = "ポーランドは発給を拒否する構えで、ペラン会長は21日に三浦社長と会談する。"
    assert sorted(named(read(text, "ja")[-1], "participant")) == ["ペラン", "三浦"]


def test_a_minister_is_named_without_what_he_is_minister_of() -> None:
    text = "ペラン会長は21日にジェリンスキ・スポーツ相と会談した。"
    assert sorted(named(read(text, "ja")[-1], "participant")) == ["ジェリンスキ", "ペラン"]


def test_a_day_before_a_noun_that_tells_what_was_done_is_read() -> None:
    (claim,) = read(
        "대한핸드볼협회는 11일 이사회를 열고 국가대표팀 사령탑에 후안 모레노 감독을 선임했다고 12일 발표했다.",
        "ko",
    )[-1:]
    assert (claim.kind, claim.date and claim.date[-2:]) == ("appoint", "11")


def test_firms_of_two_states_act_together() -> None:
    (claim,) = read("韓国のハヌル製薬とスイスのクラリバックスは8日、契約を締結した。", "ja")
    assert sorted(named(claim, "signatory")) == ["クラリバックス", "ハヌル製薬"]


def test_a_day_behind_a_name_is_no_part_of_it() -> None:
    text = "ペルー国会は1日、北部の停電の責任を問い、ロハス・エネルギー相の罷免決議案を賛成多数で可決した。"
    assert named(read(text, "ja")[0], "agent") == ["ペルー国会"]


def test_what_opened_is_no_town() -> None:
    (claim,) = read("They will keep a laboratory in Basel, which opened in 2021.", "en")
    assert named(claim, "topic") == ["laboratory"]


def test_two_words_that_would_tell_each_other_end_nothing() -> None:
    odd = "During the she also opened a training centre and met business leaders, them the Samarkand Copper, Dilnoza Karimova."
    assert read(f"{odd} Norway signed the accord.", "en")[-1].kind == "sign"
