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
