"""Slips of small English parsers at what is done: to which noun a preposition belongs, and what a series holds."""

from __future__ import annotations

from claims.extract.lexicon import lexicon
from claims.extract.trees.tree import Word
from claims.extract.trees.turning import Turning


def _own_preposition(t: Turning, word: Word) -> None:
    """ "discussed cooperation in chips", "in talks with Acme about a loan": the preposition of the noun before it."""
    case, words = next(iter(t.of(word, "case")), word), lexicon("en")
    noun = t.words[case.at - 1] if case.at else word
    if word.relation not in ("obl", "nmod") or case is word or word.named == "date":
        return
    while (
        not words.has("takes", f"{noun.lemma}_{word.case}")
        and noun.relation in ("nmod", "conj", "appos")
        and noun.head < noun.at
    ):
        noun = t.words[noun.head]
    beside = noun.head == word.head if word.relation == "obl" else t.holds(noun, word) and noun.at != word.head
    if beside and noun.relation in ("obj", "obl", "nsubj:pass") and words.has("takes", f"{noun.lemma}_{word.case}"):
        t.move(word, noun.at, "nmod")


def _on_doing(t: Turning, doing: Word) -> None:
    """ "signed the agreement on raising pay": it is the agreement that is on it."""
    verb, mark = t.words[doing.head], next(iter(t.of(doing, "mark", "aux")), doing)
    noun = t.words[mark.at - 1] if mark.at else doing
    told = (
        doing.relation in ("advcl", "xcomp") and mark.text.lower() == "on" and noun.pos == "NOUN" and noun is not verb
    )
    beside = noun.head == verb.at and noun.relation in ("obj", "nsubj:pass")
    if told and (beside or doing.head == noun.at):
        t.move(doing, noun.at, "acl")
        doing.case, doing.tag = "on", "VBG"


def _person_at_place(t: Turning, place: Word) -> None:
    """ "talks with Minister Jo Lind in Seoul": where it was, and not where he is from."""
    who = t.words[place.head]
    if place.relation != "nmod" or place.case not in ("in", "at") or (who.named, place.named) != ("person", "place"):
        return
    verb = who
    while verb.relation in ("nmod", "conj", "obj", "obl") and verb.head != verb.at:
        verb = t.words[verb.head]
        if verb.pos == "VERB":
            t.move(place, verb.at, "obl")
            return


def _series(t: Turning, word: Word) -> None:
    """ "progress in chips, AI, quantum and biotechnology": the second is no other name of the first."""
    first = t.words[word.head]
    bare = first.pos == "NOUN" and not first.named and not t.of(first, "det", "nummod", "nmod:poss")
    listed = t.of(word, "conj") and not t.of(word, "det", "nummod")
    if word.relation == "appos" and bare and listed and t.words[t.begin(word) - 1].text == ",":
        people = any(lexicon("en").has(table, first.lemma) for table in ("people", "official", "body", "generic"))
        if not people:
            word.relation = "conj"


def _according_list(t: Turning, second: Word) -> None:
    """ "According to Acme, Bolt, Cask and Dora signed it": who says so is none of those who do it."""
    first = t.words[second.head]
    verb = t.words[first.head]
    if second.relation != "conj" or first.case != "according to" or t.of(second, "cc") or t.of(first, "cc"):
        return
    for subject in t.of(verb, "nsubj"):
        if subject.at > second.at and t.of(subject, "conj"):
            t.move(second, verb.at, "nsubj")
            t.move(subject, second.at, "conj")
            for one in t.of(subject, "conj"):
                t.move(one, second.at)


def _said_to(t: Turning, clause: Word) -> None:
    """ "proposed to the ministers that it join": what was said to them, and no clause on them."""
    whom, words = t.words[clause.head], lexicon("en")
    verb = t.words[whom.head]
    told = whom.relation in ("obj", "obl", "iobj") and (whom.case == "to" or whom.relation != "obl")
    that = [one for one in t.of(clause, "mark") if one.text.lower() == "that"]
    people = whom.pos == "PROPN" or words.has("official", whom.lemma) or words.has("people", whom.lemma)
    says = words.asserts(verb.lemma) or words.class_of(verb.lemma) in ("propose", "promise", "urge")
    if clause.relation in ("acl", "acl:relcl") and that and told and people and says and verb.pos == "VERB":
        t.move(clause, verb.at, "ccomp")


