"""Slots that other words fill: who is sued or asked in a clause beside it, what is said once for both, whose an act is."""

from __future__ import annotations

from claims.extract.draft import Cue
from claims.extract.factuality.governed import effect_of
from claims.extract.lexicon import sort
from claims.extract.predicates.slots import Slots, doer, slots
from claims.extract.predicates.subjects import is_passive, somebody, subject_of
from claims.extract.predicates.verbs import is_people
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def sued(s: Sentence, cue: Cue) -> Slots:
    """Whom a clause beside it names as the other side: 市を相手取り提訴した, 업체를 상대로 배상을 청구하는 소송을 제기했다."""
    found: Slots = []
    clauses = s.tree.children(cue.word, "advcl") + (s.tree.children(cue.event, "acl") if cue.event else [])
    for clause in [*clauses, *(inner for one in clauses for inner in s.tree.children(one, "advcl"))]:
        opposed = any(one.lemma.startswith("相手") for one in (clause, *s.tree.children(clause)))
        for one in s.tree.children(clause, "obj", "obl"):
            against = s.lexicon.slots.get(one.case) == "against"
            asks_ = clause.relation == "acl" or s.lexicon.verbs.get(clause.lemma) == "urge"  # 市に賠償を求めて提訴した
            asked = asks_ and s.lexicon.slots.get(one.case) == "to" and somebody(s, one)
            if against or asked or (opposed and one.relation == "obj" and not one.lemma.startswith("相手")):
                found.append(("object", one))
            elif one.relation == "obj" and s.lexicon.verbs.get(clause.lemma) == "urge" and not somebody(s, one):
                found.append(("for", one))  # 差し止めを求めて提訴した
                beside = [w for w in s.tree.children(cue.word, "obl") if s.lexicon.slots.get(w.case) == "to"]
                found += [("object", w) for w in beside if doer(s, w)]
    return found


def demanded(s: Sentence, word: Word) -> Slots:
    """What a strike is for, where a clause beside it says what is asked: 임금 인상을 요구하며 파업에 들어갔다."""
    asking = [one for one in s.tree.children(word, "advcl") if s.lexicon.verbs.get(one.lemma) in ("urge", "concern")]
    told = [one for clause in asking for one in s.tree.children(clause, "obj", "obl")]
    return [("for", one) for one in told if one.relation == "obj" or s.lexicon.slots.get(one.case) == "to"]


def things_asked(s: Sentence, word: Word) -> list[Word]:
    """The clause on a noun that says nothing: 재개할 것을 촉구했다."""
    told = s.tree.children(word, "obj") + [
        one for one in s.tree.children(word, "obl") if s.lexicon.slots.get(one.case) in ("to", "about", "against")
    ]  # 負担が増すことに懸念を示した
    things = [one for one in told if s.lexicon.has("nominaliser", one.lemma)]
    return [clause for one in things for clause in s.tree.children(one, "acl")] if s.tree.final else []


def asked_of(s: Sentence, word: Word) -> Slots:
    """Who is asked to do it, where the parser hung them on what is asked for: 社長に説明するよう求めた."""
    if not s.tree.final:  # "requested that India ease its curbs"
        clauses = [one for one in s.tree.children(word, "ccomp") if one.tag == "VB" and s.tree.children(one, "mark")]
        return [
            ("to", who)
            for one in clauses
            for who in s.tree.children(one, "nsubj")
            if who.pos == "PROPN" or is_people(s, who)
        ]
    return [
        ("to", one)
        for clause in (*s.tree.children(word, "ccomp"), *things_asked(s, word))
        for one in s.tree.children(clause, "obl", "iobj", "nsubj")
        if (s.lexicon.slots.get(one.case) in ("to", "against") or s.lexicon.has("subject_mark", one.case))
        and somebody(s, one)
    ]


