"""Slips of kiwipiepy that the words beside show, set right: names taken for verbs and adverbs, names with their particle."""

from __future__ import annotations

import itertools
import re
from types import SimpleNamespace
from typing import Any

from claims.extract.lexicon import lexicon

_KO = lexicon("ko")  # its tables and patterns hold the words that are looked for here
#: tags of morphemes that make a noun
NOUNS = ("NNG", "NNP", "NNB", "NR", "SN", "SL", "SH", "XPN", "XSN", "NP", "XR", "W_SERIAL", "SW")
STRANGE = (2, 3)  # the numbers that kiwipiepy gives common nouns and names that are in no dictionary of it
_WORD = re.compile("[가-힣]{3,}")
_AND = re.compile("[가-힣]{3,}과")
#: a word and the three behind it, of which a title may be one
_BARE = re.compile(r"(?<!\S)([가-힣]{1,5})(?=\s(\S+)(?:\s(\S+))?(?:\s(\S+))?)")
_PARTICLE = re.compile("[은는이가을를와과도]?,?$")


def _names(text: str, tokens: list[Any]) -> list[Any]:
    """The morphemes with a broken name before a title as one: 여한구 본부장, 하산 누르 장관, 리나 벨로 장관."""
    given, title, *bodies = (_KO.patterns[name] for name in ("given", "title", "organisation", "public"))
    for match in _BARE.finditer(text):
        start, end = match.span(1)
        parts = [one for one in tokens if start <= one.start < end]
        name, behind = match.group(1), [title.search(_PARTICLE.sub("", one or "")) for one in match.groups()[1:]]
        if not parts or not any(behind) or any(one.search(name) for one in (title, *bodies)):
            continue
        first, last = parts[0], parts[-1]
        full = (
            len(parts) > 1
            and (first.len == 1 or last.tag == "MM")
            and last.tag[0] not in "JE"
            and behind[0]
            and given.fullmatch(name)
        )
        before = [one for one in tokens if one.start + one.len == start - 1 and one.tag in ("NNG", "NNP")]
        alone = len(name) == 1 and (last.tag == "ETM" or first.tag == "XPN")  # 하야카와 준 일본 대신
        stem = before and (alone or (last.tag == "VV" and behind[0]))
        if full or stem or (last.tag[0] == "J" and last.form in ("나", "ᆫ", "ᆯ")):
            start = before[0].start if stem else start
            rest = [one for one in tokens if not start <= one.start < end]
            new = [token(text, "NNP", *one.span()) for one in re.compile(r"\S+").finditer(text, start, end)]
            tokens = sorted([*rest, *new], key=lambda one: one.start)
    return tokens


def token(text: str, tag: str, start: int, end: int) -> Any:
    """A morpheme as kiwipiepy gives them."""
    return SimpleNamespace(form=text[start:end], tag=tag, start=start, len=end - start)


def _glued(text: str, tokens: list[Any]) -> list[Any]:
    """The morphemes with the verb or adverb that begins a name as a noun: 푸른바다, 한결유통; others stand apart."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        parts = [one for one in tokens if start <= one.start < end]
        if not parts:
            continue  # a morpheme that begins before it: %포인트
        last = max((at for at, one in enumerate(parts) if one.tag in ("NNG", "NNP", "XSN")), default=0)
        first = last
        while first and parts[first - 1].tag in NOUNS:
            first -= 1
        before = parts[:first]
        ending = before[-1].tag if before else ""
        name = ending in ("ETM", "MAG", "IC") or (ending == "MM" and before[-1].form == "한" and end - start > 3)
        whole = not any(one.tag[0] == "J" for one in before) and parts[last].form not in _KO.heads
        if whole and (name or ending in ("EC", "ETN")) and not _KO.has("when", parts[last].form):
            rest = [one for one in tokens if one.start < start or one.start >= parts[first].start]
            tag = "NNP" if name and parts[last].tag != "XSN" else "NNG"
            tokens = sorted([*rest, token(text, tag, start, parts[first].start)], key=lambda one: one.start)
    return tokens


def mended(text: str, tokens: list[Any]) -> list[Any]:
    """The morphemes without slips that their neighbours show."""
    found: list[Any] = []
    firm = _KO.patterns["organisation"].search
    whole = _glued(text, _names(text, tokens))
    for one, after in itertools.zip_longest(whole, whole[1:]):
        start, end = one.start, one.start + one.len
        close = bool(found) and found[-1].start + found[-1].len == start
        tags = [two.tag for two in (*found[-2:], one)]
        strange = getattr(one, "id", 0) in STRANGE
        if _AND.fullmatch(one.form) and not firm(one.form) and (strange or (one.tag == "NNP" and firm(one.form[:-1]))):
            found += [token(text, "NNP", start, end - 1), token(text, "JC", end - 1, end)]  # 청명화학과
        elif one.tag == "NNG" and strange:
            found.append(token(text, "NNP", start, end))  # 마렉 요안
        elif one.form in ("ᆫ", "ᆯ") and one.tag[0] == "J" and tags[-2:-1] in (["NNP"], ["NNG"]):
            found[-1] = token(text, "NNP", found[-1].start, end)  # 토머슨, which is no 토머스는
        elif one.form == "하" and one.tag in ("XSV", "XSA") and close and (after is None or after.tag in NOUNS):
            found[-1] = token(text, "NNP", found[-1].start, end)  # 청하|댐, 도정하 군수: a verb has an ending
        elif one.form in ("이", "그", "저") and one.tag == "MM" and after and after.start == end and not close:
            found.append(token(text, "XPN", start, end))  # 이적, which is no 이 적
        elif one.form == "이" and one.tag == "MM" and close:
            found.append(token(text, "JKS", start, end))  # 3국이
        elif one.form == "한" and one.tag == "MM" and close and found[-1].tag == "NNG":
            verb, ending = token(text, "XSV", start, end), token(text, "ETM", start, end)
            verb.form, ending.form = "하", "ᆫ"  # 시행한 흑연 수출허가제
            found += [verb, ending]
        elif (one.form, *tags) == ("하", "NNG", "JX", "VV") and found[-2].form in _KO.verbs:
            found[-1] = token(text, "XSV", start, end)  # 서명은 했지만
            found[-1].form = one.form
        elif one.tag == "VV" and after is not None and after.start > end:
            found += [one, token(text, "EC", end, end)]  # 만나 말했다: a verb without an ending has that of its vowel
            found[-1].form = "어"
        elif one.form == "로" and one.tag == "NNG" and text[start - 1] == "%":
            found.append(token(text, "JKB", start, end))  # 54%로
        else:
            found.append(one)
    return found
