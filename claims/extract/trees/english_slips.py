"""Slips of small English parsers: lemmas, participles that begin a sentence, those who are paid before the sum."""

from __future__ import annotations

from functools import cache

from claims.extract.lexicon import lexicon
from claims.extract.trees.english_things import THINGS
from claims.extract.trees.english_titles import TITLES
from claims.extract.trees.tree import Word
from claims.extract.trees.turning import Turning


@cache
def _verbs() -> frozenset[str]:
    words = lexicon("en")
    known = (*words.verbs, *words.heads, *(verb for verb, _ in words.pairs), *words.tables["happen"])
    return frozenset(one.split("_")[0] for one in known)


def set_lemmas_right(words: list[Word]) -> None:
    """ "fined" is to fine, "staged" to stage, "installed" to install; "the two Ministers" are ministers."""
    for one in words:
        if (
            one.tag in ("NNPS", "NNP")
            and one.text.endswith("s")
            and one.relation != "compound"
            and lexicon("en").has("official", one.lemma[:-1])
        ):
            one.pos, one.tag, one.lemma = "NOUN", "NNS", one.lemma[:-1]
        if one.pos == "VERB" and one.tag in ("VBD", "VBN", "VBG", "VBZ") and one.lemma not in _verbs():
            whole = (one.lemma + end for end in ("e", one.lemma[-1:]))
            one.lemma = next((verb for verb in whole if verb in _verbs()), one.lemma)


def participle_first(t: Turning) -> None:
    """ "Overriding Iceland, the commission voted": what the parser takes for one name with another beside it."""
    first = t.words[0]
    name = t.words[first.head]
    if first.pos != "PROPN" or not first.text.endswith("ing") or first.relation != "compound":
        return
    others = (*t.of(name, "appos"), *(one for one in t.of(t.words[name.head], name.relation) if one is not name))
    behind = next((one for one in others if t.of(one, "det")), None)
    if behind is None or not name.relation.startswith("nsubj"):
        return
    t.move(behind, name.head, name.relation)
    t.move(first, name.head, "advcl")
    t.move(name, first.at, "obj")
    first.pos, first.tag, first.named, first.group = "VERB", "VBG", "", -1


def _paid_before_sum(t: Turning, total: Word) -> None:
    """ "fined Petrolis 3 million euros": a name that the parser took for a part of the sum."""
    verb = t.words[total.head]
    numbers = [one for one in t.words[verb.at + 1 : total.at + 1] if one.pos == "NUM" or one.tag == "$"]
    if total.relation != "obj" or verb.pos != "VERB" or not numbers:
        return
    first = t.words[numbers[0].at - 1]
    if first.head == total.at and first.at > verb.at and lexicon("en").has("group", first.text.lower()):
        first.pos, first.tag, first.lemma, first.relation = "NOUN", "NN", first.text.lower(), "iobj"  # "lent the firm"
        for one in (first, *(one for one in t.of(total, "det") if one.at < first.at)):
            t.move(one, verb.at if one is first else first.at)
    names = [one for one in t.of(total, "compound") if one.at < numbers[0].at and one.pos == "PROPN"]
    if names and names[-1].at == numbers[0].at - 1:
        t.move(names[-1], verb.at, "iobj")
        for one in names[:-1]:
            t.move(one, names[-1].at)
        for one in t.words[numbers[0].at : total.at + 1]:
            one.named, one.group = "money", -1 - total.at


def _signed_with(t: Turning, verb: Word) -> None:
    """ "the contract with Petrolis, signed in 2023": it is the contract that was signed."""
    name = t.words[verb.head]
    thing = t.words[name.head]
    words = lexicon("en")
    if verb.relation != "acl" or verb.tag != "VBN" or name.relation != "nmod" or name.case not in ("with", "between"):
        return
    if (
        words.verbs.get(verb.lemma) in ("sign", "ratify", "terminate")
        and thing.pos == "NOUN"
        and (words.has("instrument", thing.lemma) or words.nouns.get(thing.lemma) == "sign")
    ):
        t.move(verb, thing.at)


