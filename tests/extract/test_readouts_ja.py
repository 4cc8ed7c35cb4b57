"""Japanese ministries' and wire accounts of meetings: who was present for which side, and what a joint statement says."""

from __future__ import annotations

from claims.records import Claim
from tests.extract.reader import named, read, told

_HELD = "日米の外相会合が１日、東京で開かれた。"


def _one(claims: list[Claim], kind: str) -> Claim:
    (found,) = (one for one in claims if one.kind == kind)
    return found


def _present(text: str) -> list[tuple[list[str], list[str]]]:
    return [(named(one, "participant"), named(one, "organisation")) for one in read(text, "ja") if one.kind == "attend"]


def test_each_side_of_a_gapped_clause_was_present() -> None:
    text = "日本側は藤枝防衛相と槙野統合幕僚長、米側はグラント国防長官、韓国側は朴相哲国防相がそれぞれ出席した。"
    assert _present(text) == [(["槙野", "藤枝"], ["日本"]), (["グラント"], ["米"]), (["朴相哲"], ["韓国"])]
    from_each = "日本からは真壁経産相、リベリカからはドミンゴ・セラノ産業貿易相が出席した。"
    assert _present(from_each) == [(["真壁"], ["日本"]), (["ドミンゴ・セラノ"], ["リベリカ"])]
    spelt = "会合には、米国からローガン商務長官、韓国から崔載源（チェ・ジェウォン）産業相が参加した。"
    assert _present(spelt) == [(["ローガン"], ["米国"]), (["崔載源"], ["韓国"])]
    assert _present("会社側は佐藤社長、組合側は田中委員長が出席した。") == [(["佐藤"], []), (["田中"], [])]


def test_who_was_there_besides_is_of_no_side() -> None:
    text = "会合には、英国のハリエット・ボウエン国防相のほか、米国からはオズボーン国防副長官が加わった。"
    assert _present(text) == [(["ハリエット・ボウエン"], []), (["オズボーン"], ["米国"])]
    assert named(read(text, "ja")[0], "framework") == ["会合"]


def test_a_side_of_a_clause_before_is_none_of_this_one() -> None:
    assert _present("韓国からパク外相が来日し、藤枝外相が会談に出席した。")[-1] == (["藤枝"], [])


def test_the_next_sentence_tells_who_met() -> None:
    text = "初めての閣僚会合が１日、東京で開かれた。日本側は藤枝外相、米側はグラント国務長官が出席した。"
    assert named(_one(read(text, "ja"), "meet"), "participant") == ["グラント", "藤枝"]
    opened = text.replace("米側は", "開会式には米側から")
    assert named(_one(read(opened, "ja"), "meet"), "participant") == []


def test_a_report_ends_in_the_noun_of_what_was_done() -> None:
    met = "高遠首相はドゥック首相と会談した。"
    talks = read(f"{met}両首脳は寄港拡大、共同探査についても協議。", "ja")
    assert named(_one(talks, "discuss"), "topic") == ["共同探査", "寄港拡大"]
    agreed = read(f"{_HELD}両外相は共同訓練を今秋に実施することで合意。", "ja")
    assert "cooperate agreed CT 2025-05-01" in told(agreed)
    assert all(one.phase != "occurred" for one in read("両外相は来月、協定に署名する予定。", "ja"))


def test_a_statement_deplores_by_itself() -> None:
    found = read(f"{_HELD}声明は、軍事演習の常態化に重大な懸念を示した。", "ja")
    assert named(_one(found, "concern"), "instrument") == ["声明"]
    shared = read(f"{_HELD}共同声明は、経済的威圧への強い懸念を共有すると記した。", "ja")
    assert (_one(shared, "concern").asserter, named(_one(shared, "concern"), "instrument")) == (
        "共同声明",
        ["共同声明"],
    )


def test_what_a_joint_statement_says_they_will_do_they_agreed() -> None:
    found = _one(read(f"{_HELD}共同声明は、新たな枠組みを立ち上げるとしている。", "ja"), "establish")
    assert (found.phase, found.asserter, named(found, "participant")) == ("agreed", "共同声明", ["日本", "米国"])
    alone = _one(read("北朝鮮は１日、談話を出した。声明は、新たな枠組みを立ち上げるとしている。", "ja"), "establish")
    assert alone.phase == "intended"


def test_thanks_are_for_a_thing_and_promise_no_support() -> None:
    (found,) = read("ローガン商務長官は長年の支援に謝意を表明した。", "ja")
    assert (found.kind, named(found, "topic"), named(found, "instrument")) == ("state", ["長年の支援"], [])


def test_a_sentence_without_a_subject_goes_on_with_all_of_the_one_before() -> None:
    text = "柏木防衛相とタウファ国防相は１日、会談した。両大臣は協力を進めることで一致した。装備移転について意見を交換した。"
    assert named(_one(read(text, "ja"), "discuss"), "participant") == ["タウファ", "柏木"]
    shared = "３閣僚は合意した。深い懸念が共有された。安全性評価についても議論した。"
    assert all("懸念" not in named(one, "participant") for one in read(shared, "ja"))


