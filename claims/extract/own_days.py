"""The dates of a sentence that hang on a predicate, and those that stand before a chain of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from claims.dates import FoundDate, dates_in
from claims.extract.draft import Cue
from claims.extract.factuality.forms import TO_COME, State
from claims.extract.lexicon import sort
from claims.extract.predicates.cues import cue_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def dates_of_chain(s: Sentence, first: Word, *, planned: bool = False) -> list[FoundDate]:
    """The day that stands before all of a chain of predicates: 12日に会談し、…で合意した."""
    chain = [first]
    while (head := _governing(s, chain[-1])) is not None and (
        (chain[-1].relation == "advcl" and _goes_on(s, chain[-1]))
        or (chain[-1].relation in ("ccomp", "acl") and s.lexicon.class_of(head.lemma) == "agree")  # 해지하기로 의결했다
    ):
        chain.append(head)
    for last in chain:  # 5일 대전을 찾아 B와 만나 조건을 협의했다
        noun = s.tree.words[last.head] if last.relation == "acl" and s.tree.words[last.head].form else last
        joined = (one for part in {last.at, noun.at} for one in s.tree.children(s.tree.words[part], "advcl"))
        alone = not s.tree.children(last, "nsubj")  # 특사가 17일 서울을 방문해 장관과 회담했다
        chain += [one for one in joined if _goes_on(s, one, alone) and one not in chain and one.at < last.at]
        then = (one for one in s.tree.children(last, "obl") if s.lexicon.has("afterwards", one.lemma) and not one.case)
        chain += [one for noun in then for one in s.tree.children(noun, "acl") if one not in chain]  # 둘러본 뒤 떠난다
    told = [one for one in chain if one is first or not s.tree.final or cue_of(s, one) is not None]
    begin = min(one.start for one in told)  # 終了に合わせ、10日、訪問し、会談した
    found = [one for one in dates_of(s, chain, State()) if one.start < begin and not one.edtf.endswith("/..")]
    doing = any(s.lexicon.patterns["by_doing"].search(one.form) for one in chain)
    apart = [one for one in found if s.tree.text[one.end : one.end + 1] == "、"]  # 来週、訪問し、協議する
    apart += [one for one in found if planned and not one.edtf.startswith("../")]  # 9日から11日まで訪れ、会談する予定だ
    days = [one for one in found if len(one.edtf) == 10 or one in apart or doing]
    return days if len(chain) > 1 and len(found) == 1 else []


def _governing(s: Sentence, word: Word) -> Word | None:
    """The predicate above another, past the noun that only makes a thing of it: 会い、共催することを決めた."""
    head = s.tree.head(word)
    thing = head is not None and word.relation == "acl" and s.lexicon.has("nominaliser", head.lemma)
    return s.tree.head(head) if thing and head is not None else head


def _goes_on(s: Sentence, word: Word, shared: bool = False) -> bool:
    """Whether a clause goes on into the next; `shared`: that one has no subject of its own."""
    pattern = s.lexicon.patterns["chain"]
    own = [one for one in s.tree.children(word, "nsubj") if not shared or s.lexicon.has("topic_mark", one.case)]
    return pattern.search(word.form) is not None and not own


def _passed(s: Sentence, word: Word) -> bool:
    """Whether a day belongs to what stands above a predicate: 7日に責任を取って辞任した, 14日に予定していた会談."""
    effect = s.lexicon.heads.get(word.lemma)
    if word.relation == "acl":
        noun = s.tree.words[word.head]
        held = s.lexicon.has("happen", word.lemma) and _event(s, noun)  # 31日に開かれる総会で退任する
        at = s.lexicon.slots.get(noun.case)
        attended = at == "to" and s.lexicon.verbs.get(s.tree.words[noun.head].lemma) == "attend"
        return (held and (at == "in" or attended)) or (effect is not None and effect.name in ("schedule", "plan"))
    how = s.lexicon.patterns["by_doing"].search(word.form)
    return word.relation == "advcl" and how is not None and cue_of(s, word) is None


def _event(s: Sentence, word: Word) -> bool:
    """Whether a noun of a head-final language names what has a day of its own: 19日の会議で決めた."""
    named = word.lemma in s.lexicon.nouns or word.lemma in s.lexicon.verbs or word.lemma in s.lexicon.heads
    return s.tree.final and (
        named or any(s.lexicon.patterns[one].search(word.text) for one in ("meeting", "briefing", "occasion"))
    )


def _stated_in(s: Sentence, word: Word) -> bool:
    """Whether something is said in a text of which a noun tells: 同日の声明で非難した."""
    return s.tree.final and word.lemma in s.lexicon.tied("state") and s.lexicon.slots.get(word.case) == "in"


def _of_saying(s: Sentence, first: Word) -> Word | None:
    """The verb of saying behind which a date stands, before what is said: "it said on Tuesday its envoy would go"."""
    before = s.tree.words[first.at - 1] if first.at else first
    if before.relation == "case" and before.at:
        before = s.tree.words[before.at - 1]
    says = s.lexicon.asserts(before.lemma) and before.pos == "VERB" and not s.tree.final
    return before if says else None


def _above(s: Sentence, word: Word, words: list[Word]) -> bool:
    return any(word in s.tree.path(one) for one in words)


def of_content(s: Sentence, date: FoundDate, verb: Word) -> bool:
    """Whether a date is that of what is spoken of, and not of speaking: "denied a part in Thursday's attack".

    What stands between it and the noun that is asked for or turned down leaves it to the verb: "rejected an offer of 3
    percent on Tuesday".
    """
    events = [one for one in s.tree.children(verb, "obj") if one.lemma in s.lexicon.nouns]
    if events and re.search("(?:day|week|month|year) (?:before|earlier)$", date.text):
        return True  # "welcomed the signing of the pact the day before"
    inside = [one for one in s.tree.words if date.start <= one.start < date.end]
    head = min(inside, key=lambda one: sum(1 for _ in s.tree.path(one)))
    between = []
    for one in s.tree.path(head):
        if one is verb:
            break
        between.append(one)
    else:
        return False
    if any(one.relation == "obl" and s.lexicon.nouns.get(one.lemma) == "meet" for one in between):
        return False
    told = s.lexicon.verbs.get(verb.lemma) == "urge" or s.lexicon.has("rejects", verb.lemma)
    case = head.case or (s.tree.words[head.head].case if s.tree.words[head.head].named == "date" else "")  # evening
    apart = told and case == "on" and between and between[-1].at < inside[0].at - 2
    between = [one for one in between if one.named != "date"]
    if apart and between[0].lemma not in s.lexicon.nouns and all(one.pos in ("NOUN", "PROPN") for one in between):
        return False
    return any(one.pos in ("NOUN", "PROPN", "VERB") for one in between)


def dates_of(s: Sentence, words: list[Word], state: State) -> list[FoundDate]:
    """The dates that hang on these words, the nearest predicate above each deciding whose it is."""
    found = []
    for date in s.dates:
        inside = [one for one in s.tree.words if date.start <= one.start < date.end]
        if not inside:
            continue
        # in a head-final language the last word of a day bears its particle: 지난해 5월부터
        head = min(inside[:: -1 if s.tree.final else 1], key=lambda one: sum(1 for _ in s.tree.path(one)))
        meant_for = head.case == "for" and state.phase in ("occurred", "discussed", "failed", "ongoing")
        if meant_for or s.lexicon.has("compares", head.case.split(" ")[0]):
            continue  # "lowered its forecast for this year", "by more than in March"
        if (says := _of_saying(s, inside[0])) is not None and (says in words or _above(s, says, words)):
            found += [date] if says in words else []
            continue
        if any(
            one in words and any(w.lemma == "when" for w in s.tree.children(one))
            for one in s.tree.children(head, "acl:relcl")
        ):
            found.append(replace(date, edtf=date.edtf.removesuffix("/..")))  # "since January, when it left"
        begins = s.lexicon.class_of(s.tree.words[head.head].lemma) == "begin"  # 来月から始める
        if head.case in ("から", "부터") and "/" not in date.edtf and not begins:
            date = replace(date, edtf=f"{date.edtf}/..")  # 昨年6月から閉鎖されている
        span = s.tree.words[head.head].text in ("間", "期間")  # 5日から9日までの間
        if s.tree.final and head.case in ("までの", "からの") and not (span or date.edtf.startswith("../")):
            continue  # 2027年までの契約
        if s.lexicon.slots.get(head.case) in ("after", "before") and "/" not in date.edtf:
            continue
        for one in (head, *s.tree.path(head)):
            slot = s.lexicon.slots.get(one.case)
            if slot == "than" or (one is not head and (slot == "since" or s.lexicon.has("since", one.lemma))):
                break  # 지난해보다 두 달 늦은, 지난해 6월 파업 이후
            if one in words:
                found.append(date)
                break
            beside = s.lexicon.slots.get(one.case) in ("before", "after")  # "before flying home on Thursday"
            bare = one.tag == "VBG" and not s.tree.children(one, "nsubj", "aux") and not beside
            if bare and len(s.dates) == 1:
                continue  # "signed an agreement on strengthening trade on 28 March"
            if s.tree.final and _passed(s, one) and not (one.form.endswith("/past") and state.phase in TO_COME):
                continue
            if one.pos in ("VERB", "AUX") or one.relation.startswith(("acl", "advcl", "ccomp")):
                break
            before = s.lexicon.slots.get(one.case) in ("after", "before") and s.lexicon.nouns.get(
                one.lemma
            ) not in sort("opens")
            if before and one.pos == "NOUN" and not s.tree.final:
                break  # "resumed after their release in June"
            if head.relation == "nmod:poss" and one is s.tree.head(head) and one.case == "for":
                break  # "fined the club for last week's late start"
            of_noun = head.relation == "compound" and s.lexicon.code == "ko"  # 내년도 예산
            if (
                (of_noun or head.case in ("of", "from", "since", "の", "의"))
                and one.pos in ("NOUN", "PROPN")
                and one is not head
                and one.named != "date"  # "the small hours of Friday"
                and not _event(s, one)
                and not _stated_in(s, one)
            ):
                break  # 夏の一時金
    return found or _of_above(s, words, state)


def _of_above(s: Sentence, words: list[Word], state: State) -> list[FoundDate]:
    """The day of what a clause goes with: "left on Friday without signing it", "in May, when they failed to agree"."""
    for one in words if not s.tree.final else ():
        above, marks = s.tree.head(one), [mark.text.lower() for mark in s.tree.children(one, "mark", "aux", "nsubj")]
        if above is None:
            continue
        there = [
            w for w in s.tree.children(one, "advmod", "mark", "obl") if w.text.lower() in ("where", "which", "when")
        ]
        at = any(w.relation != "obl" or s.lexicon.slots.get(w.case) == "in" for w in there)
        had = any(w.text.lower() == "had" for w in s.tree.children(one, "aux"))
        if one.relation == "acl:relcl" and at and not had:  # "hosted a dinner on Friday at which they met"
            verbs = [up for up in s.tree.path(one) if up.pos == "VERB"][:1]
            return [date for date in dates_of(s, verbs, state) if not _of_noun(s, date)]
        bare = one.tag == "VBG" and above.at < one.at and marks in ([], ["without"])
        when = one.tag == "VBD" and any(mark.lemma == "when" for mark in s.tree.children(one, "mark", "advmod"))
        when = when or any(w.lemma in ("hour", "minute") for w in s.tree.children(one, "obl:unmarked"))  # "hours after"
        if one.relation == "advcl" and (bare or when):
            chain = [above]
            while chain[-1].relation in ("xcomp", "conj") and not s.tree.children(chain[-1], "nsubj", "nsubj:pass"):
                chain.append(s.tree.words[chain[-1].head])
            return [date for date in dates_of(s, chain, state) if not _of_noun(s, date)]
        if one.relation == "conj" and not s.tree.children(one, "nsubj", "nsubj:pass"):  # "In 2019 it rose and fell"
            first = min((doer.start for doer in s.tree.children(above, "nsubj", "nsubj:pass")), default=0)
            return [date for date in dates_of(s, [above], state) if date.end < first]
    return []


def main_days(s: Sentence) -> list[FoundDate]:
    """The dates of what a sentence tells first: those of its root, or of what that says of whom it names by "it"."""
    root = next((one for one in s.tree.words if one.relation == "root"), None)
    if root is None:
        return s.dates
    said = s.tree.children(root, "ccomp") if s.lexicon.asserts(root.lemma) else []
    of_others = [one for one in said if any(who.pos != "PRON" for who in s.tree.children(one, "nsubj", "nsubj:pass"))]
    told = [date for one in said for date in dates_of(s, [one], State())]
    if s.tree.final:
        return told or s.dates  # ...を22日に実施したと23日発表した
    own = dates_of(s, [root], State())
    return ([*own, *told] if of_others or not told else told) or s.dates


def _of_noun(s: Sentence, date: FoundDate) -> bool:
    """Whether a date is that of a thing, and not of what became of it: "a dispute in 2021 was settled when"."""
    inside = [one for one in s.tree.words if date.start <= one.start < date.end]
    return any(one.relation == "nmod" and s.tree.words[one.head].named != "date" for one in inside)


def of_its_own_year(s: Sentence, date: FoundDate, clause: tuple[FoundDate, ...]) -> FoundDate:
    """A date completed anew where a date of another clause had lent it its year: 2019年に開いた工場を3月に閉鎖した."""
    if date.basis != "completed" or not any(one.basis != "completed" and one not in clause for one in s.dates):
        return date
    month = f"in {date.text}" if s.lexicon.code == "en" and date.text[0].isupper() else date.text
    alone = dates_in(month, cast(Any, s.lexicon.code), s.discourse.timeline.anchor())
    return replace(date, edtf=alone[0].edtf) if len(alone) == 1 and s.lexicon.code in ("en", "ja", "ko") else date


def beside_event(s: Sentence, cue: Cue) -> bool:
    """Whether a sentence tells of what happened close before or after the event told before: 会談後、これに先立ち."""
    for one in s.tree.words[: cue.word.at]:
        if s.lexicon.has("beside_event", one.lemma):
            told = s.tree.children(one, "compound", "nmod", "obl", "obj")
            told += [s.tree.words[one.at - 1]] if one.at and not told else []  # 회의에 앞서, 회담을 계기로
            told += [two for c in s.tree.children(one, "acl") for two in s.tree.children(c, "nsubj", "obj")]
            held = any(s.lexicon.patterns["occasion"].search(two.text) for two in told)  # 理事会後の会見で
            return held or any(two.lemma in s.lexicon.nouns or s.lexicon.has("it", two.lemma) for two in told)
    return False
