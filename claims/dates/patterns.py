"""How Japanese, English and Korean write dates inside sentences: patterns, and what their words mean.

A pattern's groups name the parts of a date; `claims.daywords` resolves them. Patterns are tried in order and never
overlap, so longer forms stand before shorter ones.
"""

from __future__ import annotations

import re


def _list(words: str) -> list[str]:
    return words.split()


ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
WEEKDAYS = {name: number for names in ("月火水木金土日", "월화수목금토일") for number, name in enumerate(names)}
WEEKDAYS |= {name: number for number, name in enumerate(_list("mon tue wed thu fri sat sun"))}
MONTHS = {name: n for n, name in enumerate(_list("jan feb mar apr may jun jul aug sep oct nov dec"), 1)}
SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24, "봄": 21, "여름": 22, "가을": 23, "겨울": 24}
SEASONS |= {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNITS = {
    "日": "day",
    "週間": "week",
    "月": "month",
    "年": "year",
    "일": "day",
    "주": "week",
    "개월": "month",
    "년": "year",
}
UNITS |= {"day": "day", "week": "week", "month": "month", "year": "year"}
COUNTS = {word: n for n, word in enumerate("一二三四五六七八九十", 1)} | {"a": 1}
COUNTS |= {word: n for n, word in enumerate(_list("하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘"), 1)}
COUNTS |= {word: n for n, word in enumerate(_list("one two three four five six seven eight nine ten"), 1)}
EDGES = dict.fromkeys(_list("以降 以後 以来 since 이후 이래"), "after")
EDGES |= dict.fromkeys(_list("までに までの まで 以前 by until till 까지 이전"), "before")
PARTS = dict.fromkeys(_list("初め 初頭 始め 上旬 年初 early 초 초순 start beginning"), "early")
PARTS |= dict.fromkeys(_list("半ば 中旬 mid 중순"), "middle") | dict.fromkeys(_list("下旬 late 하순"), "late")
PARTS |= dict.fromkeys(_list("末 end 말"), "end") | dict.fromkeys(_list("前半 上半期 상반기"), "first half")
PARTS |= dict.fromkeys(_list("後半 下半期 하반기"), "second half") | {"earlier": "until now", "later": "from now"}

_SHIFTS = """
year published: -2 一昨年 おととし 재작년; -1 昨年 去年 昨 작년 지난해 last_year; 0 今年 本年 今 올해 올 금년 연내 this_year the_year
year published: 1 来年 来 내년 next_year; 2 再来年 내후년
year context: -1 前年 전년 the_previous_year; 0 同年 その年 같은_해 that_year the_same_year
year context: 1 翌年 이듬해 the_following_year
month published: -1 先月 지난달 last_month; 0 今月 이달 이번_달 이번달 this_month the_month; 1 来月 다음_달 다음달 내달 next_month
month context: -1 前月 the_previous_month; 0 同月 같은_달 the_same_month that_month; 1 翌月 the_following_month
week published: -1 先週 지난주 last_week; 0 今週 이번_주 이번주 금주 this_week the_week; 1 来週 다음_주 다음주 내주 next_week
week context: -1 前週 the_previous_week; 0 the_same_week; 1 翌週 the_following_week
day published: -2 一昨日 おととい 그저께; -1 昨日 어제 yesterday last_night
day published: 0 本日 今日 오늘 today tonight this_morning this_afternoon this_evening; 1 明日 내일 tomorrow
day context: -2 前々日; -1 前日 전날 the_day_before the_previous_day; 0 同日 当日 同じ日 その日 その時 当時 この日 같은_날 당일 이날 그날
day context: 0 that_day that_morning that_afternoon that_evening later_in_the_day earlier_in_the_day later_that_day earlier_that_day
day context: 0 the_same_day that_same_day; 1 翌日 다음_날 다음날 이튿날 the_following_day the_next_day the_day_after; 2 翌々日
"""
# Words that count years, months, weeks or days from another date: the unit, how many, and from which date:
# "published" is the document's day, "context" a date of the same sentence or of the event spoken of last.
SHIFTS: dict[str, tuple[str, int, str]] = {}
for _line in _SHIFTS.strip().splitlines():
    _where, _, _groups = _line.partition(": ")
    for _group in _groups.split("; "):
        _amount, *_names = _group.split(" ")
        _unit, _base = _where.split(" ")
        SHIFTS |= {_name.replace("_", " "): (_unit, int(_amount), _base) for _name in _names}
#: the day of which a text tells on the whole, whatever the sentence before says
STORY = ("이날", "당일")


#: "the end of the year", 月内, 연말, where no word tells which: the one in which the text was written
BARE = {"年": "今年", "月": "今月", "週": "今週", "연": "올해", "월": "이달", "상": "올해", "하": "올해"}


def _words(unit: str) -> str:
    return "|".join(sorted((w for w, shift in SHIFTS.items() if shift[0] == unit), key=len, reverse=True))


_YEAR4 = r"(?P<year>(?<!\d)(?:1[5-9]|20|21)\d\d)"
_ISO = (
    r"(?P<year>(?<![\d.])(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=sep)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.])"
)

_M = r"(?P<month>(?<![\d./])(?<!\d[~〜–-])(?:1[0-2]|0?[1-9]))月(?![間額期]|[かカヶケ]国)"
_D = r"(?P<day>(?<![\d./第約毎計])(?<!毎月)(?:3[01]|[12]\d|0?[1-9]))日"
_D += r"(?![間目程前後]|ごと|当たり|あたり|以[上内]|ずつ|ぶり|\d+回)"
_W = r"(?:\s?\((?P<weekday>[月火水木金土日])(?:曜日?)?(?:・祝)?\))?"
_Y = (
    r"(?:(?P<era>令和|平成|昭和|大正|明治)(?P<erayear>元|\d{1,2})年"
    rf"|{_YEAR4}年|(?P<shortyear>(?<![\d第約])\d\d)年(?=\d{{1,2}}月)"
    r"|(?P<shift>一昨年|おととし|昨年|去年|今年|本年|来年|再来年|同年|その年|前年|翌年|昨(?=年?\d)))の?"
)
_E = "(?P<edge>以降|以後|以来|以前|までに|までの(?=合意|妥結|決着|締結|成立|実現|開業|完成|再開))?"
#: 30日と31日 as one: 30、31両日, 3、4日
_DD = (
    r"(?P<day>(?<![\d./第約、,])\d{1,2})(?:日?[、,](?=\d{1,2}日?の?両日)|[、,](?=\d{1,2}日))"
    r"(?P<day2>\d{1,2})(?:日?の?両日|日(?![間目程前後]|ごと|以[上内]))"
)
_JA = [
    _ISO,
    rf"(?:{_Y})?(?P<month>(?<![\d./])1?\d)月?[~〜–-](?P<month2>1?\d)月(?![間額期]|[かカヶケ]国)",
    rf"(?:{_Y})?{_M}(?P<day>\d{{1,2}})日?[、,~〜–-]\s?(?P<day2>\d{{1,2}})日(?![間目前後])",
    rf"{_Y}{_M}{_D}{_W}{_E}",
    rf"{_Y}{_M}の?(?P<part>初め(?!て)|上旬|半ば|中旬|末|下旬)?{_E}",
    rf"{_Y}(?P<season>[春夏秋冬])(?!闘){_E}",
    rf"{_Y}の?第?(?P<quarter>[1-4])四半期",
    rf"(?:(?P<era>令和|平成)(?P<erayear>元|\d{{1,2}})年|{_YEAR4}年|(?P<shift>再来年|[昨今来]年|本年)|(?<![一-鿿\d])(?P<bare>年))"
    rf"(?P<fiscal>度)(?:[内中]|の?(?P<part>末))?{_E}(?![一-鿿ァ-ヴ])",
    rf"{_Y}(?P<part>初め(?!て)|初頭|始め|明け|半ば|末|前半|後半|上半期|下半期){_E}",
    rf"(?P<past>去る|さる)?(?P<next>来る|きたる)?{_M}{_D}{_W}{_E}",
    r"(?P<day>(?<![\d./第約])\d{1,2})日?[~〜–-](?P<day2>\d{1,2})日(?![間目前後])",
    rf"(?P<shift>{_words('month')})の?{_DD}",
    _DD,
    rf"(?P<past>去る|さる)?(?P<next>来る|きたる)?{_M}の?(?P<part>初め(?!て)|上旬|半ば|中旬|末|下旬)?{_E}",
    rf"(?P<shift>{_words('month')})の?{_D}{_W}",
    rf"(?P<shift>{_words('month')})(?P<part>初め(?!て)|上旬|半ば|中旬|末|下旬)?(?![号比分並度間額例給次産]){_E}",
    rf"{_Y}(?<!度)(?!初めて|[間前後度来目]|以[上内]|ぶり|産|[ァ-ヴー一-鿿]{{0,6}}(?:大会|選手権|五輪|万博|カップ)){_E}",
    r"(?P<count>(?<![\d第.])\d{1,3}|(?<![第十])[一二三四五六七八九十])(?:(?P<unit>日|週間|年)|[かカヶケ箇](?P<monthly>月))"
    r"(?P<way>前|後)(?![後半者])",
    r"(?P<shift>[今昨来])(?P<season>[春夏秋冬])(?![一-鿿])",
    rf"(?<![一-鿿\dかカヶケ箇])(?P<bare>[年月週])(?P<part>末|内|(?<=年)明け){_E}(?![一-鿿ァ-ヴ])",
    r"(?P<shift>先週|今週|来週|前週|翌週)の?(?P<weekday>[月火水木金土日])曜日?",
    r"(?P<shift>前々日|翌々日|一昨日|おととい|前日|翌日|同日|(?<!投票)当日|昨日|本日|今日|明日|先週|今週|来週|前週|翌週|同じ日|その日|この日|その時|当時(?!の))",
    rf"(?:同じ|(?P<past>去る)|(?P<next>来る))?{_D}{_W}{_E}",
    r"(?<![一-鿿])(?P<season>[春夏秋冬])(?=に|の(?!よう)|から|まで|以降|頃|ごろ)",
    r"(?<![一-鿿])(?P<weekday>[月火水木金土日])曜日?",
]

_EM = (
    r"(?P<mon>(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?))(?![a-z])"
)
_EW = r"(?:(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s(?:the\s)?)?"
_ED = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d.,]*\d|\s?(?:percent|%|million|billion|countries))"
_EY = r"(?P<year>(?:19|20)\d\d)(?![\d-])"
_EYEAR = r"(?:\s(?:of\s)?(?P<shift>(?:last|this|next)\syear))"
_ESEASON = r"(?P<season>spring|summer|autumn|fall|winter)\b"
_EPART = r"(?:the\s)?(?P<part>early|late|mid|end|start|beginning)(?:[- ]|\sof\s)(?:in\s)?(?:the\s)?"
_EE = r"(?:\b(?P<edge>since|by|until|till)\s(?:the\s)?)?"
_COUNT = r"\b(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_BEFORE_MONTH = (
    "(?:"
    + "|".join(rf"(?<=\b{word} )" for word in _list("in of during from to between before after through the for"))
    + ")"
)
_BEFORE_YEAR = "(?:" + "|".join(rf"(?<=\b{word} )" for word in _list("in during from to through")) + ")"
_EN = [
    _ISO,
    rf"{_EE}{_EW}{_EM}\s(?:the\s)?{_ED}(?:\s?[-–]\s?(?P<day2>3[01]|[12]\d|0?[1-9])(?!\d))?(?:,?\s{_EY}|{_EYEAR})?",
    rf"(?<!between\s)\b{_ED}\s?(?:[-–]|to|and)\s?(?P<day2>3[01]|[12]\d|0?[1-9])\s{_EM}(?:,?\s{_EY}|{_EYEAR})?",
    rf"{_EE}{_EW}\b{_ED}\s(?:of\s)?{_EM}(?:,?\s{_EY}|{_EYEAR})?",
    rf"{_EE}{_EPART}{_EM}(?:,?\s(?:of\s)?{_EY})?",
    rf"{_EE}{_EM},?\s(?:of\s)?{_EY}",
    rf"\b(?:(?P<past>last)|(?P<next>next|this coming)|this(?:\spast)?)\s{_EM}",
    rf"\b(?:(?P<edge>since|by|until|till)\s|{_BEFORE_MONTH}){_EM}(?!\s\d){_EYEAR}?",
    rf"\b(?:early\sin\s)?{_ESEASON}(?:\sof)?\s{_EY}",
    rf"\b(?:Q|(?:the\s)?(?P<ordinal>first|second|third|fourth)\squarter\s(?:of\s)?)(?P<quarter>(?<=Q)[1-4]\s)?{_EY}",
    rf"{_EE}{_EPART}{_EY}",
    r"\b(?:on|(?P<edge>by|until))\sthe\s(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b"
    r"(?=\s*(?:[,.;:(]|$|(?:and|but|in|at|with|after|before|when|to|local)\s))",
    r"\b(?P<part>earlier|later|early|late)\s(?P<shift>this\s(?:year|month|week)|last\syear|next\syear)",
    rf"\b(?:(?P<past>last)|(?P<next>next)|(?P<own>this)|(?:in|over|during|(?P<edge>by|until|since))(?:\sthe)?)\s{_ESEASON}",
    rf"{_EE}(?:the\s)?(?P<part>end)\sof\s(?P<shift>(?:the|this|next|last)\s(?:year|month|week))\b(?!\s[a-z]+ing\b)",
    r"\b(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?:of\s)?(?P<shift>(?:last|this|next)\sweek)\b",
    _COUNT + r"\s(?P<unit>day|week|month|year)s?\s(?P<way>ago|earlier|before|later|after|prior)\b",
    r"\b(?P<shift>the\sday\s(?:before|after)(?!\s(?:the|a|an|his|her|its|that)\b)|the\s(?:(?:previous|following|same)\s(?:day|week|month|year)|next\sday)"
    r"|that\ssame\sday|(?:later|earlier)\s(?:in\sthe|that)\sday|that\s(?:day|morning|afternoon|evening|month|year)"
    r"|yesterday|last\snight|to(?:day|night)(?!['’]s)|this\s(?:morning|afternoon|evening)|tomorrow|(?:(?<!the\s)(?:last|next)|this)\s(?:week|month|year))\b",
    r"\b(?:(?P<past>last|over\sthe|at\sthe|past)|(?P<next>next|this|coming))\s(?P<weekend>weekend)\b",
    r"\b(?:(?P<past>last)\s|(?P<next>next)\s)?(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    rf"(?:\b(?P<edge>since|by|until|till)\s|{_BEFORE_YEAR}){_EY}(?!\s(?:percent|people|million))",
]