def _joined_in(t: Turning, doing: Word) -> None:
    """ "Peru joined Chile in signing a pact": both signed it."""
    join = t.words[doing.head]
    subject, other = next(iter(t.of(join, "nsubj")), None), next(iter(t.of(join, "obj")), None)
    if join.lemma != "join" or doing.tag != "VBG" or doing.relation != "advcl" or subject is None or other is None:
        return
    mark = next((one for one in t.of(doing, "mark") if one.text.lower() == "in"), None)
    if mark is not None and other.pos == "PROPN":
        t.promote(doing, "fixed")
        t.move(other, subject.at, "conj")
        t.move(mark, join.at, "fixed")
        doing.tag, doing.case = join.tag, ""


def _that_alone(t: Turning, that: Word) -> None:
    """ "Tokyo opposes that, an official said": what is opposed, and no word that begins a clause."""
    said = t.words[that.head]
    verb = t.words[said.head]
    comma = that.at + 1 < len(t.words) and t.words[that.at + 1].text == ","
    if (
        that.text.lower() == "that"
        and that.relation == "mark"
        and comma
        and said.relation == "ccomp"
        and verb.at == that.at - 1
    ):
        that.pos, that.tag = "PRON", "DT"
        t.move(that, verb.at, "obj")
        t.promote(said, "ccomp")


def _day_of_nobody(t: Turning, day: Word) -> None:
    """ "summoned the ambassador on Tuesday": a day is that of what was done, and not of whom."""
    who = t.words[day.head]
    verb = t.words[who.head]
    if day.named != "date" or day.relation != "nmod" or day.case != "on" or verb.pos != "VERB":
        return
    people = who.named == "person" or any(lexicon("en").has(one, who.lemma) for one in ("official", "people", "body"))
    if people and who.relation in ("obj", "obl"):
        t.move(day, verb.at, "obl")


def _place_before_day(t: Turning, place: Word) -> None:
    """ "signed a pact on the transfer of arms in Tokyo on March 30": where it was signed, as on which day."""
    noun, after = t.words[place.head], place.at + 1
    if (
        place.relation != "nmod"
        or place.case not in ("in", "at")
        or place.named != "place"
        or after + 1 >= len(t.words)
    ):
        return
    day = t.words[after + 1]
    verb = t.words[day.head]
    while verb.relation in ("obj", "nmod") and day.relation == "nmod" and verb is not noun:
        verb = t.words[verb.head]
    told = lexicon("en").verbs.get(verb.lemma) in ("sign", "meet") or verb.lemma in ("conclude", "hold")
    if t.words[after].text == "on" and day.named == "date" and told and t.holds(verb, noun) and noun is not verb:
        t.move(place, verb.at, "obl")


def _thing_demands(t: Turning, verb: Word) -> None:
    """ "told her that the claim was false and demanded its withdrawal": who told it demands that."""
    clause = t.words[verb.head]
    above, words = t.words[clause.head], lexicon("en")
    subject = next(iter(t.of(clause, "nsubj")), clause)
    said = words.verbs.get(verb.lemma) in ("urge", "concern", "accuse", "state") and not t.of(
        verb, "nsubj", "nsubj:pass"
    )
    thing = subject.tag == "NN" and not any(
        words.has(one, subject.lemma) for one in ("official", "people", "body", "generic")
    )
    if verb.relation == "conj" and said and thing and clause.relation == "ccomp" and above.tag == verb.tag == "VBD":
        t.move(verb, above.at)


def _ordinal_country(t: Turning, verb: Word) -> None:
    """ "Peru is the third state, after Chile, with which Japan signed a pact": it was signed with Peru."""
    last = t.words[verb.head]
    noun = t.words[last.head]
    counted = noun.pos == "NOUN" and t.of(noun, "cop") and t.of(noun, "amod")
    if verb.relation == "acl:relcl" and last.case == "after" and counted and t.words[t.begin(last) - 2].text == ",":
        t.move(verb, noun.at)


#: each is tried at every word, in this order
THINGS = (
    _own_preposition,
    _on_doing,
    _person_at_place,
    _place_before_day,
    _day_of_nobody,
    _series,
    _according_list,
    _said_to,
    _thing_demands,
    _joined_in,
    _that_alone,
    _ordinal_country,
)
