from __future__ import annotations

import random
from typing import Literal

import pytest

from claims.dates import Anchor, bounds, dates_in

ANCHOR = Anchor("2024-06-28", "2024-06-26")  # a Friday, and a Wednesday
JULY = Anchor("2024-07", "2024-06-27")


def _read(sentence: str, language: Literal["ja", "en", "ko"], anchor: Anchor = ANCHOR) -> list[tuple[str, str, str]]:
    return [(found.text, found.edtf, found.basis) for found in dates_in(sentence, language, anchor)]


@pytest.mark.parametrize(
    ("sentence", "words", "edtf", "basis"),
    [
        ("２０２４年６月２６日、会合が", "２０２４年６月２６日", "2024-06-26", "stated"),
        ("令和6年7月8日(月)、訪れた", "令和6年7月8日(月)", "2024-07-08", "stated"),
        ("令和元年5月1日", "令和元年5月1日", "2019-05-01", "stated"),
        ("2023年11月に", "2023年11月", "2023-11", "stated"),
        ("2023年8月の会談", "2023年8月", "2023-08", "stated"),
        ("2024年の夏に開かれる", "2024年の夏", "2024-22", "stated"),
        ("2024年第3四半期", "2024年第3四半期", "2024-35", "stated"),
        ("2024年度", "2024年度", "2024-04/2025-03", "stated"),
        ("令和7年度末までに", "令和7年度末までに", "../2026-03-31", "stated"),
        ("来年度は", "来年度", "2025-04/2026-03", "relative"),
        ("年度末までに", "年度末までに", "../2025-03-31", "relative"),
        ("今月末に", "今月末", "2024-06-21/2024-06-30", "relative"),
        ("月内に", "月内", "2024-06", "relative"),
        ("年末までに", "年末までに", "../2024-12", "relative"),
        ("2024年4月以降に", "2024年4月以降", "2024-04/..", "stated"),
        ("2024年末までに", "2024年末までに", "../2024-12", "stated"),
        ("4月11日(木曜日)、開いた", "4月11日(木曜日)", "2024-04-11", "completed"),
        ("26日(水曜日)、大臣は", "26日(水曜日)", "2024-06-26", "completed"),
        ("同じ26日、大臣は", "同じ26日", "2024-06-26", "completed"),
        (
            "6月25日(火曜日)から28日(金曜日)まで、",
            "6月25日(火曜日)から28日(金曜日)まで",
            "2024-06-25/2024-06-28",
            "completed",
        ),
        ("6月25~28日", "6月25~28日", "2024-06-25/2024-06-28", "completed"),
        ("7月に会合を開く予定。", "7月", "2024-07", "completed"),
        ("12月に会合を開いた。", "12月", "2023-12", "completed"),
        ("6月下旬に", "6月下旬", "2024-06-21/2024-06-30", "completed"),
        ("去る1月開催された", "去る1月", "2024-01", "relative"),
        ("昨年8月に", "昨年8月", "2023-08", "relative"),
        ("今年初め、三者は", "今年初め", "2024-01/2024-04", "relative"),
        ("先月26日", "先月26日", "2024-05-26", "relative"),
        ("一日前、両者は", "一日前", "2024-06-25", "relative"),
        ("前日、両者は", "前日", "2024-06-25", "relative"),
        ("翌日、両者は", "翌日", "2024-06-27", "relative"),
        ("同日、両者は", "同日", "2024-06-26", "relative"),
        ("当時、両者は", "当時", "2024-06-26", "relative"),
        ("30、31両日、会談した", "30、31両日", "2024-05-30/2024-05-31", "completed"),
        ("今月29、30日に", "今月29、30日", "2024-06-29/2024-06-30", "relative"),
        ("17、18日に開いた", "17、18日", "2024-06-17/2024-06-18", "completed"),
        ("4～6月に開いた", "4～6月", "2024-04/2024-06", "completed"),
        ("来年11〜1月に開く", "来年11〜1月", "2025-11/2026-01", "relative"),
        ("おととし、両者は", "おととし", "2022", "relative"),
        ("年明けにも開く", "年明け", "2025-01", "relative"),
        ("2026年明けに", "2026年明け", "2026-01", "stated"),
        ("再来年度に", "再来年度", "2026-04/2027-03", "relative"),
        ("来週火曜日に", "来週火曜日", "2024-07-02", "relative"),
        ("先週の金曜、", "先週の金曜", "2024-06-21", "relative"),
        ("今週、", "今週", "2024-06-24/2024-06-30", "relative"),
        ("先月31日に", "先月31日", "2024-05-31", "relative"),
        ("今月上旬に", "今月上旬", "2024-06-01/2024-06-10", "relative"),
        ("31日、署名した", "31日", "2024-05-31", "completed"),
        ("30日(火)に", "30日(火)", "2024-04-30", "completed"),
        ("28日、署名した", "28日", "2024-06-28", "completed"),
        ("来る5日に", "来る5日", "2024-07-05", "relative"),
        ("同月5日に", "同月5日", "2024-06-05", "relative"),
        ("昨年夏に", "昨年夏", "2023-22", "relative"),
        ("今秋に", "今秋", "2024-23", "relative"),
        ("昭和64年に", "昭和64年", "1989", "stated"),
        ("来年前半に", "来年前半", "2025-01/2025-06", "relative"),
        ("2週間前に", "2週間前", "2024-06-10/2024-06-16", "relative"),
        ("3カ月前に", "3カ月前", "2024-03", "relative"),
        ("10年前に", "10年前", "2014", "relative"),
        ("2020年から2022年まで", "2020年から2022年まで", "2020/2022", "stated"),
        ("2010年以来", "2010年以来", "2010/..", "stated"),
        ("6月27日(金)に", "6月27日(金)", "2025-06-27", "completed"),
        ("2月29日に", "2月29日", "2024-02-29", "completed"),
        ("一昨日に", "一昨日", "2024-06-26", "relative"),
    ],
)
def test_japanese(sentence: str, words: str, edtf: str, basis: str) -> None:
    assert _read(sentence, "ja") == [(words, edtf, basis)]


