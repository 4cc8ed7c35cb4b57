"""Clauses on a noun in English trees, whose verbs the parser hung elsewhere."""

from __future__ import annotations

from claims.extract.trees.tree import Word
from claims.extract.trees.turning import Turning


def whose_verb(t: Turning, verb: Word) -> None:
    """ "told by London, whose secretary, A, went to Oslo": the verb behind "whose" is not the sentence's."""
    whose = next((one for one in reversed(t.words[: verb.at]) if one.tag == "WP$"), verb)
    subject = t.words[whose.head]
    owner = t.words[subject.head]
    told = subject.relation in ("appos", "conj", "nmod") and owner.at < subject.at
    if whose is verb or not told or t.of(verb, "nsubj", "nsubj:pass"):
        return
    if any(one.pos in ("VERB", "AUX") for one in t.words[subject.at : verb.at]):
        return
    t.move(verb, owner.at, "acl:relcl")
    t.move(subject, verb.at, "nsubj")


def behind_whose(t: Turning, verb: Word, first: Word) -> None:
    """ "The league, whose chief went to Oslo, had warned": the parser hangs the sentence's verb on that of the clause."""
    subject = next(iter(t.of(first, "nsubj")), first)
    whose = next((one for one in t.words[subject.at : first.at] if one.tag == "WP$"), None)
    if whose is None or t.of(verb, "nsubj", "nsubj:pass"):
        return
    other = t.words[whose.head]
    while other.relation == "compound":
        other = t.words[other.head]
    if other.at > first.at or any(one.pos in ("VERB", "AUX") for one in t.words[whose.at : first.at]):
        return
    above, relation = first.head, first.relation
    t.move(subject, verb.at, "nsubj")
    t.move(verb, verb.at if above == first.at else above, relation)
    t.move(first, subject.at, "acl:relcl")
    t.move(other, first.at, "nsubj")


def of_which(t: Turning, verb: Word) -> None:
    """ "is to build two plants, the first of which opened in July": the clause is one on the plants."""
    for subject in t.of(verb, "nsubj"):
        thing = next((one for one in reversed(t.words[: subject.at]) if one.pos in ("NOUN", "PROPN")), None)
        if thing is not None and any(one.text.lower() == "which" for one in t.of(subject, "obl", "nmod")):
            t.move(verb, thing.at, "acl:relcl")
    which = next(
        (one for one in reversed(t.words[: verb.at]) if one.text.lower() == "which" and one.case == "of"), verb
    )
    one, between = t.words[which.head], t.words[which.at : verb.at]
    if which is verb or one.pos != "NUM" or t.of(verb, "nsubj", "nsubj:pass"):
        return
    if one.relation in ("appos", "conj", "dep") and not any(two.pos in ("VERB", "AUX") for two in between):
        t.move(verb, one.head, "acl:relcl")  # "two mills, one of which, Sidval, halted work"
        t.move(one, verb.at, "nsubj")


def parted(t: Turning, mark: Word, verb: Word) -> None:
    """ "It may sell, a newspaper said; the company denied it": what stands before the mark is no part of the last clause."""
    if any(one.at > mark.at for one in t.of(verb, "nsubj", "nsubj:pass")):
        for one in t.of(verb, "nsubj", "nsubj:pass", "ccomp"):
            if one.at < mark.at:
                one.relation = "parataxis"


def whose_object(t: Turning, verb: Word, subject: Word) -> None:
    """ "a pact that the two sides signed", where the parser hangs the verb on its subject."""
    that = t.words[subject.head]
    if that.text.lower() not in ("that", "which") or not 0 < that.at < subject.at or t.of(verb, "nsubj"):
        return
    thing = next((one for one in reversed(t.words[: that.at]) if one.pos in ("NOUN", "PROPN")), None)
    if thing is None or t.of(verb, "agent", "obl:agent", "obj"):
        return
    t.move(subject, verb.at, "nsubj")
    t.move(verb, thing.at, "acl:relcl")
    t.move(that, verb.at, "obj")
    verb.tag, that.pos = "VBD", "PRON"


def verb_of_root(t: Turning, verb: Word) -> None:
    """ "Austria, which had opposed the plan, abstained": the verb hangs somewhere, and the noun stands for the sentence."""
    top = next((one for one in t.words if one.head == one.at), verb)
    clause = next((one for one in t.of(top, "acl:relcl", "appos", "acl") if one.at < verb.at), None)
    bare = not t.of(verb, "nsubj", "nsubj:pass", "aux:pass", "mark")
    before = t.words[verb.at - 1].text if verb.at else ""
    if top.pos in ("NOUN", "PROPN") and top is not verb and clause is not None and bare and before == ",":
        t.move(verb, top.at)
        crown(t, verb, top)


def finite(t: Turning, word: Word, head: Word) -> None:
    """ "refused to concede and called for protests": a verb with a tense is joined to one with a tense."""
    modal = any(one.tag == "MD" for one in t.of(word, "aux")) and any(one.tag == "TO" for one in t.of(head, "aux"))
    tense = word.tag in ("VBD", "VBZ", "VBP") or modal
    if word.relation != "conj" or not tense or t.of(word, "nsubj", "nsubj:pass"):
        return
    above = t.words[head.head]
    now = head.tag in ("VBZ", "VBP") or any(one.tag in ("VBZ", "VBP") for one in t.of(head, "cop", "aux", "aux:pass"))
    apart = (head.tag == "VBG" and not t.of(head, "mark")) or (now and word.tag == "VBD")
    apart = apart or (head.tag == "VB" and any(one.tag == "MD" for one in t.of(head, "aux")))
    if head.relation == "ccomp" and above.tag == word.tag and apart:
        t.move(word, above.at)  # "said Egypt was holding activists and urged ...", "said it is dead and denied ..."
    if head.tag != "VB" or t.of(head, "aux:pass"):
        return
    above = head
    while above.relation in ("xcomp", "conj", "advcl", "acl") and above.tag == "VB" and above.head != above.at:
        above = t.words[t.words[above.head].head if above.relation == "acl" else above.head]
    if above.tag in ("VBD", "VBZ", "VBP") and above is not head and not t.of(word, "nsubj"):
        t.move(word, above.at)
        for one in t.of(head, "cc"):
            if head.at < one.at < word.at:
                t.move(one, above.at)


def crown(t: Turning, verb: Word, top: Word) -> None:
    """A verb becomes the root in place of its subject."""
    t.kids[top.at].remove(verb)
    verb.head, verb.relation, verb.tag = verb.at, top.relation, "VBD"
    t.move(top, verb.at, "nsubj")