def _behind_adjective(t: Turning, verb: Word) -> None:
    """ "The opposition Ak Jol party called": the parser takes the first noun for the sentence, and the rest for a clause on it."""
    noun = t.words[verb.head]
    subject = next(iter(t.of(verb, "nsubj")), None)
    if verb.relation != "acl:relcl" or noun.head != noun.at or noun.pos != "NOUN" or subject is None:
        return
    first = t.begin(subject)
    if first == noun.at + 1 and t.words[first].pos == "PROPN" and not t.of(noun, "cop", "nsubj"):
        t.move(verb, verb.at, "root")
        for one in t.of(noun, "det", "amod"):
            t.move(one, subject.at)
        t.move(noun, subject.at, "compound")


def _bare_did(t: Turning, verb: Word) -> None:
    """ "It promised to pay but did not, said Ana Lind": the parser hangs "did not" on the saying."""
    did = next((one for one in t.of(verb, "aux") if one.lemma == "do"), None)
    head = t.words[verb.head]
    if verb.tag != "VBD" or did is None or verb.relation != "conj":
        return
    t.move(did, head.at, "conj")
    did.pos = "VERB"
    for one in t.of(verb, "advmod"):
        if did.at < one.at < verb.at:
            t.move(one, did.at)
    if lexicon("en").class_of(verb.lemma) == "say" and any(one.at > verb.at for one in t.of(verb, "nsubj")):
        t.move(verb, verb.at if head.head == head.at else head.head, head.relation)
        t.move(head, verb.at, "ccomp")


def _day_before_verb(t: Turning, day: Word) -> None:
    """ "A court in Bishkek on Friday ordered": a day behind the subject is that of the verb."""
    after = t.words[day.at + 1] if day.at + 1 < len(t.words) else day
    verb = t.words[after.head] if after.relation.startswith("aux") else after
    if day.named != "date" or day.relation != "nmod" or day.case != "on" or verb.pos != "VERB" or verb is day:
        return
    if any(one.at < day.at for one in t.of(verb, "nsubj", "nsubj:pass")):
        t.move(day, verb.at, "obl")


def _day_behind_aim(t: Turning, day: Word) -> None:
    """ "pledged it for a fund to protect reefs on Friday", "signed the pact on raising pay on May 2": not the day of the aim."""
    aim, words = t.words[day.head], lexicon("en")
    noun = t.words[aim.head]
    above = t.words[noun.head]
    verb = t.words[above.head] if noun.relation == "nmod" and above.pos in ("NOUN", "NUM") else above
    end = day.at + 1
    while end < len(t.words) and (t.words[end].named == "date" or t.words[end].text == ","):
        end += 1
    ends = end == len(t.words) or t.words[end].text == "." or t.words[end - 1].text == ","
    inner = aim.relation in ("acl", "xcomp", "advcl") and aim.tag in ("VB", "VBG") and noun.pos == "NOUN"
    if day.named != "date" or day.case not in ("on", "") or not inner or not ends:
        return
    dated = any(one.named == "date" for one in t.of(verb, "obl", "obl:unmarked"))
    if verb.tag == "VBD" and (noun.lemma not in words.heads or aim.case == "on") and not dated:
        t.move(day, verb.at)


def _subjunctive(t: Turning, verb: Word) -> None:
    """ "a proposal that Turkey pay half": no present, whatever the parser takes it for."""
    one = [who for who in t.of(verb, "nsubj") if who.tag in ("NN", "NNP") and not t.of(who, "conj", "cc")]
    one += [who for who in t.of(verb, "nsubj") if who.lemma in ("it", "he", "she")]
    that = any(mark.text.lower() == "that" for mark in t.of(verb, "mark"))
    if verb.tag == "VBP" and one and that and not t.of(verb, "aux", "aux:pass"):
        verb.tag = "VB"


