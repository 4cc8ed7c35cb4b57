"""What "it" and "them" mean where something is done to it: the pact or bill, or the one body, of which the text told last."""

from __future__ import annotations

from functools import cache

from claims.extract.draft import Party
from claims.extract.lexicon import lexicon, sort
from claims.extract.phrasing import phrase
from claims.extract.predicates.subjects import subject_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_CORE = ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "appos", "conj")


@cache
def _settled(code: str) -> frozenset[str]:
    """The nouns of what is signed, voted on or ratified."""
    words = lexicon(code)
    found = {*words.tied("vote"), *words.tied("ratify")}
    found |= {noun for noun, kind in words.nouns.items() if kind == "sign"}
    return frozenset(found.union(*(words.tables.get(name, ()) for name in ("law", "instrument"))))


@cache
def _settling(code: str) -> frozenset[str]:
    """The verbs of what is done to them."""
    words = lexicon(code)
    kinds = sort("settling")
    alone = {verb.split("_")[0] for verb, kind in words.verbs.items() if kind in kinds}
    return frozenset(alone | {verb for (verb, _), kind in words.pairs.items() if kind in ("vote", "ratify")})


def object_before(s: Sentence, word: Word) -> Word | None:
    """What a pronoun behind a second verb means, of which the first has the only object: "fined Acme and ordered it"."""
    own = (up for up in s.tree.path(word) if up.relation != "xcomp" or s.tree.children(up, "nsubj"))
    verb = next(own, None)
    first = s.tree.head(verb) if verb is not None and verb.relation == "conj" else None
    if first is None or verb is None or s.tree.final or s.tree.children(verb, "nsubj", "nsubj:pass"):
        return None
    things = [one for one in s.tree.children(first, "obj", "iobj") if not (s.dated(one) or one.named == "money")]
    if len(things) != 1 or things[0].pos not in ("NOUN", "PROPN"):
        return None
    several = things[0].tag in ("NNS", "NNPS") or bool(s.tree.children(things[0], "conj"))
    return things[0] if several == s.lexicon.has("they", word.lemma) else None


def settled_things(s: Sentence, words: list[Word]) -> list[Party]:
    """The pacts, bills and offers that some words of a sentence name, the last of each noun."""
    found: dict[str, Party] = {}
    for one in words if not s.tree.final else ():
        if one.pos in ("NOUN", "PROPN") and one.relation != "compound" and one.lemma in _settled(s.lexicon.code):
            found[one.text.lower()] = s.at(*phrase(s, one), None, "plural" if one.tag == "NNS" else "")
    return list(found.values())


def thing_meant(s: Sentence, word: Word) -> Party | None:
    """The one pact, bill or offer that a pronoun can mean: of this sentence, else of the one before; None = two or none."""
    if s.tree.final or s.discourse.quote_at(s.offset + word.start) is not None:
        return None
    several = s.lexicon.has("they", word.lemma)
    if not several and not s.lexicon.has("it", word.lemma):
        return None
    if (thing := object_before(s, word)) is not None:
        return s.again(s.at(*phrase(s, thing), None, ""))
    if s.tree.words[word.head].lemma not in _settling(s.lexicon.code):
        return None  # "denied it", "rented it"
    here = settled_things(s, s.tree.words[: word.at])
    number, before = s.discourse.settled
    told = here or (before if number == s.discourse.number else [])
    return s.again(told[0]) if len(told) == 1 and (told[0].kind == "plural") == several else None


def body_meant(s: Sentence, word: Word) -> Party | None:
    """The one body that "it" can mean where it is asked, accused, sued or bought; None = two or none."""
    verb = s.tree.head(word)
    if verb is None or (
        s.lexicon.verbs.get(verb.lemma) not in ("urge", "accuse", "sue", "acquire")
        and not s.lexicon.has("asks_somebody", verb.lemma)
    ):
        return None
    doer = subject_of(s, verb)
    besides = {one.who for one in s.parties(doer)} if doer is not None else set()
    here = [one for one in s.tree.words[: word.at] if one.pos == "PROPN" and one.relation in _CORE]
    people = [p for one in here for p in s.party(one, described=False)]
    people = people or [p for p in s.discourse.seen if s.discourse.last[p.who] == s.discourse.number]
    found = {p.who: p for p in people if p.kind != "person" and p.who not in besides}
    return next(iter(found.values())) if len(found) == 1 else None
