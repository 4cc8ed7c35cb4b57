"""Japanese states told by one letter, lists of ministers, names with a reading, and what is asked of nobody."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, told

PARTIES = ("participant", "signatory", "agent")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # letters that stand for states
        ("日韓両政府は15日、ソウルで通商対話を開いた。", ["日本", "韓国"]),
        ("日米豪比４カ国の防衛相は13日、会談した。", ["オーストラリア", "フィリピン", "日本", "米国"]),
        ("日米首脳は13日、電話で会談した。", ["日本", "米国"]),
        # a list of those who bear an office, the first of which the parser hangs elsewhere
        ("会談には日本の森本俊介防衛相、米国のハーロウ国防長官、フィリピンのサントス国防相が出席した。",
         ["サントス", "ハーロウ", "森本俊介"]),
        ("森本俊介外相は13日、ローラ・シンクレア資源大臣との間で覚書に署名しました。", ["ローラ・シンクレア", "森本俊介"]),
        # a family name of three letters
        ("大河内修大臣は13日、東京でベルグ外相と会談した。大河内大臣は、規制の拡大に懸念を表明した。", ["大河内修"]),
        ("市は、設計会社の蒼設計と約1億8千万円の業務委託契約を結んだ。", ["市", "蒼設計"]),
        # of two subjects each does its own
        ("2人は金利の引き下げを主張し、残る1人は引き上げを求めた。", ["1人"]),
        # who thanks is told by から
        ("シンクレア大臣からは、市の協力に対する謝意が示されました。", ["シンクレア"]),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, parties: list[str]) -> None:
    claim = read(text, "ja")[-1]
    assert named(claim, *PARTIES) == parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a stance that is kept stands, one that is given up does not
        ("労組は28日から無期限のストに入る構えを崩していない。", "strike intended CT 2025-05-28/.."),
        ("ノルド社は工場を閉鎖する方針を変えた。", "close cancelled CT -"),
        # no such meeting took place
        ("国防省は、リンド氏が部長と面会したとの報道について「そのような会談は行われていない」とのコメントを出した。",
         "meet occurred not CT -"),
        # a day with a comma is that of the verb that ends the sentence
        ("ノルド社とイスト社は28日、東京で団体交渉を開き、基本給を引き上げることで妥結した。", "develop agreed CT 2025-04-28"),
    ],
)  # fmt: skip
def test_what_a_sentence_tells(text: str, expected: str) -> None:
    assert expected in told(read(text, "ja"))


@pytest.mark.parametrize(
    ("text", "affected", "topics"),
    [
        ("知事は担当相に、仮設住宅の建設費を国が負担するよう要望した。", None, ["仮設住宅の建設費を国が負担"]),
        ("EU側は、議会の日程を理由に延期を申し入れた。", [], ["延期"]),
        ("財務省は中銀に非公式に介入を要請した。", ["中銀"], ["介入"]),
        ("労協は、10%の賃上げと荷役の自動化の凍結を要求した。", [], ["10%の賃上げと荷役の自動化の凍結"]),
    ],
)  # fmt: skip
def test_what_is_asked_and_of_whom(text: str, affected: list[str] | None, topics: list[str]) -> None:
    claim = read(text, "ja")[-1]
    assert named(claim, "topic") == topics
    assert affected is None or named(claim, "affected") == affected
