"""Slips of the pen, and what is another statement: in the middle of a sentence that is quoted whole."""

from __future__ import annotations

import pytest

from claims.quotes import align
from claims.quotes.equivalence import flatten, points

SENTENCES = {
    "en": "The ministers of the two states met {} and spoke of their common trade in steel.",
    "ja": "両国の閣僚は昨日の会合で{}について話し合い、その結果を公表した。",
    "ko": "두 나라의 장관은 어제 회의에서 {} 문제를 논의하고 그 결과를 발표했다.",
}


def is_found(quoted: str, written: str, language: str) -> bool:
    """Whether the sentence with `quoted` in it is found where `written` stands, and nothing is otherwise in it."""
    text = SENTENCES[language].format(written)
    found = align(SENTENCES[language].format(quoted), text)
    assert found is None or found.spans == ((0, len(text)),) or found.spans == ((0, len(text) - 1),)
    return found is not None


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # as many letters as a word is long enough for: one in two, two from three on, three from eight on
        ("en", "in", "it"), ("en", "cat", "cxx"), ("en", "harbour", "harbxxr"), ("en", "harbour", "harxxbour"),
        ("en", "harbours", "hxrxoxrs"),
        ("en", "harbours", "harxxxbours"), ("en", "cat", "ct"), ("en", "cat", "caxxt"), ("en", "a harbour", "harbour"),
        ("en", "onregular", "ondisregular"), ("en", "regular", "obregular"), ("en", "Lind in Oslo", "Lint in Osla"),
        ("en", "at rome", "at Home"),
        ("en", "at RomE", "at Rome"), ("ja", "日本", "目本"), ("ja", "大臣", "太臣"), ("ja", "経済安保", "経財安保"),
        ("ja", "会議場", "会場"),
        ("ja", "カタ語", "カテ語"), ("ja", "カタカナ語", "カタヌテ語"), ("ja", "ラインハルト", "ライマヒルト"), ("ja", "北側", "此側"),
        ("ko", "무역", "무엮"),
        ("ko", "무역", "무여"), ("ko", "반도체와 배터리", "반도채와 배더리"),
    ],
)  # fmt: skip
def test_a_slip(language: str, one: str, other: str) -> None:
    assert is_found(one, other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "as", "of"), ("en", "cab", "tow"), ("en", "harbour", "haxxxur"), ("en", "harbour", "harxxxbour"),
        ("en", "harbour", "hxrxoxr"),
        ("en", "harbours", "hxrxoxxs"), ("en", "harbours", "harxxxxbours"),
        # no whole word
        ("en", "in the harbour", "in harbour"), ("en", "in of harbour", "in harbour"), ("en", "in that harbour", "in harbour"),
        ("en", "a b harbour", "harbour"),
        ("en", "in big harbour", "in harbour"), ("en", "at me at home", "at home"),
        # no negation and no prefix of one
        ("en", "not at home", "at home"), ("en", "now at home", "not at home"), ("en", "ever at home", "never at home"),
        ("en", "never", "newer"),
        ("en", "unregular", "regular"), ("en", "inregular", "regular"), ("en", "imregular", "regular"), ("en", "irregular", "regular"),
        ("en", "ilregular", "regular"),
        ("en", "disregular", "regular"), ("en", "nonregular", "regular"), ("en", "misregular", "regular"), ("en", "deregular", "regular"),
        ("ja", "非公開", "公開"), ("ja", "未定", "末定"), ("ko", "있는", "없는"),
        # no number, month, direction or other word that is one letter from its opposite
        ("en", "20 men", "30 men"), ("en", "20 men", "2 men"), ("en", "2.0 men", "20 men"), ("en", "June", "July"),
        ("en", "one man", "one men of nine"),
        ("en", "five men", "nine men"), ("en", "in the north", "in the south"), ("en", "his men", "her men"), ("en", "import", "export"),
        ("en", "increased", "decreased"), ("ja", "五人", "六人"), 
        ("ja", "日", "米"),
        ("ja", "増加", "減加"), ("ja", "北側", "南側"), ("ko", "한국", "미국"), ("ko", "남측", "북측"), ("ko", "상한", "하한"),
        # no office or rank
        ("ja", "副大臣", "大臣"), ("ja", "元首相", "首相"), ("ja", "前首相", "首相"), ("ja", "新制度", "制度"), ("ja", "全議員", "議員"),
        # no name
        ("en", "Kind in Oslo", "Lind in Oslo"), ("en", "at Rome", "at Dome"),
        ("ja", "経済安保", "軽財安保"), ("ja", "カタ語", "ヌテ語"),
        # no more than three letters together, whatever a long word has
        ("ja", "インターナショナルスクール", "インタヌヌヌヌナルスクール"),
        ("ja", "インターナショナルスクールシステム", "インターナスクールシステム"),
        ("ko", "경제안전보장회의", "경제협력보장회의"), ("en", "in", "ixxn"),
        # no whole word of another alphabet, or with an accent
        ("ko", "모두 무역", "무역"), ("ja", "、また、貿易", "貿易"), ("en", "où harbour", "harbour"),
        ("ja", "ラインハルト", "ライマヒレト"), ("ko", "무역과", "무엮고"), ("ja", "「林」と安氏", "「」と安氏"),
    ],
)  # fmt: skip
def test_another_statement_either_way(language: str, one: str, other: str) -> None:
    assert not is_found(one, other, language)
    assert not is_found(other, one, language)


@pytest.mark.parametrize(
    ("language", "quoted", "written"),
    [
        ("en", "former men", "farmer men"),
        ("en", "new men", "now men"),
        ("ja", "五人", "吾人"),
        ("en", "at Rome", "at home"),
    ],
)
def test_a_slip_makes_no_word_that_says_much(language: str, quoted: str, written: str) -> None:
    """It may spoil one: a "farmer" where the text has "former" is no other statement, only a wrong word."""
    assert not is_found(quoted, written, language)
    assert is_found(written, quoted, language)


def test_a_sentence_in_capitals_names_nobody_else() -> None:
    text = SENTENCES["en"].format("in Oslo")
    assert align(text.upper().replace("STEEL", "STEAL"), text) is not None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("2.0", "2\0" + "0"),
        ("20.", "20"),
        (".20", "20"),
        ("2. 0", "20"),
        ("2．0", "2\0" + "0"),
        ("a2b0", "20"),
        ("x", ""),
    ],
)
def test_a_point_counts_only_between_digits(text: str, digits: str) -> None:
    assert points(text) == digits


@pytest.mark.parametrize("text", ["", "Ｇ７ Ab", "ﬁne", "İstanbul", "㍻31年", "ß", "a\u0301b"])
def test_flattening_keeps_every_letter_at_its_offset(text: str) -> None:
    assert len(flatten(text)) == len(text)
    assert flatten("Ｇ７ Ab") == "g7 ab"
