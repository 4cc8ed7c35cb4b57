"""Names folded to the form by which they are looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_LONGEST_KEPT = 200  # longer strings are not names; remembering them would only hold memory

# Old, new and printing forms of characters in personal and place names, the usual one first in each group. 斉 and 斎
# are two characters, yet one family is written with either: an index that kept them apart would miss it.
_VARIANTS = """
斎齋斉齊 沢澤 高髙 崎﨑嵜 辺邊邉 国國囯 広廣 浜濱濵 島嶋嶌 桜櫻 竜龍 恵惠 学學 栄榮 実實 真眞 寿壽 応應 与與 会會 円圓
鉄鐵 鴎鷗 黒黑 徳德 瀬瀨 頼賴 渕淵渊 浅淺 滝瀧 蔵藏 芸藝 万萬 曽曾 増增 豊豐 静靜 弥彌 禄祿 条條 県縣 当當 齢齡 青靑
糸絲 富冨 峰峯 桑桒 館舘 断斷 伝傳 仏佛 壱壹 為爲 囲圍 縁緣 園薗 野埜 桧檜 槙槇 遥遙 尭堯 亜亞 悪惡 穣穰 吉𠮷 清淸
晋晉 巌巖 荘莊 薮藪 乗乘 教敎 毎每 礼禮 総總 聡聰 聴聽 誉譽 譲讓 郷鄕鄉 戸戶户 歩步 内內 児兒 勲勳 励勵 厳嚴 寛寬 将將
尚尙 恒恆 戦戰 抜拔 択擇 収收 叙敍敘 暁曉 楽樂 楼樓 横橫 帰歸 気氣 満滿 済濟 狭狹 独獨 画畫 尽盡 秘祕 稲稻 穂穗 粋粹
茎莖 覧覽 観觀 転轉 郎郞 釈釋 録錄 錬鍊 鎮鎭 関關 険險 雑雜 霊靈 顕顯 塩鹽 麦麥 麹麴 黄黃 点點 亀龜 来來 壮壯 奥奧
奨奬 宝寶 対對 専專 悦悅 説說 税稅 鋭銳 脱脫 温溫 経經 軽輕 団團 図圖 発發 変變 労勞 営營 単單 弾彈 価價 仮假 挙擧舉
旧舊 区區 駆驅 継繼 号號 参參 賛贊 写寫 従從 渋澁 縦縱 触觸 随隨 枢樞 声聲 摂攝 銭錢 双雙 争爭 続續 属屬 帯帶 台臺
担擔 胆膽 昼晝 鋳鑄 逓遞 党黨 灯燈 闘鬪 読讀 弐貳 売賣 弁辨辯瓣 翻飜 訳譯 薬藥 揺搖 様樣 謡謠 余餘 予豫 両兩 緑綠 暦曆
歴歷 連聯 炉爐 兎兔 凛凜 梅楳 鶴靍靏 柳栁 船舩 舎舍 髪髮 拝拜 巻卷 強强 産產 彦彥 顔顏 剣劍 涼凉 沖冲 呉吳 桝枡
"""
_KANJI = {ord(other): group[0] for group in _VARIANTS.split() for other in group[1:]} | {ord("ヶ"): "ケ"}
# Letters of Latin names that NFKD leaves whole, and apostrophes, which NFKC would turn into a space.
_LATIN = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´′＇"))

_PART = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0591-\u0eff])*")  # marks of Hebrew to Lao stay with their letter
_CJK = re.compile("[々〆〇ぁ-ヿㇰ-ㇿ㐀-鿿가-힣豈-﫿\U00020000-\U000323af]")
_GLUED_DOT = re.compile(r"(?<=[^\W\d_])\.(?=[^\W_])|(?<=[^\W_])\.(?=[^\W\d_])")  # U.S., D.C., not 2.0
_DASHES = re.compile(r"[-‐-―−－]+")

# A Korean, Chinese or Vietnamese given name is written Duk-geun, Duk Geun or Dukgeun. Its two syllables are joined
# where a family name of those countries stands before or after them. Family names that are commoner as syllables of
# given names (Suk, Jong, Un, Jin) are left out, as they would be taken for the family name at the wrong end.
_FAMILIES = """
ahn an bae baek bak ban bang byun cha chae chang chen cheon chiang cho choe choi chou chow chu chun chung eom gang go
goh gong gu gwak gwon ha ham han heo ho hong hu huh hwang im jang jeon jeong jo jung kang kim ko koh koo ku kwak kwon
lai lam lau lee leung li liang lim lin liu lu ma maeng min moon mun na nam ngo noh oh paik pak park pyo rhee rim roh
ryoo ryu seo seok seol shin sim sohn son song suh tang tran tsai wang wong wu yang yeo yeom yi yoo yoon yu yun zhang
zhao zhou zhu
"""
#: Korean, Chinese and Vietnamese family names in Latin letters, lower case
FAMILY_NAMES = frozenset(_FAMILIES.split())
_SYLLABLE = re.compile(r"[^\W\daeiouy_]{0,3}[aeiouyw]{1,3}(?:[^\W\daeiouwy_]{0,2})")


def name_key(name: str) -> str:
    """The folded form of a name: two spellings with one key are looked up as one name.

    Folded are width and case (`Ｇ７`, g7), accents of Latin and Greek letters (Saitō, Saito), old and printing forms
    of kanji (齋藤, 斎藤, 斉藤; 々 is spelled out), apostrophes, dots, ・ and other punctuation, and spaces between CJK
    characters (斎藤 健, 斎藤健). Where no CJK character occurs the parts are sorted, so that the order of family and
    given name does not matter, and a hyphen parts as a space does (US-Japan, Japan-U.S.). The two syllables of a
    Korean, Chinese or Vietnamese given name are joined where a known family name stands beside them: Ahn Duk-geun,
    Duk Geun Ahn and Dukgeun Ahn are one key.

    Not folded: titles, other romanisations (Ahn and An, Saitou and Saito), scripts into each other, the order of CJK
    names, simplified Chinese. Those are what aliases are for.

    "" where the name has neither letter nor digit. Never raises on a string; the same on every machine.
    """
    return _kept(name) if len(name) <= _LONGEST_KEPT else _fold(name)


def similarity(a: str, b: str) -> float:
    """How alike two names look, 0 to 1, for ordering suggestions that a person reads.

    It decides nothing: 西村康人 and 西村康稔 (one man, garbled) score hardly better than 木原稔 and 木原誠二 (two men).
    0 where either name has no key.
    """
    left, right = name_key(a), name_key(b)
    return fuzz.ratio(left, right) / 100 if left and right else 0.0


def _fold(name: str) -> str:
    if name.isascii():
        text = name.lower().translate(_APOSTROPHES)
    else:
        text = unicodedata.normalize("NFKC", name.translate(_APOSTROPHES)).casefold()
        text = unicodedata.normalize("NFC", _bare(text)).translate(_KANJI)
        text = re.sub("(.)々", r"\1\1", text)
    text = _GLUED_DOT.sub("", text)
    if _CJK.search(text):
        return _cjk_key(_PART.findall(text))
    words = [part for part in (_PART.findall(word) for word in text.split()) if part]
    return " ".join(sorted(_join_given(words)))


_kept = lru_cache(maxsize=1 << 16)(_fold)


def _bare(text: str) -> str:
    """Latin and Greek letters without accents; other scripts keep theirs, as が is not か, nor й и."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFD", text):
        base = letters[-1] if letters else ""
        if not ("\u0300" <= letter <= "\u036f" and (base < "\u0250" or "\u0370" <= base <= "\u03ff")):
            letters.append(letter)
    return "".join(letters).translate(_LATIN)


def _cjk_key(parts: list[str]) -> str:
    """Parts as they stand, with a space only where two of other scripts meet (日米EPCC 2+2)."""
    key = ""
    for part in parts:
        apart = key and not _CJK.match(key[-1]) and not _CJK.match(part)
        key += f" {part}" if apart else part
    return key


def _join_given(words: list[list[str]]) -> list[str]:
    """The parts of a Latin-script name, with a given name of two syllables as one part."""
    parts = [part for word in words for part in word]
    if len(parts) != 3:
        return parts
    first, middle, last = parts
    family_last = len(words[0]) == 2 or (len(words[-1]) != 2 and first not in FAMILY_NAMES)
    family, given = (last, (first, middle)) if family_last else (first, (middle, last))
    if family in FAMILY_NAMES and all(_SYLLABLE.fullmatch(part) for part in given):
        return [family, "".join(given)]
    return parts
