"""Whether two nearly equal strings still say the same: the guard of a fuzzy match.

A slip of the pen changes a letter or two inside a word. It touches no number, no negation, no name of a month or
country that it turns into another one, and it replaces no word: whatever does is another statement.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

Edit = tuple[int, int, int, int]  # quote[a:b] stands where the text has text[c:d]

_NEGATIONS = re.compile(
    r"\b(?:not|no|nor|never|neither|none|nothing|nobody|without|cannot|unless|hardly|barely|fail(?:s|ed|ing|ure)?|refus\w+)\b"
    r"|n['’]t\b|\b(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|should|could)nt\b|\b(?:non|un|dis)-|\bun(?!der|it|til|ion|i[^nm]|cle)(?=[a-z]{4})"
    r"|ない|なかっ|なく|なけれ|なし|ません|まい(?=[。、])|ず|ぬ(?=[。、])|[無不非未否]|않|없|못|아니|안\s"
)
# Words into which a slip does not happen to turn another word.
_FIXED = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|first|second|third|fourth|fifth|sixth|bilateral|trilateral|multilateral|north|south|east|west|iran|iraq"
    r"|niger|nigeria|austria|australia|mali|malawi|slovakia|slovenia|before|after|all|some|any|more|less|most|least"
    r"|imports?|exports?|(?:in|de)creas\w+|(?:in|ex)clud\w+|internal\w*|external\w*|unilateral|legal|illegal|former|his|her"
    r"|can|new|old|few|won|ended|began)\b"
    r"|[一二三四五六七八九十百千万億兆]"
)
# Characters of which none is a slip for another, and those that a compound cannot lose or gain by one.
_CONTRASTING = """
日米韓中英独仏豪比印露伊欧亜 東西南北 出入 増減 上下 前後 内外 高低 大小 売買 開閉 加減 可否 有無 賛反 勝敗 首副
春夏秋冬 月火水木金土 年月日時分 한미일중북남영 출입 증감 상하 전후
"""
_CONTRASTS = _CONTRASTING.split()
_BEARING = frozenset("副前元次新旧再反非不未無対脱初最両各全準総州")
_NEGATIVE_PREFIXES = frozenset(("un", "in", "im", "ir", "il", "dis", "non", "mis", "de"))
_WORD = re.compile(r"[a-zà-ɏ]+|[ァ-ヺー]+|[一-鿿々]+|[ぁ-ゖ]+|[가-힣]+")
_POINT = re.compile(r"(?<=\d)[.．](?=\d)")
_NAMING = re.compile(r"[ァ-ヺー一-鿿々]+")
_LONGEST_EDIT = 3


def says_the_same(quote: str, text: str, edits: list[Edit]) -> bool:
    """Whether `quote` is `text` but for slips; both as written, `edits` are the places that differ."""
    flat_quote, flat_text = flatten(quote), flatten(text)
    quote_touched = {i for a, b, _, _ in edits for i in range(a, b)}
    text_touched = {j for _, _, c, d in edits for j in range(c, d)}
    return (
        points(flat_quote) == points(flat_text)
        and not _touches(_NEGATIONS, flat_quote, quote_touched)
        and not _touches(_NEGATIONS, flat_text, text_touched)
        and not _touches(_FIXED, flat_quote, quote_touched)
        and not any(flat_quote[i].isdigit() for i in quote_touched)
        and not any(flat_text[j].isdigit() for j in text_touched)
        and (quote.isupper() or not _new_capital(quote, text, edits))
        and all(_is_slip(flat_quote, flat_text, edit) for edit in edits)
        and _words_hold(flat_text, flat_quote, edits)
        and _words_hold(flat_quote, flat_text, [(c, d, a, b) for a, b, c, d in edits])
    )


def flatten(text: str) -> str:
    """The text in lower case and plain width, each character at its own offset."""
    return "".join(map(_flat_letter, text))


@lru_cache(maxsize=1 << 14)
def _flat_letter(raw: str) -> str:
    folded = unicodedata.normalize("NFKC", raw).casefold()
    return folded[0] if folded else raw


def _new_capital(quote: str, text: str, edits: list[Edit]) -> bool:
    """Whether a changed word has a capital that the text's word lacks: Ishiba is no slip for Kishida."""
    for a, b, c, d in edits:
        if any(letter.isupper() and letter not in text[c:d] for letter in quote[a:b]):
            return True
        follows, meant = quote[b : b + 1], text[d : d + 1]
        if follows.isupper() and meant.islower() and not text[c:d].isspace():
            return True
    return False


def points(text: str) -> str:
    """The digits of a text in order with the decimal points between them: 2.0 is not 20."""
    marked = _POINT.sub("\0", text)
    return "".join(c for c in marked if c.isdigit() or c == "\0")


def _touches(pattern: re.Pattern[str], text: str, touched: set[int]) -> bool:
    return bool(touched) and any(not touched.isdisjoint(range(*match.span())) for match in pattern.finditer(text))


def _is_slip(quote: str, text: str, edit: Edit) -> bool:
    a, b, c, d = edit
    given, meant = _letters(quote[a:b]), _letters(text[c:d])
    if len(given) > _LONGEST_EDIT or len(meant) > _LONGEST_EDIT:
        return False
    if len(given) == len(meant) == 1 and any(given in group and meant in group for group in _CONTRASTS):
        return False
    if (not given and meant in _BEARING) or (not meant and given in _BEARING):
        return False
    if (
        given
        and meant
        and max(len(given), len(meant)) > 1
        and all("一" <= letter <= "鿿" or "가" <= letter <= "힣" for letter in given + meant)
    ):
        return False
    longer, side, first, last = max((given, quote, a, b), (meant, text, c, d), key=lambda one: len(one[0]))
    if not (given and meant) and longer in _NEGATIVE_PREFIXES and not _is_letter(side, first - 1):
        return False
    if (
        not (given and meant)
        and _NAMING.fullmatch(longer)
        and not (_is_letter(side, first - 1) or _is_letter(side, last))
    ):
        return False  # a word that stands alone: 林、 before 安と is one man more
    whole = len(longer) > 1 and not _is_letter(side, first - 1) and not _is_letter(side, last)
    return not whole


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()


def _words_hold(text: str, other: str, edits: list[Edit]) -> bool:
    """No word of the text is edited so much that it may be another word."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        amounts = [_amount(text, other, (start, end), edit) for edit in edits if edit[2] <= end and edit[3] >= start]
        if not any(amounts):
            continue
        length, amount = end - start, sum(amounts)
        latin = text[start] < "ʰ"
        allowed = (1 + (length > 2) + (length > 7)) if latin else 1 + length // 4 + (text[start] < "ァ")
        if amount > allowed:
            return False
    return True


def _amount(text: str, other: str, word: tuple[int, int], edit: Edit) -> int:
    """How many letters of a word of `text` an edit changes, adds or leaves out."""
    (start, end), (a, b, c, d) = word, edit
    changed = max(0, min(d, end) - max(c, start))
    added = (
        max(0, len(_letters(other[a:b])) - len(_letters(text[c:d])))
        if start <= c and d <= end and (c < d or start < c < end)
        else 0
    )
    return changed + added
