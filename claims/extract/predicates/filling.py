"""The slots of a cue: those of its words, as its kind takes them."""

from __future__ import annotations

from claims.extract.draft import Cue
from claims.extract.factuality.forms import is_nominal, own_state
from claims.extract.lexicon import sort
from claims.extract.phrasing import run_of
from claims.extract.predicates.beside import asked_of, sued, thing_of
from claims.extract.predicates.occasions import slots_of_occasion
from claims.extract.predicates.slots import slots
from claims.extract.predicates.subjects import is_passive, premises, somebody, subject_of
from claims.extract.predicates.verbs import is_people
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def slots_of(s: Sentence, cue: Cue) -> list[tuple[str, Word]]:
    if cue.word.pos == "NOUN" and not s.tree.final:
        return slots_of_occasion(s, cue)
    found = list(slots(s, cue.word))
    if s.lexicon.code == "ko" and any(slot == "subject" and has_subject_mark(s, one) for slot, one in found):
        found = [
            (slot, one) for slot, one in found if slot != "subject" or has_subject_mark(s, one)
        ]  # A는 ... B가 했다
    if not any(slot == "subject" for slot, _ in found):
        subject = subject_of(s, cue.word)
        bare = cue.word.tag == "VBN" and cue.word.relation == "advcl" and not s.tree.children(cue.word, "aux", "obj")
        passive = is_passive(s, cue.word) or bare  # "elected in March, Jan Kool has appointed ..."
        full = passive and any(slot == "object" for slot, _ in found)  # ...、後任にB氏が任命された
        if (
            subject is not None
            and subject.at not in {one.at for _, one in found}
            and subject is not cue.event
            and not full
            and not (passive and cue.event is not None and cue.event.relation == "nsubj")
            and not (passive and s.tree.final and cue.kind in sort("done_to_a_thing") and somebody(s, subject))
            and not _of_another(s, cue, subject)
        ):
            found.insert(0, ("object" if passive else "subject", subject))
    found = [
        (slot, one)
        for slot, one in found
        if slot != "object"
        or not (s.lexicon.has("happen", fused := f"{cue.word.lemma}_{one.lemma}") or fused in s.lexicon.verbs)
    ]
    found = [(slot, one) for slot, one in found if not (slot == "object" and s.lexicon.has("doors", one.lemma))]
    if (
        (cue.kind in ("open", "close") or (cue.kind == "terminate" and _ends(s, cue.word)))
        and not is_nominal(s.tree, cue.word)
        and not any(slot == "object" for slot, _ in found)
    ):
        found = [("object" if slot == "subject" else slot, one) for slot, one in found]  # "the border opened"
    if not s.tree.final and cue.kind in (*sort("said"), "support"):  # "the joint statement condemned"
        found = [
            ("text" if slot == "subject" and s.lexicon.has("declaration", one.lemma) else slot, one)
            for slot, one in found
        ]
    if cue.kind in sort("said") and s.tree.final and not any(slot == "subject" for slot, _ in found):
        found = [("subject" if slot == "from" and somebody(s, one) else slot, one) for slot, one in found]  # 大臣から
    if cue.phase == "denied" and s.tree.final:  # うわさについて、事実はないとのコメントを出した
        found = [(slot, one) for slot, one in found if slot == "subject" or not _of_report(s, one)]
    if cue.phase == "agreed" and s.tree.final:  # 停戦に合意した, 削減で一致した
        found = [
            ("about" if slot == "to" or (slot == "in" and _is_thing(s, one)) else slot, one) for slot, one in found
        ]
        settled = [one for one in s.tree.children(cue.word, "obl") if one.lemma in s.lexicon.nouns]
        found += [two for one in settled for two in slots(s, one) if two[0] == "with"]  # B社との統合で合意した
    if cue.kind == "acquire" and s.lexicon.has("sells", cue.word.lemma):  # who sells is no buyer
        found = [({"subject": "from", "to": "subject"}.get(slot, slot), one) for slot, one in found]
    if cue.kind == "withdraw" and s.lexicon.has("leaves", cue.word.lemma):
        found = [("from" if slot == "object" else slot, one) for slot, one in found]
    if cue.kind == "base_on" and any(slot == "object" for slot, _ in found) and not is_passive(s, cue.word):
        turned = {"object": "subject", "subject": ""}  # "they base their policies on fear"
        found = [(turned.get(slot, slot), one) for slot, one in found]
    if s.lexicon.has("takes_office", cue.word.lemma):
        found = [("object" if slot == "subject" else slot, one) for slot, one in found]
    if s.lexicon.has("hosts", cue.word.lemma):
        found = [("host" if slot == "subject" else slot, one) for slot, one in found]
    for slot, noun in list(found):  # "signed a pact with Peru", where the parser hangs Peru on the pact
        if slot == "object" and cue.kind == "acquire" and s.lexicon.has("share", noun.lemma):
            whole = [one for inner, one in slots(s, noun) if inner in ("in", "of")]
            found = [one for one in found if one[1] is not noun or not whole] + [("object", one) for one in whole]
        elif slot == "object" and noun is not cue.event:
            if cue.kind in ("sign", "terminate") and s.tree.final:  # 정부와 전차를 공급하는 계약을 맺었다
                found += [
                    (inner, one)
                    for clause in s.tree.children(noun, "acl")
                    for inner, one in slots(s, clause)
                    if inner == "with" and (somebody(s, one) or one.pos == "PROPN")
                ]
            whole = [noun, *(one for one in s.tree.children(noun, "nmod") if s.lexicon.has("understanding", one.lemma))]
            found += [
                (inner, one)
                for part in whole
                for inner, one in slots(s, part)
                if (inner in ("with", "between") and cue.kind in sort("by_several"))
                or (inner == "in" and one.named == "place")
                or (one.case == "over" and cue.kind == "concern")
            ]
    if cue.kind == "vote" and s.tree.final and any(slot == "object" and somebody(s, one) for slot, one in found):
        turned = {"object": "subject", "subject": "object"}  # 법안은 국회를 통과했다
        found = [(turned.get(slot, slot), one) for slot, one in found]
    if cue.kind == "vote" and s.lexicon.has("undergoes", cue.word.lemma):  # "survived a no-confidence vote"
        found = [
            ("borne" if slot == "subject" else slot, one)
            for slot, one in found
            if slot != "subject" or one.pos == "PROPN" or is_people(s, one)
        ]
    if cue.kind in ("vote", "ratify") and s.tree.final:  # 国会で可決された
        alone = all(slot != "subject" for slot, _ in found)
        found = [("subject" if slot == "in" and alone and somebody(s, one) else slot, one) for slot, one in found]
    if cue.kind == "sue" and s.tree.final:
        found += sued(s, cue)
    if s.tree.final and cue.kind in sort("suffered") and is_passive(s, cue.word):  # 保険会社に提訴された
        found = [("subject" if slot in ("to", "from", "agent") and _doer(s, one) else slot, one) for slot, one in found]
    if cue.kind == "acquire":
        bought = {one.at for slot, one in found if slot == "object"}
        found = [(slot, one) for slot, one in found if slot != "in" or one.at not in bought]
    if is_nominal(s.tree, cue.word):
        found = _of_noun(s, cue, found)
    if cue.kind == "urge":
        found += asked_of(s, cue.word)
    head = s.tree.head(cue.word)
    if cue.phase == "failed" and cue.event is not None and cue.word.relation == "advcl" and head is not None:
        alone = any(slot == "with" for slot, _ in slots(s, cue.event))
        doer = subject_of(s, head) if alone and not s.tree.final else None
        found += [("subject", doer)] if doer is not None else []  # "went on strike after talks with Acme broke down"
    event = cue.event
    if event is not None:
        found = [(slot, one) for slot, one in found if one is not event and one is not s.tree.head(event)]
        inner = [(slot, one) for slot, one in slots(s, event) if slot not in ("object",)]
        if cue.kind == "cooperate" and s.tree.final:  # 量子技術での協力を確認した
            inner = [("about" if slot == "in" and _is_thing(s, one) else slot, one) for slot, one in inner]
        if not s.tree.final and any(slot == "subject" for slot, _ in found):  # "Congress cut NASA's budget"
            inner = [(slot, one) for slot, one in inner if one.relation != "nmod:poss"]
        if cue.kind == "concern" and not s.tree.final:  # "voiced disappointment with the ruling"
            inner = [("about" if slot == "with" else slot, one) for slot, one in inner]
        if s.lexicon.has("calls", event.lemma):  # "paid a courtesy call on the prime minister"
            inner = [("with" if slot in ("about", "from") else slot, one) for slot, one in inner]
        found += [
            (
                "to"
                if slot == "of" and cue.kind == "visit" and _of_a_place(s, found, one)
                else "subject"
                if slot == "of" and cue.kind in sort("of_those") and s.parties(one, described=False)
                else slot,
                one,
            )
            for slot, one in inner
        ]
        if cue.kind in ("concern", "state") and s.tree.final:  # 구조조정 우려를 나타냈다
            found += [
                ("about", one) for one in s.tree.children(event, "compound") if not s.lexicon.has("joint", one.lemma)
            ]
        if cue.kind == "visit":  # ペルー訪問
            found += [
                ("to", one)
                for one in s.tree.children(event, "compound")
                if one.named in ("place", "state") or s.hit(one)
            ]
        bare = s.lexicon.has("no_instrument", event.lemma)  # 결론을 내지 못했다
        other = s.lexicon.nouns.get(event.lemma, cue.kind) != cue.kind and cue.phase == "failed"
        # "sent tents to Chad": Chad is helped; "voiced thanks"
        sent = (cue.kind == "support" and not s.tree.final) or (
            cue.kind == "state" and s.lexicon.has("voices", cue.word.lemma)
        )
        itself = cue.kind in sort("event_itself") or other
        found += [] if bare else [("about" if sent else "event" if itself else "object", event)]
    relative = s.tree.head(cue.word)
    if (
        cue.word.relation in ("acl", "acl:relcl")
        and relative is not None
        and not any(slot == "object" for slot, _ in found)
    ):
        wordless = not any(s.lexicon.has("relative", w.lemma) for w in s.tree.below(cue.word))
        bare = cue.word.relation == "acl:relcl" and wordless and not s.tree.children(cue.word, "obj")
        if all(one is not relative for _, one in found) and (
            bare or (cue.word.relation == "acl" and cue.word.tag == "VBN" and not s.tree.children(cue.word, "aux"))
        ):
            found.append(("object", thing_of(s, cue, relative)))
    done_to = s.tree.final and cue.word.relation == "acl" and cue.kind not in sort("event_itself")
    if (
        done_to
        and relative is not None
        and "副詞可能" not in relative.tag
        and all(slot != "object" for slot, _ in found)
    ):
        thing = not somebody(s, relative) and relative.lemma not in s.lexicon.heads
        found += [("object", relative)] if thing else []  # ハノイで結んだ契約
    if cue.kind in sort("corporate"):
        found = [(slot, _spoken_for(s, one) if slot == "subject" else one) for slot, one in found]
    # the first of joined predicates shares what stands before it; "A met B and agreed" shares B where that suits
    return found