@pytest.mark.parametrize(
    "sentence",
    ["今年初めて開かれた", "4.3月の会長", "経済版「2+2」", "3カ国は", "3日間", "10日ぶり",
     "毎月1日", "1日3回", "約60分間", "5年前後",
     "2024年6月31日", "第3四半期", "当時の首相", "数日前", "バージョン2.0",
     "来年度予算案を", "年末年始に", "3カ月内に", "4〜6月期に"],
)  # fmt: skip
def test_what_is_no_date_in_japanese(sentence: str) -> None:
    assert _read(sentence, "ja") == []


@pytest.mark.parametrize(
    ("sentence", "words", "edtf", "basis"),
    [
        ("on Wednesday, June 26, 2024, between", "Wednesday, June 26, 2024", "2024-06-26", "stated"),
        ("in August 2023.", "August 2023", "2023-08", "stated"),
        ("in the summer of 2024", "summer of 2024", "2024-22", "stated"),
        ("in late 2023", "late 2023", "2023-09/2023-12", "stated"),
        ("since April 2024", "since April 2024", "2024-04/..", "stated"),
        ("by the end of the year.", "by the end of the year", "../2024-12", "relative"),
        ("by the end of next year", "by the end of next year", "../2025-12", "relative"),
        ("by the end of 2024", "by the end of 2024", "../2024-12", "stated"),
        ("the second quarter of 2024", "the second quarter of 2024", "2024-34", "stated"),
        ("April 10-11, 2024", "April 10-11, 2024", "2024-04-10/2024-04-11", "stated"),
        (
            "from June 25 to Friday, June 28, 2024.",
            "June 25 to Friday, June 28, 2024",
            "2024-06-25/2024-06-28",
            "stated",
        ),
        ("between April 10 and April 12", "April 10 and April 12", "2024-04-10/2024-04-12", "completed"),
        ("on 26 June", "26 June", "2024-06-26", "completed"),
        ("on May 25th", "May 25th", "2024-05-25", "completed"),
        ("promised on Wednesday to", "Wednesday", "2024-06-26", "completed"),
        ("at a summit in August.", "August", "2023-08", "completed"),
        ("It will open in September.", "September", "2024-09", "completed"),
        ("held last January", "last January", "2024-01", "relative"),
        ("earlier this year", "earlier this year", "2024-01/2024-06-28", "relative"),
        ("One day earlier the two met", "One day earlier", "2024-06-25", "relative"),
        ("The following day they", "The following day", "2024-06-27", "relative"),
        ("They meet next month", "next month", "2024-07", "relative"),
        ("on December 14 last year", "December 14 last year", "2023-12-14", "relative"),
        ("passed in March last year", "March last year", "2023-03", "relative"),
        ("three days ago", "three days ago", "2024-06-25", "relative"),
        ("last Friday", "last Friday", "2024-06-21", "relative"),
        ("They meet next Friday", "next Friday", "2024-07-05", "relative"),
        ("last Sunday", "last Sunday", "2024-06-23", "relative"),
        ("last week", "last week", "2024-06-17/2024-06-23", "relative"),
        ("They met on Tuesday of last week", "Tuesday of last week", "2024-06-18", "relative"),
        ("They met Friday last week", "Friday last week", "2024-06-21", "relative"),
        ("later this year", "later this year", "2024-06-28/2024-12", "relative"),
        ("From May 2024 until July 2024", "May 2024 until July 2024", "2024-05/2024-07", "stated"),
        ("from 3 May until 5 May", "3 May until 5 May", "2024-05-03/2024-05-05", "completed"),
        ("from Monday to Wednesday", "Monday to Wednesday", "2024-06-24/2024-06-26", "completed"),
        ("from 2020 to 2022", "2020 to 2022", "2020/2022", "stated"),
        ("until the end of May", "until the end of May", "../2024-05-31", "completed"),
        ("in mid-May", "mid-May", "2024-05-11/2024-05-20", "completed"),
        ("on the 31st", "on the 31st", "2024-05-31", "completed"),
        ("two weeks ago", "two weeks ago", "2024-06-10/2024-06-16", "relative"),
        ("two weeks later", "two weeks later", "2024-07-08/2024-07-14", "relative"),
        ("three months ago", "three months ago", "2024-03", "relative"),
        ("ten years ago", "ten years ago", "2014", "relative"),
        ("in winter 2023", "winter 2023", "2023-24", "stated"),
        ("last winter", "last winter", "2023-24", "relative"),
        ("on 29 February", "29 February", "2024-02-29", "completed"),
        ("on 31 December", "31 December", "2023-12-31", "completed"),
    ],
)
def test_english(sentence: str, words: str, edtf: str, basis: str) -> None:
    assert _read(sentence, "en") == [(words, edtf, basis)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It may 5 be. May I?",
        "They may march on",
        "2+2",
        "version 4.3",
        "June 31, 2024",
        "within the next week",
        "in 2000 people",
        "a second 2019 deal",
    ],
)
def test_what_is_no_date_in_english(sentence: str) -> None:
    assert _read(sentence, "en") == []


