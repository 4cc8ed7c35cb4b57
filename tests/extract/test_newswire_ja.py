"""Japanese sentences as newswire writes them: kinds of fault that articles of other beats showed."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, told

PARTIES = ("participant", "signatory", "agent", "holder", "affected")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # conditions, whatever word tells them
        ("仲裁が不調に終わった場合、瀬戸社は契約を解除する。", ["terminate intended U -"]),
        ("会社が回答を示さない限り、組合は15日にストに入る。", ["strike intended U 2025-05-15"]),
        ("審査が終わり次第、瀬戸社は増資分を支払う。", ["pay intended U -"]),
        ("組合は、政府が受け入れれば提訴する。", ["sue intended U -"]),
        ("条例案が可決された場合は、知事が辞任する可能性がある。", ["resign expected U -"]),
        ("両国は、協定が破棄されるまで査察団を派遣する。", []),
        # what goes on into what is announced, agreed or planned
        ("北洋紙業は小樽工場を閉鎖し、生産を札幌に移すと発表した。", ["close scheduled CT -"]),
        ("ルーニアは協定から離脱し、輸入を制限すると表明した。", ["withdraw intended CT -"]),
        ("瀬戸社と備前社は新会社を設立し、10月に統合することで合意した。",
         ["establish agreed CT -", "acquire agreed CT 2025-10"]),
        ("県は3億円を拠出し、博物館を再開する考えを明らかにした。", ["pay intended CT -", "open intended CT -"]),
        ("政府は関税を引き上げ、輸入を制限することを決めた。", ["develop agreed CT -"] * 2),
        ("花村知事は来週にも三枝康之氏と会い、判断を伝える見通しだ。", ["meet expected PR 2025-05-19/2025-05-25"]),
        # and what happened before it was announced
        ("花村知事は5日、青木町長と会談し、計画を撤回すると伝えた。", ["meet occurred CT 2025-05-05"]),
        ("市議会は条例案を可決し、工場を買収することを決めた。", ["vote occurred CT -", "acquire agreed CT -"]),
        ("吉良代表は決定を批判し、提訴を検討していることを明らかにした。", ["concern occurred CT -", "sue intended PS -"]),
        # what is denied of a report, in other words than "deny"
        ("大川製薬が北斗薬品を買収するとの情報について、大川製薬は「そのような事実はない」とコメントした。",
         ["acquire intended not CT -"]),
        ("両国が交渉を再開するとの見方について、外務省は「現時点で予定はない」と説明した。", ["meet intended not CT -"]),
        ("組合がストライキに踏み切るとの見方も出ているが、須藤彩委員長は「考えていない」と話した。",
         ["strike intended not CT -"]),
        ("知事が国政に転出するとの報道について、県は「事実無根」としている。", ["state occurred CT -"]),
        # given up, put off, come to nothing
        ("3カ国は、配分をめぐって折り合わず、共同声明の採択を見送った。", ["sign failed CT -", "state cancelled CT -"]),
        ("瀬戸社は2021年に備前社と合併で合意したが、翌年3月に破談となった。",
         ["acquire failed CT 2022-03", "acquire agreed CT 2021"]),
        ("結論が出ず、議論を次回に持ち越した。", ["postpone occurred CT -"]),
        # what is only aimed at, and what a resolution speaks of
        ("小宮山氏は12月までの合意を目指す考えを示した。", ["sign intended CT ../2025-12"]),
        ("県議会は再稼働に同意する決議案を可決した。", ["vote occurred CT -"]),
        ("民和党は鈴木幹事長を代表に選出する方向だ。", ["elect intended PR -"]),
        # days: of the sentence, of what has become known, from one to another
        ("大友町長は13日、計画が整うまで同意しない考えを示し、県に説明を求めた。", ["urge occurred CT 2025-05-13"]),
        ("東西電機が南光工業を買収することが3日、分かった。", ["acquire intended CT -"]),
        ("視察団は8日から12日まで台湾を訪れた。", ["visit occurred CT 2025-05-08/2025-05-12"]),
        ("視察団は8〜12日、台湾を訪れた。", ["visit occurred CT 2025-05-08/2025-05-12"]),
        # verbs that the parser cuts, or takes for no verb
        ("北海製紙は、経営再建中の青葉紙業を子会社化すると発表した。", ["acquire scheduled CT -"]),
        ("市長選で、新人の河合真理氏が戸田肇氏を破り、初当選した。", ["elect occurred CT -"]),
        ("労使は交渉を続けたが、妥結に至らなかった。", ["meet occurred CT -", "sign failed CT -"]),
        # a plan of which nobody says whose it is
        ("河合氏は、市民病院の統合計画を見直すと訴えていた。", []),
        # two clauses with subjects of their own, and what a clause on a noun tells
        ("三條薬品は28日、長谷川稔社長が9月30日付で辞任し、後任に植草真紀子専務が昇格する人事を発表した。",
         ["resign scheduled CT 2025-09-30", "appoint scheduled CT -"]),
        ("両国が昨年結んだ協定の改定案をめぐり、野党が審議を拒んでいる。", ["sign occurred CT 2024"]),
        ("協議会は、2027年3月末で全線を廃止し、バスに転換することを決めた。", ["close agreed CT 2027-03-21/2027-03-31"]),
        ("組合は「説明が一方的だ」と反発し、雇用の確保を求めて3月にもストライキを実施する構えだ。",
         ["concern occurred CT -", "strike intended CT 2026-03"]),
        ("高官は、輸出が白紙に戻るとの豪紙の報道について「全くの誤報だ」と語った。", ["state occurred CT -"]),
        # talks that broke down are told once, with what they broke down over, and no talks were signed
        ("労使は和解協議を重ねたが、賠償額で折り合えず、4月に決裂した。", ["meet occurred CT -", "sign failed CT 2025-04"]),
        # a press conference has a day, which is that of what is said there
        ("大場実組合長は8日の記者会見で「深くおわびする」と陳謝した。", ["state occurred CT 2025-05-08"]),
        # what is announced is scheduled, what is declared intended
        ("瀬戸製薬は14日、市場から撤退すると発表した。", ["withdraw scheduled CT -"]),
        ("瀬戸製薬は14日、市場から撤退すると表明した。", ["withdraw intended CT -"]),
        # days and places that the parser tears from their verb
        ("次回の評議会は来年5月にサンティアゴで開かれる。", ["meet scheduled CT 2026-05"]),
        ("4日に行われた3回目の団体交渉には久我克彦社長が出席した。", ["meet occurred CT 2025-05-04", "attend occurred CT 2025-05-04"]),
        ("国際評議会が6、7両日に開かれ、7カ国の代表が参加した。",
         ["meet occurred CT 2025-05-06/2025-05-07", "attend occurred CT 2025-05-06/2025-05-07"]),
        ("大久保町長は昨年9月の町長選で初当選した。", ["elect occurred CT 2024-09"]),
        ("3月に起きた事故で、瀬戸海運は12日、備前社を提訴した。", ["sue occurred CT 2025-05-12"]),
        # what is only looked into is no consent
        ("国交相は対象の拡大を検討すると応じた。", []),
        # what is asked for by a suit is not asked for before it
        ("山地会長は処分の取り消しを求めて調停センターに申し立てる考えを示した。", ["sue intended CT -"]),
        ("組合は町に、協定を履行するよう申し入れる。", ["urge scheduled CT -"]),
        ("市は補償金の返還は求めない考えを示した。", ["urge intended not CT -"]),
        ("総務省と財務省の折衝は続いている。", ["meet ongoing CT -"]),
        ("労組はストには加わらない。", ["strike scheduled not CT -"]),
        ("連盟は月末までに全額を返還する。", ["pay scheduled CT 2025-05-21/2025-05-31"]),
        # who tables a thing is not voted on
        ("会派は決議案を提出し、14日に採決される。", []),
        # from when a thing goes on, and when it begins
        ("図書館は昨年6月から閉鎖されている。", ["close ongoing CT 2024-06/.."]),
        ("労使は2月20日から7回にわたって交渉した。", ["meet occurred CT 2025-02-20/.."]),
        ("労使は来月から協議を始める。", ["meet scheduled CT 2025-06"]),
        # a meeting that was to be held is not opened
        ("両政府は3日、リマで5日に開く予定だった首脳会談を延期すると発表した。", ["postpone occurred CT 2025-05-03"]),
        # the day of telling it is none of asking for it
        ("文部科学相は12日の会見で、機構に究明を指示したと明らかにした。", ["urge occurred CT -"]),
        # a day that stands before what was done first, and one that is a part of a name
        ("蝦名市長は6日、決定を「重く受け止める」とした上で、検討するよう協議会に求めた。", ["urge occurred CT 2025-05-06"]),
        ("協議会は2031年世界選手権の招致を断念することを決めた。", ["develop agreed CT -"]),
        # who says that it was never done denies it, unless he leaves it open
        ("東洋社は「談合に関与した事実はない」と回答した。", ["state occurred CT -"]),
        ("東洋社は「談合に関与した事実はない」と回答したが、否定もしなかった。", []),
        ("市長は「影響を懸念している」と語った。", ["concern occurred CT -"]),
        ("労組は雇用の維持を求める共同の要望書を会社に提出した。", ["urge occurred CT -"]),
        ("労使は8日まで団体交渉を続けた。", ["meet occurred CT -"]),
        # words that are a part of a noun
        ("議会は法案を反対多数で否決した。", ["vote failed CT -"]),
        # who tables a thing is not who puts it off, and a stem before a comma is no noun
        ("楠本知事が提出した条例案について、県議会は6日、採決を見送り、継続審査とすることを決めた。", ["vote cancelled CT 2025-05-06"]),
        ("中央銀行は8日の会合で、政策金利を引き下げ、年3%とすることを決めた。", ["develop agreed CT 2025-05-08"]),
        # a day with a comma is that of the sentence, and one to which a thing is put off of neither
        ("三原造船では今月、検査を担当していた役員2人が辞任した。", ["resign occurred CT 2025-05"]),
        ("宇宙機構は1日、衛星の打ち上げを今年度から来年度に延期すると発表した。", ["postpone occurred CT 2025-05-01"]),
        ("港湾ファンドは来月の株主総会で、社長の退任を求める方針を固めた。", ["urge intended CT 2025-06"]),
        ("組合が22日からストライキに踏み切るとの見方も出ているが、須藤彩委員長は「考えていない」と話した。",
         ["strike intended not CT 2025-05-22/.."]),
        # talks are called off, a contract is ended
        ("東和社は14日、西部社との協議を打ち切ったと発表した。", ["meet cancelled CT 2025-05-14"]),
        ("東和社は西部社との契約を打ち切った。", ["terminate occurred CT -"]),
        # what is not thought of is denied for certain
        ("江川社長は「辞任は考えていない」と述べた。", ["resign intended not CT -"]),
        # who asks a court to order it sues
        ("住民42人が県に損害賠償を求めた訴訟で、高裁は訴えを退けた。", ["sue occurred CT -"]),
        # of a request it tells nothing what was done, of a ruling nobody is a backer
        ("県は要望には応じなかった。", []),
        ("高裁は一審判決を支持した。", []),
        # who tables a proposal asks by it, on the day on which it is tabled; who told of it asked before
        ("港湾ファンドは9日、丸和電機に取締役の選任を求める株主提案を提出した。", ["urge occurred CT 2025-05-09"]),
        ("高瀬会長は9日の会見で、資料の提出を求めたことを明かした。", ["urge occurred CT -"]),
        # talks that seem to go on, what is not confirmed, a contract that is one's own
        ("丸和電機は北辰電器と譲渡の交渉を進めているもようだ。", ["meet ongoing PR -"]),
        ("富岳社は、欠陥は現時点で確認されていないと述べた。", []),
        ("ナウレアと契約を結ぶカナダのディープメタル社が保護区に侵入した。", []),
        # what nobody does
        ("法案の打ち上げは野党を非難した。", []),
        # nobody meets at a press conference
        ("花村知事は県庁で会見を開き、辞任する意向を表明した。", ["resign intended CT -"]),
    ],
)  # fmt: skip
def test_what_a_sentence_tells(text: str, expected: list[str]) -> None:
    assert told(read(text, "ja")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # lists that the parser cuts
        ("国立の北陵大学と県立の青嵐大学は研究所を設立した。", ["北陵大学", "青嵐大学"]),
        ("長崎大と佐賀大は10日、共同で研究所を設立した。", ["佐賀大", "長崎大"]),
        ("オルメアとノルヴェストが協定に署名した。", ["オルメア", "ノルヴェスト"]),
        ("日本、韓国、中国の3カ国の環境相は会合を開いた。", ["中国", "日本", "韓国"]),
        ("トヨハシ、ミカワ、アツミの3社は協定に署名した。", ["アツミ", "トヨハシ", "ミカワ"]),
        ("小宮山英明農林水産相はエステバン・ルイス水産相、ベルモニアのカーラ・ヨンセン漁業・海洋相と会談した。",
         ["エステバン・ルイス", "カーラ・ヨンセン", "小宮山英明"]),
        ("森川拓也経済産業副大臣と李恩英産業通商資源部長官は会談した。", ["李恩英", "森川拓也"]),
        # who is asked together with others, and by whom a thing is done
        ("テイラー氏は日本協会の土屋誠会長らと運営方法を協議した。", ["テイラー", "土屋誠"]),
        ("署名は真野敬一理事長とカルデアのイネス・ロサーノ長官によって行われた。", ["イネス・ロサーノ", "真野敬一"]),
        ("ヴェラ共和国外務省は大使館員2人に国外退去を命じた。", ["ヴェラ共和国外務省", "大使館員2人"]),
        # "against this" is nobody, a thing told of later does nothing, of a topic and a subject the subject does it
        ("これに対し、ペルーは停止を呼びかけた。", ["ペルー"]),
        ("クラブは委員会を設置したものの、暴言は確認できなかった。", ["クラブ"]),
        ("連合はフィヨルド石油が費用を出資する。", ["フィヨルド石油"]),
        ("ペルーはチリとの合意文書に署名した。", ["チリ", "ペルー"]),
        ("堂島徹社長とサルモアのベン・タコ・エネルギー相が契約書に署名した。", ["ベン・タコ", "堂島徹"]),
        # a subject is that of its own clause
        ("長谷部知事は、県議会が認めれば県が運営費として2億円を拠出すると述べた。", ["県"]),
        ("外務省は、王毅外相が北京を訪れ、ルイス外相と会談したと発表した。", ["ルイス", "王毅"]),
        ("組合は、会社が応じず、市が拒んだため提訴する方針だ。", ["組合"]),
        # who is meant, by those whom the sentence itself names
        ("瀬戸製薬は工場を閉鎖した。投資会社の備前商事が支援に名乗りを上げており、両社は契約を結ぶ見通しだ。",
         ["備前商事", "瀬戸製薬"]),
        ("ハン・ジョンウ大臣はヴィーク長官と会談した。3大臣は協定に署名した。", ["3大臣", "ハン・ジョンウ", "ヴィーク"]),
        ("野党連合は撤回を求めた。", ["野党連合"]),
        ("大統領報道官は容疑を否認した。", ["大統領報道官"]),
        ("元社長、梶原健次被告は謝罪した。", ["梶原健次"]),
        ("一部のメディアは、両社の統合が白紙になったと報じた。", ["両社"]),
        ("中村防衛相は豪州のハリス国防相と会談した。中村氏はニュージーランドに移動した。天気は晴れだった。両国は協定に署名した。",
         ["ハリス", "両国", "中村"]),
        ("防衛省は来月3日、サントス国防次官を招き、装備移転の枠組みを協議する。", ["サントス", "防衛省"]),
        # of two pairs who talked, nobody can say which meets again
        ("青木氏、森氏、原田氏は会談した。青木氏は森氏と会談した。次回会談は6月に開催される。", ["原田", "森", "青木"]),
        ("サイアム社は、ベトナムの工場を取得した。", ["サイアム社", "ベトナムの工場"]),
        # what is only looked at is nobody's; of a state's ministry that stayed away, the state did
        ("市民の会は訴訟も視野に入れるが、まだ提訴していない。", ["市民の会"]),
        ("調印式を欠席したペルーの外務省は、理由を説明していない。", ["ペルー"]),
        ("富山、新潟、福島の3県は協定を結んだ。", ["富山", "新潟", "福島"]),
        ("機構は受信機を製造する菱光電機と年度内に契約を結ぶ。", ["機構", "菱光電機"]),
        ("住民は市に賠償を求めて提訴した。", ["住民", "市"]),
        ("住民はノルド社に賠償を求め、東京地裁に提訴した。", ["ノルド社", "住民"]),
        ("瀬戸社は6月、漁連に1億円を支払った。", ["瀬戸社"]),
        ("瀬戸海運は提訴した。費用をミナト社が立て替え、同社は漁連に1億円を支払った。", ["ミナト社", "瀬戸海運"]),
        ("連盟が設置した委員会は解散した。", ["連盟"]),
        # an institution's next meeting is its own, and both sides are not those of whom it told before others
        ("機構は菱光電機と契約を結んだ。次回の評議会は5月に開かれる。", ["機構", "菱光電機"]),
        ("同社の藤代健吾社長と組合の後藤ひとみ組合長が調印式に臨んだ。", ["後藤ひとみ", "藤代健吾"]),
        ("東亜社は13日、旅館組合と、湯量が減った場合の補償を盛り込んだ協定を締結した。", ["旅館組合", "東亜社"]),
        ("両社は、費用をトライデント社が全額立て替えることで合意した。", ["両社"]),
        ("宮崎市のバス会社、日南バスと都城交通は契約を結んだ。", ["日南バス", "都城交通"]),
        ("瀬戸社の取締役会は、備前社の買収を決めた。", ["備前社", "瀬戸社"]),
        ("労使は交渉を続けたが、会社側が撤回に応じず、決裂した。", ["労使"]),
        ("県は、組合に費用として2億円を補助すると決めた。", ["県", "組合"]),
        ("瀬戸社は協議会を13日付で脱退した。", ["協議会", "瀬戸社"]),
        # 同社 is a firm, and no line that was told of since
        ("瀬戸航空は成田―旭川線を運休する。倉橋正夫市長は同社に維持を要望した。", ["倉橋正夫", "瀬戸航空"]),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, expected: list[str]) -> None:
    assert sorted({name for claim in read(text, "ja") for name in named(claim, *PARTIES)}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大場実組合長は会見で「深くおわびする」と陳謝した。", ["「深くおわびする」"]),
        ("知事は謝罪した。", ["謝罪"]),
        ("機構は後継機「みなも4号」の打ち上げを延期した。", ["「みなも4号」の打ち上げ"]),
        ("都城市も近く、路線の維持を両社に申し入れる。", ["路線の維持"]),
        ("日本とベルダは来年の漁獲枠を15%減らすことで合意した。", ["来年の漁獲枠", "漁獲枠を15%減らす"]),
        ("日本とベルダは18日に切れる期限を延長することで合意した。", ["18日に切れる期限を延長"]),
        ("厚労省はファルナ社とワクチンの供給に関する覚書を締結した。", ["ワクチンの供給に関する覚書"]),
        ("組合は歩合率の引き下げに抗議してストに入った。", ["歩合率の引き下げ"]),
        ("瀬戸社は「検査に協力する」とコメントした。", ["検査"]),
        ("市は、三浦重工と先月結んだクレーン2基の契約を解除した。", ["クレーン2基の契約"]),
        ("農家は説明が不十分だとして協定に反対している。", ["協定"]),
        ("沢渡氏は市庁舎について、市に計画の見直しを求めた。", ["計画の見直し"]),
        ("労使は和解協議を重ねたが、賠償額で折り合えず、4月に決裂した。", ["賠償額"]),
        ("熊谷氏と若槻氏は会談した。制度の導入については、ノルド社が反対し、合意には至らなかった。", ["制度の導入"]),
        ("両国は14日、会談した。協定は、市が反対し、合意に至らなかった。", ["協定"]),
    ],
)
def test_what_was_spoken_of(text: str, expected: list[str]) -> None:
    assert named(read(text, "ja")[-1], "topic", "instrument") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("세림 돌핀스는 권태산 감독을 경질하고 후임에 마정우 코치를 선임했다.", ["감독"]),
        ("日本ハンド連盟の遠山伸介会長が臨時理事会で辞任した。", ["会長", "日本ハンド連盟"]),
        ("連盟は真壁剛士監督を解任し、後任に早乙女梢氏を選任した。", ["監督"]),
        ("瀬戸社は、長谷川稔社長が辞任し、後任に植草真紀子専務が昇格する人事を発表した。", ["社長"]),
        ("連盟は早乙女梢氏を理事に選任した。", ["理事"]),
    ],
)
def test_which_office_is_left_and_taken(text: str, expected: list[str]) -> None:
    (last,) = [one for one in read(text, "ja" if "。" in text else "ko") if one.kind in ("resign", "appoint")][-1:]
    assert named(last, "office", "organisation") == expected


def test_whom_the_same_person_means() -> None:
    """The one named last in the sentence; where it could be two, nobody is told of."""
    (*_, resign) = read("野党はリンド氏の辞任を求めているが、同氏は辞めない考えを示した。", "ja")
    assert (resign.asserter, [(one.role, one.name) for one in resign.arguments]) == ("リンド", [("holder", "リンド")])
    two = read("佐藤氏は10日、田中氏と会談した。同氏は辞任する考えを示した。", "ja")
    assert not any("同氏" in (one.asserter, *(part.name for part in one.arguments)) for one in two)
