"""Which days the words of a sentence mean: first and last day of each part, and where one reading ends and the next begins."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.dates import Anchor, dates_in, resolving

Language = Literal["ja", "en", "ko"]
FRIDAY = Anchor("2024-06-28", "2024-06-26")


def read(sentence: str, language: Language, anchor: Anchor = FRIDAY) -> list[str]:
    return [found.edtf for found in dates_in(sentence, language, anchor)]


def basis(sentence: str, language: Language, anchor: Anchor = FRIDAY) -> list[str]:
    return [found.basis for found in dates_in(sentence, language, anchor)]


@pytest.mark.parametrize(
    ("edtf", "japanese", "english", "korean"),
    [
        ("2024-01/2024-04", "2024年初め", "early 2024", "2024년 초"),
        ("2024-01/2024-04", "2024年初頭", "the start of 2024", ""),
        ("2024-05/2024-08", "2024年半ば", "mid 2024", ""),
        ("2024-09/2024-12", "", "late 2024", ""),
        ("2024-11/2024-12", "2024年末", "the end of 2024", "2024년 말"),
        ("2024-01/2024-06", "2024年前半", "", "2024년 상반기"),
        ("2024-01/2024-06", "2024年上半期", "", ""),
        ("2024-07/2024-12", "2024年後半", "", "2024년 하반기"),
        ("2024-07/2024-12", "2024年下半期", "", ""),
        ("2024-33", "2024年第1四半期", "Q1 2024", "2024년 1분기"),
        ("2024-34", "2024年第2四半期", "the second quarter of 2024", "2024년 2분기"),
        ("2024-35", "2024年第3四半期", "the third quarter 2024", "2024년 3분기"),
        ("2024-36", "2024年第4四半期", "Q4 2024", "2024년 4분기"),
        ("2024-21", "2024年春", "spring 2024", "2024년 봄"),
        ("2024-22", "2024年夏", "the summer of 2024", "2024년 여름"),
        ("2024-23", "2024年秋", "fall 2024", "2024년 가을"),
        ("2024-24", "2024年冬", "winter 2024", "2024년 겨울"),
        ("2024-02-01/2024-02-10", "2024年2月上旬", "early February 2024", "2024년 2월 초"),
        ("2024-02-11/2024-02-20", "2024年2月中旬", "mid-February 2024", "2024년 2월 중순"),
        ("2024-02-21/2024-02-29", "2024年2月下旬", "late February 2024", "2024년 2월 하순"),
        ("2023-02-21/2023-02-28", "2023年2月末", "the end of February 2023", "2023년 2월 말"),
        ("2024-04-21/2024-04-30", "2024年4月末", "the end of April 2024", "2024년 4월 말"),
    ],
)
def test_a_part_of_a_year_or_a_month_that_is_stated(edtf: str, japanese: str, english: str, korean: str) -> None:
    told: list[tuple[str, Language]] = [(japanese, "ja"), (english, "en"), (korean, "ko")]
    for words, language in told:
        if words:
            assert (read(words, language), basis(words, language)) == ([edtf], ["stated"])


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("明治45年7月", "1912-07"), ("大正元年", "1912"), ("大正15年12月25日", "1926-12-25"), ("昭和元年", "1926"),
        ("昭和64年1月7日", "1989-01-07"), ("平成元年1月8日", "1989-01-08"), ("平成31年4月30日", "2019-04-30"), ("令和元年5月", "2019-05"),
        ("令和6年6月", "2024-06"), ("23年5月", "2023-05"), ("00年5月", "2000-05"),
    ],
)  # fmt: skip
def test_years_of_an_era_and_short_ones(words: str, edtf: str) -> None:
    assert (read(words, "ja"), basis(words, "ja")) == ([edtf], ["stated"])


@pytest.mark.parametrize(
    ("language", "words", "edtf"),
    [
        ("en", "yesterday", "2024-06-27"), ("en", "last night", "2024-06-27"), ("en", "tonight", "2024-06-28"),
        ("en", "tomorrow", "2024-06-29"), ("ja", "本日", "2024-06-28"), ("ja", "昨日", "2024-06-27"), ("ja", "明日", "2024-06-29"),
        ("ko", "그저께", "2024-06-26"), ("ko", "어제", "2024-06-27"), ("ko", "오늘", "2024-06-28"), ("ko", "내일", "2024-06-29"),
        ("en", "last week", "2024-06-17/2024-06-23"), ("en", "this week", "2024-06-24/2024-06-30"),
        ("en", "next week", "2024-07-01/2024-07-07"), ("ja", "先週", "2024-06-17/2024-06-23"), ("ja", "来週", "2024-07-01/2024-07-07"),
        ("ko", "지난주", "2024-06-17/2024-06-23"), ("ko", "이번 주", "2024-06-24/2024-06-30"), ("ja", "週内に", "2024-06-24/2024-06-30"),
        ("en", "Monday of next week", "2024-07-01"), ("en", "Sunday of this week", "2024-06-30"), ("ja", "先週月曜日", "2024-06-17"),
        ("ja", "来週の日曜日", "2024-07-07"), ("ko", "다음 주 월요일", "2024-07-01"), ("ko", "지난주 일요일", "2024-06-23"),
        ("en", "last month", "2024-05"), ("en", "this month", "2024-06"), ("en", "next month", "2024-07"),
        ("ja", "先月末", "2024-05-21/2024-05-31"),
        ("ja", "来月上旬", "2024-07-01/2024-07-10"), ("ja", "来月5日", "2024-07-05"), ("ko", "지난달 5일", "2024-05-05"),
        ("ko", "이달 5일", "2024-06-05"),
        ("ko", "내달 초", "2024-07-01/2024-07-10"), ("ko", "월말까지", "../2024-06-30"), ("ja", "一昨年3月", "2022-03"),
        ("ja", "去年12月3日", "2023-12-03"),
        ("ja", "今年5月", "2024-05"), ("ja", "来年1月", "2025-01"), ("ja", "再来年", "2026"), ("ko", "재작년", "2022"),
        ("ko", "작년 3월", "2023-03"),
        ("ko", "내년", "2025"), ("ko", "내후년", "2026"), ("ja", "年内に", "2024"), ("ja", "昨年第4四半期", "2023-36"),
        ("en", "early next year", "2025-01/2025-04"),
        ("en", "late last year", "2023-09/2023-12"), ("en", "in June next year", "2025-06"), ("en", "on 5 June this year", "2024-06-05"),
        ("ja", "昨春", "2023-21"), ("ja", "来夏", "2025-22"), ("ja", "今冬", "2024-24"),
        ("en", "30 days ago", "2024-05-29"), ("en", "one week ago", "2024-06-17/2024-06-23"), ("en", "12 months ago", "2023-06"),
        ("en", "a year ago", "2023"),
    ],
)  # fmt: skip
def test_what_counts_from_the_day_of_publication(language: Language, words: str, edtf: str) -> None:
    for previous in (None, "2021-01-01"):
        anchor = Anchor("2024-06-28", previous)
        assert (read(words, language, anchor), basis(words, language, anchor)) == ([edtf], ["relative"])
    assert read(words, language, Anchor(None)) == []


@pytest.mark.parametrize(
    ("language", "words", "edtf"),
    [
        ("ja", "前々日", "2024-06-24"), ("ja", "前日", "2024-06-25"), ("ja", "その日", "2024-06-26"), ("ja", "翌日", "2024-06-27"),
        ("ja", "翌々日", "2024-06-28"), ("en", "the previous day", "2024-06-25"), ("en", "that same day", "2024-06-26"),
        ("en", "the next day", "2024-06-27"),
        ("ko", "전날", "2024-06-25"), ("ko", "그날", "2024-06-26"), ("ko", "이튿날", "2024-06-27"),
        ("en", "the previous week", "2024-06-17/2024-06-23"),
        ("en", "the same week", "2024-06-24/2024-06-30"), ("en", "the following week", "2024-07-01/2024-07-07"),
        ("ja", "前週", "2024-06-17/2024-06-23"),
        ("ja", "翌週火曜日", "2024-07-02"), ("en", "the previous month", "2024-05"), ("en", "the following month", "2024-07"),
        ("ja", "翌月3日", "2024-07-03"),
        ("ja", "同月3日", "2024-06-03"), ("ko", "같은 달 3일", "2024-06-03"), ("ja", "前年", "2023"), ("ja", "同年7月", "2024-07"),
        ("ja", "翌年", "2025"), ("ko", "이듬해", "2025"),
        ("en", "the previous year", "2023"), ("ja", "3日前", "2024-06-23"), ("ja", "3日後", "2024-06-29"),
        ("ja", "1週間後", "2024-07-01/2024-07-07"),
        ("ja", "5か月後", "2024-11"), ("ja", "十年前", "2014"), ("ja", "2年後", "2026"), ("ko", "사흘 전", "2024-06-23"),
        ("ko", "나흘 뒤", "2024-06-30"),
        ("ko", "하루 전", "2024-06-25"), ("ko", "이틀 후", "2024-06-28"), ("ko", "2주 전", "2024-06-10/2024-06-16"),
        ("ko", "3개월 뒤", "2024-09"), ("ko", "5년 전", "2019"),
        ("en", "ten days after", "2024-07-06"), ("en", "one month before", "2024-05"), ("en", "six months later", "2024-12"),
        ("en", "two days prior", "2024-06-24"),
        ("en", "a year earlier", "2023"),
    ],
)  # fmt: skip
def test_what_counts_from_the_day_spoken_of_last(language: Language, words: str, edtf: str) -> None:
    for published in ("2024-06-28", "2026-03-01", None):
        anchor = Anchor(published, "2024-06-26")
        assert (read(words, language, anchor), basis(words, language, anchor)) == ([edtf], ["relative"])
    assert read(words, language, Anchor("2024-06-28")) == []


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        # of a day or month that is told as past: the last one up to the day of publication, which counts
        ("en", "on 28 June", "2024-06-28"), ("en", "on 29 June", "2023-06-29"), ("ja", "28日、", "2024-06-28"),
        ("ja", "29日、", "2024-05-29"),
        ("ja", "30日、", "2024-05-30"), ("en", "on the 28th", "2024-06-28"), ("en", "on the 29th", "2024-05-29"),
        ("ko", "28일", "2024-06-28"), ("ko", "29일", "2024-05-29"),
        ("en", "in June", "2024-06"), ("en", "in July", "2023-07"),
        # of what is to come: the nearest, of two as near the one to come
        ("en", "They will meet on 28 June", "2024-06-28"), ("en", "They will meet on 29 June", "2024-06-29"),
        ("en", "They will meet on 27 December", "2024-12-27"),
        ("en", "They will meet on 28 December", "2024-12-28"), ("en", "They will meet on 29 December", "2023-12-29"),
        ("ja", "29日に開く予定", "2024-06-29"),
        ("ja", "10日に開く予定", "2024-06-10"),
        # by a certain day is to come too, since one is not
        ("en", "by July", "../2024-07"), ("en", "since July", "2023-07/.."), ("en", "till 3 July", "../2024-07-03"),
        ("en", "till 3 May", "../2024-05-03"),
        # a weekday chooses the year, of all that have it the nearest
        ("en", "on Thursday, June 26", "2025-06-26"), ("en", "on Monday, 26 June", "2023-06-26"), ("ja", "5月10日(土)", "2025-05-10"),
        ("ja", "5月10日(金)", "2024-05-10"),
        # or the month, of this one and the one before
        ("ja", "10日(月)", "2024-06-10"), ("ja", "10日(金)", "2024-05-10"), ("ja", "10日(火)", "2024-06-10"),
    ],
)  # fmt: skip
def test_what_a_day_or_month_without_its_year_is(language: Language, sentence: str, edtf: str) -> None:
    assert (read(sentence, language), basis(sentence, language)) == ([edtf], ["completed"])


@pytest.mark.parametrize(
    ("language", "words", "edtf"),
    [
        ("en", "last May", "2024-05"), ("en", "last June", "2023-06"), ("en", "last July", "2023-07"), ("en", "next July", "2024-07"),
        ("en", "next June", "2025-06"),
        ("en", "next May", "2025-05"), ("ja", "去る6月", "2024-06"), ("ja", "去る7月", "2023-07"), ("ja", "来る6月", "2025-06"),
        ("ja", "来る7月", "2024-07"),
        ("ja", "去る6月28日", "2024-06-28"), ("ja", "来る6月28日", "2025-06-28"), ("ja", "来る6月29日", "2024-06-29"),
        ("ja", "去る10日", "2024-06-10"), ("ja", "来る28日", "2024-07-28"),
        ("ja", "来る29日", "2024-06-29"), ("ko", "오는 28일", "2024-07-28"), ("ko", "오는 29일", "2024-06-29"),
        ("ko", "지난 10일", "2024-06-10"), ("ko", "오는 5월", "2025-05"),
        ("ko", "지난 7월", "2023-07"), ("en", "last Friday", "2024-06-21"), ("en", "last Thursday", "2024-06-27"),
        ("en", "next Friday", "2024-07-05"),
        ("en", "next Saturday", "2024-07-06"), ("en", "last weekend", "2024-06-22/2024-06-23"),
        ("en", "over the weekend", "2024-06-22/2024-06-23"),
        ("en", "this weekend", "2024-06-29/2024-06-30"), ("en", "next weekend", "2024-07-06/2024-07-07"),
        ("en", "last spring", "2024-21"), ("en", "last fall", "2023-23"),
        ("en", "next spring", "2025-21"), ("en", "next winter", "2024-24"),
    ],
)  # fmt: skip
def test_last_and_next(language: Language, words: str, edtf: str) -> None:
    assert (read(words, language), basis(words, language)) == ([edtf], ["relative"])


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_of_the_week_up_to_the_day_of_publication(day: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    within = [day - timedelta(days=back) for back in range(7)]
    (expected,) = (one for one in within if one.weekday() == weekday)
    anchor = Anchor(day.isoformat())
    assert read(f"They met on {name}.", "en", anchor) == [expected.isoformat()]
    assert read("月火水木金土日"[weekday] + "曜日に会った。", "ja", anchor) == [expected.isoformat()]
    last = expected if expected < day else day - timedelta(days=7)
    assert read(f"They met last {name}.", "en", anchor) == [last.isoformat()]
    assert read(f"They meet next {name}.", "en", anchor) == [
        (day + timedelta(days=7 - day.weekday() + weekday)).isoformat()
    ]
    ahead = expected if expected == day else expected + timedelta(days=7)
    assert read(f"They will meet on {name}.", "en", anchor) == [ahead.isoformat()]


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_a_day_of_the_year_is_the_last_up_to_the_day_of_publication(day: date, told: date) -> None:
    (found,) = read(f"They met on {told.day} {told:%B}.", "en", Anchor(day.isoformat()))
    met = date.fromisoformat(found)
    assert (met.month, met.day) == (told.month, told.day)
    assert met <= day
    for year in range(met.year + 1, day.year + 1):
        with contextlib.suppress(ValueError):  # no leap year
            assert date(year, told.month, told.day) > day


@pytest.mark.parametrize(
    ("published", "words", "edtf"),
    [
        ("2024-03-31", "今年度", "2023-04/2024-03"), ("2024-04-01", "今年度", "2024-04/2025-03"),
        ("2024-03-31", "昨年度", "2022-04/2023-03"),
        ("2024-04-01", "来年度末", "2026-03-21/2026-03-31"), ("2024-03-31", "年度末までに", "../2024-03-31"),
        ("2024-03-31", "2024年度", "2024-04/2025-03"),
        ("2024-03-31", "令和6年度末", "2025-03-21/2025-03-31"),
    ],
)  # fmt: skip
def test_a_fiscal_year_begins_in_april(published: str, words: str, edtf: str) -> None:
    assert read(words, "ja", Anchor(published)) == [edtf]


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        ("en", "since 2020", "2020/.."), ("en", "by 2030", "../2030"), ("en", "until 2022", "../2022"),
        ("en", "since the end of May 2023", "2023-05-21/.."),
        ("en", "until the end of May 2023", "../2023-05-31"), ("ja", "2024年以降", "2024/.."), ("ja", "2024年5月以来", "2024-05/.."),
        ("ja", "2024年5月3日までに", "../2024-05-03"),
        ("ja", "2024年5月3日以前", "../2024-05-03"), ("ko", "2024년 5월 3일 이후", "2024-05-03/.."), ("ko", "2024년까지", "../2024"),
        ("ko", "2024년 5월 이전", "../2024-05"),
    ],
)  # fmt: skip
def test_from_a_day_on_and_up_to_one(language: Language, sentence: str, edtf: str) -> None:
    assert read(sentence, language) == [edtf]


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        ("en", "26-28 June 2024", "2024-06-26/2024-06-28"), ("en", "June 3 - 5", "2024-06-03/2024-06-05"),
        ("en", "May 30 to June 2, 2024", "2024-05-30/2024-06-02"),
        ("en", "December 30 to January 2, 2024", "2023-12-30/2024-01-02"), ("en", "December 30 to January 2", "2023-12-30/2024-01-02"),
        ("ja", "26日から28日まで", "2024-06-26/2024-06-28"), ("ja", "26~28日", "2024-06-26/2024-06-28"),
        ("ja", "5月30日から6月2日まで", "2024-05-30/2024-06-02"),
        ("ja", "2023年12月30日から1月2日", "2023-12-30/2024-01-02"), ("ja", "12月28日から2024年1月5日まで", "2023-12-28/2024-01-05"),
        ("ja", "4月より6月", "2024-04/2024-06"),
        # over the end of a month, where one of the days has no month of its own
        ("ja", "5月30日から2日まで", "2024-05-30/2024-06-02"), ("ja", "5月30日から2日にかけて", "2024-05-30/2024-06-02"),
        ("ja", "28日から3月2日まで", "2024-02-28/2024-03-02"), ("ko", "5월 30일부터 2일까지", "2024-05-30/2024-06-02"),
        ("ko", "2020년부터 2022년까지", "2020/2022"), ("ko", "3월부터 5월까지", "2024-03/2024-05"),
        ("ko", "6월 26일~28일", "2024-06-26/2024-06-28"),
        ("en", "between April 10 and April 12", "2024-04-10/2024-04-12"),
    ],
)  # fmt: skip
def test_from_one_date_to_another(language: Language, sentence: str, edtf: str) -> None:
    (found,) = dates_in(sentence, language, FRIDAY)
    assert (found.edtf, sentence[found.start : found.end]) == (edtf, sentence.removeprefix("between "))


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        ("en", "They met on April 10 and April 12", ["2024-04-10", "2024-04-12"]), ("en", "In 2020 and 2022 they met", ["2020"]),
        ("ja", "6月26日、28日に", ["2024-06-26/2024-06-28"]), ("ja", "6月26日に、そして28日に", ["2024-06-26", "2024-06-28"]),
        ("en", "From April 12 to April 12", ["2024-04-12", "2024-04-12"]),
    ],
)  # fmt: skip
def test_two_dates_side_by_side_are_two(language: Language, sentence: str, edtf: list[str]) -> None:
    assert read(sentence, language) == edtf


@pytest.mark.parametrize(
    ("published", "sentence", "language", "edtf"),
    [
        ("2024", "last year", "en", ["2023"]), ("2024", "in March last year", "en", ["2023-03"]),
        ("2024", "昨年8月", "ja", ["2023-08"]), ("2024", "今月", "ja", []), ("2024-06", "今月", "ja", ["2024-06"]),
        ("2024-06", "来月5日", "ja", ["2024-07-05"]), ("2024-06", "5日", "ja", ["2024-06-05"]), ("2024-06", "31日", "ja", []),
        ("2024", "5日", "ja", []), ("2024-06", "on 30 June", "en", ["2024-06-30"]),
        ("2024-06", "on 1 July", "en", ["2023-07-01"]), ("2024", "on 31 December", "en", ["2024-12-31"]),
        ("2024", "1月", "ja", ["2024-01"]), ("2024-06", "They will meet on 1 June", "en", ["2024-06-01"]),
        ("2024-06", "earlier this year", "en", ["2024-01/2024-06"]), ("2024-06", "later this year", "en", ["2024-06/2024-12"]),
        ("2024-06", "last June", "en", ["2023-06"]),
        ("2024-06", "last weekend", "en", []), ("2024-01-31", "先月31日", "ja", ["2023-12-31"]), ("2024-03-31", "先月31日", "ja", []),
        ("2024-12-31", "来月1日", "ja", ["2025-01-01"]),
        ("2024-01-01", "yesterday", "en", ["2023-12-31"]), ("2024-03-01", "yesterday", "en", ["2024-02-29"]),
        ("2023-03-01", "yesterday", "en", ["2023-02-28"]),
        ("2024-12-31", "tomorrow", "en", ["2025-01-01"]), ("2024-01-01", "last week", "en", ["2023-12-25/2023-12-31"]),
        ("2024-01-15", "last month", "en", ["2023-12"]),
        ("2024-12-15", "next month", "en", ["2025-01"]), ("2023-06-01", "on 29 February", "en", ["2020-02-29"]),
        ("2024-02-28", "on 29 February", "en", ["2020-02-29"]), ("2024-02-29", "on 29 February", "en", ["2024-02-29"]),
        ("2023-03-20", "10日(金)", "ja", ["2023-03-10"]), ("2023-03-09", "10日(金)", "ja", ["2023-02-10"]),
        ("0001-01-01", "yesterday", "en", []), ("0001-06-01", "last year", "en", []), ("9999-12-31", "tomorrow", "en", []),
        ("9999-12-31", "in March next year", "en", []),
    ],
)  # fmt: skip
def test_as_far_as_the_day_of_publication_is_known(
    published: str, sentence: str, language: Language, edtf: list[str]
) -> None:
    assert read(sentence, language, Anchor(published)) == edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("It was expected on Thursday but never came.", ["2024-06-27"]),
        ("It was due on Monday but never came.", ["2024-07-01"]),
        ("It was expected on the 5th but never came.", ["2024-06-05"]),
        ("It was expected on the 30th but never came.", ["2024-06-30"]),
    ],
)
def test_a_day_that_was_to_come_and_did_not_may_lie_ahead(sentence: str, edtf: list[str]) -> None:
    assert read(sentence, "en") == edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("2022年8月に合意し、11月に署名した。", ["2022-08", "2022-11"]), ("2022年8月に合意し、5月に署名した。", ["2022-08", "2023-05"]),
        ("2022年8月に合意し、8月3日に署名した。", ["2022-08", "2022-08-03"]),
        ("2022年8月5日に合意し、8月3日に署名した。", ["2022-08-05", "2022-08-03"]),
        # but not after the day of publication, of which it would be told otherwise
        ("2024年5月に合意し、6月28日に署名した。", ["2024-05", "2024-06-28"]),
        ("2024年5月に合意し、6月29日に署名した。", ["2024-05", "2023-06-29"]),
    ],
)  # fmt: skip
def test_a_month_follows_the_one_told_before_it(sentence: str, edtf: list[str]) -> None:
    assert read(sentence, "ja") == edtf


@pytest.mark.parametrize(
    ("published", "season", "edtf"),
    [
        ("2024-05-31", "summer", "2023-22"), ("2024-06-01", "summer", "2024-22"), ("2024-08-31", "autumn", "2023-23"),
        ("2024-09-01", "autumn", "2024-23"),
        ("2024-11-30", "winter", "2023-24"), ("2024-12-01", "winter", "2024-24"), ("2024-02-29", "spring", "2023-21"),
        ("2024-03-01", "spring", "2024-21"),
    ],
)  # fmt: skip
def test_a_season_is_the_last_that_has_begun(published: str, season: str, edtf: str) -> None:
    assert read(f"They met in the {season}.", "en", Anchor(published)) == [edtf]


def test_what_did_not_come_lies_ahead_for_two_weeks_at_most() -> None:
    anchor = Anchor("2024-06-10")
    assert read("It was expected on the 24th but never came.", "en", anchor) == ["2024-06-24"]
    assert read("It was expected on the 25th but never came.", "en", anchor) == ["2024-05-25"]


@pytest.mark.parametrize(
    ("sentence", "language"), [("7月に会合を開く予定だった。", "ja"), ("7월에 회의를 열 예정이었다.", "ko")]
)
def test_a_month_of_what_was_to_come_is_the_nearest_in_japanese_and_korean(sentence: str, language: Language) -> None:
    assert read(sentence, language) == ["2024-07"]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2021-05-03", date(2021, 5, 3)),
        ("2021-05/..", None),
        ("2021-05", None),
        ("2021-05-03/2021-05-04", None),
        ("", None),
    ],
)
def test_only_a_day_is_a_day(told: str, day: date | None) -> None:
    assert resolving._exact(told) == day


@pytest.mark.parametrize(
    ("language", "text", "told", "expected"),
    [
        ("en", "Ahl bought a stake that year.", "2023", "2023"),
        ("en", "A settlement was reached the following year.", "2022", "2023"),
        ("en", "It withdrew a year later.", "2021", "2022"),
        ("en", "The visit was cancelled the same month.", "2024-08", "2024-08"),
        ("en", "The visit was cancelled that month.", "2024-08-03", "2024-08"),
        ("ja", "翌年、契約を解除した。", "2022", "2023"),
        ("ja", "同月、協定を批准した。", "2022-05", "2022-05"),
        ("ko", "이듬해 계약을 해지했다.", "2022", "2023"),
        ("ko", "같은 달 협정을 비준했다.", "2022-05", "2022-05"),
    ],
)
def test_years_and_months_count_from_the_date_told_last(
    language: Language, text: str, told: str, expected: str
) -> None:
    """And not from the day of the event that the text is about."""
    anchor = Anchor("2025-05-14", "2025-05-12", told)
    assert [one.edtf for one in dates_in(text, language, anchor)] == [expected]


def test_days_count_from_the_event_spoken_of() -> None:
    anchor = Anchor("2025-05-14", "2025-05-12", "2023")
    assert [one.edtf for one in dates_in("They met again two days later.", "en", anchor)] == ["2025-05-14"]
