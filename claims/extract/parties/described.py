"""Whom "the union", "the company" and "the airline" mean: who was introduced so, or the one firm named of late."""

from __future__ import annotations

import re

from claims.extract.draft import Party
from claims.extract.parties.pronouns import human
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_MAKERS = ("maker", "manufacturer", "builder", "producer")


def described_as(s: Sentence, word: Word) -> Party | None:
    """ "The union", "the company": who was introduced so, or the organisation named last."""
    definite = any(s.lexicon.has("definite", one.text.lower()) for one in s.tree.children(word, "det"))
    rest = [
        c
        for c in s.tree.children(word)
        if c.relation not in ("det", "case", "punct", "conj", "cc", "acl:relcl", "advmod")
        and not s.lexicon.patterns["seated"].fullmatch(c.text)
    ]
    if not definite or rest or word.tag in ("NNS", "NNPS"):
        return None
    if word.lemma in s.discourse.described and word.lemma not in s.discourse.shared:
        found, actor = s.discourse.described[word.lemma], s.discourse.actor()
        rival = actor is not None and actor.who != found.who and actor.kind in ("organisation", "person")
        rival = rival and actor is not None and not human(s, actor)
        return None if rival and not s.tree.final and s.lexicon.has("generic", word.lemma) else found
    if s.lexicon.has("generic", word.lemma):
        subject = s.discourse.subject
        firm = s.lexicon.has("companies", word.lemma)
        public = s.lexicon.patterns["public"] if s.tree.final and firm else re.compile("(?!)")
        body = subject is not None and subject.kind in ("organisation", "group") and not public.search(subject.name)
        if s.tree.final and body:
            return subject
        if s.tree.final:
            others = [p.who for noun, p in s.discourse.described.items() if noun != word.lemma]
            return s.discourse.thing([*others, *(public_bodies(s) if firm else ())])
        here = [p for p in named_before(s, word, ("organisation",)) if p.who not in s.taken]
        if len(here) == 1:
            return here[0]  # "shares in Delmar rose after the company said ..."
        since = s.discourse.nameless.get(word.lemma, -1)  # "Alade spoke. A Turkish firm ... . The firm sued"
        near = [p for p in s.discourse.near() if p.who not in s.taken and s.discourse.last.get(p.who, 0) > since]
        near = [p for p in near if _may_be_firm(s, p) and not _of_another_trade(s, p, word.lemma)]
        return near[0] if len(near) == 1 else None  # of two, either may be meant
    return None


def nameless(s: Sentence, word: Word) -> bool:
    """Whether a noun brings in somebody without a name: "a Turkish firm", and not "Delmar, a firm", "Delmar is a firm"."""
    new = any(s.lexicon.has("indefinite", one.text.lower()) for one in s.tree.children(word, "det"))
    named = word.relation in ("appos", "root", "attr", "xcomp") or s.tree.children(word, "appos")
    return new and not named and s.lexicon.has("generic", word.lemma)


def _may_be_firm(s: Sentence, one: Party) -> bool:
    """Whether a name can be that of a company, whatever the parser takes it for: no person's, no known place's, no ministry's."""
    last = one.name.split(" of ")[0].split()[-1].lower()
    public = s.lexicon.has("body", last) and not s.lexicon.has("generic", last)
    known = one.known is not None and one.known.slug is not None and one.kind != "organisation"
    known = known or one.who in s.discourse.sites
    return one.kind not in ("state", "group", "instrument") and not known and not public and not human(s, one)


def _of_another_trade(s: Sentence, one: Party, noun: str) -> bool:
    """Whether the text has told what a firm is, and it is another than that noun: an airline is no manufacturer."""
    told = {
        word for word, known in s.discourse.described.items() if known.who == one.who and s.lexicon.has("group", word)
    }
    told = {word for word in told if not s.lexicon.has("companies", word)}
    makers = all(word.endswith(_MAKERS) for word in (noun, *told))
    return bool(told) and not s.lexicon.has("companies", noun) and noun not in told and not makers


def public_bodies(s: Sentence) -> list[str]:
    """Those of the organisations told of so far that are no companies."""
    return [p.who for p in s.discourse.things if s.lexicon.patterns["public"].search(p.name)]


def named_before(s: Sentence, word: Word, kinds: tuple[str, ...]) -> list[Party]:
    """The organisations or states that a sentence names before a word."""
    found: dict[str, Party] = {}
    for one in s.tree.words[: word.at]:
        if (
            one.pos == "PROPN"
            and one.relation not in ("compound", "flat", "nmod:poss")
            and (one.case, one.relation) != ("for", "obl")  # "planned for Whitsun"
            and one.case not in ("in", "at", "from", "than", "like", "unlike")
        ):
            for party in s.party(one, described=False):
                if party.kind in kinds:
                    found.setdefault(party.who, party)
    return list(found.values())