def _behind_participle(t: Turning, verb: Word) -> None:
    """ "Ending a quarrel that had lasted a year, Peru and Chile signed": the subject stands behind the comma."""
    clause = next((one for one in t.of(verb, "csubj") if one.tag == "VBG" and one.at == 0), None)
    comma = max((one.at for one in t.words[: verb.at] if one.text == ","), default=0)
    if clause is None or not comma or t.of(verb, "nsubj", "nsubj:pass"):
        return
    outside = [one for one in t.words[comma : verb.at] if one.head < comma and one.pos in ("NOUN", "PROPN")]
    if outside:
        t.move(outside[0], verb.at, "nsubj")
        clause.relation = "advcl"


def _capital_participle(t: Turning, word: Word) -> None:
    """ "Kivi Holding": a name, of which the parser took the last word for a verb."""
    before = t.words[word.at - 1] if word.at else word
    if word.tag == "VBG" and word.text.istitle() and before.head == word.at and before.tag == "NNP":
        word.pos, word.tag = "PROPN", "NNP"


def _told_somebody(t: Turning, verb: Word) -> None:
    """ "told the board she had changed her mind": no clause on the board, but what is told."""
    whom = t.words[verb.head]
    tell = t.words[whom.head]
    who = next(iter(t.of(verb, "nsubj")), verb)
    bare = who.tag == "PRP" and who.at == whom.at + 1
    if verb.relation == "acl:relcl" and whom.relation == "obj" and tell.lemma == "tell" and bare:
        t.move(verb, tell.at, "ccomp")
        for one in t.of(tell, "conj"):
            if verb.at < one.at and any(aux.tag == "MD" for aux in t.of(one, "aux")) and not t.of(one, "nsubj"):
                t.move(one, verb.at)


def _behind_apposition(t: Turning, verb: Word) -> None:
    """ "Its party, the Union, called on Lind and said": the first verb, taken for a clause on who does both."""
    subject = t.words[verb.head]
    second = t.words[subject.head]
    before = t.words[verb.at - 1].text if verb.at else ""
    joint = any(verb.at < one.at < second.at for one in t.of(subject, "cc"))
    named = any(subject.at < one.at < verb.at for one in t.of(subject, "appos"))
    if verb.tag not in ("VBN", "VBD") or verb.relation != "acl" or subject.relation != "nsubj" or second.tag != "VBD":
        return
    if before == "," and joint and named and not t.of(verb, "obl:agent"):
        above, relation = second.head, second.relation
        t.move(subject, verb.at)
        t.move(verb, verb.at if above == second.at else above, relation)
        t.move(second, verb.at, "conj")
        verb.tag = "VBD"


def _sayer_behind(t: Turning, verb: Word) -> None:
    """ "..., Ozola announces.": the last word is a verb, whatever the parser takes it for."""
    name = t.words[verb.at - 1] if verb.at else verb
    lemma = verb.text.lower().removesuffix("s")
    clause = t.of(verb, "ccomp", "csubj", "nsubj")
    if verb.pos != "NOUN" or verb.head != verb.at or name.pos != "PROPN" or not lexicon("en").asserts(lemma):
        return
    if any(one.at < name.at for one in clause):
        verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", lemma
        t.move(name, verb.at, "nsubj")


def _said_aside(t: Turning, verb: Word) -> None:
    """ "They did not agree, a source said, because ...": the saying stands above what is said."""
    said = t.words[verb.head]
    who = next((one for one in t.of(verb, "nsubj") if one.at < verb.at), verb)
    told = lexicon("en").asserts(verb.lemma) and not t.of(verb, "ccomp", "xcomp", "obj")
    joined = any(said.at < one.at < verb.at for one in (*t.of(said, "cc"), *t.of(verb, "cc")))
    first = t.begin(who)
    beside = verb.relation == "parataxis" or (verb.relation == "conj" and not joined)
    if not beside or said.head != said.at or who is verb or not told or said.at > first:
        return
    if said.pos == "VERB" and t.words[first - 1].text == ",":
        t.move(verb, verb.at, "root")
        t.move(said, verb.at, "ccomp")


