"""Slips of small English parsers at titles, trades and those who are joined: "minister Jo Berg and Secretary Ana Lind"."""

from __future__ import annotations

from claims.extract.lexicon import lexicon
from claims.extract.trees.tree import Word
from claims.extract.trees.turning import Turning


def _official_before(t: Turning, name: Word) -> None:
    """ "chaired by the Omani envoy, Salim al-Maskuni": a name behind an office, which the parser hung elsewhere."""
    begin = t.begin(name)
    if begin < 2 or t.words[begin - 1].text != "," or name.relation not in ("appos", "conj", "dep", "obl:unmarked"):
        return
    office, head = t.words[begin - 2], t.words[name.head]
    joined = name.relation != "conj" or any(head.at < one.at < begin for one in t.of(head, "cc"))
    if not joined and (head.named, name.named) == ("organisation", "person"):
        office_of_state = lexicon("en").has("official", head.lemma)  # "the Minister of Trade of Chad, Ali Haidar"
        name.relation = "appos" if office_of_state else name.relation
    title = lexicon("en").has("official", office.lemma) and office.tag == "NN" and office.pos == "NOUN"
    if title and name.named == "person" and office.at != name.head and not t.of(office, "appos"):
        t.move(name, office.at, "appos")


def _trade_first(t: Turning, word: Word) -> None:
    """ "planemaker Corvane", "Carrier Savanna Wings": what a firm is, taken for a part of its name."""
    head, words = t.words[word.head], lexicon("en")
    apart = word.at == 0 or word.text.islower()
    if word.relation != "compound" or word.pos != "PROPN" or head.pos != "PROPN" or not apart or word.at > head.at:
        return
    noun = word.text.lower()
    if words.patterns["doer"].search(noun) and any(words.has(name, noun) for name in ("generic", "group")):
        word.pos, word.tag, word.lemma, word.named, word.group = "NOUN", "NN", noun, "", -1


def _named_before_verb(t: Turning, name: Word) -> None:
    """ "Jo Lind co-chaired the meeting": a name, taken for a part of the verb."""
    verb = t.words[name.head]
    if name.relation == "compound" and name.pos == "PROPN" and verb.pos == "VERB" and verb.tag == "VBD":
        name.relation = "nsubj"


def _titled_pair(t: Turning, second: Word) -> None:
    """ "At the talks, minister Jo Berg and Secretary Ana Lind said": two, of whom the parser leaves the first behind."""
    begin, verb, words = t.begin(second), t.words[second.head], lexicon("en")
    title = t.words[begin - 1] if begin else second
    first = t.words[title.head]
    joined = any(one.lemma == "and" for one in t.words[first.at : title.at])
    if second.relation != "nsubj" or title.relation != "conj" or not words.has("official", title.lemma):
        return
    if first.pos == second.pos == "PROPN" and joined and first.named == "person" and not t.holds(first, verb):
        before = t.words[t.begin(first) - 1]
        t.move(first, verb.at, "nsubj")
        t.move(second, first.at, "conj")
        t.move(title, second.at, "compound")
        if words.has("official", before.lemma):
            t.move(before, first.at, "compound")


def _and_titled(t: Turning, first: Word) -> None:
    """ "Berg and Defense Minister Jo Lind held talks": two, of whom the parser takes the first for a part of the other."""
    last = t.words[first.head]
    title = next((one for one in t.of(first, "conj") if lexicon("en").has("official", one.lemma)), None)
    if first.relation != "compound" or first.pos != "PROPN" or title is None or not first.at < title.at < last.at:
        return
    parts = [one for one in t.of(last, "compound") if one is not first]
    t.promote(first, "conj")
    for one in (*parts, title):
        t.move(one, last.at, "compound")
    first.case, last.case = last.case, ""
    first.named = "person"


def _title_behind(t: Turning, title: Word) -> None:
    """ "met Jo Berg, Vice Chancellor and Minister of Trade": what somebody is, and nobody else."""
    who, begin = t.words[title.head], t.begin(title)
    bare = title.tag in ("NN", "NNP") and not t.of(title, "det", "nmod:poss", "appos")
    bare = bare and lexicon("en").has("official", title.lemma)
    if title.relation == "conj" and who.named == "person" and bare and t.words[begin - 1].text == ",":
        title.relation = "appos"
        for one in t.of(title, "conj"):
            if lexicon("en").has("official", one.lemma) and not t.of(one, "det", "appos"):
                t.move(one, who.at, "appos")


def _between_both(t: Turning, second: Word) -> None:
    """ "between Minister Jo Lind and Secretary Ana Berg": the preposition, hung on the second of them."""
    first = t.words[second.head]
    before = [one for one in t.of(second, "case") if one.at < first.at]
    if second.relation == "conj" and before and not first.case:
        first.case, second.case = second.case, ""
        t.move(before[0], first.at)


def _office_before(t: Turning, name: Word) -> None:
    """ "Deputy Minister of International Trade Rob Stewart": the parser hangs the name on the title, as its field."""
    title = t.words[name.head]
    field = [one for one in t.of(name, "compound") if one.named != "person" and one.pos == "PROPN"]
    case = next(iter(t.of(name, "case")), None)
    told = name.relation == "nmod" and name.case in ("of", "for") and name.named == "person"
    if not (told and field and case is not None and lexicon("en").has("official", title.lemma)) or title.text.islower():
        return
    of, name.case = name.case, title.case
    t.promote(name, "compound")
    t.move(field[-1], title.at, "nmod")
    field[-1].case = of
    for one in (*field[:-1], case):
        t.move(one, field[-1].at)


def _last_of_names(t: Turning, first: Word) -> None:
    """ "ministers Jo Lind, Ana Berg and Al Wu": three, of whom the parser takes the second for a part of the last."""
    last = t.words[first.head]
    part = next((one for one in t.of(first, "conj") if first.at < one.at < last.at), None)
    joined = any(first.at < one.at < last.at for one in t.of(first, "cc"))
    if first.relation != "compound" or first.pos != "PROPN" or part is None or not joined or last.relation != "conj":
        return
    t.move(first, last.head, "conj")
    t.move(part, last.at, "compound")
    for one in (first, *t.of(first, "compound")):
        one.named = last.named


#: each is tried at every word, in this order
TITLES = (
    _office_before,
    _last_of_names,
    _title_behind,
    _named_before_verb,
    _titled_pair,
    _and_titled,
    _between_both,
    _trade_first,
    _official_before,
)