@pytest.mark.parametrize(
    ("sentence", "words", "edtf", "basis"),
    [
        ("2024년 6월 26일", "2024년 6월 26일", "2024-06-26", "stated"),
        ("2024. 6. 26. 워싱턴", "2024. 6. 26.", "2024-06-26", "stated"),
        ("27일 밝혔다", "27일", "2024-06-27", "completed"),
        ("6월 25일부터 28일까지", "6월 25일부터 28일까지", "2024-06-25/2024-06-28", "completed"),
        ("지난 1월", "지난 1월", "2024-01", "relative"),
        ("지난해 8월", "지난해 8월", "2023-08", "relative"),
        ("올해 초", "올해 초", "2024-01/2024-04", "relative"),
        ("올해 말까지 시작한다", "올해 말까지", "../2024-12", "relative"),
        ("내년 봄까지 맺는다", "내년 봄까지", "../2025-21", "relative"),
        ("전날 워싱턴에서", "전날", "2024-06-25", "relative"),
        ("2024년 5월 회의에서", "2024년 5월", "2024-05", "stated"),
    ],
)
def test_korean(sentence: str, words: str, edtf: str, basis: str) -> None:
    assert _read(sentence, "ko") == [(words, edtf, basis)]


def test_the_day_before_counts_from_the_day_in_its_sentence() -> None:
    english = "It said on Friday, April 26, 2024 that they had met the day before."
    assert [edtf for _, edtf, _ in _read(english, "en", Anchor("2024-04-28"))] == ["2024-04-26", "2024-04-25"]
    korean = "장관이 전날 회의를 했다고 27일 밝혔다."
    assert [edtf for _, edtf, _ in _read(korean, "ko", Anchor("2024-06-27"))] == ["2024-06-26", "2024-06-27"]


