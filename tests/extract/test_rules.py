"""Sentences of the project's own into claims, in three languages, with texts that bear none."""

from __future__ import annotations

import re
import time

import pytest

from claims import records
from claims.errors import ClaimsError
from claims.extract import extract, shipped_names
from claims.extract.gazetteer import Names
from claims.records import Claim, Document

NAMES = shipped_names()


def read(text: str, language: str, published: str | None = "2025-05-14", names: Names = NAMES) -> list[Claim]:
    document = Document(slug="t", source="s", title="t", language=language, published_on=published, text=text)
    found = extract(document, names)
    for claim in found:
        records.encode(claim)
        for evidence in claim.evidence:
            assert evidence.start is not None
            assert evidence.end is not None
            assert text[evidence.start : evidence.end].strip() == text[evidence.start : evidence.end]
        for argument in claim.arguments:
            if argument.start is not None:
                assert text[argument.start : argument.end] == argument.name
    return found


def told(claims: list[Claim]) -> list[str]:
    return [f"{c.kind} {c.phase}{'' if c.polarity == '+' else ' not'} {c.date or '-'}" for c in claims]


def named(claim: Claim, *roles: str) -> list[str]:
    return [argument.name for argument in claim.arguments if argument.role in roles]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Trade Minister Ana Lind met Prime Minister Jo Berg in Oslo on 2 May 2025.", "meet occurred 2025-05-02"),
        ("en", "Norway and Chile signed a fisheries agreement on Tuesday.", "sign occurred 2025-05-13"),
        ("en", "France will host a summit with Kenya in Paris in October.", "meet scheduled 2025-10"),
        ("en", "Finance Minister Ana Lind visited Peru in March 2025.", "visit occurred 2025-03"),
        ("en", "Canada and Mexico failed to reach an agreement on tariffs on 1 May 2025.", "sign failed 2025-05-01"),
        ("en", "Poland is expected to join the programme in 2026.", "join expected 2026"),
        ("ja", "岡村外務大臣は5月12日、オスロでノルウェーのベルグ外相と会談した。", "meet occurred 2025-05-12"),
        ("ja", "日本とチリは13日、漁業協定に署名した。", "sign occurred 2025-05-13"),
        ("ja", "岡村外務大臣は来月、ペルーを訪問する予定だ。", "visit scheduled 2025-06"),
        ("ja", "ドイツとインドは3月3日の交渉で合意に至らなかった。", "sign failed 2025-03-03"),
        ("ja", "次の首脳会談は7月に開かれる見通しだ。", "meet expected 2025-07"),
        ("ko", "박영호 외교부 장관은 12일 서울에서 칠레 외교장관과 회담을 가졌다.", "meet occurred 2025-05-12"),
        ("ko", "한국과 칠레는 13일 어업 협정에 서명했다.", "sign occurred 2025-05-13"),
        ("ko", "한국은 10월 부산에서 정상회의를 개최할 예정이다.", "meet scheduled 2025-10"),
    ],
)
def test_kind_phase_and_date(language: str, text: str, expected: str) -> None:
    assert expected in told(read(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The weather was fine and shares rose slightly. Analysts are watching the yen."),
        ("en", "She laughed and went home. Nobody spoke for a while."),
        ("ja", "東京の株価は続伸した。気温は平年並みだった。"),
        ("ja", "この映画はとても面白い。もう一度見たい。"),
        ("ko", "오늘은 맑고 기온은 20도였다."),
        ("en", "التقى الوزير نظيره في واشنطن. שלום עולם. 😀🎉"),
    ],
)
def test_a_text_without_claims_gives_none(language: str, text: str) -> None:
    assert read(text, language) == []


def test_a_denial_is_not_a_report() -> None:
    (claim,) = [c for c in read("Minister Ana Lind denied that she had met Jo Berg.", "en") if c.kind == "meet"]
    assert (claim.polarity, claim.speech_act) == ("-", "deny")
    (claim,) = [
        c for c in read("ノルウェー外務省は、会談が行われるとの報道を否定した。", "ja") if c.speech_act == "deny"
    ]
    assert claim.polarity == "-"


def test_a_meeting_that_fell_through_did_not_occur() -> None:
    english = "A meeting between Norway and Chile on 3 May 2025 was called off."
    assert "meet cancelled 2025-05-03" in told(read(english, "en"))
    japanese = "岡村首相は来月、ペルーを訪問する予定だったが、国会を理由に訪問を中止した。"
    found = told(read(japanese, "ja"))
    assert "visit scheduled 2025-06" in found
    assert "visit cancelled 2025-06" in found
    assert not [one for one in found if one.startswith("visit occurred")]


def test_a_meeting_dates_the_sentences_that_follow_and_says_so() -> None:
    text = (
        "岡村外務大臣は5月12日、オスロでベルグ外相と会談した。両外相は漁業での協力を強化することで一致した。"
        "岡村大臣は輸出規制に深刻な懸念を表明した。"
    )
    found = {c.kind: c for c in read(text, "ja")}
    assert (found["meet"].date_basis, found["cooperate"].date_basis) == ("completed", "inherited")
    assert found["cooperate"].date == found["concern"].date == "2025-05-12"
    assert found["cooperate"].phase == "agreed"
    assert named(found["cooperate"], "participant") == ["両外相", "両外相"]
    assert named(found["concern"], "agent") == ["岡村"]


