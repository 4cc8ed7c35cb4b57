"""Sentences of an article as spans, with what is no sentence (headings, captions, bylines, boxes) set apart.

Written for texts as they are scraped: machine-translated, hard-wrapped, with a stray full stop or a broken line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claims.text.boilerplate import boilerplate, credited, is_foot, is_link_list, is_name

Kind = Literal["sentence", "heading", "caption", "byline", "box"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: code points, half-open, no space at either end."""

    start: int
    end: int
    kind: Kind


_SHORT = {"ja": 40, "ko": 50}  # a line without a full stop up to this length is a heading; 100 elsewhere
_WRAPPED = {"ja": 20, "ko": 30}  # a line at least this long without a full stop goes on in the next line; 40 elsewhere
_LONGEST_QUOTE = 400  # brackets further apart than this are taken as garbled, and ignored

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STOP = re.compile(r"[。．！？!?.｡]+[」』）)\]”’\"'】〉》»]*")
_ENDED = re.compile(r"[。．！？!?.｡…:：][」』）)\]”’\"'】〉》»]*\Z")
_BRACKET = re.compile(r"[「『（(\[“【」』）)\]”】\"]")
_OPENING = {"」": "「", "』": "『", "）": "（", ")": "(", "]": "[", "”": "“", "】": "【"}
_BULLET = re.compile(r"[・•●○◆■▪*‣–-]\s*\S|\(?[0-9]{1,2}[.)．]\s")

_QUOTED = re.compile(r"[\"“「].*[\"”」]", re.S)
_SPACE = re.compile(r"\s*")
_BEGINNING = re.compile(r"[\s\"“‘'(\[「『]*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'/–-])(?:"
    r"(?P<never>Mr|Mrs|Ms|Messrs|Dr|Prof|Sens?|Reps?|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Brig|Rev|Hon|Amb|Pres|St|Mt"
    r"|vs|v|cf|eg|ie|e\.g|i\.e|pp|approx)"
    r"|(?P<number>[Nn]os?|Fig|Art|Vol|Ch|Sec|para|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|(?P<maybe>Jr|Sr|Inc|Co|Corp|Ltd|Bros|etc|et al|a\.m|p\.m|Ph\.D|(?:[A-Z]\.)*[A-Z]))\Z"
)
_STARTERS = re.compile(
    r"[\"“'(]*(?:The|A|An|It|Its|He|She|They|We|I|You|This|That|These|Those|There|In|On|At|By|For|From|With|But|And|Or"
    r"|So|As|If|When|While|After|Before|Since|Both|His|Her|Their|Our|However|Meanwhile|Also|According|During|Under"
    r"|Earlier|Later|Last|Asked|No|Not|One|Two|Some|Many)\b"
)
_PARTICLE_AFTER_QUOTE = re.compile(r"\s*[、，,とはがをにのもでへやなだ]|\s*(?:라고|고|이라고|라며|며|라는)")
_KO_DATE = re.compile(r"(?:^|[^0-9])[0-9]{4}\.\s?[0-9]{1,2}(?:\.\s?[0-9]{1,2})?\Z")

_JA_DANGLING = re.compile(
    r"(?:[でにをとへの]|ため|ために|から|まで|として|について|[一-鿿ァ-ヺー々A-Za-z0-9)）])[。．.｡]+\Z"
)
# A topic or object, or a noun that stands for its verb as in headlines, makes a short sentence of its own.
_JA_WHOLE = re.compile(
    "[はがを]|(?:合意|会談|署名|発表|開催|訪[問日米韓中]|表明|決定|協議|参加|出席|開始|終了|設立|失敗|中止|延期|一致|批判|要請|提案|発足|就任|辞任|開幕|閉幕)[。．.｡]"
)
_KO_DANGLING = re.compile(r"(?:에서|에게|으로|[을를와과의]|위해|위한)\.\Z")
_LONGEST_FRAGMENT = 40