_KY = rf"(?:{_YEAR4}년|(?P<shift>{'|'.join(w for w in _words('year').split('|') if '가' <= w[0] <= '힣')}))\s?"
_KM = r"(?P<month>(?<![\d./])(?:1[0-2]|0?[1-9]))월(?!\s?스트)"
_KD = r"(?P<day>(?<![\d./제약])(?:3[01]|[12]\d|0?[1-9]))일(?!본|\s?(?:[간째]|만에|[전뒤후](?=[에부까의인,.\s]|$)|동안|이내|이상))"
_KW = r"(?:\s?\((?P<weekday>[월화수목금토일])(?:요일)?\))?"
_KE = r"(?:\s?(?P<edge>이후|이래|이전|까지))?"
_KP = "(?!(?!까지|이전|이후|부터)[가-힣]{2})"
_KN = r"3[01]|[12]\d|0?[1-9]"
_KDR = rf"(?P<day>(?<![\d./])(?:{_KN}))일?\s?[~∼〜–-]\s?(?P<day2>{_KN})일(?!\s?(?:[간째]|이?내|안|동안|정도|가량))"
_KO = [
    rf"{_KY}{_KM}\s?{_KDR}",
    rf"(?:(?P<past>지난)\s?|(?P<next>오는)\s?)?{_KM}\s?{_KDR}",
    rf"(?P<shift>지난달|이달|이번 ?달|다음 ?달|내달)\s?{_KDR}",
    rf"(?:(?P<past>지난)\s?|(?P<next>오는)\s?)?{_KDR}",
    r"(?P<year>(?<![\d.])(?:19|20)\d\d)\.\s?(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\.?",
    _ISO,
    r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>3[01]|[12]\d|0?[1-9])\.?\s?\((?P<weekday>[월화수목금토일])\)",
    rf"{_KY}{_KM}\s?{_KD}{_KW}{_KE}",
    rf"{_KY}{_KM}\s?(?P<part>초순?|중순|하순|말)?{_KE}",
    rf"{_KY}(?P<season>봄|여름|가을|겨울){_KE}",
    rf"{_KY}(?P<quarter>[1-4])분기",
    rf"{_KY}(?P<part>초|말|상반기|하반기){_KP}{_KE}",
    rf"(?:(?P<past>지난)\s?|(?P<next>오는)\s?)?{_KM}\s?{_KD}{_KW}{_KE}",
    rf"(?:(?P<past>지난)\s?|(?P<next>오는)\s?)?{_KM}\s?(?P<part>초순?|중순|하순|말)?{_KE}",
    rf"(?P<shift>지난달|이달|이번 ?달|다음 ?달|내달|같은 달)\s?{_KD}{_KW}{_KE}",
    rf"(?P<shift>지난달|이달|이번 ?달|다음 ?달|내달)\s?(?P<part>초순?|중순|하순|말){_KP}{_KE}",
    rf"(?<![가-힣])(?P<bare>[연월])(?P<part>말){_KP}{_KE}",
    rf"(?<![가-힣\d])(?=(?P<bare>[상하]))(?P<part>[상하]반기){_KP}{_KE}",
    r"(?P<shift>지난주|이번 ?주|금주|다음 ?주|내주)\s(?P<weekday>[월화수목금토일])요일",
    rf"{_KY}(?<=[년해])(?![간째전뒤후]|\s?(?:만에|동안)){_KE}",
    r"(?P<count>\d{1,3}(?=일|주|개월|년)|하루|이틀|사흘|나흘)(?:(?P<unit>일|주|개월|년))?\s?(?P<way>전|뒤|후)(?=[에부까의인,.\s]|$)",
    r"(?P<shift>작년|내년|금년|연내|이듬해|지난해|올해|지난달|이달|이번 ?달|다음 ?달|내달|지난주|이번 ?주|금주|다음 ?주|내주|그저께"
    r"|어제|오늘|내일|전날|같은 [날달]|당일|(?<![가-힣])[이그]날|다음 ?날|이튿날)",
    rf"(?:(?P<past>지난)\s?|(?P<next>오는)\s?)?{_KD}{_KW}{_KE}",
    r"(?P<weekday>[월화수목금토일])요일",
]