def _bill_passes(t: Turning, verb: Word) -> None:
    """ "The bill passed by 87 votes to 12.": what is voted on, of which the parser makes the whole, or one who passes."""
    noun = t.words[verb.head]
    if verb.lemma != "pass" or verb.tag not in ("VBN", "VBD") or t.of(verb, "obj", "aux", "aux:pass"):
        return
    if verb.relation == "acl" and noun.head == noun.at and not t.of(noun, "cop", "nsubj", "conj", "parataxis"):
        t.move(verb, verb.at, "root")
        t.move(noun, verb.at, "nsubj")
        verb.tag = "VBD"
    for one in t.of(verb, "nsubj"):
        one.relation = "nsubj:pass" if lexicon("en").has("law", one.lemma) else one.relation


def _which_of(t: Turning, verb: Word) -> None:
    """ "delegates of Canada, which will host", "a mill at Espoo, which it bought": persons are no "which", a mill is bought."""
    noun = t.words[verb.head]
    which = next((one for one in t.of(verb, "nsubj", "obj", "nsubj:pass") if one.text.lower() == "which"), None)
    if verb.relation != "acl:relcl" or which is None:
        return
    of = next(
        (one for one in t.of(noun, "nmod") if one.case == "of" and one.pos == "PROPN" and one.at < which.at), None
    )
    if noun.tag == "NNS" and of is not None and lexicon("en").has("official", noun.lemma):
        t.move(verb, of.at)
    elif (
        (which.relation == "obj" or lexicon("en").verbs.get(verb.lemma) in ("open", "close"))
        and noun.pos == "PROPN"
        and noun.relation in ("nmod", "obl")
        and noun.case in ("in", "at", "near")
    ):
        things = t.of(t.words[noun.head], "obj") if noun.relation == "obl" else [t.words[noun.head]]
        for thing in (one for one in things if one.at < noun.at):  # "will keep a laboratory in Basel, which opened"
            t.move(verb, thing.at)


def _further_in_list(t: Turning, word: Word) -> None:
    """ "agree on elections, prisoners and oil", "a strike over pay, shifts and training": one list, which the parser cut."""
    first = t.begin(word)
    before = t.words[first - 2] if first > 1 and t.words[first - 1].text == "," else word
    while before.relation == "nmod" and before.case == "of" and t.words[before.head].at < before.at:
        before = t.words[before.head]
    joined = any(one.at > word.at for one in t.of(word, "cc")) and t.of(word, "conj")
    thing = before.relation in ("obj", "obl", "nmod") and before.pos in ("NOUN", "PROPN") and before.named != "date"
    if word.relation == "obl:unmarked" and word.pos == "NOUN" and joined and thing and before is not word:
        t.move(word, before.at, "conj")


def _second_object(t: Turning, word: Word) -> None:
    """ "raised its rate on Thursday, its first rise in two years": what says it once more is no second thing."""
    first = t.begin(word)
    before = [one for one in t.of(t.words[word.head], "obj") if one.at < word.at]
    summed_up = (
        word.relation == "xcomp" and word.tag == "NN" and t.of(word, "det")
    )  # "called for it, a step she opposes"
    if ((word.relation == "obj" and before) or summed_up) and t.words[first - 1].text == ",":
        word.relation = "parataxis"