def test_three_who_meet_are_joined_by_commas() -> None:
    text = "４月11日、齋藤健経済産業大臣、レモンド米商務長官、フィリピンのパスクアル貿易産業大臣がワシントンで初めて会合を開いた。"
    found = _one(read(text, "ja"), "meet")
    assert named(found, "participant") == ["パスクアル", "レモンド", "齋藤健"]


def test_a_word_before_a_quotation_is_no_part_of_it() -> None:
    found = _one(read("報道官は５日の定例会見で、３カ国の動きを「封じ込めだ」と非難した。", "ja"), "accuse")
    assert found.date == "2025-05-05"
    assert named(found, "affected") == []


def test_of_two_who_bear_a_title_it_means_whom_the_text_is_about() -> None:
    text = "高遠首相は13日、ベトナムのドゥック首相と会談した。首相は15日、ロイ書記長とも会う。"
    assert named(read(text, "ja")[-1], "participant") == ["ロイ", "高遠"]


def test_a_call_of_which_the_sentence_goes_on_to_tell_took_place() -> None:
    text = (
        "５月６日、５時40分から約25分間、九鬼外務大臣は、アンナ・コンティ・イタリア共和国外務・国際協力大臣と"
        "電話会談を行ったところ、概要は以下のとおりです。"
    )
    found = _one(read(text, "ja"), "meet")
    assert (found.date, named(found, "participant")) == ("2025-05-06", ["アンナ・コンティ", "九鬼"])


def test_a_day_behind_a_clause_of_no_event_is_that_of_the_chain() -> None:
    text = "訓練の終了に合わせ、久我防衛大臣は10日、チェンナイを訪問し、シャルマ国防大臣と会談を行った。"
    assert _one(read(text, "ja"), "meet").date == "2025-05-10"
    before = "24日、森下局長はハモンド次官補と会い、フォーラムを共催することを決めた。"
    assert _one(read(before, "ja"), "meet").date == "2025-04-24"


def test_those_with_titles_in_a_list_were_all_there() -> None:
    text = "会談には木暮防衛相、英国のダンモア国防相、イタリアのカルリ国防相が出席し、共同声明を発表。"
    found = _one(read(text, "ja"), "attend")
    assert (named(found, "participant"), named(found, "framework")) == (["カルリ", "ダンモア", "木暮"], ["会談"])


def test_what_is_deplored_may_be_a_fact() -> None:
    text = "久我大臣は、艦艇の活動が活発化していることに懸念を表明した。"
    assert named(_one(read(text, "ja"), "concern"), "topic") == ["艦艇の活動が活発化していること"]


def test_what_several_agree_on_a_plan_of_is_agreed() -> None:
    text = "高遠首相とドゥック首相は１日、会談した。両首脳は、情報共有を強化する方針で一致した。"
    assert "cooperate agreed CT 2025-05-01" in told(read(text, "ja"))


def test_in_a_statement_those_agree_who_talked() -> None:
    found = _one(read(f"{_HELD}声明では、半導体で協力することを確認した。", "ja"), "cooperate")
    assert (found.asserter, named(found, "participant")) == ("声明", ["日本", "米国"])
    alone = "会合が１日、東京で開かれた。日本からは須賀大臣と柿沢副大臣が出席した。声明では、半導体で協力することを確認した。"
    assert all("須賀" not in named(one, "participant") for one in read(alone, "ja") if one.kind == "cooperate")


def test_no_meeting_is_told_of_beside_what_was_done_there() -> None:
    assert read("首相は会議で基調講演を行った。", "ja") == []
    signed = read("首脳会談に続いて、国土交通省と海事港湾庁が覚書を締結した。", "ja")
    assert [one.kind for one in signed] == ["sign"]


def test_a_thing_is_named_without_the_day_and_the_clause_before_it() -> None:
    pact = read("日本とペルーは2024年に円滑化協定を結んだ。", "ja")[-1]
    assert named(pact, "instrument") == ["円滑化協定"]
    aim = read("日本とペルーは１日、情報をやり取りするための情報保護協定に署名した。", "ja")[-1]
    assert named(aim, "instrument") == ["情報保護協定"]


def test_three_of_whom_the_text_does_not_tell_are_not_the_four_who_met() -> None:
    text = "藤枝防衛相と槙野幕僚長とグラント国防長官と朴国防相が会談した。３氏は協力することで合意した。"
    assert all("槙野" not in named(one, "participant") for one in read(text, "ja") if one.kind == "cooperate")


def test_a_drill_is_joint_work_of_those_who_hold_it() -> None:
    found = _one(read("護衛艦は24日から３日間、フィリピン海軍と南シナ海で共同訓練を行う。", "ja"), "cooperate")
    assert named(found, "topic") == ["共同訓練"]
