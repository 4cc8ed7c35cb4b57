"""The slots of a cue: those of its words, as its kind takes them."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from claims.extract.draft import Cue
from claims.extract.factuality.forms import first_joined, is_nominal, own_state
from claims.extract.lexicon import sort
from claims.extract.phrasing import run_of
from claims.extract.predicates.beside import asked_of, demanded, of_noun, settled_by, sued
from claims.extract.predicates.occasions import slots_of_occasion
from claims.extract.predicates.slots import Slots, doer, part_of_verb, slots, suffered
from claims.extract.predicates.subjects import is_passive, premises, somebody, subject_of
from claims.extract.predicates.verbs import is_pact, is_people, is_sum
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

#: tables of verbs that are told from another side -> what their slots are: who sells is no buyer
_TOLD_FROM = {
    "sells": {"subject": "from", "to": "subject"},
    "leaves": {"object": "from"},
    "takes_office": {"subject": "object"},
    "hosts": {"subject": "host"},
}


def slots_of(s: Sentence, cue: Cue) -> Slots:
    """The slots of a cue, each with the noun in it; those of its event and of what it hangs on among them."""
    if cue.word.pos in ("NOUN", "PROPN") and not s.tree.final:
        return slots_of_occasion(s, cue)
    found = _of_kind(s, cue, settled_by(s, cue, _of_verb(s, cue)))
    pacts = [one for slot, one in found if slot == "to" and cue.kind == "sign" and s.tree.final and _is_signed(s, one)]
    made = [cue.event] if cue.event is not None and cue.kind == "sign" and s.tree.final else []
    for noun in pacts + made + [one for slot, one in found if slot == "object" and one is not cue.event]:
        found = _of_object(s, cue, noun, found)
    if cue.kind == "elect" and s.tree.final:
        found += _office_voted(s, found)
    if cue.kind == "strike" and s.tree.final:
        found += demanded(s, cue.word)
    if is_nominal(s.tree, cue.word):
        found = of_noun(s, cue, found)
    if cue.kind == "urge":
        found += asked_of(s, cue.word)
    if cue.event is not None:
        found = _of_event(s, cue, cue.event, found)
    for slot, noun in _described(s, cue, found):
        found = _of_object(s, cue, noun, [*found, (slot, noun)])
    if cue.kind == "sue" and s.tree.final:
        found += sued(s, cue)
        found = _turned(found, dict.fromkeys(("to", "in", "event"), "court"), lambda one: _is_court(s, one))
        found = _turned(found, {"in": "as"}, lambda one: s.lexicon.has("charge", one.lemma))  # 業務上過失致死の疑いで
    if cue.kind in sort("corporate"):
        found = [(slot, _spoken_for(s, one) if slot == "subject" else one) for slot, one in found]
    return found


def _turned(found: Slots, slots: dict[str, str], fits: Callable[[Word], bool] = lambda one: True) -> Slots:
    """Slots by other names, of the nouns that fit."""
    return [(slots.get(slot, slot) if fits(one) else slot, one) for slot, one in found]


def _has(found: Slots, *slots: str) -> bool:
    return any(slot in slots for slot, _ in found)


def _of_verb(s: Sentence, cue: Cue) -> Slots:
    """The slots of the predicate itself, and its subject wherever the sentence says it."""
    found = list(slots(s, cue.word))
    if s.tree.final and cue.event is not None and cue.phase:  # 두 은행은 합병을 추진했으나 무산됐다
        found = _turned(found, {"object": "subject"}, lambda one: one.relation == "nsubj" and somebody(s, one))
    if s.tree.final and any(slot == "subject" and has_subject_mark(s, one) for slot, one in found):
        found = [two for two in found if two[0] != "subject" or has_subject_mark(s, two[1])]  # A는 ... B가 했다
    if (
        s.tree.final and cue.kind == "sign" and not _has(found, "about")
    ):  # 協力についても、覚書を交わす方向で調整している
        plans = itertools.takewhile(lambda one: s.lexicon.class_of(one.lemma), s.tree.path(cue.word))
        beside = [one for plan in plans for one in s.tree.children(plan, "obl") if one.at < cue.word.at]
        found += [("about", one) for one in beside if s.lexicon.slots.get(one.case) == "about"]
    subject = None if _has(found, "subject") else subject_of(s, cue.word)
    if subject is not None and subject is not cue.event and all(one is not subject for _, one in found):
        bare = cue.word.tag == "VBN" and cue.word.relation == "advcl" and not s.tree.children(cue.word, "aux", "obj")
        own = s.tree.final and s.tree.children(cue.word, "obj")  # 자료 제출을 요구받았다: who suffers is its subject
        passive = (is_passive(s, cue.word) and not own) or bare  # "elected in March, Jan Kool has appointed ..."
        of_event = cue.event is not None and cue.event.relation == "nsubj"
        somebody_ = s.tree.final and cue.kind in sort("done_to_a_thing") and somebody(s, subject)
        another = _of_another(s, cue, subject) or _announces(s, cue, subject) or _elsewhere(s, cue)
        filled = passive and (_has(found, "object") or of_event or somebody_)  # ...、後任にB氏が任命された
        if not another and not filled:
            found.insert(0, ("object" if passive else "subject", subject))
    return [
        (slot, one) for slot, one in found if (slot != "object" and s.tree.final) or not part_of_verb(s, cue.word, one)
    ]


def _of_kind(s: Sentence, cue: Cue, found: Slots) -> Slots:
    """The slots as the kind of a cue and its verb take them."""
    kind, lemma, final = cue.kind, cue.word.lemma, s.tree.final
    by_itself = kind in ("open", "close") or (kind == "terminate" and _ends(s, cue.word))
    some = any(one.pos == "NUM" for one in s.tree.children(cue.word, "obj"))  # "will shut another 15"
    by_itself = by_itself or s.lexicon.has("forms_itself", lemma)  # 작업반은 내년 출범한다
    if by_itself and not is_nominal(s.tree, cue.word) and not some and not _has(found, "object"):
        if final and cue.word.relation == "acl":  # 교육청은 지난해 폐교한 건물을: the building
            return [(slot, one) for slot, one in found if slot != "subject" or s.tree.head(one) is cue.word]
        found = _turned(found, {"subject": "object"})  # "the border opened"
    korean = s.lexicon.code == "ko"
    if kind in (*sort("said"), "support", *(("cooperate",) if korean else ())):  # 声明は懸念を示した
        found = _turned(found, {"subject": "text"}, lambda one: s.lexicon.has("declaration", one.lemma))
        held = korean and any(s.lexicon.has("contains", one.lemma) for one in s.tree.path(cue.word))
        texts = dict.fromkeys(("in", *(("to",) if held else ())), "text") if korean else {}  # 공동성명에서 규탄했다
        found = _turned(found, texts, lambda one: s.lexicon.has("declaration", one.lemma))
        shared = [one for one in s.tree.words if held and s.lexicon.has("declaration", one.lemma)]
        found += [("text", one) for one in shared[:1] if one.relation == "obl" and not _has(found, "text")]
    if not final and kind == "accuse":  # "charged with fraud"
        found = _turned(found, {"with": "of"})
    if not final and kind == "meet":  # "met for the third round of the dialogue"
        found = _turned(found, dict.fromkeys(("for", "in"), "event"), lambda one: s.lexicon.has("sitting", one.lemma))
    if kind == "attend":  # "attended for Norway", and not for the first time
        found = [two for two in found if two[0] != "for" or _has_seat(s, two[1])]
    if kind == "provide":
        found = [two for two in found if two[0] != "subject" or is_pact(s, two[1])]
    if not final and s.lexicon.has("funding", lemma):  # "invested 9 million euros in a cinema"
        found = _turned(found, {"in": "for"}, lambda one: one.pos == "NOUN" and _is_thing(s, one))
    if (
        not final and kind == "resign" and not _has(found, "as", "from", "object")
    ):  # "its chief executive, Ana Lind, quit"
        found += [("as", one) for slot, one in found if slot == "subject" and one.pos == "NOUN" and _office(s, one)]
    if not final and s.lexicon.has("penalises", lemma):  # "fined Acme 3 million euros"
        found = _turned(found, {"to": "borne"})
        found = _turned(found, {"object": "borne"}, lambda one: not is_sum(s, one))
    if not final and any(s.lexicon.has("thanks", one.lemma) for one in (cue.word, cue.event or cue.word)):
        found = _turned(found, {"object": "borne", "to": "borne"})  # "thanked Peru for its help"
    suffers = final and is_passive(s, cue.word)
    givers = [one for slot, one in found if slot == "from" and somebody(s, one)]
    voiced = cue.event is not None and cue.event.relation == "nsubj" if suffers else not _has(found, "subject")
    if final and kind in sort("said") and givers and voiced:  # 大臣から謝意が示された
        found = [("subject", one) if one in givers else (slot, one) for slot, one in found if slot != "subject"]
    if final and kind == "sue" and s.lexicon.verbs.get(lemma) == "urge":  # 国に賠償を求めた訴訟
        found = _turned(_turned(found, {"object": "for"}), {"to": "object"}, lambda one: not _is_court(s, one))
    if kind == "resign":  # 대표직에서 물러났다
        found = _turned(found, {"in": "from"}, lambda one: s.lexicon.patterns["post"].search(one.text) is not None)
    if final and kind == "pay":  # 費用として1億円を支払った
        found = _turned(found, {"as": "for"}, lambda one: _is_thing(s, one))
    if final and cue.phase == "denied":  # うわさについて、事実はないとのコメントを出した
        found = [(slot, one) for slot, one in found if slot == "subject" or not _of_report(s, one)]
    if suffers and kind in ("vote", "ratify", "postpone", "sign"):  # 会派が案を提出し、採決される
        found = [
            (slot, one) for slot, one in found if slot != "object" or one.relation != "nsubj" or not somebody(s, one)
        ]
    if suffers and kind in sort("suffered"):  # 保険会社に提訴された, 返金を求められた, 지원을 요청받았다
        found = suffered(s, kind, found)
    elif suffers and s.tree.children(cue.word, "obj"):  # 계약을 해지당했다
        found = _turned(found, {"subject": "borne"})
        found = _turned(found, {"to": "subject", "from": "subject"}, lambda one: doer(s, one))
    found = _turned(found, {"agent": "subject"}) if suffers else found  # 署名は両外相によって行われた
    if final and not kind:  # 인공지능 분야에서 공동연구를 추진하기로 했다
        found = _turned(found, {"in": "about"}, lambda one: s.lexicon.has("field", one.lemma))
    drill = cue.event is not None and s.lexicon.has("drill", cue.event.lemma)  # 南シナ海で訓練を行う
    if final and kind == "cooperate" and not drill:  # 増産で協力することで一致した
        found = _turned(found, {"in": "about", "to": "about"}, lambda one: _is_thing(s, one))
        if not _has(found, "about", "object"):  # 비핵화를 위해 공조하기로 했다
            found = _turned(found, {"for": "about"}, lambda one: _is_thing(s, one))
            aims = [one for one in s.tree.children(cue.word, "advcl") if s.lexicon.has("aims", one.lemma)]
            aimed = [clause for one in aims for clause in s.tree.children(one, "ccomp")]  # 높이기 위해 협력하기로
            found += [("about", one) for clause in aimed for one in s.tree.children(clause, "obj")]
    if final and cue.phase == "agreed":  # 停戦に合意した, 削減で一致した
        found = _turned(_turned(found, {"to": "about"}), {"in": "about"}, lambda one: _is_thing(s, one))
        settled = [one for one in s.tree.children(cue.word, "obl") if one.lemma in s.lexicon.nouns]
        found += [two for one in settled for two in slots(s, one) if two[0] == "with"]  # B社との統合で合意した
    if final and s.lexicon.has("sells", lemma):  # 投資会社に売却する計画
        found = [(slot, one) for slot, one in found if slot != "to" or s.parties(one, described=False)]
    for table, told in _TOLD_FROM.items():
        joint = final and table == "hosts" and _has(found, "with")  # B와 함께 회의를 주재했다: both met
        alone = joint or (table == "hosts" and not (final or cue.event is not None or is_passive(s, cue.word)))
        found = _turned(found, told) if s.lexicon.has(table, lemma) and not alone else found  # "agreed to convene"
    if final and kind == "vote" and any(slot == "object" and somebody(s, one) for slot, one in found):
        found = _turned(found, {"object": "subject", "subject": "object"})  # 법안은 국회를 통과했다
    if kind == "vote" and s.lexicon.has("undergoes", lemma):  # "survived a no-confidence vote"
        found = _turned(found, {"subject": ""}, lambda one: not (one.pos == "PROPN" or is_people(s, one)))
        found = _turned(found, {"subject": "borne"})
    return found


def _of_object(s: Sentence, cue: Cue, noun: Word, found: Slots) -> Slots:
    """The slots with those that the parser hung on an object: "signed a pact with Peru", "bought a stake in Acme"."""
    if cue.kind == "acquire" and s.lexicon.has("share", noun.lemma):
        named = [two for two in slots(s, noun) if s.tree.final or two[1].pos == "PROPN" or is_people(s, two[1])]
        whole = [one for slot, one in named if slot in ("in", "of")]
        rest = [(slot, one) for slot, one in found if one not in whole and (one is not noun or not whole)]
        return rest + [("object", one) for one in whole]
    found = found[:]
    if cue.kind in ("sign", "terminate") and s.tree.final:  # 정부와 전차를 공급하는 계약을 맺었다
        told = (noun, *s.tree.children(noun, "nmod"))  # 전차를 사는 30억 달러 규모의 계약을 맺었다
        inner = [two for one in told for clause in s.tree.children(one, "acl") for two in slots(s, clause)]
        found += [(slot, one) for slot, one in inner if slot == "with" and one.lemma not in s.lexicon.nouns]
    parts = [noun, *(one for one in s.tree.children(noun, "nmod") if s.lexicon.has("understanding", one.lemma))]
    return found + [
        (slot, one)
        for part in parts
        for slot, one in slots(s, part)
        if (slot in ("with", "between") and cue.kind in sort("by_several"))
        or (slot == "in" and one.named == "place")
        or (slot == "for" and cue.kind == "sue" and not s.tree.final)  # "sued Lind in Florida for libel"
        or (one.case == "over" and cue.kind == "concern")
    ]


def _of_event(s: Sentence, cue: Cue, event: Word, found: Slots) -> Slots:
    """The slots with those of the noun that names the event, and that noun itself."""
    kind, final, above = cue.kind, s.tree.final, s.tree.head(cue.word)
    if cue.phase == "failed" and cue.word.relation == "advcl" and above is not None and not final:
        doer = subject_of(s, above) if _has(list(slots(s, event)), "with") else None
        found += [("subject", doer)] if doer is not None else []  # "went on strike after talks with Acme broke down"
    found = [(slot, one) for slot, one in found if one is not event and one is not s.tree.head(event)]
    inner = [(slot, one) for slot, one in slots(s, event) if slot != "object"]
    if final and kind == "cooperate":  # 量子技術での協力を確認した, 청정수소 분야 협력을 확대하기로
        inner = _turned(inner, {"in": "about", "of": "about"}, lambda one: _is_thing(s, one))
        beside = [one for one in s.tree.children(event, "compound", "conj") if one.at < event.at]  # 訓練「ランタン」
        inner += [("about", one) for one in beside if _is_thing(s, one)]
    if not final and _has(found, "subject"):  # "Congress cut NASA's budget"
        inner = [(slot, one) for slot, one in inner if one.relation != "nmod:poss"]
    if not final and kind == "concern":  # "voiced disappointment with the ruling", "concern at reports"
        inner = _turned(inner, {"with": "about"})
        found = _turned(found, {"in": "about"}, lambda one: one.case == "at" and _is_thing(s, one))
    if s.lexicon.has("calls", event.lemma):  # "paid a courtesy call on the prime minister"
        inner = _turned(inner, {"about": "with", "from": "with"})
    if kind == "visit":
        inner = _turned(inner, {"of": "to"}, lambda one: _of_a_place(s, found, one))
        inner += [
            ("to", one) for one in s.tree.children(event, "compound") if one.named in ("place", "state") or s.hit(one)
        ]  # ペルー訪問
    if final and s.lexicon.has("merges", event.lemma):  # 두 은행의 합병이 무산됐다
        inner = _turned(inner, {"of": "between"})
    if kind == "acquire" and _has(found, "subject"):  # "called off its takeover of Acme", B사의 인수를 포기했다
        inner = _turned(inner, {"of": "object"}, lambda one: not s.tree.children(one, "conj"))
        bought = s.tree.children(event, "compound")[-1:] if final else []  # B사 인수를 포기했다
        inner += [("object", one) for one in bought if one.pos == "PROPN"]
    if not final and kind == "establish" and _has(inner, "of"):  # "announced the launch of the network"
        return found + _turned(inner, {"of": "object"})
    if kind in sort("of_those") and not (final and kind == "meet" and _has(found, "subject")):
        inner = _turned(inner, {"of": "subject"}, lambda one: bool(s.parties(one, described=False)))
    own = event.lemma in s.lexicon.nouns and s.tree.children(event, "compound", "nmod", "acl")
    if s.lexicon.has("no_instrument", event.lemma) and not own:
        found = _turned(
            found, {"subject": "object"}, lambda one: s.lexicon.code == "ja" and not somebody(s, one)
        )  # 協定は
        return found + inner  # 결론을 내지 못했다, and not 비밀 합의를 맺었다
    if kind == "state" and s.lexicon.has("voiced", event.lemma):  # 支援に謝意を表明した
        found = _turned(found, {"to": "about"}, lambda one: _is_thing(s, one))
        return [*found, *inner, *(() if _has(found, "about") else (("about", event),))]
    # "sent tents to Chad": Chad is helped; "voiced thanks"
    sent = (kind == "support" and not final) or (kind == "state" and s.lexicon.has("voices", cue.word.lemma))
    other = cue.phase == "failed" and s.lexicon.nouns.get(event.lemma, kind) != kind
    event = first_joined(s.tree, event) if sent else event  # "sent 600 tents and two nurses"
    named = kind == "vote" and s.lexicon.nouns.get(event.lemma) != "vote"
    voted = named and s.tree.children(event, "compound", "nmod")  # 폐교 반대 결의안을 채택했다
    itself = (kind in sort("event_itself") and not voted) or other
    return [*found, *inner, ("about" if sent else "event" if itself else "object", event)]


def _has_seat(s: Sentence, one: Word) -> bool:
    """Whether a noun names a state or a body for which somebody may be there."""
    hit = s.hit(one)
    return (hit.known.kind in ("state", "organisation")) if hit is not None else one.named in ("place", "organisation")


def _office_voted(s: Sentence, found: Slots) -> Slots:
    """The office for which an election was held in which somebody won: 체육회 회장 선거에서 당선됐다."""
    held = [one for slot, one in found if slot == "in" and s.lexicon.nouns.get(one.lemma) == "elect"]
    parts = [two for one in held for two in s.tree.children(one, "compound")[-1:]]
    return [
        ("as", one) for one in parts if s.lexicon.patterns["title"].search(one.text) and not _has(found, "as", "to")
    ]


def _described(s: Sentence, cue: Cue, found: Slots) -> Slots:
    """The noun that a clause without an object describes, as that: "the pact signed in 2019", ハノイで結んだ契約."""
    word, noun = cue.word, s.tree.head(cue.word)
    if noun is None or _has(found, "object") or word.relation not in ("acl", "acl:relcl"):
        return []
    if s.tree.final:
        told = is_passive(s, word) or any(has_subject_mark(s, one) for one in s.tree.children(word, "nsubj"))
        if (
            word.relation == "acl"
            and told
            and cue.kind in ("sue", "appoint", "elect", "acquire", "establish")
            and (somebody(s, noun) or noun.pos == "PROPN")
        ):
            return [("object", noun)]  # 기소된 민태성 전 부시장, A가 인수한 B사
        thing = not somebody(s, noun) and noun.lemma not in s.lexicon.heads and "副詞可能" not in noun.tag
        itself = cue.kind in sort("event_itself") and cue.kind not in ("open", "close")
        return [("object", noun)] if thing and not itself and word.relation == "acl" else []
    wordless = not any(s.lexicon.has("relative", one.text.lower()) for one in s.tree.below(word))
    bare = word.relation == "acl:relcl" and wordless and not s.tree.children(word, "obj")
    done = word.relation == "acl" and word.tag == "VBN" and not s.tree.children(word, "aux")
    stranded = any(one.pos == "ADP" for one in s.tree.children(word, "obl"))  # "a study that the towns paid for"
    done = done and not (stranded and not s.tree.children(word, "obl:agent"))
    return [("object", noun)] if (bare or done) and all(one is not noun for _, one in found) else []


def _spoken_for(s: Sentence, word: Word) -> Word:
    """The body for which one speaks who is only told of as its own: ノルド社の広報担当者."""
    speaks = s.lexicon.patterns["speaks_for"].search(s.tree.text[run_of(s, word)[0].start : word.end])
    owners = [one for one in s.tree.children(word, "nmod") if s.lexicon.slots.get(one.case) == "of"] if speaks else []
    return owners[-1] if owners and somebody(s, owners[-1]) else word


def _of_another(s: Sentence, cue: Cue, subject: Word) -> bool:
    """Whether only a clause before tells of somebody alone, and no one does the thing alone: Aが反対し、合意に至らなかった."""
    clause = s.tree.words[subject.head]
    before = clause.relation == "advcl" and clause.head == cue.word.at and s.tree.final
    before = before and own_state(s.tree, cue.word, s.lexicon).polarity == "-"
    return before and cue.kind in sort("by_both") and s.lexicon.has("subject_mark", subject.case)


def _elsewhere(s: Sentence, cue: Cue) -> bool:
    """Whether it was agreed at a meeting of its own, by whom is not told: 정상회담에서 합의한 협력."""
    there = (one for one in s.tree.children(cue.word, "obl") if s.lexicon.slots.get(one.case) == "in")
    apart = s.tree.final and cue.word.relation == "acl" and cue.phase == "agreed"
    return apart and any(s.lexicon.nouns.get(one.lemma) == "meet" for one in there)


def _announces(s: Sentence, cue: Cue, subject: Word) -> bool:
    """Whether a subject only says it, behind what others did: A와 B는 만났으나 합의하지 못했다고 외무부가 밝혔다."""
    before = (one for one in s.tree.words[: cue.word.at] if one.relation == "nsubj" and somebody(s, one))
    says = s.lexicon.class_of(s.tree.words[subject.head].lemma) in ("say", "announce")
    return s.tree.final and says and subject.at > cue.word.at and any(before)


def _of_report(s: Sentence, word: Word) -> bool:
    """Whether a noun only stands for a report or a remark, of which a clause on it or beside it tells."""
    alone = s.tree.children(word, "acl") or not s.tree.children(word, "nmod", "compound")
    return s.lexicon.has("remarks", word.lemma) or (s.lexicon.class_of(word.lemma) == "rumour" and bool(alone))


def has_subject_mark(s: Sentence, word: Word) -> bool:
    return s.lexicon.has("subject_mark", word.case)


def _is_signed(s: Sentence, word: Word) -> bool:
    """Whether a noun names what is signed: B国との合意文書に署名した."""
    return (
        word.lemma in s.lexicon.tied("sign")
        or s.lexicon.nouns.get(word.lemma) == "sign"
        or s.lexicon.has("instrument", word.lemma)
    )


def _is_court(s: Sentence, word: Word) -> bool:
    """Whether a noun names the court, and is no bare 裁判所: 東京地裁に提訴した."""
    named = word.pos == "PROPN" or bool(s.tree.children(word, "compound", "nmod"))
    return named and s.lexicon.patterns["courts"].search(word.text) is not None


def _of_a_place(s: Sentence, found: Slots, noun: Word) -> bool:
    """Whether a visit is one of a place by somebody who is told already: "Lind called off a tour of Japan"."""
    somewhere = all(p.kind in ("state", "place") for p in s.parties(noun, described=False))
    return not s.tree.final and somewhere and any(slot == "subject" for slot, _ in found)


def _office(s: Sentence, noun: Word) -> bool:
    return s.lexicon.has("official", noun.lemma) and any(one.pos == "PROPN" for one in s.tree.children(noun, "appos"))


def _ends(s: Sentence, word: Word) -> bool:
    """Whether a verb tells that a thing ends of itself: 失効する, 期限切れとなる, 만료되다."""
    return any(s.lexicon.has("ends", one.lemma) for one in (word, *s.tree.children(word, "obl", "obj")))


def _is_thing(s: Sentence, word: Word) -> bool:
    hit = s.hit(word)
    place = word.named in ("place", "state") or (hit is not None and hit.known.kind in ("place", "state"))
    return not (place or word.lemma in s.lexicon.nouns or somebody(s, word) or premises(s, word))
