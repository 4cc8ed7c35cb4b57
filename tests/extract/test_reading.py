"""Sentences of the project's own into claims, in three languages, with texts that bear none."""

from __future__ import annotations

import re
import time

import pytest

from claims.errors import ClaimsError
from claims.extract import extract
from claims.records import Document
from tests.extract.reader import named, read, reading, told


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
        ("ko", "박영호 외교부 장관은 12일 서울에서 칠레 외교장관과 회담을 가졌다.", "meet occurred 2025-05-12"),
        ("ko", "한국과 칠레는 13일 어업 협정에 서명했다.", "sign occurred 2025-05-13"),
        ("ko", "한국은 10월 부산에서 정상회의를 개최할 예정이다.", "meet scheduled 2025-10"),
    ],
)
def test_kind_phase_and_date(language: str, text: str, expected: str) -> None:
    assert expected in [re.sub(r" (?:CT|PR|PS|U) ", " ", one) for one in told(read(text, language))]


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


def test_known_names_are_given_their_entity_and_unknown_ones_none() -> None:
    (claim,) = [c for c in read("Gina Raimondo met Jo Berg on 3 May 2025.", "en") if c.kind == "meet"]
    assert [a.entity for a in claim.arguments if a.role == "participant"] == ["gina-raimondo", None]


def test_without_an_anchor_no_date_is_guessed() -> None:
    (claim,) = [c for c in read("Norway and Chile signed a pact on Tuesday.", "en", None) if c.kind == "sign"]
    assert claim.date is None


def test_twice_read_is_the_same() -> None:
    text = "岡村外務大臣は5月12日、オスロでベルグ外相と会談した。両外相は共同声明を発表した。"
    assert read(text, "ja") == read(text, "ja")


def test_offsets_are_those_of_the_raw_text() -> None:
    text = "　６月２６日、岡村外務大臣はベルグ外相と会談した。"
    (claim,) = [c for c in read(text, "ja") if c.kind == "meet"]
    assert claim.date == "2024-06-26"
    assert claim.date_text == "６月２６日"
    assert re.search("会談した$", text[claim.evidence[0].start : claim.evidence[0].end])


def test_a_meeting_dates_the_sentences_that_follow_and_says_so() -> None:
    text = "岡村外務大臣は5月12日、オスロでベルグ外相と会談した。両外相は漁業での協力を強化することで一致した。"
    found = {c.kind: c for c in read(text, "ja")}
    assert (found["meet"].date_basis, found["cooperate"].date_basis) == ("completed", "inherited")
    assert found["cooperate"].date == "2025-05-12"
    assert named(found["cooperate"], "participant") == ["ベルグ", "岡村"]


def test_each_agreement_of_a_sentence_is_a_claim_with_its_own_words() -> None:
    text = "Norway and Chile agreed to deepen cooperation on fish, to launch a research programme and to sign a treaty."
    found = read(text, "en")
    assert [c.kind for c in found] == ["cooperate", "establish", "sign"]
    assert {c.phase for c in found} == {"agreed"}
    assert [named(c, "topic")[0] for c in found] == [
        "deepen cooperation on fish",
        "launch a research programme",
        "sign a treaty",
    ]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They discussed reef loss, cyclone insurance and the relocation of villages.", 3),
        ("両氏は漏水対策、料金の据え置き、災害時の給水について協議した。", 3),
        ("양측은 타일 관세, 새우 검역, 어업 경계 문제를 논의했다.", 3),
    ],
)
def test_every_topic_of_a_list_is_kept(text: str, topics: int) -> None:
    language = "en" if text.isascii() else "ja" if "両" in text else "ko"
    lead = {
        "en": "Ana Lind met Jo Berg in Oslo. ",
        "ja": "宮脇直樹市長と岡田千夏社長は会談した。",
        "ko": "칠레와 페루는 5일 회의를 열었다. ",
    }[language]
    (claim,) = [c for c in read(lead + text, language) if c.kind == "discuss"]
    assert len(named(claim, "topic")) == topics
    assert len(named(claim, "participant")) == 2


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        ("The council appointed Ana Lind on Tuesday.", "appoint", {"agent": ["council"], "holder": ["Ana Lind"]}),
        ("Ingrid Solheim resigned as chairwoman on Tuesday.", "resign", {"holder": ["Ingrid Solheim"], "office": ["chairwoman"]}),
        ("Samoa ratified the treaty in May.", "ratify", {"agent": ["Samoa"], "instrument": ["treaty"]}),
        ("Canada withdrew from the pact on 1 May.", "withdraw", {"agent": ["Canada"], "framework": ["pact"]}),
        ("Acme Corp. terminated the contract in January.", "terminate", {"agent": ["Acme Corp."], "instrument": ["contract"]}),
        ("The summit has been postponed until June.", "postpone", {"topic": ["summit"]}),
        ("The city sued Acme Corp. over a contract.", "sue", {"agent": ["city"], "affected": ["Acme Corp."]}),
        ("Brazil accused Argentina of dumping.", "accuse", {"agent": ["Brazil"], "affected": ["Argentina"], "topic": ["dumping"]}),
        ("Nurses went on strike on Monday.", "strike", {"agent": ["Nurses"]}),
        ("The company paid 1.2 million euros to the workers.", "pay", {"agent": ["company"], "affected": ["workers"]}),
        ("Acme Corp. acquired Beta Ltd in 2023.", "acquire", {"agent": ["Acme Corp."], "affected": ["Beta Ltd"]}),
        ("Paraguay closed the crossing in November.", "close", {"agent": ["Paraguay"], "topic": ["crossing"]}),
        ("Acme Corp. opened a plant in 2022.", "open", {"agent": ["Acme Corp."], "topic": ["plant"]}),
    ],
)  # fmt: skip
def test_kinds_of_common_public_business(text: str, kind: str, roles: dict[str, list[str]]) -> None:
    (claim,) = read(text, "en")
    assert claim.kind == kind
    assert {role: named(claim, role) for role in roles} == roles


