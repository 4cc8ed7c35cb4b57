"""Whether a text is prose: a program, a table or a list of records makes claims that nobody made."""

from __future__ import annotations

import re

_SYMBOLS = re.compile(r"[{}\[\]<>=;$|\\@_+~^&`#*]")
#: in Markdown: what opens a heading, quotation or list; links; emphasis
_OPENS = re.compile(r"^[#>*\s-]+", re.M)
_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^()\s]+\)")
_EMPHASIS = re.compile(r"(\*{1,2}|_)(?=\w)([^*_\n]+)(?<=\w)\1")
_ADDRESS = re.compile(r"https?://\S+|[\w.+-]{1,64}@[\w.-]{1,200}")
#: share of symbols among what is no space: articles have at most 0.007, shell scripts at least 0.026
_MOST_SYMBOLS = 0.025
_LONG_LINE = re.compile(r" {3,}(?=\S)")
_ROW = re.compile(r"[,;\t]")


def not_prose(text: str) -> str | None:
    """What a text is, in words, where it is no prose; None where it may be an article."""
    if text.startswith("#!"):
        return "a script"
    if re.match(r"\s*[{\[]\s*[\"{\[]", text) and text.rstrip()[-1:] in "}]":
        return "JSON"
    if re.match(r"\s*<\?xml|\s*<[a-z][\w:]*(?:\s[^<>]*)?>", text):
        return "XML"
    lines = [line for line in text.split("\n") if line.strip()]
    if _is_table(lines):
        return "a table of values"
    bare = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _OPENS.sub("", text)))
    bare = _ADDRESS.sub("", bare)
    length = sum(not letter.isspace() for letter in bare)
    if len(_SYMBOLS.findall(bare)) > _MOST_SYMBOLS * length and length > 80:
        return "a program or a file of settings"
    return None


def in_columns(text: str) -> bool:
    """Whether the lines of a text run across columns that stand side by side: wide gaps inside of most of them."""
    lines = [line.strip() for line in text.split("\n") if len(line.strip()) > 40]
    return len(lines) > 4 and sum(_LONG_LINE.search(line) is not None for line in lines) * 2 > len(lines)


def _is_table(lines: list[str]) -> bool:
    """Whether each of several lines has as many commas, semicolons or tabs, two or more, and hardly a sentence ends."""
    if len(lines) < 4:
        return False
    counts = [len(_ROW.findall(line)) for line in lines[:200]]
    usual = max(set(counts), key=counts.count)
    ends = sum(line.rstrip()[-1] in ".。!?" for line in lines[:200])
    return usual >= 2 and counts.count(usual) > 0.8 * len(counts) and ends * 4 < len(lines[:200])
