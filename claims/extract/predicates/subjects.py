"""The subject of a predicate, wherever a sentence says it."""

from __future__ import annotations

from claims.extract.factuality.forms import form_of
from claims.extract.lexicon import sort
from claims.extract.phrasing import run_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def somebody(s: Sentence, word: Word) -> bool:
    """Whether a noun of a head-final language names or describes somebody."""
    pattern = s.lexicon.patterns["somebody"]
    hit = s.hit(word)
    return (
        word.named in ("person", "organisation", "state", "office")
        or (hit is not None and hit.known.kind in ("person", "organisation", "state"))
        or pattern.search(word.text) is not None
    )


def premises(s: Sentence, word: Word) -> bool:
    """Whether a noun of a head-final language names where people meet, and none of them: 本社, 市内のホテル."""
    return s.lexicon.patterns["premises"].search(s.tree.text[run_of(s, word)[0].start : word.end]) is not None


def is_passive(s: Sentence, word: Word) -> bool:
    """Whether a predicate is passive: its subject is what it is done to."""
    passive = s.lexicon.patterns.get("passive")
    if s.tree.final:
        return passive is not None and passive.search(word.form) is not None
    return bool(s.tree.children(word, "aux:pass"))


def other_subject(s: Sentence, word: Word, besides: Word) -> bool:
    return any(one is not besides and s.lexicon.has("subject_mark", one.case) for one in s.tree.children(word, "nsubj"))


def has_topic(s: Sentence, word: Word, besides: Word, *, here: bool = False) -> bool:
    """Whether a topic stands before a noun, on a predicate or above it; `here`: not outside of what somebody says."""
    for one in (word, *s.tree.path(word)):
        topics = s.tree.children(one, "nsubj", "obl")
        if any(s.lexicon.has("topic_mark", t.case) and t.at < besides.at and not s.dated(t) for t in topics):
            return True
        if here and one.relation == "ccomp":
            return False
    return False


