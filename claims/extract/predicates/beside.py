"""Slots that the clauses beside a predicate fill: who is sued, who is asked, what is said once for both."""

from __future__ import annotations

from claims.extract.draft import Cue
from claims.extract.lexicon import sort
from claims.extract.predicates.slots import Slots, slots
from claims.extract.predicates.subjects import somebody
from claims.extract.predicates.verbs import is_people
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def sued(s: Sentence, cue: Cue) -> Slots:
    """Whom a clause beside it names as the other side: 市を相手取り提訴した, 업체를 상대로 배상을 청구하는 소송을 제기했다."""
    found: Slots = []
    clauses = s.tree.children(cue.word, "advcl") + (s.tree.children(cue.event, "acl") if cue.event else [])
    for clause in clauses:
        opposed = any(one.lemma.startswith("相手") for one in s.tree.below(clause))
        for one in s.tree.children(clause, "obj", "obl"):
            against = s.lexicon.slots.get(one.case) == "against"
            asked = clause.relation == "acl" and s.lexicon.slots.get(one.case) == "to" and somebody(s, one)
            if against or asked or (opposed and one.relation == "obj" and not one.lemma.startswith("相手")):
                found.append(("object", one))
    return found


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
            if not same and one.form.endswith("/link"):
                continue
            wanted = ("object", "with", "to", "in", "about") if same else ("object",)
            shared += [(slot, noun) for slot, noun in slots(s, one) if slot in wanted and slot not in filled]
    return shared