def _spoken_for(s: Sentence, word: Word) -> Word:
    """The body for which one speaks who is only told of as its own: ノルド社の広報担当者."""
    speaks = s.lexicon.patterns["speaks_for"].search(s.tree.text[run_of(s, word)[0].start : word.end])
    owners = [one for one in s.tree.children(word, "nmod") if s.lexicon.slots.get(one.case) == "of"] if speaks else []
    return owners[-1] if owners and somebody(s, owners[-1]) else word


def has_subject_mark(s: Sentence, word: Word) -> bool:
    return s.lexicon.has("subject_mark", word.case)


def _of_a_place(s: Sentence, found: list[tuple[str, Word]], noun: Word) -> bool:
    """Whether a visit is one of a place by somebody who is told already: "Lind called off a tour of Japan"."""
    somewhere = all(p.kind in ("state", "place") for p in s.parties(noun, described=False))
    return not s.tree.final and somewhere and any(slot == "subject" for slot, _ in found)


def _ends(s: Sentence, word: Word) -> bool:
    """Whether a verb tells that a thing ends of itself: 失効する, 期限切れとなる, 만료되다."""
    return any(s.lexicon.has("ends", one.lemma) for one in (word, *s.tree.children(word, "obl", "obj")))


def _of_another(s: Sentence, cue: Cue, subject: Word) -> bool:
    """Whether only a clause before tells of somebody alone, and no one does the thing alone: Aが反対し、合意に至らなかった."""
    clause = s.tree.words[subject.head]
    before = clause.relation == "advcl" and clause.head == cue.word.at and s.tree.final
    before = before and own_state(s.tree, cue.word, s.lexicon).polarity == "-"
    return before and cue.kind in sort("by_both") and s.lexicon.has("subject_mark", subject.case)