def shared(s: Sentence, cue: Cue, found: Slots) -> Slots:
    """What a clause before says once for both: 予算案を採決する予定だったが、延期した."""
    filled = {slot for slot, one in found if not s.lexicon.has("it", one.lemma)}
    filled |= {"object"} if cue.kind == "sign" and "to" in filled else set()  # 관세를 내렸지만 문서에 서명하지 않았다
    none = cue.event is not None and s.lexicon.has("no_instrument", cue.event.lemma)  # 결론을 내지 못했다
    if none and "about" in filled:
        return []
    shared: Slots = []
    if cue.kind in ("meet", "discuss"):  # 大統領を官邸に迎え、会談した
        guests = [one for one in s.tree.children(cue.word, "advcl") if s.lexicon.has("receives", one.lemma)]
        shared += [("with", one) for clause in guests for one in s.tree.children(clause, "obj") if somebody(s, one)]
    for clause in s.tree.children(cue.word, "advcl", "conj"):
        for one in s.tree.below(clause):
            if one.pos != "VERB" or one.at > cue.word.at:
                continue
            same = one.lemma == cue.word.lemma
            if not same and cue.kind not in sort("done_to_a_thing"):
                continue
            if not (same or none) and one.form.endswith("/link"):
                continue
            signed = (
                cue.kind == "ratify" and s.lexicon.verbs.get(one.lemma) == "sign"
            )  # 협정에 서명했지만 비준하지 않았다
            wanted = ("object", "with", "to", "in", "about") if same else ("object", "to") if signed else ("object",)
            wanted = (*wanted, "about") if none else wanted  # 制度の導入については、Aが反対し、合意に至らなかった
            shared += [
                ("object" if signed else "about" if none else slot, noun)
                for slot, noun in slots(s, one)
                if slot in wanted
                and slot not in filled
                and not (none and noun.lemma in s.lexicon.nouns)
                and (cue.kind != "sign" or s.lexicon.nouns.get(noun.lemma) != "meet")
            ]
    return shared


def settled_by(s: Sentence, cue: Cue, found: Slots) -> Slots:
    """ "They agreed that a panel would look into it": it is settled by who agrees, and not by the panel."""
    word, head = cue.word, s.tree.head(cue.word)
    verb = (
        head if head is None or word.relation == "ccomp" else s.tree.head(head)
    )  # 부담하기로 합의했다, 負担することで
    if s.tree.final and not cue.kind and verb is not None and word.relation in ("acl", "ccomp"):
        doers = [one for one in s.tree.children(verb, "nsubj") if one.at < word.at and somebody(s, one)]
        inner = [one for one in s.tree.children(word, "nsubj") if s.lexicon.has("subject_mark", one.case)]
        if doers and inner:  # 両社は、費用をA社が立て替えることで合意した
            return [two for two in found if two[1] not in inner] + [("subject", one) for one in doers]
    behind = word.relation == "ccomp" and head is not None and head.at < word.at
    if (
        s.tree.final
        or cue.kind
        or head is None
        or not behind
        or (effect := effect_of(s.tree, word, head, s.lexicon)) is None
        or effect.name not in ("agree", "promise")
    ):
        return found
    who = subject_of(s, head) if not is_passive(s, head) else None
    return [two for two in found if two[0] != "subject"] + ([("subject", who)] if who is not None else [])


def _bearer(s: Sentence, word: Word) -> bool:
    """Whether a noun before an act can be who does it: 의장 사퇴, and not 자진 사퇴."""
    title = s.lexicon.patterns["title"].search(word.text) is not None
    return title or word.pos == "PROPN" or bool(word.named) or somebody(s, word)


def of_noun(s: Sentence, cue: Cue, found: Slots) -> Slots:
    """The slots of a noun that names an act: whose it is, or to what it is done: 契約の解除, 首相の辞任, 条約批准."""
    inner = "subject" if cue.kind in sort("of_doers") else "to" if cue.kind == "visit" else "object"
    left = cue.kind in ("withdraw", "join")  # 협정 탈퇴
    parts = [
        one
        for one in s.tree.children(cue.word, "compound")
        if (one.at == cue.word.at - 1 and one.tag != "接頭辞" and not s.lexicon.has("manner", one.lemma))
        or one.pos == "PROPN"
        or one.named
    ]
    told = [(inner if slot == "of" else slot, one) for slot, one in found] + [
        ("to" if cue.kind == "visit" else "from" if s.lexicon.has("instrument", one.lemma) and left else inner, one)
        for one in parts
        if not s.dated(one) and (inner != "subject" or not s.tree.final or left or _bearer(s, one))
    ]
    head = s.tree.head(cue.word)
    beside = s.tree.children(head, "obl") if head is not None else []
    told += [
        (slot, one)
        for one in beside
        if (slot := s.lexicon.slots.get(one.case, "")) in ("from", "with", "against", "to")
        if one is not cue.word
    ]
    owners = [one for slot, one in told if slot == "object" and s.lexicon.slots.get(one.case) == "of"]
    signed = cue.kind in sort("by_both") and any(s.parties(one, described=False) for one in owners)  # A와 B의 서명
    if (s.lexicon.has("merges", cue.word.lemma) or signed) and owners:  # 두 은행의 합병을 추진한다: whoever wants it
        return [("between", one) for one in owners]
    own = any(slot == "subject" and s.tree.head(one) is cue.word for slot, one in told)
    return [(slot, one) for slot, one in told if not (own and slot == "subject" and s.tree.head(one) is not cue.word)]
