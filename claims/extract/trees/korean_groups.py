"""Korean morphemes as spaced groups: the noun or stem of each, its particles, the ending of its predicate."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import Any

from claims.extract.lexicon import lexicon
from claims.extract.trees.korean_slips import NOUNS, mended

_KO = lexicon("ko")  # its tables and patterns hold the words that are looked for here
_VERBS = ("VV", "VA", "VX", "VCN")
_POS = dict.fromkeys(_VERBS, "VERB") | dict.fromkeys(("NNP", "SL", "SH"), "PROPN") | {"NP": "PRON", "MM": "DET"}
_POS |= dict.fromkeys(("SN", "NR"), "NUM") | dict.fromkeys(("MAG", "MAJ", "IC"), "ADV")
_QUOTE = re.compile(r"(?:다|라|자|냐)(?:고|며|면서)$")
_AUXILIARY = (("있", "고", "EC"), ("되", "게", "EC"))  # 하고 있다, 하게 되다
_BEFORE_DAY = re.compile(r"지난|(?:다가)?오는\s\d|같은\s날")


@dataclass
class Group:
    """One spaced group: the noun or stem in it, its particles, and the ending of its predicate ("" = none)."""

    start: int
    end: int  # of the noun or stem
    last: int  # of the whole
    lemma: str
    pos: str
    tag: str = ""
    particles: list[str] = field(default_factory=list)
    tail: list[tuple[str, str]] = field(default_factory=list)  # morphemes behind the noun or stem, with their tags
    half: bool = False  # a particle and a verb that make one particle
    of_noun: bool = False  # such a one on a noun: 에 대한
    comma: bool = False
    listed: bool = False  # by the particle that only joins nouns
    verb: bool = False

    def takes(self, *particles: str) -> bool:
        return self.particles[:1] in [[one] for one in particles]

    @property
    def topic(self) -> bool:
        return self.takes("은", "는") and not self.verb

    @property
    def finite(self) -> bool:
        """Whether it ends a clause that stands on no noun."""
        return bool(self.tail) and self.tail[-1][1] not in ("ETM", "ETN")

    @property
    def quotes(self) -> bool:
        return bool(self.tail) and _QUOTE.search(self.tail[-1][0]) is not None

    @property
    def describes(self) -> bool:
        """Whether it only says of what kind the noun behind it is: 즉각적인, 새로운."""
        tags = [tag for _, tag in self.tail]
        copula = tags[-2:] == ["VCP", "ETM"] and tags[0] != "NNB"  # 방문 중인
        copula = copula or self.tail[-2:] == [("이", "VCP"), ("자", "EC")]  # 대표이자
        quality = tags[:1] in (["VA"], ["XSA"]) and self.lemma not in ("있", "없", "같")  # 새로운, 비슷한
        return copula or (quality and tags[-1:] == ["ETM"])

    @property
    def form(self) -> str:
        """Its endings, and past, nonpast or link (the tense is left to what follows); "" for no predicate."""
        if not self.tail:
            return ""
        (last, tag), tense = self.tail[-1], "nonpast"
        done = tag == "ETM" and last in ("ᆫ", "은") and self.verb and self.tail[0][1] not in ("VA", "NNB")
        done = done or (tag == "ETN" and last == "ᆷ" and self.half)  # 결렬됨에 따라
        if done or any(tag == "EP" and form in ("었", "았", "였", "ᆻ", "었었", "았었") for form, tag in self.tail):
            tense = "past"
        elif tag == "EC" and _KO.has("links", last):
            tense = "link"
        return f"{'+'.join(form for form, _ in self.tail)}/{tense}"


def groups_of(text: str, tokens: list[Any]) -> list[Group]:
    """The morphemes as groups, auxiliary verbs and verbs that are half particles joined to the group before them."""
    found: list[Group] = []
    tokens = mended(text, tokens)
    space, end, behind, quoted = True, 0, 0, False
    for token, after in itertools.zip_longest(tokens, tokens[1:]):
        tag, form = token.tag.split("-")[0], token.form
        if token.start < behind:
            continue
        space, end = space or token.start > end, max(end, token.start + token.len)
        last = found[-1] if found else None
        bare = last is not None and not space and not last.tail and not last.particles
        if tag == "SSO" and bare and form in "(（" and (close := re.compile("[)）]").search(text, end)):
            end = behind = close.end()  # what stands in brackets behind a noun is another name for it
            continue
        if tag[0] == "S" and tag not in NOUNS:
            quoted = tag == "SSC"
            if last is not None and form in (",", "、", "·"):
                last.comma = True
            space = space or form in ("·", ",") or tag in ("SSO", "SSC", "SP", "SS")
            continue
        if (form, tag) in (("양", "NNP"), ("네", "IC")) and after is not None and _KO.has("paired", after.form):
            tag = "MM"  # both, and no surname; four, and no yes
        if quoted and last is not None and last.tail[-1:] and last.tail[-1][1] == "EF" and tag in ("JKQ", "EC"):
            last.tail[-1], last.last = (last.tail[-1][0] + form, "EC"), end  # “...했다”며
            space = quoted = False
            continue
        quoted = False
        tag = "MM" if tag == "NNG" and _KO.has("attributive", form) and after is not None and after.start > end else tag
        tag = "MAG" if tag == "NNG" and _KO.has("adverbial", form) else tag
        begins = tag in NOUNS or tag in _POS
        if last is None or (begins and not _joins(last, tag, form, bare, end, after)):
            found.append(Group(token.start, end, end, form, _POS.get(tag, "NOUN"), tag))
            if tag in _VERBS:
                found[-1].tail, found[-1].verb = [(form if form in ("없", "아니") else "", tag)], True
        elif not begins:
            last.last = end
            if tag[0] == "J":
                last.particles.append(form)
                thing = form in ("와", "과") and _KO.patterns["nobody"].search(text[last.start : last.end])
                last.listed = last.listed or tag == "JC" or bool(thing)  # 로드맵과 대사관 설치 문제를
            else:
                last.verb = last.verb or (tag in ("XSV", "XSA") and not last.half)
                last.tail += [] if last.half else [(form, tag)]
                if last.half and form in ("면", "으면"):
                    last.particles[-1] += form  # 에 따르면 is no 에 따라
                last.of_noun = last.half and tag == "ETM"
        space = False
    for before, one in itertools.pairwise(found):
        if one.lemma == "같" and one.tail[-1:] == [("은", "ETM")] and before.lemma in ("이", "그"):  # 이 같은 내용의
            before.pos, before.particles = "DET", []
            one.verb, one.pos, one.tail = False, "DET", []
    for one, after in itertools.zip_longest(found, found[1:]):
        if one.tail[-1:] == [("게", "EC")] and after is not None and after.lemma not in ("하", "되"):
            one.verb, one.pos, one.tail = False, "ADV", []  # 부당하게
        if one.verb and _BEFORE_DAY.match(text, one.start):  # 지난, 오는 before a day are no verbs
            one.verb, one.pos, one.tail, one.particles, one.tag, one.end = False, "NOUN", [], [], "NNG", one.last
        elif one.tail and _KO.has("adverbs", f"{one.lemma}+{one.tail[-1][0].replace('아', '어')}"):
            one.verb, one.pos, one.tail = False, "ADV", []
    return _counted(text, _told_as_done(text, found))


def _told_as_done(text: str, groups: list[Group]) -> list[Group]:
    """The groups with 바 있다 as the past of what stands before it, and 데다 and 반면 as its ending: 체결한 바 있다, 늦은 데다."""
    found: list[Group] = []
    for group in groups:
        done = len(found) > 1 and found[-1].lemma == "바" and found[-2].tail[-1:] in ([("ᆫ", "ETM")], [("은", "ETM")])
        ends = next((one for one in ("데다", "반면") if text.startswith(one, group.start)), None)
        if ends and found and found[-1].tail[-1:] and found[-1].tail[-1][1] == "ETM":
            past = [("었", "EP")] if found[-1].tail[-1][0] in ("ᆫ", "은") and found[-1].verb else []
            found[-1].tail[-1:] = [*past, (ends, "EC")]  # 시작하지 않은 데다, 주장하는 반면
            found[-1].last, found[-1].comma = group.last, group.comma
        elif done and group.lemma == "있" and group.tail and not found[-1].tail:
            found.pop()
            found[-1].tail[-1:] = [("었", "EP"), *group.tail[1:]]
            found[-1].last, found[-1].comma = group.last, group.comma
        else:
            found.append(group)
    return found


def _counted(text: str, groups: list[Group]) -> list[Group]:
    """The groups with what only counts the names before it as a part of the last of them: A와 B 양국은, A, B 두 회사는."""
    found: list[Group] = []
    for group in groups:
        several = found[-1] if found and found[-1].pos == "DET" and not found[-1].particles else None
        first = several or group
        bare = found[:-1] if several else found
        joined = len(bare) > 1 and (bare[-2].listed or bare[-2].comma or bare[-2].takes("와", "과"))
        joined = joined and not (bare[-1].particles or bare[-1].comma or bare[-1].verb)
        if joined and _KO.patterns["counts"].fullmatch(text[first.start : group.end]):
            found, bare[-2].listed = bare, True
            found[-1].particles, found[-1].listed, found[-1].comma = group.particles, group.listed, group.comma
            found[-1].last, found[-1].half, found[-1].of_noun = group.last, group.half, group.of_noun
        else:
            found.append(group)
    return found


def _half(last: Group, tag: str, form: str, after: Any) -> bool:
    """Whether a verb makes one particle with the one before it: 에 대해, 조건을 놓고, 보도와 관련해."""
    following = after.form if after is not None else ""
    verb = tag in _VERBS and (_KO.has("half", form) or (_KO.has("half_linked", form) and following == "고"))
    return bool(last.particles or (last.lemma, form) == ("데", "대하")) and (
        verb or (form == "관련" and following == "하" and last.takes("와", "과"))
    )


def _joins(last: Group, tag: str, form: str, bare: bool, end: int, after: Any) -> bool:
    """Put a noun, verb or adverb to the group before it, where it is a part of that; whether it is."""
    ending, before = last.tail[-1] if last.tail else ("", ""), last.particles or last.tail
    if bare and (tag in NOUNS or last.tag == "NR") and last.pos not in ("ADV", "DET"):  # 열두 번째
        alone = tag in ("NNG", "NNB") and last.tag != "XPN" and form != "식"  # 서명식
        last.lemma = form if alone else last.lemma + form
        last.end, last.pos = end, "PROPN" if tag in ("NNP", "SL") else last.pos
        last.tag = tag if last.tag == "NNB" else last.tag  # 대|보건설
    elif bare and tag == "VV" and _KO.has("light", form) and last.tag == "NNG":
        last.verb = True  # 해지당했다
        last.tail.append((form, "XSV"))
    elif (form, tag, last.tag, getattr(after, "tag", "")) == ("중", "NNB", "NNG", "VCP") and not before:
        last.verb = True  # 검토 중이다
        last.tail.append((form, tag))
    elif _half(last, tag, form, after) and ending[1] in ("", "ETN"):
        last.particles += [form] if last.particles else ["에", form]  # 에 대해, 지연되는 데 대해
        last.half, last.listed = True, False
    elif tag in _VERBS and last.tail and (ending[1] == "MAG" or tag == "VX" or (form, *ending) in _AUXILIARY):
        last.tail.append((form, tag))  # 하지 않다, 하고 있다, 이르지 못하다
    elif form in ("못", "안") and ending == ("지", "EC"):
        last.tail.append((form, "MAG"))
    else:
        return False
    last.last = end
    return True