def _korean_won(t: Turning, won: Word) -> None:
    """ "will invest 9 trillion won in a plant": money, and no victory."""
    number = t.words[won.at - 1] if won.at else won
    if won.text != "won" or won.pos != "VERB" or number.lemma not in ("million", "billion", "trillion"):
        return
    if t.holds(won, number):
        return
    for one in list(t.kids[won.at]):
        t.move(one, number.head)
    won.pos, won.tag, won.lemma = "NOUN", "NNS", "won"
    t.move(won, number.head, number.relation)
    t.move(number, won.at, "nummod")
    for one in (*t.of(number, "compound"), number, won):
        one.named, one.group = "money", -1 - won.at


def _which_of_thing(t: Turning, verb: Word) -> None:
    """ "adopted a code in 2022, which China has not signed": no day is a "which"."""
    day = t.words[verb.head]
    if verb.relation != "acl:relcl" or day.named != "date" or not t.of(verb, "obj", "nsubj", "nsubj:pass"):
        return
    thing = next((one for one in reversed(t.words[: day.at]) if one.pos in ("NOUN", "PROPN") and not one.named), None)
    which = any(one.text.lower() == "which" for one in t.kids[verb.at])
    if which and thing is not None and t.words[day.head] in (thing, t.words[thing.head]):
        t.move(verb, thing.at)


def _counted_voice(t: Turning, verb: Word) -> None:
    """ "The two voiced deep concern": who is counted does it, and no concern is voiced by nobody."""
    thing = t.words[verb.head]
    count = t.words[verb.at - 1] if verb.at else verb
    whole = thing.relation in ("root", "ccomp") and not t.of(thing, "cop", "nsubj", "acl:relcl")
    bare = verb.relation == "amod" and verb.tag in ("VBN", "VBD") and count.pos == "NUM" and count.head == thing.at
    if not (bare and whole) or not any(one.text.lower() == "the" for one in t.of(thing, "det") if one.at < count.at):
        return
    for one in t.of(thing, "det"):
        if one.at < count.at:
            t.move(one, count.at)
    t.promote(verb, "obj")
    t.move(count, verb.at, "nsubj")
    for one in t.of(verb, "amod", "acl", "nmod", "nummod", "case", "compound"):
        t.move(one, thing.at)
    verb.tag = "VBD"


def _agreed_on_doing(t: Turning, verb: Word) -> None:
    """ "agreed on expanding the port" is to agree to expand it."""
    head = t.words[verb.head]
    doing = verb.relation == "advcl" and verb.tag == "VBG" and verb.case == "on" and t.of(verb, "obj")
    if doing and head.pos == "VERB" and lexicon("en").class_of(head.lemma) == "agree":
        verb.relation, verb.case, verb.tag = "xcomp", "", "VB"
        for one in t.of(verb, "mark"):
            one.relation, one.tag = "aux", "TO"


def _phrase_of(t: Turning, noun: Word) -> None:
    """ "in the presence of President Lind": a preposition of four words."""
    phrase = f"{noun.case} the {noun.lemma} of"
    whom = next((one for one in t.of(noun, "nmod") if one.case == "of"), None)
    if whom is None or noun.relation != "obl" or lexicon("en").slots.get(phrase) != "presence":
        return
    t.move(whom, noun.head, "obl")
    t.move(noun, whom.at, "fixed")
    whom.case = phrase


_SLIPS = (
    *TITLES,
    *THINGS,
    _counted_voice,
    _agreed_on_doing,
    _phrase_of,
    _day_behind_aim,
    _further_in_list,
    _second_object,
    _korean_won,
    _which_of_thing,
    _bill_passes,
    _said_aside,
    _which_of,
    _told_somebody,
    _behind_apposition,
    _sayer_behind,
    _capital_participle,
    _bare_did,
    _subjunctive,
    _behind_adjective,
    _behind_participle,
    _day_before_verb,
    _paid_before_sum,
    _signed_with,
)


def set_slips_right(t: Turning) -> None:
    """Mend each slip wherever it stands, once names and clauses hang as they should."""
    for mend in _SLIPS:
        for word in t.words:
            mend(t, word)
