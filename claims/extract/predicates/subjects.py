"""The subject of a predicate, wherever a sentence says it."""

from __future__ import annotations

from claims.extract.lexicon import sort
from claims.extract.phrasing import run_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def somebody(s: Sentence, word: Word) -> bool:
    """Whether a noun of a head-final language names or describes somebody."""
    pattern = s.lexicon.patterns["somebody"]
    hit = s.hit(word)
    run = run_of(s, word)
    firm = run[0] is not word and "固有名詞" in run[0].tag  # 上毛|ガス
    if firm and s.lexicon.patterns["organisation"].search(s.tree.text[run[0].start : word.end]):
        return True
    name = s.tree.text[run[0].start : word.end]
    return (
        name in s.discourse.last
        or word.named in ("person", "organisation", "state", "office")
        or (hit is not None and hit.known.kind in ("person", "organisation", "state"))
        or pattern.search(word.text) is not None
    )


def premises(s: Sentence, word: Word) -> bool:
    """Whether a noun of a head-final language names where people meet, and none of them: 本社, 市内のホテル."""
    return s.lexicon.patterns["premises"].search(s.tree.text[run_of(s, word)[0].start : word.end]) is not None


def is_passive(s: Sentence, word: Word) -> bool:
    """Whether a predicate is passive: its subject is what it is done to."""
    if s.tree.final:
        return s.lexicon.patterns["passive"].search(word.form) is not None
    return bool(s.tree.children(word, "aux:pass"))


def other_subject(s: Sentence, word: Word, besides: Word) -> bool:
    return any(one is not besides and s.lexicon.has("subject_mark", one.case) for one in s.tree.children(word, "nsubj"))


def has_topic(s: Sentence, word: Word, besides: Word, *, here: bool = False) -> bool:
    """Whether a topic stands before a noun, on a predicate or above it; `here`: not outside of what somebody says."""
    chain = [word, *s.tree.path(word)]
    said = next((at for at, one in enumerate(chain, 1) if here and one.relation == "ccomp"), len(chain))
    topics = (one for up in chain[:said] for one in s.tree.children(up, "nsubj", "obl"))
    return any(s.lexicon.has("topic_mark", one.case) and one.at < besides.at and not s.dated(one) for one in topics)


def _topical(s: Sentence, clause: Word) -> Word | None:
    """The clause before with the topic of the sentence: 두 회사는 ...할 예정이었지만 실사가 끝나지 않아 서명을 미뤘다."""
    for one in (clause, *s.tree.children(clause, "acl")):  # 공장은 ...할 예정이었으나
        if any(s.lexicon.has("topic_mark", who.case) for who in s.tree.children(one, "nsubj")):
            return one
    return next((found for one in s.tree.children(clause, "advcl") if (found := _topical(s, one))), None)


def subject_of(s: Sentence, word: Word) -> Word | None:
    """The subject of a predicate: its own, that of the predicate that it is joined to or that governs it."""
    tree = s.tree
    here: Word | None = word
    seen: set[int] = set()
    while here is not None and here.at not in seen:
        seen.add(here.at)
        own = [one for one in tree.children(here, "nsubj", "csubj", "dislocated") if one.at not in seen]
        own = [one for one in own if not s.lexicon.has("truth", one.lemma)]  # 事実ではないと
        if tree.final and here is not word:  # 委員会を設置したが、暴言は確認できなかった
            own = [one for one in own if one.at < word.at or somebody(s, one)]
        if own:
            return _antecedent(s, here, own[0])
        if tree.final and (topic := _topic_at(s, word, here)) is not None:
            return topic
        if passive := tree.children(here, "nsubj:pass"):
            return passive[0] if here is not word else None
        head = tree.head(here)
        if head is None:
            break
        if _has_none(s, word, here, head):
            return None
        if here.relation in ("conj", "xcomp", "advcl", "parataxis") or (
            tree.final and here.relation in ("obl", "obj", "nmod", "ccomp", "nsubj", "compound")
        ):
            asked = (
                here.relation == "xcomp" and s.lexicon.has("asks_somebody", head.lemma) and tree.children(head, "obj")
            )
            if asked:
                return asked[0]
            here = head
        elif here.relation == "acl":
            owner = tree.children(head, "nsubj") or tree.children(head, "nmod:poss")
            if not tree.final and not owner and s.lexicon.class_of(head.lemma) in ("agree", "plan", "promise"):
                owner = [one for one in tree.children(head, "nmod") if one.case in ("of", "by")]
            if owner:
                return owner[0]
            if tree.final and head.lemma not in s.lexicon.heads and somebody(s, head):
                states = [one for one in tree.children(head, "nmod") if one.named == "state" and one.at > here.at]
                return states[0] if states and s.lexicon.has("of_state", head.text[-1:]) else head  # 入札に敗れた会社
            nominal = word.relation == "nsubj" and word.head == here.at
            if tree.final and (here is word or nominal) and is_passive(s, here):
                return None  # ストが予告されていた春闘
            governed = head.relation in ("obj", "nsubj", "nsubj:pass", "obl", "conj", "xcomp")
            here = head if tree.final else tree.head(head) if governed else None
        elif here.relation in ("obj", "obl", "nmod", "ccomp") and here.pos in ("NOUN", "VERB"):
            here = head
        else:
            break
    return _of_object(s, word) if tree.final else None