def test_a_month_follows_the_date_before_it() -> None:
    assert [edtf for _, edtf, _ in _read("2023年8月に合意し、11月に署名した。", "ja")] == ["2023-08", "2023-11"]
    assert [edtf for _, edtf, _ in _read("2023年11月14日(日本時間15日)に", "ja")] == ["2023-11-14", "2023-11-15"]


def test_an_anchor_may_be_a_month_or_missing() -> None:
    assert _read("7月8日、署名した。", "ja", JULY) == [("7月8日", "2024-07-08", "completed")]
    assert _read("LDPは9月に招集されます。", "ja", JULY) == [("9月", "2024-09", "completed")]
    assert _read("一日前、会った。", "ja", JULY) == [("一日前", "2024-06-26", "relative")]
    assert _read("一日前、6月8日と水曜日に会った。", "ja", Anchor(None)) == []
    assert _read("on Wednesday", "en", JULY) == []


@pytest.mark.parametrize("anchor", ["2024", "2024-07"])
@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("last week", "en"),
        ("来週火曜日", "ja"),
        ("다음 주 화요일", "ko"),
        ("yesterday", "en"),
        ("three weeks ago", "en"),
    ],
)
def test_no_week_is_the_last_one_of_a_month_or_year(
    sentence: str, language: Literal["ja", "en", "ko"], anchor: str
) -> None:
    assert _read(sentence, language, Anchor(anchor)) == []


@pytest.mark.parametrize("words", ["earlier this year", "later this year"])
def test_a_part_of_the_year_up_to_a_day_that_is_not_known_is_the_year(words: str) -> None:
    assert _read(words, "en", Anchor("2024")) == [(words, "2024", "relative")]


def test_no_month_is_the_last_one_of_a_year() -> None:
    assert _read("last month", "en", Anchor("2024")) == []
    assert _read("last month", "en", Anchor("2024-07")) == [("last month", "2024-06", "relative")]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [("on 30 February", "en"), ("2月30日", "ja"), ("2월 30일", "ko"), ("来る2月29日", "ja"), ("9月31日(火)", "ja")],
)
def test_a_day_that_no_year_near_has_is_none(sentence: str, language: Literal["ja", "en", "ko"]) -> None:
    assert _read(sentence, language) == []


def test_any_sentence_gives_valid_dates_at_valid_offsets() -> None:
    pick = random.Random(3)
    letters = "0123456789年月日令和元昨今去る初めから~-/.()月火水同じ前後翌春夏 ２㍻"
    letters += "QoftheinMayJunelast2024 지난년월일전까지이후,"
    anchors = [ANCHOR, JULY, Anchor(None), Anchor("2024"), Anchor("0001"), Anchor("9999-12-31")]
    languages: tuple[Literal["ja", "en", "ko"], ...] = ("ja", "en", "ko")
    for _ in range(3000):
        sentence = "".join(pick.choice(letters) for _ in range(pick.randint(1, 30)))
        for language in languages:
            for found in dates_in(sentence, language, pick.choice(anchors)):
                assert sentence[found.start : found.end] == found.text
                bounds(found.edtf)


