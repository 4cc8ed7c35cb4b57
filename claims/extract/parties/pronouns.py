"""Whom "she", "they" and "it" mean."""

from __future__ import annotations

import re

from claims.extract.draft import Party
from claims.extract.parties.antecedents import body_meant, object_before
from claims.extract.phrasing import run_of
from claims.extract.predicates.subjects import subject_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_WHOM = ("nsubj", "nsubj:pass", "obj", "obl", "iobj")


def pronoun(s: Sentence, word: Word) -> list[Party] | None:
    """Whom "she", "they" or "it" means, nobody where that is not clear; None where the word is no pronoun."""
    lexicon, lemma = s.lexicon, word.lemma
    quote = s.discourse.quote_at(s.offset + word.start)
    if quote is None and word.pos == "PRON" and (before := object_before(s, word)) is not None:
        person = lexicon.has("he", lemma) or lexicon.has("she", lemma)
        people = s.parties(before, described=not person)
        if people and all((p.kind == "person") == person for p in people):
            return [s.again(p) for p in people]
    if quote is not None and any(lexicon.has(table, lemma) for table in ("he", "she", "they", "it")):
        return [s.again(one) for one in _told_there(s, word, quote)]
    if (lexicon.has("he", lemma) or lexicon.has("she", lemma)) and len(run_of(s, word)) == 1:
        who = _he_or_she(s, word, "she" if lexicon.has("she", lemma) else "he")
        if who is not None and not s.tree.final:
            s.discourse.so_called["she" if lexicon.has("she", lemma) else "he", who.who] = s.discourse.number
        return [s.again(who)] if who else []
    if lexicon.has("they", lemma):
        several = subjects_above(s, word, plural=True) or _several(s, word)
        return [s.again(one) for one in several]
    if lexicon.has("it", lemma) and word.relation == "nsubj:pass" and not s.tree.final:
        told = s.tree.words[word.head]
        if s.tree.children(told, "xcomp", "ccomp", "advcl"):
            return []  # "it was agreed to keep in touch"
    if lexicon.has("no_one", lemma):
        return []  # 이와 함께
    if lexicon.has("it", lemma):
        body = _it(s, word)
        return [s.again(body)] if body and body.who not in s.taken else []
    return None


def _told_there(s: Sentence, word: Word, quote: tuple[int, int]) -> list[Party]:
    """Whom a pronoun means in somebody's own words: who is the subject there, and neither who speaks nor the text's."""
    several = s.lexicon.has("they", word.lemma)
    above = subjects_above(s, word, plural=several)
    return above if all(one.start is not None and quote[0] < one.start < quote[1] for one in above) else []


def _several(s: Sentence, word: Word) -> list[Party]:
    """Who "they" are: those who say it, those of whom the sentence before told, or those who did something together."""
    if not word.relation.startswith("nsubj"):  # "them": only those whom the sentence itself names
        here = [
            one
            for one in s.tree.words[: word.at]
            if one.tag == "NNS"
            and one.relation in _WHOM
            and _people(s, one)
            and s.tree.words[one.head] in s.tree.path(word)
        ]
        return s.parties(here[0]) if len(here) == 1 else []
    last = s.discourse.actors[-1][1] if s.discourse.actors else []
    for people in (s.speaker, last):
        if len(people) > 1 or (
            people and people[0].known is None and people[0].kind == "group" and _are_many(s, people[0])
        ):
            return people
    verb = s.tree.words[word.head].lemma
    joint = not s.tree.final and (s.lexicon.class_of(verb) == "agree" or s.lexicon.verbs.get(verb) == "sign")
    found = [] if s.speaker else s.discourse.group(0)
    found = found if len(last) != 1 or last[0].who in {p.who for p in found} else s.discourse.group(0, near=True)
    return found or (s.discourse.talked() if joint and not s.speaker else [])


def _are_many(s: Sentence, one: Party) -> bool:
    """Whether a description is of several: "union leaders", "the police", and not "the ministry"."""
    if s.tree.final:
        return s.lexicon.patterns["several"].search(one.name) is not None
    head = re.split(" (?:of|at|in|from|for) ", one.name)[0].split()[-1].lower()
    return head.endswith("s") or s.lexicon.has("people", head)


def _people(s: Sentence, word: Word) -> bool:
    return any(s.lexicon.has(table, word.lemma) for table in ("people", "body", "official", "group", "government"))


