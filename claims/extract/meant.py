"""Whom a text means without naming them there: "the company", "both sides", "the two ministers", 両氏."""

from __future__ import annotations

from claims.extract.draft import Party
from claims.extract.phrasing import run_of
from claims.extract.sentence import Sentence
from claims.extract.tree import Word

_COUNTS = {
    "neither": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "both": 2,
    "2": 2,
    "3": 3,
    "4": 4,
    "両": 2,
    "양": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "5": 5,
    "두": 2,
    "세": 3,
    "네": 4,
}


def human(s: Sentence, one: Party) -> bool:
    """Whether somebody is a person for certain: in the alias table, with a pronoun of its own or a name of two words."""
    slug = one.known.slug if one.known else None
    return one.kind == "person" and (slug is not None or one.who in s.discourse.gender or " " in one.who)


def subjects_above(s: Sentence, word: Word, *, plural: bool = False) -> list[Party]:
    """The subject of the clause around that of a pronoun: "Lind will go to Oslo, where she ...".

    `plural`: several, or a description of several, and not of those who only say it.
    """
    clause = s.tree.head(word)
    if clause is None or not word.relation.startswith(("nsubj", "nmod:poss")):
        return []
    for one in s.tree.path(clause):
        effect = s.lexicon.heads.get(one.lemma)
        if plural and effect is not None and effect.asserter:
            continue
        for subject in s.tree.children(one, "nsubj", "nsubj:pass"):
            if subject.pos not in ("PROPN", "NOUN") or (subject.at > word.at and one.relation != "root"):
                continue
            several = subject.tag in ("NNS", "NNPS") or bool(s.tree.children(subject, "conj"))
            people = s.party(subject, described=plural) if not plural or several else []
            if people:
                return s.parties(subject) if plural else people
    return []


def same(s: Sentence, word: Word) -> Party | None:
    """Whom 同社, 同市 or 市 alone means: the one named last whose name ends so; None where there is none."""
    pattern = s.lexicon.patterns.get("same_word")
    match = pattern.fullmatch(s.tree.text[run_of(s, word)[0].start : word.end]) if pattern else None
    if match is None or s.tree.children(word, "nmod", "nummod"):
        return None
    suffix = next(filter(None, match.groups()))
    found = s.discourse.ending(suffix, 1, s.lexicon.has("companies", suffix), s.lexicon.has("persons", suffix))
    return found[0] if found else None


def described_as(s: Sentence, word: Word) -> Party | None:
    """ "The union", "the company": who was introduced so, or the organisation named last."""
    definite = any(
        one.text.lower() in ("the", "this", "that", "이", "그", "この", "その") for one in s.tree.children(word, "det")
    )
    rest = [
        c
        for c in s.tree.children(word)
        if c.relation not in ("det", "case", "punct", "conj", "cc", "acl:relcl", "advmod")
    ]
    if not definite or rest or word.tag in ("NNS", "NNPS"):
        return None
    if word.lemma in s.discourse.described:
        return s.discourse.described[word.lemma]
    if s.lexicon.has("generic", word.lemma):
        subject = s.discourse.subject
        if s.tree.final and subject is not None and subject.kind in ("organisation", "group"):
            return subject
        return s.discourse.thing([p.who for noun, p in s.discourse.described.items() if noun != word.lemma])
    return None


def counted(s: Sentence, word: Word) -> list[Party] | None:
    """ "The two ministers", "both sides", 両氏, 3か国: those of whom the text spoke; None where nobody is counted."""
    counts = [one for one in s.tree.children(word, "nummod", "det", "cc:preconj") if one.text.lower() in _COUNTS]
    if word.pos == "NUM" and word.text.lower() in _COUNTS and not s.tree.children(word, "nmod"):
        again = [s.again(one) for one in s.discourse.group(_COUNTS[word.text.lower()])]
        return again or [s.at(word.start, word.end, None, "group")]
    if (
        not counts
        and word.tag == "NNS"
        and s.lexicon.has("sides", word.lemma)
        and not s.tree.children(word, "nmod", "amod", "nmod:poss", "compound")
    ):
        return [s.again(one) for one in s.discourse.group(0, sides=True)] or None
    pattern = s.lexicon.patterns.get("counted_word")
    match = pattern.fullmatch(s.tree.text[run_of(s, word)[0].start : word.end]) if pattern else None
    if not counts and match is None:
        return None
    if not match and not s.lexicon.has("group", word.lemma):
        return None
    if s.tree.children(word, "nmod", "nmod:poss", "acl", "acl:relcl"):
        owners = [
            p for one in s.tree.children(word, "nmod", "nmod:poss") for p in s.parties(one, described=s.tree.final)
        ]
        if owners:
            return owners
        return None
    number = _COUNTS[counts[0].text.lower()] if counts else _COUNTS.get(match.group(1), 2) if match else 2
    if match and match.lastindex == 2 and not s.lexicon.has("countries", word.text):
        ended = s.discourse.ending(
            match.group(2),
            number,
            s.lexicon.has("companies", match.group(2)),
            s.lexicon.has("persons", match.group(2)),
        )
        if len(ended) == number:
            return [s.again(one) for one in ended]
    persons = None
    if s.lexicon.has("countries", word.lemma) or (match and s.lexicon.has("countries", word.text)):
        persons = False
    elif s.lexicon.has("official", word.lemma):
        persons = True
    sides = s.lexicon.has("sides", word.lemma) or s.lexicon.has("generic", word.lemma)
    return [s.again(one) for one in s.discourse.group(number, persons, sides=sides)] or None


def holder(s: Sentence, word: Word) -> Party | None:
    """Whom a title alone means: 大臣は, said of the minister named before."""
    pattern = s.lexicon.patterns.get("title")
    alone = len(run_of(s, word)) == 1 and not s.tree.children(word, "nmod", "nummod", "compound", "conj")
    if not s.tree.final or pattern is None or not alone or not pattern.fullmatch(word.text):
        return None
    return next((p for title, p in reversed(s.discourse.titles) if title.endswith(word.text)), None)


def states_of(s: Sentence, word: Word) -> list[Party]:
    """The states whose government, ministers or delegation a description names."""
    if not s.lexicon.has("of_state", word.lemma):
        return []
    owners = s.tree.children(word, "nmod", "nmod:poss", "compound")
    found = [p for one in owners if one.case in ("", "of", "from", "の", "의") for p in s.parties(one, described=False)]
    found = [p for p in found if p.kind == "state"]
    for one in s.tree.children(word, "amod"):
        for adjective in s.tree.conjuncts(one):
            state = s.discourse.names.states.get(s.discourse.names.adjectives.get(adjective.text, ""))
            if state is not None:
                found.append(s.at(adjective.start, adjective.end, state, "state"))
    return found if word.tag == "NNS" or len(found) > 1 or s.lexicon.has("government", word.lemma) else []


def like_a_person(one: Party) -> bool:
    """Whether an unknown name has the look of a person's: two or three words, each with a capital."""
    words = one.name.split()
    return (
        one.known is None and 2 <= len(words) <= 3 and all(word[:1].isupper() and not word.isupper() for word in words)
    )
