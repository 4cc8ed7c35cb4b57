"""Japanese sentences that leave unsaid who does it, or when, or tell it from the side of those to whom it is done."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, told


@pytest.mark.parametrize(
    ("text", "agents", "affected"),
    [
        # verbs of asking, ordering and accusing told as passives, by から, に or without an agent of their own
        ("ノルド社は保険会社から返金を求められた。", ["保険会社"], ["ノルド社"]),
        ("ノルド社は10日、保険会社に返金を求められた。", ["保険会社"], ["ノルド社"]),
        ("ノルド社は監督官庁から業務改善を命じられた。", ["監督官庁"], ["ノルド社"]),
        ("三和飼料は組合から賃上げを要求されている。", ["組合"], ["三和飼料"]),
        ("大野氏は野党から辞任を迫られている。", ["野党"], ["大野"]),
        ("前市長の大野洋氏は市民団体に背任の疑いで告発された。", ["市民団体"], ["大野洋"]),
        ("ノルド社は利用者ら12人から損害賠償を求めて訴えられた。", ["利用者ら12人"], ["ノルド社"]),
        # addressees and subjects that stand apart from their verb
        ("委員会は11日、クオンタとペイリンクに対し、情報を渡していたとして再発防止を勧告した。",
         ["委員会"], ["クオンタ", "ペイリンク"]),
        ("北関東の利用者126人が17日、上毛ガスに損害賠償を求める訴訟を前橋地裁に起こした。",
         ["北関東の利用者126人"], ["上毛ガス"]),
        ("ステップ銀行は、改修が年内に終われば4000万ドルを公社に拠出すると約束した。", ["ステップ銀行"], ["公社"]),
        ("文化省は9月、委員会に書簡を送り、作品が「事実をゆがめている」と批判していた。", ["文化省"], []),
        # an unnamed firm to which nothing is to be sold
        ("デルタHDは、クオンタ株を投資会社に売却する計画はないと発表した。", [], ["クオンタ株"]),
        # whoever the sentence before told of does it
        ("三陸機工は工場を閉鎖した。約420人の従業員については再就職を支援する。", ["三陸機工"], []),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(text: str, agents: list[str], affected: list[str]) -> None:
    claim = read(text, "ja")[-1]
    assert named(claim, "agent") == agents
    if affected:
        assert sorted(named(claim, "affected")) == affected


@pytest.mark.parametrize(
    ("text", "role", "things"),
    [
        # the court, and what is asked of it; no bare 裁判所
        ("住民団体は運転の差し止めを求めて北浦地裁に提訴した。", "framework", ["北浦地裁"]),
        ("住民団体は運転の差し止めを求めて北浦地裁に提訴した。", "topic", ["運転の差し止め"]),
        ("大野洋氏は国を相手取り、決定の取り消しを求める訴訟を東京地裁に起こした。", "topic", ["決定の取り消し"]),
        ("住民団体は裁判所に提訴した。", "framework", []),
        # the office of who leaves it, and none that was left before
        ("三和飼料の大野洋副社長は27日に辞任した。", "office", ["副社長"]),
        ("前会長の大野洋氏は10月に辞任していた。", "office", ["会長"]),
        ("元社長の大野洋氏は10月に辞任した。", "office", []),
        # each thing of a list
        ("ノルド社とイスト社は、部品の増産、人材育成、電力の確保で協力することで一致した。", "topic",
         ["人材育成", "部品の増産", "電力の確保"]),
        ("大野洋氏は2日、原田誠理事と会談し、審判の待遇、リーグの創設、事務局の移転について意見を交わした。", "topic",
         ["リーグの創設", "事務局の移転", "審判の待遇"]),
        ("市は来月20日に説明会を開く。", "framework", ["説明会"]),
    ],
)  # fmt: skip
def test_the_things_of_a_claim(text: str, role: str, things: list[str]) -> None:
    assert sorted(named(read(text, "ja")[-1], role)) == things


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what was to be done and was forgone; what is answered is nothing left open
        ("県議会は予算案を14日に採決する予定だったが、採決を見送った。", ["vote occurred not CT 2025-05-14"]),
        ("日本は昨年9月に提訴する予定だったが、協議を優先して見送っている。", ["sue occurred not CT 2024-09"]),
        ("市は補償に応じない方針だ。", []),
        ("同省は契約を解除できます。", []),
        # each clause has its own day and its own tense
        ("両市は2022年3月に協定を締結し、組合を来年4月に設立する予定だった。",
         ["sign occurred CT 2022-03", "establish scheduled U 2026-04"]),
        ("東邦社はミライ社と協議を進めており、年内にも契約を結びたい考え。",
         ["meet occurred CT -", "sign intended CT 2025"]),
        ("東亜薬品は瀬戸社に値下げを求めており、合意できるかは不透明だ。", ["urge occurred CT -"]),
        ("瀬戸航空は12日、那覇線を7月1日に開設すると発表した。", ["open scheduled CT 2025-07-01"]),
        ("丹羽会長は12日、リーグを批判し、来週にも鳥飼氏と会談する考えを示した。",
         ["concern occurred CT 2025-05-12", "meet intended CT 2025-05-19/2025-05-25"]),
        ("教育委員会は12日の定例会で、素案を撤回することを決めた。", ["develop agreed CT 2025-05-12"]),
        ("団体は12日、監視を強化するよう農相に要望した。", ["urge occurred CT 2025-05-12"]),
        ("瀬戸社は備前社と2027年までの契約を結んでいた。", ["sign occurred CT -"]),
        # at the meeting of which the text gave the day
        ("連盟は12日、総会を開いた。フィジーは総会に出席しなかった。",
         ["meet occurred CT 2025-05-12", "attend occurred not CT 2025-05-12"]),
        # brackets tear no sentence apart
        ("旭丘製薬株式会社(本社:大阪市、社長:千葉良平、以下「旭丘製薬」)は、コルヴァ社(以下「コルヴァ」)と契約を締結しました。",
         ["sign occurred CT -"]),
    ],
)  # fmt: skip
def test_when_and_whether_it_came_about(text: str, expected: list[str]) -> None:
    assert told(read(text, "ja")) == expected


def test_one_title_behind_two_names() -> None:
    claim = read("林正樹外相と安宗根氏は5日、東京で会談した。会合で林、安氏は関税を巡り意見を交わした。", "ja")[-1]
    assert sorted(named(claim, "participant")) == ["安宗根", "林"]
