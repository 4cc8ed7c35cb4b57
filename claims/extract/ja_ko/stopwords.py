"""Words that stand before a Japanese or Korean title as a name would, and are none."""

from __future__ import annotations

import re

from claims.extract.gazetteer import state_names

# Whole words only: 新大統領 is no Mr 新, but 新藤, 西村 and 中西 are family names.
_JAPANESE = re.compile(
    r"(?:両|同|各|新|旧|前|元|現|副|正|次期?|全|当|他|駐|日米|日韓|米韓|日中|日英|日豪|日比|日米韓|関係|担当|特命|歴代|主要|国家"
    r"|政府|該当|以上|特別|首席|筆頭|常任|名誉|臨時|暫定|初代|先代|後任|前任|新任|現職|女性|男性|若手|有力|参加|加盟|出席|一部"
    r"|複数|大物|与党|野党|当局|当時|最高|共同|東欧|西欧|北欧|南欧|中欧|中東|東南|南米|北米|中南米|欧州|欧米|国際|地方|軍事"
    r"|民選|退任|就任)*[東西南北中本総主三四五外防財国日米韓]?"
)
_JAPANESE_END = re.compile(
    r"(?:国|省|側|府|会|庁|(?<![阿服渡岡矢磯安園])部"
    r"|の|州|市|派|系|声明|宣言|会[議談合見]|協定|条約|発表|内閣|連合|連盟|同盟|政権|議長)$"
)

_KOREAN = re.compile(
    rf"(?:{'|'.join(state_names(3))}|주[가-힣]{{1,3}}|우리나라|양국|양측|한미|한일|미일|한미일|당시|이날|전날|신임|전임|현직"
    r"|차기|역대|주요|관계|해당|각국|자국|3국|두|세|네|양|각|전|현|신|구|이번|지난|오는|외교|국방|산업|통상|상무|재무|정부"
    r"|그[는가의]?|내가|누가|또|및|함께|후|뒤|등|공동|특별|수석|상임|임시|여성|모든|다른|여러|여|[가-힣]*개국)"
)
_KOREAN_VERB = re.compile(
    r"(?:됐던|했던|하는|되는|열린|예정인|문해|하여|하고|에게|만나|열고|갖고|마친|따라|했다|에서|으로|부터|까지)$"
)
_OFFICES = re.compile(
    "(?:[부성청처원]|전자|자동차|그룹|은행|협회|재단|기업|공업|에너지|화학|건설|공사|대학|기구|기금|연합|서울시|부산시|특별시|광역시)$"
)
_PARTICLE = re.compile("[은는이가을를과와의]$")
_AFTER_CONSONANT = "은이을과"
#: frequent family names: a word of three letters that begins with one is a person's full name, however it ends
_FAMILY = "김이박최정강조윤장임한오서신권황안송류홍고문양손배백허남심노하곽차주우민진지엄원천방공변염여추소석선설구"
_NO_FULL_NAME = re.compile(
    "(?:한국|양국|남한|장관|정상|정권|이들|이번|이것|조약|조건|임원|최근|장군|정책|정당|문서|강국|이날|오늘|우방|주민|서방|한일|한미)[은이]"
    "|공무원|조사원|문부성|방위성|안정성|안전성|공정성|이사회원"
)


def is_no_japanese_name(word: str) -> bool:
    """Whether the word before a title is a part of it (新, 次期, 東側) and nobody's name."""
    return bool(_JAPANESE.fullmatch(word) or _JAPANESE_END.search(word))


def is_no_korean_name(word: str) -> bool:
    """Whether the word before a title is a noun, a verb or a name with its particle, and nobody's bare name."""
    if _KOREAN.fullmatch(word) or _KOREAN_VERB.search(word):
        return True
    if len(word) == 3 and word[0] in _FAMILY and not _NO_FULL_NAME.fullmatch(word) and word[-1] in "성원은이":
        return False
    if _OFFICES.search(word):
        return True
    return bool(_PARTICLE.search(word)) and len(word) > 1 and _agrees(word)


def _agrees(word: str) -> bool:
    """Whether the last letter can be a particle there: 은, 이, 을 and 과 follow a consonant, 는, 가, 를 and 와 a vowel."""
    closed = (ord(word[-2]) - ord("가")) % 28 > 0 if "가" <= word[-2] <= "힣" else True
    if word[-1] == "의":
        return True
    if re.search("[카가]와$", word) or (len(word) == 2 and word[-1] in "가이"):
        return False  # 이시카와, 스가, 왕이: names
    return closed == (word[-1] in _AFTER_CONSONANT)