def _has_none(s: Sentence, word: Word, here: Word, head: Word) -> bool:
    """Whether what stands above a predicate is somebody else's."""
    if s.tree.final:
        name = s.lexicon.class_of(here.lemma)
        if here.relation == "nsubj" and name and name not in ("plan", "schedule", "consider"):
            return head.relation == "ccomp"  # 入る可能性は低いと幹部は話した: not who says so
        told = s.lexicon.class_of(head.lemma) == "rumour" and head.relation == "nsubj"
        told = told or (s.lexicon.class_of(head.lemma) == "rumour" and head.case == "について")
        return told and here.relation == "acl"  # 인상하기로 했다는 보도는 사실이 아니라고 말했다: not who says so
    if here.relation == "conj":
        return _after_a_clause(s, here, head)
    if here.relation == "advcl":  # a clause with a tense has a subject of its own, though the parser missed it
        says = here.tag == "VBN" and s.lexicon.class_of(here.lemma) in ("say", "announce")
        return says or here.tag in ("VBD", "VBZ", "VBP")
    if here.relation != "acl":
        return False
    if here is word and here.tag == "VBN":
        return True  # "established in 2023": by nobody named
    owned = s.tree.children(head, "nsubj", "nmod:poss") or (
        s.lexicon.class_of(head.lemma) in ("agree", "plan", "promise")
        and any(one.case in ("of", "by") for one in s.tree.children(head, "nmod"))
    )
    return not owned and _takes_a_stand(s, head)  # "condemned the Indian decision to leave": not who condemns it


def _topic_at(s: Sentence, word: Word, here: Word) -> Word | None:
    """The topic of a head-final predicate, said once in the clause before: 市は...だったが、...した."""
    tree, lexicon = s.tree, s.lexicon
    at_root = here.relation == "root"
    own = word if word.form.strip("/") else next((one for one in tree.path(word) if one.form.strip("/")), word)
    if here is not own and not at_root:
        return None
    for clause in tree.children(here, "advcl", "conj")[::-1]:
        clause = (_topical(s, clause) if lexicon.code == "ko" and at_root else None) or clause
        first = next(iter(tree.children(clause, "nsubj")), None)
        if first is None or lexicon.patterns["condition"].search(clause.form):
            continue
        person = lexicon.verbs.get(word.lemma) in sort("in_person")  # A는 B가 방문해 C와 만났다고 밝혔다
        besides = "데다/" in clause.form or (  # A는 B가 늦은 데다 내지 않았다고, B가 우려해 철회했다고 했다
            lexicon.code == "ko" and lexicon.patterns["by_doing"].search(clause.form) is not None
        )
        if lexicon.has("quoted_subject_mark", first.case) and not (person or besides) and has_topic(s, word, first):
            continue  # A는 B가 사임하고 C를 선임했다고 발표했다
        apart = lexicon.code == "ja" and lexicon.has("subject_mark", first.case)
        if apart and (has_topic(s, word, first, here=True) or not somebody(s, first)):
            continue  # Aは、Bが応じず、提訴する方針だ; 結論が出ず、持ち越した
        topics = (one for up in s.tree.path(word) for one in tree.children(up, "nsubj"))
        if any(lexicon.has("topic_mark", one.case) and first.at < one.at < word.at for one in topics):
            continue  # 労組がストに入り、政府は労組と協議したが、物別れに終わった
        marked = any(lexicon.has(table, first.case) for table in ("topic_mark", "also_mark"))
        if (marked and at_root) or clause.form.endswith("/link") or besides:
            return first
    return None


def _of_object(s: Sentence, word: Word) -> Word | None:
    """Who begins the sentence within a clause on the object: 노조가 예고한 파업을 철회했다."""
    clauses = (clause for one in s.tree.children(word, "obj") for clause in s.tree.children(one, "acl"))
    for one in (doer for clause in clauses for doer in s.tree.children(clause, "nsubj")):
        first = min(part.at for part in s.tree.below(one))
        if s.lexicon.has("subject_mark", one.case) and first == 0 and somebody(s, one):
            return one
    return None


def _after_a_clause(s: Sentence, verb: Word, head: Word) -> bool:
    """ "A sued B, a day after C left, and met D": behind the comma that ends a clause, the verb may be the sentence's."""
    if s.tree.final or head.relation not in ("advcl", "acl", "acl:relcl"):
        return False
    joins = [one for one in s.tree.children(head, "cc") if head.at < one.at < verb.at]
    return any(s.tree.words[one.at - 1].text == "," for one in joins) and verb.tag == "VBD"


def _takes_a_stand(s: Sentence, noun: Word) -> bool:
    """Whether a noun is what somebody only speaks of: the object of welcoming, regretting or accusing."""
    above = s.tree.head(noun)
    return (
        above is not None and noun.relation == "obj" and s.lexicon.verbs.get(above.lemma) in (*sort("said"), "support")
    )


def _antecedent(s: Sentence, clause: Word, subject: Word) -> Word:
    """The noun that a relative pronoun stands for."""
    if s.lexicon.has("relative", subject.lemma) and clause.relation in ("acl:relcl", "acl"):
        head = s.tree.head(clause)
        return head if head is not None else subject
    return subject
