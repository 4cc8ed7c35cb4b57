"""The heads of Korean words: each spaced group hung on the one that its particle or ending ties it to.

Korean is strictly head-final and marks what a group is to the rest: a particle ties a noun to the next predicate or
noun, an ending ties a predicate to the next one. That is read here, to the right, without a trained parser.
"""

from __future__ import annotations

import itertools
import re

from claims.extract.lexicon import lexicon, sort
from claims.extract.trees.korean_days import of_day
from claims.extract.trees.korean_groups import Group
from claims.extract.trees.tree import Tree, Word

_KO = lexicon("ko")  # its tables and patterns hold the words that are looked for here
_QUOTING = re.compile(r"(?:다|라|자|냐)는$|단$")
_RELATIONS = {"이": "nsubj", "가": "nsubj", "께서": "nsubj", "을": "obj", "를": "obj", "ᆯ": "obj"}


class Heads:
    """The groups of one sentence, each hung on its head."""

    def __init__(self, text: str, groups: list[Group]) -> None:
        self.text, self.groups = text, groups
        said = [m.span() for m in _KO.patterns["quotation"].finditer(text)]
        spans = [(a, b) for a, b in said if any(a < g.start < b and g.finite for g in groups)]
        self.quote = [next((a for a, b in spans if a < g.start < b), -1) for g in groups]  # which one each stands in
        self.words = [
            Word(at, g.start, g.end, text[g.start : g.end], g.lemma, "VERB" if g.verb else g.pos, "", at, tag=g.tag)
            for at, g in enumerate(groups)
        ]

        for at, g in enumerate(
            groups[:-2]
        ):  # 배석하였으며, A 대사와 B 소장 등이: who stands first with them is one of them
            end, last = self._end_of_phrase(at + 1), next((k for k in range(at, 0, -1) if groups[k - 1].finite), 0)
            others = any(one.topic or one.takes("이", "가") for one in groups[last:at])
            whole = _KO.has("and_so_on", groups[end].lemma) and groups[end].takes("이", "가", "은", "는")
            if g.particles in (["와"], ["과"]) and whole and not others and self._somebody(at):
                g.listed = True

    def tree(self) -> Tree:
        for word, group in zip(self.words, self.groups, strict=True):
            own = group.particles[:-1] if group.particles[-1:] in (["도"], ["는"], ["은"], ["만"]) else []
            word.case, word.form = " ".join(own or group.particles), group.form
            after = self.words[word.at + 1 : word.at + 2]
            if word.case in ("와", "과") and after and _KO.patterns["unlike"].match(self.text, after[0].start):
                word.case, group.listed = f"{word.case} {after[0].text}", False  # A와 달리, A와 별도로: not with A
            word.head, word.relation = self._head(word.at)
            before = self.words[word.at - 1]
            if word.at and word.form and _KO.has("not", before.text) and not self.groups[before.at].particles:
                word.form = f"{self.words[word.at - 1].text}+{word.form}"  # 서명을 안 했다
        return Tree(self.text, self.words, final=True)

    def _head(self, at: int) -> tuple[int, str]:
        groups, group, word, last = self.groups, self.groups[at], self.words[at], len(self.groups) - 1
        after = self._after(at)
        verb = next((k for k in after if self.groups[k].tail), None)
        noun = next((k for k in range(at + 1, last + 1) if not self.groups[k].verb), None)
        if group.tail:
            return self._of_clause(at, verb, noun)
        if word.pos == "DET":
            return last if noun is None else noun, "nummod" if word.text in ("두", "세", "네", "한", "양") else "det"
        if word.pos == "ADV":
            return last if verb is None else verb, "advmod"
        if (group.particles[-1:] == ["의"] or group.of_noun) and noun is not None:
            return self._whole(noun), "nmod"
        if noun is not None and (group.listed or (not group.particles and group.comma and noun == at + 1)):
            end = self._end_of_phrase(at + 1)
            last_of = next((k for k in range(at + 1, end) if groups[k].listed), end)  # A 장관, B 대신과 회의를 열었다
            end = last_of if not group.listed and self._head(last_of)[1] == "obl" else end
            whose = next((k for k in range(at + 1, end) if self.groups[k].takes("의")), end)
            names = group.listed and self._somebody(at) and self._somebody(whose)
            if names and not self._somebody(end - _KO.has("and_so_on", self.words[end].lemma)):
                end = whose  # A 의원과 B 차관의 협상, and not A 총리와 야당의 B 대표
            told = self.groups[end].takes("이", "가", "은", "는") and self.words[end].lemma not in _KO.nouns
            talks = verb is not None and (self.words[verb].lemma, "회의") in _KO.pairs
            talks = talks and _KO.patterns["meeting"].search(self.words[end].text) is not None  # 장관과 위원회를 열었다
            there = self.groups[end].takes("에서") and _KO.patterns["title"].search(word.text)  # 장관과 외무성에서
            thing = not told and (talks or bool(there) or not self._somebody(end))
            side = self._somebody(at) or (verb is not None and self._made_with(at, end, verb))
            if group.listed and verb is not None and end > at and side and thing:
                return verb, "obl"  # who takes part in what the verb tells: 대신과 회의를 열었다
            word.case = ""
            return end, "conj"
        if not group.particles and _KO.patterns["day"].search(word.text):
            if noun is not None and _KO.has("since", self.words[whole := self._whole(noun)].lemma):
                return whole, "nmod"  # 지난해 6월 파업 이후
            return of_day(self.words, groups, self._after(at), at, last if verb is None else verb), "obl:unmarked"
        if not group.particles and _KO.has("when", word.lemma) and verb is not None:
            return verb, "obl"
        if not group.particles and noun == at + 1:
            return noun, "compound"
        return (last, "dep") if verb is None else self._of_particle(at, verb)

    def _after(self, at: int) -> list[int]:
        """What stands behind a group, without the quotations in which it does not stand itself."""
        return [k for k in range(at + 1, len(self.groups)) if self.quote[k] in (-1, self.quote[at])]

    def _of_clause(self, at: int, verb: int | None, noun: int | None) -> tuple[int, str]:
        """Where a predicate hangs: on the noun that it describes, on who says it, on the clause that goes on."""
        groups, (ending, tag), last = self.groups, self.groups[at].tail[-1], len(self.groups) - 1
        if tag == "ETM" and at < last and groups[at + 1].verb and groups[at + 1].tag == "NNB":
            return at + 1, "acl"  # 서명한 척했다
        if tag == "ETN" and groups[at].half:  # 결렬됨에 따라 예정된 행사를 연기했다
            verb = next((k for k in self._after(at) if groups[k].finite), verb)
            return (verb, "advcl") if verb is not None else (at, "root")
        if tag == "ETM" and noun is not None:
            noun = self._whole(noun)  # 체결한 도로 공사 계약
            if groups[noun].takes("의") and not _KO.patterns["somebody"].search(self.words[noun].text):
                whose = self._whole(noun + 1)  # 도쿄를 방문한 카린의 누르잔 사디크 장관
                noun = whose if _KO.patterns["title"].search(self.words[whose].text) else noun
            return noun, "acl"
        said = groups[at].quotes and tag != "EF"
        if said and ending[-1] != "고":  # 환영한다며 ... 않고 있다고 밝혔다
            verb = next((k for k in self._after(at) if groups[k].finite and not groups[k].quotes), verb)
        elif said and verb is not None and groups[verb].tail[-1:] in ([("어", "EC")], [("아", "EC")]):
            told = next((k for k in self._after(verb) if groups[k].tail), verb)
            plain = not {self.words[verb].lemma} & {*_KO.heads, *_KO.verbs}
            verb = told if plain and self.words[told].lemma in _KO.heads else verb  # 없다고 잘라 말했다
        elif not said and tag != "ETN":
            verb = self._next_clause(at, verb)
            return (verb, "advcl") if verb is not None else (at, "root")
        return (verb, "ccomp") if verb is not None else (at, "root")

    def _whole(self, noun: int) -> int:
        """The last of the nouns without a particle that stand together as one."""
        groups = self.groups
        while noun < len(groups) - 1 and not (groups[noun].particles or groups[noun].comma or groups[noun].tail):
            other = self.words[noun + 1].pos in ("ADV", "DET") and not _KO.has("former", self.words[noun + 1].text)
            if groups[noun + 1].verb or other:
                break
            if _KO.has("when", self.words[noun].lemma) and self.words[noun].pos != "DET":
                break
            noun += 1
        return noun

    def _somebody(self, at: int) -> bool:
        word = self.words[at]
        named = word.pos == "PROPN" and not _KO.patterns["nobody"].search(word.text)
        named = named or _KO.patterns["minister"].search(word.text) is not None
        return named or _KO.patterns["somebody"].search(word.text) is not None

    def _says_of_itself(self, at: int, verb: int) -> int | None:
        """The saying above what is said, where only one is named who can do and say it: A사가 B사를 인수한다고 공시했다."""
        groups = self.groups
        said = next((k for k in (verb, *self._after(verb)) if groups[k].finite), verb)
        tail = groups[said].tail
        own = tail[-1][0][:2] in ("ᆫ다", "는다") or any(form in ("겠", "있") for form, _ in tail)
        says = next((k for k in self._after(said) if groups[k].finite and not groups[k].quotes), None)
        alone = says is not None and not any(
            g.topic or g.takes("이", "가") for g in (*groups[:at], *groups[at + 1 : says])
        )
        name = self.words[at].pos == "PROPN" or _KO.patterns["organisation"].search(self.words[at].text)
        day = _KO.patterns["day"].search(self.words[at + 1].text) is not None  # A가 7일 ... B가 ...했다고 밝혔다
        first = not any(g.particles for g in groups[:at]) and day and groups[verb].tail[-1][1] == "ETM"
        other = any(g.takes("이", "가") for g in groups[at + 1 : said])
        itself = (own and alone) or (first and other)
        return says if groups[said].quotes and itself and name and self._somebody(at) else None

    def _does(self, at: int, verb: int) -> int:
        """The predicate of somebody before a clause on a noun that is not theirs: A가 예정됐던 반환을, B가 줄어든 학교를."""
        for k in (one for one in self._after(at) if self.groups[one].tail):
            tail, own = self.groups[k].tail, any(one.takes("이", "가") for one in self.groups[at + 1 : k])
            others = (*self.groups[:at], *self.groups[k + 1 :])
            alone = not any(one.topic or one.takes("이", "가") for one in others)
            first = _KO.patterns["day"].search(self.words[at + 1].text) and not _QUOTING.search(tail[-1][0])
            theirs = tail[-1][1] == "ETM" and any(one.takes("을", "를") for one in self.groups[at + 1 : k])
            theirs = theirs and self._somebody(self._whole(k + 1))
            if alone and (self.groups[k].describes or first or theirs) and tail[-1][1] == "ETM":
                continue  # 유족들이 선사인 해운사를 고소했다, A가 도쿄를 방문한 B 장관과, 위원회가 19일 요금을 올리는 안건을
            alone = alone or self.groups[k].describes
            if tail[-1][1] == "ETM" and alone and _KO.patterns["day"].search(self.words[k + 1].text):
                continue  # A가 기한인 9월까지 ...하지 않았다, 노사가 파업을 앞둔 9일 합의했다
            past = tail[-1] in (("ᆫ", "ETM"), ("은", "ETM")) and self.words[k + 1].lemma in ("것", "점", "데")
            if past and self._topic_before(at):
                return k  # 양측은 병원이 완공된 것을 환영했다
            passive = any(form in ("되", "지") and tag in ("XSV", "VX") for form, tag in tail)
            if tail[-1][1] != "ETM" or not (passive or own or _KO.has("happen", self.words[k].lemma)):
                return k
        return verb

    def _made_with(self, at: int, end: int, verb: int) -> bool:
        """Whether what stands before 와 is a party to the treaty or contract that the verb tells of: 기금과 계약을 맺었다."""
        done, made = (self.words[k].lemma for k in (verb, end))
        kind = _KO.pairs.get((done, made)) or _KO.verbs.get(done, "")
        instrument = _KO.has("instrument", made) or _KO.nouns.get(made) == "sign"
        thing = self.words[at].lemma in _KO.nouns or _KO.patterns["document"].search(self.words[at].text) is not None
        return kind in ("sign", "terminate") and instrument and not thing

    def _next_clause(self, at: int, verb: int | None) -> int | None:
        """The predicate that a clause goes on into: no relative clause, and no quotation where it says something itself."""
        says = at > 0 and self.groups[at - 1].quotes
        if self.groups[at].tail[-1][0] == "반면":  # A는 요구한 반면 B는 나눠 지급하겠다고 맞섰다
            topics = (k for k in self._after(at) if self.groups[k].topic or self.groups[k].finite)
            topic = next((k for k in topics if self.groups[k].topic and self._somebody(k)), None)
            if topic is not None and (end := self._head(topic)[0]) > at:
                return end
        for k in self._after(at):
            group = self.groups[k]
            aim = group.tail[-1:] == [("기", "ETN")] and k + 1 < len(self.groups) and self.words[k + 1].lemma == "위하"
            apart = self.groups[at].comma or self._speaks(at)
            if not group.tail or aim or (apart and group.tail[-1][0] in ("면", "으면")) or group.tail[-1][0] == "도록":
                continue  # 표명하고, 필요하면 대응한다
            ending, tag = group.tail[-1]
            between = self.groups[at + 1 : k]
            apart = any(one.topic for one in between) or self._speaks(at)
            if group.quotes and tag != "EF" and apart and self._topic_before(at):
                continue  # A는 협상을 벌이고 있지만, B는 계획이 없다고 말했다; A는 성명을 내고 ...라고 비판했다
            own = any(one.takes("이", "가") for one in self.groups[:at])
            told = any(one.topic or one.takes("도") for one in self.groups[:at]) and not own
            other = any(self.groups[j].takes("이", "가") and self._somebody(j) for j in range(at + 1, k))
            if group.quotes and tag != "EF" and told and other:
                continue  # 외무성은 자료를 내고 양국이 협력을 확인했다고 발표했다
            if group.quotes and tag != "EF" and self._met_and_said(at, k):
                continue  # A는 4일 B와 만나 계획이 없다고 밝혔다
            votes = k + 1 < len(self.words) and _KO.verbs.get(self.words[k + 1].lemma) == "vote"
            if tag == "ETN" and votes and self._kind_at(at) == "meet":
                continue  # 회의를 열어 부과하기로 의결했다
            quoted = _QUOTING.search(ending) and not any(one.takes("이", "가") for one in between)
            goes = (tag != "ETM" or quoted) and not (says and group.quotes)
            if goes or self._plans(at, k) or self._of_thing(at, k):
                return k
        return verb

    def _met_and_said(self, at: int, k: int) -> bool:
        """Whether a meeting is that at which something is said, and no part of what is said there."""
        groups, topic = self.groups, max((j for j in range(at) if self.groups[j].topic), default=-1)
        other = any(one.takes("이", "가") for one in (*groups[topic + 1 : at], *groups[k + 1 :]))
        return topic >= 0 and not other and self._kind_at(at) in ("meet", "visit")

    def _kind_at(self, at: int) -> str:
        """The kind of what a predicate tells with the noun before it, or by itself."""
        lemma = self.words[at].lemma
        return _KO.pairs.get((lemma, self.words[at - 1].lemma)) or _KO.verbs.get(lemma, "")

    def _of_thing(self, at: int, k: int) -> bool:
        """Whether a clause goes on into one on 것: 불러 유감을 표명한 것으로 알려졌다."""
        links = self.groups[at].tail[-1] in [
            (one, "EC") for one in ("어", "아", "고", "며", "어서", "아서", "면서", "여")
        ]
        done = self.groups[k].tail[-1] in (("ᆫ", "ETM"), ("은", "ETM"))
        thing = done and k + 1 < len(self.groups) and self.words[k + 1].lemma == "것"
        return links and thing and not any(one.topic or one.takes("이", "가") for one in self.groups[at + 1 : k])

    def _plans(self, at: int, k: int) -> bool:
        """Whether a clause goes on into one on a plan: 방문해 회담하는 방안을 검토한다, 투자하고 인정받을 수 있다."""
        (link, joins), (clause, tag) = (self.groups[one].tail[-1] for one in (at, k))
        noun, above = (self.words[min(k + far, len(self.words) - 1)].lemma for far in (1, 2))
        can = _KO.class_of(noun + above) == "possible" and not self.groups[at].comma
        links = joins == "EC" and link in ("어", "아", "고") and tag == "ETM" and clause in ("는", "ᆯ", "을")
        return links and (can or _KO.class_of(above) in ("consider", "plan"))

    def _speaks(self, at: int) -> bool:
        """Whether a predicate tells by itself of what the topic of the sentence says."""
        topic = max((k for k in range(at) if self.groups[k].topic), default=0)
        return self._kind_at(at) in sort("said") and not any(one.takes("이", "가") for one in self.groups[topic:at])

    def _topic_before(self, at: int) -> bool:
        """Whether a topic stands before a predicate."""
        return any(one.topic for one in self.groups[:at])

    def _end_of_phrase(self, at: int) -> int:
        """The noun that bears the particle of a list that goes on at `at`."""
        for k, group in enumerate(self.groups[at:], at):
            if group.verb or not (not group.particles or group.listed or group.takes("의")):
                return k
        return len(self.groups) - 1

    def _of_particle(self, at: int, verb: int) -> tuple[int, str]:
        """Where a noun with a particle hangs, and as what."""
        groups, after = self.groups, self._after(at)
        case = " ".join(groups[at].particles)
        subjects = any(one.topic or one.takes("이", "가") for one in groups[:at])
        if case == "도" and self._somebody(at) and not subjects and not groups[at].tail:
            case = "은"  # 외무성도 자료를 내고 ...라고 발표했다: it is the topic
        if case in ("이라고", "라고"):
            return verb, "ccomp"  # “사실을 왜곡한 주장”이라고 반박했다
        if case not in ("은", "는", "ᆫ"):
            relation = _RELATIONS.get(case, "obl")
            if case == "도" and self.words[at].tag != "NNB":  # A는 B도 고소했다, B도 고소했다
                end = next((k for k in after if groups[k].finite), verb)
                thing = any(one.takes("을", "를") for one in groups[at + 1 : end])
                told = any(g.topic or g.takes("이", "가") for g in groups[:at])
                relation = ("obl" if thing else "obj") if told else "nsubj"
            if relation == "nsubj" and (says := self._says_of_itself(at, verb)):
                return says, relation
            if relation == "nsubj" and self._somebody(at):
                verb = self._does(at, verb)
            topic = next((k for k in after if groups[k].topic or groups[k].tail), at)
            if case == "에서" and any(g.topic for g in groups[:at]) and groups[verb].tail[0] == ("중", "NNB"):
                verb = next((k for k in after if groups[k].finite), verb)  # A는 서울에서 방한 중인 B를 만나
            if case == "에서" and groups[topic].topic:
                return self._head(topic)[0], relation  # 회의에서 양측은 공사를 시작하기로 합의했다
            if relation != "nsubj":  # what describes a noun takes no object or place: 러시아에 즉각적인 휴전을
                verb = next((k for k in after if groups[k].tail and not groups[k].describes), verb)
            behind = groups[at + 1]
            if relation == "obj" and _KO.has("manner", behind.lemma) and behind.takes("로", "으로"):  # 불안을 이유로
                self.words[at].case, relation = f"{case} {self.text[behind.start : behind.last]}", "obl"
            return verb, relation
        clause = next((k + 1 for k in range(at - 1, -1, -1) if groups[k].tail), 0) if self._somebody(at) else 0
        if any(one.topic for one in groups[clause:at]):
            return verb, "nsubj"  # 외교부는 그 문제는 논의되지 않았다고 전했다
        topics = [k for k in after if groups[k].topic and _KO.class_of(self.words[k].lemma) != "rumour"]  # 보도는
        stop = next(iter(topics), len(groups))
        ends = [k for k in after if groups[k].finite]
        near = [k for k in ends if k < stop]
        main = [k for k in near if not groups[k].quotes]
        if stop < len(groups) and near and groups[near[-1]].quotes:
            return near[-1], "nsubj"  # A는 B와 만날 예정이라고 C는 전했다
        for before, k in itertools.pairwise(main):  # 서명식은 1일 열렸으며 두 장관이 참석했다
            own = [j for j in range(before + 1, k) if groups[j].takes("이", "가")]
            if any(next(i for i in range(j, k + 1) if groups[i].tail) == k for j in own):
                main = [before]
                break
        return next((found[-1] for found in (main, near, ends) if found), verb), "nsubj"