def _he_or_she(s: Sentence, word: Word, called: str) -> Party | None:
    subject = word.relation.startswith("nsubj")
    people = subjects_above(s, word)
    behind = people if _stand_behind(s, word, people) else []
    people = [] if behind else people
    above = people[0] if len(people) == 1 and people[0].who not in s.taken else None
    besides = set(s.taken)
    if not s.tree.final:
        besides |= _beside_it(s, word)
    if above and not s.tree.final and _owned(s, word, called):
        besides.add(above.who)  # "her lawyer said she would sue"
    elif above and (above.kind == "person" or like_a_person(above)) and _called(s, above, called):
        s.discourse.gender[above.who] = called
        return above
    elif above and not s.tree.final:
        return None  # a name that is not known for a person's
    said = [
        p
        for p in s.speaker or behind
        if p.kind == "person" and p.who not in besides and subject and _called(s, p, called)
    ]
    if said and not _stand_behind(s, word, said):
        return said[0]
    told = s.discourse.one(called, besides, subject, lambda one: _called(s, one, called) and _known(s, one, word))
    if said:  # "She signed it in May, Ana Lind said": Lind, or the one told of before
        return said[0] if told is None or told.who == said[0].who else None
    return _nearer(s, called, told) if subject else told


def _stand_behind(s: Sentence, word: Word, people: list[Party]) -> bool:
    """Whether a pronoun stands before those who say it."""
    return not s.tree.final and any(one.start is not None and one.start > s.offset + word.start for one in people)


def _beside_it(s: Sentence, word: Word) -> set[str]:
    """Whom a pronoun that is no subject cannot mean: "thanked her" tells of somebody else than who thanks.

    Those whom the sentence names before it are told of from here on.
    """
    for one in s.tree.words[: word.at]:
        if one.named == "person" and one.relation not in ("compound", "flat"):
            s.party(one, described=False)
    verb = s.tree.head(word)
    if verb is None or word.relation not in ("obj", "iobj", "obl") or verb.pos != "VERB":
        return set()
    doer = subject_of(s, verb)
    return {one.who for one in s.parties(doer, described=False)} if doer is not None and doer.pos == "PROPN" else set()


def _known(s: Sentence, one: Party, pronoun: Word) -> bool:
    """Whether the text has told of a person where the pronoun stands: who is named only behind it is another."""
    return s.tree.final or one.who in s.before or one.start is None or one.start < s.offset + pronoun.start


def _nearer(s: Sentence, called: str, told: Party | None) -> Party | None:
    """Whom a pronoun means where somebody without a name did something since: "a spokeswoman said"."""
    discourse = s.discourse
    number, one = discourse.unnamed or (-9, None)
    acted = discourse.actors[-1][1] if discourse.actors else []
    if one is None or discourse.number - number > 1 or (told is not None and acted == [told]):
        return told
    noun = next((word for word in one.name.split() if word.endswith("man")), "")
    other = bool(noun) and noun.endswith("woman") == (called == "he")
    beside = any(discourse.last[p.who] == number and " " in p.name and p.name[0].isupper() for p in discourse.seen)
    return None if other or beside else one if told is None or discourse.last[told.who] <= number else told


def _owned(s: Sentence, word: Word, called: str) -> bool:
    """Whether the subject above a pronoun is told of by that pronoun: "her lawyer"."""
    table = "she" if called == "she" else "he"
    subjects = [one for head in s.tree.path(word) for one in s.tree.children(head, "nsubj") if one is not word]
    owners = [own for one in subjects for own in s.tree.children(one, "nmod:poss") if own.pos == "PRON"]
    return any(s.lexicon.has(table, own.lemma) for own in owners)


def _called(s: Sentence, one: Party, called: str) -> bool:
    """Whether a person can be called so: by their first name, where the lexicon knows it."""
    first = one.who.split()[0].lower() if one.who else ""
    full = s.tree.final or " " in one.who or human(s, one)  # of one word alone, the parser may err
    return full and not s.lexicon.has("men" if called == "she" else "women", first)


def _it(s: Sentence, word: Word) -> Party | None:
    if not word.relation.startswith("nsubj") and not s.tree.final:
        return body_meant(s, word)
    if (doer := _who_proposes(s, word)) is not None:
        return doer
    if len(s.speaker) == 1 and (body := _spoken_for(s, s.speaker[0])) is not None:
        return body[0] if len(body) == 1 else None  # "a spokesman for Bergmann said it had paid"
    if s.speaker:  # "Brightway said it would sue", whatever the parser takes Brightway for
        thing = s.speaker[0] if len(s.speaker) == 1 and not human(s, s.speaker[0]) else None
        before = s.discourse.actor() if _stand_behind(s, word, s.speaker) else None
        if before is not None and thing is not None and before.who != thing.who and not human(s, before):
            return None  # "It will sue, Brightway said": Brightway, or the one told of before
    else:
        subjects = subjects_above(s, word)
        thing = subjects[0] if len(subjects) == 1 and not human(s, subjects[0]) else s.discourse.actor()
    if thing is not None and thing.name[:1].islower() and _are_people(s, thing):
        return None
    several = thing is not None and thing.known is None and thing.name.split(" of ")[0].endswith("s")
    told_before = thing is not None and not s.speaker and thing.kind == "person" and " " in thing.who
    if thing is None or human(s, thing) or told_before or (thing.kind == "group" and several):
        return None  # "it" is not several, and nobody
    return thing