@pytest.mark.parametrize(
    ("sentence", "language", "dates"),
    [
        ("They will meet on Monday, he said on Tuesday.", "en", ["2024-07-01", "2024-06-25"]),
        ("On Monday, the two are expected to hold talks.", "en", ["2024-07-01"]),
        ("A visit scheduled for Wednesday was called off.", "en", ["2024-07-03"]),
        ("He said on Monday that they would meet.", "en", ["2024-06-24"]),
        ("They met on Monday.", "en", ["2024-06-24"]),
        ("先月北京で会談した", "ja", ["2024-05"]),
        ("先月比で増えた", "ja", []),
        ("年内の合意を目指す", "ja", ["2024"]),
        ("7月に減産を行うと表明した", "ja", ["2024-07"]),
        ("9月に大阪で次の会合を開くことで一致した", "ja", ["2024-09"]),
        ("They agreed to hold the next round in September.", "en", ["2024-09"]),
        ("In May they agreed to share data.", "en", ["2024-05"]),
        ("연내 타결하기로 했다", "ko", ["2024"]),
        ("이달 말까지 낸다", "ko", ["../2024-06-30"]),
        ("연말까지 낸다", "ko", ["../2024-12"]),
        ("다음 달 초에 연다", "ko", ["2024-07-01/2024-07-10"]),
        # what lasts from a day on, and days from one to another
        ("17일부터 이틀간 만났다", "ko", ["2024-06-17/2024-06-18"]),
        ("장관은 6.18(화) 만났다", "ko", ["2024-06-18"]),
        ("공동성명은 17일 만에 나왔다", "ko", []),
        ("지난 18일부터 5일 동안 머물렀다", "ko", ["2024-06-18/2024-06-22"]),
        ("17日から3日間、訪れた", "ja", ["2024-06-17/2024-06-19"]),
        ("지난 5∼7일 방문했다", "ko", ["2024-06-05/2024-06-07"]),
        ("다음 달 3~5일 연다", "ko", ["2024-07-03/2024-07-05"]),
        ("K2 전차를 공개했다", "ko", []),
    ],
)
def test_what_is_to_come_and_what_is_no_date(
    sentence: str, language: Literal["ja", "en", "ko"], dates: list[str]
) -> None:
    assert [found.edtf for found in dates_in(sentence, language, ANCHOR)] == dates


@pytest.mark.parametrize(("season", "number"), [("봄", 21), ("여름", 22), ("가을", 23), ("겨울", 24)])
def test_seasons_in_korean(season: str, number: int) -> None:
    assert [found[1] for found in _read(f"2024년 {season}에", "ko")] == [f"2024-{number}"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("They meet today (Friday 28 June).", ["2024-06-28"]),
        ("They meet tomorrow (29 June).", ["2024-06-29"]),
        ("They meet tomorrow (30 June 2023).", ["2024-06-29", "2023-06-30"]),
        ("They met on 26 June (25 June in New York).", ["2024-06-26", "2024-06-25"]),
        ("They met on 28 June and signed on 28 June 2024.", ["2024-06-28", "2024-06-28"]),
    ],
)
def test_a_day_in_brackets_is_the_one_before_them_once_more(sentence: str, days: list[str]) -> None:
    assert [edtf for _, edtf, _ in _read(sentence, "en")] == days


def test_two_days_with_a_word_each_are_two() -> None:
    found = [edtf for _, edtf, _ in _read("両政府は3日、5日に開く予定だった", "ja")]
    assert found == ["2024-06-03", "2024-06-05"]