PATTERNS = {
    "ja": [re.compile(p) for p in _JA],
    "en": [re.compile(p, re.I) for p in _EN],
    "ko": [re.compile(p) for p in _KO],
}
# Between two dates: the first to the second. まで or 까지 after the second is part of the words.
RANGE = {
    "ja": re.compile(r"(?:から|より|~|〜|-|–|—)、?\s?"),
    "en": re.compile(r"\s?(?:to|through|until|till|-|–|—|and)\s?(?:the\s)?"),
    "ko": re.compile(r"\s?(?:부터|에서|~|〜|-)\s?"),
}
#: how many days what begins on a day lasts: 17일부터 이틀간
LASTING = {
    "ja": re.compile(r"から(?P<days>\d{1,2})日間"),
    "en": re.compile("(?!)"),
    "ko": re.compile(
        r"부터\s?(?P<days>이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|\d{1,2}(?=일))일?\s?(?:간|동안)"
    ),
}
RANGE_END = {"ja": re.compile("まで|にかけて?"), "en": re.compile("(?!)"), "ko": re.compile("까지")}
#: what was to come and did not: its day is past
UNDONE = {
    "ja": re.compile(r"(?:予定|見通し|見込み|はず|計画)だった"),
    "en": re.compile(
        r"\b(?:was|were)\sto\b|\b(?:was|were|had been)\s(?:\w+\s)?(?:expected|due|scheduled|set|supposed|slated)\b|\bhad planned\b",
        re.I,
    ),
    "ko": re.compile(r"(?:예상|전망|예정|계획)(?:됐|되었|이었|이던)"),
}
FUTURE = {
    "ja": re.compile(
        r"たい(?:考え|意向|と)|意向を|を目指|(?:する|行う|開く|[うくすつぬむぐぶる])(?:と(?:正式に)?(?:表明|発表|約束|宣言)|こと[でにを](?:合意|一致|決|確認|約束))|予定|見通し|見込|だろう|でしょう|可能性|期待され|計画|方針|今後|次回|とみられ"
        r"|(?<!てい)(?<!であ)(?<!ござい)(?:ます|れる|する|まる|かう|行う|開く)。?\s*$"
    ),
    "en": re.compile(
        r"\b(?:will|would|shall|likely|plan(?:s|ned)?|scheduled|upcoming|expected|expects?|to be held"
        r"|(?:agree|decid|pledg|promis)\w+ to)\b",
        re.I,
    ),
    "ko": re.compile(
        r"예정|기로 (?:했|합의)|겠다고|전망|계획|방침|가능성|것으로 보|(?:[할될]|열릴) 것|(?:열린|한)다\.?\s*$"
    ),
}
