"""What stands around the sentences of an article: captions, bylines, boxes, and the foot of the page."""

from __future__ import annotations

import re
from typing import Literal

LONGEST = 120  # a longer line is text, however it begins

_CREDIT = r"©|\(c\)|写真|フォト|画像|提供|撮影|[Pp]hoto|[Ii]mage|[Cc]ourtesy|사진|제공"
_WIRE = "Reuters|ロイター|Kyodo|共同|AP|AFP|AFP[=-]時事|時事|Getty(?: Images)?|EPA|연합뉴스|뉴시스|Yonhap|Xinhua"
_CREDITED = re.compile(
    rf"[(（\[](?:[^()（）\[\]]*(?:{_CREDIT})[^()（）\[\]]*|(?:{_WIRE})(?:[/・, ]*(?:{_WIRE}))*)[)）\]]\s*\Z"
    r"|©[^。.]{1,40}\Z"
)
_CAPTION = re.compile(
    r"(?:写真|画像|図|[Pp]hoto(?:graph)?|[Ii]mage|[Cc]aption|[Ff]ile [Pp]hoto|사진)\s*(?:[:：=／/]|by\b)"
    r"|[【(（](?:写真|画像)|▲\s*\S"
)
_NAMES = r"[A-Z][\w.'’-]*(?:,?\s+(?:and\s+|&\s+)?[A-Z][\w.'’-]*)"
_BYLINE = re.compile(
    r"(?:著者|執筆者?|筆者|文責|記者|取材|編集|翻訳|ライター|글쓴이|글|기자|작성자|번역)\s*[:：=／/].*"
    r"|(?:authors?|written|writer|report(?:er|ing)|edit(?:ed|or|ing)|posted)\s*(?:[:：=／/]|by\b).*"
    rf"|by\s+(?-i:{_NAMES}{{0,7}})(?:\s*[|–—,-](?!.{{40,}}\.$).*)?"
    r"|\S{2,12}\s?(?:記者|編集委員|特派員)|[가-힣]{2,4}\s?(?:기자|특파원)(?:\s.*@.*)?|\S+@\S+\.\w+",
    re.I,
)
_NAME = re.compile(_NAMES + "{1,3}")
# What opens the boilerplate at the foot of a page, after which no sentence of the article comes.
_FOOT = re.compile(
    r"you may also (?:like|enjoy)|more from (?:the )?author|more (?:stories|articles) by.*|about the author"
    r"|(?:leave|post|add) a (?:comment|reply).*|\+?\s*(?:there are )?no comments.*|\+?\s*\d+ comments?"
    r"|comments?(?: \(\d+\))?|コメント(?:\(\d+\)|する|を残す|を投稿)?|댓글.*|この記事を書いた人|著者について",
    re.I,
)
_LINKS = re.compile(
    r"関連(?:記事|ニュース|リンク|情報|サイト|項目)?\s*[:：]?|(?:あわせて|合わせて|こちらも)読みたい.*|おすすめ(?:の)?(?:記事)?"
    r"|related(?: (?:articles?|stories|posts?|news|content|links?))?\s*:?"
    r"|recommended(?: for you)?\s*:?|trending(?: now)?"
    r"|관련\s?(?:기사|뉴스)\s*:?",
    re.I,
)
_BOX = re.compile(
    r"(?:関連(?:記事|ニュース|リンク)|related)\s*[:：].*|\d+ ?min(?:ute)?s?\.? read|約?\s*\d+ ?分で読めます"
    r"|続きを読む.*|広告|PR|スポンサー.*|advertisements?|sponsored.*|share(?: (?:this|on|via)\b.*)?|tweet|print|e-?mail"
    r"|read (?:more|also|next|full)\b.*|see also\s*:.*|subscribe\b.*|sign up\b.*|newsletter|add yours|menu|home|top"
    r"|(?:copyright|©|\(c\)).*|all rights reserved.*|tags?\s*:.*|タグ\s*[:：].*|categor(?:y|ies)\s*:.*"
    r"|カテゴリー?\s*[:：].*|skip to (?:main )?content|(?:last )?updated\s*:.*|published\s*:.*"
    r"|(?:更新|公開)日?\s*[:：].*"
    r"|저작권자.*|무단\s?전재.*|기사\s?제보.*|ページの?(?:先頭|トップ)へ.*",
    re.I,
)


def boilerplate(text: str, start: int, end: int) -> Literal["caption", "byline", "box"] | None:
    """What the line `text[start:end]` is by its own words; None where it may be a sentence or a heading.

    A caption is known by its credit or by its first word; the whole line is one, its sentences included.
    """
    if end - start <= LONGEST:
        if _BYLINE.fullmatch(text, start, end):
            return "byline"
        if any(pattern.fullmatch(text, start, end) for pattern in (_BOX, _LINKS, _FOOT)):
            return "box"
    if _CAPTION.match(text, start, end) or credited(text, start, end):
        return "caption"
    return None


def credited(text: str, start: int, end: int) -> re.Match[str] | None:
    """The credit of a photograph in which a line ends ("(©Kyodo)"); None without one."""
    return _CREDITED.search(text, max(start, end - 80), end)


def is_foot(text: str, start: int, end: int) -> bool:
    """Whether this box is one that comes below the article."""
    return end - start <= LONGEST and _FOOT.fullmatch(text, start, end) is not None


def is_link_list(text: str, start: int, end: int) -> bool:
    """Whether this box heads a list of other articles, so that short lines below it are theirs."""
    return end - start <= LONGEST and _LINKS.fullmatch(text, start, end) is not None


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the line is two to four capitalised words and no more, as a byline's second line is."""
    return end - start <= LONGEST and _NAME.fullmatch(text, start, end) is not None
