"""spaCy's English trees turned into those of Universal Dependencies, and slips of small parsers set right."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.lexicon import lexicon
from claims.extract.trees.english_clauses import (
    behind_whose,
    crown,
    finite,
    of_which,
    parted,
    verb_of_root,
    whose_object,
    whose_verb,
)
from claims.extract.trees.english_names import beside, set_names_right
from claims.extract.trees.english_slips import participle_first, set_lemmas_right, set_slips_right
from claims.extract.trees.tree import Word
from claims.extract.trees.turning import Turning


def turned(words: list[Word]) -> None:
    """Hang prepositions on their nouns and "be" on what it links, as Universal Dependencies do; mend known slips."""
    set_lemmas_right(words)
    turning = Turning(words)
    for one, but, verb in zip(words, words[1:], words[2:], strict=False):
        if (one.lemma, but.lemma) == ("all", "but") and verb.pos == "VERB":
            turning.move(one, verb.at, "advmod")
            turning.move(but, verb.at, "advmod")
    _prepositions(turning)
    _links(turning)
    _perfects(turning)
    participle_first(turning)
    _clauses(turning)
    set_names_right(turning)
    set_slips_right(turning)
    for word in words:
        if word.relation in ("acomp", "attr", "pcomp"):
            word.relation = (
                "obj" if word.pos == "NUM" and turning.of(word, "nmod") else "xcomp"
            )  # "closed two of its sites"
        elif word.relation in ("prep", "pobj", "agent"):
            word.relation = "obl"


def _prepositions(t: Turning) -> None:
    for word in t.words:
        if word.relation == "compound:prt" and (things := t.of(word, "pobj")):
            t.move(things[0], word.head, "obj")  # "voted down an offer"
        if word.relation == "conj" and word.pos == "ADP" and (first := t.of(word, "pobj")):
            above = t.words[word.head]  # "of Chile and of Peru"
            if above.pos in ("NOUN", "PROPN"):
                t.move(first[0], above.at, "conj")
                t.move(word, first[0].at, "case")
                continue
        if word.relation not in ("prep", "agent") and not (word.relation == "iobj" and word.pos == "ADP"):
            continue
        objects = t.of(word, "pobj", "pcomp")
        inner = t.of(word, "prep")
        if not objects and len(inner) == 1 and word.head != word.at:
            # "based on", "according to", "ahead of": one preposition of two words
            objects = t.of(inner[0], "pobj", "pcomp")
            if objects:
                inner[0].relation = "fixed"
                for one in objects:
                    t.move(one, word.at)
                    one.case = f"{word.text.lower()} {inner[0].text.lower()}"
        if not objects or word.head == word.at:
            continue
        way = t.words[word.at - 1]
        if word.text.lower() in ("to", "into", "from") and way.lemma == "way" and word.at and word.head != way.at:
            t.move(word, way.at)  # "on her way into a meeting"
        day = t.words[word.head]
        if word.text.lower() == "with" and day.named == "date":  # "will go there on May 3 together with Lind"
            t.move(word, day.head)
        first_object, head = objects[0], t.words[word.head]
        for one in t.kids[word.at] + t.kids[word.head]:
            if one.at == word.at - 1 and one.lemma in ("together", "along") and one.relation == "advmod":
                t.move(one, word.at, "fixed")  # "met on Wednesday together with an official"
                first_object.case = f"{one.lemma} {word.text.lower()}"
        clause = first_object.relation == "pcomp" and first_object.pos in ("VERB", "AUX")
        first_object.case = first_object.case or word.text.lower()
        verbal = head.pos in ("VERB", "AUX", "ADJ", "ADV")
        relation = "obl:agent" if word.relation == "agent" else "obl" if verbal else "nmod"
        first_object.relation = "advcl" if clause else relation
        for one in objects[1:]:
            one.relation, one.case = first_object.relation, first_object.case
        for one in list(t.kids[word.at]):
            t.move(one, word.head if one in objects else first_object.at)
        t.move(word, first_object.at, "mark" if clause else "case")


def _links(t: Turning) -> None:
    for word in t.words:
        if word.lemma in ("be", "remain", "become") and word.pos in ("AUX", "VERB"):
            linked = next(iter(t.of(word, "acomp", "attr")), None)
            if linked is not None:
                t.promote(linked, "cop")
                linked.case = ""


def _perfects(t: Turning) -> None:
    for word in t.words:  # "a fire that's destroyed the town": the parser takes 's for "is"
        short = next((one for one in t.of(word, "aux:pass") if one.text in ("'s", "’s")), None)
        if short is not None and t.of(word, "obj") and not t.of(word, "agent"):
            short.relation, short.lemma = "aux", "have"
            for one in t.of(word, "nsubj:pass"):
                one.relation = "nsubj"
    for word in t.words:  # "Never before have they signed": the parser takes "have" for the verb
        parts = t.kids[word.at]
        verb = next((one for one in parts if one.relation == "ccomp" and one.tag in ("VBN", "VBD")), None)
        subject = any(one.relation.startswith("nsubj") for one in parts)
        if word.lemma == "have" and verb is not None and word.at < verb.at and not subject:
            t.promote(verb, "aux")
            verb.tag = "VBN"
    for word in t.words:  # "they have today signed", "was last month awarded": nothing hangs on an auxiliary
        if word.relation in ("aux", "auxpass", "aux:pass", "cop"):
            for one in t.kids[word.at][:]:
                t.move(one, word.head)
        if word.relation == "advmod" and word.text in ("back", "forward") and t.words[word.head].pos == "VERB":
            for one in t.of(word, "obl"):
                t.move(one, word.head)  # "was put back to November"
        passive = t.of(word, "aux:pass") if word.pos == "VERB" else []
        for one in t.of(word, "nsubj") if passive and passive[-1].text in ("is", "are", "was", "were", "been") else ():
            one.relation = "nsubj:pass"


def _clauses(t: Turning) -> None:
    for word in t.words:
        head = t.words[word.head]
        if word.text == ";" and head.pos == "VERB" and word.at < head.at:
            parted(t, word, head)
        if head.pos in ("VERB", "AUX") and head is not word:
            finite(t, word, head)
        if word.at and word.pos in ("NOUN", "PROPN"):
            beside(t, word, head)
            head = t.words[word.head]
        if word.tag in ("VBD", "VBZ", "VBP") and word.relation in ("conj", "ccomp"):
            whose_verb(t, word)
        if word.relation == "conj" and word.pos == "VERB":
            behind_whose(t, word, head)
            of_which(t, word)
        head = t.words[word.head]
        if word.relation == "appos" and word.pos == "PROPN":  # "A and her counterpart, B": B is the counterpart
            nearer = [one for one in t.of(head, "conj") if one.pos == "NOUN" and head.at < one.at < word.at]
            start = t.begin(word)
            behind = t.words[start - 2] if start > 1 and t.words[start - 1].text == "," else word
            if not nearer and behind.relation == "conj" and behind.pos == "NOUN":
                nearer = [behind]  # "the minister, A, and the party's leader, B"
            if nearer:
                t.move(word, nearer[-1].at)
        if word.tag in ("VBN", "VBD") and word.relation == "acl" and head.relation == "nsubj" and head.at < word.at:
            whose_object(t, word, head)
            head = t.words[word.head]
        marks = [one for one in t.of(word, "aux") if one.text.lower() == "to"]
        if word.relation == "advcl" and word.tag == head.tag == "VB" and head.relation == "xcomp" and marks:
            # "agreed to cut tariffs, to launch a fund and to meet": a list, not an aim
            if head.at < word.at and t.words[marks[0].at - 1].text == ",":
                word.relation = "conj"
        elif word.relation == "acl" and any(one.text.lower() in ("that", "which") for one in t.of(word, "obj")):
            word.relation = "acl:relcl"  # "an accord that she signed"
        elif word.relation == "acl:relcl" and (that := _that(t, word)) is not None:
            told = next(
                (one for one in _above(t, word) if lexicon("en").class_of(one.lemma) in ("say", "rumour")), None
            )
            signed = lexicon("en").verbs.get(word.lemma) in ("sign", "ratify") and not t.of(word, "dobj", "obj")
            if told is not None or (that.relation == "mark" and not signed):  # and not "an accord that she signed"
                t.move(that, word.at, "mark")
                t.move(word, (told or head).at, "acl")  # "a report by the newspaper Dnes that India had asked Russia"
        elif word.relation == "acl" and head.pos == "NOUN" and (loose := _loose_that(t, word, head)) is not None:
            t.move(loose, word.at, "mark")
            loose.pos, loose.tag = "SCONJ", "IN"
        elif word.tag in ("VBD", "VBN") and word.relation in ("acl", "advcl", "conj", "dep") and word.pos == "VERB":
            whole = head.head == head.at and head.pos in ("NOUN", "PROPN") and head.at < word.at
            takes = t.of(word, "dobj", "obj", "oprd", "xcomp", "dative", "advcl") and not t.of(
                word, "aux:pass", "nsubj"
            )
            takes = takes or (word.tag == "VBD" and t.of(word, "obl"))  # "The statement called on China to"
            if word.relation == "acl" and whole and takes and not t.of(head, "cop", "nsubj", "acl:relcl"):
                crown(t, word, head)  # "The board named Ana Lind": no participle takes an object
            else:
                verb_of_root(t, word)


def _that(t: Turning, verb: Word) -> Word | None:
    """The "that" before a clause with a subject of its own, whatever the parser takes it for."""
    for one in t.kids[verb.at] + [two for inner in t.of(verb, "xcomp") for two in t.kids[inner.at]]:
        subject = (one.tag == "IN" or one.head != verb.at) and t.of(verb, "nsubj", "nsubjpass")
        if one.text.lower() == "that" and (one.relation == "mark" or subject):
            return one
    return None


def _loose_that(t: Turning, verb: Word, noun: Word) -> Word | None:
    """The "that" before the subject of what a report says: "a claim by the paper that Velik had offered to resign"."""
    subject = next(iter(t.of(verb, "nsubj")), None)
    if subject is None or lexicon("en").class_of(noun.lemma) not in ("say", "rumour"):
        return None
    between = t.words[noun.at : subject.at]
    return next((one for one in between if one.text.lower() == "that" and one.pos == "PRON"), None)


def _above(t: Turning, word: Word) -> Iterator[Word]:
    """The nouns on which a clause hangs, the nearest first."""
    for _ in t.words:  # in a garbled sentence they may hang on each other
        if word.head == word.at or t.words[word.head].pos not in ("NOUN", "PROPN"):
            return
        word = t.words[word.head]
        yield word