def test_what_is_put_off_is_due_then() -> None:
    (claim,) = read("The summit has been postponed until June.", "en")
    assert (claim.phase, claim.date, claim.due) == ("occurred", None, "../2025-06")


def test_a_summary_is_the_sentence_itself() -> None:
    (claim,) = read("Norway and Chile signed\na pact on Tuesday.", "en")
    assert claim.summary == "Norway and Chile signed a pact on Tuesday."


@pytest.mark.parametrize("language", ["ja", "en", "ko"])
@pytest.mark.parametrize(
    "text",
    [
        "会" * 20_000,
        "a " * 20_000,
        "(" * 5_000,
        "Lind, " * 5_000,
        "\0\0 \ufffd",
        "齋藤 met 러몬도 in ワシントン。" * 50,
    ],
    ids=["one word", "one line", "brackets", "commas", "control", "mixed scripts"],
)
def test_what_is_no_article_takes_little_time(language: str, text: str) -> None:
    read("A.", language)
    before = time.process_time()
    read(text, language)
    assert time.process_time() - before < 10


def test_no_text_and_no_lexicon_are_said_so() -> None:
    with pytest.raises(ClaimsError, match="no text"):
        extract(Document(slug="t", source="s", title="t", language="en", text="  \n"))
    with pytest.raises(ClaimsError, match="no lexicon for language 'xx'; the reader knows en, fr, ja, ko"):
        extract(Document(slug="t", source="s", title="t", language="xx", text="x"))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_hundred_sentences_are_read_in_seconds(language: str) -> None:
    sentence = {
        "ja": "岡村外務大臣は5月12日、オスロでベルグ外相と会談し、漁業協力を強化することで一致した。",
        "en": "Trade Minister Ana Lind met Jo Berg in Oslo on 2 May 2025 and agreed to deepen cooperation on fish. ",
    }[language]
    reading(sentence, language)
    before = time.process_time()
    reading(sentence * 100, language)
    assert time.process_time() - before < 25  # the machine may be busy


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a day without a year lies ahead where the thing does, and is over where it is
        ("en", "Brazil wants to host the next round in Brasilia in March.", ["meet intended CT 2026-03"]),
        ("en", "Brazil hosted the last round in Brasilia in March.", ["meet occurred CT 2025-03"]),
        ("ja", "ペルーのロサス外相は来月東京を訪問し、日本の外相と会談する方向で調整している。",
         ["visit scheduled PR 2025-06", "meet intended PR -"]),
        # the day of the saying is not that of what is said
        ("en", "Peru's ministry said on Tuesday its minister would not attend the summit in Lima.",
         ["attend intended not CT -"]),
        ("ko", "안데스광업은 7일 코브레사를 인수한다고 발표했다.", ["acquire intended CT -"]),
        # a year stays in its clause
        ("ja", "アンデス鉱業は2019年に開いた工場を3月に閉鎖した。", ["open occurred CT 2019", "close occurred CT 2025-03"]),
    ],
)  # fmt: skip
def test_a_day_is_that_of_its_own_clause(language: str, text: str, expected: list[str]) -> None:
    assert told(read(text, language)) == expected


def test_what_others_do_later_is_not_of_the_meetings_day() -> None:
    text = (
        "Ana Park and Marc Dubois met on 2 May. The province promised to fund a tram line. The two agreed to cooperate."
    )
    assert told(read(text, "en")) == [
        "meet occurred CT 2025-05-02",
        "pay agreed CT -",
        "cooperate agreed CT 2025-05-02",
    ]
