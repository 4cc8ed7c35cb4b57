"""The slots of a predicate: the dependents of it and of its event noun, by relation and case marker."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.predicates.subjects import has_topic, is_passive, other_subject, somebody
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

#: slots by name, each with the noun in it
Slots = list[tuple[str, Word]]
_SLOTS = {
    "nsubj": "subject",
    "nsubj:pass": "object",
    "obj": "object",
    "obl:agent": "subject",
    "nmod:poss": "subject",
    "csubj": "subject",
    "dislocated": "subject",
}


def slots(s: Sentence, word: Word) -> Iterator[tuple[str, Word]]:
    """The slots of a predicate, or of a noun that names an event, with the noun in each."""
    clause = word
    while clause.relation == "xcomp":  # "a lock, which parliament refused to fund"
        clause = s.tree.words[clause.head]
    for one in s.tree.children(word):
        if s.lexicon.has("relative", one.lemma) and clause.relation == "acl:relcl" and one.relation in _SLOTS:
            head = s.tree.head(clause)
            if head is not None and not s.lexicon.has("circumstance", head.lemma):
                yield _SLOTS[one.relation], head
        elif s.lexicon.has("relative", one.lemma) and word.relation == "acl:relcl" and one.relation == "obl":
            slot, head = s.lexicon.slots.get(one.case, ""), s.tree.head(word)
            if slot in ("with", "between", "against", "from", "under") and head is not None:
                yield slot, head  # "Daehwa, with which it signed a contract"
        elif one.relation == "obj" and one.case[:1] in "を을를" and len(one.case) > 1:
            continue  # 財団を通じて
        elif one.relation in _SLOTS and not s.dated(one):
            slot = _SLOTS[one.relation]
            if one.relation == "obl:agent" and s.tree.children(word, "nsubj"):
                continue  # "voted by a large majority"
            about = s.lexicon.has("topic_mark", one.case) and not somebody(s, one)
            also = s.lexicon.has("also_mark", one.case)
            other = (also or about) and has_topic(s, word, one)
            other = other or (also and "サ変" in one.tag and not s.tree.children(word, "obj"))  # 納付も命じた
            if slot == "subject" and (other or (about and other_subject(s, word, one))):
                slot = "object"  # リンド氏はペルーも訪れる, 양당은 특검법은 논의하지 않았다, 費用は都が支払う
            done_to = slot == "subject" and s.tree.final and is_passive(s, word) and not s.tree.children(word, "obj")
            if done_to and s.lexicon.has("topic_mark", one.case) and other_subject(s, word, one):
                continue  # A사는 계약이 만료됐다
            yield "object" if done_to else slot, one  # and not 계약을 해지당했다
        elif s.lexicon.has("becomes", word.lemma) and s.lexicon.has("become_mark", one.case):
            continue  # 中止になる
        elif one.relation in ("obl", "nmod", "iobj", "obl:unmarked", "dep") and not s.dated(one):
            tied = f"{word.lemma}_{one.case}" if one.case and (word.pos == "VERB" or s.tree.final) else ""
            urged = s.lexicon.verbs.get(tied) == "urge"
            if (
                (urged or (tied in s.lexicon.verbs and not s.tree.children(word, "xcomp")))
                and one.case not in ("for", "against")
                and not s.tree.children(word, "obj", "nsubj:pass")
            ):
                yield "to" if urged else "object", one  # "called on parliament"
                continue
            slot = s.lexicon.slots.get(one.case, "" if one.case else {"iobj": "to"}.get(one.relation, ""))
            if slot == "about" and s.lexicon.has("stood_on", one.lemma):
                slot = "in"  # "on the Danish island of Bornholm"
            if slot == "with" and s.lexicon.has("participation", one.lemma):
                yield from ((slot, who) for who in s.tree.children(one, "nmod") if who.case == "of")
            elif slot == "for" and s.lexicon.has("adverbial", one.lemma) and s.tree.children(one, "nmod:poss"):
                continue
            elif slot == "against" and s.tree.final and s.lexicon.has("it", one.lemma):
                continue  # これに対し、38カ国は停止を求めた
            elif slot and not denied(s, one) and not (slot == "about" and s.lexicon.has("not_about", one.lemma)):
                yield slot, one
        elif one.relation == "xcomp" and one.pos in ("NOUN", "PROPN"):
            yield ("object" if one.named == "person" and not s.tree.children(word, "obj") else "as"), one


def denied(s: Sentence, word: Word) -> bool:
    """Whether a "not" stands before a noun: "in Osaka, not in Tokyo"."""
    words = s.tree.words
    first = min([word.at, *(one.at for one in s.tree.children(word, "case", "det"))])
    return any(s.lexicon.has("not", words[at].lemma) for at in range(max(0, first - 1), first)) or any(
        s.lexicon.has("not", one.lemma) for one in s.tree.children(word, "advmod", "cc")
    )


def part_of_verb(s: Sentence, verb: Word, noun: Word) -> bool:
    """Whether an object only makes another verb of it: to take place, 문을 닫다."""
    fused = f"{verb.lemma}_{noun.case}_{noun.lemma}" if noun.case and not s.tree.final else f"{verb.lemma}_{noun.lemma}"
    return s.lexicon.has("doors", noun.lemma) or s.lexicon.has("happen", fused) or fused in s.lexicon.verbs


def doer(s: Sentence, one: Word) -> bool:
    """Whether a word may be who does what another suffers: somebody, and no court, which is where it is done."""
    return somebody(s, one) and not s.lexicon.patterns["courts"].search(one.text)


def suffered(s: Sentence, kind: str, found: Slots) -> Slots:
    """The slots of a passive that tells by "to" or "from" who did it: who is asked is its subject, whatever is asked."""
    done = "to" if kind == "urge" else "object"
    by_them = [("subject", one) for slot, one in found if slot == "agent" or (slot in ("to", "from") and doer(s, one))]
    rest = [(slot, one) for slot, one in found if ("subject", one) not in by_them]
    thing = any(slot == "object" for slot, _ in rest)
    told = [(done if slot == "subject" and thing else slot, one) for slot, one in rest]
    bearer = {one.at for slot, one in told if slot == "object" and one.relation == "nsubj" and somebody(s, one)}
    return [(done if one.at in bearer else slot, one) for slot, one in told] + by_them