def _who_proposes(s: Sentence, word: Word) -> Party | None:
    """ "Peru proposed that it join the pact, the minister said": who does the thing that they propose or promise."""
    clause = s.tree.head(word)
    above = (
        s.tree.head(clause) if clause is not None and clause.relation in ("ccomp", "xcomp", "advcl", "acl") else None
    )
    above = (
        s.tree.head(above) if above is not None and above.pos == "NOUN" else above
    )  # "proposed to the ministers that"
    if above is None or s.lexicon.class_of(above.lemma) not in ("propose", "promise", "agree", "refuse"):
        return None
    subjects = s.tree.children(above, "nsubj") if not s.tree.final else []
    people = s.parties(subjects[0]) if len(subjects) == 1 and subjects[0].pos == "PROPN" else []
    return people[0] if len(people) == 1 and not human(s, people[0]) else None


def _are_people(s: Sentence, one: Party) -> bool:
    """Whether a description is that of persons: "a banker"."""
    head = one.name.split(" of ")[0].split()[-1].lower()
    return s.lexicon.has("people", head) or s.lexicon.has("official", head) or head.endswith(("man", "woman"))


def _spoken_for(s: Sentence, speaker: Party) -> list[Party] | None:
    """Those for whom somebody without a name speaks: the firm of "a spokesman for Acme"; None where it is no such one."""
    said = [one for one in s.tree.words if speaker.covers(s.offset + one.start, s.offset + one.end)]
    head = next((one for one in said if s.tree.head(one) not in said), None)
    if head is None or head.pos != "NOUN" or not s.lexicon.has("official", head.lemma):
        return None
    return [p for own in s.tree.children(head, "nmod", "nmod:poss") for p in s.party(own, described=False)]


def human(s: Sentence, one: Party) -> bool:
    """Whether somebody is a person for certain: in the alias table, with a title, a first name or a pronoun of its own."""
    if one.kind != "person":
        return False
    first = one.who.split()[0].lower()
    told = one.who in s.discourse.gender or (one.known is not None and one.known.slug is not None)
    return told or one.who in s.discourse.borne or s.lexicon.has("men", first) or s.lexicon.has("women", first)


def subjects_above(s: Sentence, word: Word, *, plural: bool = False) -> list[Party]:
    """The subject of the clause around that of a pronoun: "Lind will go to Oslo, where she ...".

    `plural`: several, or a description of several, and not of those who only say it.
    """
    clause = s.tree.head(word)
    if clause is None or not word.relation.startswith(("nsubj", "nmod:poss")):
        return []
    # "Japan stayed away; it had backed her": the parser hangs the first clause on the second; "it will sell, it said"
    says = s.lexicon.asserts(clause.lemma) and s.lexicon.has("it", word.lemma)
    apart = [
        one
        for one in s.tree.children(clause, "ccomp", "parataxis")
        if any(w.text == ";" for w in s.tree.words[one.at : word.at]) or (says and one.at < word.at)
    ]
    for one in (*apart, *s.tree.path(clause)):
        if any(w.text == ";" for w in s.tree.words[word.at : one.at]):
            break
        if plural and s.lexicon.asserts(one.lemma) and not s.lexicon.has("confirms", one.lemma):
            continue
        for subject in s.tree.children(one, "nsubj", "nsubj:pass"):
            if subject.pos not in ("PROPN", "NOUN") or (subject.at > word.at and one.relation != "root"):
                continue
            if subject in s.tree.path(word):
                continue  # "her government lent": "her" is not her government
            several = subject.tag in ("NNS", "NNPS") or bool(s.tree.children(subject, "conj"))
            body = subject.tag == "NN" and s.lexicon.has("it", word.lemma) and _people(s, subject)
            people = s.party(subject, described=plural or body) if not plural or several else []
            if people:
                return s.parties(subject) if plural else people
    return []


def like_a_person(one: Party) -> bool:
    """Whether an unknown name has the look of a person's: two or three words, each with a capital."""
    words = one.name.split()
    return (
        one.known is None and 2 <= len(words) <= 3 and all(word[:1].isupper() and not word.isupper() for word in words)
    )