def _of_report(s: Sentence, word: Word) -> bool:
    return s.lexicon.class_of(word.lemma) == "rumour" or s.lexicon.has("remarks", word.lemma)


def _doer(s: Sentence, word: Word) -> bool:
    return somebody(s, word) and not s.lexicon.patterns["courts"].search(word.text)


def _is_thing(s: Sentence, word: Word) -> bool:
    hit = s.hit(word)
    place = word.named in ("place", "state") or (hit is not None and hit.known.kind in ("place", "state"))
    return not (place or word.lemma in s.lexicon.nouns or somebody(s, word) or premises(s, word))


def _of_noun(s: Sentence, cue: Cue, found: list[tuple[str, Word]]) -> list[tuple[str, Word]]:
    """The slots of a noun that names an act: whose it is, or to what it is done: 契約の解除, 首相の辞任, 条約批准."""
    inner = "subject" if cue.kind in sort("of_doers") else "to" if cue.kind == "visit" else "object"
    parts = [
        one
        for one in s.tree.children(cue.word, "compound")
        if (one.at == cue.word.at - 1 and one.tag != "接頭辞" and not s.lexicon.has("manner", one.lemma))
        or one.pos == "PROPN"
        or one.named
    ]
    told = [(inner if slot == "of" else slot, one) for slot, one in found] + [
        ("to" if cue.kind == "visit" else inner, one) for one in parts if not s.dated(one)
    ]
    head = s.tree.head(cue.word)
    beside = s.tree.children(head, "obl") if head is not None else []
    told += [
        (slot, one)
        for one in beside
        if (slot := s.lexicon.slots.get(one.case, "")) in ("from", "with", "against")
        if one is not cue.word
    ]
    own = any(slot == "subject" and s.tree.head(one) is cue.word for slot, one in told)
    return [(slot, one) for slot, one in told if not (own and slot == "subject" and s.tree.head(one) is not cue.word)]