def split_sentences(text: str, language: str) -> list[Span]:
    """The text as spans in order, disjoint, that together hold every character but white space.

    `language` is "ja", "en" or "ko" (anything else is split as English). Offsets are code points, half-open, into
    `text` as given. A fragment without a verb that a stray full stop cut off, and a line that breaks off, belong to
    the sentence before; captions keep their credit; a full stop inside brackets or quotation marks ends nothing.
    Takes time in proportion to the text, also where it is one line.
    """
    spans: list[Span] = []
    foot = False
    for start, end in _blocks(text, language):
        kind = _kind(text, start, end, language, spans, foot)
        foot = foot or is_foot(text, start, end)
        if kind in ("heading", "byline", "box"):
            spans.append(Span(start, end, kind))
            continue
        fresh = True  # a fragment at the start of a paragraph has no sentence before it
        for first, last in _sentences(text, start, end, language):
            credit = credited(text, first, last) if kind == "caption" else None
            if not fresh and ((credit and credit.start() == first) or _dangles(text, first, last, language)):
                spans[-1] = Span(spans[-1].start, last, spans[-1].kind)
            else:
                spans.append(Span(first, last, kind))
            fresh = False
    return spans


def _blocks(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Lines, with those that only a line break cut in two put together again."""
    trimmed = (_trimmed(text, *match.span()) for match in _LINE.finditer(text))
    lines = [(start, end) for start, end in trimmed if start < end]
    headed = _is_headed(text, lines)
    held: tuple[int, int] | None = None
    for line in lines:
        if held is not None:
            if not (headed and held == lines[0]) and _goes_on(text, held, line, language):
                held = held[0], line[1]
                continue
            yield held
        held = line
    if held is not None:
        yield held


def _is_headed(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the first line is a headline: it lacks the full stop with which each of the others ends."""
    ended = [_ENDED.search(text, max(start, end - 20), end) is not None for start, end in lines]
    return len(lines) > 2 and not ended[0] and all(ended[1:]) and not text[lines[1][0]].islower()


def _goes_on(text: str, held: tuple[int, int], line: tuple[int, int], language: str) -> bool:
    if _ENDED.search(text, max(held[0], held[1] - 20), held[1]) or boilerplate(text, *held) or boilerplate(text, *line):
        return False
    first, last = text[line[0]], text[held[1] - 1]
    if first.islower() or first in "、。,)）を" or last in "、，,":
        return True
    if text.count("\n", held[1], line[0]) > 1 or _BULLET.match(text, *line) or _BULLET.match(text, *held):
        return False
    last_line = held[1] - max(text.rfind("\n", held[0], held[1]) + 1, held[0])
    return last_line >= _WRAPPED.get(language, 40)


def _kind(text: str, start: int, end: int, language: str, spans: list[Span], foot: bool) -> Kind:
    length = end - start
    before = spans[-1] if spans else Span(0, 0, "heading")
    own = boilerplate(text, start, end)
    if own == "byline" or (before.kind == "byline" and is_name(text, start, end)):
        return "byline"
    biography = length <= 600 and before.kind == "byline" and len(spans) > 3 and _QUOTED.fullmatch(text, start, end)
    if foot or biography:
        return "box"
    if own:
        return own
    limit = _SHORT.get(language, 100)
    if _BULLET.match(text, start, end):
        return "sentence"
    if text[end - 1] in "?？" and length <= limit and not _STOP.search(text, start, end - 1):
        return "heading"  # a question alone in its paragraph names what follows
    if _ENDED.search(text, max(start, end - 20), end) and text[end - 1] not in ":：":
        return "sentence"
    if length > limit or (_STOP.search(text, start, end - 1) and len(list(_sentences(text, start, end, language))) > 1):
        return "sentence"
    return "box" if before.kind == "box" and _listed(text, before) else "heading"


def _listed(text: str, before: Span) -> bool:
    return is_link_list(text, before.start, before.end) or boilerplate(text, before.start, before.end) is None


def _sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of one block, cut at each full stop that is one."""
    inside = _bracketed(text, start, end, language)
    skip_to = 0
    pair = next(inside, None)
    begin = start
    for match in _STOP.finditer(text, start, end):
        at = match.start()
        while pair is not None and pair[1] <= at:
            pair = next(inside, None)
        if at < skip_to or (pair is not None and pair[0] < at < pair[1] and match.end() <= pair[1]):
            continue
        if _is_end(text, begin, match, end, language):
            yield _trimmed(text, begin, match.end())
            begin = match.end()
            skip_to = begin
    first, last = _trimmed(text, begin, end)
    if first < last:
        yield first, last


def _bracketed(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Outermost pairs of brackets and quotation marks; one without its partner nearby is passed over."""
    sided = language == "en"  # a mark behind a space opens, another closes: one that lacks its partner costs no other
    straight = sided or text.count('"', start, end) % 2 == 0
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, start, end):
        mark, at = match.group(), match.start()
        while stack and at - stack[0][1] > _LONGEST_QUOTE:
            stack.pop(0)
        if mark == '"' and not straight:
            continue
        if mark == '"' and sided and (at == start or text[at - 1] in " \n\t([“‘'—–"):
            stack = [one for one in stack if one[0] != '"'] + [(mark, at)]
            continue
        opening = '"' if mark == '"' else _OPENING.get(mark)
        open_at = next((i for i in range(len(stack) - 1, max(-1, len(stack) - 6), -1) if stack[i][0] == opening), None)
        if open_at is not None:
            opened = stack[open_at][1]
            del stack[open_at:]
            while found and found[-1][0] > opened:
                found.pop()
            found.append((opened, at))
        elif mark not in _OPENING and not (mark == '"' and sided):
            stack.append((mark, at))
    return iter(found)


