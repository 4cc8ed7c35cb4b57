"""To which predicate of a Korean sentence a day without a particle belongs."""

from __future__ import annotations

import itertools

from claims.extract.lexicon import lexicon, sort
from claims.extract.trees.korean_groups import Group
from claims.extract.trees.tree import Word

_KO = lexicon("ko")  # its tables and patterns hold the words that are looked for here


def of_day(words: list[Word], groups: list[Group], after: list[int], at: int, verb: int) -> int:
    """The place of the predicate to which the day at `at` belongs; `after`: what stands behind it, `verb`: the next one."""
    verb = next((k for k in after if groups[k].tail and not groups[k].describes), verb)
    of = next((j for j in range(at, verb) if groups[j].particles or groups[j].tail), verb)
    met = groups[of].takes("의") and _KO.nouns.get(words[of].lemma) == "meet"
    if met and any(_KO.patterns["long_ago"].search(one.text) for one in words[max(0, at - 1) : of]):
        return of  # 작년 10월 정상회담의 후속조치
    k = at - 1
    while k > 0 and not groups[k].particles and _KO.patterns["day"].search(words[k].text):
        k -= 1  # 지난 18일
        if words[k].text[-1] == "일" and _KO.patterns["year"].match(words[k + 1].text):
            return verb  # A는 16일 지난해 9월 ...한
    if k < 0 or not groups[k].topic or not groups[verb].tail:  # 11일 ... 감독을 선임: a noun tells it
        return verb
    if any(groups[j].takes("이", "가") for j in range(at, verb)):
        near = words[k].head - 1
        if near > at + 1 and near > verb and _KO.patterns["day"].search(words[near].text):
            return verb  # A는 27일 B가 ...했다고 30일 밝혔다: the day of saying is told, too
        if _KO.patterns["ahead"].search(words[k + 1].text) and groups[verb].tail[-1] == ("ᆯ", "ETM"):
            return verb  # A는 다음 주 B가 만날 예정이라고 발표했다
        return words[k].head  # "A는 14일 B가 ...다고 발표했다": the day of the saying
    ending = groups[verb].tail[-1:]
    if groups[verb].quotes and ending[0][0][-2:-1] != "다":  # 10일 ... 정지해 달라고 요청했다
        return next((j for j in after if groups[j].finite and not groups[j].quotes), verb)
    if verb + 1 < len(groups) and _KO.has("afterwards", words[verb + 1].lemma):
        return verb  # 28일 항구를 둘러본 뒤 출국한다
    thing = any(groups[j].takes("을", "를") for j in range(at + 1, verb))
    days = [_KO.patterns["day"].search(one.text) is not None for one in words[at:verb]]
    if ending[:1] == [("기", "ETN")] and any(day and not before for before, day in itertools.pairwise(days)):
        return next((j for j in after if groups[j].finite), verb)  # 19일 두 곳을 3월 통합하기로 합의했다
    if ending[0][0] == "자는":
        return verb  # 10일 만나자는 제의를 거절했다
    clause = ending[0][1] == "ETM"
    beside = groups[verb].tail[0] == ("중", "NNB")  # A는 21일 방한 중인 B를 만나
    if clause and (ending[0][0].endswith("는") or ((thing or beside) and ending[0][0] in ("ᆫ", "은"))):
        finite = [j for j in after if groups[j].finite]  # not of the clause on a noun
        last = next((j for j in finite if not groups[j].quotes), next(iter(finite), verb))
        told = groups[last].form.endswith("/past") or _KO.verbs.get(words[last].lemma) in (*sort("said"), "support")
        if told and _KO.patterns["ahead"].search(words[k + 1].text):
            return verb  # A는 다음 달 착공하는 사업에 반대한다
        own = (words[j].text[-1:] == "일" and not groups[j].particles for j in range(verb + 1, last))
        other = any(own)
        return verb if other and not beside else last  # A는 26일 중단하는 방안을 두고 23일 투표한다
    return verb