def test_each_agreement_of_a_sentence_is_a_claim() -> None:
    text = "Norway and Chile agreed to deepen cooperation on fish, to launch a research programme and to sign a treaty."
    assert [one.split()[0] for one in told(read(text, "en"))] == ["cooperate", "establish", "sign"]
    assert {c.phase for c in read(text, "en")} == {"agreed"}


def test_a_title_gives_an_office_once_with_its_state() -> None:
    text = "Norwegian Trade Minister Ana Lind met Jo Berg. Minister Lind thanked Chile."
    (office,) = [c for c in read(text, "en") if c.kind == "hold_office"]
    assert named(office, "holder") == ["Ana Lind"]
    assert named(office, "office") == ["Norwegian Trade Minister"]
    assert named(office, "organisation") == ["Norwegian"]
    (office,) = [
        c for c in read("ノルウェーのベルグ外相は、ベルグ外相として出席した。", "ja") if c.kind == "hold_office"
    ]
    assert (named(office, "holder"), named(office, "organisation")) == (["ベルグ"], ["ノルウェー"])


def test_who_says_it_is_kept_apart_from_who_does_it() -> None:
    found = read("According to MOTIE, Norway and Chile signed a pact on 3 May 2025.", "en")
    (claim,) = [c for c in found if c.kind == "sign"]
    assert (claim.asserter, named(claim, "signatory")) == ("MOTIE", ["Norway", "Chile"])
    found = read("산업통상자원부는 한국과 칠레가 13일 협정에 서명했다고 밝혔다.", "ko")
    (claim,) = [c for c in found if c.kind == "sign"]
    assert (claim.asserter, named(claim, "signatory")) == ("산업통상자원부", ["한국", "칠레"])


def test_likely_is_probable_and_unlikely_is_negative() -> None:
    (claim,) = [c for c in read("Chile is unlikely to sign the treaty this year.", "en") if c.kind == "sign"]
    assert (claim.phase, claim.polarity, claim.certainty) == ("expected", "-", "PR")
    (claim,) = [c for c in read("チリは来年、協定に署名する可能性が高い。", "ja") if c.kind == "sign"]
    assert (claim.phase, claim.polarity, claim.certainty) == ("expected", "+", "PR")


def test_an_ordinal_is_a_rank_with_its_number() -> None:
    (claim,) = [
        c for c in read("The third Norway-Chile Fisheries Dialogue was held on 3 May 2025.", "en") if c.kind == "rank"
    ]
    assert claim.quantity == "3"
    (claim,) = [c for c in read("第12回日・チリ漁業対話が5月3日に開かれた。", "ja") if c.kind == "rank"]
    assert claim.quantity == "12"


def test_known_names_are_given_their_entity_and_unknown_ones_none() -> None:
    (claim,) = [c for c in read("Gina Raimondo met Jo Berg on 3 May 2025.", "en") if c.kind == "meet"]
    assert [a.entity for a in claim.arguments if a.role == "participant"] == ["gina-raimondo", None]


def test_without_an_anchor_no_date_is_guessed() -> None:
    (claim,) = [c for c in read("Norway and Chile signed a pact on Tuesday.", "en", None) if c.kind == "sign"]
    assert claim.date is None


def test_twice_read_is_the_same() -> None:
    text = "岡村外務大臣は5月12日、オスロでベルグ外相と会談した。両外相は共同声明を発表した。"
    assert read(text, "ja") == read(text, "ja")


@pytest.mark.parametrize("language", ["ja", "en", "ko"])
@pytest.mark.parametrize(
    "text",
    [
        "会" * 200_000,
        "a " * 200_000,
        "(" * 50_000,
        "Lind, " * 50_000,
        "\0\0 \ufffd",
        "齋藤 met 러몬도 in ワシントン。" * 50,
    ],
    ids=["one word", "one line", "brackets", "commas", "control", "mixed scripts"],
)
def test_what_is_no_article_takes_little_time(language: str, text: str) -> None:
    before = time.process_time()
    read(text, language)
    assert time.process_time() - before < 5


def test_no_text_and_no_rules_are_said_so() -> None:
    with pytest.raises(ClaimsError, match="no text"):
        read("  \n", "en")
    with pytest.raises(ClaimsError, match="no rules for language 'fr'"):
        read("Le ministre a rencontré Jo Berg.", "fr")


@pytest.mark.parametrize("language", ["ja", "en", "ko"])
def test_a_thousand_sentences_take_about_a_second(language: str) -> None:
    sentence = {
        "ja": "岡村外務大臣は5月12日、オスロでベルグ外相と会談し、漁業協力を強化することで一致した。",
        "en": "Trade Minister Ana Lind met Jo Berg in Oslo on 2 May 2025 and agreed to deepen cooperation on fish. ",
        "ko": "박영호 외교부 장관은 12일 서울에서 칠레와 회담을 갖고 협력을 강화하기로 했다. ",
    }[language]
    read(sentence, language)
    before = time.process_time()
    for _ in range(10):
        read(sentence * 30, language)
    assert 300 / (time.process_time() - before) > 250  # a fourth of the aim: the machine may be busy


def test_offsets_are_those_of_the_raw_text() -> None:
    text = "　６月２６日、岡村外務大臣はベルグ外相と会談した。"
    (claim,) = [c for c in read(text, "ja") if c.kind == "meet"]
    assert claim.date == "2024-06-26"
    assert claim.date_text == "６月２６日"
    assert re.search("会談した$", text[claim.evidence[0].start : claim.evidence[0].end])