def _topical(s: Sentence, clause: Word) -> Word | None:
    """The clause before with the topic of the sentence: 두 회사는 ...할 예정이었지만 실사가 끝나지 않아 서명을 미뤘다."""
    if any(s.lexicon.has("topic_mark", one.case) for one in s.tree.children(clause, "nsubj")):
        return clause
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
        passive = tree.children(here, "nsubj:pass")
        if own:
            return _antecedent(s, here, own[0])
        if tree.final:
            topic = [
                one
                for one in tree.children(here, "obl", "dep", "iobj")
                if s.lexicon.has("topic_mark", one.case) and not s.dated(one)
            ]
            if topic:
                return topic[0]
            if here is word or here.relation == "root":  # 市は ... だったが、... した: said once, in the clause before
                clauses = tree.children(here, "advcl", "conj")[::-1]
                if s.lexicon.code == "ko" and here.relation == "root":
                    clauses = [_topical(s, one) or one for one in clauses]
                for clause in clauses:
                    condition = s.lexicon.patterns.get("condition")
                    if condition is not None and condition.search(clause.form):
                        continue
                    copula = clause.pos == "NOUN" and clause.lemma not in s.lexicon.heads
                    inner = [] if copula else tree.children(clause, "nsubj")  # 南米は市場で、... tells of it
                    if inner and s.lexicon.has("quoted_subject_mark", inner[0].case) and has_topic(s, word, inner[0]):
                        continue  # A는 B가 사임하고 C를 선임했다고 발표했다
                    apart = inner and s.lexicon.has("subject_mark", inner[0].case) and s.lexicon.code == "ja"
                    if apart and (has_topic(s, word, inner[0], here=True) or not somebody(s, inner[0])):
                        continue  # Aは、Bが応じず、提訴する方針だ; 結論が出ず、持ち越した
                    marked = inner and any(s.lexicon.has(table, inner[0].case) for table in ("topic_mark", "also_mark"))
                    topic_case = marked and here.relation == "root"
                    if topic_case or (inner and clause.form.endswith("/link")):
                        return inner[0]
        if passive and here is not word:
            return passive[0]
        if passive:
            return None
        head = tree.head(here)
        if here.relation == "conj" and head is not None and _after_a_clause(s, here, head):
            return None
        if here.relation == "advcl" and not tree.final and here.tag in ("VBD", "VBZ", "VBP"):
            return None  # a clause with a tense has a subject of its own, though the parser missed it
        if here is word and here.relation == "acl" and here.tag == "VBN":
            return None  # "established in 2023": by nobody named
        if here.relation in ("conj", "xcomp", "advcl", "parataxis") or (
            tree.final and here.relation in ("obl", "obj", "nmod", "ccomp", "nsubj", "compound")
        ):
            if (
                here.relation == "xcomp"
                and head is not None
                and head.lemma
                in ("ask", "urge", "order", "tell", "force", "allow", "invite", "persuade", "advise", "require")
            ):
                objects = tree.children(head, "obj")
                if objects:
                    return objects[0]
            effect = s.lexicon.heads.get(here.lemma) if tree.final and here.relation == "nsubj" else None
            doubted = effect is not None and effect.name not in ("plan", "schedule", "consider")
            if doubted and head is not None and head.relation == "ccomp":
                return None  # 入る可能性は低いと幹部は話した: not who says so
            here = head
        elif here.relation == "acl" and head is not None:
            owner = tree.children(head, "nsubj") or tree.children(head, "nmod:poss")
            if not tree.final and not owner and s.lexicon.class_of(head.lemma) in ("agree", "plan", "promise"):
                owner = [one for one in tree.children(head, "nmod") if one.case in ("of", "by")]
            if owner:
                return owner[0]
            if not tree.final and (_takes_a_stand(s, head) or _of_others(s, head)):
                return None  # "condemned the Indian decision to leave": not who condemns it
            if tree.final and head.lemma not in s.lexicon.heads and somebody(s, head):
                return head  # 入札に敗れた会社
            nominal = word.relation == "nsubj" and word.head == here.at  # ストが予告されていた春闘
            borne = (here is word or nominal) and is_passive(s, here)
            if tree.final and (borne or s.lexicon.has("rulings", head.lemma)):
                return None  # 支払いを命じる判決
            if tree.final and s.lexicon.class_of(head.lemma) == "rumour" and head.relation == "nsubj":
                return None  # 인상하기로 했다는 보도는 사실이 아니라고 말했다: not who says so
            if tree.final:
                here = head
                continue
            here = head if head.relation in ("obj", "nsubj", "nsubj:pass", "obl", "conj", "xcomp") else None
            if here is not None:
                here = tree.head(here)
        elif here.relation in ("obj", "obl", "nmod", "ccomp") and here.pos in ("NOUN", "VERB"):
            here = head if here.relation != "ccomp" or not _finite(s, here) else None
        else:
            break
    for one in tree.children(word, "obj") if tree.final else ():  # 노조가 예고한 파업을 철회했다
        for clause in tree.children(one, "acl"):
            for doer in tree.children(clause, "nsubj"):
                if (
                    s.lexicon.has("subject_mark", doer.case)
                    and min(w.at for w in tree.below(doer)) == 0
                    and somebody(s, doer)
                ):
                    return doer
    return None


def _after_a_clause(s: Sentence, verb: Word, head: Word) -> bool:
    """ "A sued B, a day after C left, and met D": behind the comma that ends a clause, the verb may be the sentence's."""
    if s.tree.final or head.relation not in ("advcl", "acl", "acl:relcl"):
        return False
    joins = [one for one in s.tree.children(head, "cc") if head.at < one.at < verb.at]
    return any(s.tree.words[one.at - 1].text == "," for one in joins) and verb.tag == "VBD"


def _of_others(s: Sentence, noun: Word) -> bool:
    """Whether a word before a decision tells whose it is: "the Indian decision to leave"."""
    told = s.tree.children(noun, "amod", "compound")
    return any(one.text in s.discourse.names.adjectives or one.named in ("people", "organisation") for one in told)


def _takes_a_stand(s: Sentence, noun: Word) -> bool:
    """Whether a noun is what somebody only speaks of: the object of welcoming, regretting or accusing."""
    above = s.tree.head(noun)
    return (
        above is not None and noun.relation == "obj" and s.lexicon.verbs.get(above.lemma) in (*sort("said"), "support")
    )


def _finite(s: Sentence, word: Word) -> bool:
    modal = any(one.text.lower() != "to" for one in s.tree.children(word, "aux"))
    return s.lexicon.code == "en" and (modal or not form_of(s.tree, word).endswith(("inf", "ger")))


def _antecedent(s: Sentence, clause: Word, subject: Word) -> Word:
    """The noun that a relative pronoun stands for."""
    if s.lexicon.has("relative", subject.lemma) and clause.relation in ("acl:relcl", "acl"):
        head = s.tree.head(clause)
        return head if head is not None else subject
    return subject
