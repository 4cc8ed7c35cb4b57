"""Trees of Korean sentences: kiwipiepy's morphemes, one word for each spaced group, hung on heads by particle and ending.

Korean is strictly head-final and marks what a group is to the rest: a particle ties a noun to the next predicate or
noun, an ending ties a predicate to the next one. That is read here, to the right, without a trained parser.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from types import SimpleNamespace
from typing import Any

from claims.errors import ClaimsError
from claims.extract.lexicon import lexicon
from claims.extract.tree import Tree, Word

_NOUNS = ("NNG", "NNP", "NNB", "NR", "SN", "SL", "SH", "XPN", "XSN", "NP", "XR", "W_SERIAL", "SW")
_VERBAL = ("VV", "VA", "VX", "XSV", "XSA", "VCP", "VCN")
#: verbs that with the particle before them make one: 에 대해, 를 위해, 에 따르면
_PARTICLE_VERBS = ("대하", "관하", "따르", "위하", "통하", "인하", "의하", "둘러싸", "비롯하", "향하")
#: verbs that close behind a noun make it a predicate: 해지당하다, 통과시키다
_LIGHT = ("당하", "받", "시키", "되", "하")
#: nouns that with what stands before them tell why, against whom or of what: 을 이유로, 를 상대로
_MANNER = ("이유", "상대", "계기", "대상", "중심", "명분", "조건", "바탕", "목표", "근거")
#: whom 양 counts as two
_PAIRED = ("장관", "정상", "국", "측", "사", "당", "기관", "총리", "회사", "도시", "팀", "대표", "부처")
_POS = {
    **dict.fromkeys(("NNP", "SL", "SH"), "PROPN"),
    **dict.fromkeys(("SN", "NR"), "NUM"),
    **dict.fromkeys(("MAG", "MAJ", "IC"), "ADV"),
    **dict.fromkeys(("VV", "VA", "VX", "VCN"), "VERB"),
    "NP": "PRON",
    "MM": "DET",
}
_ADVERBS = ("잇달", "잇따르", "잇", "더불", "연잇", "나아가", "이어지")
_DATE = re.compile(
    r"^\d+(?:년|월|일|시)|요일$|^(?:(?:지난|다음|이번|오는|올|같은)(?:달|주|해|날)?|[내작]년|[이그당전]날|오늘|어제|내일|[이내]달|내주|연내|당일|최근|현재"
    r"|안|말|초|중순|[하상]순|주|달|해)$"
)
_LINK = [
    "고",
    "며",
    "으며",
    "어",
    "아",
    "어서",
    "아서",
    "면서",
    "으면서",
    "여",
    "고서",
    "으나",
    "나",
    "지만",
    "는데",
    "ᆫ데",
    "으니",
    "니",
]
_QUOTE = re.compile(r"(?:다|라|자|냐)(?:고|며|면서)$")
_QUOTING = re.compile(r"(?:다|라|자|냐)는$|단$")


@dataclass
class _Group:
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
    comma: bool = False
    listed: bool = False  # by the particle that only joins nouns
    verb: bool = False


class KoreanParser:
    """kiwipiepy as a parser: see `claims.extract.parsers.Parser`."""

    name = "kiwipiepy"

    def __init__(self) -> None:
        try:
            from kiwipiepy import Kiwi

            self._kiwi = Kiwi(num_workers=1)
        except Exception as error:  # a missing model raises what the binding gives
            raise ClaimsError(f"kiwipiepy does not load: {error}", "pip install 'claims[parse]'") from error
        self.version = version("kiwipiepy")
        self._somebody = lexicon("ko").patterns["somebody"]

    def trees(self, sentences: Iterable[str]) -> Iterator[Tree]:
        for sentence in sentences:
            yield self._tree(sentence)

    def _tree(self, text: str) -> Tree:
        groups = _groups(text, _names(text, self._kiwi.tokenize(text)))
        words = [
            Word(at, g.start, g.end, text[g.start : g.end], g.lemma, "VERB" if g.verb else g.pos, "", at, tag=g.tag)
            for at, g in enumerate(groups)
        ]
        for at, group in enumerate(groups):
            own = group.particles[:-1] if group.particles[-1:] in (["도"], ["는"], ["은"], ["만"]) else group.particles
            words[at].case = " ".join(own or group.particles)
            if group.tail:
                words[at].form = f"{'+'.join(form for form, _ in group.tail)}/{_ending(group)}"
            self._hang(at, groups, words, text)
        return Tree(text, words, final=True)

    def _hang(self, at: int, groups: list[_Group], words: list[Word], text: str) -> None:
        group, word, last = groups[at], words[at], len(groups) - 1
        following = range(at + 1, last + 1)
        verb = next((k for k in following if groups[k].tail), None)
        noun = next((k for k in following if not groups[k].verb), None)
        if at == last or (verb is None and noun is None):
            word.head, word.relation = at, "root"
        elif group.tail:
            ending, tag = group.tail[-1]
            if tag == "ETM" and noun is not None:
                while noun < last and not groups[noun].particles and not groups[noun].comma and not groups[noun].tail:
                    if groups[noun + 1].verb or words[noun + 1].pos in ("ADV", "DET"):
                        break
                    noun += 1  # 체결한 도로 공사 계약
                word.head, word.relation = noun, "acl"
            elif _QUOTE.search(ending) and ending[-1] != "고" and tag != "EF":  # 환영한다며 ... 않고 있다고 밝혔다
                ends = [k for k in following if groups[k].tail and groups[k].tail[-1][1] not in ("ETM", "ETN")]
                main = next((k for k in ends if not _QUOTE.search(groups[k].tail[-1][0])), verb)
                word.head, word.relation = (main, "ccomp") if main is not None else (at, "root")
            elif tag == "ETN" or (_QUOTE.search(ending) and tag != "EF"):
                word.head, word.relation = (verb, "ccomp") if verb is not None else (at, "root")
            else:
                main = self._next_clause(at, groups, verb)
                word.head, word.relation = (main, "advcl") if main is not None else (at, "root")
        elif word.pos == "DET":
            word.head = noun if noun is not None else last
            word.relation = "nummod" if word.text in ("두", "세", "네", "한", "양") else "det"
        elif word.pos == "ADV":
            word.head, word.relation = (verb if verb is not None else last), "advmod"
        elif group.particles[-1:] == ["의"] and noun is not None:
            word.head, word.relation = noun, "nmod"
        elif group.listed and noun is not None and verb is not None and self._takes_part(at, groups, words):
            word.head, word.relation = verb, "obl"
        elif (group.listed and noun is not None) or (not group.particles and group.comma and noun == at + 1):
            word.head, word.relation = self._end_of_phrase(at + 1, groups), "conj"
            word.case = ""
        elif not group.particles and _DATE.search(word.text):
            verb = next((k for k in following if groups[k].tail and not _describes(groups[k])), verb)
            word.head, word.relation = (verb if verb is not None else last), "obl:unmarked"
            k = at - 1
            while k > 0 and not groups[k].particles and _DATE.search(words[k].text):
                k -= 1  # 지난 18일
            if k >= 0 and _topic(groups[k]) and any(_nominative(groups[j]) for j in range(at, word.head)):
                word.head = words[k].head  # "A는 14일 B가 ...다고 발표했다": the day of the saying
            elif k >= 0 and _topic(groups[k]) and groups[word.head].tail[-1:] in ([("는", "ETM")], [("ᆫ", "ETM")]):
                between = any(groups[j].particles[:1] in (["을"], ["를"]) for j in range(at + 1, word.head))
                finite = (j for j in following if groups[j].tail and groups[j].tail[-1][1] not in ("ETM", "ETN"))
                word.head = (
                    next(finite, word.head) if between or groups[word.head].tail[-1][0] == "는" else word.head
                )  # not of the clause on a noun
        elif not group.particles and noun == at + 1:
            word.head, word.relation = noun, "compound"
        elif verb is None:
            word.head, word.relation = last, "dep"
        else:
            word.head, word.relation = self._predicate(at, groups, verb, words)
            behind = groups[at + 1]
            if word.relation == "obj" and behind.lemma in _MANNER and behind.particles[:1] in (["로"], ["으로"]):
                word.relation, word.case = (
                    "obl",
                    f"{word.case} {text[behind.start : behind.last]}",
                )  # 고용 불안을 이유로

    def _takes_part(self, at: int, groups: list[_Group], words: list[Word]) -> bool:
        """Whether somebody is joined by 과 to what is nobody, and so takes part in what the verb tells: 대신과 회의를 열었다."""
        last = words[self._end_of_phrase(at + 1, groups)]

        def somebody(word: Word) -> bool:
            return word.pos == "PROPN" or self._somebody.search(word.text) is not None

        return somebody(words[at]) and not somebody(last) and last.at > at

    def _next_clause(self, at: int, groups: list[_Group], verb: int | None) -> int | None:
        """The predicate that a clause goes on into: no relative clause, and no quotation where it says something itself."""
        says = at > 0 and bool(groups[at - 1].tail) and _QUOTE.search(groups[at - 1].tail[-1][0]) is not None
        for k in range(at + 1, len(groups)):
            if groups[k].tail:
                ending, tag = groups[k].tail[-1]
                beyond = groups[at].comma and ending in ("면", "으면")  # 표명하고, 필요하면 대응한다
                if beyond:
                    continue
                quoted = _QUOTING.search(ending) and not any(_nominative(groups[j]) for j in range(at + 1, k))
                if (tag != "ETM" or quoted) and not (says and _QUOTE.search(ending)):
                    return k
        return verb

    def _end_of_phrase(self, at: int, groups: list[_Group]) -> int:
        """The noun that bears the particle of a list that goes on at `at`."""
        while (
            at < len(groups) - 1
            and not groups[at].verb
            and (not groups[at].particles or groups[at].listed or groups[at].particles[:1] == ["의"])
        ):
            at += 1
        return at

    def _predicate(self, at: int, groups: list[_Group], verb: int, words: list[Word]) -> tuple[int, str]:
        case = " ".join(groups[at].particles)
        relation = {"이": "nsubj", "가": "nsubj", "께서": "nsubj", "을": "obj", "를": "obj", "ᆯ": "obj"}.get(case, "obl")
        if case not in ("은", "는", "ᆫ"):
            if relation != "nsubj":  # what describes a noun takes no object or place: 러시아에 즉각적인 휴전을
                verb = next(
                    (k for k in range(at + 1, len(groups)) if groups[k].tail and not _describes(groups[k])), verb
                )
            return verb, relation
        clause = next((k + 1 for k in range(at - 1, -1, -1) if groups[k].tail), 0)
        someone = self._somebody.search(text := words[at].text) is not None or words[at].pos == "PROPN"
        if any(_topic(groups[k]) for k in range(0 if not someone and text else clause, at)):
            return verb, "nsubj"  # 외교부는 그 문제는 논의되지 않았다고 전했다
        stop = next((k for k in range(at + 1, len(groups)) if _topic(groups[k])), len(groups))
        ends = [k for k in range(at + 1, len(groups)) if groups[k].tail and groups[k].tail[-1][1] not in ("ETM", "ETN")]
        near = [k for k in ends if k < stop]
        main = [k for k in near if not _QUOTE.search(groups[k].tail[-1][0])]
        for before, k in itertools.pairwise(main):  # 서명식은 1일 열렸으며 두 장관이 참석했다
            own = [j for j in range(before + 1, k) if _nominative(groups[j])]
            if any(next(i for i in range(j, k + 1) if groups[i].tail) == k for j in own):
                main = [before]
                break
        return next((found[-1] for found in (main, near, ends) if found), verb), "nsubj"


def _topic(group: _Group) -> bool:
    return group.particles[:1] in (["은"], ["는"]) and not group.verb


def _nominative(group: _Group) -> bool:
    return group.particles[:1] in (["이"], ["가"])


def _describes(group: _Group) -> bool:
    """Whether a group only says of what kind the noun behind it is: 즉각적인, 새로운."""
    tags = [tag for _, tag in group.tail]
    copula = tags[-2:] == ["VCP", "ETM"]
    return copula or (tags[:1] == ["VA"] and tags[-1:] == ["ETM"] and group.lemma not in ("있", "없", "같"))


def _ending(group: _Group) -> str:
    """past, nonpast or link: the last tense marker of the group, or an ending that leaves the tense to what follows."""
    last, tag = group.tail[-1]
    if any(tag == "EP" and form in ("었", "았", "였", "ᆻ", "었었", "았었") for form, tag in group.tail):
        return "past"
    if tag == "ETM" and last in ("ᆫ", "은") and group.verb and ("", "VA") not in group.tail:
        return "past"
    return "link" if tag == "EC" and last in _LINK else "nonpast"


def _names(text: str, tokens: list[Any]) -> list[Any]:
    """The morphemes with a name of three letters before a title as one: 여한구 본부장, which is no 여+한+구."""
    given, title = (lexicon("ko").patterns[name] for name in ("given", "title"))
    for match in re.compile(r"(?<!\S)[가-힣]{3}(?=\s(\S+?)[은는이가을를과와도]?\s)").finditer(text):
        start, end = match.span()
        parts = [one for one in tokens if start <= one.start < end]
        odd = any(one.tag[0] in "IM" for one in parts) and not any(one.tag[0] in "JE" for one in parts)
        if odd and given.fullmatch(match.group()) and title.search(match.group(1)):
            at = tokens.index(parts[0])
            tokens[at : at + len(parts)] = [
                SimpleNamespace(form=match.group(), tag="NNP", start=start, len=end - start)
            ]
    return tokens


def _groups(text: str, tokens: list[Any]) -> list[_Group]:
    """The morphemes as groups, auxiliary verbs and verbs that are half particles joined to the group before them."""
    found: list[_Group] = []
    space, end = True, 0
    for at, token in enumerate(tokens):
        if token.start < end - 1 and token.tag[:2] != "EP" and text[end - 1] in ")）":
            continue
        if token.form == "르" and token.tag == "NNG" and text[token.start - 1] == "%":
            continue  # 62%를
        space = space or token.start > end
        end = max(end, token.start + token.len)
        tag = token.tag.split("-")[0]
        last = found[-1] if found else None
        bare = last is not None and not space and not last.tail and not last.particles
        if tag == "SSO" and bare and token.form in "(（" and (close := re.compile("[)）]").search(text, end)):
            end = close.end()  # what stands in brackets behind a noun is another name for it
            continue
        if tag.startswith("S") and tag not in ("SN", "SL", "SH", "SW"):
            if last is not None and token.form in (",", "、", "·"):
                last.comma = True
            space = space or token.form in ("·", ",") or tag in ("SSO", "SSC", "SP", "SS")
            continue
        if token.form == "양" and tag == "NNP" and at + 1 < len(tokens) and tokens[at + 1].form in _PAIRED:
            tag = "MM"  # both, and no surname
        if tag == "NNG" and token.form in ("반면", "한편", "당초", "이번", "가운데"):
            tag = "MAG"
        if last is None or tag in ("MAG", "MAJ", "IC", "MM", *_NOUNS, "VV", "VA", "VX", "VCN"):
            if last is not None and bare and tag in _NOUNS and last.pos not in ("ADV", "DET"):
                last.lemma = token.form if tag in ("NNG", "NNB") and last.tag != "XPN" else last.lemma + token.form
                last.end = last.last = end
                last.pos = "PROPN" if tag in ("NNP", "SL") else last.pos
            elif last is not None and bare and tag == "VV" and token.form in _LIGHT and last.tag == "NNG":
                last.last, last.verb = end, True
                last.tail.append((token.form, "XSV"))
            elif last is not None and tag[0] == "V" and _helps(last, token, tag):
                last.last = end
                if _half(last, token):
                    last.particles.append(token.form)
                    last.half = True
                else:
                    last.tail.append((token.form, tag))
            elif last is not None and token.form in ("못", "안") and last.tail[-1:] == [("지", "EC")]:
                last.tail.append((token.form, "MAG"))
            else:
                found.append(_Group(token.start, end, end, token.form, _POS.get(tag, "NOUN"), tag))
                if tag[0] == "V":
                    found[-1].tail, found[-1].verb = [(token.form if token.form in ("없", "아니") else "", tag)], True
        elif tag.startswith("J"):
            last.particles.append(token.form)
            last.listed = last.listed or tag == "JC"
            last.last = end
        else:
            last.last = end
            last.verb = last.verb or tag in ("XSV", "XSA")
            last.tail += [] if last.half else [(token.form, tag)]
        space = False
    return [_adverb(_named_date(one, text)) for one in found]


def _adverb(group: _Group) -> _Group:
    """Verbs that only say how or when the next one happens: 잇달아, 더불어."""
    if group.lemma in _ADVERBS and group.tail[-1:] in ([("어", "EC")], [("아", "EC")]):
        group.verb, group.pos, group.tail = False, "ADV", []
    return group


def _named_date(group: _Group, text: str) -> _Group:
    """지난, 오는 before a day is no verb."""
    if group.verb and re.compile(r"지난|(?:다가)?오는\s\d").match(text, group.start):
        group.verb, group.pos, group.tail, group.particles, group.tag = False, "NOUN", [], [], "NNG"
        group.end = group.last
    return group


def _half(last: _Group, token: Any) -> bool:
    """Whether a verb and the particle before it make one particle: 에 대해."""
    return token.form in _PARTICLE_VERBS and bool(last.particles) and (not last.tail or last.tail[-1][1] == "ETN")


def _helps(last: _Group, token: Any, tag: str) -> bool:
    """Whether a verb only helps the one before it: 하지 않다, 하고 있다, 에 대해, 이르지 못하다."""
    helped = last.tail and (
        last.tail[-1][1] == "MAG" or tag == "VX" or (token.form == "있" and last.tail[-1] == ("고", "EC"))
    )
    return bool(helped) or _half(last, token)
