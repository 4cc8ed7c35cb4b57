from __future__ import annotations

import time

import pytest

from claims.text import split_sentences
from tests.conftest import texts


def _kinds(text: str, language: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in split_sentences(text, language)]


def _sentences(text: str, language: str) -> list[str]:
    spans = _kinds(text, language)
    assert {kind for kind, _ in spans} == {"sentence"}
    return [words for _, words in spans]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            ["The U.S. Commerce Secretary met Mr. Saito in Washington, D.C. on April 11.", "No agreement was reached."],
        ),
        ("en", ["He said No. 5 rose 2.0 percent.", '"We met. We agreed," he said.', "They left (see p. 5)."]),
        ("en", ["J. R. Smith met Ferdinand Marcos Jr. in Manila at 5 p.m. on Friday.", "The two talked.", "Really?"]),
        ("en", ["It came in 2023.", "Japan agreed."]),
        # a quotation mark without its partner parts nothing that follows
        (
            "en",
            ['The "other thing was lost.', "Jim came.", '"Well done," he said.', 'It was "very" good.', "It ended."],
        ),
        ("ja", ["大臣は「合意した。署名する。」と述べた。", "「よい会談だった。」", "大臣は帰国した。"]),
        ("ja", ["長官は会った。 ワシントンで。", "彼らは話した。"]),
        ("ja", ["会談した。 通商の枠組み (JUCIP).", "しかし、合意した。"]),
        ("ja", ["両国は会談した。", "半導体協力で合意。"]),
        ("ja", ["版は2.0である。", "三者(第1回。初めて)は会った。"]),
        ("ko", ["장관은 2024. 6. 26. 워싱턴 D.C.에서 회의를 열었다.", "2.5% 늘었다.", '"협력하겠다."라고 말했다.']),
    ],
)
def test_sentences(language: str, sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ministers of Japan and of the U.S. said on\nFriday that they would work together in all fields of\nchips.",
        ),
        ("ja", "三閣僚は会談し、重要鉱物のサプライチェーンについて\n協議した。"),
        ("ja", "三閣僚は会談し、\n\n協議した。"),
    ],
)
def test_a_broken_line_goes_on(language: str, text: str) -> None:
    assert _sentences(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "kind", "line"),
    [
        ("ja", "heading", "韓国との協力"),
        ("ja", "heading", "次は何か?"),
        ("en", "heading", "What comes next?"),
        ("ja", "caption", "大臣がマニラで署名している。 (©Kyodo)"),
        ("ja", "caption", "会議に出席する長官 (フルフォト)"),
        ("en", "caption", "The minister speaks in Manila. (Reuters)"),
        ("en", "caption", "Photo: Kyodo"),
        ("ko", "caption", "▲ 장관이 회의하고 있다. (사진=연합뉴스)"),
        ("ja", "byline", "著者: Jane Doe"),
        ("en", "byline", "By Jane Doe and John Roe, Reuters"),
        ("ko", "byline", "홍길동 기자 a@b.kr"),
        ("en", "box", "1 min read"),
        ("en", "box", "You May Also Like"),
        ("en", "box", "+ There are no comments"),
        ("ja", "box", "関連:"),
        ("ko", "box", "무단전재 및 재배포 금지"),
    ],
)
def test_what_is_no_sentence(language: str, kind: str, line: str) -> None:
    around = {"ja": "両国は会談した。", "en": "The two met.", "ko": "두 나라는 만났다."}[language]
    spans = _kinds(f"{around}\n\n{line}\n\n{around}", language)
    assert spans[1] == (kind, line) or [kind] * (len(spans) - 2) == [one for one, _ in spans[1:-1]]
    assert spans[0] == ("sentence", around)


@pytest.mark.parametrize(
    ("language", "headline", "lines"),
    [
        (
            "en",
            "Norway and Peru agree on a tie-up in battery standards",
            ["Norway agreed to it on Friday.", "Peru did so, too."],
        ),
        (
            "ja",
            "斎藤経産相、レモンド商務長官と会談、半導体の連携で一致",
            ["両氏は27日に会談した。", "供給網で一致した。"],
        ),
        (
            "ko",
            "산업부 장관, 미 상무장관과 회담하고 반도체 공급망 협력에 합의",
            ["두 장관은 27일 만났다.", "공급망에 합의했다."],
        ),
    ],
)
def test_a_line_above_whole_sentences_is_a_headline(language: str, headline: str, lines: list[str]) -> None:
    text = "\n".join([headline, *lines])
    spans = split_sentences(text, language)
    assert [(one.kind, text[one.start : one.end]) for one in spans] == [
        ("heading", headline),
        *(("sentence", line) for line in lines),
    ]


def test_below_the_foot_of_the_page_all_is_box() -> None:
    assert [kind for kind, _ in _kinds("The two met.\n\nMore From Author\n\nThe other two met.", "en")] == [
        "sentence",
        "box",
        "box",
    ]


@pytest.mark.parametrize("text", ["", " \n\n ", "。", "「", '"', "a", "\ud800", "。。。", "()"])
@pytest.mark.parametrize("language", ["ja", "en", "ko", "fr"])
def test_any_text_is_covered(text: str, language: str) -> None:
    _check_cover(text, language)


def _check_cover(text: str, language: str) -> None:
    at = 0
    for span in split_sentences(text, language):
        assert text[at : span.start].strip() == ""
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        at = span.end
    assert text[at:].strip() == ""


def test_the_texts_that_ship_are_covered_and_split_by_line() -> None:
    for language, text in texts():
        _check_cover(text, language)
        assert all("\n" not in words for words in _sentences(text, language))


def test_the_article_is_split_into_sentences_and_furniture(article: str) -> None:
    _check_cover(article, "ja")
    kinds = [kind for kind, _ in _kinds(article, "ja")]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "heading": 7,
        "box": 7,
        "sentence": 63,
        "caption": 4,
        "byline": 2,
    }


@pytest.mark.parametrize("unit", ["日本語の文章です。", "word ", "「", '"a. ', "(", "a\n", "By Aaa ", ". "])
def test_time_grows_with_length(unit: str) -> None:
    """Eight times the text may take thirty times as long, on a busy machine; were time quadratic, sixty-four times."""
    taken = []
    for size in (50_000, 400_000):
        text = unit * (size // len(unit))
        runs = []
        for _ in range(3):
            began = time.process_time()
            split_sentences(text, "ja")
            runs.append(time.process_time() - began)
        taken.append(min(runs))
    assert taken[1] < 30 * taken[0] + 0.5
