"""Whom a Japanese text means by 同社, 町 and the like, and what comes of it where nobody can tell."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, reading

WHO = ("participant", "signatory", "agent", "holder", "affected")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # the only one of the text whose name ends so, however far back it was told of
        (
            "国防装備庁は12日、契約を解除した。総額は約640億円。納期は来年。同庁は会社に返還を求める。",
            ["会社", "国防装備庁"],
        ),
        ("港湾ファンドは株式を買収した。株価は上がった。同ファンドは契約を解除した。", ["港湾ファンド"]),
        # the firm named last, and who bears that title
        (
            "緑の会社は11日、カナダのディープメタル社が保護区に侵入したと告発したが、同社は主張を否定した。",
            ["ディープメタル社"],
        ),
        (
            "浜松社はペドロ・サンチェス監督を招いた。同監督とは協定を結び、浜松社が公表した。",
            ["ペドロ・サンチェス", "浜松社"],
        ),
        # the body that somebody heads
        ("鳴沢町の庄司健作町長は12日、辞任した。町は甲斐クリーン社と契約を結んだ。", ["甲斐クリーン社", "鳴沢町"]),
        # a firm that only the noun before it shows to be one
        ("時計メーカーのヴァルナは契約を解除した。同社は連盟を提訴した。", ["ヴァルナ", "連盟"]),
    ],
)
def test_whom_the_last_sentence_means(text: str, who: list[str]) -> None:
    assert sorted(named(read(text, "ja")[-1], *WHO)) == who


@pytest.mark.parametrize("text", ["同社は甲斐クリーン社と契約を結んだ。", "市民の会は同会を提訴した。"])
def test_nobody_knows_whom(text: str) -> None:
    (entry,) = reading(text, "ja").ledger
    assert "it is not clear whom “同" in (entry.reason or "")


def test_with_whom_alone_tells_of_no_contract() -> None:
    (entry,) = reading("昨年12月に台中航空公社と協定を締結した。", "ja").ledger
    assert "it is not known who settled it with whom" in (entry.reason or "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("栃見県と栃見市は6日、費用の分担で合意した。福永恭子知事と佐竹誠市長が会談した。", "2025-05-06"),
        ("栃見県と栃見市は6日、費用の分担で合意した。反対の声もある。福永恭子知事と佐竹誠市長が会談した。", None),
        ("栃見県と栃見市は6日、費用の分担で合意した。福永恭子知事と佐竹誠市長が来月、会談する。", "2025-06"),
        # a clause of another day stands between
        ("リンド氏とベルグ氏は6日、会談した。リンド氏は先月、辞任を表明したが、ベルグ氏と協定に署名した。", None),
    ],
)
def test_the_day_of_the_first_sentence_goes_on(text: str, day: str | None) -> None:
    assert read(text, "ja")[-1].date == day