def _is_end(text: str, begin: int, match: re.Match[str], end: int, language: str) -> bool:
    at, after = match.start(), match.end()
    if after >= end:
        return True
    stop, following = match.group(), text[after]
    closed = stop[-1] not in "。．！？!?.｡"
    if closed and language != "en" and _PARTICLE_AFTER_QUOTE.match(text, after, min(end, after + 6)):
        return False
    if stop[0] != ".":
        return stop[0] not in "!?" or following.isspace() or not following.isascii()
    before = text[max(begin, at - 15) : at]
    if not before or stop.startswith(".."):  # an ellipsis ends a sentence only before a capital
        return False if not before else _capital(text, after, end)
    if at - begin <= 3 and before.strip().isdigit():
        return False  # a number of a list
    if not following.isspace() and not closed:
        if not before[-1].isascii() or before[-1] in ")]":
            return not following.isalnum() or not following.isascii()
        word, first, second = before[-3:], text[after], text[after + 1 : after + 2]
        return word.islower() and word.isalpha() and first.isupper() and second.islower()
    gap = _SPACE.match(text, after, end)
    rest = gap.end() if gap else after
    if _KO_DATE.search(before) or (before[-1].isdigit() and text[rest : rest + 1].isdigit() and language != "en"):
        return False
    if short := _ABBREVIATION.search(before):
        if short["never"]:
            return False
        if short["number"]:
            return not text[rest : rest + 1].isdigit()
        return _STARTERS.match(text, rest, min(end, rest + 20)) is not None
    return _capital(text, after, end)


def _capital(text: str, after: int, end: int) -> bool:
    """Whether what follows begins as a sentence does: not in lower case."""
    begins = _BEGINNING.match(text, after, min(end, after + 8))
    first = text[begins.end() : begins.end() + 1] if begins else ""
    return not first.islower()


def _dangles(text: str, start: int, end: int, language: str) -> bool:
    if end - start > _LONGEST_FRAGMENT:
        return False
    fragment = text[start:end]
    if language == "ja":
        return bool(_JA_DANGLING.search(fragment)) and not _JA_WHOLE.search(fragment)
    return language == "ko" and bool(_KO_DANGLING.search(fragment))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
